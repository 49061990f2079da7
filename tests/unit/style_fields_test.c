/* style_fields: which fields a style prints, where and in what order; the styles of the kinds of
 * document; words that are alike in all languages. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/yaml.h"
#include "style/style.h"
#include "style/style_keys.h"
#include "suite.h"

static struct arena *arena;
static struct diag *diag;
static struct node *doc;
static char *path; /* of a style of the test */

static void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
    doc = doc_new(arena, NODE_DOC, 0);
    doc->as.doc.source = source_over(arena, "test", "", 0);
    path = g_build_filename(g_get_tmp_dir(), "plenary-fields-XXXXXX.yaml", NULL);
    g_close(g_mkstemp(path), NULL);
}

static void tear_down(void)
{
    g_remove(path);
    g_free(path);
    arena_free(arena);
}

static const struct style *load(const char *name, enum language language)
{
    const struct style *style = style_load(arena, name, language, diag);
    ck_assert_msg(style != NULL, "%s %s: %s", name, language_tag(language), diag_text(diag));
    doc->as.doc.language = language;
    return style;
}

static const struct style *load_text(const char *text, enum language language)
{
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    return style_load(arena, path, language, diag);
}

static void check_error(const char *text, const char *words)
{
    diag = diag_new(arena);
    ck_assert_ptr_null(load_text(text, EN));
    ck_assert_msg(strstr(diag_text(diag), words) != NULL, "`%s` is not in:\n%s", words,
                  diag_text(diag));
}

static struct node *add(enum field field, const char *text)
{
    struct node *node = doc_new_field(arena, field, text, 0);
    doc_append(doc, node);
    return node;
}

/* "organ title number …": the names of the fields among the children of a node. */
static const char *order_of(const struct node *parent)
{
    const char *names = "";
    for (const struct node *n = parent->first; n; n = n->next)
        if (n->kind == NODE_FIELD)
            names = arena_printf(arena, "%s%s%s", names, *names ? " " : "",
                                 doc_field_name(n->as.field.field));
    return names;
}

static const char *arranged(const char *style, enum language language)
{
    style_arrange(arena, load(style, language), doc, diag);
    return order_of(doc);
}

/* --- order --------------------------------------------------------------------------- */

START_TEST(the_council_has_its_title_above_the_adoption)
{
    add(FIELD_SYMBOL, "S/RES/3412 (2044)");
    add(FIELD_ADOPTION, "Adopted by the Security Council at its 12031st meeting");
    add(FIELD_TITLE, "Resolution 3412 (2044)");
    doc_append(doc, doc_new(arena, NODE_OPENING, 0));
    ck_assert_str_eq(arranged("sc-resolution", EN), "symbol title adoption");
    ck_assert_int_eq(doc->last->kind, NODE_OPENING);
    ck_assert_str_eq(arranged("ga-resolution", EN), "symbol adoption title");
    ck_assert_str_eq(diag_text(diag), "");
}
END_TEST

START_TEST(a_number_goes_with_its_title)
{
    add(FIELD_JOB, "44-18140");
    add(FIELD_NUMBER, "99/540.");
    add(FIELD_SESSION, "Ninety-ninth session");
    add(FIELD_TYPE, "Decision");
    add(FIELD_TYPE, "Other decisions");
    add(FIELD_TITLE, "Reading rooms");
    ck_assert_str_eq(arranged("ga-decision", EN), "session type type number title job");
    const struct node *first = doc_field(doc, FIELD_TYPE);
    ck_assert_str_eq(doc_plain_text(arena, first), "Decision"); /* of two the first stays so */
}
END_TEST

START_TEST(sponsors_stand_above_the_title_of_a_draft)
{
    add(FIELD_TITLE, "Sound recordings");
    add(FIELD_SPONSORS, "Bhutan: draft resolution");
    add(FIELD_COMMITTEE, "Third Committee");
    add(FIELD_SESSION, "Ninety-ninth session");
    ck_assert_str_eq(arranged("ga-draft", EN), "session committee sponsors title");
}
END_TEST

START_TEST(a_closing_has_the_order_of_its_language)
{
    struct node *closing = doc_new(arena, NODE_CLOSING, 0);
    doc_append(doc, closing);
    doc_append(closing, doc_new_field(arena, FIELD_MEETING, "19", 0));
    doc_append(closing, doc_new_field(arena, FIELD_ADOPTED, "22", 0));
    doc_append(closing, doc_new_field(arena, FIELD_VOTE, "[]", 0));
    style_arrange(arena, load("un", ZH), doc, diag);
    ck_assert_str_eq(order_of(closing), "adopted meeting vote");
    style_arrange(arena, load("un", EN), doc, diag);
    ck_assert_str_eq(order_of(closing), "meeting adopted vote");
}
END_TEST

START_TEST(a_field_without_a_place_is_told)
{
    add(FIELD_SYMBOL, "A/RES/99/1");
    add(FIELD_ORIGINAL, "Original: English");
    add(FIELD_SESSION, "");
    ck_assert_str_eq(arranged("ga-resolution", EN), "symbol session original");
    ck_assert_int_eq(diag_count(diag, DIAG_WARNING), 1);
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "no place for the field `original`"));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[field-unplaced]"));
}
END_TEST

/* --- what a style adds --------------------------------------------------------------- */

START_TEST(the_assembly_stands_above_the_human_rights_council)
{
    add(FIELD_ORGAN, "Conseil des droits de l’homme");
    add(FIELD_SESSION, "Cinquantième session");
    for (int i = 0; i < 2; i++) { /* twice does no harm */
        ck_assert_str_eq(arranged("hrc-resolution", FR), "organ committee session");
        ck_assert_str_eq(doc_plain_text(arena, doc_field(doc, FIELD_ORGAN)), "Assemblée générale");
    }
}
END_TEST

static const char *original_of(const char *text, enum language language)
{
    doc = doc_new(arena, NODE_DOC, 0);
    const struct node *original = add(FIELD_ORIGINAL, text);
    for (int i = 0; i < 2; i++)
        style_arrange(arena, load("ga-draft", language), doc, diag);
    return doc_plain_text(arena, original);
}

START_TEST(a_translation_names_its_own_language)
{
    ck_assert_str_eq(original_of("Original: English", EN), "Original: English");
    ck_assert_str_eq(original_of("Original: French", EN), "English Original: French");
    ck_assert_str_eq(original_of("Original: English", RU), "Russian Original: English");
    ck_assert_str_eq(original_of("Original : anglais", FR), "Français Original : anglais");
    ck_assert_str_eq(original_of("Original : français", FR), "Original : français");
    ck_assert_str_eq(original_of("Chinese Original: English", ZH), "Chinese Original: English");
}
END_TEST

/* --- styles of kinds ----------------------------------------------------------------- */

START_TEST(drafts_alone_have_an_original_and_an_end_rule)
{
    static const struct {
        const char *name;
        bool draft;
    } rows[] = {{"ga-resolution", false}, {"ga-decision", false},    {"ga-draft", true},
                {"sc-resolution", false}, {"sc-draft", true},        {"sc-statement", false},
                {"hrc-draft", true},      {"hrc-resolution", false}, {"ecosoc-resolution", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct style *style = load(rows[i].name, EN);
        ck_assert_int_eq(style_lists(style->fields.column, FIELD_ORIGINAL), rows[i].draft);
        ck_assert_int_eq(style->end_rule.width, rows[i].draft ? PT(72) : 0);
    }
}
END_TEST

/* What a document of any kind may have is printed by every style, but for the original. */
START_TEST(no_style_loses_a_field)
{
    static const char *const names[] = {
        "un",       "ga-resolution", "ga-decision", "ga-draft",       "sc-resolution",
        "sc-draft", "sc-statement",  "hrc-draft",   "hrc-resolution", "ecosoc-resolution"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        for (enum language language = ZH; language < LANGUAGE_COUNT; language++) {
            const struct style *style = load(names[i], language);
            for (int f = FIELD_SESSION; f < FIELD_JOB; f++) {
                enum field field = (enum field)f;
                ck_assert_msg(field == FIELD_NUMBER || style_lists(style->fields.head, field) ||
                                  style_lists(style->fields.title, field) ||
                                  style_lists(style->fields.closing, field),
                              "%s has no place for %s", names[i], doc_field_name(field));
            }
        }
    }
}
END_TEST

/* --- a user's lists ------------------------------------------------------------------ */

START_TEST(a_user_moves_a_field)
{
    const struct style *style = load_text("inherits: sc-draft\n"
                                          "fields:\n"
                                          "  head: [session, item, item-title, sponsors]\n"
                                          "  title: [title]\n"
                                          "mast: {organ: organ-sc, head-end: 10cm}\n",
                                          ES);
    ck_assert_msg(style != NULL, "%s", diag_text(diag));
    ck_assert(style_lists(style->fields.head, FIELD_SPONSORS));
    ck_assert(!style_lists(style->fields.title, FIELD_ADOPTION));
    ck_assert_str_eq(style->mast.organ, "organ-sc");
}
END_TEST

START_TEST(wrong_lists_are_told)
{
    check_error("inherits: un\nfields: {head: [sesion]}\n",
                "2:17: error: `fields.head` is `sesion`");
    check_error("inherits: un\nfields: {head: [sesion]}\n", "did you mean `session`?");
    check_error("inherits: un\nfields: {head: session}\n", "a list of fields such as");
    check_error("inherits: un\nfields: {column: [title]}\n", "distribution, issued, original");
    check_error("inherits: un\nfields: {closing: [date]}\n", "one of meeting, adopted, vote");
    check_error("inherits: un\nfields: {title: [number]}\n", "`number`, one of session, item");
    check_error("inherits: un\nfields: {title: [{a: b}]}\n", "a mapping");
    check_error("inherits: un\nfields: {titel: []}\n", "2:10: error: `titel` is not a key");
    check_error("inherits: un\nfields: {title: [title, session]}\n",
                "2:17: error: the field `session` stands in `fields.head` and in `fields.title`");
    check_error("inherits: un\nfields:\n  head: [title]\n",
                "3:9: error: the field `title` stands in `fields.head` and in `fields.title`");
    check_error("inherits: un\nfields: {title: [title, title]}\n",
                "2:17: error: the field `title`");
    check_error("inherits: un\nmast: {organ: General Assembly}\n",
                "2:15: error: `mast.organ` is `General Assembly`, the key of a word");
    check_error("inherits: un\nend-rule: {width: 72}\n", "2:19: error: `end-rule.width` is `72`");
}
END_TEST

/* --- words --------------------------------------------------------------------------- */

static const struct yaml *words_of(enum language language)
{
    const char *file =
        arena_printf(arena, "%s/styles/words/%s.yaml", style_data_folder(), language_tag(language));
    const struct source *source = source_read(arena, file, diag);
    return yaml_parse(arena, source, 0, (uint32_t)source->size, DIAG_STYLE, diag);
}

/* A form of dates may have months or a first day of its own. */
static bool is_own(const char *key)
{
    return g_str_has_suffix(key, "-months") || g_str_has_suffix(key, "-first-day");
}

START_TEST(no_language_has_words_of_its_own)
{
    const struct yaml *en = words_of(EN);
    for (enum language language = ZH; language < LANGUAGE_COUNT; language++)
        for (const struct yaml *pair = words_of(language)->first; pair; pair = pair->next) {
            const struct yaml *known = yaml_get(en, pair->key);
            ck_assert_msg(known || is_own(pair->key), "%s: %s is not in en.yaml",
                          language_tag(language), pair->key);
            ck_assert_msg(!known || known->kind == pair->kind, "%s: %s is of another kind",
                          language_tag(language), pair->key);
        }
}
END_TEST

/* Every {name} of one pattern stands in the other. */
static void check_names(const char *pattern, const char *other, const char *where)
{
    for (const char *open = strchr(pattern, '{'); open; open = strchr(open + 1, '{')) {
        const char *name = arena_strndup(arena, open, (size_t)(strchr(open, '}') + 1 - open));
        ck_assert_msg(strstr(other, name) != NULL, "%s: %s is in one language only", where, name);
    }
}

START_TEST(patterns_fill_in_the_same_in_all_languages)
{
    const struct yaml *en = words_of(EN);
    for (enum language language = ZH; language < LANGUAGE_COUNT; language++)
        for (const struct yaml *pair = words_of(language)->first; pair; pair = pair->next) {
            const struct yaml *known = yaml_get(en, pair->key);
            if (!known || !known->text || g_str_has_suffix(pair->key, "date"))
                continue;
            const char *where = arena_printf(arena, "%s %s", language_tag(language), pair->key);
            check_names(pair->text, known->text, where);
            check_names(known->text, pair->text, where);
        }
}
END_TEST

/* --- the manual ---------------------------------------------------------------------- */

static const char *read_file(const char *name)
{
    const char *file = arena_printf(arena, "%s/%s", style_data_folder(), name);
    const struct source *source =
        g_file_test(file, G_FILE_TEST_EXISTS) ? source_read(arena, file, diag) : NULL;
    return source ? source->text : NULL;
}

/* `word` stands in the text, not as a part of another key. */
static bool holds(const char *text, const char *word)
{
    size_t size = strlen(word);
    for (const char *at = text; (at = strstr(at, word)); at += size)
        if ((at == text || !(g_ascii_isalnum(at[-1]) || at[-1] == '-')) &&
            !g_ascii_isalnum(at[size]) && at[size] != '-')
            return true;
    return false;
}

START_TEST(every_key_and_form_is_in_the_base_and_in_the_manual)
{
    const char *base = read_file("styles/un.yaml"), *manual = read_file("src/man/plenary-style.5");
    if (!manual) {
        printf("skipped: the manual is not beside the styles\n");
        return;
    }
    for (int i = 0; i < style_key_count; i++) {
        char **steps = g_strsplit(style_keys[i].path, ".", -1);
        for (char **step = steps; *step; step++) {
            ck_assert_msg(holds(base, *step), "un.yaml has no %s", style_keys[i].path);
            ck_assert_msg(holds(manual, *step), "the manual has no %s", style_keys[i].path);
        }
        g_strfreev(steps);
    }
    for (int i = 0; i < style_form_key_count; i++)
        ck_assert_msg(holds(manual, style_form_keys[i].path), "%s", style_form_keys[i].path);
    for (int i = 0; style_form_names[i]; i++) {
        ck_assert_msg(holds(base, style_form_names[i]), "un.yaml: %s", style_form_names[i]);
        bool level = strchr("123456789", style_form_names[i][strlen(style_form_names[i]) - 1]);
        ck_assert_msg(level || holds(manual, style_form_names[i]), "%s", style_form_names[i]);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("style-fields");
    TCase *tests = tcase_create("style-fields");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_council_has_its_title_above_the_adoption);
    tcase_add_test(tests, a_number_goes_with_its_title);
    tcase_add_test(tests, sponsors_stand_above_the_title_of_a_draft);
    tcase_add_test(tests, a_closing_has_the_order_of_its_language);
    tcase_add_test(tests, a_field_without_a_place_is_told);
    tcase_add_test(tests, the_assembly_stands_above_the_human_rights_council);
    tcase_add_test(tests, a_translation_names_its_own_language);
    tcase_add_test(tests, drafts_alone_have_an_original_and_an_end_rule);
    tcase_add_test(tests, no_style_loses_a_field);
    tcase_add_test(tests, a_user_moves_a_field);
    tcase_add_test(tests, wrong_lists_are_told);
    tcase_add_test(tests, no_language_has_words_of_its_own);
    tcase_add_test(tests, patterns_fill_in_the_same_in_all_languages);
    tcase_add_test(tests, every_key_and_form_is_in_the_base_and_in_the_manual);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}

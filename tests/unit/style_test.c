/* style: what a page and a writer of styles would notice: values, words, dates, lead phrases, and
 * messages that say where a style is wrong. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/yaml.h"
#include "style/style.h"

static struct arena *arena;
static struct diag *diag;
static char *folder; /* for styles of the test */

static void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
    folder = g_dir_make_tmp("plenary-style-XXXXXX", NULL);
}

static void tear_down(void)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        g_remove(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(folder);
    g_free(folder);
    arena_free(arena);
}

static const char *write_style(const char *name, const char *text)
{
    const char *path = arena_printf(arena, "%s/%s", folder, name);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static const struct style *load_text(const char *text, enum language language)
{
    return style_load(arena, write_style("mine.yaml", text), language, diag);
}

/* Loads a style that is wrong and wants the place and the words in the message. */
static void check_error(const char *text, const char *place, const char *words)
{
    diag = diag_new(arena);
    ck_assert_ptr_null(load_text(text, EN));
    const char *said = diag_text(diag);
    ck_assert_msg(strstr(said, arena_printf(arena, "mine.yaml:%s: error: ", place)) != NULL,
                  "%s is not the place in:\n%s", place, said);
    ck_assert_msg(strstr(said, words) != NULL, "`%s` is not in:\n%s", words, said);
}

static const struct style *load(const char *name, enum language language)
{
    const struct style *style = style_load(arena, name, language, diag);
    ck_assert_msg(style != NULL, "%s %s: %s", name, language_tag(language), diag_text(diag));
    return style;
}

/* --- shipped styles ------------------------------------------------------------------ */

START_TEST(every_style_loads_in_every_language)
{
    char *path = g_build_filename(style_data_folder(), "styles", NULL);
    GDir *dir = g_dir_open(path, 0, NULL);
    for (const char *file; (file = g_dir_read_name(dir));) {
        if (!g_str_has_suffix(file, ".yaml"))
            continue;
        const char *name = arena_strndup(arena, file, strlen(file) - strlen(".yaml"));
        for (enum language language = ZH; language < LANGUAGE_COUNT; language++) {
            const struct style *style = load(name, language);
            ck_assert_int_eq(style->language, language);
            ck_assert_str_eq(style->name, name);
        }
    }
    g_dir_close(dir);
    g_free(path);
    ck_assert_str_eq(diag_text(diag), "");
}
END_TEST

START_TEST(every_language_has_every_word)
{
    const char *path = arena_printf(arena, "%s/styles/words/en.yaml", style_data_folder());
    const struct source *source = source_read(arena, path, diag);
    const struct yaml *words =
        yaml_parse(arena, source, 0, (uint32_t)source->size, DIAG_STYLE, diag);
    for (enum language language = ZH; language < LANGUAGE_COUNT; language++) {
        const struct style *style = load("un", language);
        for (const struct yaml *pair = words->first; pair; pair = pair->next) {
            bool list = pair->kind == YAML_SEQUENCE;
            const char *last = arena_printf(arena, "%s.%d", pair->key, pair->count);
            ck_assert_msg(style_word(style, list ? last : pair->key) != NULL, "%s has no word %s",
                          language_tag(language), pair->key);
        }
    }
}
END_TEST

START_TEST(geometry_is_that_of_the_house)
{
    const struct style *zh = load("ga-resolution", ZH);
    const struct style *en = load("ga-resolution", EN);
    ck_assert_int_eq(zh->page.text_end - zh->page.text_start, 35 * PT(10.5));
    ck_assert_int_eq(zh->page.text_end - zh->page.text_start, 42 * zh->forms[FORM_NOTE].size);
    ck_assert_int_eq(zh->forms[FORM_PREAMBULAR].first, 2 * PT(10.5));
    ck_assert_int_eq(zh->forms[FORM_PREAMBULAR].leading, PT(16));
    ck_assert_int_eq(zh->lead_look, LOOK_BOLD);

    ck_assert_int_eq(en->page.width, 609562); /* 210 mm in 1/1024 pt */
    ck_assert_int_eq(en->forms[FORM_OPERATIVE].label, PT(23.75));
    ck_assert_int_eq(en->forms[FORM_OPERATIVE].turn, 0);
    ck_assert_int_eq(en->forms[FORM_OPERATIVE].size, PT(10));
    ck_assert_int_eq(en->forms[FORM_TITLE].first, en->forms[FORM_TITLE].turn);
    ck_assert_int_eq(en->lead_look, LOOK_ITALIC);
    ck_assert_int_eq(en->notes.call_permille, 620);
    ck_assert_str_eq(en->set.hyphen_patterns, "hyph_en_US.dic");
    ck_assert_ptr_null(en->mast.emblem_file);
    ck_assert_str_eq(en->families[SCRIPT_WESTERN][0], "Liberation Serif");
    ck_assert_ptr_null(en->families[SCRIPT_WESTERN][1]);
}
END_TEST

/* --- a user's style ------------------------------------------------------------------ */

START_TEST(a_style_of_the_user_inherits)
{
    const char *text = "inherits: un\n"
                       "page: {text-start: 4cm}\n"
                       "mast: {emblem-file: emblem.svg}\n"
                       "words: {organization: Model United Nations}\n"
                       "forms: {preambular: {first: 3em}, default: {size: 11pt}}\n"
                       "languages:\n"
                       "  fr: {forms: {default: {size: 12pt}}, words: {page: \"{page}\"}}\n";
    const struct style *en = load_text(text, EN);
    ck_assert_ptr_nonnull(en);
    ck_assert_int_eq(en->page.text_start, PT(113.3858));
    ck_assert_int_eq(en->forms[FORM_PREAMBULAR].size, PT(11));
    ck_assert_int_eq(en->forms[FORM_PREAMBULAR].first, 3 * PT(11));
    ck_assert_int_eq(en->forms[FORM_TITLE].size, PT(12)); /* says its own size */
    ck_assert_str_eq(style_word(en, "organization"), "Model United Nations");
    ck_assert_str_eq(style_word(en, "organ-ga"), "General Assembly");
    ck_assert_str_eq(en->mast.emblem_file, arena_printf(arena, "%s/emblem.svg", folder));

    const struct style *fr = load_text(text, FR);
    ck_assert_int_eq(fr->forms[FORM_PREAMBULAR].first, 3 * PT(12));
    ck_assert_str_eq(style_word(fr, "page"), "{page}");
}
END_TEST

START_TEST(a_style_inherits_from_a_file_beside_it)
{
    write_style("base.yaml", "inherits: ga-resolution\nrun: {foot-baseline: 28cm}\n");
    const struct style *style = load_text("inherits: ./base.yaml\n", ES);
    ck_assert_ptr_nonnull(style);
    ck_assert_int_eq(style->run.foot_baseline, PT(793.7008));
}
END_TEST

START_TEST(levels_of_messages_are_inherited)
{
    write_style("base.yaml", "inherits: un\ncheck: {clause-end: error, loose: off}\n"
                             "languages: {es: {check: {overfull: style}}}\n");
    const struct style *style = load_text("inherits: ./base.yaml\ncheck: {loose: style}\n", ES);
    ck_assert_ptr_nonnull(style);
    ck_assert_int_eq(style->levels[DIAG_CLAUSE_END], DIAG_ERROR);
    ck_assert_int_eq(style->levels[DIAG_LOOSE], DIAG_STYLE_LEVEL);
    ck_assert_int_eq(style->levels[DIAG_OVERFULL], DIAG_STYLE_LEVEL);
    ck_assert_int_eq(style->levels[DIAG_NO_SYMBOL], DIAG_WARNING);
}
END_TEST

START_TEST(levels_that_are_none_are_told)
{
    check_error("inherits: un\ncheck: {clause-ends: off}\n", "2:9", "did you mean `clause-end`?");
    check_error("inherits: un\ncheck: {clause-end: loud}\n", "2:21", "off, style, warning, error");
    check_error("inherits: un\ncheck: {clause-end: [off]}\n", "2:21", "no word");
    check_error("inherits: un\ncheck: {cannot-read: off}\n", "2:9", "keeps a document from");
    check_error("inherits: un\ncheck: off\n", "2:8", "keys with values were wanted");
}
END_TEST

/* --- errors -------------------------------------------------------------------------- */

START_TEST(unknown_keys_are_told_with_the_nearest)
{
    check_error("inherits: un\npage:\n  text-strat: 1cm\n", "3:3", "did you mean `text-start`?");
    check_error("inherits: un\nforms: {titel: {}}\n", "2:9", "did you mean `title`?");
    check_error("inherits: un\nforms: {title: {siz: 1pt}}\n", "2:17", "of `forms.title`");
    check_error("inherit: un\n", "1:1", "did you mean `inherits`?");
    check_error("inherits: un\nlanguages: {xx: {}}\n", "2:13", "zh, en, fr, es, ru, ar, de");
    check_error("inherits: un\nwords: {organisation: x}\n", "2:9", "did you mean `organization`?");
    check_error("inherits: un\nmast: {emblem: {z: 1pt}}\n", "2:17", "x, y, width, height");
    check_error("inherits: un\nlanguages: {en: {inherits: un}}\n", "2:18", "page, mast");
}
END_TEST

START_TEST(wrong_values_are_told_with_what_was_wanted)
{
    const char *a_length = "a length such as 10pt, 20mm or 0.5in was wanted";
    check_error("inherits: un\npage: {bottom: 20}\n", "2:16", a_length);
    check_error("inherits: un\npage: {bottom: 20px}\n", "2:16", a_length);
    check_error("inherits: un\npage: {bottom: 2em}\n", "2:16", a_length);
    check_error("inherits: un\npage: {bottom: [1pt]}\n", "2:16", a_length);
    check_error("inherits: un\npage: {bottom: }\n", "2:8", a_length);
    check_error("inherits: un\npage: {bottom: 999999999999pt}\n", "2:16", "fits on a sheet");
    check_error("inherits: un\npage: {width: -1pt}\n", "2:15", "greater than 0");
    check_error("inherits: un\npage: 20pt\n", "2:7", "keys with values were wanted");
    check_error("inherits: un\nforms: {note: {size: 2em}}\n", "2:22", "a length such as");
    check_error("inherits: un\nforms: {note: {align: middle}}\n", "2:23",
                "one of justify, start, centre, end");
    check_error("inherits: un\nforms: {note: {keep-whole: maybe}}\n", "2:28", "yes, no");
    check_error("inherits: un\nforms: {note: {keep-next: 1.5}}\n", "2:27", "a whole number");
    check_error("inherits: un\nforms: [note]\n", "2:8", "keys with values were wanted");
    check_error("inherits: un\nnotes: {call-size: 0.6}\n", "2:20", "a share such as 62%");
    check_error("inherits: un\nset: {expansion: 6%}\n", "2:18", "a share up to 5%");
    check_error("inherits: un\nset: {ties: No.}\n", "2:13", "a list such as");
    check_error("inherits: un\nfamilies: {han: []}\n", "2:17", "one to four families");
    check_error("inherits: un\nlead-look: fat\n", "2:12", "plain, bold, italic, bold italic");
    check_error("inherits: un\nwords: {page: [{}]}\n", "2:16", "text was wanted");
    check_error("just words\n", "1:1", "keys with values were wanted");
    check_error("inherits: un\npage: {bottom: ]\n", "2:16", "this is not YAML");
    check_error("inherits: \xff\n", "1:11", "not UTF-8");
}
END_TEST

START_TEST(all_faults_of_a_file_are_told_at_once)
{
    ck_assert_ptr_null(load_text("inherits: un\npagge: {}\nforms: {note: {size: 2}}\n", EN));
    ck_assert_int_eq(diag_count(diag, DIAG_ERROR), 2);
}
END_TEST

START_TEST(chains_of_styles_end)
{
    check_error("inherits: mine.yaml\n", "1:11", "inherits from itself");
    write_style("other.yaml", "inherits: mine.yaml\n");
    diag = diag_new(arena);
    ck_assert_ptr_null(load_text("inherits: other.yaml\n", EN));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "other.yaml:1:11: error: "));
    check_error("inherits: nowhere\n", "1:11", "ga-resolution, hrc-draft");
    check_error("page: {width: 10cm}\n", "1:1", "begin with `inherits: un`");
}
END_TEST

START_TEST(a_style_that_is_nowhere)
{
    ck_assert_ptr_null(style_load(arena, "no-such", EN, diag));
    ck_assert_ptr_null(style_load(arena, "./no-such.yaml", EN, diag));
    ck_assert_ptr_null(style_load(arena, folder, EN, diag)); /* a folder */
    ck_assert_int_eq(diag_count(diag, DIAG_ERROR), 3);
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[no-style]"));
}
END_TEST

START_TEST(what_ships_is_read_once)
{
    const struct style *english = load("un", EN);
    struct arena *other = arena_new();
    ck_assert_ptr_eq(style_load(other, "un", EN, diag_new(other)), english);
    ck_assert_ptr_ne(style_load(other, "un", FR, diag_new(other)), english);
    ck_assert_ptr_ne(style_load(other, "ga-draft", EN, diag_new(other)), english);
    arena_free(other);
    ck_assert_str_eq(style_word(english, "months.2"), "February"); /* it outlives who asked */
    length wide = load_text("inherits: un\npage: {text-start: 3cm}\n", EN)->page.text_start;
    length wider = load_text("inherits: un\npage: {text-start: 4cm}\n", EN)->page.text_start;
    ck_assert_int_gt(wider, wide); /* a user's file is what it is now */
}
END_TEST

/* --- words --------------------------------------------------------------------------- */

START_TEST(patterns_are_filled)
{
    const char *job = style_fill(arena, "{job} ({letter})", "letter", "C", "job", "21-18253", NULL);
    ck_assert_str_eq(job, "21-18253 (C)");
    ck_assert_str_eq(style_fill(arena, "{other} {", "job", "x", NULL), "{other} {");
    ck_assert_str_eq(style_fill(arena, "{a}{b}", "a", "{b}", "b", "", NULL), "{b}");
}
END_TEST

START_TEST(dates_have_the_form_of_their_language)
{
    static const struct {
        enum language language;
        const char *key, *want;
        struct date date;
    } rows[] = {
        {EN, "date", "6 December 2021", {2021, 12, 6}},
        {FR, "date", "1er décembre 2021", {2021, 12, 1}},
        {FR, "date", "11 août 2021", {2021, 8, 11}},
        {ES, "date", "1 de diciembre de 1999", {1999, 12, 1}},
        {RU, "date", "6 декабря 2021 года", {2021, 12, 6}},
        {RU, "issue-date", "8 December 2021", {2021, 12, 8}},
        {ZH, "date", "2021年12月6日", {2021, 12, 6}},
        {ZH, "issue-date", "8 December 2021", {2021, 12, 8}},
        {AR, "date", "6 كانون الأول/ديسمبر 2021", {2021, 12, 6}},
        {AR, "issue-date", "8 December 2021", {2021, 12, 8}},
        {ZH, "job-date", "081221", {2021, 12, 8}},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        ck_assert_str_eq(style_date(arena, load("un", rows[i].language), rows[i].key, rows[i].date),
                         rows[i].want);
    const struct style *en = load("un", EN);
    ck_assert_ptr_null(style_date(arena, en, "date", (struct date){0, 0, 0}));
    ck_assert_ptr_null(style_date(arena, en, "date", (struct date){2021, 13, 1}));
    ck_assert_ptr_null(style_date(arena, en, "no-form", (struct date){2021, 12, 1}));
}
END_TEST

/* --- lead phrases -------------------------------------------------------------------- */

START_TEST(lead_phrases_are_the_longest)
{
    static const struct {
        enum language language;
        bool operative;
        const char *text, *want;
    } rows[] = {
        {ZH, false, "回顾其1988年12月7日第43/78 H号", "回顾"},
        {ZH, false, "又重申联合国应继续发挥主导作用", "又重申"},
        {ZH, true, "表示注意到秘书长的报告", "表示注意到"},
        {ZH, false, "认识到", "认识到"},
        {ZH, true, "秘书长应", ""},
        {EN, false, "Expressing concern also that", "Expressing concern also"},
        {EN, false, "Expressing concern alsoever", "Expressing concern"},
        {EN, false, "Recalling", "Recalling"},
        {EN, false, "Recallings of", ""},
        {EN, true, "Also requests the Secretary-General", "Also requests"},
        {EN, false, "Decides to", ""},
        {FR, false, "Consciente de l’importance", "Consciente"},
        {RU, false, "ссылаясь также на свою", "ссылаясь также"},
        {RU, true, "просителя", ""},
        {AR, false, "وإذ تلاحظ مع القلق أن", "وإذ تلاحظ مع القلق"},
        {DE, false, "unter Hinweis auf", ""},
        {LANGUAGE_NONE, false, "Recalling", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        size_t size = style_lead_phrase(rows[i].language, rows[i].operative, rows[i].text);
        ck_assert_str_eq(arena_strndup(arena, rows[i].text, size), rows[i].want);
    }
}
END_TEST

/* --- YAML ---------------------------------------------------------------------------- */

static const struct yaml *parse(const char *text, uint32_t from, uint32_t to)
{
    const struct source *source = source_over(arena, "t", text, strlen(text));
    return yaml_parse(arena, source, from, to, DIAG_FRONT_MATTER, diag);
}

START_TEST(yaml_knows_its_places)
{
    const char *text = "---\nsymbol: A/RES/99/1\n年: \"2021\"\nlist: [a, b]\n---\nbody: [\n";
    const struct yaml *root = parse(text, 4, (uint32_t)(strstr(text, "---\nbody") - text));
    ck_assert_ptr_nonnull(root);
    ck_assert_int_eq(root->count, 3);
    const struct yaml *year = yaml_get(root, "年");
    ck_assert_str_eq(year->text, "2021");
    ck_assert(!year->plain);
    ck_assert_uint_eq(year->key_at, strstr(text, "年") - text);
    ck_assert_uint_eq(year->at, strstr(text, "\"2021") - text);
    ck_assert_str_eq(yaml_get(root, "list")->first->next->text, "b");
    ck_assert_ptr_null(yaml_get(year, "x"));
}
END_TEST

START_TEST(yaml_that_is_refused)
{
    static const char *const texts[] = {"a: [",         "a: 1\na: 2",      "a: &x 1\nb: *x",
                                        "[a]: b",       "a: 1\n---\nb: 2", "a: \"b",
                                        "? {a: b}\n: c"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        diag = diag_new(arena);
        ck_assert_msg(!parse(texts[i], 0, (uint32_t)strlen(texts[i])), "%s", texts[i]);
        ck_assert_int_eq(diag_count(diag, DIAG_ERROR), 1);
        ck_assert_ptr_nonnull(strstr(diag_text(diag), "[front-matter]"));
    }
    char deep[200];
    memset(deep, '[', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    ck_assert_ptr_null(parse(deep, 0, sizeof deep - 1));
    ck_assert_int_eq(parse("", 0, 0)->count, 0);
    ck_assert_int_eq(parse("# nothing\n", 0, 10)->count, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("style");
    TCase *tests = tcase_create("style");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, every_style_loads_in_every_language);
    tcase_add_test(tests, every_language_has_every_word);
    tcase_add_test(tests, geometry_is_that_of_the_house);
    tcase_add_test(tests, a_style_of_the_user_inherits);
    tcase_add_test(tests, a_style_inherits_from_a_file_beside_it);
    tcase_add_test(tests, levels_of_messages_are_inherited);
    tcase_add_test(tests, levels_that_are_none_are_told);
    tcase_add_test(tests, unknown_keys_are_told_with_the_nearest);
    tcase_add_test(tests, wrong_values_are_told_with_what_was_wanted);
    tcase_add_test(tests, all_faults_of_a_file_are_told_at_once);
    tcase_add_test(tests, chains_of_styles_end);
    tcase_add_test(tests, a_style_that_is_nowhere);
    tcase_add_test(tests, what_ships_is_read_once);
    tcase_add_test(tests, patterns_are_filled);
    tcase_add_test(tests, dates_have_the_form_of_their_language);
    tcase_add_test(tests, lead_phrases_are_the_longest);
    tcase_add_test(tests, yaml_knows_its_places);
    tcase_add_test(tests, yaml_that_is_refused);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}

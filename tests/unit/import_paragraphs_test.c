/* Lists of typed paragraphs (JSON), as those meet them who have such files: no text is lost, what
 * was scanned with others' text is a paragraph and a message, the masthead is found by words. */
#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "reading.h"

static const char *tree_of(const char *name, const char *text)
{
    const struct source *source = source_over(arena, name, text, strlen(text));
    const struct node *doc = read_document(arena, source, NULL, diag);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    return doc_print(arena, doc);
}

#define ASSERT_HAS(tree, words) ck_assert_msg(strstr(tree, words) != NULL, "%s", tree)
#define ASSERT_SAID(words) ck_assert_msg(strstr(diag_text(diag), words), "%s", diag_text(diag))

#define ENTRY(type, text) "{\"type\": \"" type "\", \"text\": \"" text "\", \"language\": \"eng\"}"
#define TITLE ENTRY("title", "99/7. The keeping of the lights of the northern seas")
#define OPENING ENTRY("paragraph", "The General Assembly,")

/* --- the masthead -------------------------------------------------------------------- */

START_TEST(symbol_is_that_of_the_file)
{
    static const struct {
        const char *name, *symbol;
    } names[] = {{"a/A_RES_55_2.json", "field symbol \"A/RES/55/2\""},
                 {"S_RES_1325(2000).json", "field symbol \"S/RES/1325 (2000)\""},
                 {"A_RES_118_(II).json", "field symbol \"A/RES/118(II)\""},
                 {"A_RES_57_270_B.json", "field symbol \"A/RES/57/270 B\""},
                 {"UNEP_EA.5_RES.14.json", "field symbol \"UNEP/EA.5/RES.14\""},
                 {"Draft_2.json", "field symbol \"A/RES/99/7\""}}; /* by organ and number */
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        ASSERT_HAS(tree_of(names[i].name, "[" TITLE "," OPENING "]"), names[i].symbol);
}
END_TEST

START_TEST(other_bodies_open_too)
{
    const char *tree = tree_of(
        "a.json",
        "[" ENTRY("frontmatter", "Assembly of the Keepers of the Lights") "," ENTRY(
            "frontmatter",
            "Fifth session") "," ENTRY("frontmatter",
                                       "On the rock, 3 and 4 May 2044") "," TITLE
                                                                        "," ENTRY(
                                                                            "paragraph",
                                                                            "The Assembly of the "
                                                                            "Keepers of the "
                                                                            "Lights,") "]");
    ASSERT_HAS(tree, "field organ \"Assembly of the Keepers of the Lights\"");
    ASSERT_HAS(tree, "    text \"On the rock, 3 and 4 May 2044\"");
    ASSERT_HAS(tree,
               "  opening\n    span italic lead \"The Assembly of the Keepers of the Lights\"");
}
END_TEST

START_TEST(text_before_the_title_is_kept)
{
    const char *tree =
        tree_of("a.json",
                "[" ENTRY("frontmatter", "<!-- Page 1 -->") "," ENTRY(
                    "frontmatter", "4. Requests that the bell be rung.") "," TITLE "," OPENING "]");
    ASSERT_HAS(tree, "paragraph \"4. Requests that the bell be rung.\"");
    ck_assert_ptr_null(strstr(tree, "Page"));
    ASSERT_SAID("[data-place]");
}
END_TEST

/* --- paragraphs ---------------------------------------------------------------------- */

START_TEST(a_preamble_ends_where_its_commas_end)
{
#define PREAMBULAR(text)                                                                           \
    "{\"type\": \"paragraph\", \"paragraph_type\": \"preambular\", \"text\": \"" text "\"}"
    const char *tree = tree_of(
        "a.json",
        "[" TITLE "," OPENING "," PREAMBULAR("Recalling the lamps of the sea,") "," PREAMBULAR(
            "We keep the lamps of the "
            "sea.") "," PREAMBULAR("We resolve therefore:") "," PREAMBULAR("Noting the bells of "
                                                                           "the sea,") "]");
    ASSERT_HAS(tree, "preambular\n    span italic lead \"Recalling\"");
    ASSERT_HAS(tree, "paragraph \"We keep");
    ASSERT_HAS(tree, "paragraph \"We resolve");
    ASSERT_HAS(tree, "preambular\n    span italic lead \"Noting\"");
}
END_TEST

START_TEST(labels_apart_make_lists)
{
#define LABELLED(label, level, text)                                                               \
    "{\"type\": \"paragraph\", \"paragraph_type\": \"operative\", \"paragraph_level\": " level     \
    ", \"prefix\": \"" label "\", \"text\": \"" text "\"}"
    const char *tree =
        tree_of("a.json",
                "[" TITLE "," OPENING
                "," LABELLED("1.", "1", "Decides:") "," LABELLED("•", "2", "To sail;") "," LABELLED(
                    "•.", "5", "To return;") "," LABELLED("1.a", "1", "Decides also.") "]");
    ASSERT_HAS(tree,
               "  list level=1\n    item \"•\" \"To sail;\"\n    item \"•\" \"To return;\"\n");
    ASSERT_HAS(tree, "  operative \"1.a\"");
}
END_TEST

/* --- notes --------------------------------------------------------------------------- */

/* How often a note was made of the footer 24 by a paragraph with those words. */
static bool is_called(const char *words)
{
    const char *list = arena_printf(
        arena,
        "[" TITLE "," OPENING ",{\"type\": \"paragraph\", \"paragraph_type\": \"preambular\", "
        "\"text\": \"%s\"}," ENTRY("footer", "24 See the log of the keepers.") "]",
        words);
    return strstr(tree_of("a.json", list), "note \"24\"");
}

START_TEST(calls_are_figures_behind_words)
{
    ck_assert(is_called("Recalling the Rights of Keepers²⁴ and of lights,"));
    ck_assert(is_called("Recalling the lamps,24"));
    ck_assert(is_called("Recalling the “lamps”24 of the rock,"));
    ck_assert(is_called("Recalling the Rights of Keepers24 and of lights,"));
    ck_assert(!is_called("Recalling the lamps of the year 24,"));
    ck_assert(!is_called("Recalling 1,24 lamps,"));
    ck_assert(!is_called("Recalling the lamps,243"));
    ck_assert(!is_called("24 lamps recalling,"));
}
END_TEST

START_TEST(notes_of_one_number_are_taken_in_order)
{
    const char *tree = tree_of(
        "a.json",
        "[" TITLE "," OPENING
        "," ENTRY("paragraph", "First lamp;¹") "," ENTRY("footer", "¹ Of the rock.") "," ENTRY(
            "paragraph", "Second lamp;¹") "," ENTRY("footer", "¹ Of the island.") "]");
    const char *first = strstr(tree, "Of the rock."), *second = strstr(tree, "Second lamp");
    ck_assert_msg(first && second && first < second && strstr(second, "Of the island."), "%s",
                  tree);
    ASSERT_HAS(tree, "note \"2\" number=2");
}
END_TEST

/* --- the published lists --------------------------------------------------------------------- */

/* Letters alone: white space, figures of calls and labels do not count. */
static const char *letters_of(const char *text)
{
    GString *letters = g_string_new(NULL);
    for (; *text; text = g_utf8_next_char(text))
        if (g_unichar_isalpha(g_utf8_get_char(text)))
            g_string_append_unichar(letters, g_utf8_get_char(text));
    const char *copy = arena_strndup(arena, letters->str, letters->len);
    g_string_free(letters, TRUE);
    return copy;
}

/* Every block's letters, each label before its text; notes behind the block that calls them. */
static const char *words_of_tree(const struct node *doc)
{
    GString *words = g_string_new(NULL);
    for (const struct node *n = doc; n; n = doc_next(n, doc)) {
        if (!doc_is_block(n->kind))
            continue;
        if (n->label)
            g_string_append(words, letters_of(n->label));
        g_string_append(words, letters_of(doc_plain_text(arena, n)));
    }
    const char *copy = arena_strndup(arena, words->str, words->len);
    g_string_free(words, TRUE);
    return copy;
}

static int check_texts(const struct source *source, const char *words)
{
    const struct yaml *list = yaml_parse(arena, source, 0, source->size, DIAG_DATA, diag);
    int checked = 0;
    for (const struct yaml *entry = list->first; entry; entry = entry->next) {
        char **lines = g_strsplit(yaml_get(entry, "text")->text, "\n", -1);
        for (char **line = lines; *line; line++, checked++)
            if (!g_str_has_prefix(*line, "<!--"))
                ck_assert_msg(strstr(words, letters_of(*line)), "%s: lost: %s", source->name,
                              *line);
        g_strfreev(lines);
    }
    return checked;
}

static int check_list(const char *path)
{
    const struct source *source = source_read(arena, path, diag);
    ck_assert_msg(source != NULL, "%s", diag_text(diag));
    struct node *doc = read_document(arena, source, NULL, diag);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    ck_assert_ptr_nonnull(doc_field(doc, FIELD_SYMBOL));
    ck_assert_ptr_nonnull(doc_field(doc, FIELD_TITLE));
    return check_texts(source, words_of_tree(doc));
}

START_TEST(no_text_of_a_published_list_is_lost)
{
    const char *shared = g_getenv("PLENARY_SHARED");
    char *folder = g_build_filename(shared ? shared : "", "corpus/json-eosg", NULL);
    GDir *files = shared ? g_dir_open(folder, 0, NULL) : NULL;
    if (!files)
        printf("no_text_of_a_published_list_is_lost: skipped, %s is not there\n", folder);
    int count = 0, texts = 0;
    for (const char *name; files && (name = g_dir_read_name(files)); count++) {
        char *path = g_build_filename(folder, name, NULL);
        texts += check_list(path);
        g_free(path);
    }
    if (files) {
        printf("%d lists, %d texts, none lost\n", count, texts);
        g_dir_close(files);
    }
    g_free(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("import_paragraphs");
    TCase *tests = add_case(suite, "lists");
    tcase_add_test(tests, symbol_is_that_of_the_file);
    tcase_add_test(tests, other_bodies_open_too);
    tcase_add_test(tests, text_before_the_title_is_kept);
    tcase_add_test(tests, a_preamble_ends_where_its_commas_end);
    tcase_add_test(tests, labels_apart_make_lists);
    tcase_add_test(tests, calls_are_figures_behind_words);
    tcase_add_test(tests, notes_of_one_number_are_taken_in_order);
    tcase_add_test(tests, no_text_of_a_published_list_is_lost);
    return suite_run(suite);
}

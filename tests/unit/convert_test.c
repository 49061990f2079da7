/* convert: what is written in another form and read again is the same document: over the published
 * files, where the corpus folder beside the checkout is present, over the inputs, and over trees
 * that hold everything a tree can say. */
#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "reading.h"
#include "write/write.h"

/* --- the whole tree ------------------------------------------------------------------------ */

static const char *voters_of(const struct vote *vote)
{
    const char *text = "";
    for (int i = 0; vote && i < VOTE_CHOICE_COUNT; i++)
        for (const char *const *name = vote->voters[i]; name; name = *name ? name + 1 : NULL)
            text = arena_printf(arena, "%s%s\n", text, *name ? *name : "-");
    return text;
}

/* What doc_print leaves out or rounds. */
static const char *exact_lengths(const struct node *doc)
{
    GString *out = g_string_new(NULL);
    for (const struct node *n = doc; n; n = doc_next(n, doc)) {
        for (int i = 0; n->kind == NODE_TABLE && i < n->as.table.column_count; i++)
            g_string_append_printf(out, "%d ", n->as.table.columns[i]);
        for (int i = 0; n->kind == NODE_CELL && i < EDGE_COUNT; i++)
            g_string_append_printf(out, "%d ", n->as.cell.rules[i]);
    }
    const char *text = arena_strdup(arena, out->str);
    g_string_free(out, TRUE);
    return text;
}

static const char *print(const struct node *doc)
{
    return arena_printf(arena, "%s%s%s", doc_print(arena, doc), voters_of(doc->as.doc.vote),
                        exact_lengths(doc));
}

/* --- there and back ------------------------------------------------------------------------ */

static const struct node *read_text(const char *name, const char *text)
{
    const struct source *source = source_over(arena, name, text, strlen(text));
    const struct node *doc = read_document(arena, source, NULL, diag);
    ck_assert_msg(doc != NULL, "%s\n%s", diag_text(diag), text);
    return doc;
}

static const struct node *read_file(const char *path)
{
    struct source *source = source_read(arena, path, diag);
    const struct node *doc = source ? read_document(arena, source, NULL, diag) : NULL;
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    return doc;
}

/* The first line in which two texts differ. */
static const char *first_difference(const char *want, const char *got)
{
    char **wanted = g_strsplit(want, "\n", -1), **found = g_strsplit(got, "\n", -1);
    int i = 0;
    while (wanted[i] && found[i] && strcmp(wanted[i], found[i]) == 0)
        i++;
    const char *text = arena_printf(arena, "line %d of the tree\n  want %s\n  got  %s", i + 1,
                                    wanted[i] ? wanted[i] : "(end)", found[i] ? found[i] : "(end)");
    g_strfreev(wanted);
    g_strfreev(found);
    return text;
}

/* NULL when the document comes back the same, or when its writer said that it lost something. */
static const char *difference(const struct node *doc, enum write_form form, bool *lost)
{
    int warnings = diag_count(diag, DIAG_WARNING);
    const char *text = write_document(arena, doc, form, diag);
    *lost = diag_count(diag, DIAG_WARNING) > warnings;
    const char *name = doc->as.doc.source->name;
    const struct source *source = source_over(arena, name, text, strlen(text));
    const struct node *again = read_document(arena, source, NULL, diag);
    if (!again)
        return diag_text(diag);
    const char *want = print(doc), *got = print(again);
    return *lost || strcmp(want, got) == 0 ? NULL : first_difference(want, got);
}

static void check_text(const char *text)
{
    const struct node *doc = read_text("test", text);
    for (int form = WRITE_YAML; form <= WRITE_JSON; form++) {
        bool lost;
        const char *found = difference(doc, (enum write_form)form, &lost);
        ck_assert_msg(!found && !lost, "%s: %s\n%s", write_form_name((enum write_form)form), found,
                      write_document(arena, doc, (enum write_form)form, diag));
    }
}

/* --- published files ----------------------------------------------------------------------- */

static const char *shared_folder(void)
{
    const char *folder = g_getenv("PLENARY_SHARED");
    return folder && *folder ? folder : PLENARY_SHARED;
}

struct tally {
    enum write_form form;
    int files, differ, lost;
};

static void visit_file(struct tally *tally, const char *path)
{
    bool lost = false;
    tear_down();
    set_up();
    const char *found = difference(read_file(path), tally->form, &lost);
    tally->files++;
    tally->lost += lost;
    if (found && ++tally->differ <= 3)
        printf("%s: %s: %s\n", write_form_name(tally->form), path, found);
}

static void visit_folder(struct tally *tally, const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) && strcmp(name, "malformed") != 0)
            visit_folder(tally, path);
        else if (g_str_has_suffix(name, ".xml"))
            visit_file(tally, path);
        g_free(path);
    }
    if (dir)
        g_dir_close(dir);
}

START_TEST(published_files_come_back)
{
    struct tally tally = {.form = (enum write_form)_i};
    char *folder = g_build_filename(shared_folder(), "corpus", "akn4un", NULL);
    visit_folder(&tally, folder);
    if (tally.files)
        printf("%s: %d files, %d differ, %d were told to lose something\n",
               write_form_name(tally.form), tally.files, tally.differ, tally.lost);
    else
        printf("skipped: no corpus in %s\n", folder);
    ck_assert_int_eq(tally.differ, 0);
    if (tally.form == WRITE_YAML || tally.form == WRITE_JSON) /* which say everything */
        ck_assert_int_eq(tally.lost, 0);
    g_free(folder);
}
END_TEST

START_TEST(inputs_come_back)
{
    char *folder = g_build_filename(TEST_DATA, "..", "input", NULL);
    GDir *dir = g_dir_open(folder, 0, NULL);
    ck_assert_ptr_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir));)
        for (int form = WRITE_YAML; form <= WRITE_JSON; form++) {
            char *path = g_build_filename(folder, name, NULL);
            bool lost;
            const char *found = difference(read_file(path), (enum write_form)form, &lost);
            ck_assert_msg(!found && !lost, "%s: %s", name, found);
            g_free(path);
        }
    g_dir_close(dir);
    g_free(folder);
}
END_TEST

/* --- everything that can be said ----------------------------------------------------------- */

#define HEAD "plenary: 1\nlanguage: en\n"

/* A paragraph of these words, told as JSON would. */
static void check_words(const char *words)
{
    check_text(
        arena_printf(arena, HEAD "body:\n- paragraph: [{bold: \"%s\"}, \"%s\"]\n", words, words));
}

START_TEST(words_that_look_like_something_else)
{
    static const char *const words[] = {"yes",
                                        "no",
                                        "null",
                                        "~",
                                        "1.0",
                                        "0x1F",
                                        "1e5",
                                        "2044-12-14",
                                        "12:30:45",
                                        ".inf",
                                        "- a",
                                        "? a",
                                        ": a",
                                        "a: b",
                                        "a:",
                                        "a #b",
                                        "#a",
                                        "[a]",
                                        "{a: b}",
                                        "*a",
                                        "&a",
                                        "!a",
                                        "|",
                                        ">",
                                        "%a",
                                        "@a",
                                        "`a`",
                                        "'a'",
                                        "--- a",
                                        "...",
                                        "a, b",
                                        "a  b",
                                        "=",
                                        "<<",
                                        "\\\"a\\\"",
                                        "a\\\\n",
                                        "\\u00A0a\\u00A0",
                                        "\\u200Fa",
                                        "\\uFEFFa",
                                        "\\u2028a",
                                        "\\u0085a",
                                        "\\uFFFF",
                                        "\\U0001F600",
                                        "\\U000E0001",
                                        "\\uE000",
                                        "，、",
                                        "« a »",
                                        "'s",
                                        "…",
                                        "(a)",
                                        "1.",
                                        "–"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        check_words(words[i]);
}
END_TEST

START_TEST(long_texts_are_folded_where_nothing_is_lost)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 400; i++)
        g_string_append_printf(text, "%s%s", i ? " " : "", i % 7 ? "word" : i % 3 ? "- #" : "a:");
    check_words(text->str);
    g_string_assign(text, "");
    for (int i = 0; i < 400; i++)
        g_string_append(text, i % 5 ? "word\\u00A0 word " : "文字 ");
    check_words(text->str);
    g_string_free(text, TRUE);
}
END_TEST

START_TEST(texts_of_every_build)
{
    check_text(HEAD "body:\n"
                    "- paragraph: [a, {italic: [b, {bold: c}, d]}, {look: [bold, lead], text: e}]\n"
                    "- paragraph: [{lead: a}, {look: [], text: x}, {superior: b}, {link: [c, "
                    "{bold: d}], to: \"mailto:x y\"}]\n"
                    "- paragraph: [a, {note: b}, {note: [{paragraph: c}, {paragraph: d}], label: "
                    "\"*\"}, {note: ~}, {note: [{paragraph: ~}]}]\n"
                    "- paragraph: [a, {break: ~}, {break: ~}, {italic: [b, {break: ~}, c]}]\n"
                    "- {heading: {bold: a}, level: 3, label: I}\n"
                    "- {separator: \"* * *\"}\n"
                    "- paragraph: ~\n");
}
END_TEST

START_TEST(notes_keep_their_numbers)
{
    check_text(HEAD "body:\n- paragraph: [{note: a, label: \"3\"}, {note: b, label: \"7\"}]\n");
    check_text(HEAD "body:\n- paragraph: [{note: a}, {note: b, label: a}, {note: c}]\n");
    const struct node *doc = read_text("test", HEAD "body: [{paragraph: [{note: a}, {note: b}]}]");
    ck_assert_ptr_null(strstr(write_document(arena, doc, WRITE_YAML, diag), "label"));
}
END_TEST

START_TEST(blocks_of_every_kind)
{
    check_text(HEAD "kind: draft\norgan: security-council\n"
                    "vote: {outcome: recorded, favour: 1, against: {voters: []}, "
                    "abstaining: {count: 2, voters: [A, \"no\"]}}\n"
                    "masthead:\n- {symbol: S/1, item: a, item-title: [{bold: b}, c]}\n"
                    "- {item: \"2044-12-14\", job: {text: \"2\"}, issued: {date: 2044-12-14, text: "
                    "{italic: x}}}\n"
                    "body:\n- list: [a, {list: [b, {item: c, label: ~}, {paragraph: d}]}]\n"
                    "- {list: [x], level: 2}\n"
                    "- {operative: a, list: [{item: b, list: [c]}, {list: [d]}]}\n"
                    "- {operative: b, label: ~}\n- {operative: c}\n"
                    "- {field: title, text: out of place, date: 2044-12-14}\n"
                    "- closing: [{vote: x}, {adopted: 2044-12-14}, {meeting: [a, {break: ~}, b]}]\n"
                    "- part: [{closing: []}, {annex: [{heading: a}]}]\n- annex: []\n");
}
END_TEST

START_TEST(tables_keep_all_that_they_say)
{
    check_text(HEAD "body:\n- table:\n"
                    "  - head: [a, {cell: b, columns: 2, rows: 3, align: justify, place: bottom}]\n"
                    "  - [{cell: [{paragraph: a}, {list: [b]}], rules: {top: 0.001pt, end: "
                    "33.333mm}}, {cell: ~, rules: 0.5pt}, ~, {cell: h, head: yes}]\n"
                    "  - [{bold: a}, [b, {note: c}], \"\", {cell: [{table: [[x]]}]}]\n"
                    "  - []\n"
                    "  columns: [auto, 12.34mm, 0.7in, 3cm, 40pt, 0]\n  bare: yes\n"
                    "- paragraph: of this table\n  table-note: yes\n- table: []\n");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("convert");
    TCase *tests = add_case(suite, "convert");
    tcase_set_timeout(tests, 300); /* the whole corpus, perhaps beside other work */
    tcase_add_loop_test(tests, published_files_come_back, 0, WRITE_FORM_COUNT);
    tcase_add_test(tests, inputs_come_back);
    tcase_add_test(tests, words_that_look_like_something_else);
    tcase_add_test(tests, long_texts_are_folded_where_nothing_is_lost);
    tcase_add_test(tests, texts_of_every_build);
    tcase_add_test(tests, notes_keep_their_numbers);
    tcase_add_test(tests, blocks_of_every_kind);
    tcase_add_test(tests, tables_keep_all_that_they_say);
    return suite_run(suite);
}

/* The desk of the PDF tests: books made by hand, files written and read back. With the name of a
 * folder as argument, a test keeps its books there, for checkers that are not ours. */
#ifndef PDF_DESK_H
#define PDF_DESK_H

#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pdf/pdf.h"
#include "pdf_book.h"
#include "pdf_lint.h"

static struct arena *arena;
static struct diag *diag;
static struct desk desk;
static const struct face *han, *han_bold, *western, *named;
static const char *sample_folder;

static inline void set_up(void)
{
    g_unsetenv("SOURCE_DATE_EPOCH");
    arena = arena_new();
    diag = diag_new(arena);
    desk_begin(&desk, arena, ZH);
    han = desk_face(&desk, "Noto Serif CJK SC", FC_WEIGHT_REGULAR);
    han_bold = desk_face(&desk, "Noto Serif CJK SC", FC_WEIGHT_BOLD);
    western = desk_face(&desk, "Liberation Serif", FC_WEIGHT_REGULAR);
    ck_assert_msg(han && han_bold && western, "the fonts of the house style are not installed");
    named = desk_face(&desk, "Nimbus Roman", FC_WEIGHT_REGULAR); /* CFF with glyph names */
}

static inline void tear_down(void)
{
    arena_free(arena);
}

/* --- making books -------------------------------------------------------------------- */

static inline struct node *add(struct node *parent, enum node_kind kind, const char *text)
{
    struct node *node = doc_new(arena, kind, 0);
    doc_append(parent, node);
    doc_append_text(arena, node, text, strlen(text), 0);
    return node;
}

static inline struct node *add_field(enum field field, const char *text)
{
    struct node *node = doc_new_field(arena, field, text, 0);
    doc_append(desk.doc, node);
    return node;
}

static inline struct node *add_labelled(struct node *parent, enum node_kind kind, const char *label,
                                        const char *text)
{
    struct node *node = add(parent, kind, text);
    node->label = label;
    return node;
}

static inline void put(const struct face *face, const struct node *owner, const char *text)
{
    desk.face = face;
    desk_put(&desk, owner, text);
}

static inline void put_part(const struct face *face, const struct node *owner, enum run_part part,
                            const char *text)
{
    desk.part = part;
    put(face, owner, text);
    desk.part = RUN_BODY;
}

static inline void put_label(const struct node *owner)
{
    put_part(western, owner, RUN_LABEL, owner->label);
    desk_skip(&desk, 1400);
}

static inline void put_call(const struct node *note)
{
    desk.size = PT(6.5);
    desk.rise = PT(3.5);
    put_part(western, note, RUN_CALL, note->label);
    desk.size = PT(10.5);
    desk.rise = 0;
}

/* Han and figures in turn, a quarter em between them that is no space. */
static inline void put_mixed(const struct node *owner, const char *const *pieces)
{
    for (int i = 0; pieces[i]; i++) {
        if (i)
            desk_skip(&desk, 250);
        put(g_ascii_isalnum(*pieces[i]) ? western : han, owner, pieces[i]);
    }
}

static inline void put_artifact(enum artifact artifact, const char *text)
{
    desk.artifact = artifact;
    put(western, NULL, text);
    desk.artifact = ARTIFACT_NONE;
}

/* A resolution in small, on two pages, with every kind of thing that has a place in the tree. */
static inline const struct book *make_resolution(void)
{
    struct node *organ = add_field(FIELD_ORGAN, "大会");
    struct node *number = add_field(FIELD_NUMBER, "76/19.");
    struct node *title = add_field(FIELD_TITLE, "和平与安全");
    struct node *preamble = add(desk.doc, NODE_PREAMBULAR, "");
    struct node *lead = add(preamble, NODE_SPAN, "回顾");
    struct node *link = add(preamble, NODE_LINK, "43/78 H");
    link->as.link.target = "https://undocs.org/zh/A/RES/43/78 H";
    struct node *note = add(preamble, NODE_NOTE, "");
    note->label = "1";
    struct node *body = add(note, NODE_PARAGRAPH, "见记录。");
    struct node *request = add_labelled(desk.doc, NODE_OPERATIVE, "1.", "请各国：");
    struct node *list = add(desk.doc, NODE_LIST, "");
    struct node *item = add_labelled(list, NODE_ITEM, "(a)", "合作");
    struct node *inner = add(list, NODE_LIST, "");
    struct node *deep = add_labelled(inner, NODE_ITEM, "(i)", "互信");
    struct node *tail = add(list, NODE_PARAGRAPH, "继续努力");
    struct node *annex = add(desk.doc, NODE_ANNEX, "");
    struct node *heading = add(annex, NODE_HEADING, "附件");
    heading->as.block.level = 3;

    put(han, organ, "大会");
    desk_line(&desk);
    put(western, number, "76/19.");
    desk_skip(&desk, 1000);
    put(han_bold, title, "和平与安全");
    desk_line(&desk);
    put(han_bold, lead, "回顾");
    put_mixed(preamble, (const char *const[]){"其", "2021", "年", "12", "月", "6", "日第", NULL});
    desk_skip(&desk, 250);
    put(western, link, "43/78 H");
    desk_skip(&desk, 250);
    put(han, preamble, "号决议，");
    put_call(note);
    desk.language = EN;
    put(western, preamble, "office");
    desk.language = LANGUAGE_NONE;
    desk_line(&desk);
    put_label(request);
    put(han, request, "请各国：");
    desk_line(&desk);
    put_label(item);
    put(han, item, "合作");
    desk_line(&desk);
    put_label(deep);
    put(han, deep, "互信");
    desk_line(&desk);
    put(han, tail, "继续");
    desk_line(&desk);
    put_label(note);
    put(han, body, "见记录。");
    desk_line(&desk);
    put_artifact(ARTIFACT_FOOTER, "1/2");
    desk_page(&desk);
    put(han, tail, "努力");
    desk_line(&desk);
    put(han_bold, heading, "附件");
    desk_line(&desk);
    put_artifact(ARTIFACT_HEADER, "A/RES/76/19");
    return desk_book(&desk, "A/RES/76/19：和平与安全");
}

/* --- looking at files ---------------------------------------------------------------- */

static inline GByteArray *write_book(const struct book *book)
{
    GByteArray *file = pdf_write(arena, book, diag);
    ck_assert_msg(file != NULL, "%s", diag_text(diag));
    return file;
}

static inline void keep_sample(const GByteArray *file)
{
    static int number;
    char *path = arena_printf(arena, "%s/book-%d.pdf", sample_folder, ++number);
    ck_assert(g_file_set_contents(path, (const char *)file->data, (gssize)file->len, NULL));
}

/* The file, read back and held against all rules. */
static inline const struct reader *open_book(const struct book *book)
{
    GByteArray *file = write_book(book);
    if (sample_folder)
        keep_sample(file);
    const struct reader *reader = reader_open(arena, file);
    g_byte_array_free(file, TRUE);
    lint_file(reader);
    return reader;
}

/* The tree as "Document(P H1 …)". */
static inline void put_outline(const struct reader *r, const struct value *element, GString *out)
{
    const struct value *kids = get(r, element, "K");
    bool open = false;
    g_string_append(out, get(r, element, "S")->text);
    for (int i = 0; i < count(kids); i++) {
        const struct value *kid = nth(r, kids, i);
        if (!get(r, kid, "S"))
            continue;
        g_string_append(out, open ? " " : "(");
        put_outline(r, kid, out);
        open = true;
    }
    g_string_append(out, open ? ")" : "");
}

static inline const char *outline_of(const struct reader *r)
{
    GString *out = g_string_new(NULL);
    put_outline(r, nth(r, get(r, get(r, catalog(r), "StructTreeRoot"), "K"), 0), out);
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

static inline const char *content_of(const struct reader *r, int page)
{
    return stream_of(r, entry(page_of_reader(r, page), "Contents"))->str;
}

/* What pdftotext gets out of the book, as the text of one line; NULL when it is not installed. */
static inline const char *words_of(const struct book *book, const char *mode)
{
    GByteArray *file = write_book(book);
    char *path = g_build_filename(g_get_tmp_dir(), "plenary-pdf-test-XXXXXX", NULL), *out = NULL;
    close(g_mkstemp(path));
    ck_assert(g_file_set_contents(path, (const char *)file->data, (gssize)file->len, NULL));
    const char *arguments[] = {"pdftotext", "-enc", "UTF-8", mode, path, "-", NULL};
    g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL,
                 NULL);
    g_unlink(path);
    const char *words = out ? arena_strdup(arena, g_strstrip(out)) : NULL;
    g_byte_array_free(file, TRUE);
    g_free(path);
    g_free(out);
    return words;
}

static inline void check_words(const struct book *book, const char *expected)
{
    static const char *const modes[] = {"-raw", "-nopgbrk"};
    for (size_t i = 0; i < G_N_ELEMENTS(modes); i++) {
        const char *words = words_of(book, modes[i]);
        if (words)
            ck_assert_str_eq(words, expected);
        else
            printf("skipped: pdftotext is not installed\n");
    }
}

/* --- main ---------------------------------------------------------------------------- */

static inline int pdf_main(const char *name, const TTest *const *all, int argc, char **argv)
{
    sample_folder = argc > 1 ? argv[1] : NULL;
    Suite *suite = suite_create(name);
    TCase *tests = tcase_create(name);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    for (; *all; all++)
        tcase_add_test(tests, *all);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}

#endif

/* write_desk: writes trees in a form and reads them back, for tests of the writers. Trees come from
 * the corpus folder beside the checkout, from input/, or are made up at random. */
#ifndef PLENARY_TEST_WRITE_DESK_H
#define PLENARY_TEST_WRITE_DESK_H

#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "suite.h"
#include "write/write.h"

struct desk {
    struct arena *arena;
    struct diag *told; /* what the writer says */
    const struct node *doc, *back;
    const char *text; /* as written */
};

static inline struct desk desk_new(void)
{
    struct desk desk = {.arena = arena_new()};
    desk.told = diag_new(desk.arena);
    return desk;
}

static inline void desk_free(struct desk *desk)
{
    arena_free(desk->arena);
}

/* --- there and back ------------------------------------------------------------------- */

static inline const struct node *desk_read(struct desk *desk, const char *name, const char *text)
{
    struct diag *diag = diag_new(desk->arena);
    struct source *source = source_over(desk->arena, name, text, strlen(text));
    const struct node *doc = read_document(desk->arena, source, NULL, diag);
    ck_assert_msg(doc != NULL, "%s\n%s", diag_text(diag), text);
    return doc;
}

/* All words in their order, labels too, without white space and marks of direction. */
static inline const char *desk_words(struct desk *desk, const struct node *doc)
{
    GString *out = g_string_new(NULL);
    for (const struct node *n = doc; n; n = doc_next(n, doc)) {
        const char *text = n->kind == NODE_NOTE ? NULL : n->kind == NODE_TEXT ? n->text : n->label;
        for (; text && *text; text = g_utf8_next_char(text))
            if (!g_unichar_isspace(g_utf8_get_char(text)) && g_utf8_get_char(text) != 0x200E)
                g_string_append_unichar(out, g_utf8_get_char(text));
    }
    const char *words = arena_strdup(desk->arena, out->str);
    g_string_free(out, TRUE);
    return words;
}

/* The two trees are equal, or the writer said what is lost; no word is lost in any case. True when
 * they are equal. */
static inline bool desk_there_and_back(struct desk *desk, enum write_form form)
{
    const struct source *source = desk->doc->as.doc.source;
    desk->text = write_document(desk->arena, desk->doc, form, desk->told);
    desk->back = desk_read(desk, source->name, desk->text);
    ck_assert_str_eq(desk_words(desk, desk->doc), desk_words(desk, desk->back));
    const char *want = doc_print(desk->arena, desk->doc), *got = doc_print(desk->arena, desk->back);
    if (strcmp(want, got) == 0)
        return true;
    ck_assert_msg(strstr(diag_text(desk->told), "[write-lost]"), "%s:\n%s\n%s", source->name, want,
                  got);
    return false;
}

/* --- files ------------------------------------------------------------------------------ */

typedef void desk_visitor(struct desk *desk);

static inline int desk_visit_folder(const char *folder, desk_visitor *visit)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    int count = 0;
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            count += strcmp(name, "malformed") ? desk_visit_folder(path, visit) : 0;
        } else {
            struct desk desk = desk_new();
            struct diag *diag = diag_new(desk.arena);
            struct source *source = source_read(desk.arena, path, diag);
            desk.doc = source ? read_document(desk.arena, source, NULL, diag) : NULL;
            if (desk.doc)
                visit(&desk);
            count += desk.doc != NULL;
            desk_free(&desk);
        }
        g_free(path);
    }
    if (dir)
        g_dir_close(dir);
    return count;
}

/* Files of input/, and of the corpus where it is. */
static inline int desk_visit_files(desk_visitor *visit)
{
    const char *shared = g_getenv("PLENARY_SHARED");
    char *corpus =
        g_build_filename(shared && *shared ? shared : PLENARY_SHARED, "corpus", "akn4un", NULL);
    char *input = g_build_filename(TEST_DATA, "..", "input", NULL);
    int count = desk_visit_folder(input, visit);
    ck_assert_int_gt(count, 0);
    int more = desk_visit_folder(corpus, visit);
    if (!more)
        printf("skipped: no corpus in %s\n", corpus);
    g_free(corpus);
    g_free(input);
    return count + more;
}

static enum write_form desk_form;
static int desk_whole;

static inline void desk_visit_whole(struct desk *desk)
{
    desk_whole += desk_there_and_back(desk, desk_form);
}

/* Writes and reads every file: at least `share` in a hundred come back whole. */
static inline void desk_check_files(enum write_form form, int share)
{
    desk_form = form;
    desk_whole = 0;
    int count = desk_visit_files(desk_visit_whole);
    printf("%s: %d of %d files come back whole, of the others it is said\n", write_form_name(form),
           desk_whole, count);
    ck_assert_int_ge(desk_whole * 100, count * share);
}

/* --- trees made up at random -------------------------------------------------------------- */

struct making {
    struct arena *arena;
    GRand *rand;
    int depth;
    bool in_note;
};

static inline int making_pick(struct making *making, int below)
{
    return g_rand_int_range(making->rand, 0, below);
}

static inline const char *making_words(struct making *making)
{
    static const char *const pieces[] = {"word",
                                         "Recalling",
                                         "is",
                                         "(a) so",
                                         "1. first",
                                         "2) second",
                                         "- dash",
                                         "* star",
                                         "**bold**",
                                         "_under_",
                                         "`code`",
                                         "<b>tag",
                                         "</p>",
                                         "&amp;",
                                         "&#65;",
                                         "[link](x)",
                                         "[^1]",
                                         "[^1]: no",
                                         "# head",
                                         "> quote",
                                         "|pipe|",
                                         "\\",
                                         "\\|",
                                         "---",
                                         "===",
                                         "***",
                                         "~~~",
                                         "\u00A0",
                                         "a\u00A0b",
                                         "\u200E",
                                         "决定",
                                         "，",
                                         "“so”",
                                         "الجمعية",
                                         "]]>",
                                         "A/RES/76/1",
                                         "Annex",
                                         "6 May 2021",
                                         "I.",
                                         "A.",
                                         "!",
                                         "_",
                                         "*",
                                         "<!-- x -->",
                                         "The General Assembly,",
                                         "1",
                                         "–",
                                         "%",
                                         "https://un.org",
                                         "\u2028",
                                         "e\u0301",
                                         "\U0001F54A",
                                         "a.",
                                         "{x}",
                                         ":"};
    GString *text = g_string_new(NULL);
    for (int i = making_pick(making, 4); i >= 0; i--) {
        g_string_append(text, pieces[making_pick(making, G_N_ELEMENTS(pieces))]);
        if (making_pick(making, 3))
            g_string_append_c(text, ' ');
    }
    const char *words = arena_strdup(making->arena, text->str);
    g_string_free(text, TRUE);
    return words;
}

static inline void making_blocks(struct making *making, struct node *parent, int most);

static inline void making_inlines(struct making *making, struct node *parent)
{
    static const unsigned looks[] = {LOOK_BOLD,      LOOK_ITALIC,   LOOK_BOLD | LOOK_ITALIC,
                                     LOOK_UNDERLINE, LOOK_STRIKE,   LOOK_SMALL_CAPS,
                                     LOOK_SUPERIOR,  LOOK_INFERIOR, LOOK_BOLD | LOOK_SUPERIOR};
    for (int i = making_pick(making, 4); i >= 0; i--) {
        const char *words = making_words(making);
        int kind = making->depth < 4 ? making_pick(making, 8) : 0;
        struct node *node = NULL;
        if (kind == 5 && !making->in_note)
            node = doc_new(making->arena, NODE_NOTE, 0);
        else if (kind == 6)
            node = doc_new(making->arena, NODE_LINK, 0);
        else if (kind == 7)
            node = doc_new(making->arena, NODE_SPAN, 0);
        else if (kind == 4 && parent->kind != NODE_LINK)
            node = doc_new(making->arena, NODE_BREAK, 0);
        if (!node) {
            doc_append_text(making->arena, parent, words, strlen(words), 0);
            continue;
        }
        doc_append(parent, node);
        making->depth++;
        if (node->kind == NODE_NOTE) {
            making->in_note = true;
            making_blocks(making, node, 2);
            making->in_note = false;
        } else if (node->kind == NODE_LINK) {
            node->as.link.target = making_pick(making, 2) ? "https://un.org/a?b=1&copy=<2>\\|x"
                                                          : "https://undocs.org/en/A/76/1";
            doc_append_text(making->arena, node, words, strlen(words), 0);
        } else if (node->kind == NODE_SPAN) {
            node->as.span.look = looks[making_pick(making, G_N_ELEMENTS(looks))];
            making_inlines(making, node);
        }
        making->depth--;
    }
}

static inline struct node *making_block(struct making *making, struct node *parent,
                                        enum node_kind kind)
{
    static const char *const labels[] = {"1.",  "2.", "(a)", "(b)", "(i)", "–",
                                         "12.", "A.", "I",   "1 -", "a.",  "No. 1"};
    struct node *block = doc_new(making->arena, kind, 0);
    doc_append(parent, block);
    if (kind == NODE_OPERATIVE || kind == NODE_ITEM ||
        (kind == NODE_HEADING && making_pick(making, 2)))
        block->label = labels[making_pick(making, G_N_ELEMENTS(labels))];
    if (kind == NODE_HEADING)
        block->as.block.level = 1 + making_pick(making, 3);
    making_inlines(making, block);
    if (block->label) /* of a label alone readers think that its text follows */
        doc_append_text(making->arena, block, "end", 3, 0);
    return block;
}

static inline void making_table(struct making *making, struct node *parent)
{
    struct node *table = doc_new(making->arena, NODE_TABLE, 0);
    int columns = 1 + making_pick(making, 3);
    doc_append(parent, table);
    for (int i = making_pick(making, 3); i >= 0; i--) {
        struct node *row = doc_new(making->arena, NODE_ROW, 0);
        row->as.row.head = !table->first && making_pick(making, 2);
        doc_append(table, row);
        for (int j = 0; j < columns; j++) {
            struct node *cell = doc_new(making->arena, NODE_CELL, 0);
            cell->as.cell.align = (enum cell_align)making_pick(making, CELL_JUSTIFY + 1);
            cell->as.cell.rules[making_pick(making, EDGE_COUNT)] = 512;
            doc_append(row, cell);
            if (making_pick(making, 4))
                making_blocks(making, cell, 2);
        }
    }
}

static inline void making_list(struct making *making, struct node *parent, int level)
{
    struct node *list = doc_new(making->arena, NODE_LIST, 0);
    list->as.block.level = level;
    doc_append(parent, list);
    for (int i = making_pick(making, 3); i >= 0; i--) {
        making_block(making, list, NODE_ITEM);
        if (level < 3 && !making_pick(making, 4))
            making_list(making, list, level + 1);
        if (!making_pick(making, 4))
            making_block(making, list, NODE_PARAGRAPH);
    }
}

static inline void making_blocks(struct making *making, struct node *parent, int most)
{
    bool narrow = parent->kind == NODE_NOTE || parent->kind == NODE_CELL;
    making->depth++;
    for (int i = making_pick(making, most); i >= 0; i--) {
        int kind = narrow ? making_pick(making, 12) : making_pick(making, 8);
        if (kind == 0 && making->depth < 3)
            making_list(making, parent, 1);
        else if (kind == 1 && making->depth < 3 && !making->in_note)
            making_table(making, parent);
        else if (narrow || kind == 2)
            making_block(making, parent, NODE_PARAGRAPH);
        else if (kind == 3)
            making_block(making, parent, NODE_HEADING);
        else if (kind == 4)
            making_block(making, parent, NODE_SEPARATOR);
        else if (kind == 5)
            making_block(making, parent, NODE_PREAMBULAR);
        else
            making_block(making, parent, NODE_OPERATIVE);
    }
    making->depth--;
}

/* A document of any shape; the same seed makes the same. */
static inline const struct node *desk_make(struct desk *desk, guint32 seed)
{
    static const struct {
        enum field field;
        const char *text; /* NULL: any */
    } fields[] = {{FIELD_ORGANIZATION, "United Nations"},
                  {FIELD_SYMBOL, "A/RES/99/7"},
                  {FIELD_ORGAN, "General Assembly"},
                  {FIELD_DISTRIBUTION, "Distr.: General"},
                  {FIELD_ISSUED, "14 December 2044"},
                  {FIELD_SESSION, NULL},
                  {FIELD_ITEM, NULL},
                  {FIELD_ITEM_TITLE, NULL},
                  {FIELD_ADOPTION, NULL},
                  {FIELD_PROPONENT, NULL},
                  {FIELD_NUMBER, "99/7."},
                  {FIELD_TITLE, NULL},
                  {FIELD_JOB, "44-21077"}};
    struct making making = {.arena = desk->arena, .rand = g_rand_new_with_seed(seed)};
    struct node *doc = doc_new(desk->arena, NODE_DOC, 0);
    doc->as.doc.language = EN;
    doc->as.doc.source = source_over(desk->arena, "made-up", "", 0);
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        const char *text = fields[i].text ? fields[i].text : making_words(&making);
        struct node *field = doc_new_field(desk->arena, fields[i].field, text, 0);
        if (fields[i].field == FIELD_ISSUED)
            field->as.field.date = (struct date){2044, 12, 14};
        if (fields[i].text || making_pick(&making, 2))
            doc_append(doc, field);
    }
    making_blocks(&making, doc, 8);
    if (!making_pick(&making, 3)) {
        struct node *annex = doc_new(desk->arena, NODE_ANNEX, 0);
        doc_append(doc, annex);
        making_blocks(&making, annex, 4);
    }
    g_rand_free(making.rand);
    doc_finish(desk->arena, doc);
    return doc;
}

static inline void desk_check_random(enum write_form form)
{
    for (guint32 seed = 1; seed <= 300; seed++) {
        struct desk desk = desk_new();
        desk.doc = desk_make(&desk, seed);
        desk_there_and_back(&desk, form);
        desk_free(&desk);
    }
}

#endif

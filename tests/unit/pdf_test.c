/* pdf: what a reader of the file would notice, sighted or not: the words come back, the structure
 * is that of the document, links lead somewhere, the bytes are the same tomorrow.
 *
 * With the name of a folder as argument, keeps its books there, for checkers that are not ours. */
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

static void set_up(void)
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

static void tear_down(void)
{
    arena_free(arena);
}

/* --- making books -------------------------------------------------------------------- */

static struct node *add(struct node *parent, enum node_kind kind, const char *text)
{
    struct node *node = doc_new(arena, kind, 0);
    doc_append(parent, node);
    doc_append_text(arena, node, text, strlen(text), 0);
    return node;
}

static struct node *add_field(enum field field, const char *text)
{
    struct node *node = doc_new_field(arena, field, text, 0);
    doc_append(desk.doc, node);
    return node;
}

static struct node *add_labelled(struct node *parent, enum node_kind kind, const char *label,
                                 const char *text)
{
    struct node *node = add(parent, kind, text);
    node->label = label;
    return node;
}

static void put(const struct face *face, const struct node *owner, const char *text)
{
    desk.face = face;
    desk_put(&desk, owner, text);
}

static void put_part(const struct face *face, const struct node *owner, enum run_part part,
                     const char *text)
{
    desk.part = part;
    put(face, owner, text);
    desk.part = RUN_BODY;
}

static void put_label(const struct node *owner)
{
    put_part(western, owner, RUN_LABEL, owner->label);
    desk_skip(&desk, 1400);
}

static void put_call(const struct node *note)
{
    desk.size = PT(6.5);
    desk.rise = PT(3.5);
    put_part(western, note, RUN_CALL, note->label);
    desk.size = PT(10.5);
    desk.rise = 0;
}

/* Han and figures in turn, a quarter em between them that is no space. */
static void put_mixed(const struct node *owner, const char *const *pieces)
{
    for (int i = 0; pieces[i]; i++) {
        if (i)
            desk_skip(&desk, 250);
        put(g_ascii_isalnum(*pieces[i]) ? western : han, owner, pieces[i]);
    }
}

static void put_artifact(enum artifact artifact, const char *text)
{
    desk.artifact = artifact;
    put(western, NULL, text);
    desk.artifact = ARTIFACT_NONE;
}

/* A resolution in small, on two pages, with every kind of thing that has a place in the tree. */
static const struct book *make_resolution(void)
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

static GByteArray *write_book(const struct book *book)
{
    GByteArray *file = pdf_write(arena, book, diag);
    ck_assert_msg(file != NULL, "%s", diag_text(diag));
    return file;
}

static void keep_sample(const GByteArray *file)
{
    static int number;
    char *path = arena_printf(arena, "%s/book-%d.pdf", sample_folder, ++number);
    ck_assert(g_file_set_contents(path, (const char *)file->data, (gssize)file->len, NULL));
}

/* The file, read back and held against all rules. */
static const struct reader *open_book(const struct book *book)
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
static void put_outline(const struct reader *r, const struct value *element, GString *out)
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

static const char *outline_of(const struct reader *r)
{
    GString *out = g_string_new(NULL);
    put_outline(r, nth(r, get(r, get(r, catalog(r), "StructTreeRoot"), "K"), 0), out);
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

static const char *content_of(const struct reader *r, int page)
{
    return stream_of(r, entry(page_of_reader(r, page), "Contents"))->str;
}

/* What pdftotext gets out of the book, as the text of one line; NULL when it is not installed. */
static const char *words_of(const struct book *book, const char *mode)
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

static void check_words(const struct book *book, const char *expected)
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

/* --- tests --------------------------------------------------------------------------- */

START_TEST(tree_is_that_of_the_document)
{
    const struct reader *r = open_book(make_resolution());
    ck_assert_str_eq(outline_of(r), "Document(P H1 P(Link Reference(Link) Span) Note(Lbl P) P "
                                    "L(LI(Lbl LBody(P L(LI(Lbl LBody(P))) P))) Sect(H2))");
}
END_TEST

START_TEST(a_table_is_regular)
{
    struct node *table = add(desk.doc, NODE_TABLE, "");
    static const char *const words[] = {"甲", "乙", "丙", "丁", "戊"};
    for (int row = 0, word = 0; row < 3; row++) {
        struct node *line = add(table, NODE_ROW, "");
        for (int column = 0; column < (row == 1 ? 1 : 2); column++, word++) {
            struct node *cell = add(line, NODE_CELL, "");
            if (word > 0) /* the first one stays empty */
                put(han, add(cell, NODE_PARAGRAPH, words[word]), words[word]);
        }
    }
    const struct reader *r = open_book(desk_book(&desk, "x"));
    ck_assert_str_eq(outline_of(r), "Document(Table(TR(TD TD(P)) TR(TD(P)) TR(TD(P) TD(P))))");
    const struct value *kid = get(r, get(r, catalog(r), "StructTreeRoot"), "K");
    for (int i = 0, path[] = {0, 0, 1, 0}; i < 4; i++) /* the only cell of the second row */
        kid = nth(r, i ? get(r, kid, "K") : kid, path[i]);
    ck_assert_int_eq(get_int(r, get(r, kid, "A"), "ColSpan"), 2);
}
END_TEST

START_TEST(catalog_tells_what_readers_need)
{
    const struct reader *r = open_book(make_resolution());
    ck_assert_str_eq(get(r, catalog(r), "Lang")->text, "zh");
    const struct value *labels = get(r, get(r, catalog(r), "PageLabels"), "Nums");
    ck_assert(is_name(get(r, nth(r, labels, 1), "S"), "D"));
    const struct value *outline = get(r, catalog(r), "Outlines");
    ck_assert_int_eq(get_int(r, outline, "Count"), 2); /* the annex is no part of the title */
    ck_assert_ptr_ne(get(r, outline, "First"), get(r, outline, "Last"));
    const char *xmp = stream_of(r, entry(catalog(r), "Metadata"))->str;
    ck_assert_ptr_nonnull(strstr(xmp, "<pdfuaid:part>1<"));
    ck_assert_ptr_nonnull(strstr(xmp, ">A/RES/76/19：和平与安全<"));
    ck_assert_ptr_nonnull(strstr(xmp, "<xmp:CreateDate>2021-12-08T00:00:00Z<"));
    ck_assert_str_eq(get(r, get(r, r->trailer, "Info"), "ModDate")->text, "D:20211208000000Z");
}
END_TEST

START_TEST(links_lead_somewhere)
{
    const struct reader *r = open_book(make_resolution());
    const struct value *annotations = get(r, page_of_reader(r, 0), "Annots");
    ck_assert_int_eq(count(annotations), 2);
    const struct value *link = nth(r, annotations, 0), *call = nth(r, annotations, 1);
    ck_assert_str_eq(get(r, get(r, link, "A"), "URI")->text,
                     "https://undocs.org/zh/A/RES/43/78%20H");
    ck_assert_str_eq(get(r, link, "Contents")->text, "43/78 H");
    ck_assert_ptr_eq(nth(r, get(r, call, "Dest"), 0), page_of_reader(r, 0));
    const struct value *box = get(r, link, "Rect");
    ck_assert(nth(r, box, 0)->number < nth(r, box, 2)->number);
    ck_assert(nth(r, box, 1)->number < nth(r, box, 3)->number);
    ck_assert_ptr_null(get(r, page_of_reader(r, 1), "Annots"));
}
END_TEST

START_TEST(a_link_over_two_lines_is_two_places_to_click)
{
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    struct node *link = add(block, NODE_LINK, "A/76/439");
    link->as.link.target = "https://undocs.org/A/76/439";
    put(western, link, "A/76/");
    put(han, link, "号");
    desk_line(&desk);
    put(western, link, "439");
    const struct reader *r = open_book(desk_book(&desk, "x"));
    ck_assert_int_eq(count(get(r, page_of_reader(r, 0), "Annots")), 2);
    ck_assert_str_eq(outline_of(r), "Document(P(Link))");
}
END_TEST

START_TEST(white_without_a_space_is_none)
{
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    struct node *link = add(block, NODE_LINK, "43/78");
    put(han_bold, block, "其");
    desk_skip(&desk, 250);
    put_mixed(block, (const char *const[]){"2021", "年", "12", "月", "6", "日第", NULL});
    desk_skip(&desk, 250);
    put(western, link, "43/78");
    desk_skip(&desk, 400);
    put(han, block, "号，");
    desk_skip(&desk, -500); /* a mark that gave away its blank half */
    put(han, block, "（甲");
    check_words(desk_book(&desk, "x"), "其2021年12月6日第43/78号，（甲");
}
END_TEST

START_TEST(a_space_without_white_is_one)
{
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    const char *const pieces[] = {"第", " ", "43/78", " ", "H", " ", "号，", " ", "甲", NULL};
    for (int i = 0; pieces[i]; i++) {
        length before = desk.x;
        put(g_ascii_isalnum(*pieces[i]) || *pieces[i] == ' ' ? western : han, block, pieces[i]);
        if (*pieces[i] == ' ')
            desk.x = before + desk.size / 8;
    }
    check_words(desk_book(&desk, "x"), "第 43/78 H 号， 甲");
}
END_TEST

START_TEST(one_glyph_may_have_two_texts)
{
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    put(han, block, "一\u2F00一"); /* a radical with the glyph of the number one */
    put(western, block, "a\u00A0b office");
    const struct book *book = desk_book(&desk, "x");
    hb_codepoint_t space = 0, tied = 0; /* one glyph for both, in some faces */
    hb_font_get_nominal_glyph(western->hb_font, ' ', &space);
    hb_font_get_nominal_glyph(western->hb_font, 0xA0, &tied);
    const char *said = strstr(content_of(open_book(book), 0), "/ActualText<FEFF00A0>");
    ck_assert(!!said == (space == tied));
    check_words(book, "一\u2F00一a b office"); /* pdftotext knows one space only */
}
END_TEST

START_TEST(a_hyphen_of_the_line_break_is_no_text)
{
    desk.doc->as.doc.language = EN;
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "example");
    put(western, block, "exam");
    put_part(western, block, RUN_HYPHEN, "-");
    struct placed *last = &g_array_index(desk.items, struct placed, desk.items->len - 1);
    ((struct run *)last->run)->text_length = 0; /* as the galley has it */
    desk_line(&desk);
    put(western, block, "ple");
    const struct book *book = desk_book(&desk, "x");
    const struct reader *r = open_book(book);
    ck_assert_str_eq(outline_of(r), "Document(P)");
    const char *content = content_of(r, 0);
    ck_assert_ptr_nonnull(strstr(content, "/Artifact<</Type/Layout>>BDC\n"));
    ck_assert_ptr_nonnull(strstr(content, "/P<</MCID 1>>BDC"));
    const char *words = words_of(book, "-nopgbrk");
    ck_assert_str_eq(words ? words : "example", "example"); /* joined by the reader */
}
END_TEST

START_TEST(a_hyphen_of_the_text_stays_at_a_line_end)
{
    desk.doc->as.doc.language = EN;
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "consensus-based");
    put(western, block, "consensus-");
    desk_line(&desk);
    put(western, block, "based");
    check_words(desk_book(&desk, "x"), "consensus- \nbased");
}
END_TEST

START_TEST(glyphs_stand_where_layout_put_them)
{
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    put(western, block, "A");
    desk.x = TEST_MARGIN + PT(100);
    put(western, block, "B");
    const char *content = content_of(open_book(desk_book(&desk, "x")), 0);
    /* from 72 pt and the width of an A, 0.722 em of 10.5 pt, to 172 pt: 8802 of 1/1000 em */
    ck_assert_ptr_nonnull(strstr(content, "1 0 0 1 72 769.89 Tm"));
    ck_assert_ptr_nonnull(strstr(content, "-8802<"));
}
END_TEST

START_TEST(faces_of_all_kinds_can_be_embedded)
{
    if (!named) {
        printf("skipped: no CFF font with glyph names is installed\n");
        return;
    }
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    put(named, block, "Zephyr");
    put(western, block, "Zephyr");
    put(han, block, "和风");
    const struct book *book = desk_book(&desk, "x");
    open_book(book);
    check_words(book, "ZephyrZephyr和风");
}
END_TEST

START_TEST(a_face_without_outlines_is_refused)
{
    struct face *empty = desk_face_of_file(&desk, "/dev/null", 0);
    desk.face = empty;
    empty->upem = 1000;
    desk_put(&desk, add(desk.doc, NODE_PARAGRAPH, "a"), "a");
    ck_assert_ptr_null(pdf_write(arena, desk_book(&desk, "x"), diag));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[face-refused]"));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "/dev/null"));
}
END_TEST

START_TEST(pictures_and_shapes_have_their_place)
{
    static const unsigned char pixels[] = {0, 0, 0, 255, 255, 255, 255, 0};
    struct picture *picture = ARENA_NEW(arena, struct picture);
    *picture = (struct picture){
        .width = 2, .height = 1, .pixels = pixels, .grey = true, .alternative = "标志"};
    struct placed *item = desk_item(&desk, PLACED_PICTURE, NULL);
    item->picture = picture;
    item->width = item->height = PT(20);
    static const struct stroke rule = {'r', {PT(72), PT(90), PT(100), PT(0.5)}};
    static const struct shape shape = {1, &rule};
    desk.artifact = ARTIFACT_LAYOUT;
    desk_item(&desk, PLACED_SHAPE, NULL)->shape = &shape;
    const struct reader *r = open_book(desk_book(&desk, "x"));
    const struct value *image =
        get(r, get(r, get(r, page_of_reader(r, 0), "Resources"), "XObject"), "I0");
    ck_assert(is_name(get(r, image, "ColorSpace"), "DeviceGray"));
    ck_assert_ptr_nonnull(get(r, image, "SMask"));
    ck_assert_str_eq(outline_of(r), "Document(Figure)");
    ck_assert_ptr_nonnull(strstr(content_of(r, 0), "72 751.39 100 0.5 re\nf"));
}
END_TEST

START_TEST(the_same_book_gives_the_same_bytes)
{
    const struct book *book = make_resolution();
    GByteArray *first = write_book(book), *second = write_book(book);
    ck_assert_uint_eq(first->len, second->len);
    ck_assert_mem_eq(first->data, second->data, first->len);
    g_byte_array_free(first, TRUE);
    g_byte_array_free(second, TRUE);
}
END_TEST

START_TEST(the_date_is_never_that_of_the_clock)
{
    struct book *book = (struct book *)make_resolution();
    book->date.year = 0;
    const struct reader *r = open_book(book);
    ck_assert_ptr_null(get(r, get(r, r->trailer, "Info"), "CreationDate"));
    g_setenv("SOURCE_DATE_EPOCH", "86400", TRUE);
    r = open_book(book);
    ck_assert_str_eq(get(r, get(r, r->trailer, "Info"), "CreationDate")->text, "D:19700102000000Z");
    g_unsetenv("SOURCE_DATE_EPOCH");
}
END_TEST

START_TEST(an_empty_page_is_a_page)
{
    desk_page(&desk);
    const struct reader *r = open_book(desk_book(&desk, NULL));
    ck_assert_str_eq(outline_of(r), "Document");
}
END_TEST

/* --- main ---------------------------------------------------------------------------- */

int main(int argc, char **argv)
{
    sample_folder = argc > 1 ? argv[1] : NULL;
    Suite *suite = suite_create("pdf");
    TCase *tests = tcase_create("pdf");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, tree_is_that_of_the_document);
    tcase_add_test(tests, a_table_is_regular);
    tcase_add_test(tests, catalog_tells_what_readers_need);
    tcase_add_test(tests, links_lead_somewhere);
    tcase_add_test(tests, a_link_over_two_lines_is_two_places_to_click);
    tcase_add_test(tests, white_without_a_space_is_none);
    tcase_add_test(tests, a_space_without_white_is_one);
    tcase_add_test(tests, one_glyph_may_have_two_texts);
    tcase_add_test(tests, a_hyphen_of_the_line_break_is_no_text);
    tcase_add_test(tests, a_hyphen_of_the_text_stays_at_a_line_end);
    tcase_add_test(tests, glyphs_stand_where_layout_put_them);
    tcase_add_test(tests, faces_of_all_kinds_can_be_embedded);
    tcase_add_test(tests, a_face_without_outlines_is_refused);
    tcase_add_test(tests, pictures_and_shapes_have_their_place);
    tcase_add_test(tests, the_same_book_gives_the_same_bytes);
    tcase_add_test(tests, the_date_is_never_that_of_the_clock);
    tcase_add_test(tests, an_empty_page_is_a_page);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}

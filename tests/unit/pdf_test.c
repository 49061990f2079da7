/* pdf: what a reader of the file would notice, sighted or not: the structure is that of the
 * document, links lead somewhere, glyphs stand in their places, the bytes are the same tomorrow. */
#include "pdf_desk.h"

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
    ck_assert_str_eq(outline_of(r), "Document(Table(TR(TD TD(P)) TR(TD(P) TD) TR(TD(P) TD(P))))");
}
END_TEST

/* The element reached from the root by taking the nth kid again and again. */
static const struct value *element_at(const struct reader *r, const int *path, int depth)
{
    const struct value *kid = get(r, get(r, catalog(r), "StructTreeRoot"), "K");
    for (int i = 0; i < depth; i++)
        kid = nth(r, i ? get(r, kid, "K") : kid, path[i]);
    return kid;
}

START_TEST(heads_of_a_table_say_what_they_head)
{
    struct node *table = add(desk.doc, NODE_TABLE, "");
    for (int row = 0; row < 3; row++) {
        struct node *line = add(table, NODE_ROW, "");
        line->as.row.head = row == 0;
        for (int column = 0; column < (row == 1 ? 2 : 1); column++) {
            struct node *cell = add(line, NODE_CELL, "");
            cell->as.cell.columns = row == 0 ? 2 : 1;
            cell->as.cell.rows = row == 1 && column == 0 ? 2 : 1;
            cell->as.cell.head = row == 1 && column == 0;
            put(han, add(cell, NODE_PARAGRAPH, "甲"), "甲");
        }
    }
    const struct reader *r = open_book(desk_book(&desk, "x"));
    ck_assert_str_eq(outline_of(r), "Document(Table(THead(TR(TH(P))) "
                                    "TBody(TR(TH(P) TD(P)) TR(TD(P)))))");
    const struct value *head = element_at(r, (int[]){0, 0, 0, 0, 0}, 5);
    ck_assert_int_eq(get_int(r, get(r, head, "A"), "ColSpan"), 2);
    ck_assert(is_name(get(r, get(r, head, "A"), "Scope"), "Column"));
    const struct value *tall = element_at(r, (int[]){0, 0, 1, 0, 0}, 5);
    ck_assert_int_eq(get_int(r, get(r, tall, "A"), "RowSpan"), 2);
    ck_assert(is_name(get(r, get(r, tall, "A"), "Scope"), "Row"));
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

/* An A is 0.722 em of 10.5 pt, 7.73 pt when it is 2 % wider; the 2.27 pt to the next one, which would
 * be taken for a space, are 2.223 pt of spacing that is widened too. */
START_TEST(glyphs_that_are_widened_stand_where_layout_put_them)
{
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    desk.face = western;
    for (int i = 0; i < 3; i++) {
        desk.x = TEST_MARGIN + PT(10) * i;
        desk_put(&desk, block, "A")->expansion = i < 2 ? 20 : 0;
    }
    const char *content = content_of(open_book(desk_book(&desk, "x")), 0);
    const char *wide = strstr(content, "102 Tz\n");
    ck_assert_ptr_nonnull(wide);
    ck_assert_ptr_nonnull(strstr(wide, "2.223 Tc"));
    ck_assert_ptr_nonnull(strstr(wide, "100 Tz\n"));
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

int main(int argc, char **argv)
{
    const TTest *const all[] = {tree_is_that_of_the_document,
                                a_table_is_regular,
                                heads_of_a_table_say_what_they_head,
                                catalog_tells_what_readers_need,
                                links_lead_somewhere,
                                a_link_over_two_lines_is_two_places_to_click,
                                glyphs_stand_where_layout_put_them,
                                glyphs_that_are_widened_stand_where_layout_put_them,
                                faces_of_all_kinds_can_be_embedded,
                                a_face_without_outlines_is_refused,
                                pictures_and_shapes_have_their_place,
                                the_same_book_gives_the_same_bytes,
                                the_date_is_never_that_of_the_clock,
                                an_empty_page_is_a_page,
                                NULL};
    return pdf_main("pdf", all, argc, argv);
}

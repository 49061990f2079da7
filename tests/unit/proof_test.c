/* proof: a book made by hand, its glyphs black squares: the ink must be where it was placed. */
#include <cairo.h>
#include <check.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>

#include "proof/proof.h"

static struct arena *arena;
static hb_font_t *font;
static struct face face;

/* Every glyph is the square from 0,0 to half an em; glyph 1 is a space. */
static void draw_square(hb_font_t *f, void *font_data, hb_codepoint_t glyph, hb_draw_funcs_t *draw,
                        void *to, void *user)
{
    (void)f, (void)font_data, (void)user;
    if (glyph == 1)
        return;
    hb_draw_state_t state = {0};
    hb_draw_move_to(draw, to, &state, 0, 0);
    hb_draw_line_to(draw, to, &state, 500, 0);
    hb_draw_line_to(draw, to, &state, 500, 500);
    hb_draw_line_to(draw, to, &state, 0, 500);
    hb_draw_close_path(draw, to, &state);
}

static void set_up(void)
{
    arena = arena_new();
    hb_font_funcs_t *funcs = hb_font_funcs_create();
    hb_font_funcs_set_glyph_shape_func(funcs, draw_square, NULL, NULL);
    font = hb_font_create(hb_face_get_empty());
    hb_font_set_funcs(font, funcs, NULL, NULL);
    hb_font_funcs_destroy(funcs);
    face = (struct face){.role = "western", .hb_font = font, .upem = 1000};
}

static void tear_down(void)
{
    hb_font_destroy(font);
    arena_free(arena);
}

/* A page of 72 by 36 points with these items. */
static const struct book *book_of(const struct placed *items, int count)
{
    struct page *page = ARENA_NEW(arena, struct page);
    *page = (struct page){1, "1/1", count, items, PT(1.5), -PT(0.25), false};
    struct book *book = ARENA_NEW(arena, struct book);
    *book = (struct book){.width = PT(72),
                          .height = PT(36),
                          .page_count = 1,
                          .pages = page,
                          .title = "A <b>",
                          .language = EN};
    return book;
}

static const struct run *run_of(const char *text, length size, length rise)
{
    struct glyph *glyphs = ARENA_ARRAY(arena, struct glyph, strlen(text));
    for (size_t i = 0; i < strlen(text); i++)
        glyphs[i] = (struct glyph){text[i] == ' ' ? 1 : 2, (uint32_t)i, (length)i * size, 0};
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){.face = &face,
                        .size = size,
                        .rise = rise,
                        .width = (length)strlen(text) * size,
                        .text = text,
                        .text_length = (uint32_t)strlen(text),
                        .glyph_count = (uint32_t)strlen(text),
                        .glyphs = glyphs};
    return run;
}

static const struct shape *rule_of(length x, length y, length width, length height)
{
    struct stroke *stroke = ARENA_NEW(arena, struct stroke);
    *stroke = (struct stroke){'r', {x, y, width, height}};
    struct shape *shape = ARENA_NEW(arena, struct shape);
    *shape = (struct shape){1, stroke};
    return shape;
}

/* A picture of one black pixel beside one that is not there. */
static const struct picture *picture_of(const char *alternative)
{
    static const unsigned char pixels[] = {0, 0, 0, 255, 200, 0, 0, 0};
    struct picture *picture = ARENA_NEW(arena, struct picture);
    *picture = (struct picture){2, 1, pixels, true, alternative};
    return picture;
}

struct stream {
    const GByteArray *bytes;
    guint at;
};

static cairo_status_t read_stream(void *closure, unsigned char *to, unsigned size)
{
    struct stream *stream = closure;
    if (stream->bytes->len - stream->at < size)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(to, stream->bytes->data + stream->at, size);
    stream->at += size;
    return CAIRO_STATUS_SUCCESS;
}

/* The drawn page; the caller destroys it. */
static cairo_surface_t *draw(const struct book *book, double dpi)
{
    GByteArray *png = proof_png(book, 0, dpi);
    ck_assert_ptr_nonnull(png);
    struct stream stream = {png, 0};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_stream, &stream);
    ck_assert_int_eq(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    g_byte_array_unref(png);
    return surface;
}

/* 0 black, 255 white. */
static int grey_at(cairo_surface_t *surface, int x, int y)
{
    return cairo_image_surface_get_data(
        surface)[y * cairo_image_surface_get_stride(surface) + 4 * x];
}

/* The box of everything that is not white, as "x0 y0 x1 y1", the far edges outside. */
static const char *ink_of(const struct book *book, double dpi)
{
    cairo_surface_t *surface = draw(book, dpi);
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    int x0 = width, y0 = height, x1 = 0, y1 = 0;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            if (grey_at(surface, x, y) < 255) {
                x0 = MIN(x0, x), y0 = MIN(y0, y);
                x1 = MAX(x1, x + 1), y1 = MAX(y1, y + 1);
            }
    cairo_surface_destroy(surface);
    return arena_printf(arena, "%d %d %d %d", x0, y0, x1, y1);
}

START_TEST(ink_stands_on_its_baseline)
{
    struct placed item = {PLACED_RUN, .x = PT(10), .y = PT(20), .run = run_of("x", PT(8), 0)};
    ck_assert_str_eq(ink_of(book_of(&item, 1), 72), "10 16 14 20");
    ck_assert_str_eq(ink_of(book_of(&item, 1), 144), "20 32 28 40");
}
END_TEST

START_TEST(superior_figures_rise)
{
    struct placed item = {PLACED_RUN, .x = PT(10), .y = PT(20), .run = run_of("1", PT(8), PT(3))};
    ck_assert_str_eq(ink_of(book_of(&item, 1), 72), "10 13 14 17");
}
END_TEST

START_TEST(places_are_not_rounded_to_pixels)
{
    struct placed item = {PLACED_RUN, .x = PT(10.5), .y = PT(20), .run = run_of("x", PT(8), 0)};
    cairo_surface_t *surface = draw(book_of(&item, 1), 72);
    ck_assert_int_lt(abs(grey_at(surface, 10, 18) - 127), 4);
    ck_assert_int_eq(grey_at(surface, 11, 18), 0);
    ck_assert_int_lt(abs(grey_at(surface, 14, 18) - 127), 4);
    cairo_surface_destroy(surface);
}
END_TEST

START_TEST(a_part_of_a_pixel_is_a_pixel)
{
    const struct book *book = book_of(NULL, 0);
    cairo_surface_t *surface = draw(book, 100.5);
    ck_assert_int_eq(cairo_image_surface_get_width(surface), 101);
    ck_assert_int_eq(cairo_image_surface_get_height(surface), 51);
    cairo_surface_destroy(surface);
    surface = draw(book, 100);
    ck_assert_int_eq(cairo_image_surface_get_width(surface), 100);
    cairo_surface_destroy(surface);
}
END_TEST

START_TEST(rules_and_pictures_are_drawn)
{
    struct placed items[] = {
        {PLACED_SHAPE, ARTIFACT_LAYOUT, .shape = rule_of(PT(5), PT(30), PT(60), PT(1))},
        {PLACED_PICTURE, .x = PT(20), .y = PT(4), .picture = picture_of(NULL), .width = PT(8),
         .height = PT(4)},
    };
    ck_assert_str_eq(ink_of(book_of(items, 1), 72), "5 30 65 31");
    cairo_surface_t *surface = draw(book_of(items, 2), 72);
    ck_assert_int_eq(grey_at(surface, 21, 6), 0);
    ck_assert_int_eq(grey_at(surface, 27, 6), 255); /* transparent, whatever its colour */
    cairo_surface_destroy(surface);
}
END_TEST

START_TEST(too_many_pixels_are_no_crash)
{
    struct book book = *book_of(NULL, 0);
    book.width = book.height = PT(100000);
    ck_assert_ptr_null(proof_png(&book, 0, 1200));
}
END_TEST

START_TEST(text_names_what_stands_where)
{
    struct node block = {.kind = NODE_PARAGRAPH}, other = {.kind = NODE_PARAGRAPH};
    struct run *label = arena_copy(arena, run_of("1.", PT(10), 0), sizeof(struct run));
    struct run *call = arena_copy(arena, run_of("2", PT(6.5), PT(3.3)), sizeof(struct run));
    label->part = RUN_LABEL;
    call->part = RUN_CALL;
    struct placed items[] = {
        {PLACED_RUN, .owner = &block, .x = PT(5), .y = PT(20), .run = label},
        {PLACED_RUN, .owner = &block, .x = PT(25), .y = PT(20), .run = run_of("Say", PT(10), 0)},
        {PLACED_RUN, .owner = &block, .x = PT(55), .y = PT(20), .run = run_of(" \"x\"", PT(10), 0)},
        {PLACED_RUN, .owner = &block, .x = PT(95), .y = PT(20), .run = call},
        {PLACED_RUN, .owner = &other, .x = PT(102), .y = PT(20), .run = run_of("b", PT(10), 0)},
        {PLACED_RUN, .owner = &other, .x = PT(150), .y = PT(20), .run = run_of("c", PT(10), 0)},
        {PLACED_SHAPE, ARTIFACT_HEADER, .shape = rule_of(PT(5), PT(30), PT(60), PT(0.5))},
        {PLACED_PICTURE, .picture = picture_of("emblem"), .width = PT(8), .height = PT(4)},
        {PLACED_RUN, ARTIFACT_FOOTER, .x = PT(5), .y = PT(35), .run = run_of("1/1", PT(8), 0)},
    };
    ck_assert_str_eq(proof_text(arena, book_of(items, G_N_ELEMENTS(items))),
                     "page 1 \"1/1\" slack 1.50 stretched -0.25\n"
                     "  text    5.00   20.00  10 western \"1.\" 10 western \"Say \\\"x\\\"\""
                     " 6.5 +3.3 western \"2\"\n"
                     "  text  102.00   20.00  10 western \"b\"\n"
                     "  text  150.00   20.00  10 western \"c\"\n"
                     "  head rule 5.00 30.00 60.00 0.50\n"
                     "  text picture 0.00 0.00 8.00 4.00 of 2 x 1 pixels \"emblem\"\n"
                     "  foot    5.00   35.00  8 western \"1/1\"\n");
}
END_TEST

START_TEST(svg_has_each_outline_once)
{
    struct placed items[] = {
        {PLACED_RUN, .x = PT(10), .y = PT(20), .run = run_of("xx", PT(8), 0)},
        {PLACED_PICTURE, .picture = picture_of("a < b"), .width = PT(8), .height = PT(4)},
    };
    GByteArray *svg = proof_svg(book_of(items, 2), 0);
    const char *text = arena_strndup(arena, (char *)svg->data, svg->len);
    const char *outline = strstr(text, "<path id=\"f0g2\" d=\"M0 0L500 0L500 500L0 500");
    ck_assert_ptr_nonnull(outline);
    ck_assert_ptr_null(strstr(outline + 1, "<path id="));
    ck_assert_ptr_nonnull(strstr(text, "translate(10 20) scale(0.008 -0.008)"));
    ck_assert_ptr_nonnull(strstr(text, "<use xlink:href=\"#f0g2\" x=\"1000\"/>"));
    ck_assert_ptr_nonnull(strstr(text, "<title>A &lt;b&gt;, 1/1</title>"));
    ck_assert_ptr_nonnull(strstr(text, "<title>a &lt; b</title>"));
    g_byte_array_unref(svg);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("proof");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, ink_stands_on_its_baseline);
    tcase_add_test(all, superior_figures_rise);
    tcase_add_test(all, places_are_not_rounded_to_pixels);
    tcase_add_test(all, a_part_of_a_pixel_is_a_pixel);
    tcase_add_test(all, rules_and_pictures_are_drawn);
    tcase_add_test(all, too_many_pixels_are_no_crash);
    tcase_add_test(all, text_names_what_stands_where);
    tcase_add_test(all, svg_has_each_outline_once);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

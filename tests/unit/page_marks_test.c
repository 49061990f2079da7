/* page_marks_test: what stands on a page and is no text: bar code, QR code and pictures. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/marks.h"
#include "page/picture.h"
#include "reading.h"

/* --- codes --------------------------------------------------------------------------- */

/* Code 39 of the characters used here, bar and gap in turn, w for a wide one (ISO/IEC 16388). */
static const struct {
    char character;
    const char *elements;
} code39[] = {
    {'*', "nwnnwnwnn"}, {'1', "wnnwnnnnw"}, {'2', "nnwwnnnnw"},
    {'3', "wnwwnnnnn"}, {'5', "wnnwwnnnn"}, {'8', "wnnwnnwnn"},
};

static const char *elements_of(char character)
{
    for (size_t i = 0; i < G_N_ELEMENTS(code39); i++)
        if (code39[i].character == character)
            return code39[i].elements;
    ck_abort_msg("%c is not in the table", character);
    return NULL;
}

START_TEST(the_bar_code_is_code_39)
{
    const int module = 1024;
    struct box box = {PT(60), PT(700), (9 * 15 + 8) * module, PT(13.5)};
    const struct shape *shape = marks_bar_code(arena, "2118253", box);
    int bar = 0;
    length x = box.x;
    for (const char *c = "*2118253*"; *c; c++) {
        for (const char *e = elements_of(*c); *e; e++) {
            length width = *e == 'w' ? 3 * module : module;
            bool dark = (e - elements_of(*c)) % 2 == 0;
            if (dark) {
                ck_assert_int_eq(shape->strokes[bar].a[0], x);
                ck_assert_int_eq(shape->strokes[bar++].a[2], width);
            }
            x += width;
        }
        x += module;
    }
    ck_assert_int_eq(bar, shape->count);
    ck_assert_int_eq(x - module, box.x + box.width);
}
END_TEST

START_TEST(what_has_no_code_is_not_drawn)
{
    struct box box = {0, 0, PT(50), PT(50)};
    ck_assert_ptr_null(marks_bar_code(arena, "", box));
    ck_assert_ptr_null(marks_bar_code(arena, "第", box));
    ck_assert_ptr_null(marks_qr_code(arena, "", box));
    char *huge = g_strnfill(5000, 'x');
    ck_assert_ptr_null(marks_qr_code(arena, huge, box));
    g_free(huge);
}
END_TEST

START_TEST(the_qr_code_is_version_three_with_three_finders)
{
    struct box box = {0, 0, 29 * 1024, 29 * 1024};
    const struct shape *shape = marks_qr_code(arena, "https://undocs.org/A/RES/76/19", box);
    const struct stroke *first = shape->strokes;
    ck_assert_int_eq(first->a[2], 7 * 1024); /* upper left finder; a module is 1024 wide */
    int right = 0;
    for (int i = 0; i < shape->count; i++)
        right += shape->strokes[i].a[1] == 0 && shape->strokes[i].a[0] == 22 * 1024 &&
                 shape->strokes[i].a[2] == 7 * 1024;
    ck_assert_int_eq(right, 1);
}
END_TEST

/* --- pictures ------------------------------------------------------------------------ */

static const struct picture *read_text(const char *svg)
{
    char *path = g_build_filename(g_get_tmp_dir(), "plenary-page-test.svg", NULL);
    ck_assert(g_file_set_contents(path, svg, -1, NULL));
    struct box box = {0, 0, PT(57), PT(47)};
    const struct picture *picture = picture_read(arena, path, box, diag);
    g_remove(path);
    g_free(path);
    return picture;
}

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' "

START_TEST(an_svg_becomes_pixels_of_its_box)
{
    const struct picture *picture =
        read_text(SVG "viewBox='0 0 50 100'><rect width='50' height='100' fill='#808080'/></svg>");
    ck_assert_ptr_nonnull(picture);
    ck_assert_int_eq(picture->height, 392); /* 47 pt at 600 dpi */
    ck_assert_int_eq(picture->width, 196);
    ck_assert(picture->grey);
    ck_assert_int_eq(picture->pixels[0], 0x80);
    ck_assert_int_eq(picture->pixels[3], 255);
}
END_TEST

START_TEST(colours_are_not_multiplied_by_their_alpha)
{
    const struct picture *picture =
        read_text(SVG "width='10' height='10'>"
                      "<rect width='10' height='10' fill='#ff0000' fill-opacity='0.5'/></svg>");
    ck_assert(!picture->grey);
    ck_assert_int_ge(picture->pixels[0], 253);
    ck_assert_int_eq(picture->pixels[1], 0);
    ck_assert_int_le(abs(picture->pixels[3] - 128), 1);
}
END_TEST

START_TEST(a_bad_emblem_is_an_error_that_names_it)
{
    static const char *const bad[] = {
        "",
        "no picture at all",
        "<svg",
        SVG "viewBox='0 0 0 0'/>",
        "\x89PNG\r\n\x1a\n" /* and nothing else */,
        "\x89PNG\r\n\x1a\nABCDIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\x01",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" SVG "viewBox='0 0 9 9'>&a;</svg>",
        "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
        "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
        "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'>]>" SVG "><text>&g;</text></svg>",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        ck_assert_msg(read_text(bad[i]) == NULL, "number %d was read", (int)i);
        ck_assert_int_eq(diag_count(diag, DIAG_ERROR), (int)i + 1);
    }
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "plenary-page-test.svg"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("page: marks");
    TCase *tests = add_case(suite, "page: marks");
    tcase_add_test(tests, the_bar_code_is_code_39);
    tcase_add_test(tests, what_has_no_code_is_not_drawn);
    tcase_add_test(tests, the_qr_code_is_version_three_with_three_finders);
    tcase_add_test(tests, an_svg_becomes_pixels_of_its_box);
    tcase_add_test(tests, colours_are_not_multiplied_by_their_alpha);
    tcase_add_test(tests, a_bad_emblem_is_an_error_that_names_it);
    return suite_run(suite);
}

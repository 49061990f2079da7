/* Parts of a PDF file: numbers as they are spelled, streams as they are packed. */
#include <check.h>
#include <glib.h>
#include <string.h>
#include <zlib.h>

#include "pdf/flate.h"
#include "pdf/syntax.h"
#include "suite.h"

static void check_integer(int64_t integer)
{
    GString *out = g_string_new(NULL);
    char *want = g_strdup_printf("%" G_GINT64_FORMAT, integer);
    put_integer(out, integer);
    ck_assert_str_eq(out->str, want);
    g_free(want);
    g_string_free(out, TRUE);
}

START_TEST(integers_have_no_needless_signs)
{
    static const int64_t integers[] = {
        0, 1, -1, 9, 10, -10, 99, 100, 1024, -65536, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < G_N_ELEMENTS(integers); i++)
        check_integer(integers[i]);
}
END_TEST

START_TEST(fractions_have_no_needless_zeros)
{
    static const struct {
        int64_t thousandths;
        const char *want;
    } rows[] = {
        {0, "0"},       {1500, "1.5"}, {1050, "1.05"},     {7, "0.007"},
        {-7, "-0.007"}, {-1000, "-1"}, {841890, "841.89"}, {INT64_C(1) << 50, "1125899906842.624"}};
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_string_truncate(out, 0);
        put_thousandths(out, rows[i].thousandths);
        ck_assert_str_eq(out->str, rows[i].want);
    }
    g_string_free(out, TRUE);
}
END_TEST

START_TEST(units_have_four_digits)
{
    GString *out = g_string_new(NULL);
    put_unit(out, 0);
    put_unit(out, 0x1A);
    put_unit(out, 0xFFFF);
    ck_assert_str_eq(out->str, "0000001AFFFF");
    g_string_free(out, TRUE);
}
END_TEST

/* Bytes that repeat themselves and some that do not. */
static char *some_bytes(size_t size)
{
    char *bytes = g_malloc(size + 1);
    uint32_t chance = 1;
    for (size_t i = 0; i < size; i++) {
        chance = chance * 1664525 + 1013904223;
        bytes[i] = i % 5000 < 1000 ? (char)(chance >> 24) : "<0041>Tj "[i % 9];
    }
    return bytes;
}

static void check_packed(const char *bytes, size_t size, const GByteArray *packed)
{
    uLongf room = (uLongf)size + 1;
    Bytef *unpacked = g_malloc(room);
    ck_assert_int_eq(uncompress(unpacked, &room, packed->data, packed->len), Z_OK);
    ck_assert_uint_eq(room, size);
    ck_assert_int_eq(memcmp(unpacked, bytes, size), 0);
    g_free(unpacked);
}

START_TEST(what_is_packed_comes_back)
{
    static const size_t sizes[] = {0, 1, 2, 300, 70000, 1 << 20};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        char *bytes = some_bytes(sizes[i]);
        GByteArray *packed = flate_pack(bytes, sizes[i], EFFORT_FULL);
        check_packed(bytes, sizes[i], packed);
        g_byte_array_free(packed, TRUE);
        g_free(bytes);
    }
}
END_TEST

static void *pack(void *bytes)
{
    return flate_pack(bytes, 70000, EFFORT_PAGE);
}

START_TEST(every_thread_packs_alike)
{
    char *bytes = some_bytes(70000);
    GByteArray *packed = flate_pack(bytes, 300, EFFORT_PAGE), *all[4];
    GThread *threads[4];
    g_byte_array_free(packed, TRUE); /* this thread has packed something else before */
    packed = flate_pack(bytes, 70000, EFFORT_PAGE);
    for (int i = 0; i < 4; i++)
        threads[i] = g_thread_new("pack", pack, bytes);
    for (int i = 0; i < 4; i++) {
        all[i] = g_thread_join(threads[i]);
        ck_assert_uint_eq(all[i]->len, packed->len);
        ck_assert_int_eq(memcmp(all[i]->data, packed->data, packed->len), 0);
        g_byte_array_free(all[i], TRUE);
    }
    g_byte_array_free(packed, TRUE);
    g_free(bytes);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pdf parts");
    TCase *tests = tcase_create("pdf parts");
    tcase_add_test(tests, integers_have_no_needless_signs);
    tcase_add_test(tests, fractions_have_no_needless_zeros);
    tcase_add_test(tests, units_have_four_digits);
    tcase_add_test(tests, what_is_packed_comes_back);
    tcase_add_test(tests, every_thread_packs_alike);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}

/* Slips of the pen: what lies one slip away, and what lies further. */
#include "check/slips.h"

#include "suite.h"

START_TEST(one_slip)
{
    ck_assert(is_slip_of("goverment", "government"));
    ck_assert(is_slip_of("neccessary", "necessary"));
    ck_assert(is_slip_of("secuirty", "security"));
    ck_assert(is_slip_of("rezolution", "resolution"));
    ck_assert(is_slip_of("госудрств", "государств"));
    ck_assert(is_slip_of("resolucion", "resolución"));
}
END_TEST

START_TEST(no_slip)
{
    ck_assert(!is_slip_of("security", "security"));
    ck_assert(!is_slip_of("", ""));
    ck_assert(!is_slip_of("implemention", "implementation"));
    ck_assert(!is_slip_of("adoption", "abortion"));
}
END_TEST

START_TEST(counted)
{
    ck_assert_int_eq(slips_between("March", "March"), 0);
    ck_assert_int_eq(slips_between("Mrach", "March"), 1);
    ck_assert_int_eq(slips_between("Septmbre", "September"), 2);
    ck_assert_int_eq(slips_between("lamp", "lighthouse"), 3);
    ck_assert_int_eq(slips_between("", "ab"), 2);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("check_slips");
    TCase *tcase = tcase_create("slips");
    tcase_add_test(tcase, one_slip);
    tcase_add_test(tcase, no_slip);
    tcase_add_test(tcase, counted);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}

/* check/quotes: which marks open and close a quotation, and which belong together. */
#include "check/quotes.h"

#include <string.h>

#include "read/read.h"
#include "style/style.h"
#include "suite.h"

/* The marks of a text in order: ( ) of a pair, < > without their other one. */
static const char *shape(struct arena *arena, const char *language, const char *text)
{
    struct diag *diag = diag_new(arena);
    const char *words = arena_printf(arena,
                                     "plenary: 1\nlanguage: %s\nmasthead: {title: A title}\nbody:\n"
                                     "- preambular: |-\n    %s\n",
                                     language, text);
    const struct source *source = source_over(arena, "test", words, strlen(words));
    struct node *doc = read_document(arena, source, NULL, diag);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    const struct style *style = style_load(arena, "un", doc->as.doc.language, diag);
    const struct copy *copy = copy_of(arena, style, doc, diag);
    GArray *quotes = quotes_of(copy, &copy->passages[copy->passage_count - 1]);
    char *marks = arena_alloc(arena, quotes ? quotes->len + 1 : 1);
    guint count = 0;
    for (; quotes && count < quotes->len; count++) {
        const struct quote *quote = &g_array_index(quotes, struct quote, count);
        bool opens = quote->role == QUOTE_OPENS;
        marks[count] = quote->partner < 0 ? opens ? '<' : '>' : opens ? '(' : ')';
    }
    marks[count] = '\0';
    if (quotes)
        g_array_unref(quotes);
    return marks;
}

#define check_shape(language, wanted, text)                                                        \
    do {                                                                                           \
        struct arena *arena = arena_new();                                                         \
        ck_assert_str_eq(shape(arena, language, text), wanted);                                    \
        arena_free(arena);                                                                         \
    } while (0)

START_TEST(marks_of_each_language)
{
    check_shape("en", "(())", "Noting the “gulls ‘and’ terns” of the port,");
    check_shape("es", "(())", "Observando las “gaviotas ‘y’ patos” del puerto,");
    check_shape("fr", "()", "Notant l’« oiseau » du port,");
    check_shape("ru", "(())", "отмечая «чаек “и” уток» гавани,");
    check_shape("zh", "(())()", "注意到《关于〈港口〉的规则》和“海鸥”一词，");
    check_shape("ar", "()()", "إذ تلاحظ ”النورس“ و”البط“،");
}
END_TEST

START_TEST(straight_marks_are_told_by_their_place)
{
    check_shape("en", "()()", "Noting the \"gulls\" and (\"terns\") of the port,");
    check_shape("en", "()", "Noting the 'gulls' of the State's port,");
    check_shape("ru", "()", "отмечая \"чаек\" гавани,");
}
END_TEST

START_TEST(apostrophes_are_none)
{
    check_shape("en", "", "Noting the States’ and the State’s ports since the ’90s,");
    check_shape("fr", "", "Notant l’oiseau d'un port,");
    check_shape("zh", "", "注意到Citizens’ Climate和l’Afrique，");
}
END_TEST

START_TEST(marks_without_their_other_one)
{
    check_shape("en", "<", "Noting the “gulls of the port,");
    check_shape("en", ">", "Noting the gulls” of the port,");
    check_shape("zh", "<()", "注意到《港口宪章和《规则》，");
    check_shape("zh", "()>", "注意到《港口》宪章》，");
    check_shape("fr", "()", "Notant le « mot” du port,");
}
END_TEST

START_TEST(turned_marks_are_seen)
{
    check_shape("en", "()", "Noting the ”gulls“ of the port,");
    check_shape("ar", "()", "إذ تلاحظ “النورس” البحري،");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("check_quotes");
    TCase *tests = tcase_create("check_quotes");
    tcase_add_test(tests, marks_of_each_language);
    tcase_add_test(tests, straight_marks_are_told_by_their_place);
    tcase_add_test(tests, apostrophes_are_none);
    tcase_add_test(tests, marks_without_their_other_one);
    tcase_add_test(tests, turned_marks_are_seen);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}

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

struct sample {
    const char *language, *shape, *text;
};

static void check_shapes(const struct sample *samples, size_t count)
{
    struct arena *arena = arena_new();
    for (size_t i = 0; i < count; i++)
        ck_assert_str_eq(shape(arena, samples[i].language, samples[i].text), samples[i].shape);
    arena_free(arena);
}

#define CHECK_SHAPES(...)                                                                          \
    do {                                                                                           \
        static const struct sample samples[] = {__VA_ARGS__};                                      \
        check_shapes(samples, G_N_ELEMENTS(samples));                                              \
    } while (0)

START_TEST(marks_of_each_language)
{
    CHECK_SHAPES({"en", "(())", "Noting the “gulls ‘and’ terns” of the port,"},
                 {"es", "(())", "Observando las “gaviotas ‘y’ patos” del puerto,"},
                 {"fr", "()", "Notant l’« oiseau » du port,"},
                 {"ru", "(())", "отмечая «чаек “и” уток» гавани,"},
                 {"zh", "(())()", "注意到《关于〈港口〉的规则》和“海鸥”一词，"},
                 {"ar", "()()", "إذ تلاحظ ”النورس“ و”البط“،"});
}
END_TEST

START_TEST(straight_marks_are_told_by_their_place)
{
    CHECK_SHAPES({"en", "()()", "Noting the \"gulls\" and (\"terns\") of the port,"},
                 {"en", "()", "Noting the 'gulls' of the State's port,"},
                 {"ru", "()", "отмечая \"чаек\" гавани,"});
}
END_TEST

START_TEST(apostrophes_are_none)
{
    CHECK_SHAPES({"en", "", "Noting the States’ and the State’s ports since the ’90s,"},
                 {"fr", "", "Notant l’oiseau d'un port,"},
                 {"zh", "", "注意到Citizens’ Climate和l’Afrique，"});
}
END_TEST

START_TEST(marks_without_their_other_one)
{
    CHECK_SHAPES({"en", "<", "Noting the “gulls of the port,"},
                 {"en", ">", "Noting the gulls” of the port,"},
                 {"zh", "<()", "注意到《港口宪章和《规则》，"},
                 {"zh", "()>", "注意到《港口》宪章》，"},
                 {"fr", "()", "Notant le « mot” du port,"});
}
END_TEST

START_TEST(turned_marks_are_seen)
{
    CHECK_SHAPES({"en", "()", "Noting the ”gulls“ of the port,"},
                 {"ar", "()", "إذ تلاحظ “النورس” البحري،"});
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

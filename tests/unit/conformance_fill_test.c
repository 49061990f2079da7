/* fill: the paragraph of Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with Monotype
 * widths in units of 1/18 em: lines and ratios of the paper at its measures, from
 * knuth-plass.json. Its text of fixed widths is left out: the glue of that test is not recorded. */
#include <math.h>

#include "conformance.h"
#include "set/fill.h"
#include "base/yaml.h"

#define TABLE "knuth-plass.json"

enum { UNIT = 1024, EM = 18 * UNIT, MOST = 1000 };

static struct arena *arena;
static const struct yaml *table;

static void set_up(void)
{
    arena = arena_new();
    struct diag *diag = diag_new(arena);
    char *text = conformance_read(TABLE);
    arena_defer(arena, g_free, text);
    struct source *source = source_over(arena, TABLE, text, strlen(text));
    table = yaml_parse(arena, source, 0, (uint32_t)source->size, DIAG_STYLE, diag);
    ck_assert_msg(table != NULL, "%s", diag_text(diag));
}

static void tear_down(void)
{
    arena_free(arena);
}

/* --- the table ----------------------------------------------------------------------- */

static int number(const struct yaml *mapping, const char *key)
{
    const struct yaml *value = yaml_get(mapping, key);
    return value ? atoi(value->text) : 0;
}

static length width_of(gunichar c)
{
    char key[8] = "";
    g_unichar_to_utf8(c, key);
    int width = number(yaml_get(table, "char_widths"), key);
    ck_assert_msg(width > 0, "no width of %s", key);
    return width * UNIT;
}

/* The glue behind a character, as the joint of a space. */
static struct joint glue_after(gunichar c)
{
    char key[8] = "";
    g_unichar_to_utf8(c, key);
    const struct yaml *glue = yaml_get(yaml_get(table, "glue"), key);
    if (!glue)
        glue = yaml_get(yaml_get(table, "glue"), "other");
    const struct yaml *stretch = glue->first->next;
    return (struct joint){.space = atoi(glue->first->text) * UNIT,
                          .stretch = atoi(stretch->text) * UNIT,
                          .shrink = atoi(stretch->next->text) * UNIT,
                          .stretch_level = 1,
                          .shrink_level = 1};
}

/* --- the paragraph ------------------------------------------------------------------- */

struct paragraph {
    struct matter matter;
    length box[MOST];
    struct joint joint[MOST];
    const char *from[MOST]; /* the text of each box */
    const char *end;
};

/* Boxes between spaces, soft hyphens and hyphens. */
static struct paragraph *paragraph_of(const char *text)
{
    struct paragraph *p = ARENA_NEW(arena, struct paragraph);
    gunichar before = 0;
    int box = 0;
    p->from[0] = text;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        bool hyphen = c == '-' || c == 0xAD;
        if (c != ' ' && c != 0xAD)
            p->box[box] += width_of(c);
        if (c == ' ')
            p->joint[box] = glue_after(before);
        if (hyphen)
            p->joint[box] = (struct joint){
                .penalty = 50, .flagged = true, .hyphen = c == 0xAD ? width_of('-') : 0};
        if (c == ' ' || hyphen) {
            p->from[++box] = g_utf8_next_char(at);
            ck_assert_int_lt(box, MOST);
        }
        before = c;
        p->end = g_utf8_next_char(at);
    }
    p->joint[box].penalty = FILL_ALWAYS;
    p->matter = (struct matter){box + 1, p->box, p->joint, NULL, 0};
    return p;
}

static struct fill_rules rules_new(enum fill_policy policy, length first, length measure)
{
    return (struct fill_rules){.policy = policy,
                               .em = EM,
                               .first = first,
                               .measure = measure,
                               .tolerance = 1000,
                               .late = true,
                               .line_penalty = 1};
}

/* The line as the table writes it: no soft hyphens, a hyphen where one was broken at. */
static char *line_text(const struct paragraph *p, int from, int to)
{
    const char *end = to < p->matter.count ? p->from[to] : p->end;
    GString *line = g_string_new(NULL);
    for (const char *at = p->from[from]; at < end; at = g_utf8_next_char(at))
        if (g_utf8_get_char(at) != 0xAD)
            g_string_append_unichar(line, g_utf8_get_char(at));
    if (p->joint[to - 1].hyphen)
        g_string_append_c(line, '-');
    return g_strchomp(g_string_free(line, FALSE));
}

static void check_lines(const struct paragraph *p, const struct fill_rules *rules,
                        const struct yaml *wanted, struct fill_setting *best)
{
    struct fill_setting setting[3];
    ck_assert_msg(fill_lines(arena, &p->matter, rules, setting), "no setting");
    const struct yaml *line = wanted->first;
    for (int i = 0, from = 0; i < setting[1].count; from = setting[1].ends[i++]) {
        char *text = line_text(p, from, setting[1].ends[i]);
        ck_assert_msg(line != NULL, "a line too much: %s", text);
        ck_assert_str_eq(text, line->text);
        line = line->next;
        g_free(text);
    }
    ck_assert_int_eq(setting[1].count, wanted->count);
    *best = setting[1];
}

/* The ratio of the paper: what a line was opened of what it could be, or closed, below 0. */
static double ratio_of(const struct paragraph *p, const struct fill_rules *rules, int line,
                       const struct fill_setting *setting)
{
    int from = line ? setting->ends[line - 1] : 0, to = setting->ends[line];
    struct fill_line filled =
        fill_justify(&p->matter, rules, from, to, line ? rules->measure : rules->first);
    length stretch = 0, shrink = 0, white = filled.target - filled.natural;
    for (int i = from; i < to - 1; i++) {
        stretch += p->joint[i].stretch;
        shrink += p->joint[i].shrink;
    }
    ck_assert_int_eq(filled.overfull, 0);
    return white < 0 ? (double)white / shrink : (double)white / stretch;
}

/* --- its measures -------------------------------------------------------------------- */

static const struct yaml *case_named(const char *name)
{
    for (const struct yaml *c = yaml_get(table, "cases")->first; c; c = c->next)
        if (strcmp(yaml_get(c, "name")->text, name) == 0)
            return c;
    ck_abort_msg("no case %s", name);
    return NULL;
}

static void check_case(const char *name)
{
    const struct yaml *c = case_named(name);
    struct paragraph *p = paragraph_of(yaml_get(table, "text")->text);
    struct fill_rules rules =
        rules_new(FILL_WESTERN, number(c, "first_line") * UNIT, number(c, "other_lines") * UNIT);
    struct fill_setting setting;
    check_lines(p, &rules, yaml_get(c, "lines"), &setting);
    const struct yaml *ratio = yaml_get(c, "ratios")->first;
    for (int i = 0; i < setting.count - 1; i++, ratio = ratio->next) { /* the last one is not set */
        double wanted = g_ascii_strtod(ratio->text, NULL), got = ratio_of(p, &rules, i, &setting);
        ck_assert_msg(fabs(got - wanted) < 0.001, "line %d: %.3f is not %.3f", i + 1, got, wanted);
    }
}

START_TEST(narrow_lines_are_those_of_the_paper)
{
    check_case("narrow");
}
END_TEST

START_TEST(wide_lines_are_those_of_the_paper)
{
    check_case("wide");
}
END_TEST

/* Centred lines open by 18 units at either side at ratio 1 (p. 94 of "Digital Typography"); the
 * breaker's own room for white is 4 em. */
START_TEST(centred_lines_are_those_of_the_paper)
{
    const struct yaml *c = case_named("ragged centred");
    struct paragraph *p = paragraph_of(yaml_get(table, "text")->text);
    length measure = number(c, "all_lines") * UNIT;
    struct fill_rules rules = rules_new(FILL_RAGGED, measure, measure);
    rules.em = 36 * UNIT / 4;
    struct fill_setting setting;
    check_lines(p, &rules, yaml_get(c, "lines"), &setting);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("Knuth and Plass");
    TCase *tests = tcase_create("Knuth and Plass");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, narrow_lines_are_those_of_the_paper);
    tcase_add_test(tests, wide_lines_are_those_of_the_paper);
    tcase_add_test(tests, centred_lines_are_those_of_the_paper);
    suite_add_tcase(suite, tests);
    return conformance_run(suite, TABLE);
}

/* set: Chinese against the tables of the W3C's tests: which characters start no line, how wide
 * marks are beside each other and at edges, where the space of Western words belongs. Rows that
 * the house overrides are listed with the rule of composition.md; a listed row that passes and an
 * unlisted one that fails are both faults. */
#include <stdio.h>

#include "conformance.h"
#include "stick.h"

static struct stick zh;

static void set_up(void)
{
    zh = stick_new(ZH);
}

static void tear_down(void)
{
    stick_free(&zh);
}

/* --- rows and exceptions ------------------------------------------------------------- */

struct exception {
    const char *key;  /* what the text of the row holds */
    const char *rule; /* of composition.md, and what it says */
};

static struct {
    int passed, excepted;
} tally;

static void count_row(bool passed, const char *row, const struct exception *exception)
{
    ck_assert_msg(passed || exception, "%s fails", row);
    ck_assert_msg(!passed || !exception, "%s passes, against %s", row,
                  exception ? exception->rule : "");
    tally.passed += passed;
    tally.excepted += !passed;
}

static void tell(const char *table)
{
    printf("%s: %d rows pass, %d are overridden by the house\n", table, tally.passed,
           tally.excepted);
    memset(&tally, 0, sizeof tally);
}

static const struct exception *exception_of(const struct exception *list, const char *key)
{
    for (; list->key; list++)
        if (strstr(key, list->key))
            return list;
    return NULL;
}

/* --- line starts --------------------------------------------------------------------- */

/* Where the sign may start no line it does not, though only the six characters before it fit. One
 * sign of the table is in no face: its price alone is asked. */
static void line_break_row(char **row)
{
    if (strcmp(row[1], "strict") != 0)
        return;
    const char *at = g_utf8_offset_to_pointer(row[5], strtol(row[6], NULL, 10));
    const char *parted = arena_printf(zh.arena, "%.*s|%s", (int)(at - row[5]), row[5], at);
    bool starts = stick_price(&zh, parted) < FILL_NEVER;
    struct node *block = stick_block(&zh, NODE_PREAMBULAR, row[5]);
    const struct para *para = set_block(&zh.compositor, block, FORM_PREAMBULAR, 6 * zh.em);
    for (int i = 0; para && i < para->setting[1].line_count; i++)
        starts = starts || para->setting[1].lines[i].from == (uint32_t)(at - row[5]);
    count_row(starts == (strcmp(row[7], "break") == 0), row[3], NULL);
}

START_TEST(strict_line_starts)
{
    conformance_rows("zh-line-break-css.tsv", line_break_row);
    ck_assert_int_eq(tally.passed, 36);
    tell("zh-line-break-css.tsv, strict");
}
END_TEST

/* --- widths of marks ----------------------------------------------------------------- */

static const struct exception width_exceptions[] = {
    {"・", "B, class M: an interpunct is set 1/2 em wide"},
    {"。。", "B2: two stops, other than of asking and calling, are left alone"},
    {"。．", "B2: two stops, other than of asking and calling, are left alone"},
    {"．。", "B2: two stops, other than of asking and calling, are left alone"},
    {"．．", "B2: two stops, other than of asking and calling, are left alone"},
    {NULL, NULL},
};

static bool is_opener(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* Where the ink of the characters begins, in half ems from the first: an opener has its in the
 * right half of its em. Between Han, so that no edge of a line is near. */
static void width_row(char **row)
{
    const char *text = row[2], *widths = row[3];
    bool between = g_str_has_prefix(text, "国");
    const struct line *line =
        stick_wide(&zh, between ? text : arena_printf(zh.arena, "国%s国", text));
    int wanted = between ? 0 : 2;
    bool passed = true;
    uint32_t byte = between ? 0 : (uint32_t)strlen("国");
    for (const char *p = text; *p; p = g_utf8_next_char(p), widths++) {
        bool opener = is_opener(g_utf8_get_char(p));
        int ink = wanted + (opener && *widths == 'F');
        length x = stick_x(line, byte + (uint32_t)(p - text)) + (opener ? zh.em / 2 : 0);
        passed = passed && abs(x - ink * zh.em / 2) < 64;
        wanted += *widths == 'F' ? 2 : 1;
    }
    if (!between)
        passed = passed && abs(line->width - zh.em - wanted * zh.em / 2) < 64;
    count_row(passed, text, exception_of(width_exceptions, text));
}

START_TEST(widths_of_marks)
{
    conformance_rows("zh-punct-width.tsv", width_row);
    tell("zh-punct-width.tsv");
}
END_TEST

/* --- edges of lines ------------------------------------------------------------------ */

/* By value of text-spacing-trim and text. */
static const struct exception trim_exceptions[] = {
    {"space-first （", "B5: the first line's opener begins with its ink too"},
    {"normal (space-start) （", "B5: an opener at a line's start begins with its ink"},
    {"trim-start 国国国）", "B4: a mark at a line's end takes 1/2 em, always"},
    {NULL, NULL},
};

/* The lines of a setting, with ^ before an opener that begins with its ink and before a closer
 * that ends with it. */
static const char *trimmed_lines(const struct para *para)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < para->setting[1].line_count; i++) {
        const struct line *line = &para->setting[1].lines[i];
        const char *words = stick_line(&zh, line);
        const char *last = g_utf8_prev_char(words + strlen(words));
        bool opener = is_opener(g_utf8_get_char(words)) && stick_x(line, 0) < 0;
        bool closer = g_utf8_get_char(last) == 0xFF09 &&
                      line->width - stick_x(line, (uint32_t)(last - words)) < zh.em * 3 / 4;
        g_string_append_printf(text, "%s%s%.*s%s%s", i ? "|" : "", opener ? "^" : "",
                               (int)(last - words), words, closer ? "^" : "", last);
    }
    const char *copy = arena_strdup(zh.arena, text->str);
    g_string_free(text, TRUE);
    return copy;
}

static void trim_row(char **row)
{
    length measure = (length)(g_ascii_strtod(row[1], NULL) * zh.em);
    const char *lines = trimmed_lines(stick_set(&zh, row[3], measure));
    const char *key = arena_printf(zh.arena, "%s %s", row[2], row[3]);
    const char *said = arena_printf(zh.arena, "%s: %s, wanted %s", key, lines, row[4]);
    count_row(strcmp(lines, row[4]) == 0, said, exception_of(trim_exceptions, key));
}

START_TEST(edges_of_lines)
{
    conformance_rows("zh-line-trim.tsv", trim_row);
    tell("zh-line-trim.tsv");
}
END_TEST

/* --- space of Western words ---------------------------------------------------------- */

static const struct exception space_exceptions[] = {
    {"国!国#国", "C1: symbols count where they are joined to a letter or digit, ! never"},
    {"אבג", "Fonts: no face of the style has Hebrew letters, an error and not a space"},
    {"1111国1", "A6: a number stays with 国, which counts"},
    {NULL, NULL},
};

static bool is_mark(const char *p)
{
    return g_unichar_type(g_utf8_get_char(p)) == G_UNICODE_NON_SPACING_MARK;
}

/* The run of a line that holds a byte of its text. */
static const struct run *run_at(const struct line *line, uint32_t byte)
{
    uint32_t r = 0;
    for (uint32_t passed = 0; passed + line->runs[r].text_length <= byte; r++)
        passed += line->runs[r].text_length;
    return &line->runs[r];
}

/* Whether there is room behind the character at `p`, which ends before `next`, that is neither its
 * own em nor within Western words. */
static bool has_space_behind(const struct line *line, const char *text, const char *p,
                             const char *next)
{
    uint32_t byte = (uint32_t)(p - text), after = (uint32_t)(next - text);
    const struct run *run = run_at(line, byte);
    if (!*next || (!g_unichar_iswide(g_utf8_get_char(p)) && run == run_at(line, after)))
        return false;
    length end =
        g_unichar_iswide(g_utf8_get_char(p)) ? stick_x(line, byte) + zh.em : run->x + run->width;
    return stick_x(line, after) - end > zh.em / 8;
}

static const char *spaced(const char *text)
{
    const struct line *line = stick_wide(&zh, text);
    GString *out = g_string_new(NULL);
    for (const char *p = text, *next; *p; p = next) {
        for (next = g_utf8_next_char(p); *next && is_mark(next);)
            next = g_utf8_next_char(next);
        g_string_append_len(out, p, next - p);
        if (has_space_behind(line, text, p, next))
            g_string_append_c(out, '_');
    }
    const char *copy = arena_strdup(zh.arena, out->str);
    g_string_free(out, TRUE);
    return copy;
}

/* Rows with a line break: a measure that the characters before it just fill. */
static const char *spaced_lines(const char *text, const char *wanted)
{
    const char *bar = strchr(wanted, '|');
    if (!bar)
        return spaced(text);
    const char *first = arena_strndup(zh.arena, wanted, (size_t)(bar - wanted));
    const struct para *para = stick_set(&zh, text, stick_wide(&zh, first)->width);
    const struct setting *setting = &para->setting[1];
    const char *lines = "";
    for (int i = 0; i < setting->line_count; i++)
        lines = arena_printf(zh.arena, "%s%s%s", lines, i ? "|" : "",
                             spaced(stick_line(&zh, &setting->lines[i])));
    return lines;
}

static bool is_in_faces(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (!fonts_face_for(zh.fonts, SCRIPT_WESTERN, 0, g_utf8_get_char(text)))
            return false;
    return true;
}

static void autospace_row(char **row)
{
    const char *lines = is_in_faces(row[2]) ? spaced_lines(row[2], row[3]) : "not set";
    const char *said = arena_printf(zh.arena, "%s: %s, wanted %s", row[2], lines, row[3]);
    count_row(strcmp(lines, row[3]) == 0, said, exception_of(space_exceptions, row[2]));
}

START_TEST(spaces_of_western_words)
{
    conformance_rows("zh-autospace.tsv", autospace_row);
    tell("zh-autospace.tsv");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("Chinese");
    TCase *tests = tcase_create("Chinese");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, strict_line_starts);
    tcase_add_test(tests, widths_of_marks);
    tcase_add_test(tests, edges_of_lines);
    tcase_add_test(tests, spaces_of_western_words);
    suite_add_tcase(suite, tests);
    return conformance_run(suite, "zh-punct-width.tsv");
}

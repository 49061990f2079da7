/* difference: the shortest way from the lines of one text to those of another (E. W. Myers, "An
 * O(ND) Difference Algorithm and Its Variations", 1986), printed as hunks. Where the way is long,
 * all between the first and the last line that differ is one change. */
#include "job/difference.h"

#include <string.h>

enum { CONTEXT = 3, MOST_STEPS = 1000 };

#define MARK "\xEF\xBB\xBF" /* of byte order: before the text of a source that has it */

struct line {
    const char *text;
    size_t size; /* without its end */
    bool open;   /* the last one, and it has no end */
};

struct text {
    struct line *lines;
    int count;
    bool *differs; /* taken away, or new */
};

static struct text text_of(const struct source *source)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
    const char *end = source->text + source->size;
    for (const char *p = source->text - (source->mark ? strlen(MARK) : 0); p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        struct line line = {p, (size_t)((stop ? stop : end) - p), !stop};
        g_array_append_val(lines, line);
        p = stop ? stop + 1 : end;
    }
    struct text text = {.count = (int)lines->len, .differs = g_new0(bool, lines->len + 1)};
    text.lines = (struct line *)(void *)g_array_free(lines, FALSE);
    return text;
}

static void free_text(struct text *text)
{
    g_free(text->lines);
    g_free(text->differs);
}

static bool is_same(const struct line *a, const struct line *b)
{
    return a->size == b->size && a->open == b->open && memcmp(a->text, b->text, a->size) == 0;
}

/* --- the way --------------------------------------------------------------------------- */

/* Lines from…end of both texts differ at both ends. */
struct way {
    const struct text *a, *b;
    int from, a_count, b_count;
    GPtrArray *reached; /* after each step: how far in `a` on each diagonal, from -step to step */
};

static int slide(const struct way *way, int x, int y)
{
    while (x < way->a_count && y < way->b_count &&
           is_same(&way->a->lines[way->from + x], &way->b->lines[way->from + y])) {
        x++;
        y++;
    }
    return x;
}

/* Where a step onto a diagonal begins; *down: it takes a line of `b`. */
static int begin_step(const int *last, int step, int diagonal, bool *down)
{
    *down = diagonal == -step ||
            (diagonal != step && last[step - 1 + diagonal - 1] < last[step - 1 + diagonal + 1]);
    return *down ? last[step - 1 + diagonal + 1] : last[step - 1 + diagonal - 1] + 1;
}

/* Takes steps until both texts are at their ends; false when that takes too many. */
static bool find_way(struct way *way)
{
    for (int step = 0; step <= MOST_STEPS; step++) {
        int *reached = g_new0(int, 2 * step + 1);
        const int *last = step ? way->reached->pdata[step - 1] : NULL;
        g_ptr_array_add(way->reached, reached);
        for (int d = -step; d <= step; d += 2) {
            bool down;
            int x = step ? begin_step(last, step, d, &down) : 0;
            x = slide(way, x, x - d);
            reached[step + d] = x;
            if (x >= way->a_count && x - d >= way->b_count)
                return true;
        }
    }
    return false;
}

static void mark_way(const struct way *way)
{
    int x = way->a_count, y = way->b_count;
    for (int step = (int)way->reached->len - 1; step > 0; step--) {
        const int *last = way->reached->pdata[step - 1];
        int d = x - y;
        bool down;
        int begin = begin_step(last, step, d, &down);
        x = down ? begin : begin - 1;
        y = down ? begin - d - 1 : begin - d;
        if (down)
            way->b->differs[way->from + y] = true;
        else
            way->a->differs[way->from + x] = true;
    }
}

static void compare(struct text *a, struct text *b)
{
    int from = 0, tail = 0, least = MIN(a->count, b->count);
    while (from < least && is_same(&a->lines[from], &b->lines[from]))
        from++;
    while (tail < least - from &&
           is_same(&a->lines[a->count - 1 - tail], &b->lines[b->count - 1 - tail]))
        tail++;
    struct way way = {a,
                      b,
                      from,
                      a->count - from - tail,
                      b->count - from - tail,
                      g_ptr_array_new_with_free_func(g_free)};
    if (find_way(&way)) {
        mark_way(&way);
    } else {
        memset(a->differs + from, true, (size_t)way.a_count);
        memset(b->differs + from, true, (size_t)way.b_count);
    }
    g_ptr_array_free(way.reached, TRUE);
}

/* --- hunks ----------------------------------------------------------------------------- */

static void append_line(GString *out, char mark, const struct line *line)
{
    g_string_append_c(out, mark);
    g_string_append_len(out, line->text, (gssize)line->size);
    g_string_append(out, line->open ? "\n\\ No newline at end of file\n" : "\n");
}

struct cursor {
    int a, b;
};

static bool differs_at(const struct text *a, const struct text *b, struct cursor at)
{
    return (at.a < a->count && a->differs[at.a]) || (at.b < b->count && b->differs[at.b]);
}

/* Behind the lines of one change. */
static struct cursor behind(const struct text *a, const struct text *b, struct cursor at)
{
    while (at.a < a->count && a->differs[at.a])
        at.a++;
    while (at.b < b->count && b->differs[at.b])
        at.b++;
    return at;
}

/* The end of the hunk of a change that begins at a place: changes near each other are one hunk. */
static struct cursor end_of_hunk(const struct text *a, const struct text *b, struct cursor at)
{
    for (;;) {
        struct cursor end = at = behind(a, b, at);
        int same = 0;
        while (same <= 2 * CONTEXT && end.a < a->count && !differs_at(a, b, end)) {
            end.a++;
            end.b++;
            same++;
        }
        if (same > 2 * CONTEXT || !differs_at(a, b, end))
            return (struct cursor){at.a + MIN(same, CONTEXT), at.b + MIN(same, CONTEXT)};
        at = end;
    }
}

static void append_range(GString *out, char mark, int from, int to)
{
    g_string_append_printf(out, "%c%d", mark, from < to ? from + 1 : from);
    if (to - from != 1)
        g_string_append_printf(out, ",%d", to - from);
}

static void append_hunk(GString *out, const struct text *a, const struct text *b,
                        struct cursor from, struct cursor to)
{
    g_string_append(out, "@@ ");
    append_range(out, '-', from.a, to.a);
    g_string_append_c(out, ' ');
    append_range(out, '+', from.b, to.b);
    g_string_append(out, " @@\n");
    while (from.a < to.a || from.b < to.b) {
        while (from.a < to.a && a->differs[from.a])
            append_line(out, '-', &a->lines[from.a++]);
        while (from.b < to.b && b->differs[from.b])
            append_line(out, '+', &b->lines[from.b++]);
        if (from.a < to.a)
            append_line(out, ' ', &a->lines[from.a]);
        from.a += from.a < to.a;
        from.b += from.b < to.b;
    }
}

/* patch(1) takes a name with spaces as far as a tab. */
static void append_names(GString *out, const char *name)
{
    const char *end = strchr(name, ' ') ? "\t" : "";
    g_string_append_printf(out, "--- %s%s\n+++ %s%s\n", name, end, name, end);
}

void difference_append(GString *out, const char *name, const struct source *before,
                       const struct source *after)
{
    struct text a = text_of(before), b = text_of(after);
    compare(&a, &b);
    bool headed = false;
    for (struct cursor at = {0, 0}; at.a < a.count || at.b < b.count;) {
        if (!differs_at(&a, &b, at)) {
            at.a++;
            at.b++;
            continue;
        }
        if (!headed)
            append_names(out, name);
        headed = true;
        int context = MIN(CONTEXT, at.a);
        struct cursor end = end_of_hunk(&a, &b, at);
        append_hunk(out, &a, &b, (struct cursor){at.a - context, at.b - context}, end);
        at = end;
    }
    free_text(&a);
    free_text(&b);
}

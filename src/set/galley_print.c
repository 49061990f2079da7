/* galley_print: a galley as text, for `--to galley`, goldens and newcomers. */
#include <glib.h>

#include "set/galley.h"

static void print_points(GString *out, const char *name, length value)
{
    g_string_append_printf(out, " %s %s%d.%03d", name, value < 0 ? "-" : "", ABS(value) / 1024,
                           ABS(value) % 1024 * 1000 / 1024);
}

/* What was done to the line: shrunk to a level, stretched to a level, opened by so much. */
static void print_trace(GString *out, const struct line *line, length size)
{
    if (line->shrink_level)
        g_string_append_printf(out, " shrink-%d", line->shrink_level);
    if (line->stretch_level)
        g_string_append_printf(out, " stretch-%d", line->stretch_level);
    if (line->opening)
        g_string_append_printf(out, " opened .%03dem", (int)((int64_t)line->opening * 1000 / size));
    if (line->spaces != 1000)
        g_string_append_printf(out, " spaces %d.%02d", line->spaces / 1000,
                               line->spaces % 1000 / 10);
    if (line->expansion)
        g_string_append_printf(out, " glyphs %d.%d%%", (1000 + line->expansion) / 10,
                               (1000 + line->expansion) % 10);
    if (line->hyphen)
        g_string_append(out, " hyphen");
}

static void print_runs(GString *out, const struct line *line, uint32_t from, uint32_t to)
{
    g_string_append(out, " \"");
    for (uint32_t r = from; r < to; r++) {
        const struct run *run = &line->runs[r];
        for (uint32_t i = 0; i < run->text_length; i++)
            if (run->text[i] == '\n')
                g_string_append(out, "\\n");
            else
                g_string_append_c(out, run->text[i]);
    }
    g_string_append_c(out, '"');
}

/* A line of a table: what stands in it cell by cell, each with its place. */
static void print_cells(GString *out, const struct line *line, int cell_count, const char *indent)
{
    g_string_append(out, indent);
    g_string_append(out, "line");
    for (int i = 0; i < cell_count; i++) {
        uint32_t from = line->cells[i], to = line->cells[i + 1];
        if (from == to)
            continue;
        const struct run *last = &line->runs[to - 1];
        print_points(out, "x", line->runs[from].x);
        print_points(out, "to", last->x + last->width);
        print_runs(out, line, from, to);
    }
    g_string_append_c(out, '\n');
}

static void print_line(GString *out, const struct line *line, length size, const char *indent)
{
    g_string_append(out, indent);
    g_string_append(out, "line");
    print_points(out, "x", line->run_count ? line->runs[0].x : 0);
    print_points(out, "to", line->width);
    print_trace(out, line, size);
    print_runs(out, line, 0, line->run_count);
    g_string_append_c(out, '\n');
}

static void print_setting(GString *out, const struct para *para, const char *indent);

static void print_notes(GString *out, const struct line *line)
{
    for (uint32_t n = 0; n < line->note_count; n++) {
        const struct note *note = line->notes[n];
        g_string_append_printf(out, "    note %s\n", note->node->label ? note->node->label : "");
        for (int p = 0; p < note->para_count; p++)
            print_setting(out, &note->paras[p], "      ");
    }
}

static void print_setting(GString *out, const struct para *para, const char *indent)
{
    const struct setting *best = &para->setting[1];
    for (int i = 0; i < best->line_count; i++) {
        if (para->grid)
            print_cells(out, &best->lines[i], para->grid->cell_count, indent);
        else
            print_line(out, &best->lines[i], para->size, indent);
        print_notes(out, &best->lines[i]);
    }
}

const char *galley_print(struct arena *arena, const struct galley *galley)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < galley->para_count; i++) {
        const struct para *para = &galley->paras[i];
        g_string_append(out, para->node ? doc_kind_name(para->node->kind) : "words");
        print_points(out, "size", para->size);
        print_points(out, "leading", para->leading);
        g_string_append_printf(out, " lines %d", para->setting[1].line_count);
        if (para->setting[0].line_count)
            g_string_append_printf(out, " or %d", para->setting[0].line_count);
        if (para->setting[2].line_count)
            g_string_append_printf(out, " or %d", para->setting[2].line_count);
        g_string_append_c(out, '\n');
        print_setting(out, para, "  ");
    }
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

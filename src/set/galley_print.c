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
    if (line->hyphen)
        g_string_append(out, " hyphen");
}

static void print_text(GString *out, const struct line *line)
{
    g_string_append(out, " \"");
    for (uint32_t r = 0; r < line->run_count; r++) {
        const struct run *run = &line->runs[r];
        for (uint32_t i = 0; i < run->text_length; i++)
            if (run->text[i] == '\n')
                g_string_append(out, "\\n");
            else
                g_string_append_c(out, run->text[i]);
    }
    g_string_append_c(out, '"');
}

static void print_line(GString *out, const struct line *line, length size, const char *indent)
{
    g_string_append(out, indent);
    g_string_append(out, "line");
    print_points(out, "x", line->run_count ? line->runs[0].x : 0);
    print_points(out, "to", line->width);
    print_trace(out, line, size);
    print_text(out, line);
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

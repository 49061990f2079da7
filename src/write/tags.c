/* tags: see tags.h. */
#include "write/tags.h"

#include <assert.h>
#include <string.h>

enum { INDENT = 2 };

void tags_begin(struct tags *tags, GString *out)
{
    *tags = (struct tags){.out = out, .names = g_ptr_array_new()};
}

void tags_end(struct tags *tags)
{
    assert(tags->names->len == 0);
    g_string_append_c(tags->out, '\n');
    g_ptr_array_free(tags->names, TRUE);
}

static void end_tag(struct tags *tags)
{
    if (tags->in_tag)
        g_string_append_c(tags->out, '>');
    tags->in_tag = false;
}

static void break_line(struct tags *tags)
{
    if (!tags->line && tags->out->len)
        g_string_append_printf(tags->out, "\n%*s", (int)tags->names->len * INDENT, "");
}

/* A character that XML 1.0 does not allow (production 2), or a control that is better seen. */
static void append_character(GString *out, gunichar c)
{
    bool allowed = (c >= 0x20 || c == '\t') && c != 0xFFFE && c != 0xFFFF;
    if (!allowed)
        g_string_append(out, "\uFFFD");
    else if (c != '\t' && g_unichar_iscntrl(c))
        g_string_append_printf(out, "&#x%X;", c);
    else
        g_string_append_unichar(out, c);
}

static void append_escaped(GString *out, const char *text, size_t size)
{
    for (const char *p = text; p < text + size; p = g_utf8_next_char(p)) {
        switch (*p) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '>':
            g_string_append(out, "&gt;");
            break;
        case '"':
            g_string_append(out, "&quot;");
            break;
        default:
            append_character(out, g_utf8_get_char(p));
        }
    }
}

void tags_open(struct tags *tags, const char *name)
{
    end_tag(tags);
    break_line(tags);
    g_string_append_printf(tags->out, "<%s", name);
    g_ptr_array_add(tags->names, (gpointer)name);
    tags->in_tag = true;
    tags->holds = false;
}

void tags_attribute(struct tags *tags, const char *name, const char *value)
{
    assert(tags->in_tag);
    if (!value)
        return;
    g_string_append_printf(tags->out, " %s=\"", name);
    append_escaped(tags->out, value, strlen(value));
    g_string_append_c(tags->out, '"');
}

void tags_close(struct tags *tags)
{
    const char *name = g_ptr_array_steal_index(tags->names, tags->names->len - 1);
    if (tags->in_tag) {
        g_string_append(tags->out, " />");
    } else {
        if (tags->holds)
            break_line(tags);
        g_string_append_printf(tags->out, "</%s>", name);
    }
    tags->in_tag = false;
    tags->holds = true;
    if (tags->line > tags->names->len)
        tags->line = 0;
}

void tags_hold_line(struct tags *tags)
{
    if (!tags->line)
        tags->line = tags->names->len;
}

void tags_text(struct tags *tags, const char *text, size_t size)
{
    end_tag(tags);
    append_escaped(tags->out, text, size);
}

void tags_empty(struct tags *tags, const char *name, const char *attribute, const char *value)
{
    tags_open(tags, name);
    tags_attribute(tags, attribute, value);
    tags_close(tags);
}

void tags_line(struct tags *tags, const char *name, const char *text)
{
    tags_open(tags, name);
    tags_hold_line(tags);
    tags_text(tags, text, strlen(text));
    tags_close(tags);
}

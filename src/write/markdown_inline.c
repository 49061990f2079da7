/* markdown_inline: text, looks, links, calls of notes and breaks within a line. */
#include <string.h>

#include "read/link.h"
#include "write/markdown.h"

/* --- text ---------------------------------------------------------------------------- */

static bool is_word(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* What would mean something at the front of a line: "1." "2)" "-" "+" "#" ">" "=". */
static size_t size_of_opener(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (digits && digits < 10 && (text[digits] == '.' || text[digits] == ')'))
        return digits;
    return 0;
}

static bool has_meaning(const struct markdown_sheet *sheet, const char *p, gunichar before)
{
    gunichar next = g_utf8_get_char(g_utf8_next_char(p));
    switch (*p) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '#':
        return true;
    case '_':
        return !is_word(before) || !is_word(next);
    case '&':
        return next == '#' || g_unichar_isalnum(next);
    case '|':
        return sheet->cell;
    case '!': /* a call or a link may follow */
        return !next;
    case '(':
    case ':':
        return sheet->behind_call && !before;
    case '-':
    case '+':
    case '=':
    case '>':
    case '~':
        return sheet->start;
    }
    return false;
}

void markdown_write_text(struct markdown_sheet *sheet, const char *text)
{
    gunichar before = 0;
    const char *opener = sheet->start ? text + size_of_opener(text) : text;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (has_meaning(sheet, p, before) || (p == opener && p > text))
            g_string_append_c(sheet->out, '\\');
        if (c == '\t')
            g_string_append_c(sheet->out, ' ');
        else
            g_string_append_unichar(sheet->out, c);
        before = c;
        sheet->start = false;
    }
    sheet->behind_call = false;
}

/* --- links of readers ------------------------------------------------------------------ */

/* Readers link a document symbol by themselves: is this such a link, and seen as one? */
static bool is_of_reader(struct markdown_sheet *sheet, const struct node *link)
{
    const struct node *text = link->first, *before = link->prev, *after = link->next;
    if (!text || text->next || text->kind != NODE_TEXT)
        return false;
    if (before &&
        (before->kind != NODE_TEXT || strchr("/.-_", before->text[strlen(before->text) - 1]) ||
         g_ascii_isalnum(before->text[strlen(before->text) - 1])))
        return false;
    if (after && after->kind != NODE_TEXT)
        return false;
    struct arena *arena = sheet->arena;
    const char *line = arena_printf(arena, "%s%s", text->text, after ? after->text : "");
    const char *target =
        arena_printf(arena, "https://undocs.org/%s/", language_tag(sheet->doc->as.doc.language));
    if (link_symbol_length(line) != strlen(text->text) ||
        !g_str_has_prefix(link->as.link.target, target))
        return false;
    const char *p = text->text, *q = link->as.link.target + strlen(target);
    for (; *p; p++)
        if (*p != ' ' && *p != *q++)
            return false;
    return !*q;
}

/* --- looks --------------------------------------------------------------------------- */

/* The character that a span begins or ends with; 0 when it is not text. */
static gunichar edge_of(const struct node *span, bool first)
{
    const struct node *n = first ? span->first : span->last;
    if (!n || n->kind != NODE_TEXT)
        return 0;
    return g_utf8_get_char(first ? n->text : g_utf8_prev_char(n->text + strlen(n->text)));
}

static bool holds_span(const struct node *span)
{
    for (const struct node *n = span->first; n; n = doc_next(n, span))
        if (n->kind == NODE_SPAN)
            return true;
    return false;
}

static bool is_open(char c)
{
    return !c || (c > 0 && (g_ascii_isspace(c) || (g_ascii_ispunct(c) && c != '*' && c != '\\')));
}

/* What will be written behind the span; 0 at the end. */
static char character_after(struct markdown_sheet *sheet, const struct node *span)
{
    const struct node *next = span->next;
    if (!next)
        return 0;
    if (next->kind == NODE_TEXT)
        return *next->text;
    if (next->kind == NODE_LINK && is_of_reader(sheet, next))
        return *next->first->text;
    return next->kind == NODE_SPAN ? '*' : '[';
}

/* May stars stand around the span? CommonMark lets them mean something only beside words or, where
 * punctuation is inside, beside white space or punctuation outside. */
static bool takes_stars(struct markdown_sheet *sheet, const struct node *span)
{
    const GString *out = sheet->out;
    char before = out->len ? out->str[out->len - 1] : '\n';
    char after = character_after(sheet, span);
    gunichar first = edge_of(span, true), last = edge_of(span, false);
    if (!first || !last || before == '*' || after == '*' || holds_span(span) ||
        span->parent->kind == NODE_SPAN)
        return false;
    if (g_unichar_isspace(first) || g_unichar_isspace(last))
        return false;
    return (is_word(first) || is_open(before)) && (is_word(last) || is_open(after));
}

static const struct {
    enum look look;
    const char *tag;
} tags[] = {{LOOK_SUPERIOR, "sup"},    {LOOK_INFERIOR, "sub"}, {LOOK_BOLD, "b"},
            {LOOK_ITALIC, "i"},        {LOOK_UNDERLINE, "u"},  {LOOK_STRIKE, "s"},
            {LOOK_SMALL_CAPS, "small"}};

static void write_tag(struct markdown_sheet *sheet, const char *form, unsigned look)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
        if (look & tags[i].look)
            g_string_append_printf(sheet->out, form, tags[i].tag);
}

static void write_closing_tag(struct markdown_sheet *sheet, unsigned look)
{
    for (size_t i = G_N_ELEMENTS(tags); i > 0; i--)
        if (look & tags[i - 1].look)
            g_string_append_printf(sheet->out, "</%s>", tags[i - 1].tag);
}

static unsigned look_of(const struct node *node)
{
    return node && node->kind == NODE_SPAN ? node->as.span.look : 0;
}

/* Outside stand the tags that the spans beside this one have not, or else the two would be one. */
static void write_tags(struct markdown_sheet *sheet, const struct node *span)
{
    unsigned look = span->as.span.look, beside = look_of(span->prev) | look_of(span->next);
    write_tag(sheet, "<%s>", look & ~beside);
    write_tag(sheet, "<%s>", look & beside);
    sheet->start = false;
    markdown_write_inlines(sheet, span);
    write_closing_tag(sheet, look & beside);
    write_closing_tag(sheet, look & ~beside);
}

static void write_span(struct markdown_sheet *sheet, const struct node *span)
{
    unsigned look = span->as.span.look & ~(unsigned)LOOK_LEAD;
    bool starred = look && !(look & ~(unsigned)(LOOK_BOLD | LOOK_ITALIC));
    if (span->as.span.look & LOOK_LEAD && look != sheet->style->lead_look)
        starred = false; /* stars give a lead phrase the look of the style */
    if (!starred || !takes_stars(sheet, span)) {
        write_tags(sheet, span);
        return;
    }
    const char *stars = look == LOOK_ITALIC ? "*" : look == LOOK_BOLD ? "**" : "***";
    g_string_append(sheet->out, stars);
    sheet->start = false;
    markdown_write_inlines(sheet, span);
    g_string_append(sheet->out, stars);
}

/* --- links --------------------------------------------------------------------------- */

static void write_target(struct markdown_sheet *sheet, const char *target)
{
    g_string_append(sheet->out, "](<");
    for (const char *p = target; *p; p++) {
        if (strchr("<>\\&", *p) || (*p == '|' && sheet->cell))
            g_string_append_c(sheet->out, '\\');
        g_string_append_c(sheet->out, *p == '\n' || *p == '\r' ? ' ' : *p);
    }
    g_string_append(sheet->out, ">)");
}

static void write_link(struct markdown_sheet *sheet, const struct node *link)
{
    if (is_of_reader(sheet, link)) {
        markdown_write_inlines(sheet, link);
        return;
    }
    g_string_append_c(sheet->out, '[');
    sheet->start = false;
    markdown_write_inlines(sheet, link);
    write_target(sheet, link->as.link.target);
}

/* --- notes --------------------------------------------------------------------------- */

/* The label, and a number behind it where it is taken: [^3], [^3-2], [^*]. */
static const char *name_of(struct markdown_sheet *sheet, const struct node *note)
{
    const char *label = note->label ? note->label : "n", *name = label;
    for (int i = 2; g_hash_table_contains(sheet->taken, name); i++)
        name = arena_printf(sheet->arena, "%s-%d", label, i);
    g_hash_table_add(sheet->taken, (gpointer)name);
    return name;
}

static void write_call(struct markdown_sheet *sheet, const struct node *note)
{
    const char *name = name_of(sheet, note);
    g_ptr_array_add(sheet->notes, (gpointer)note);
    g_ptr_array_add(sheet->names, (gpointer)name);
    g_string_append_printf(sheet->out, "[^%s]", name);
    sheet->start = false;
    sheet->behind_call = true;
}

/* --- by kind ------------------------------------------------------------------------- */

void markdown_write_inlines(struct markdown_sheet *sheet, const struct node *parent)
{
    for (const struct node *n = parent->first; n; n = n->next) {
        if (n->kind == NODE_TEXT)
            markdown_write_text(sheet, n->text);
        else if (n->kind == NODE_SPAN)
            write_span(sheet, n);
        else if (n->kind == NODE_LINK)
            write_link(sheet, n);
        else if (n->kind == NODE_NOTE)
            write_call(sheet, n);
        else if (n->kind == NODE_BREAK)
            g_string_append(sheet->out, "<br>");
    }
}

void markdown_write_line(struct markdown_sheet *sheet, const struct node *block)
{
    sheet->start = true;
    sheet->behind_call = false;
    markdown_write_inlines(sheet, block);
    sheet->start = false;
}

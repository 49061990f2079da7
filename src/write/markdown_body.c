/* markdown_body: blocks, each with a mark before it where its words would tell the reader something
 * else than what it is. */
#include <string.h>

#include "doc/label.h"
#include "read/inspect.h"
#include "read/recognise.h"
#include "read/typed_label.h"
#include "write/markdown.h"

/* --- what the reader would see --------------------------------------------------------- */

static const char *text_of(struct markdown_sheet *sheet, const struct node *block)
{
    return doc_plain_text(sheet->arena, block);
}

/* Takes the label off the text as the reader does; true when that gives the block's own label (or
 * none where it has none) and leaves its text whole. */
static bool label_is_seen(struct markdown_sheet *sheet, const struct node *block, const char *front,
                          struct label *label)
{
    struct node *copy = doc_new(sheet->arena, block->kind, 0);
    const struct node *first = inspect_first_text(block);
    const char *text = first ? first->text : "";
    bool together = block->first && block->first == first;
    const char *line = arena_printf(sheet->arena, "%s%s", front, together ? text : "");
    doc_append_text(sheet->arena, copy, line, strlen(line), 0);
    if (!together)
        doc_append_text(sheet->arena, copy, text, strlen(text), 0);
    bool taken = typed_label_take(sheet->arena, copy, true, label);
    if (!block->label)
        return !taken;
    if (block->first && block->first->kind == NODE_TEXT &&
        g_str_has_prefix(block->first->text, "\u00A0"))
        return false; /* would be taken for what parts label and text */
    if (!taken || strcmp(copy->label, block->label) != 0)
        return false;
    return !together || strcmp(copy->first->text, text) == 0;
}

/* The label of a block typed before its text: by a tab where a space would not part them. */
static const char *typed(struct markdown_sheet *sheet, const struct node *block)
{
    struct label label;
    if (!block->label)
        return "";
    if (!block->first)
        return block->label; /* white space at the end of a line would not be seen */
    const char *front = arena_printf(sheet->arena, "%s ", block->label);
    return label_is_seen(sheet, block, front, &label)
               ? front
               : arena_printf(sheet->arena, "%s\t", block->label);
}

/* What an unmarked paragraph is taken for. */
static enum node_kind kind_seen(struct markdown_sheet *sheet, const struct node *block,
                                const struct label *label)
{
    const char *text =
        arena_printf(sheet->arena, "%s%s", typed(sheet, block), text_of(sheet, block));
    if (!sheet->in_annex && recognise_opening(sheet->style, text) != ORGAN_NONE)
        return NODE_OPENING;
    if (recognise_meeting(sheet->style, text) || recognise_date(sheet->style, text).year)
        return NODE_CLOSING;
    if (block->label)
        return label_is_number(label) ? NODE_OPERATIVE : NODE_ITEM;
    if (sheet->plain == NODE_PREAMBULAR && inspect_ends_with(block, ".。"))
        return NODE_PARAGRAPH;
    return sheet->plain;
}

/* --- marks ------------------------------------------------------------------------------ */

static void write_mark(struct markdown_sheet *sheet, const char *word, const char *label, int list,
                       int level)
{
    g_string_append_printf(sheet->out, "\n<!-- %s", word);
    if (label)
        g_string_append_printf(sheet->out, " label=\"%s\"", label);
    if (list)
        g_string_append_printf(sheet->out, " in=%d", list);
    if (level)
        g_string_append_printf(sheet->out, " level=%d", level);
    g_string_append(sheet->out, " -->\n");
}

/* What the reader takes blocks without label for from here on. */
static void note_plain(struct markdown_sheet *sheet, enum node_kind kind, int list)
{
    if (kind == NODE_OPERATIVE)
        sheet->plain = NODE_PARAGRAPH;
    if (kind == NODE_OPENING)
        sheet->plain = NODE_PREAMBULAR;
    if ((kind == NODE_PREAMBULAR || kind == NODE_PARAGRAPH) && !list)
        sheet->plain = kind;
}

/* --- paragraphs ------------------------------------------------------------------------- */

static void end_line(struct markdown_sheet *sheet)
{
    g_string_append_c(sheet->out, '\n');
}

/* "7. Text" as an item of a Markdown list, which counts by itself. */
static bool write_numbered(struct markdown_sheet *sheet, const struct node *block)
{
    const char *label = block->label;
    size_t digits = label ? strspn(label, "0123456789") : 0;
    struct label found;
    struct node bare = *block;
    bare.label = NULL;
    if (block->kind != NODE_OPERATIVE || !digits || digits > 4 || strcmp(label + digits, ".") != 0)
        return false;
    int number = atoi(label);
    if (number == 0 || *label == '0' || !block->first || !label_is_seen(sheet, &bare, "", &found) ||
        (sheet->next_number && sheet->next_number != number))
        return false;
    g_string_append_printf(sheet->out, "\n%s ", label);
    markdown_write_line(sheet, block);
    end_line(sheet);
    sheet->next_number = number + 1;
    return true;
}

/* The white space behind a label is none of the text. */
static void write_front(struct markdown_sheet *sheet, const char *front)
{
    size_t size = strlen(front);
    bool parted = size && strchr(" \t", front[size - 1]);
    markdown_write_text(sheet, arena_strndup(sheet->arena, front, size - parted));
    if (parted)
        g_string_append_c(sheet->out, front[size - 1]);
}

static void write_typed(struct markdown_sheet *sheet, const struct node *block, const char *front)
{
    end_line(sheet);
    sheet->start = true;
    sheet->behind_call = false;
    write_front(sheet, front);
    markdown_write_inlines(sheet, block);
    if (!*front && !block->first)
        g_string_append(sheet->out, "<b></b>"); /* a paragraph of nothing needs something */
    sheet->start = false;
    end_line(sheet);
}

static void write_paragraph(struct markdown_sheet *sheet, const struct node *block, int list)
{
    struct label label = {0};
    const char *front = typed(sheet, block);
    bool seen = label_is_seen(sheet, block, front, &label);
    int in = block->kind == NODE_ITEM ? 0 : list;
    bool numbered = !in && write_numbered(sheet, block);
    if (!numbered) {
        sheet->next_number = 0;
        bool marked = !seen || in || kind_seen(sheet, block, &label) != block->kind;
        bool by_mark = marked && block->label && !seen;
        if (marked)
            write_mark(sheet, doc_kind_name(block->kind), by_mark ? block->label : NULL, in, 0);
        write_typed(sheet, block, by_mark ? "" : front);
    }
    note_plain(sheet, block->kind, in);
}

/* --- headings --------------------------------------------------------------------------- */

/* Would the reader take the heading before this one for its number? */
static bool is_joined(struct markdown_sheet *sheet, const struct node *heading)
{
    const struct node *before = heading->prev;
    struct label label;
    return !heading->label && before && before->kind == NODE_HEADING && !before->label &&
           label_read_whole(text_of(sheet, before), &label) && label_is_section(&label);
}

static bool begins_annex(struct markdown_sheet *sheet, const struct node *heading)
{
    const char *line =
        arena_printf(sheet->arena, "%s%s", typed(sheet, heading), text_of(sheet, heading));
    return recognise_annex(sheet->style, g_strdelimit((char *)line, "\t", ' '));
}

static void write_heading(struct markdown_sheet *sheet, const struct node *heading, int list)
{
    struct label label;
    const char *front = typed(sheet, heading);
    int level = CLAMP(heading->as.block.level, 1, 3);
    bool seen = label_is_seen(sheet, heading, front, &label);
    bool annex = begins_annex(sheet, heading) && !sheet->begun;
    bool first = heading->parent->kind == NODE_ANNEX && !heading->prev;
    sheet->next_number = 0;
    if (!seen || list || level != heading->as.block.level || is_joined(sheet, heading) ||
        annex != (first && !sheet->begun)) {
        write_mark(sheet, doc_kind_name(NODE_HEADING), heading->label, list,
                   level != heading->as.block.level ? heading->as.block.level : 0);
        front = "";
    }
    end_line(sheet);
    g_string_append_printf(sheet->out, "%.*s ", level + 1, "####");
    write_front(sheet, front);
    markdown_write_inlines(sheet, heading);
    end_line(sheet);
}

/* --- closing -------------------------------------------------------------------------------- */

/* Does every line say by itself what it is, in the order that readers give them? */
static bool is_known_closing(struct markdown_sheet *sheet, const struct node *closing)
{
    bool first = true;
    for (const struct node *n = closing->first; n; n = n->next, first = false) {
        if (n->kind != NODE_FIELD)
            return false;
        const char *line = text_of(sheet, n);
        struct date date = recognise_date(sheet->style, line), own = n->as.field.date;
        enum field seen = recognise_meeting(sheet->style, line) ? FIELD_MEETING : FIELD_ADOPTED;
        enum field leads = sheet->style->language == ZH ? FIELD_ADOPTED : FIELD_MEETING;
        if (n->as.field.field != seen || (first && n->next && seen != leads))
            return false;
        if (date.year != own.year || date.month != own.month || date.day != own.day)
            return false;
    }
    return closing->first && (!closing->prev || closing->prev->kind != NODE_CLOSING);
}

static void write_closing_mark(struct markdown_sheet *sheet, const struct node *closing)
{
    g_string_append(sheet->out, "\n<!-- closing");
    for (const struct node *n = closing->first; n; n = n->next) {
        bool field = n->kind == NODE_FIELD;
        struct date date = field ? n->as.field.date : (struct date){0};
        g_string_append_printf(sheet->out, " %s",
                               field ? doc_field_name(n->as.field.field) : "paragraph");
        if (date.year)
            g_string_append_printf(sheet->out, "=%04d-%02d-%02d", date.year, date.month, date.day);
    }
    g_string_append(sheet->out, " -->\n");
}

static void write_closing(struct markdown_sheet *sheet, const struct node *closing)
{
    if (!is_known_closing(sheet, closing))
        write_closing_mark(sheet, closing);
    end_line(sheet);
    for (const struct node *n = closing->first; n; n = n->next) {
        markdown_write_line(sheet, n);
        g_string_append(sheet->out, n->next ? "\\\n" : "\n");
    }
    sheet->next_number = 0;
}

/* --- separators, tables, annexes, parts -------------------------------------------------- */

static void write_separator(struct markdown_sheet *sheet, const struct node *separator, int list)
{
    bool stars = strcmp(text_of(sheet, separator), "* * *") == 0;
    sheet->next_number = 0;
    if (!stars || list)
        write_mark(sheet, doc_kind_name(NODE_SEPARATOR), NULL, list, 0);
    end_line(sheet);
    if (stars)
        g_string_append(sheet->out, "* * *");
    else
        markdown_write_line(sheet, separator);
    end_line(sheet);
}

static int heads_of(const struct node *table)
{
    int heads = 0;
    for (const struct node *n = table->first; n && n->as.row.head; n = n->next)
        heads++;
    return heads;
}

static void write_table(struct markdown_sheet *sheet, const struct node *table, int list)
{
    int heads = heads_of(table);
    sheet->next_number = 0;
    if (list || heads > 1) {
        g_string_append(sheet->out, "\n<!-- table");
        if (list)
            g_string_append_printf(sheet->out, " in=%d", list);
        if (heads > 1)
            g_string_append_printf(sheet->out, " head=%d", heads);
        g_string_append(sheet->out, " -->\n");
    }
    end_line(sheet);
    markdown_write_table(sheet, table);
}

static void write_annex(struct markdown_sheet *sheet, const struct node *annex)
{
    const struct node *first = annex->first;
    bool in_annex = sheet->in_annex;
    sheet->begun = !first || first->kind != NODE_HEADING || !begins_annex(sheet, first);
    sheet->in_annex = true;
    sheet->plain = NODE_PARAGRAPH;
    if (sheet->begun)
        write_mark(sheet, doc_kind_name(NODE_ANNEX), NULL, 0, 0);
    markdown_write_blocks(sheet, annex, 0);
    sheet->in_annex = in_annex;
}

static void write_part(struct markdown_sheet *sheet, const struct node *part)
{
    sheet->begun = true;
    sheet->plain = NODE_PREAMBULAR;
    write_mark(sheet, doc_kind_name(NODE_PART), NULL, 0, 0);
    markdown_write_blocks(sheet, part, 0);
}

/* --- by kind ------------------------------------------------------------------------------ */

static void write_block(struct markdown_sheet *sheet, const struct node *n, int list)
{
    switch (n->kind) {
    case NODE_OPENING:
    case NODE_PREAMBULAR:
    case NODE_OPERATIVE:
    case NODE_ITEM:
    case NODE_PARAGRAPH:
        write_paragraph(sheet, n, list);
        break;
    case NODE_HEADING:
        write_heading(sheet, n, list);
        break;
    case NODE_SEPARATOR:
        write_separator(sheet, n, list);
        break;
    case NODE_TABLE:
        write_table(sheet, n, list);
        break;
    case NODE_CLOSING:
        write_closing(sheet, n);
        break;
    case NODE_LIST:
        markdown_write_blocks(sheet, n, list + 1);
        return;
    case NODE_ANNEX:
        write_annex(sheet, n);
        return;
    case NODE_PART:
        write_part(sheet, n);
        return;
    case NODE_DOC:
    case NODE_ROW:
    case NODE_CELL:
    case NODE_FIELD:
    case NODE_TEXT:
    case NODE_SPAN:
    case NODE_LINK:
    case NODE_NOTE:
    case NODE_BREAK:
    case NODE_KIND_COUNT:
        return;
    }
    sheet->begun = false;
}

void markdown_write_blocks(struct markdown_sheet *sheet, const struct node *container, int list)
{
    for (const struct node *n = container->first; n; n = n->next)
        write_block(sheet, n, list);
}

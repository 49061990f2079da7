/* markdown_notes: the bodies of notes, at the end of the file. */
#include <string.h>

#include "write/markdown.h"

/* The second paragraph of a note and those that follow are indented. */
static void write_paragraph(struct markdown_sheet *sheet, const struct node *block, bool *first)
{
    if (!*first)
        g_string_append(sheet->out, "\n    ");
    *first = false;
    sheet->start = true;
    if (block->label) {
        markdown_write_text(sheet, block->label);
        g_string_append_c(sheet->out, ' ');
    }
    markdown_write_inlines(sheet, block);
    sheet->start = false;
    g_string_append_c(sheet->out, '\n');
}

/* Lists and tables in a note are paragraphs here. */
static void write_body(struct markdown_sheet *sheet, const struct node *note)
{
    bool first = true;
    for (const struct node *n = note->first; n;) {
        if (doc_is_block(n->kind))
            write_paragraph(sheet, n, &first);
        n = doc_is_block(n->kind) ? doc_skip(n, note) : doc_next(n, note);
    }
    if (first)
        g_string_append_c(sheet->out, '\n');
}

void markdown_write_notes(struct markdown_sheet *sheet)
{
    for (guint i = 0; i < sheet->notes->len; i++) {
        const char *name = g_ptr_array_index(sheet->names, i);
        g_string_append_printf(sheet->out, "\n[^%s]: ", name);
        write_body(sheet, g_ptr_array_index(sheet->notes, i));
    }
}

/* markdown: document tree → Markdown in the manner of the seed: front matter, title, paragraphs as
 * they are numbered, notes at the end. */
#include "write/markdown.h"

#include "read/recognise.h"
#include "write/readback.h"

static const struct node *first_block(const struct node *doc)
{
    const struct node *n = doc->first;
    while (n && n->kind == NODE_FIELD)
        n = n->next;
    return n;
}

/* Where no opening tells where the text begins, a mark does. */
static void write_beginning(struct markdown_sheet *sheet)
{
    const struct node *first = first_block(sheet->doc);
    if (!first)
        return;
    const char *text = doc_plain_text(sheet->arena, first);
    if (first->kind != NODE_OPENING || recognise_opening(sheet->style, text) == ORGAN_NONE)
        g_string_append(sheet->out, "\n<!-- text -->\n");
}

void write_markdown(struct writing *writing)
{
    const struct node *doc = writing->doc;
    struct markdown_sheet sheet = {
        .arena = writing->arena, .doc = doc, .out = writing->out, .plain = NODE_PREAMBULAR};
    sheet.style = style_load(writing->arena, "un", doc->as.doc.language, writing->diag);
    if (!sheet.style)
        return;
    sheet.notes = g_ptr_array_new();
    sheet.names = g_ptr_array_new();
    sheet.taken = g_hash_table_new(g_str_hash, g_str_equal);
    markdown_write_front(&sheet);
    markdown_write_head(&sheet);
    write_beginning(&sheet);
    markdown_write_blocks(&sheet, doc, 0);
    markdown_write_notes(&sheet);
    g_ptr_array_free(sheet.notes, TRUE);
    g_ptr_array_free(sheet.names, TRUE);
    g_hash_table_destroy(sheet.taken);
    readback_tell(writing, "Markdown");
}

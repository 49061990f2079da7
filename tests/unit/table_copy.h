/* table_copy: tables for tests from a few words: rows by line ends, cells by "|". A row that begins
 * with "!" is a head; a cell that begins with "3>" spans three columns, with "2v" two rows, with
 * "*" calls a note; "\f" parts its paragraphs. */
#ifndef PLENARY_TEST_TABLE_COPY_H
#define PLENARY_TEST_TABLE_COPY_H

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"

static inline struct node *copy_paragraph(struct arena *arena, const char *words)
{
    struct node *paragraph = doc_new(arena, NODE_PARAGRAPH, 0);
    bool called = *words == '*';
    doc_append_text(arena, paragraph, words + called, strlen(words + called), 0);
    if (called) {
        struct node *note = doc_new(arena, NODE_NOTE, 0);
        doc_append(note, copy_paragraph(arena, arena_printf(arena, "Of %s.", words + 1)));
        doc_append(paragraph, note);
    }
    return paragraph;
}

static inline struct node *copy_cell(struct arena *arena, const char *words)
{
    struct node *cell = doc_new(arena, NODE_CELL, 0);
    for (; g_ascii_isdigit(*words) && (words[1] == '>' || words[1] == 'v'); words += 2)
        *(words[1] == '>' ? &cell->as.cell.columns : &cell->as.cell.rows) = *words - '0';
    char **paragraphs = g_strsplit(words, "\f", -1);
    for (char **p = paragraphs; *p && *words; p++)
        doc_append(cell, copy_paragraph(arena, *p));
    g_strfreev(paragraphs);
    return cell;
}

static inline struct node *copy_table(struct arena *arena, const char *copy)
{
    struct node *table = doc_new(arena, NODE_TABLE, 0);
    char **rows = g_strsplit(copy, "\n", -1);
    for (char **r = rows; *r; r++) {
        struct node *row = doc_new(arena, NODE_ROW, 0);
        row->as.row.head = **r == '!';
        char **cells = g_strsplit(*r + row->as.row.head, "|", -1);
        for (char **c = cells; *c; c++)
            doc_append(row, copy_cell(arena, *c));
        g_strfreev(cells);
        doc_append(table, row);
    }
    g_strfreev(rows);
    return table;
}

/* The cell in that row, counted as the source has them. */
static inline struct node *copy_cell_at(const struct node *table, int row, int cell)
{
    const struct node *r = table->first;
    while (row--)
        r = r->next;
    struct node *c = r->first;
    while (cell--)
        c = c->next;
    return c;
}

#endif

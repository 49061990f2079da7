/* markdown: what the files that write Markdown share. Reading Markdown is to recognise: so the
 * writer asks what the reader would see (read/recognise.h, read/typed_label.h), and puts a mark
 * before a block only where that would be wrong. Private to this room. */
#ifndef PLENARY_WRITE_MARKDOWN_H
#define PLENARY_WRITE_MARKDOWN_H

#include "style/style.h"
#include "write/forms.h"

struct markdown_sheet {
    struct arena *arena;
    const struct node *doc;
    const struct style *style;
    GString *out;
    GPtrArray *notes;     /* NOTEs in order of their calls; their bodies stand at the end */
    GPtrArray *names;     /* of these, as called */
    GHashTable *taken;    /* names that are taken */
    enum node_kind plain; /* what the reader takes a block without label for */
    int next_number;      /* of the Markdown list that is open; 0: none is */
    bool begun;           /* an annex has just begun by a mark */
    bool in_annex;
    bool cell;        /* in a cell of a table */
    bool behind_call; /* [^1](a) would be a link */
    bool start;       /* of a line: what stands here may mean something */
};

/* The front matter: all fields but number, title and a proponent line, which follow it. */
void markdown_write_front(struct markdown_sheet *sheet);
void markdown_write_head(struct markdown_sheet *sheet);

/* Blocks of a container, one after the other. */
void markdown_write_blocks(struct markdown_sheet *sheet, const struct node *container, int list);

void markdown_write_table(struct markdown_sheet *sheet, const struct node *table);

/* The inlines of a block or span; `start`: at the front of a line. */
void markdown_write_inlines(struct markdown_sheet *sheet, const struct node *parent);
void markdown_write_line(struct markdown_sheet *sheet, const struct node *block);
void markdown_write_text(struct markdown_sheet *sheet, const char *text);

/* The bodies of all notes. */
void markdown_write_notes(struct markdown_sheet *sheet);

/* Is the line known as number and title? */
bool markdown_is_numbered_title(struct markdown_sheet *sheet);

#endif

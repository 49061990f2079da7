/* tree: the structure tree as structure.c builds it and tree.c writes it. */
#ifndef PLENARY_PDF_TREE_H
#define PLENARY_PDF_TREE_H

#include <glib.h>

#include "page/book.h"
#include "pdf/object.h"
#include "pdf/seats.h"

struct element;

/* One of: an element, an annotation, a stretch of marked content. In reading order. */
struct kid {
    struct kid *next;
    struct element *element;
    int annotation; /* object number, or 0 */
    int page, mark;
};

struct element {
    const char *type;
    struct element *parent;
    struct kid *first, *last;
    struct kid *place; /* among the parent's kids */
    struct kid *notes; /* the last of the Notes that follow a block; NULL: there is none */
    int object;
    enum language language; /* when it is not the document's */
    const char *id, *attributes, *alternative;
    const struct node *target; /* Link: the LINK, or the NOTE that is called */
};

/* What of a node an element stands for. */
enum facet { FACET_SELF, FACET_BODY, FACET_LABEL, FACET_CALL, FACET_COUNT };

struct structure {
    struct arena *arena;
    const struct book *book;
    struct objects *objects;
    const struct seats *seats;
    GHashTable *known[FACET_COUNT]; /* of struct element by node; never walked */
    GPtrArray **marks;              /* by page: the element of every MCID */
    GPtrArray *annotations;         /* the element of every annotation */
    GPtrArray *notes;               /* of struct element, in the order of their ids */
    int heading_level;              /* of the last heading: 0 for H1 */
};

/* A new element at the end of `parent`. */
struct element *structure_append(struct structure *structure, struct element *parent,
                                 const char *type);

/* Makes an element that of a node; returns it. */
struct element *structure_keep(struct structure *structure, enum facet facet,
                               const struct node *node, struct element *element);

/* Makes the rows and cells of a table, all of them at once. */
void structure_make_table(struct structure *structure, const struct node *table,
                          struct element *element);

/* The element of the whole document. */
struct element *structure_root(struct structure *structure);

#endif

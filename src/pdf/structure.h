/* structure: the tree of structure elements that tells readers what is what (ISO 32000-1, 14.7
 * and 14.8; ISO 14289-1, 7). Elements are made from the nodes of the document when something of
 * theirs is placed, so a tree never holds what is on no page. */
#ifndef PLENARY_PDF_STRUCTURE_H
#define PLENARY_PDF_STRUCTURE_H

#include "base/arena.h"
#include "page/book.h"
#include "pdf/object.h"
#include "pdf/seats.h"

struct structure;
struct element;

/* The seats stay the caller's. Free it with structure_free. */
struct structure *structure_new(struct arena *arena, const struct book *book,
                                struct objects *objects, const struct seats *seats);
void structure_free(struct structure *structure);

/* The element that an item belongs to; NULL when the item is an artifact. Ask once an item, in
 * reading order: elements come into being here. */
struct element *structure_element(struct structure *structure, const struct placed *item);

/* The type of an element in the words of PDF: "P", "Link", … */
const char *structure_type(const struct element *element);

/* The Link around an element, and where it leads: a LINK, or the NOTE that is called. NULL when
 * the element is in no link. */
struct element *structure_link(struct element *element, const struct node **target);

/* The number (MCID) for the next stretch of content of the element on a page, from 0. */
int structure_add_content(struct structure *structure, struct element *element, int page);

/* Makes an annotation of a page belong to an element; its StructParent. */
int structure_add_annotation(struct structure *structure, struct element *element, int page,
                             int annotation);

/* Where a picture with an alternative stands: left, bottom, right, top. */
void structure_set_box(struct structure *structure, struct element *figure, const length box[4]);

/* Writes the tree; the object number of its root. */
int structure_write(struct structure *structure);

#endif

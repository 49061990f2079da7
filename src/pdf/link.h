/* link: what leads from one place of the file to another or out of it: link annotations and the
 * outline (ISO 32000-1, 12.3 and 12.5.6.5). */
#ifndef PLENARY_PDF_LINK_H
#define PLENARY_PDF_LINK_H

#include "base/arena.h"
#include "page/book.h"
#include "pdf/object.h"
#include "pdf/structure.h"

struct links;

/* Free it with links_free. */
struct links *links_new(struct arena *arena, const struct book *book, struct objects *objects,
                        struct structure *structure, const struct seats *seats);
void links_free(struct links *links);

/* Takes note of a placed run of `element`: the place of a title or note that begins here, the
 * piece of a link that it makes. Runs in reading order; `page` from 0. */
void links_see_run(struct links *links, struct element *element, const struct placed *item,
                   int page);

/* Writes the annotations, after the last run. */
void links_write(struct links *links);

/* "/Annots[…]" for a page's dictionary, or nothing. */
void links_put_annotations(const struct links *links, int page, GString *out);

/* Writes the outline of title and headings; its object number, 0 when there is none. */
int links_write_outline(struct links *links);

#endif

/* tags: the structure tree (ISO 32000-1, 14.7) laid flat, in reading order, with the glyphs that
 * its elements own. */
#ifndef PLENARY_INSPECT_TAGS_H
#define PLENARY_INSPECT_TAGS_H

#include "inspect/sheet.h"

/* A sequence of marked content: of an element, or (element -1) of none. */
struct stretch {
    int sheet, mcid; /* sheet: from 1 */
    int element;
    GPtrArray *glyphs; /* of const struct sheet_glyph, as painted */
    bool on_page;      /* the page has such a sequence */
    bool in_form;      /* its number is that of a form, not of the page */
    int times;         /* how often the page has it */
    int rival;         /* another element that owns it too; -1: none */
};

struct element {
    const char *role; /* by the role map; "" when there is none */
    bool known;       /* a standard type (14.8.4) */
    int parent;       /* index, -1: none */
    int level;
    const struct object *object;
    guint first, end; /* its stretches and those of its children */
};

struct tags {
    GArray *elements;        /* of struct element, parents first, in reading order */
    GArray *stretches;       /* of struct stretch, in reading order; then those of no element */
    guint owned;             /* so many of them belong to an element */
    GHashTable *places;      /* sheet and mcid → index + 1 in stretches */
    GHashTable *annotations; /* id of an annotation → index + 1 of the element that owns it */
};

/* The stretch of a place; NULL: none. */
const struct stretch *tags_stretch_at(const struct tags *tags, int sheet, int mcid);

/* NULL when the file has no structure tree. */
const struct tags *tags_read(struct arena *arena, struct file *file, const GPtrArray *sheets);

const struct element *tags_element(const struct tags *tags, int index);
const struct stretch *tags_stretch(const struct tags *tags, guint index);

/* Whether it is one of the standard types (ISO 32000-1, 14.8.4). */
bool tags_is_standard(const char *role);

/* Whether the element or one around it has that role. */
bool tags_is_in(const struct tags *tags, int element, const char *role);

/* The first glyph of an element; NULL when it has none. */
const struct stretch *tags_first(const struct tags *tags, const struct element *element);

/* The text of an element: of its glyphs, or what stands for them. The caller's to free. */
char *tags_words(const struct tags *tags, const GPtrArray *sheets, const struct element *element);

#endif

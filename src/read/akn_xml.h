/* akn_xml: XML bytes → a tree of elements and texts that know their byte offsets. The one door to
 * libxml2. Nothing is fetched, no document type is read, no entity but the predefined ones and
 * character references is resolved. Private to this room. */
#ifndef PLENARY_AKN_XML_H
#define PLENARY_AKN_XML_H

#include "base/diag.h"

#define XML_MAX_DEPTH 100 /* elements; published documents stay below 40 */

struct xml_attribute {
    struct xml_attribute *next;
    const char *name, *value;
};

struct xml {
    const char *name; /* an element's name without prefix; NULL: a text */
    const char *text; /* a text's characters; NULL: an element */
    uint32_t at;      /* of the element's "<", of the text's first byte */
    const struct xml_attribute *attributes;
    struct xml *parent, *first, *last, *prev, *next;
};

/* The root element, the arena's; NULL, with an error of its place filed, when the text is not
 * well-formed, has a document type or an entity of its own, or is nested too deep. */
const struct xml *xml_parse(struct arena *arena, const struct source *source, struct diag *diag);

/* The value of an attribute, "" when there is none. */
const char *xml_attribute(const struct xml *element, const char *name);

bool xml_is(const struct xml *node, const char *name);

/* The first child element of that name, or NULL. */
const struct xml *xml_child(const struct xml *parent, const char *name);

/* The first element of that name below `root`, in document order, or NULL. */
const struct xml *xml_find(const struct xml *root, const char *name);

/* All text below a node, nothing added; the arena's. */
const char *xml_text(struct arena *arena, const struct xml *node);

/* True for a text of nothing but space, tab and line end. */
bool xml_is_blank(const struct xml *node);

#endif

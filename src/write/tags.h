/* tags: writes XML, element by element, indented; an element whose text matters is one line.
 * Private to this room. */
#ifndef PLENARY_TAGS_H
#define PLENARY_TAGS_H

#include <glib.h>
#include <stdbool.h>

struct tags {
    GString *out;
    GPtrArray *names; /* of the elements that are open */
    bool in_tag;      /* attributes may follow */
    bool holds;       /* the innermost element holds something */
    guint line;       /* how many were open where the line began; 0: each element has its own */
};

void tags_begin(struct tags *tags, GString *out);
void tags_end(struct tags *tags); /* all elements must be closed */

/* The name must live until the element is closed. Attributes follow at once; those whose value is
 * NULL are left out. */
void tags_open(struct tags *tags, const char *name);
void tags_attribute(struct tags *tags, const char *name, const char *value);
void tags_close(struct tags *tags);

/* What follows in the innermost element is written without white space of its own. */
void tags_hold_line(struct tags *tags);

/* Text of the innermost element, which holds the line. What no XML can hold is written as
 * U+FFFD. */
void tags_text(struct tags *tags, const char *text, size_t size);

/* An element that holds nothing, or one line of text. */
void tags_empty(struct tags *tags, const char *name, const char *attribute, const char *value);
void tags_line(struct tags *tags, const char *name, const char *text);

#endif

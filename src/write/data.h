/* data: what the files that write our own form share. Private to this room. */
#ifndef PLENARY_WRITE_DATA_H
#define PLENARY_WRITE_DATA_H

#include "doc/doc.h"
#include "write/data_value.h"

struct data {
    struct arena *arena;
    unsigned lead;    /* the look that `lead` stands for in this language */
    bool note_labels; /* notes are not simply counted from 1: all say their labels */
};

/* New values, in a list (key NULL) or a mapping; flat ones stand on one line where they fit. */
struct value *data_add(struct data *data, struct value *parent, const char *key,
                       enum value_kind kind);
struct value *data_add_flat(struct data *data, struct value *parent, const char *key,
                            enum value_kind kind);
/* Words; null for NULL. */
void data_add_words(struct data *data, struct value *parent, const char *key, const char *text);
void data_add_number(struct data *data, struct value *parent, const char *key, int number);
void data_add_length(struct data *data, struct value *parent, const char *key, length value);

/* What stands in a block or span. */
void data_add_text(struct data *data, struct value *parent, const char *key,
                   const struct node *holder);

/* The same, of a note or cell: text where it is one paragraph of it, or else its blocks. */
void data_add_content(struct data *data, struct value *parent, const char *key,
                      const struct node *holder);
void data_add_blocks(struct data *data, struct value *parent, const char *key,
                     const struct node *first);

/* A field: text, or a mapping where it has a date or its text looks like one. */
void data_add_field(struct data *data, struct value *parent, const char *key,
                    const struct node *field);

/* Is it a field that does not stand in a closing? Are there two of one sort? */
bool data_is_of_masthead(const struct node *node);
bool data_has_twins(const struct node *doc);

/* How the document was voted on, under the key `vote`. */
void data_add_vote(struct data *data, struct value *top, const struct vote *vote);

/* The keys of a table, added to its mapping. */
void data_add_table(struct data *data, struct value *mapping, const struct node *table);

#endif

/* data: what the files that read documents of our own form share. plenary-document(5) describes the
 * form. All that is wrong is told, each with its path as in `body[3].list[1].item`; the rest is
 * read on. Private to this room. */
#ifndef PLENARY_DATA_H
#define PLENARY_DATA_H

#include "base/diag.h"
#include "base/yaml.h"
#include "doc/doc.h"
#include "style/style.h"

/* Where blocks stand, and so what may stand there. */
enum data_where {
    DATA_WIDE = 1,   /* the body, an annex, a part: everything */
    DATA_NARROW = 2, /* a list, a note, a cell: blocks of text, lists and tables */
    DATA_CLOSING = 4 /* these and the fields of a closing */
};

/* A step of the path to what is being read: a key, or a place in a list. */
struct data_step {
    const char *key; /* NULL: index */
    int index;       /* from 0 */
};

/* What is around the place where we are; set aside within a note, a cell, an annex, a part. */
struct data_around {
    int lists;
    bool note, link;
};

struct data {
    struct arena *arena;
    const struct source *source;
    struct diag *diag;
    const struct style *style; /* of the document's language: its dates, labels, lead phrases */
    struct data_step steps[2 * YAML_MAX_DEPTH];
    int step_count;
    struct data_around around;
    int errors;
};

/* How far the labels of one sequence of blocks have counted. */
struct data_labels {
    int number, item;
    const char *bullet; /* the items so far have this one; NULL: they are counted */
};

/* --- where, and what is wrong there -------------------------------------------------- */

/* Steps into a value of a mapping, an item of a sequence, and out again. */
void data_enter_key(struct data *data, const struct yaml *pair);
void data_enter_item(struct data *data, int index);
void data_leave(struct data *data);

/* Files an error about the value where we are: "`path` " and the words. Always false. */
bool data_fail(struct data *data, uint32_t at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* "`path` is (what was found), `what` was wanted". Always false. */
bool data_wanted(struct data *data, const struct yaml *node, const char *what);

/* Says that the key of a pair is not among `count` names, with the nearest as a hint. */
void data_unknown_key(struct data *data, const struct yaml *pair, const char *const *names,
                      int count);

/* Says so of every pair but those named; `names` is ended by NULL. */
void data_check_keys(struct data *data, const struct yaml *mapping, const char *const *names);

/* --- values -------------------------------------------------------------------------- */

/* Text of one piece, NULL with an error. */
const char *data_read_string(struct data *data, const struct yaml *node);
/* These leave what they fill alone after an error. */
bool data_read_number(struct data *data, const struct yaml *node, int least, int most, int *number);
bool data_read_yes_no(struct data *data, const struct yaml *node, bool *yes);
bool data_read_length(struct data *data, const struct yaml *node, length *value);
bool data_read_date(struct data *data, const struct yaml *node, struct date *date);
/* The place of one of `count` names, from 0; -1 with an error. */
int data_read_choice(struct data *data, const struct yaml *node, const char *const *names,
                     int count);
/* True for 2044-12-14 and nothing else; nothing is filed. */
bool data_is_date(const struct yaml *node, struct date *date);

/* --- parts of a document ------------------------------------------------------------- */

/* The masthead's fields go to the document, one field to a closing or wherever. */
void data_read_masthead(struct data *data, const struct yaml *node, struct node *doc);
void data_read_field(struct data *data, const struct yaml *node, enum field field,
                     struct node *parent);
/* The same, its date and text being keys of a mapping that has others too. */
void data_read_field_parts(struct data *data, const struct yaml *mapping, enum field field,
                           struct node *parent);
/* The field of that name; FIELD_COUNT with an error. */
enum field data_read_field_name(struct data *data, const struct yaml *node);
const struct vote *data_read_vote(struct data *data, const struct yaml *node);

/* A sequence of blocks goes to a container. */
void data_read_blocks(struct data *data, const struct yaml *node, struct node *parent,
                      enum data_where where);
/* Text, which makes one paragraph, or a sequence of blocks: what notes and cells hold. */
void data_read_content(struct data *data, const struct yaml *node, struct node *parent);
void data_read_table(struct data *data, const struct yaml *rows, const struct yaml *mapping,
                     struct node *table);

/* Text and what may stand in it go to a block or span. */
void data_read_text(struct data *data, const struct yaml *node, struct node *target);
/* True for a mapping that has a key of what may stand in text: bold, link, note … */
bool data_is_inline(const struct yaml *node);

/* Counts on from the label that a block was given; the next one in the language's form. */
void data_count_label(struct data_labels *labels, const struct node *block);
const char *data_next_label(struct data *data, struct data_labels *labels, enum node_kind kind);

#endif

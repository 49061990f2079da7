/* label: what stands before a paragraph: 1. (a) ㈠ أ 1 - ’1‘ a) I. 一、 and so on (formats.md 2.5).
 */
#ifndef PLENARY_LABEL_H
#define PLENARY_LABEL_H

#include <stdbool.h>
#include <stddef.h>

/* Labels that count on from each other are of one series. */
enum label_series {
    LABEL_NUMBER,          /* 1. 1 - */
    LABEL_DECIMAL,         /* 1.1 1.1. */
    LABEL_NUMBER_ENCLOSED, /* (1) 1) */
    LABEL_NUMBER_QUOTED,   /* ’1‘ */
    LABEL_NUMBER_CIRCLED,  /* ① */
    LABEL_LETTER,          /* (a) a) (aa), Latin or Cyrillic */
    LABEL_LETTER_DOTTED,   /* a. */
    LABEL_ROMAN,           /* (i) i) */
    LABEL_ROMAN_DOTTED,    /* i. */
    LABEL_ABJAD,           /* (أ) (ب) (ج) */
    LABEL_HAN,             /* ㈠ (一) */
    LABEL_BULLET,          /* – • */
    LABEL_CAPITAL,         /* A. A, Latin or Cyrillic */
    LABEL_CAPITAL_ROMAN,   /* I. I */
    LABEL_HAN_SECTION,     /* 一. 一、 一 */
    LABEL_ARABIC_ORDINAL,  /* أولا - أولا */
    LABEL_ARABIC_NAME      /* ألف - ألف */
};

struct label_reading {
    enum label_series series;
    int ordinal; /* from 1; BULLET: the character; DECIMAL: how many numbers */
};

#define LABEL_MAX_READINGS 3

/* One label may be read in more than one way: (i) is the ninth letter or the first numeral. */
struct label {
    size_t length; /* bytes */
    bool bare;     /* nothing but the number or letter itself: a label only where it stands alone */
    int count;
    struct label_reading readings[LABEL_MAX_READINGS];
};

/* The label that `text` begins with; false when there is none. What follows it is not looked at,
 * except that a letter or digit must not. */
bool label_read(const char *text, struct label *label);

/* The same for a text that is a label and nothing else. */
bool label_read_whole(const char *text, struct label *label);

/* Numbers of paragraphs (1. 1.1), numbers of sections (I. A. 一、), or else labels of items. */
bool label_is_number(const struct label *label);
bool label_is_section(const struct label *label);

/* The level of a heading with that label: 1 for I. and 一、, 2 for A., 3 for all others. */
int label_heading_level(const struct label *label);

/* The ordinal of `label` in that series, 0 when it cannot be read so. */
int label_ordinal(const struct label *label, enum label_series series);

#endif

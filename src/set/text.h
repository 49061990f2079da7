/* text: a block as one row of signs, whatever spans, links and notes it is made of, so that
 * nothing that follows can depend on style boundaries (A11). */
#ifndef PLENARY_TEXT_H
#define PLENARY_TEXT_H

#include "set/class.h"
#include "set/galley.h"
#include "set/set.h"

/* A stretch of signs of one owner and look. */
struct piece {
    const struct node *owner;
    enum run_part part;
    unsigned look;
    enum language language;
    length size, rise;
    bool small;    /* lower-case letters that are set as small capitals */
    uint32_t from; /* byte in the block's text where it starts */
    uint32_t at;   /* … and in the source, near enough for a message */
};

/* A character in its place. */
struct sign {
    uint32_t c;
    uint32_t at;      /* byte offset in the block's text */
    uint8_t size;     /* bytes */
    uint8_t class;    /* enum sign_class */
    bool bare;        /* a space that is not set as a space: autospace or nothing (C2, C3, C5) */
    uint16_t penalty; /* of a break before it: 0…FILL_NEVER */
    bool late;        /* hyphenation: a hyphen may be put before it */
    uint8_t level;    /* of embedding (UAX #9): odd ones run from right to left */
    uint8_t fence;    /* an isolate begins or has ended before it, in text of level fence - 1 */
    uint32_t piece;
    /* shaping: */
    const struct face *face;
    uint32_t glyph, glyph_count; /* in text->glyphs */
    length width;                /* advance of its glyphs, 0 for all but the first of a cluster */
};

struct text {
    struct arena *scratch; /* holds the text and all that is made of it on the way to lines */
    const char *bytes;     /* the document's arena's: runs point into them */
    uint32_t size;
    int count;
    struct sign *signs;
    int piece_count;
    struct piece *pieces;
    struct glyph *glyphs; /* x, y: offsets from the sign's origin */
    uint32_t glyph_count;
    int label_count; /* signs of the label at the start, its space included */
    bool chinese;    /* the paragraph is Chinese */
    bool rtl;        /* the paragraph runs from right to left */
    bool mixed;      /* some sign is of another level than 0 */
    length em;       /* size of the paragraph's own type */
};

/* The signs of a block, label first, in the form's size; classes settled. The label is the
 * block's own or `label` (a field's), if not NULL; `label_owner` owns it. */
struct text *text_of_block(const struct compositor *compositor, const struct node *block,
                           const struct form *form, const char *label,
                           const struct node *label_owner);

/* The same of words that no node holds. */
struct text *text_of_words(const struct compositor *compositor, const char *words,
                           const struct node *owner, const struct form *form);

void text_free(struct text *text);

static inline bool text_is_call(const struct text *text, int i)
{
    return text->pieces[text->signs[i].piece].part == RUN_CALL;
}

/* Space that belongs between two neighbours (C1 to C3). */
bool text_wants_autospace(const struct text *text, int before, int after);

#endif

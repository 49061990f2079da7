/* stretch: stretches of marked content on one page, and the clusters that they hold. Private to
 * content.c and turned.c. */
#ifndef PLENARY_STRETCH_H
#define PLENARY_STRETCH_H

#include "pdf/content.h"
#include "pdf/pen.h"

/* A cluster of a page: a run and its first glyph there. */
struct spot {
    int item;
    uint32_t glyph;
};

struct content {
    const struct press *press;
    const struct page *page;
    int number;
    GString *out;
    struct pen pen;
    /* what is painted belongs to */
    bool begun;
    struct element *element; /* NULL: an artifact */
    enum artifact artifact;
    bool open;                /* its marked content */
    const struct node *block; /* of the last run */
    length baseline;          /* of the last cluster in a line from right to left */
    bool within;              /* a stretch from left to right */
};

/* Ends the marked content that is open. */
void stretch_close(struct content *content);

/* Opens the next stretch of content of an element, which may say what its text is. */
void stretch_open(struct content *content, const struct cluster *spoken);

/* What comes next, until stretch_close_words, stands for these words. */
void stretch_open_words(struct content *content, const char *text, int size);
void stretch_close_words(struct content *content);

/* Makes what comes next content of an element or an artifact. Marked content lies within a text
 * object or around what is no text; it never crosses the border, nor another marked content. */
void stretch_turn_to(struct content *content, struct element *element, enum artifact artifact,
                     bool text);

static inline const struct placed *spot_item(const struct content *content, struct spot spot)
{
    return &content->page->items[spot.item];
}

/* Goes to the next cluster of the same text in the same line; false when there is none. */
bool spot_step(const struct content *content, struct spot *spot);

/* The block that a run belongs to; NULL: none. */
const struct node *placed_block(const struct placed *item);

bool cluster_is_blank(const struct cluster *cluster);
length run_glyph_width(const struct font *font, const struct run *run, uint32_t glyph);

#endif

/* sheet: the items of one page as they are placed. x are counted from the start edge: in a language
 * that runs from right to left the whole page is mirrored, here and nowhere else. */
#ifndef PLENARY_SHEET_H
#define PLENARY_SHEET_H

#include <glib.h>

#include "page/book.h"

struct sheet {
    struct arena *arena;
    GArray *items; /* struct placed */
    length mirror; /* the sheet's width where x are counted from the right; else 0 */
};

struct sheet sheet_new(struct arena *arena, const struct style *style);

/* The left edge, from the left of the sheet, of what begins at x and is `width` wide. */
length sheet_left(const struct sheet *sheet, length x, length width);

/* Moves the items into the arena as those of `page`; the sheet is empty then. */
void sheet_finish(struct sheet *sheet, struct page *page);

/* A line: its start edge at x, its baseline at y; underlines and strikes are shapes of their own.
 */
void sheet_place_line(struct sheet *sheet, const struct line *line, length x, length y,
                      enum artifact artifact);

/* All lines of a paragraph, the first baseline at y; returns the lower edge of its last slot. */
length sheet_place_para(struct sheet *sheet, const struct para *para, length x, length y,
                        enum artifact artifact);

/* A filled rectangle. */
void sheet_place_rule(struct sheet *sheet, struct rule_at rule, enum artifact artifact);

/* A shape as it would stand on a page from left to right; it keeps its looks. */
void sheet_place_shape(struct sheet *sheet, const struct shape *shape, enum artifact artifact);

/* A picture; with words for who does not see it a figure, else an artifact of that kind. */
void sheet_place_picture(struct sheet *sheet, const struct picture *picture, struct box box,
                         enum artifact artifact);

/* Where the glyphs of a line begin, from its start edge, and how wide they are. */
length line_begin(const struct line *line);
length line_extent(const struct line *line);

#endif

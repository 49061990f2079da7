/* place_table: rows of tables → where they stand on a page. */
#ifndef PLENARY_PLACE_TABLE_H
#define PLENARY_PLACE_TABLE_H

#include "page/sheet.h"

/* What a page has of a row: lines from…to-1, and whether it begins or ends with them. */
struct part_of_row {
    const struct para *row;
    int from, to;
    bool begins_page, ends_page;
};

/* Places a part of a row, the first slot's top at y, cell after cell, and the rules around it. When
 * it begins a page, the table's head comes first; a box that the page cuts is closed. Returns the
 * lower edge of the last slot. */
length table_place_row(const struct part_of_row *part, length x, length y, struct sheet *sheet);

#endif

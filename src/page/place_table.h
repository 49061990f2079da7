/* place_table: rows of tables → where they stand on a page. */
#ifndef PLENARY_PLACE_TABLE_H
#define PLENARY_PLACE_TABLE_H

#include "page/sheet.h"

/* Places lines from…to-1 of a row, the first slot's top at y, cell after cell, and the rules around
 * it. When the row begins a page, the table's head comes first. Returns the lower edge of the last
 * slot. */
length table_place_row(const struct para *row, int from, int to, bool begins_page, length x,
                       length y, struct sheet *sheet);

#endif

/* report: messages about pages that could not be made up by the rules. */
#ifndef PLENARY_REPORT_H
#define PLENARY_REPORT_H

#include "page/makeup.h"
#include "set/set.h"

/* Files what had to be broken on the page of that number, and notes that go on behind it. */
void report_page(const struct compositor *compositor, const struct column *column, int number,
                 const struct fill *fill);

#endif

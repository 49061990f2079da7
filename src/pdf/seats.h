/* seats: where the pages of a book are in the file: what of it depends on how it is printed. */
#ifndef PLENARY_PDF_SEATS_H
#define PLENARY_PDF_SEATS_H

#include <stdbool.h>

#include "base/units.h"

struct seats {
    const int *pages;   /* by page: the page object that shows it */
    const int *forms;   /* by page: the form XObject that it is; NULL: it is a page's content */
    length left, below; /* from the lower left corner of that page object to that of the page */
    bool live;          /* links can be followed */
};

#endif

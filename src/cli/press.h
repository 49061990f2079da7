/* press: the options of print variants, which several commands have. */
#ifndef PLENARY_CLI_PRESS_H
#define PLENARY_CLI_PRESS_H

#include <stdbool.h>

#include "cli/cli.h"
#include "page/impose.h"

struct press_request {
    struct print_order order;
    bool print, archive; /* --for */
    bool imposed;        /* --impose, --sheet */
};

enum { PRESS_FOR = 'F', PRESS_IMPOSE = 'I', PRESS_SHEET = 'S' };

#define PRESS_OPTIONS                                                                              \
    {PRESS_FOR, "for", "USE", "archive, or print: PDF/X-4 besides, with bleed and marks"},         \
        {PRESS_IMPOSE, "impose", "SCHEME",                                                         \
         "pages on sheets, for print: booklet, signature:N, 2up, 4up"},                            \
    {                                                                                              \
        PRESS_SHEET, "sheet", "NAME", "the sheets: A3, SRA3, A2, SRA2 (SRA3; SRA2 for 4up)"        \
    }

/* Takes one of these options; STATUS_USAGE with the reason said. */
enum status press_take_option(struct press_request *request, int letter, const char *value);

/* When all are taken: the order, NULL for the archive, in *order. `pdf`: that is what is made. */
enum status press_finish(const struct press_request *request, bool pdf,
                         const struct print_order **order);

#endif

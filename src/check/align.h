/* align: text of a passage and the bytes that the source writes it with, side by side. Private to
 * this room. */
#ifndef PLENARY_CHECK_ALIGN_H
#define PLENARY_CHECK_ALIGN_H

#include "check/copy.h"
#include "check/unit.h"

/* Where one byte of a passage's text comes from; all bytes of a character have the same. */
struct spot {
    uint32_t from, to; /* bytes of the source; alike: it is not written there */
    int piece;         /* spots of one piece have no mark-up between them; 0: not known */
    enum writing writing;
};

/* Those of all bytes of a passage, worked out when they are first asked for. */
const struct spot *align_passage(const struct copy *copy, const struct passage *passage);

#endif

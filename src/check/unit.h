/* unit: the source one sign at a time: what it writes for a character, white space, and what is
 * mark-up between. Private to this room. */
#ifndef PLENARY_CHECK_UNIT_H
#define PLENARY_CHECK_UNIT_H

#include <glib.h>

#include "base/source.h"

/* How a stretch of the source writes text. */
enum writing {
    WRITING_XML,
    WRITING_CDATA, /* of XML, where mark-up and references stand for themselves */
    WRITING_MARKDOWN,
    WRITING_PLAIN,  /* a scalar of YAML without quotation marks, or a block of lines */
    WRITING_SINGLE, /* in '…' */
    WRITING_DOUBLE  /* in "…", also of JSON */
};

enum unit_kind { UNIT_CHARACTER, UNIT_WHITE, UNIT_MARKUP, UNIT_END };

struct unit {
    enum unit_kind kind;
    uint32_t from, to; /* bytes of the source */
    gunichar character;
};

/* The unit at a byte of the source. `wanted` is the character that the text has next: signs that
 * may be mark-up or themselves are themselves where the text has them. */
struct unit unit_at(const struct source *source, enum writing writing, uint32_t at,
                    gunichar wanted);

/* How the source goes on behind a unit that it writes so. */
enum writing unit_writing_behind(const struct source *source, struct unit unit,
                                 enum writing writing);

/* How text at a byte of the source is written; not in the midst of a CDATA section. */
enum writing unit_writing(const struct source *source, uint32_t at);

#endif

/* matches: one match of a pattern after the other, with its named groups. Private to this room. */
#ifndef PLENARY_CHECK_MATCHES_H
#define PLENARY_CHECK_MATCHES_H

#include "check/copy.h"

struct matches {
    const struct passage *passage;
    GMatchInfo *info;
    int from, to; /* bytes of the match at hand */
};

/* The first match in a passage; false when there is none, or no pattern. */
bool match_first(struct matches *matches, const struct passage *passage, const GRegex *pattern);
/* The next one; false when there is none. What was held is given back then. */
bool match_next(struct matches *matches);
/* Gives back what a loop that is left early still holds. */
void match_end(struct matches *matches);

/* Where a group of the match at hand stands; false when it took no part. */
bool match_group(const struct matches *matches, const char *name, int *from, int *to);
/* The number that a group reads; 0 when it took no part. */
int match_number(const struct matches *matches, const char *name);

/* Bytes from…to of a passage, the arena's. */
const char *words_at(const struct copy *copy, const struct passage *passage, int from, int to);

/* Whether a passage is text that runs on, not figures of a table or facts of the masthead. */
bool is_running(const struct passage *passage);
/* Whether a passage is the house's own text: annexes of the Security Council are other people's. */
bool is_own(const struct copy *copy, const struct passage *passage);

#endif

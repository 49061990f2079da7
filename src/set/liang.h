/* liang: hyphenation by patterns (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983), from
 * the files that TeX and libhyphen read. Private to hyphen.c.
 *
 * libhyphen itself is not used: it wants files that its own script has prepared, finds two points
 * in five with Debian's Russian one, which was not, and takes two seconds to load the German one.
 */
#ifndef PLENARY_LIANG_H
#define PLENARY_LIANG_H

#include <stdbool.h>
#include <stddef.h>

struct liang;

enum { LIANG_LONGEST = 100 /* bytes of a word that is looked at */ };

/* The patterns of a file: its first line names the encoding, each other line is a pattern, a
 * setting or a comment; after NEXTLEVEL come patterns for the parts that those before make of a
 * word; \hyphenation{…} holds words with their hyphens. NULL when nothing in it can be read. */
struct liang *liang_read(const char *bytes, size_t size);
void liang_free(struct liang *liang);

/* A word of small letters in UTF-8, of at most LIANG_LONGEST bytes: points[i] is set where it may
 * be parted after character i. */
void liang_points(const struct liang *liang, const char *word, bool *points);

#endif

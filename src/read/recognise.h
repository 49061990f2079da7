/* recognise: what a line of a resolution is, by its words in each language (un-layout.md 4).
 * Private to this room. */
#ifndef PLENARY_RECOGNISE_H
#define PLENARY_RECOGNISE_H

#include "doc/doc.h"
#include "style/style.h"

/* What a line of head matter says by itself: FIELD_SESSION, FIELD_ITEM, FIELD_ADOPTION,
 * FIELD_PROPONENT, FIELD_ORGANIZATION, FIELD_ORGAN, FIELD_SYMBOL, FIELD_DISTRIBUTION,
 * FIELD_ORIGINAL, FIELD_ISSUED; FIELD_COUNT when it may be anything. */
enum field recognise_head(const struct style *style, const char *line);

/* Bytes of a resolution's number at the front of a line, "76/19." or "S-32/1." or "76/19 -",
 * 0 when there is none with a title behind it. */
size_t recognise_number(const char *line);

/* The organ that opens a resolution with this line, ORGAN_NONE when it does not. */
enum organ recognise_opening(const struct style *style, const char *line);

/* A meeting ("45th plenary meeting"). */
bool recognise_meeting(const struct style *style, const char *line);

/* A line that is a date and nothing else; year 0 when it is not. */
struct date recognise_date(const struct style *style, const char *line);

/* A heading that begins an annex: "Annex", "Annex II", "附件一", "Annex A – Items". */
bool recognise_annex(const struct style *style, const char *line);

/* The title of a text with the word and number of an annex of it behind, as Chinese has them:
 * "某公约附件一". */
bool recognise_annex_of(const struct style *style, const char *line);

/* The number of an article, rule or part, alone in its line: "Article 9", "第九条", "Часть II". */
bool recognise_article(const struct style *style, const char *line);

#endif

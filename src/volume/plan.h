/* plan: what a volume is to hold, before and after its documents are read. Private to the
 * files of this room. */
#ifndef PLENARY_VOLUME_PLAN_H
#define PLENARY_VOLUME_PLAN_H

#include <glib.h>

#include "base/diag.h"
#include "style/style.h"
#include "volume/volume.h"

enum { COMMITTEE_NONE = -1, COMMITTEE_PLENARY, COMMITTEE_COUNT = 7 }; /* 1 to 6: as they are */

/* What a part of a volume is made of. */
enum volume_kind { VOLUME_RESOLUTIONS, VOLUME_DECISIONS, VOLUME_ANNEXES };

/* One document of a volume. */
struct volume_piece {
    struct node *doc;
    const char *target;  /* "#7": what links of the volume say */
    const char *symbol;  /* A/RES/76/19; "" when it has none */
    const char *number;  /* 76/19; or what the symbol is; "" */
    const char *title;   /* never empty */
    const char *session; /* "" */
    int committee;       /* on whose report it was adopted; COMMITTEE_NONE: not said */
    bool decision;
    int items; /* agenda items: */
    const struct volume_item *item;
    const char *page; /* its number as printed, once it is made up */
};

struct volume_item {
    int number;        /* 9 */
    int letter;        /* of a sub-item in the language's order, from 1; 0: none */
    const char *name;  /* "9 (b)" */
    const char *title; /* "" */
};

struct volume_part {
    const char *title;
    const char *target; /* "#part-2" */
    enum volume_kind kind;
    int committee;
    GPtrArray *pieces; /* of struct volume_piece */
    const char *page;  /* as above */
};

/* A list at the end of the book. */
struct volume_end {
    const char *title, *target, *page;
};

/* What a manifest says; NULL and 0 where it says nothing. */
struct volume_plan {
    struct arena *arena;
    struct diag *diag;
    const struct source *source; /* the manifest; NULL: a folder */
    enum language language;
    bool language_said; /* by the command line or the manifest */
    bool mixed;         /* documents in other languages were passed over */
    const char *style;
    const char *title, *session, *symbol, *supplement, *number, *published;
    int start; /* 0: as the style says; 1: new page; 2: run on */
    const char *split_after;
    uint32_t split_at;
    GPtrArray *pieces; /* of struct volume_piece: those to be grouped */
    GPtrArray *parts;  /* of struct volume_part, in the order of the book */
    int list_count;
    struct volume_end lists[2]; /* list by symbol and index, once they are made up */
};

/* An array of pointers that is freed with the arena. */
GPtrArray *volume_array(struct arena *arena);

/* --- volume_manifest.c: what is to be in it ------------------------------------------- */

/* Reads manifest or folder, and all documents that it names. NULL with errors filed. */
struct volume_plan *volume_plan_read(struct arena *arena, const struct volume_job *job,
                                     struct diag *diag);

/* --- volume_piece.c: one document ----------------------------------------------------- */

/* Reads a document of the plan's language, which is settled by the first one where it is not
 * known. NULL: it is in another language (then *good stays true) or cannot be read. */
struct volume_piece *volume_piece_read(struct volume_plan *plan, const char *path, bool *good);

/* Gives a document the head that it has in a volume: what stands in its masthead goes, a sentence
 * says how it was adopted. */
void volume_piece_dress(struct arena *arena, const struct style *style, struct volume_piece *piece);

/* In the order of symbols, their numbers as numbers. */
int volume_piece_compare(const void *left, const void *right);

/* --- volume_parts.c: the order of the book -------------------------------------------- */

/* Puts the pieces that no part has yet into parts, by what they are and who reported. */
void volume_parts_group(struct volume_plan *plan, const struct style *style);

/* The plans of single volumes; one when nothing is split. NULL with an error. */
GPtrArray *volume_parts_split(struct volume_plan *plan, const struct style *style);

/* --- volume_front.c, volume_lists.c: what stands around the documents ----------------- */

/* Trees for page/contents.h: children of a DOC. */
struct node *volume_contents(const struct volume_plan *plan, const struct style *style);
struct node *volume_list(const struct volume_plan *plan, const struct style *style);
struct node *volume_index(const struct volume_plan *plan, const struct style *style);

#endif

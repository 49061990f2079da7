/* fill: line breaking as pure arithmetic. A paragraph is a row of boxes with a joint after each:
 * Knuth and Plass ("Breaking Paragraphs into Lines", 1981) over plain arrays with prefix sums,
 * with shrink and stretch by levels for Chinese (composition.md D, 5.1 to 5.3). Integers only, so
 * that the breaks are the same on every machine. Knows nothing of text, fonts or styles. */
#ifndef PLENARY_FILL_H
#define PLENARY_FILL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/units.h"

enum { FILL_SHRINK_LEVELS = 6, FILL_STRETCH_LEVELS = 2 };

#define FILL_NEVER 10000     /* penalty: no break here */
#define FILL_ALWAYS (-10000) /* penalty: break here */
#define FILL_DEAR 1000       /* penalty: break here in need only, see `no_dear` */
#define FILL_TYPED 2500      /* penalty: the source ties what no rule does, so in need only */

/* Western lines that need more than so many times their stretch are left short instead. */
#define FILL_LOOSEST 4

/* What stands between box i and box i + 1. All of it vanishes when the line is broken here: the
 * blank halves of Chinese marks at line edges, autospaces and word spaces go without a special
 * case (B4, B5, C4). */
struct joint {
    length space;           /* natural width */
    length shrink, stretch; /* how much less, how much more on their levels */
    uint8_t shrink_level;   /* 1…6 of D2–D7; 0: none */
    uint8_t stretch_level;  /* 1…2 of D8, D9; 0: none */
    bool opens;             /* takes part in stretch level 3, all such gaps equally (D10) */
    bool flagged;           /* a break here ends the line with a hyphen */
    bool dashed;            /* … with one of the text: it counts in a row of hyphens (F3) */
    bool late;              /* a break here is for the passes that hyphenate */
    int16_t penalty;
    length hyphen; /* width that a break here adds to the line; below 0: a mark that hangs */
};

/* A row of `count` boxes; joint[count - 1] ends the paragraph. */
struct matter {
    int count;
    const length *box;
    const struct joint *joint;
    const uint8_t *letters; /* per box: characters that are not marks, for runts; or NULL */
    int rigid;              /* boxes at the start that are never widened: a label's */
};

enum fill_policy {
    FILL_WESTERN, /* ratio of stretch and shrink as in TeX */
    FILL_HAN,     /* level by level */
    FILL_RAGGED   /* not justified: white at the line's end is what is bad */
};

struct fill_rules {
    enum fill_policy policy;
    length em;
    length first, measure; /* widths of the first line and of the others */
    int tolerance;         /* loosest line, in per mille of 0.05 em (HAN) or of ratio 1 */
    bool late;             /* hyphens and the like may be used */
    bool no_dear;          /* no break of FILL_DEAR or more */
    bool clean_end;    /* no hyphen in the line before the last, no last line under short_last */
    int expansion;     /* per mille that glyphs may get wider or narrower in need (WESTERN) */
    bool emergency;    /* lines too wide or too loose are taken where nothing else is left */
    int double_hyphen; /* demerits for two hyphened lines in a row, in units of 1 */
    int final_hyphen;  /* … for one in the line before the last */
    int fitness;       /* … for neighbours of very different openness */
    int most_hyphens;  /* lines in a row that may end in one, more only in an emergency; 0: no
                        * limit */
    int line_penalty;  /* 1 in TeX's formula (1 + b)²: the `1` */
    int least_letters; /* of the last line, when it is not the only one (E2) */
    length short_last; /* a last line shorter than this costs short_last_demerits */
    int short_last_demerits;
};

/* What justifying one line takes. Amounts are totals over the line. */
struct fill_line {
    int from, to; /* boxes from…to - 1; broken at joint to - 1 */
    length natural;
    length target;
    length shrink[FILL_SHRINK_LEVELS + 1];   /* used, by level */
    length stretch[FILL_STRETCH_LEVELS + 1]; /* used, by level */
    length opening;                          /* total used on level 3 */
    int openings;                            /* gaps that share it */
    int expansion;                           /* of its glyphs, per mille; below 0: narrower */
    length overfull;                         /* how much too wide it stays */
};

struct fill_setting {
    int count; /* of lines; 0: none */
    int *ends; /* box after the last of each line */
    int64_t demerits;
};

/* The best setting [1], and the best with one line less [0] and one more [2] among those the
 * tolerance allows. False when there is none at all. Everything is the arena's. */
bool fill_lines(struct arena *arena, const struct matter *matter, const struct fill_rules *rules,
                struct fill_setting setting[3]);

/* How the line of boxes from…to - 1 is brought to its measure; the last line is not stretched. */
struct fill_line fill_justify(const struct matter *matter, const struct fill_rules *rules, int from,
                              int to, length measure);

/* Where each box of the line starts, from the line's start: x[0 … to - from - 1], and in
 * x[to - from] where the line ends. The remainder is spread by error diffusion, so the end is
 * exact (D12). */
void fill_place(const struct matter *matter, const struct fill_line *line, length *x);

#endif

/* makeup_program: what the two files of the dynamic program share. See makeup.c. */
#ifndef PLENARY_MAKEUP_PROGRAM_H
#define PLENARY_MAKEUP_PROGRAM_H

#include <glib.h>

#include "page/makeup.h"
#include "page/settings.h"

enum phase {
    PHASE_FIRST,       /* page 1 */
    PHASE_VERSO,       /* opens a spread */
    PHASE_RECTO_SHORT, /* closes one that runs a line short, */
    PHASE_RECTO,       /* as the style says, */
    PHASE_RECTO_LONG   /* a line long */
};

enum { NONE = -1 };

struct state {
    int64_t cost;
    struct cut cut;
    int carry;    /* note lines called above the cut and not yet set */
    int previous; /* state at the page's beginning */
    int next;     /* another state at the same cut, of the same carry or less */
    length slack; /* of the page that ended here, before it was opened */
    int8_t phase;
    int8_t shift; /* lines that the whole paragraphs of that page gained */
    int8_t run;
    uint8_t broken;
};

struct program {
    const struct column *column;
    const struct area *area;
    bool rescue; /* rules may be broken, at their price */
    GArray *states;
    int *heads; /* first state at a cut */
};

/* A page being tried, whatever state it begins in. */
struct trial {
    struct program *program;
    struct cut from, to;
    int from_at, to_at;    /* numbers of the cuts */
    int called;            /* lines of the notes called above the end */
    int gaps, lines;       /* between the cuts */
    uint8_t flags;         /* of the cut at its end */
    int64_t text;          /* height, all paragraphs in their best setting */
    struct settings whole; /* the paragraphs whole on the page */
    int64_t divided;       /* cost of the setting of the one divided at its end */
    length window;         /* a page that is shorter, with all white opened, is not tried */
    int64_t most;          /* slack of such a page, before it is opened */
    bool found, legal;     /* a page has been found; one that breaks no rule of weight */
};

static inline struct state *state_at(const struct program *program, int index)
{
    return &g_array_index(program->states, struct state, index);
}

/* Keeps a new state unless one of the same cut, carry and phase is as cheap. States of a cut stand
 * by falling carry: a page of notes alone leads only further down the list. */
void program_keep(struct program *program, int at, struct state fresh);

/* The height of a page's text area. */
length program_height(const struct program *program, int8_t phase, int run);

/* Ends a page after the state `index`, with `shift` lines gained. */
void trial_end(struct trial *trial, int index, int shift, const struct ending *ending);

/* Ends all pages of the trial, from every state at its beginning; false when each is too high. */
bool trial_run(struct trial *trial);

#endif

/* align: walks through source and text at once. In: a passage. Out: a spot for every byte.
 *
 * A text begins at the place that its node has, or soon behind it. From there on the source writes
 * what the text has, with mark-up between that is passed over and white space that was folded. What
 * a reader took away (labels, parentheses around calls) is passed over too, as long as what comes
 * next in the text follows within a REACH. */
#include "check/align.h"

#include <string.h>

enum {
    REACH = 400, /* units looked through for what comes next */
    SURE = 8     /* characters that must be the same then */
};

struct walk {
    const struct source *source;
    enum writing writing;
    const char *text; /* of the passage */
    struct spot *spots;
    int at, end;    /* in the text */
    uint32_t place; /* in the source */
    int piece;
};

static void map(struct walk *walk, uint32_t from, uint32_t to)
{
    int next = (int)(g_utf8_next_char(walk->text + walk->at) - walk->text);
    for (; walk->at < next; walk->at++)
        walk->spots[walk->at] = (struct spot){from, to, walk->piece, walk->writing};
}

/* A space that the source does not have: between words that a reader found too near. */
static void map_nothing(struct walk *walk)
{
    walk->piece++;
    map(walk, walk->place, walk->place);
    walk->piece++;
}

static bool is_control(gunichar c)
{
    return c < 0x20 || c == 0x7F;
}

static void pass(struct walk *walk, struct unit unit)
{
    walk->place = unit.to;
    walk->writing = unit_writing_behind(walk->source, unit, walk->writing);
}

/* Takes one unit of the source; false when it is not what the text has next. */
static bool step(struct walk *walk)
{
    gunichar wanted = g_utf8_get_char(walk->text + walk->at);
    struct unit unit = unit_at(walk->source, walk->writing, walk->place, wanted);
    switch (unit.kind) {
    case UNIT_END:
        return false;
    case UNIT_MARKUP:
        walk->piece++;
        pass(walk, unit);
        return true;
    case UNIT_WHITE:
        if (wanted == ' ')
            map(walk, unit.from, unit.to);
        walk->place = unit.to;
        return true;
    case UNIT_CHARACTER:
        break;
    }
    if (unit.character == wanted)
        map(walk, unit.from, unit.to);
    else if (wanted == ' ')
        map_nothing(walk);
    else if (!is_control(unit.character))
        return false;
    if (unit.character == wanted || is_control(unit.character))
        walk->place = unit.to;
    return true;
}

/* Whether the next characters of the text stand where a walk is. */
static bool fits(struct walk trial)
{
    struct spot spots[SURE * 6];
    int start = trial.at, count = 0, end = trial.end;
    for (int to = start; to < end && count < SURE; count++)
        trial.end = to = (int)(g_utf8_next_char(trial.text + to) - trial.text);
    trial.spots = spots - start;
    while (trial.at < trial.end)
        if (!step(&trial))
            return false;
    return true;
}

/* Goes to the next place where the text goes on; false when it is not near. */
static bool seek(struct walk *walk)
{
    struct walk ahead = *walk;
    for (int i = 0; i < REACH; i++) {
        struct unit unit = unit_at(ahead.source, ahead.writing, ahead.place, 0);
        if (unit.kind == UNIT_END || unit.to <= ahead.place)
            return false;
        pass(&ahead, unit);
        unit = unit_at(ahead.source, ahead.writing, ahead.place, 0);
        if (unit.kind == UNIT_CHARACTER && fits(ahead)) {
            *walk = ahead;
            walk->piece++;
            return true;
        }
    }
    return false;
}

/* A text that begins with a space begins at the word behind it. */
static void step_back(struct walk *walk)
{
    const char *source = walk->source->text;
    if (walk->text[walk->at] == ' ')
        while (walk->place > 0 && strchr(" \t\r\n", source[walk->place - 1]))
            walk->place--;
}

static void walk_stretch(struct walk *walk)
{
    step_back(walk);
    while (walk->at < walk->end)
        if (!step(walk) && !seek(walk))
            break;
    for (; walk->at < walk->end; walk->at++)
        walk->piece++;
}

/* Where a stretch begins: at its node, but behind what the one before it took. */
static void begin_stretch(struct walk *walk, const struct stretch *stretch, bool first)
{
    uint32_t at = MIN(stretch->text->at, (uint32_t)walk->source->size);
    if (!first && at <= walk->place)
        return;
    walk->piece++;
    walk->place = at;
    walk->writing = unit_writing(walk->source, at);
    char c = walk->source->text[at];
    if ((walk->writing == WRITING_DOUBLE && c == '"') ||
        (walk->writing == WRITING_SINGLE && c == '\''))
        walk->place++;
}

static const struct spot *align(const struct copy *copy, const struct passage *passage)
{
    struct spot *spots = ARENA_ARRAY(copy->arena, struct spot, passage->size + 1);
    struct walk walk = {.source = copy->source, .text = passage->text, .spots = spots};
    for (int i = 0; i < passage->stretch_count; i++) {
        const struct stretch *stretch = &passage->stretches[i];
        walk.at = stretch->at;
        walk.end = stretch->at + (int)strlen(stretch->text->text);
        begin_stretch(&walk, stretch, i == 0);
        walk_stretch(&walk);
    }
    return spots;
}

const struct spot *align_passage(const struct copy *copy, const struct passage *passage)
{
    const struct spot **kept = &copy->spots[passage - copy->passages];
    if (!*kept)
        *kept = align(copy, passage);
    return *kept;
}

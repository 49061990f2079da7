/* loosen: the last help before a line is set too wide or too loose. In: a row whose breaks leave
 * no good lines. Out: lower penalties at places that are less bad than others. */
#include "set/loosen.h"

enum {
    PENALTY_UNTIED = 400,
    PENALTY_LOOSENED = 500,
    PENALTY_ANYWHERE = 5000,
    ENDLESS = 1000 /* signs; what is so long is no word at all and may be parted less finely */
};

/* Loosens signs from…to - 1, a stretch that ends behind a solidus; false when nothing came of it.
 */
static bool loosen_part(struct text *text, int from, int to, bool first, length limit)
{
    int64_t width = 0;
    bool loosened = false;
    int step = to - from > ENDLESS ? 8 : 1;
    for (int i = from; i < to; i++)
        width += matter_sign_width(text, i);
    for (int i = first ? from + 1 : from; i < to; i++) {
        struct sign *sign = &text->signs[i];
        if (!sign->glyph_count || text_is_call(text, i) || sign->class == CLASS_JOINER)
            continue;
        if (i == from || (width > (int64_t)limit * 2 && i % step == 0))
            sign->penalty = i == from ? PENALTY_LOOSENED : PENALTY_ANYWHERE;
        loosened = loosened || sign->penalty < FILL_NEVER;
    }
    return loosened;
}

static bool loosen_box(struct text *text, const struct extent *box, length limit)
{
    bool loosened = false;
    for (int from = box->from, to; from < box->to; from = to) {
        for (to = from + 1; to < box->to; to++)
            if (text->signs[to - 1].c == '/' && text->signs[to].c != '/')
                break;
        loosened = loosen_part(text, from, to, from == box->from, limit) || loosened;
    }
    return loosened;
}

/* The first sign of a box that shows; before it there may be marks of direction. */
static struct sign *first_of(struct text *text, const struct extent *box)
{
    int i = box->from;
    while (i + 1 < box->to && text->signs[i].class == CLASS_JOINER)
        i++;
    return &text->signs[i];
}

/* A word space that ties: not within a number, nor beside a mark that must not be at an edge. */
static bool is_tie(struct text *text, const struct row *row, int b)
{
    const struct joint *joint = &row->matter.joint[b];
    const struct sign *before = &text->signs[row->boxes[b].to - 1];
    const struct sign *after = first_of(text, &row->boxes[b + 1]);
    bool number = before->class == CLASS_DIGIT && after->class == CLASS_DIGIT;
    return joint->stretch_level == 1 && row->boxes[b].from >= text->label_count && !number &&
           !class_no_start(after->c) && !class_no_end(before->c);
}

/* Boxes from…to that no line may be broken between. */
static bool loosen_ties(struct text *text, const struct row *row, int from, int to)
{
    bool loosened = false;
    for (int b = from; b < to; b++) {
        if (!is_tie(text, row, b))
            continue;
        first_of(text, &row->boxes[b + 1])->penalty = PENALTY_UNTIED;
        loosened = true;
    }
    return loosened;
}

bool loosen_text(struct text *text, const struct row *row, length limit)
{
    const struct matter *matter = &row->matter;
    bool loosened = false;
    for (int from = 0, to; from < matter->count; from = to + 1) {
        int64_t width = 0;
        for (to = from;; to++) {
            width += matter->box[to];
            if (matter->box[to] > limit)
                loosened = loosen_box(text, &row->boxes[to], limit) || loosened;
            if (to + 1 == matter->count || matter->joint[to].penalty < FILL_NEVER)
                break;
            width += matter->joint[to].space;
        }
        if (width > limit)
            loosened = loosen_ties(text, row, from, to) || loosened;
    }
    return loosened;
}

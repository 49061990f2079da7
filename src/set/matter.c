/* matter: the tables of widths. In: shaped signs. Out: boxes and joints for the line breaker. */
#include "set/matter.h"

#include <glib.h>
#include <string.h>

#include "set/shape.h"

#define BOX_MOST (INT32_MAX / 4) /* a longer word is two boxes: lengths have 32 bits */

static length em_of(const struct text *text, int i)
{
    return text->pieces[text->signs[i].piece].size;
}

/* A mark that fills 1 em in its font; proportional ones are left alone (B7). */
static bool is_full(const struct text *text, int i)
{
    length off = text->signs[i].width - em_of(text, i);
    return class_is_full_mark((enum sign_class)text->signs[i].class) && off < 64 && off > -64;
}

/* White at either side of an interpunct that is centred in half an em. */
static length middle_side(const struct text *text, int i)
{
    return (em_of(text, i) / 2 - text->signs[i].width) / 2;
}

length matter_sign_width(const struct text *text, int i)
{
    const struct sign *sign = &text->signs[i];
    if (sign->class == CLASS_MIDDLE && sign->glyph_count)
        return sign->width + middle_side(text, i); /* the other side is the joint's */
    return is_full(text, i) ? em_of(text, i) / 2 : sign->width;
}

/* An opener has its ink in the right half of its em, the other marks in the left (6.8): a trim
 * moves glyphs and never cuts ink. */
length matter_sign_shift(const struct text *text, int i)
{
    const struct sign *sign = &text->signs[i];
    if (sign->class == CLASS_MIDDLE && sign->glyph_count)
        return middle_side(text, i);
    return is_full(text, i) && sign->class == CLASS_OPEN ? -em_of(text, i) / 2 : 0;
}

/* --- blanks between marks (B2, B3, B6, B8) ------------------------------------------- */

static uint8_t shrink_level_of(enum sign_class class)
{
    return class == CLASS_STOP ? 6 : class == CLASS_COMMA ? 4 : 3; /* D5, D7, D4 */
}

/* X: ？！ and the like, two marks in 1 em. */
static bool is_stop_pair(const struct text *text, int a, int b)
{
    uint32_t x = text->signs[a].c, y = text->signs[b].c;
    return (x == 0xFF01 || x == 0xFF1F) && (y == 0xFF01 || y == 0xFF1F);
}

/* X: the second of two such marks, or the fourth of four; a third one keeps its blank. */
static bool ends_stop_pair(const struct text *text, int i)
{
    int run = 1;
    while (i > 0 && is_stop_pair(text, i - 1, i)) {
        i--;
        run++;
    }
    return run % 2 == 0;
}

/* Which mark's blank stands between two neighbours: -1 none, else the sign. `a` is followed by a
 * call where `called`. */
static int blank_owner(const struct text *text, const struct style *style, int a, int b,
                       bool called)
{
    enum sign_class x = (enum sign_class)text->signs[a].class,
                    y = (enum sign_class)text->signs[b].class;
    bool after = is_full(text, a) && class_is_closing(x) && !called && !ends_stop_pair(text, a);
    bool before = is_full(text, b) && y == CLASS_OPEN;
    if (x == CLASS_STOP && y == CLASS_STOP)
        return after && !is_stop_pair(text, a, b) ? a : -1;
    if (class_is_closing(x) &&
        (class_is_closing(y) || y == CLASS_MIDDLE || y == CLASS_IDEOGRAPHIC_SPACE))
        return -1;
    if (class_is_closing(x) && y == CLASS_OPEN)
        return after && !style->set.tight ? a : -1;
    if (y == CLASS_OPEN && (x == CLASS_OPEN || x == CLASS_MIDDLE || x == CLASS_IDEOGRAPHIC_SPACE))
        return -1;
    return after ? a : before ? b : -1;
}

/* The styles of B8: kaiming keeps the blank of stops only, banjiao none. */
static bool keeps_blank(const struct style *style, enum sign_class class)
{
    const char *kind = style->set.punctuation;
    if (g_strcmp0(kind, "banjiao") == 0)
        return false;
    return g_strcmp0(kind, "kaiming") != 0 || class == CLASS_STOP;
}

static void add_blank(struct joint *joint, const struct text *text, const struct style *style,
                      int a, int b, bool called)
{
    int owner = blank_owner(text, style, a, b, called);
    if (owner < 0 || !keeps_blank(style, (enum sign_class)text->signs[owner].class))
        return;
    joint->space = joint->shrink = em_of(text, owner) / 2;
    joint->shrink_level = shrink_level_of((enum sign_class)text->signs[owner].class);
}

/* --- spaces -------------------------------------------------------------------------- */

/* C1: a quarter, from an eighth to 0.36 em: the house's soft cap of 3/8 less what level 3 may add,
 * so that an autospace with its opening stays under 0.40. */
static void add_autospace(struct joint *joint, length em)
{
    joint->space = em / 4;
    joint->shrink = em / 8;
    joint->shrink_level = 5;
    joint->stretch = em * 11 / 100;
    joint->stretch_level = 2;
}

static void add_word_space(struct joint *joint, const struct text *text, int space)
{
    const struct sign *sign = &text->signs[space];
    length em = em_of(text, space), natural = MAX(shape_space(sign->face, em), em / 4);
    joint->space = natural;
    if (sign->c == 0x202F || sign->c == 0x2009) { /* fixed */
        joint->space = em / 6;
        return;
    }
    if (text->chinese) { /* D2, D8 */
        length least = MIN(em / 4, natural * 2 / 3);
        joint->shrink = natural - least;
        joint->stretch = MAX(em / 2 - natural, 0);
    } else { /* F5 */
        joint->shrink = natural / 3;
        joint->stretch = natural / 2;
    }
    joint->shrink_level = joint->stretch_level = 1;
}

/* A mark that ends a word, not one within a time or an address: "10:30", "?id=1". */
static bool ends_word(const struct text *text, int i)
{
    for (i++; i < text->count && (text->signs[i].class == CLASS_JOINER || text_is_call(text, i));)
        i++;
    enum sign_class class = i < text->count ? (enum sign_class)text->signs[i].class : CLASS_SPACE;
    return class == CLASS_SPACE || class == CLASS_TIE || class == CLASS_BREAK ||
           class_no_start(text->signs[i].c);
}

/* F8: the white of fixed width that the style wants between a and b, whatever is typed there; 0:
 * none. Where nothing is typed, marks that follow each other or an opening bracket stand together:
 * "?!", "(!)". */
static length mark_space(const struct text *text, const struct style *style, int a, int b,
                         int space)
{
    uint32_t left = text->signs[a].c, right = text->signs[b].c;
    bool thin = class_is_one_of(style->set.thin_before, right);
    if (class_is_one_of(style->set.space_after, left))
        return shape_space(text->signs[a].face, em_of(text, a));
    if (!thin && !class_is_one_of(style->set.space_before, right))
        return 0;
    bool joined =
        left == '(' || left == '[' || (thin && class_is_one_of(style->set.thin_before, left));
    if (space < 0 && (joined || !ends_word(text, b)))
        return 0;
    return thin ? em_of(text, b) / 6 : shape_space(text->signs[b].face, em_of(text, b));
}

/* D10, D11: gaps that open with all others: between Han, between Han and a mark, autospaces. */
static bool may_open(const struct text *text, int a, int b)
{
    enum sign_class x = (enum sign_class)text->signs[a].class,
                    y = (enum sign_class)text->signs[b].class;
    bool han = x == CLASS_HAN || y == CLASS_HAN;
    return han && (x == CLASS_HAN || class_is_full_mark(x)) &&
           (y == CLASS_HAN || class_is_full_mark(y));
}

/* --- joints -------------------------------------------------------------------------- */

/* B9, an option: one of 、，。 at a line's end stands in the margin. */
static bool may_hang(const struct text *text, const struct style *style, int a, int b)
{
    uint32_t c = text->signs[a].c;
    return style->set.hang && (c == 0x3001 || c == 0xFF0C || c == 0x3002) &&
           !class_is_full_mark((enum sign_class)text->signs[b].class);
}

/* "(A/76/439, 第 7 段)": a space typed behind a Western stop is not lost before Han. */
static bool is_stop_before_han(const struct text *text, int a, int b)
{
    uint32_t c = text->signs[a].c;
    return c && c < 0x80 && strchr(",.;:!?", (int)c) && text->signs[b].class == CLASS_HAN;
}

/* The joint between neighbours a and b, both seen and no calls. `called`: a call stands between;
 * `space`: a sign between them that is a space, or -1. */
static struct joint joint_between(const struct text *text, const struct style *style, int a, int b,
                                  bool called, int space)
{
    struct joint joint = {.penalty = (int16_t)text->signs[b].penalty};
    if (space < 0 && class_is_word((enum sign_class)text->signs[a].class) &&
        class_is_word((enum sign_class)text->signs[b].class))
        return joint; /* within a word, as most are: white stands beside marks */
    joint.dashed = space < 0 && class_is_one_of("-‐‑", text->signs[a].c);
    bool chinese = class_is_chinese((enum sign_class)text->signs[a].class) ||
                   class_is_chinese((enum sign_class)text->signs[b].class);
    if (text->signs[b].class == CLASS_BREAK)
        joint.penalty = FILL_NEVER;
    if (text->signs[a].class == CLASS_BREAK || text->signs[b].class == CLASS_BREAK)
        return joint;
    joint.space = chinese ? 0 : mark_space(text, style, a, b, space);
    if (joint.space) {
        joint.penalty = FILL_NEVER;
        return joint;
    }
    if (!chinese && space >= 0) {
        add_word_space(&joint, text, space);
        if (text->chinese && joint.penalty >= FILL_NEVER)
            joint.shrink = joint.stretch = joint.shrink_level = joint.stretch_level = 0;
        return joint;
    }
    if (!chinese)
        return joint;
    add_blank(&joint, text, style, a, b, called);
    if (text->signs[a].class == CLASS_MIDDLE)
        joint.space += middle_side(text, a);
    if (may_hang(text, style, a, b) && !called)
        joint.hyphen = -em_of(text, a) / 2;
    if (called)
        return joint; /* C3, D11 */
    bool both_han = text->signs[a].class == CLASS_HAN && text->signs[b].class == CLASS_HAN;
    bool typed = space >= 0 && (both_han || is_stop_before_han(text, a, b));
    if (text_wants_autospace(text, a, b) || typed) {
        length em = em_of(text, text->signs[a].class == CLASS_HAN ? a : b);
        add_autospace(&joint, em);
        joint.opens = text->chinese;
    }
    joint.opens = joint.opens || (text->chinese && may_open(text, a, b));
    return joint;
}

static bool is_plain(const struct joint *joint)
{
    return joint->penalty >= FILL_NEVER && !joint->space && !joint->opens && !joint->flagged;
}

static struct joint hyphen_joint(const struct text *text, const struct style *style, int i)
{
    const struct sign *sign = &text->signs[i];
    uint32_t glyph = shape_glyph(sign->face, '-');
    length width = length_scale(em_of(text, i), face_advance(sign->face, glyph), sign->face->upem);
    return (struct joint){.penalty = (int16_t)MIN(style->set.hyphen_penalty, FILL_NEVER - 1),
                          .flagged = true,
                          .late = true,
                          .hyphen = width};
}

/* The gap after the label brings the text to its place in the first line; a label too long for it
 * pushes the text on, and hanging lines with it. "29.1." still stands at its tab. */
static struct joint label_joint(struct row *row, const struct form *form, length em, length width)
{
    length first = form->first - form->label;
    length least = width + (first ? em * 3 / 8 : em / 2);
    if (first < least) {
        if (form->turn == form->first)
            row->turn = form->label + least;
        first = least;
    }
    return (struct joint){.penalty = FILL_NEVER, .space = first - width};
}

/* --- the row ------------------------------------------------------------------------- */

struct builder {
    const struct text *text;
    const struct style *style;
    const struct form *form;
    struct row *row;
    length *widths;
    struct joint *joints;
    uint8_t *letters;
    unsigned help; /* enum matter_help */
};

static void box_add_sign(struct builder *b, int i, bool opens_box)
{
    struct matter *matter = &b->row->matter;
    if (opens_box) {
        b->row->boxes[matter->count] = (struct extent){i, i};
        matter->count++;
    }
    int box = matter->count - 1;
    enum sign_class class = (enum sign_class)b->text->signs[i].class;
    bool letter = class == CLASS_HAN || class_is_word(class);
    b->widths[box] += matter_sign_width(b->text, i);
    b->letters[box] = (uint8_t)MIN(b->letters[box] + (letter && !text_is_call(b->text, i)), 200);
    b->row->boxes[box].to = i + 1;
}

static length width_so_far(const struct builder *b)
{
    length width = 0;
    for (int i = 0; i < b->row->matter.count; i++)
        width += b->widths[i] + (i + 1 < b->row->matter.count ? b->joints[i].space : 0);
    return width;
}

/* The joint before sign i, whose neighbour before is `before`; spaces and calls lie between. */
static struct joint joint_before(struct builder *b, int i, int before, bool called, int space)
{
    const struct text *text = b->text;
    if (before < text->label_count && i >= text->label_count)
        return label_joint(b->row, b->form, text->em, width_so_far(b));
    if ((b->help & MATTER_HYPHENS) && text->signs[i].late && space < 0 && !called &&
        text->signs[i].penalty >= FILL_NEVER)
        return hyphen_joint(text, b->style, i);
    struct joint joint = joint_between(text, b->style, before, i, called, space);
    if (i < text->label_count)
        joint.shrink_level = joint.stretch_level = 0, joint.shrink = joint.stretch = 0;
    if ((b->help & MATTER_OPEN) && text->chinese && joint.space && i >= text->label_count &&
        joint.penalty < FILL_NEVER)
        joint.opens = true;
    if (text->signs[before].class == CLASS_BREAK)
        joint.penalty = FILL_ALWAYS;
    return joint;
}

/* A control without width, such as a mark of direction; a soft hyphen is of what it ends. */
static bool is_control(const struct sign *sign)
{
    return sign->class == CLASS_JOINER && sign->c != 0xAD &&
           g_unichar_type(sign->c) == G_UNICODE_FORMAT;
}

/* Adds what stands from `lead` up to sign i, but no spaces, to the box in work or to a new one. */
static void box_add_stretch(struct builder *b, int lead, int i, bool opens_box)
{
    for (; lead <= i; lead++) {
        enum sign_class class = (enum sign_class)b->text->signs[lead].class;
        if (class == CLASS_SPACE || class == CLASS_TIE)
            continue;
        box_add_sign(b, lead, opens_box || b->row->matter.count == 0);
        opens_box = false;
    }
}

/* Controls are of the sign behind them, where there is one: in shaping, its glyph may have become
 * theirs, and the white before it stands before them. */
static void build(struct builder *b)
{
    const struct text *text = b->text;
    int before = -1, space = -1, lead = -1; /* last sign seen; a space since; a control since */
    bool called = false;
    for (int i = 0; i < text->count; i++) {
        const struct sign *sign = &text->signs[i];
        bool is_space = sign->class == CLASS_SPACE || sign->class == CLASS_TIE;
        bool joins = sign->class == CLASS_JOINER || text_is_call(text, i);
        int from = lead < 0 ? i : lead;
        if (is_space) {
            space = space < 0 ? i : space;
        } else if (before >= 0 && is_control(sign) && !text_is_call(text, i)) {
            lead = from;
        } else if (joins || before < 0) {
            box_add_stretch(b, from, i, false);
            if (before < 0 && !text_is_call(text, i))
                before = i;
            called = called || text_is_call(text, i);
            lead = -1;
        } else {
            struct joint joint = joint_before(b, i, before, called, space);
            bool opens_box = !is_plain(&joint) || b->widths[b->row->matter.count - 1] > BOX_MOST;
            if (opens_box)
                b->joints[b->row->matter.count - 1] = joint;
            box_add_stretch(b, from, i, opens_box);
            before = i;
            space = lead = -1;
            called = false;
        }
    }
    if (lead >= 0)
        box_add_stretch(b, lead, text->count - 1, false);
}

struct row *matter_make(const struct compositor *compositor, const struct text *text,
                        const struct form *form, unsigned help)
{
    struct arena *arena = text->scratch;
    struct row *row = ARENA_NEW(arena, struct row);
    struct builder b = {
        .text = text, .style = compositor->style, .form = form, .row = row, .help = help};
    b.widths = ARENA_ARRAY(arena, length, text->count + 1);
    b.joints = ARENA_ARRAY(arena, struct joint, text->count + 1);
    b.letters = ARENA_ARRAY(arena, uint8_t, text->count + 1);
    row->boxes = ARENA_ARRAY(arena, struct extent, text->count + 1);
    row->start = text->label_count ? form->label : form->first;
    row->turn = form->turn;
    build(&b);
    row->matter.box = b.widths;
    row->matter.joint = b.joints;
    row->matter.letters = b.letters;
    while (row->matter.rigid < row->matter.count &&
           row->boxes[row->matter.rigid].to <= text->label_count)
        row->matter.rigid++;
    if (row->matter.count)
        b.joints[row->matter.count - 1].penalty = FILL_ALWAYS;
    return row;
}

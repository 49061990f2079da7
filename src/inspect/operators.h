/* operators: the state of a painter and the operators that change it or paint. Private to content.c
 * and operators*.c. */
#ifndef PLENARY_INSPECT_OPERATORS_H
#define PLENARY_INSPECT_OPERATORS_H

#include "inspect/lexer.h"
#include "inspect/sheet.h"

struct matrix {
    double a, b, c, d, e, f;
};

struct operand {
    enum token_kind kind;
    double number;
    const char *bytes;
    size_t size;
    int mcid; /* of a property list */
    const char *actual;
};

struct gstate {
    struct matrix ctm;
    struct pdf_font *font;
    double size, spacing, word_spacing, stretch, leading, rise;
    int render;
    enum ink fill, stroke;
    double grey; /* of the fill, about: 0 black … 1 white */
    double stroke_grey;
    struct patch clip; /* nothing is painted out of it */
    bool clipped;      /* by something that is no rectangle, too */
    bool altered;      /* parameters may have made it transparent */
};

struct painter {
    struct font_shelf *shelf;
    struct sheet *sheet;
    const struct object *resources;
    struct gstate state;
    GArray *states;            /* saved by q */
    struct matrix text, line;  /* between BT and ET */
    GArray *operands, *pieces; /* pieces: of the array among the operands */
    GArray *rectangles;        /* of the path that is made now */
    bool other_path;           /* it has more than rectangles */
    double corner[5][2];       /* of the lines that are drawn now, in user space */
    int corners;
    bool clips; /* the path is one that clips */
    int mark, form_depth;
};

struct gstate painter_initial(const struct sheet *sheet);
void painter_transform(struct painter *painter, const struct object *matrix);
struct matrix matrix_times(struct matrix m, struct matrix n); /* first m, then n */

/* Operand `index` counted from the last one, 0; 0 or NULL when it is none. */
double painter_number(const struct painter *painter, int index);
const char *painter_name(const struct painter *painter, int index);
const struct operand *painter_operand(const struct painter *painter, int index);

/* Notes what the content says and cannot be; the first is kept. */
void painter_slip(struct painter *painter, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Does what a word says; words that are not known are passed over. */
void operator_obey(struct painter *painter, const char *word);

/* The parts of the table. */
struct painter_word {
    const char *word;
    void (*obey)(struct painter *painter);
};
extern const struct painter_word text_words[], colour_words[];

#endif

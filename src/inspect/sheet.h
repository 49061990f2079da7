/* sheet: what stands on the pages of a PDF. Places in points from the upper left corner of the
 * page as it is cut, y downwards, as in styles. */
#ifndef PLENARY_INSPECT_SHEET_H
#define PLENARY_INSPECT_SHEET_H

#include <glib.h>

#include "inspect/file.h"
#include "inspect/font.h"

/* K: black of CMYK alone. */
enum ink { INK_GREY, INK_RGB, INK_K, INK_CMYK, INK_SPOT, INK_OTHER };

/* Marked content (14.6) that was open where something was painted. */
struct mark {
    int parent;   /* index of the mark around it, -1: none */
    int mcid;     /* its own, or that of a mark around it; -1: none */
    bool own;     /* its own */
    bool in_form; /* in a form, whose numbers may be its own */
    bool artifact;
    const char *actual; /* text that stands for its glyphs; NULL: none */
};

struct sheet_glyph {
    double x, y; /* its origin on the baseline */
    double advance;
    double size;
    const char *text; /* UTF-8; NULL: it has none */
    const struct pdf_font *font;
    unsigned code;
    int mark; /* index; -1: none */
    bool seen, upright;
    bool cut; /* by a path that clips */
    enum ink ink;
    double grey; /* about: 0 black … 1 white */
};

struct patch {
    double x, y, width, height;
    double grey; /* 0 black … 1 white */
    guint after; /* so many glyphs of the page were painted before it */
    bool clear;  /* whole and opaque, as far as is known */
};

struct page_box {
    bool there;
    double left, bottom, right, top;
};

struct sheet {
    int number; /* from 1 */
    const struct object *page;
    struct page_box media, crop, trim, bleed;
    struct page_box cut;  /* one of them: the page that is held in hand at last */
    double width, height; /* of it */
    double turned;        /* degrees, by who shows it */
    double unit;          /* points that a unit of the page is */
    GArray *glyphs;       /* of struct sheet_glyph, as painted */
    GArray *patches;      /* of struct patch: filled rectangles */
    GArray *marks;        /* of struct mark */
    int pictures;
    int rgb_paths;    /* filled or drawn otherwise than in grey or K */
    int shades;       /* filled paths other than rectangles */
    bool broken;      /* the content could not be decoded */
    const char *slip; /* the first thing that its content says and that cannot be so; NULL: none */
    GPtrArray *lines; /* of struct sheet_line, from above; what is cut off is in none */
};

struct sheet_line {
    double top, y; /* y: the baseline */
    double left, right;
    GPtrArray *glyphs; /* of const struct sheet_glyph, by x */
    const char *text;  /* as it stands, from left to right */
    bool artifact;     /* all of it */
};

/* Fonts of all pages, each once, in the order they were met. */
struct font_shelf {
    struct arena *arena;
    struct file *file;
    GHashTable *by_id;
    GPtrArray *fonts; /* of struct pdf_font */
    int64_t left;     /* how much may still be painted, in all pages */
};

struct font_shelf *shelf_new(struct arena *arena, struct file *file);

#define SHEETS_MOST 20000 /* pages that are read */

/* All pages, by their tree; broken parts are passed over. The array, of struct sheet, and all in
 * it are the arena's. */
GPtrArray *sheets_read(struct font_shelf *shelf);

/* Reads the content of a page into it. */
void content_read(struct font_shelf *shelf, struct sheet *sheet, const struct object *resources);

/* Puts the glyphs of a page into lines. */
void sheet_make_lines(struct arena *arena, struct sheet *sheet);

#endif

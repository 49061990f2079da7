/* font: a font of a PDF (ISO 32000-1, 9.5-9.10): its codes, their widths, text and glyphs. */
#ifndef PLENARY_INSPECT_FONT_H
#define PLENARY_INSPECT_FONT_H

#include "inspect/cmap.h"
#include "inspect/file.h"

struct program; /* the embedded font program */

struct pdf_font {
    const char *name; /* without the tag of a subset */
    bool composite, type3, subset;
    bool known_codes; /* how codes become CIDs is known */
    bool embedded;
    const char *slip;              /* what its dictionaries say and that cannot be so; NULL: none */
    const struct program *program; /* NULL: none, or it cannot be read */
    const struct cmap *encoding;   /* composite, embedded CMap; NULL: identity */
    const char *glyph_map;         /* composite: two bytes a CID say its glyph; NULL: identity */
    size_t glyph_map_size;
    const struct cmap *text;  /* ToUnicode, or NULL */
    const char *const *names; /* simple: text by code, from its encoding */
    GHashTable *widths;       /* code or CID + 1 → pointer to double */
    double missing_width;
    /* code + 1 → first page where it is shown, and where it is shown without ActualText that stands
     * for it; filled by who reads pages. */
    GHashTable *used, *read;
};

/* The font of a dictionary, the arena's; never NULL. */
struct pdf_font *pdf_font_load(struct arena *arena, struct file *file,
                               const struct object *dictionary);

/* The next code of a shown string; returns its bytes, at least 1. */
int pdf_font_next_code(const struct pdf_font *font, const char *bytes, size_t size, unsigned *code);

double pdf_font_width(const struct pdf_font *font, unsigned code);     /* in 1/1000 of the size */
const char *pdf_font_text(const struct pdf_font *font, unsigned code); /* UTF-8, or NULL */

/* What the program says of a code. */
struct glyph_facts {
    bool there, blank;
    double width; /* 1/1000 */
};
/* The glyph of a code in the program, as program_facts takes it; below 1: none, or not known. */
int pdf_font_glyph_of_code(const struct pdf_font *font, unsigned code);
/* False when the program cannot tell. */
bool pdf_font_glyph(const struct pdf_font *font, unsigned code, struct glyph_facts *facts);

/* --- the program: FreeType is seen in program.c only. */

/* NULL when FreeType cannot read it. `bare`: codes are asked for by CID. */
const struct program *program_open(struct arena *arena, const char *bytes, size_t size);
/* The glyph of a CID of a CFF font with CIDs; the CID itself in other programs. */
int program_glyph_of_cid(const struct program *program, unsigned cid);
/* The glyph of a character or of a code of a symbolic font; 0: none, or it cannot be told. */
int program_glyph_of_char(const struct program *program, unsigned character, unsigned code);
bool program_facts(const struct program *program, int glyph, struct glyph_facts *facts);
bool program_has_characters(const struct program *program);

/* An installed font; NULL when it cannot be opened, or is not of that PostScript name. */
const struct program *program_open_file(struct arena *arena, const char *path, int index,
                                        const char *name);
/* Whether two glyphs have the same outline, in fonts of one size of design. */
bool program_is_same_glyph(const struct program *a, int a_glyph, const struct program *b,
                           int b_glyph);
/* The characters of `whole` whose glyphs have this outline; NULL: none. */
const GArray *program_chars_of_glyph(const struct program *whole, const struct program *program,
                                     int glyph); /* of guint */

#endif

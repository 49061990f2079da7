/* What must hold in every file that src/pdf writes and what checkers of syntax don't see: every
 * code shown is a glyph of the embedded program, as wide as the file says, and has a text; every
 * painted thing is in marked content; marked content and structure agree, both ways; there is no
 * colour but black. Any fault ends the test. */
#ifndef PLENARY_TEST_PDF_LINT_H
#define PLENARY_TEST_PDF_LINT_H

#include <check.h>
#include <ft2build.h>
#include <math.h>
#include FT_FREETYPE_H

#include "pdf_reader.h"

/* --- fonts --------------------------------------------------------------------------- */

struct lint_font {
    const GString *encoding; /* NULL: a code is its CID */
    const GString *to_unicode;
    const struct value *widths;
    FT_Face program;
    bool shown[65536];
};

static struct lint_font *lint_open_font(const struct reader *r, FT_Library library,
                                        const struct value *font)
{
    struct lint_font *opened = ARENA_NEW(r->arena, struct lint_font);
    const struct value *descendant = nth(r, get(r, font, "DescendantFonts"), 0);
    const struct value *descriptor = get(r, descendant, "FontDescriptor");
    const struct value *program = entry(descriptor, "FontFile2");
    ck_assert(is_name(get(r, font, "Subtype"), "Type0"));
    if (!is_name(get(r, font, "Encoding"), "Identity-H"))
        opened->encoding = stream_of(r, entry(font, "Encoding"));
    if (program)
        ck_assert(is_name(get(r, descendant, "CIDToGIDMap"), "Identity"));
    else
        program = entry(descriptor, "FontFile3");
    const GString *bytes = stream_of(r, program);
    ck_assert_int_eq(FT_New_Memory_Face(library, (const FT_Byte *)bytes->str, (FT_Long)bytes->len,
                                        0, &opened->program),
                     0);
    opened->to_unicode = stream_of(r, entry(font, "ToUnicode"));
    opened->widths = get(r, descendant, "W");
    return opened;
}

/* The number of a glyph in the program and in the widths. */
static unsigned lint_cid(const struct lint_font *font, unsigned code)
{
    if (!font->encoding)
        return code;
    char *pair = g_strdup_printf("<%04X> ", code);
    const char *found = strstr(font->encoding->str, pair);
    ck_assert_msg(found != NULL, "code %u is no glyph", code);
    unsigned cid = (unsigned)strtoul(found + strlen(pair), NULL, 10);
    g_free(pair);
    return cid;
}

static int lint_width(const struct reader *r, const struct lint_font *font, unsigned code)
{
    for (int i = 0; i + 1 < count(font->widths); i += 2) {
        unsigned first = (unsigned)nth(r, font->widths, i)->number;
        const struct value *list = nth(r, font->widths, i + 1);
        if (code >= first && code < first + (unsigned)count(list))
            return (int)nth(r, list, (int)(code - first))->number;
    }
    return 1000;
}

/* A bare CFF program with CIDs is asked by CID, everything else by glyph: FreeType does both. */
static void lint_show(const struct reader *r, struct lint_font *font, unsigned code)
{
    if (font->shown[code])
        return;
    font->shown[code] = true;
    ck_assert_uint_ne(code, 0);
    unsigned cid = lint_cid(font, code);
    ck_assert_msg(FT_Load_Glyph(font->program, cid, FT_LOAD_NO_SCALE) == 0,
                  "code %u is no glyph of the program", code);
    double width = font->program->glyph->advance.x * 1000.0 / font->program->units_per_EM;
    ck_assert_msg(fabs(width - lint_width(r, font, cid)) <= 1, "code %u: width %g", code, width);
    char *pair = g_strdup_printf("<%04X><", code);
    const char *found = strstr(font->to_unicode->str, pair);
    g_free(pair);
    ck_assert_msg(found != NULL, "code %u has no text", code);
    found += strlen("<0000><");
    ck_assert(!g_str_has_prefix(found, ">") && !g_str_has_prefix(found, "0000>") &&
              !g_str_has_prefix(found, "FEFF>") && !g_str_has_prefix(found, "FFFE>"));
}

/* --- content ------------------------------------------------------------------------- */

struct lint_page {
    const struct reader *r;
    GPtrArray *fonts; /* of struct lint_font; F0, F1, … */
    struct lint_font *font;
    int marks; /* MCIDs so far */
    bool text, marked;
    bool marked_in_text; /* where the open marked content began */
    bool artifact;       /* what it is */
    bool spoken;         /* within it, content that says what its text is */
};

/* Only an artifact may hold marked content, which says what its text is. */
static void lint_begin_mark(struct lint_page *page, const struct value *properties,
                            const struct value *tag)
{
    int mark = get_int(page->r, properties, "MCID");
    if (page->marked) {
        ck_assert_msg(page->artifact && !page->spoken && mark < 0 && is_name(tag, "Span"),
                      "marked content within marked content");
        page->spoken = true;
        return;
    }
    page->marked = true;
    page->marked_in_text = page->text;
    page->artifact = is_name(tag, "Artifact");
    ck_assert_int_eq(mark, page->artifact ? -1 : page->marks++);
}

static void lint_end_mark(struct lint_page *page)
{
    ck_assert(page->marked && page->marked_in_text == page->text);
    page->marked = page->spoken;
    page->spoken = false;
}

static void lint_show_strings(const struct lint_page *page, const struct value *array)
{
    for (int i = 0; i < count(array); i++) {
        const struct value *string = nth(page->r, array, i);
        for (size_t b = 0; string->kind == V_STRING && b + 1 < string->size; b += 2)
            lint_show(page->r, page->font,
                      (unsigned char)string->text[b] * 256u + (unsigned char)string->text[b + 1]);
    }
}

static void lint_operator(struct lint_page *page, const char *name, GPtrArray *operands)
{
    struct value *last = operands->len ? g_ptr_array_index(operands, operands->len - 1) : NULL;
    if (strcmp(name, "BDC") == 0) {
        lint_begin_mark(page, last, g_ptr_array_index(operands, 0));
    } else if (strcmp(name, "EMC") == 0) {
        lint_end_mark(page);
    } else if (strcmp(name, "BT") == 0 || strcmp(name, "ET") == 0) {
        ck_assert(page->text == (*name == 'E'));
        ck_assert_msg(!page->marked, "marked content crosses the border of a text object");
        page->text = !page->text;
    } else if (strcmp(name, "Tf") == 0) {
        const struct value *font = g_ptr_array_index(operands, 0);
        page->font = g_ptr_array_index(page->fonts, atoi(font->text + 1));
    } else if (strcmp(name, "TJ") == 0) {
        ck_assert(page->marked && page->text);
        lint_show_strings(page, last);
    } else if (strcmp(name, "f") == 0 || strcmp(name, "Do") == 0) {
        ck_assert(page->marked && !page->text);
    } else if (strcmp(name, "g") == 0) {
        ck_assert(last->number == 0);
    } else {
        static const char *const harmless[] = {"Tm", "Tc", "Tz", "m", "l",  "c",
                                               "h",  "re", "q",  "Q", "cm", NULL};
        ck_assert_msg(g_strv_contains(harmless, name), "operator %s", name);
    }
}

/* Reads a page's operators; how many MCIDs it has. */
static int lint_content(const struct reader *r, const struct value *page_object, GPtrArray *fonts)
{
    const GString *bytes = stream_of(r, entry(page_object, "Contents"));
    struct lexer lexer = {r->arena, bytes->str, bytes->str + bytes->len};
    struct lint_page page = {.r = r, .fonts = fonts};
    GPtrArray *operands = g_ptr_array_new();
    for (struct value *v; (v = read_value(&lexer))->kind != V_END;) {
        if (v->kind != V_OPERATOR) {
            g_ptr_array_add(operands, v);
            continue;
        }
        lint_operator(&page, v->text, operands);
        g_ptr_array_set_size(operands, 0);
    }
    ck_assert(!page.text && !page.marked);
    g_ptr_array_free(operands, TRUE);
    return page.marks;
}

/* --- structure ----------------------------------------------------------------------- */

static struct value *lint_number_tree(const struct reader *r, int key)
{
    struct value *root = get(r, catalog(r), "StructTreeRoot");
    const struct value *numbers = get(r, get(r, root, "ParentTree"), "Nums");
    for (int i = 0; i + 1 < count(numbers); i += 2)
        if ((int)nth(r, numbers, i)->number == key)
            return nth(r, numbers, i + 1);
    return NULL;
}

/* A kid that is content must be found from the page; a kid that is an element must know its
 * parent. How many stretches of content there are below. */
static int lint_element(const struct reader *r, const struct value *element)
{
    int marks = 0;
    const struct value *kids = get(r, element, "K");
    for (int i = 0; i < count(kids); i++) {
        const struct value *kid = nth(r, kids, i);
        const struct value *page =
            get(r, kid->kind == V_DICT && get(r, kid, "Pg") ? kid : element, "Pg");
        if (kid->kind == V_NUMBER || is_name(get(r, kid, "Type"), "MCR")) {
            int mark = kid->kind == V_NUMBER ? (int)kid->number : get_int(r, kid, "MCID");
            const struct value *parents = lint_number_tree(r, get_int(r, page, "StructParents"));
            ck_assert_int_lt(mark, count(parents));
            ck_assert_ptr_eq(nth(r, parents, mark), element);
            marks++;
        } else if (is_name(get(r, kid, "Type"), "OBJR")) {
            const struct value *annotation = get(r, kid, "Obj");
            ck_assert_ptr_eq(lint_number_tree(r, get_int(r, annotation, "StructParent")), element);
            ck_assert_int_eq(get_int(r, annotation, "F"), 4);
            ck_assert_ptr_nonnull(get(r, annotation, "Contents"));
        } else {
            ck_assert_ptr_eq(get(r, kid, "P"), element);
            marks += lint_element(r, kid);
        }
    }
    return marks;
}

/* --- all ----------------------------------------------------------------------------- */

static void lint_file(const struct reader *r)
{
    const struct value *resources = get(r, page_of_reader(r, 0), "Resources");
    const struct value *fonts = get(r, resources, "Font");
    const struct value *kids = get(r, get(r, catalog(r), "Pages"), "Kids");
    FT_Library library;
    ck_assert_int_eq(FT_Init_FreeType(&library), 0);
    GPtrArray *opened = g_ptr_array_new();
    for (int i = 1; i < count(fonts); i += 2)
        g_ptr_array_add(opened, lint_open_font(r, library, nth(r, fonts, i)));
    int marks = 0;
    for (int i = 0; i < count(kids); i++)
        marks += lint_content(r, nth(r, kids, i), opened);
    const struct value *root = get(r, catalog(r), "StructTreeRoot");
    ck_assert_int_eq(lint_element(r, nth(r, get(r, root, "K"), 0)), marks);
    for (guint i = 0; i < opened->len; i++)
        FT_Done_Face(((struct lint_font *)g_ptr_array_index(opened, i))->program);
    g_ptr_array_free(opened, TRUE);
    FT_Done_FreeType(library);
}

#endif

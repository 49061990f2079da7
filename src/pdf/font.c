/* font: which glyphs of which faces a book shows and what text they stand for; the dictionaries
 * of Type 0 fonts with their widths and their way back to text.
 *
 * A glyph has one text in a font. Where a book uses it for another one (a compatibility ideograph,
 * a fixed space) or needs several glyphs for one text, the page says the text itself. */
#include "pdf/font.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

#include "pdf/subset.h"
#include "pdf/syntax.h"

struct used {
    uint32_t glyph;
    unsigned code;
    int width;        /* 1/1000 em */
    const char *text; /* what it stands for; not NUL-terminated */
    int size;
    bool settled; /* the text is that of a cluster of this glyph alone */
};

struct font {
    const struct face *face;
    bool rtl;
    int number; /* F0, F1, … in the order of the text */
    int object;
    uint32_t space, marks[2]; /* marks of direction: LRM, RLM */
    GArray *used;             /* of struct used; by code once all are known */
    uint16_t *slots;          /* by glyph: place in `used`, from 1; 0: not used */
};

struct fontset {
    struct arena *arena;
    GPtrArray *fonts; /* of struct font */
};

struct cluster run_cluster(const struct run *run, uint32_t from)
{
    uint32_t next = from + 1, start = from ? run->glyphs[from].at : 0;
    while (next < run->glyph_count && run->glyphs[next].at == run->glyphs[from].at)
        next++;
    uint32_t end = next < run->glyph_count ? run->glyphs[next].at : run->text_length;
    return (struct cluster){.glyphs = run->glyphs + from,
                            .count = (int)(next - from),
                            .text = run->text + start,
                            .size = end > start ? (int)(end - start) : 0};
}

/* --- collect ------------------------------------------------------------------------- */

static void free_used(void *array)
{
    g_array_free(array, TRUE);
}

static void free_fonts(void *array)
{
    g_ptr_array_free(array, TRUE);
}

static struct used *find_used(const struct font *font, uint32_t glyph)
{
    return &g_array_index(font->used, struct used, font->slots[glyph] - 1);
}

static struct used *use_glyph(struct font *font, uint32_t glyph)
{
    if (!font->slots[glyph]) {
        struct used used = {.glyph = glyph};
        g_array_append_val(font->used, used);
        font->slots[glyph] = (uint16_t)font->used->len;
    }
    return find_used(font, glyph);
}

static void use_cluster(struct font *font, const struct cluster *cluster)
{
    bool alone = cluster->count == 1 && cluster->size > 0;
    for (int i = 0; i < cluster->count; i++) {
        struct used *used = use_glyph(font, cluster->glyphs[i].id);
        if (used->settled || (used->text && !alone))
            continue;
        /* a hyphen of the line break has no text, yet every glyph needs one */
        used->text = cluster->size ? cluster->text : "-";
        used->size = alone           ? cluster->size
                     : cluster->size ? (int)(g_utf8_next_char(cluster->text) - cluster->text)
                                     : 1;
        used->settled = alone;
    }
}

static void add_marks(struct font *font)
{
    static const char *const marks[] = {"\342\200\216", "\342\200\217"};
    for (int i = 0; i < 2; i++) {
        hb_codepoint_t glyph;
        if (!hb_font_get_nominal_glyph(font->face->hb_font, g_utf8_get_char(marks[i]), &glyph) ||
            hb_font_get_glyph_h_advance(font->face->hb_font, glyph))
            continue;
        use_cluster(font, &(struct cluster){&(struct glyph){.id = glyph}, 1, marks[i], 3});
        font->marks[i] = glyph;
    }
}

static struct font *add_font(struct fontset *set, const struct run *run, enum language language)
{
    struct font *font = ARENA_NEW(set->arena, struct font);
    const struct face *face = run->face;
    font->face = face;
    font->rtl = run->rtl;
    font->number = (int)set->fonts->len;
    font->used = g_array_new(FALSE, TRUE, sizeof(struct used));
    arena_defer(set->arena, free_used, font->used);
    font->slots = ARENA_ARRAY(set->arena, uint16_t, 0x10000);
    use_glyph(font, 0);
    hb_codepoint_t space;
    if (hb_font_get_nominal_glyph(face->hb_font, ' ', &space)) {
        font->space = space;
        use_cluster(font, &(struct cluster){&(struct glyph){.id = space}, 1, " ", 1});
    }
    if (language_is_rtl(language))
        add_marks(font);
    g_ptr_array_add(set->fonts, font);
    return font;
}

static struct font *find_font(const struct fontset *set, const struct run *run)
{
    for (guint i = 0; i < set->fonts->len; i++) {
        struct font *font = g_ptr_array_index(set->fonts, i);
        if (font->face == run->face && font->rtl == run->rtl)
            return font;
    }
    return NULL;
}

static void collect_run(struct fontset *set, const struct run *run, enum language language)
{
    struct font *font = find_font(set, run);
    if (!font)
        font = add_font(set, run, language);
    for (uint32_t at = 0; at < run->glyph_count;) {
        struct cluster cluster = run_cluster(run, at);
        use_cluster(font, &cluster);
        at += (uint32_t)cluster.count;
    }
}

static void collect(struct fontset *set, const struct book *book)
{
    for (int i = 0; i < book->page_count; i++)
        for (int j = 0; j < book->pages[i].count; j++)
            if (book->pages[i].items[j].kind == PLACED_RUN)
                collect_run(set, book->pages[i].items[j].run, book->language);
}

/* --- embed --------------------------------------------------------------------------- */

static int to_permille(const struct font *font, double units)
{
    return (int)lround(units * 1000 / font->face->upem);
}

static gint by_glyph(gconstpointer a, gconstpointer b)
{
    uint32_t left = ((const struct used *)a)->glyph, right = ((const struct used *)b)->glyph;
    return left < right ? -1 : left > right;
}

static gint by_code(gconstpointer a, gconstpointer b)
{
    return (gint)((const struct used *)a)->code - (gint)((const struct used *)b)->code;
}

/* Settles code and width of every glyph; `codes` are in the order of the glyphs. */
static void number_used(struct font *font, const uint16_t *codes)
{
    for (guint i = 0; i < font->used->len; i++) {
        struct used *used = &g_array_index(font->used, struct used, i);
        used->code = codes[i];
        used->width =
            to_permille(font, hb_font_get_glyph_h_advance(font->face->hb_font, used->glyph));
    }
    g_array_sort(font->used, by_code);
    for (guint i = 0; i < font->used->len; i++)
        font->slots[g_array_index(font->used, struct used, i).glyph] = (uint16_t)(i + 1);
}

/* Makes the font program and numbers the glyphs; false with an error. */
static bool make_program(struct font *font, struct subset *subset, struct diag *diag)
{
    guint count = font->used->len;
    g_array_sort(font->used, by_glyph);
    uint32_t *glyphs = g_new(uint32_t, count);
    for (guint i = 0; i < count; i++)
        glyphs[i] = g_array_index(font->used, struct used, i).glyph;
    const char *refusal = subset_make(font->face->hb_face, glyphs, (int)count, subset);
    if (refusal)
        diag_file(diag, NULL, 0, DIAG_FACE_REFUSED, "%s cannot be embedded: %s", font->face->file,
                  refusal);
    else
        number_used(font, subset->codes);
    g_free(glyphs);
    return !refusal;
}

/* "BXQKDA+Name": the tag is a hash of the glyphs (9.6.4). */
static char *subset_name(const struct font *font)
{
    char name[128];
    unsigned room = sizeof name;
    hb_ot_name_get_utf8(font->face->hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID,
                        &room, name);
    uint64_t hash = 0xCBF29CE484222325; /* FNV-1a */
    for (guint i = 0; i < font->used->len; i++)
        hash = (hash ^ g_array_index(font->used, struct used, i).glyph) * 0x100000001B3;
    GString *out = g_string_new(NULL);
    for (int i = 0; i < 6; i++, hash /= 26)
        g_string_append_c(out, (char)('A' + hash % 26));
    g_string_append_c(out, '+');
    for (const char *c = name; *c; c++)
        if (g_ascii_isalnum(*c) || *c == '-')
            g_string_append_c(out, *c);
    return g_string_free(out, FALSE);
}

static int read_i16(hb_face_t *face, hb_tag_t tag, unsigned at)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    unsigned size;
    const uint8_t *data = (const uint8_t *)hb_blob_get_data(table, &size);
    int value = at + 2 <= size ? (int16_t)(data[at] << 8 | data[at + 1]) : 0;
    hb_blob_destroy(table);
    return value;
}

static int add_descriptor(const struct font *font, const char *name, const struct subset *subset,
                          struct objects *objects)
{
    hb_face_t *face = font->face->hb_face;
    hb_font_t *hb_font = font->face->hb_font;
    unsigned size;
    const char *bytes = hb_blob_get_data(subset->bytes, &size);
    bool cff = subset->program == PROGRAM_CFF;
    char *lengths = g_strdup_printf("/Length1 %u", size);
    int program = objects_add_stream(objects, cff ? "/Subtype/CIDFontType0C" : lengths, bytes, size,
                                     CODING_FLATE);
    g_free(lengths);

    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(hb_font, &extents);
    hb_position_t capitals = extents.ascender;
    hb_ot_metrics_get_position(hb_font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capitals);
    float weight = hb_style_get_value(hb_font, HB_STYLE_TAG_WEIGHT) / 65;
    hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
    GString *out = g_string_new(NULL);
    /* Flags 4: glyphs are not chosen by names of a standard alphabet */
    g_string_printf(
        out, "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]", name,
        to_permille(font, read_i16(face, head, 36)), to_permille(font, read_i16(face, head, 38)),
        to_permille(font, read_i16(face, head, 40)), to_permille(font, read_i16(face, head, 42)));
    g_string_append_printf(out, "/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/%s %d",
                           read_i16(face, HB_TAG('p', 'o', 's', 't'), 4),
                           to_permille(font, extents.ascender),
                           to_permille(font, extents.descender), to_permille(font, capitals),
                           (int)(50 + weight * weight), cff ? "FontFile3" : "FontFile2", program);
    g_string_append(out, " 0 R>>");
    int number = objects_add(objects, out);
    g_string_free(out, TRUE);
    return number;
}

/* "/W[5[500 250]9[250]]": what is not 1000, in stretches of codes that follow each other. */
static void put_widths(const struct font *font, GString *out)
{
    g_string_append(out, "/DW 1000/W[");
    unsigned expected = 0;
    bool open = false;
    for (guint i = 0; i < font->used->len; i++) {
        const struct used *used = &g_array_index(font->used, struct used, i);
        if (used->width == 1000)
            continue;
        if (open && used->code != expected)
            g_string_append_c(out, ']');
        if (open && used->code == expected)
            g_string_append_c(out, ' ');
        else
            g_string_append_printf(out, "%u[", used->code);
        g_string_append_printf(out, "%d", used->width);
        expected = used->code + 1;
        open = true;
    }
    g_string_append(out, open ? "]]" : "]");
}

static int add_to_unicode(const struct font *font, struct objects *objects)
{
    enum { PAIRS_A_BLOCK = 100 }; /* the most that CMaps allow */
    GString *out = g_string_new("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>"
                                "def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    guint first = 0;
    while (first < font->used->len && !g_array_index(font->used, struct used, first).text)
        first++; /* .notdef is never shown */
    for (guint i = first; i < font->used->len; i++) {
        const struct used *used = &g_array_index(font->used, struct used, i);
        if ((i - first) % PAIRS_A_BLOCK == 0)
            g_string_append_printf(out, "%u beginbfchar\n",
                                   MIN(font->used->len - i, PAIRS_A_BLOCK));
        g_string_append_printf(out, "<%04X><", used->code);
        put_utf16(out, used->text, used->size);
        g_string_append(out, ">\n");
        if ((i - first) % PAIRS_A_BLOCK == PAIRS_A_BLOCK - 1 || i + 1 == font->used->len)
            g_string_append(out, "endbfchar\n");
    }
    g_string_append(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
    int number = objects_add_stream(objects, "", out->str, out->len, CODING_FLATE);
    g_string_free(out, TRUE);
    return number;
}

static void add_dictionaries(struct font *font, const struct subset *subset,
                             struct objects *objects)
{
    char *name = subset_name(font);
    int descriptor = add_descriptor(font, name, subset, objects);
    bool cff = subset->program == PROGRAM_CFF;
    GString *out = g_string_new(NULL);
    g_string_printf(out,
                    "<</Type/Font/Subtype/%s/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
                    "/Ordering(Identity)/Supplement 0>>%s/FontDescriptor %d 0 R",
                    cff ? "CIDFontType0" : "CIDFontType2", name, cff ? "" : "/CIDToGIDMap/Identity",
                    descriptor);
    put_widths(font, out);
    g_string_append(out, ">>");
    int descendant = objects_add(objects, out);
    g_string_printf(out,
                    "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                    "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
                    name, descendant, add_to_unicode(font, objects));
    font->object = objects_add(objects, out);
    g_string_free(out, TRUE);
    g_free(name);
}

static bool embed_font(struct font *font, struct objects *objects, struct diag *diag)
{
    struct subset subset;
    bool made = make_program(font, &subset, diag);
    if (made)
        add_dictionaries(font, &subset, objects);
    subset_free(&subset);
    return made;
}

struct fontset *fontset_embed(struct arena *arena, const struct book *book, struct objects *objects,
                              struct diag *diag)
{
    struct fontset *set = ARENA_NEW(arena, struct fontset);
    set->arena = arena;
    set->fonts = g_ptr_array_new();
    arena_defer(arena, free_fonts, set->fonts);
    collect(set, book);
    bool embedded = true;
    for (guint i = 0; i < set->fonts->len; i++)
        embedded &= embed_font(g_ptr_array_index(set->fonts, i), objects, diag);
    return embedded ? set : NULL;
}

void fontset_put_resources(const struct fontset *set, GString *out)
{
    for (guint i = 0; i < set->fonts->len; i++) {
        const struct font *font = g_ptr_array_index(set->fonts, i);
        g_string_append_printf(out, "/F%d %d 0 R", font->number, font->object);
    }
}

const struct font *fontset_font(const struct fontset *set, const struct run *run)
{
    return find_font(set, run);
}

const struct font *fontset_marks(const struct fontset *set, bool rtl, uint32_t *glyph)
{
    for (guint i = 0; i < set->fonts->len; i++) {
        const struct font *font = g_ptr_array_index(set->fonts, i);
        *glyph = font->marks[rtl];
        if (*glyph)
            return font;
    }
    return NULL;
}

int font_number(const struct font *font)
{
    return font->number;
}

unsigned font_code(const struct font *font, uint32_t glyph)
{
    return find_used(font, glyph)->code;
}

int font_width(const struct font *font, uint32_t glyph)
{
    return find_used(font, glyph)->width;
}

uint32_t font_space(const struct font *font)
{
    return font->space;
}

bool font_speaks(const struct font *font, const struct cluster *cluster)
{
    if (cluster->count != 1)
        return false;
    const struct used *used = find_used(font, cluster->glyphs[0].id);
    return used->size == cluster->size &&
           memcmp(used->text, cluster->text, (size_t)used->size) == 0;
}

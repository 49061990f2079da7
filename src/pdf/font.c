/* font: which glyphs of which faces a book shows and what text they stand for; the dictionaries
 * of Type 0 fonts with their widths and their way back to text.
 *
 * A glyph may stand for several texts: a capital for the letter that was typed and is set as a
 * small capital, an ideograph for its compatibility twin. It has a code for each, as some readers
 * know nothing else; a CMap says which glyph a code is. Where several glyphs are needed for one
 * text, the page says the text itself too. */
#include "pdf/font.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

#include "pdf/cmap.h"
#include "pdf/descriptor.h"
#include "pdf/subset.h"
#include "pdf/syntax.h"

struct used {
    uint32_t glyph;
    unsigned code, cid; /* the same, but for a glyph with another text */
    int width;          /* 1/1000 em */
    const char *text;   /* what it stands for; not NUL-terminated */
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
    GHashTable *others;       /* set of struct used: glyphs with other texts */
};

struct fontset {
    struct arena *arena;
    GPtrArray *fonts; /* of struct font */
};

static int first_size(const char *text)
{
    return (int)(g_utf8_next_char(text) - text);
}

/* --- collect ------------------------------------------------------------------------- */

static void free_used(void *array)
{
    g_array_free(array, TRUE);
}

static guint hash_used(gconstpointer key)
{
    const struct used *used = key;
    guint hash = used->glyph;
    for (int i = 0; i < used->size; i++)
        hash = hash * 31 + (guchar)used->text[i];
    return hash;
}

static bool has_text(const struct used *used, const char *text, int size)
{
    return used->size == size && memcmp(used->text, text, (size_t)size) == 0;
}

static gboolean equal_used(gconstpointer a, gconstpointer b)
{
    const struct used *x = a, *y = b;
    return x->glyph == y->glyph && has_text(x, y->text, y->size);
}

static void free_others(void *set)
{
    g_hash_table_destroy(set);
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
        used->size = !cluster->size        ? 1
                     : alone && !font->rtl ? cluster->size
                                           : first_size(cluster->text);
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
    font->others = g_hash_table_new(hash_used, equal_used);
    arena_defer(set->arena, free_others, font->others);
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

static bool is_white(const char *text, int size)
{
    return size && size == first_size(text) && g_unichar_isspace(g_utf8_get_char(text));
}

/* A glyph may be needed with this text, which is not the one that it mostly stands for. White is
 * white: a no-break space needs no code of its own, and most fonts need no CMap then. */
static void use_other(struct fontset *set, const struct font *font, struct sort sort)
{
    struct used other = {.glyph = sort.glyph, .text = sort.text, .size = sort.size};
    const struct used *used = find_used(font, sort.glyph);
    if (!sort.size || has_text(used, sort.text, sort.size) ||
        (is_white(sort.text, sort.size) && is_white(used->text, used->size)) ||
        g_hash_table_contains(font->others, &other))
        return;
    g_hash_table_add(font->others, arena_copy(set->arena, &other, sizeof other));
}

/* From right to left a glyph may be silent, and a character may have no glyph of its own. */
static void use_turned(struct fontset *set, const struct font *font, const struct cluster *cluster)
{
    uint32_t mark;
    const struct font *marks = fontset_marks(set, true, &mark);
    const char *end = cluster->text + cluster->size;
    bool silent = cluster->count > 1;
    for (int i = 0; i < cluster->count; i++)
        silent = silent || !hb_font_get_glyph_h_advance(font->face->hb_font, cluster->glyphs[i].id);
    for (int i = 0; silent && i < cluster->count; i++)
        use_other(set, font, (struct sort){cluster->glyphs[i].id, SORT_SILENT, 3});
    const char *at = cluster->text;
    if (!silent && at < end)
        at = g_utf8_next_char(at);
    for (; marks && at < end; at = g_utf8_next_char(at))
        use_other(set, marks, (struct sort){mark, at, first_size(at)});
}

static void collect_texts(struct fontset *set, const struct run *run)
{
    const struct font *font = find_font(set, run);
    for (uint32_t at = 0; at < run->glyph_count;) {
        struct cluster cluster = run_cluster(run, at);
        for (int i = 0; i < cluster.count; i++)
            use_other(set, font, cluster_sort(&cluster, i, run->rtl));
        if (run->rtl)
            use_turned(set, font, &cluster);
        at += (uint32_t)cluster.count;
    }
}

static void collect(struct fontset *set, const struct book *book, bool texts)
{
    for (int i = 0; i < book->page_count; i++)
        for (int j = 0; j < book->pages[i].count; j++) {
            const struct placed *item = &book->pages[i].items[j];
            if (item->kind == PLACED_RUN && !texts)
                collect_run(set, item->run, book->language);
            else if (item->kind == PLACED_RUN)
                collect_texts(set, item->run);
        }
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
        used->code = used->cid = codes[i];
        used->width =
            to_permille(font, hb_font_get_glyph_h_advance(font->face->hb_font, used->glyph));
    }
    g_array_sort(font->used, by_code);
    for (guint i = 0; i < font->used->len; i++)
        font->slots[g_array_index(font->used, struct used, i).glyph] = (uint16_t)(i + 1);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    const struct used *left = *(struct used *const *)a, *right = *(struct used *const *)b;
    if (left->glyph != right->glyph)
        return left->glyph < right->glyph ? -1 : 1;
    int order = memcmp(left->text, right->text, (size_t)MIN(left->size, right->size));
    return order ? order : left->size - right->size;
}

/* Gives codes that no glyph has to those with other texts, which join those that are used. */
static void number_others(struct font *font)
{
    guint own = font->used->len, next = 0, count;
    unsigned code = 0;
    struct used **others =
        (struct used **)(void *)g_hash_table_get_keys_as_array(font->others, &count);
    qsort(others, count, sizeof *others, by_text);
    for (guint i = 0; i < count && code <= 0xFFFF; i++, code++) {
        while (next < own && g_array_index(font->used, struct used, next).code == code)
            next++, code++;
        others[i]->code = code;
        others[i]->cid = find_used(font, others[i]->glyph)->code;
    }
    g_free(others);
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

static void add_code(GArray *codes, const struct used *used, int width)
{
    struct code code = {used->code, used->cid, used->text, used->size, width};
    g_array_append_val(codes, code);
}

/* All codes with a text: .notdef has none and is never shown. */
static GArray *list_codes(const struct font *font)
{
    GArray *codes = g_array_new(FALSE, FALSE, sizeof(struct code));
    for (guint i = 0; i < font->used->len; i++) {
        const struct used *used = &g_array_index(font->used, struct used, i);
        if (used->text)
            add_code(codes, used, used->width);
    }
    GHashTableIter iter;
    void *key;
    g_hash_table_iter_init(&iter, font->others);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        const struct used *other = key;
        add_code(codes, other, find_used(font, other->glyph)->width);
    }
    cmap_sort(codes);
    return codes;
}

static void add_dictionaries(struct font *font, const struct subset *subset,
                             struct objects *objects)
{
    char *name = subset_name(font);
    int descriptor = descriptor_add(font->face, name, subset, objects);
    bool cff = subset->program == PROGRAM_CFF;
    GString *out = g_string_new(NULL);
    g_string_printf(out,
                    "<</Type/Font/Subtype/%s/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
                    "/Ordering(Identity)/Supplement 0>>%s/FontDescriptor %d 0 R",
                    cff ? "CIDFontType0" : "CIDFontType2", name, cff ? "" : "/CIDToGIDMap/Identity",
                    descriptor);
    GArray *codes = list_codes(font);
    cmap_put_widths(out, codes);
    g_string_append(out, ">>");
    int descendant = objects_add(objects, out);
    g_string_printf(out, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding ", name);
    if (g_hash_table_size(font->others))
        put_reference(out, cmap_add_encoding(codes, objects));
    else
        g_string_append(out, "/Identity-H");
    g_string_append_printf(out, "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", descendant,
                           cmap_add_to_unicode(codes, objects));
    font->object = objects_add(objects, out);
    g_array_free(codes, TRUE);
    g_string_free(out, TRUE);
    g_free(name);
}

static bool embed_font(struct font *font, struct objects *objects, struct diag *diag)
{
    struct subset subset;
    bool made = make_program(font, &subset, diag);
    if (made) {
        number_others(font);
        add_dictionaries(font, &subset, objects);
    }
    subset_free(&subset);
    return made;
}

struct fontset *fontset_embed(struct arena *arena, const struct book *book,
                              const struct book *beside, struct objects *objects, struct diag *diag)
{
    struct fontset *set = ARENA_NEW(arena, struct fontset);
    set->arena = arena;
    set->fonts = g_ptr_array_new();
    arena_defer(arena, free_fonts, set->fonts);
    for (int texts = 0; texts < 2; texts++) {
        collect(set, book, texts);
        if (beside)
            collect(set, beside, texts);
    }
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

unsigned font_code(const struct font *font, struct sort sort)
{
    const struct used *used = find_used(font, sort.glyph);
    if (!sort.size || has_text(used, sort.text, sort.size))
        return used->code;
    struct used key = {.glyph = sort.glyph, .text = sort.text, .size = sort.size};
    const struct used *other = g_hash_table_lookup(font->others, &key);
    return other && other->code ? other->code : used->code;
}

int font_width(const struct font *font, uint32_t glyph)
{
    return find_used(font, glyph)->width;
}

bool font_has_ink(const struct font *font, uint32_t glyph)
{
    hb_glyph_extents_t box;
    return hb_font_get_glyph_extents(font->face->hb_font, glyph, &box) && box.width && box.height;
}

uint32_t font_space(const struct font *font)
{
    return font->space;
}

bool font_speaks(const struct font *font, const struct cluster *cluster)
{
    struct used key = {
        .glyph = cluster->glyphs[0].id, .text = cluster->text, .size = cluster->size};
    return cluster->count == 1 && (has_text(find_used(font, key.glyph), key.text, key.size) ||
                                   g_hash_table_contains(font->others, &key));
}

/* shape: one call of HarfBuzz for each run of one face and size. In: signs with classes. Out:
 * signs with faces, glyphs and widths. */
#include "set/shape.h"

#include <glib.h>
#include <hb.h>
#include <string.h>

#include "set/bidi.h"

uint32_t shape_glyph(const struct face *face, uint32_t character)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(face->hb_font, character, &glyph) ? glyph : 0;
}

length shape_space(const struct face *face, length size)
{
    return face->space >= 0 ? length_scale(size, face->space, face->upem) : size / 4;
}

/* --- faces --------------------------------------------------------------------------- */

static bool is_arabic(uint32_t c)
{
    return (c >= 0x600 && c < 0x780) || (c >= 0x8A0 && c < 0x900) || (c >= 0xFB50 && c < 0xFE00) ||
           (c >= 0xFE70 && c < 0xFEFF);
}

static enum script script_of(const struct sign *sign)
{
    if (class_is_chinese((enum sign_class)sign->class))
        return SCRIPT_HAN;
    return is_arabic(sign->c) ? SCRIPT_ARABIC : SCRIPT_WESTERN;
}

/* The script that a sign is set in: spaces and stops among Arabic are Arabic. */
static enum script setting_script(const struct text *text, int i, enum script before)
{
    const struct sign *sign = &text->signs[i];
    bool space = sign->class == CLASS_SPACE || sign->class == CLASS_TIE;
    bool stop = sign->c == '.' || sign->c == ':' || sign->c == '!';
    bool follows = before == SCRIPT_ARABIC && sign->level % 2 == 1;
    return follows && (space || stop) ? SCRIPT_ARABIC : script_of(sign);
}

static bool is_invisible(const struct sign *sign)
{
    if (sign->class != CLASS_JOINER)
        return sign->class == CLASS_BREAK;
    GUnicodeType type = g_unichar_type(sign->c);
    return type == G_UNICODE_FORMAT || type == G_UNICODE_CONTROL || (sign->c & ~0xFu) == 0xFE00;
}

static void report_missing(const struct compositor *compositor, const struct text *text, int i,
                           const struct face *tried)
{
    const struct sign *sign = &text->signs[i];
    const struct piece *piece = &text->pieces[sign->piece];
    uint32_t at = piece->at == SOURCE_NOWHERE ? piece->at : piece->at + sign->at - piece->from;
    diag_file(compositor->diag, compositor->source, at, DIAG_NO_GLYPH,
              "U+%04X is in no face of the style (%s and the others were tried)", sign->c,
              tried->family);
}

/* HarfBuzz puts a mark on the letter before it where the face has the two as one character. */
static bool is_composed(const struct text *text, int i, const struct face *face)
{
    gunichar whole;
    return i > 0 && g_unichar_compose(text->signs[i - 1].c, text->signs[i].c, &whole) &&
           shape_glyph(face, whole);
}

/* Small capitals are the capitals of what was typed. */
static uint32_t capital_of(const struct sign *sign)
{
    return g_unichar_toupper(sign->c);
}

static bool choose_faces(const struct compositor *compositor, struct text *text)
{
    GHashTable *missing = NULL;
    const struct face *before = NULL;
    enum script script = SCRIPT_WESTERN;
    for (int i = 0; i < text->count; i++) {
        struct sign *sign = &text->signs[i];
        unsigned look = text->pieces[sign->piece].look;
        script = setting_script(text, i, script);
        bool blank =
            sign->class == CLASS_SPACE || sign->class == CLASS_TIE || sign->class == CLASS_BREAK;
        /* HarfBuzz makes the widths of other spaces */
        uint32_t c = blank ? ' ' : text->pieces[sign->piece].small ? capital_of(sign) : sign->c;
        if (is_invisible(sign) || (sign->class == CLASS_JOINER && before &&
                                   (shape_glyph(before, sign->c) || is_composed(text, i, before))))
            sign->face = before ? before : fonts_face(compositor->fonts, SCRIPT_WESTERN, look);
        else
            sign->face = fonts_face_for(compositor->fonts, script, look, c);
        if (!sign->face) {
            sign->face = fonts_face(compositor->fonts, SCRIPT_WESTERN, look);
            if (!missing)
                missing = g_hash_table_new(NULL, NULL);
            if (g_hash_table_add(missing, GUINT_TO_POINTER(sign->c))) /* each once a block */
                report_missing(compositor, text, i, sign->face);
        }
        before = sign->face;
    }
    bool found_all = !missing;
    if (missing)
        g_hash_table_destroy(missing);
    return found_all;
}

/* --- runs ---------------------------------------------------------------------------- */

static bool same_run(const struct text *text, int a, int b)
{
    const struct sign *x = &text->signs[a], *y = &text->signs[b];
    return x->face == y->face && text->pieces[x->piece].size == text->pieces[y->piece].size &&
           text->pieces[x->piece].rise == text->pieces[y->piece].rise && x->level == y->level &&
           (x->level % 2 == 1 || script_of(x) == script_of(y)) && x->bare == y->bare &&
           x->class != CLASS_BREAK && y->class != CLASS_BREAK;
}

/* The Chinese dash pair is one unbroken rule only in a run of script Han and language Chinese,
 * which no itemizer makes of marks alone (6.9): so both are said here. */
static void set_segment(hb_buffer_t *buffer, enum script script, const struct piece *piece,
                        bool rtl)
{
    hb_buffer_set_direction(buffer, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    if (script == SCRIPT_HAN) {
        hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
        hb_buffer_set_language(buffer, hb_language_from_string("zh-cn", -1));
        return;
    }
    const char *tag = language_tag(piece->language == ZH ? EN : piece->language);
    hb_buffer_set_language(buffer, hb_language_from_string(tag, -1));
    hb_buffer_guess_segment_properties(buffer);
}

/* The sign of signs from…to - 1 that holds byte `at`; `near` is one close to it. */
static int sign_at(const struct text *text, int from, int to, uint32_t at, int near)
{
    while (near > from && text->signs[near].at > at)
        near--;
    while (near + 1 < to && text->signs[near + 1].at <= at)
        near++;
    return near;
}

/* Makes room for the glyphs of each sign, in the order of the text: HarfBuzz may have put the
 * vowels of a letter into another one. */
static void share_room(struct text *text, int from, int to, const hb_glyph_info_t *info,
                       unsigned count)
{
    int sign = from;
    for (unsigned g = 0; g < count; g++) {
        sign = sign_at(text, from, to, info[g].cluster, sign);
        text->signs[sign].glyph_count++;
    }
    for (int i = from; i < to; i++) {
        text->signs[i].glyph = text->glyph_count;
        text->glyph_count += text->signs[i].glyph_count;
        text->signs[i].glyph_count = 0;
    }
}

/* Copies the glyphs of a run to the text, each to the sign that begins its cluster. */
static void take_glyphs(struct text *text, int from, int to, hb_buffer_t *buffer)
{
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer, &count);
    const struct face *face = text->signs[from].face;
    length size = text->pieces[text->signs[from].piece].size;
    int sign = from;
    share_room(text, from, to, info, count);
    for (unsigned g = 0; g < count; g++) {
        sign = sign_at(text, from, to, info[g].cluster, sign);
        struct sign *s = &text->signs[sign];
        text->glyphs[s->glyph + s->glyph_count++] = (struct glyph){
            info[g].codepoint, s->at, s->width + length_scale(size, at[g].x_offset, face->upem),
            length_scale(size, at[g].y_offset, face->upem)};
        s->width += length_scale(size, at[g].x_advance, face->upem);
    }
}

static void add_capitals(hb_buffer_t *buffer, const struct text *text, int from, int to)
{
    for (int i = from; i < to; i++)
        hb_buffer_add(buffer, capital_of(&text->signs[i]), text->signs[i].at);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
}

static void shape_run(struct text *text, int from, int to, hb_buffer_t *buffer, GArray *room)
{
    const struct sign *first = &text->signs[from], *last = &text->signs[to - 1];
    bool rtl = first->level % 2 == 1;
    hb_buffer_clear_contents(buffer);
    /* a vowel is not of the cluster of its letter, though the face may have the two as one */
    hb_buffer_set_cluster_level(buffer, rtl ? HB_BUFFER_CLUSTER_LEVEL_CHARACTERS
                                            : HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    if (text->pieces[first->piece].small)
        add_capitals(buffer, text, from, to);
    else
        hb_buffer_add_utf8(buffer, text->bytes, (int)text->size, first->at,
                           (int)(last->at + last->size - first->at));
    set_segment(buffer, script_of(first), &text->pieces[first->piece], rtl);
    hb_shape(first->face->hb_font, buffer, NULL, 0);
    if (rtl)
        hb_buffer_reverse_clusters(buffer);
    g_array_set_size(room, text->glyph_count + hb_buffer_get_length(buffer));
    text->glyphs = (struct glyph *)(void *)room->data;
    take_glyphs(text, from, to, buffer);
}

bool shape_text(const struct compositor *compositor, struct text *text)
{
    bidi_find_levels(text, compositor->style);
    if (!choose_faces(compositor, text))
        return false;
    hb_buffer_t *buffer = hb_buffer_create();
    GArray *room = g_array_sized_new(FALSE, FALSE, sizeof(struct glyph), (guint)text->count + 8);
    for (int from = 0, to; from < text->count; from = to) {
        for (to = from + 1; to < text->count && same_run(text, from, to);)
            to++;
        if (text->signs[from].class != CLASS_BREAK)
            shape_run(text, from, to, buffer, room);
    }
    text->glyphs = arena_copy(text->scratch, room->data, sizeof(struct glyph) * room->len);
    g_array_free(room, TRUE);
    hb_buffer_destroy(buffer);
    return true;
}

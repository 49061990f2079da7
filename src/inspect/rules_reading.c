/* rules_reading: what is read is what stands there: spaces between words, Arabic from its
 * beginning, text that stands for glyphs, text of the page that is in the structure. */
#include <math.h>
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/tally.h"

static gunichar char_of(const struct sheet_glyph *glyph)
{
    return glyph->text ? g_utf8_get_char(glyph->text) : 0;
}

static const struct mark *mark_of(const struct sheet *sheet, const struct sheet_glyph *glyph)
{
    return glyph->mark >= 0 ? &g_array_index(sheet->marks, struct mark, glyph->mark) : NULL;
}

/* --- glyph after glyph ----------------------------------------------------------------------- */

struct reading {
    const struct inspection *in;
    struct tally joined;
    int onward, back; /* Arabic letters to the left of the one before, to the right of it */
    int page;         /* the first that has one of the latter */
};

/* Scripts that have spaces between words. */
static bool is_letter(gunichar c)
{
    return g_unichar_isalpha(c) && !g_unichar_iswide(c);
}

static bool is_arabic(gunichar c)
{
    return g_unichar_isalpha(c) && g_unichar_get_script(c) == G_UNICODE_SCRIPT_ARABIC;
}

static double gap(const struct sheet_glyph *a, const struct sheet_glyph *b)
{
    return b->x >= a->x ? b->x - a->x - a->advance : a->x - b->x - b->advance;
}

static void look_at_pair(struct reading *reading, const struct sheet *sheet,
                         const struct sheet_glyph *before, const struct sheet_glyph *glyph)
{
    gunichar a = char_of(before), b = char_of(glyph);
    bool far = gap(before, glyph) > 0.2 * MIN(before->size, glyph->size);
    bool near = gap(before, glyph) < 3 * MAX(before->size, glyph->size);
    if (fabs(before->y - glyph->y) > 0.5 || !before->upright || !glyph->upright)
        return;
    if (far && near && is_letter(a) && is_letter(b))
        tally_add(reading->in, &reading->joined, sheet->number,
                  "“%s” and “%s” stand apart and are read as one word", before->text, glyph->text);
    if (!is_arabic(a) || !is_arabic(b))
        return;
    reading->onward += glyph->x < before->x;
    reading->back += glyph->x > before->x;
    reading->page = glyph->x > before->x && !reading->page ? sheet->number : reading->page;
}

static void look_at_stretches(const struct inspection *in)
{
    struct reading reading = {.in = in};
    for (guint i = 0; i < in->tags->owned; i++) {
        const struct stretch *stretch = tags_stretch(in->tags, i);
        const struct sheet *sheet = inspect_sheet(in, (guint)stretch->sheet - 1);
        for (guint k = 1; k < stretch->glyphs->len; k++) {
            const struct sheet_glyph *before = g_ptr_array_index(stretch->glyphs, k - 1);
            const struct sheet_glyph *glyph = g_ptr_array_index(stretch->glyphs, k);
            if (!mark_of(sheet, before)->actual && !mark_of(sheet, glyph)->actual)
                look_at_pair(&reading, sheet, before, glyph);
        }
    }
    tally_tell(in, &reading.joined, DIAG_INSPECT_SPACE, "places");
    if (reading.back > 20 && reading.back > reading.onward)
        diag_file(in->diag, in->source, (uint32_t)reading.page, DIAG_INSPECT_ORDER,
                  "Arabic is read from the end of its lines");
}

/* --- text that stands for glyphs -------------------------------------------------------------- */

static void add_letters(GString *out, const char *text)
{
    char *plain = text ? g_utf8_normalize(text, -1, G_NORMALIZE_ALL) : NULL;
    for (const char *p = plain; p && *p; p = g_utf8_next_char(p))
        if (g_unichar_isalnum(g_utf8_get_char(p)))
            g_string_append_unichar(out, g_unichar_tolower(g_utf8_get_char(p)));
    g_free(plain);
}

/* How many letters of `a` are none of `b`, in any order. */
static int count_others(const char *a, const char *b)
{
    int count = 0;
    for (; *a; a = g_utf8_next_char(a))
        count += !g_utf8_strchr(b, -1, g_utf8_get_char(a));
    return count;
}

static void look_at_actual(const struct inspection *in, const struct sheet *sheet, GString *shown,
                           const struct mark *mark, struct tally *tally)
{
    GString *said = g_string_new(NULL);
    add_letters(said, mark->actual);
    if (said->len && shown->len &&
        count_others(said->str, shown->str) * 2 > (int)g_utf8_strlen(said->str, -1))
        tally_add(in, tally, sheet->number, "“%s” stands for glyphs of “%s”",
                  inspect_words(in, mark->actual), inspect_words(in, shown->str));
    g_string_free(said, TRUE);
}

static void look_at_actuals(const struct inspection *in, const struct sheet *sheet,
                            struct tally *tally)
{
    GString *shown = g_string_new(NULL);
    int open = -1;
    for (guint i = 0; i <= sheet->glyphs->len; i++) {
        const struct sheet_glyph *glyph =
            i < sheet->glyphs->len ? &g_array_index(sheet->glyphs, struct sheet_glyph, i) : NULL;
        int mark =
            glyph && mark_of(sheet, glyph) && mark_of(sheet, glyph)->actual ? glyph->mark : -1;
        if (mark != open && open >= 0)
            look_at_actual(in, sheet, shown, &g_array_index(sheet->marks, struct mark, open),
                           tally);
        if (mark != open)
            g_string_truncate(shown, 0);
        if (mark >= 0 && shown->len < 4096)
            add_letters(shown, glyph->text);
        open = mark;
    }
    g_string_free(shown, TRUE);
}

/* --- text of the page that nobody hears ------------------------------------------------------- */

/* Heads of tables are repeated as artifacts: what is tagged elsewhere is heard. */
static bool is_heard(GHashTable *tagged, const char *text)
{
    return g_hash_table_contains(tagged, text);
}

static int count_letters(const char *text)
{
    int count = 0;
    for (; *text; text = g_utf8_next_char(text))
        count += g_unichar_isalpha(g_utf8_get_char(text));
    return count;
}

/* Heads of word processors are one artifact, and that of page 1 reaches down behind the masthead.
 */
static bool is_head(const struct sheet *sheet, const struct sheet_line *line, double top)
{
    int mark = ((const struct sheet_glyph *)g_ptr_array_index(line->glyphs, 0))->mark;
    for (guint i = 0; line->y < sheet->height / 3 && i < sheet->lines->len; i++) {
        const struct sheet_line *other = g_ptr_array_index(sheet->lines, i);
        if (other->y >= top)
            return false; /* lines stand from above */
        if (((const struct sheet_glyph *)g_ptr_array_index(other->glyphs, 0))->mark == mark)
            return true;
    }
    return false;
}

static void look_at_artifacts(const struct inspection *in, struct tally *tally)
{
    double top = inspect_points(in->style->page.first_top);
    double bottom = inspect_points(in->style->page.bottom);
    GHashTable *tagged = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < in->sheets->len; i++)
        for (guint k = 0; k < inspect_sheet(in, i)->lines->len; k++) {
            const struct sheet_line *line = inspect_line(inspect_sheet(in, i), k);
            if (!line->artifact)
                g_hash_table_add(tagged, (void *)(uintptr_t)line->text);
        }
    for (guint i = 0; i < in->sheets->len; i++)
        for (guint k = 0; k < inspect_sheet(in, i)->lines->len; k++) {
            const struct sheet_line *line = inspect_line(inspect_sheet(in, i), k);
            if (line->artifact && line->y > top && line->y < bottom &&
                count_letters(line->text) > 9 && !is_heard(tagged, line->text) &&
                !is_head(inspect_sheet(in, i), line, top))
                tally_add(in, tally, (int)i + 1,
                          "“%s” is text of the page and marked as an artifact",
                          inspect_words(in, line->text));
        }
    g_hash_table_unref(tagged);
}

void inspect_reading(const struct inspection *in)
{
    struct tally actuals = {0}, artifacts = {0};
    look_at_stretches(in);
    for (guint i = 0; i < in->sheets->len; i++)
        look_at_actuals(in, inspect_sheet(in, i), &actuals);
    look_at_artifacts(in, &artifacts);
    tally_tell(in, &actuals, DIAG_INSPECT_WRONG_UNICODE, "places");
    tally_tell(in, &artifacts, DIAG_INSPECT_UNTAGGED, "lines");
}

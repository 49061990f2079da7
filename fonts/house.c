/* house: makes the house fonts, reduced copies of the installed Chinese faces.
 *
 *     house --family "Noto Serif CJK SC" --out DIR
 *
 * In: the regular and the bold face of a family, found by fontconfig. Out: DIR/FAMILY-Regular.otf
 * and DIR/FAMILY-Bold.otf, spaces in the name replaced by hyphens. A program of the build, run
 * once; nothing of it is committed.
 *
 * Why: a face of 65,000 glyphs costs 20 ms each time a document is embedded, only to walk over
 * the outlines that it does not use. A house font keeps the glyph ids of the complete face and
 * leaves the others empty, so a text may take its rare characters from the complete face. */
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

/* What stands in Chinese documents besides the characters of GB 2312. */
static const struct {
    hb_codepoint_t first, last;
} ranges[] = {
    {0x0020, 0x007E}, /* ASCII */
    {0x00A0, 0x017F}, /* Latin of the official languages and of names */
    {0x2010, 0x2027}, /* dashes, quotation marks, ellipsis */
    {0x202F, 0x205E}, /* narrow space, per mille, primes, marks */
    {0x2070, 0x209C}, /* superior and inferior figures */
    {0x20AC, 0x20AC}, /* euro */
    {0x2103, 0x2122}, /* degrees, numero, trade mark */
    {0x2150, 0x218B}, /* fractions, Roman numbers */
    {0x2E3A, 0x2E3B}, /* dashes of two and three em */
    {0x3000, 0x303F}, /* Chinese punctuation */
    {0x3220, 0x3243}, /* numbers in brackets */
    {0xFF00, 0xFFEF}, /* full width */
};

/* What a compositor asks of the faces; variants for vertical lines and old forms stay out. */
static const char features[][5] = {"calt", "ccmp", "clig", "halt", "kern", "liga",
                                   "locl", "mark", "mkmk", "palt", "rlig"};

static const char dropped_tables[][5] = {"DSIG", "VORG", "vhea", "vmtx", "BASE"};

static void add_gb2312(hb_set_t *characters)
{
    for (int row = 0xA1; row <= 0xF7; row++)
        for (int cell = 0xA1; cell <= 0xFE; cell++) {
            char bytes[2] = {(char)row, (char)cell};
            char *text = g_convert(bytes, 2, "UTF-8", "EUC-CN", NULL, NULL, NULL);
            if (text)
                hb_set_add(characters, g_utf8_get_char(text));
            g_free(text);
        }
}

static void set_tags(hb_set_t *set, const char (*tags)[5], size_t count)
{
    for (size_t i = 0; i < count; i++)
        hb_set_add(set, hb_tag_from_string(tags[i], 4));
}

static hb_face_t *reduce_face(hb_face_t *face)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_set_t *characters = hb_subset_input_unicode_set(input);
    add_gb2312(characters);
    for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++)
        hb_set_add_range(characters, ranges[i].first, ranges[i].last);
    hb_set_t *kept = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(kept);
    set_tags(kept, features, G_N_ELEMENTS(features));
    set_tags(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped_tables,
             G_N_ELEMENTS(dropped_tables));
    hb_face_t *reduced = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    return reduced;
}

static char *reduced_path(const char *family, const char *weight, const char *folder)
{
    char *name = g_strdup_printf("%s-%s.otf", family, weight);
    char *path = g_build_filename(folder, g_strdelimit(name, " ", '-'), NULL);
    g_free(name);
    return path;
}

static bool write_bytes(hb_face_t *face, const char *path)
{
    hb_blob_t *blob = hb_face_reference_blob(face);
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    GError *error = NULL;
    bool written = g_file_set_contents(path, bytes, (gssize)length, &error);
    if (written)
        printf("%s: %u bytes\n", path, length);
    else
        fprintf(stderr, "house: %s\n", error->message);
    g_clear_error(&error);
    hb_blob_destroy(blob);
    return written;
}

/* Reduces one face of a font file; false, having said why, when that fails. */
static bool write_face(const char *file, int index, const char *path)
{
    hb_blob_t *blob = hb_blob_create_from_file(file);
    hb_face_t *face = hb_face_create(blob, (unsigned)index);
    hb_face_t *reduced = hb_face_get_glyph_count(face) ? reduce_face(face) : NULL;
    bool written = reduced && write_bytes(reduced, path);
    if (!reduced)
        fprintf(stderr, "house: %s: this face cannot be reduced\n", file);
    hb_face_destroy(reduced);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return written;
}

/* The face of exactly this family and weight; fontconfig would also offer something similar. */
static bool write_weight(const char *family, const char *name, int weight, const char *folder)
{
    FcPattern *wanted =
        FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger, weight,
                       FC_SLANT, FcTypeInteger, FC_SLANT_ROMAN, NULL);
    FcObjectSet *objects = FcObjectSetBuild(FC_FILE, FC_INDEX, NULL);
    FcFontSet *found = FcFontList(NULL, wanted, objects);
    char *path = reduced_path(family, name, folder);
    FcChar8 *file;
    int index;
    bool written = false;
    if (found && found->nfont > 0 &&
        FcPatternGetString(found->fonts[0], FC_FILE, 0, &file) == FcResultMatch &&
        FcPatternGetInteger(found->fonts[0], FC_INDEX, 0, &index) == FcResultMatch)
        written = write_face((const char *)file, index, path);
    else
        fprintf(stderr, "house: %s %s is not installed\n", family, name);
    g_free(path);
    if (found)
        FcFontSetDestroy(found);
    FcObjectSetDestroy(objects);
    FcPatternDestroy(wanted);
    return written;
}

int main(int argc, char **argv)
{
    char *family = NULL, *folder = NULL;
    GOptionEntry options[] = {
        {"family", 0, 0, G_OPTION_ARG_STRING, &family, "Family to reduce", "NAME"},
        {"out", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Folder to write to", "DIR"},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL}};
    GOptionContext *context = g_option_context_new("- make the house fonts");
    g_option_context_add_main_entries(context, options, NULL);
    bool understood = g_option_context_parse(context, &argc, &argv, NULL) && family && folder;
    g_option_context_free(context);
    if (!understood || g_mkdir_with_parents(folder, 0777) != 0) {
        fprintf(stderr, "usage: house --family NAME --out DIR\n");
        return 2;
    }
    bool written = write_weight(family, "Regular", FC_WEIGHT_REGULAR, folder) &&
                   write_weight(family, "Bold", FC_WEIGHT_BOLD, folder);
    g_free(family);
    g_free(folder);
    FcFini();
    return written ? EXIT_SUCCESS : EXIT_FAILURE;
}

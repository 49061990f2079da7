/* fonts: fontconfig with a configuration of our own finds the files, HarfBuzz opens them. In: the
 * families of a style. Out: faces by role. */
#include "set/fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <hb.h>
#include <string.h>
#include <unistd.h>

enum { LOOKS = 4, MAX_FACES = SCRIPT_COUNT * LOOKS * 2 };

/* Which face has a character, as it was found before: texts ask for few, many times. */
struct answer {
    uint32_t character; /* 0: nothing is known yet */
    uint8_t script, look;
    const struct face *face;
};

enum { ANSWERS = 1 << 12 };

struct fonts {
    FcConfig *config;
    struct answer *answers; /* each in the place of its hash, until another one comes there */
    struct face faces[MAX_FACES];
    int count;
    /* per script and look: the faces to try in order, the reduced one before the full */
    const struct face *role[SCRIPT_COUNT][LOOKS][2];
    const char *families[SCRIPT_COUNT][STYLE_MAX_FAMILIES];
};

/* Debian and Ubuntu packages of the families that the styles name. */
static const struct {
    const char *family, *package;
} packages[] = {
    {"Noto Serif CJK SC", "fonts-noto-cjk"},  {"Noto Sans CJK SC", "fonts-noto-cjk"},
    {"Liberation Serif", "fonts-liberation"}, {"Liberation Sans", "fonts-liberation"},
    {"Noto Naskh Arabic", "fonts-noto-core"}, {"Noto Serif", "fonts-noto-core"},
    {"DejaVu Serif", "fonts-dejavu-core"},
};

static const char *const look_names[LOOKS] = {"", "-bold", "-italic", "-bold-italic"};
static const char *const script_names[SCRIPT_COUNT] = {"han", "western", "arabic"};

static int look_index(unsigned look)
{
    return (look & LOOK_BOLD ? 1 : 0) + (look & LOOK_ITALIC ? 2 : 0);
}

struct fonts *fonts_new(struct diag *diag)
{
    struct fonts *fonts = g_new0(struct fonts, 1);
    char *conf = g_build_filename(style_data_folder(), "fonts", "fonts.conf", NULL);
    fonts->config = FcConfigCreate();
    fonts->answers = g_new0(struct answer, ANSWERS);
    bool loaded = fonts->config &&
                  FcConfigParseAndLoad(fonts->config, (const FcChar8 *)conf, FcTrue) &&
                  FcConfigBuildFonts(fonts->config);
    if (!loaded) {
        diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_NO_FACE,
                  "the font configuration %s cannot be used", conf);
        fonts_free(fonts);
        fonts = NULL;
    }
    g_free(conf);
    return fonts;
}

static void faces_close(struct fonts *fonts)
{
    for (int i = 0; i < fonts->count; i++) {
        struct face *face = &fonts->faces[i];
        hb_font_destroy(face->hb_font);
        hb_face_destroy(face->hb_face);
        g_free((char *)face->role);
        g_free((char *)face->family);
        g_free((char *)face->file);
        g_free((char *)face->version);
    }
    fonts->count = 0;
    memset(fonts->role, 0, sizeof fonts->role);
    memset(fonts->answers, 0, sizeof *fonts->answers * ANSWERS);
}

void fonts_free(struct fonts *fonts)
{
    if (!fonts)
        return;
    faces_close(fonts);
    for (int s = 0; s < SCRIPT_COUNT; s++)
        for (int f = 0; f < STYLE_MAX_FAMILIES; f++)
            g_free((char *)fonts->families[s][f]);
    if (fonts->config)
        FcConfigDestroy(fonts->config);
    g_free(fonts->answers);
    g_free(fonts);
}

/* --- finding ------------------------------------------------------------------------- */

/* All faces of a family that are not variable. */
static FcFontSet *family_list(struct fonts *fonts, const char *family)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
    FcObjectSet *wanted = FcObjectSetBuild(FC_FAMILY, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_FILE,
                                           FC_INDEX, FC_FONTVERSION, (char *)NULL);
    FcFontSet *set = FcFontList(fonts->config, pattern, wanted);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(pattern);
    return set;
}

/* The face of that look; of several files the first by name, so that machines agree. */
static FcPattern *family_pick(const FcFontSet *set, int look)
{
    FcPattern *best = NULL;
    const char *best_file = NULL;
    for (int i = 0; set && i < set->nfont; i++) {
        int weight = 0, slant = 0, width = FC_WIDTH_NORMAL;
        FcChar8 *file = NULL;
        FcPatternGetInteger(set->fonts[i], FC_WEIGHT, 0, &weight);
        FcPatternGetInteger(set->fonts[i], FC_SLANT, 0, &slant);
        FcPatternGetInteger(set->fonts[i], FC_WIDTH, 0, &width);
        bool fits = weight == (look & 1 ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR) &&
                    (slant > FC_SLANT_ROMAN) == !!(look & 2) && width == FC_WIDTH_NORMAL;
        if (!fits || FcPatternGetString(set->fonts[i], FC_FILE, 0, &file) != FcResultMatch)
            continue;
        if (!best || strcmp((const char *)file, best_file) < 0) {
            best = set->fonts[i];
            best_file = (const char *)file;
        }
    }
    return best;
}

/* --- opening ------------------------------------------------------------------------- */

static struct face *face_open(struct fonts *fonts, const char *role, const char *family,
                              const char *file, int index, const char *version)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);
    if (!blob)
        return NULL;
    struct face *face = &fonts->faces[fonts->count];
    *face = (struct face){.role = g_strdup(role),
                          .family = g_strdup(family),
                          .file = g_strdup(file),
                          .index = index,
                          .version = g_strdup(version),
                          .number = fonts->count};
    face->hb_face = hb_face_create(blob, (unsigned)index);
    hb_blob_destroy(blob);
    face->hb_font = hb_font_create(face->hb_face);
    face->upem = (int)hb_face_get_upem(face->hb_face);
    hb_font_set_scale(face->hb_font, face->upem, face->upem);
    hb_codepoint_t space;
    face->space = hb_font_get_nominal_glyph(face->hb_font, ' ', &space)
                      ? hb_font_get_glyph_h_advance(face->hb_font, space)
                      : -1;
    fonts->count++;
    return face;
}

/* A reduced copy of a Chinese face, with the same glyph numbers, made when plenary was built
 * (fonts/house.c): beside the program or in the data folder. NULL when there is none. */
static char *house_file(const char *family, int look)
{
    char *name = g_strdup_printf("%s%s.otf", family, look & 1 ? " Bold" : " Regular");
    for (char *p = name; *p; p++)
        if (*p == ' ')
            *p = '-';
    char program[4096];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
    program[size > 0 ? size : 0] = '\0';
    char *folder = g_path_get_dirname(program);
    char *file = g_build_filename(folder, "fonts", name, NULL);
    if (access(file, R_OK) != 0) {
        g_free(file);
        file = g_build_filename(style_data_folder(), "fonts", name, NULL);
    }
    if (access(file, R_OK) != 0)
        g_clear_pointer(&file, g_free);
    g_free(folder);
    g_free(name);
    return file;
}

static bool role_open(struct fonts *fonts, enum script script, int look, const char *family,
                      const FcFontSet *set)
{
    FcPattern *found = family_pick(set, look);
    if (!found || fonts->count + 2 > MAX_FACES)
        return false;
    FcChar8 *file = NULL;
    int index = 0, version = 0;
    FcPatternGetString(found, FC_FILE, 0, &file);
    FcPatternGetInteger(found, FC_INDEX, 0, &index);
    FcPatternGetInteger(found, FC_FONTVERSION, 0, &version);

    char *role = g_strconcat(script_names[script], look_names[look], NULL);
    char *said = g_strdup_printf("%d.%03d", version >> 16,
                                 (int)(((int64_t)(version & 0xFFFF) * 1000 + 0x8000) >> 16));
    struct face *full = face_open(fonts, role, family, (const char *)file, index & 0xFFFF, said);
    const struct face **faces = fonts->role[script][look];
    faces[0] = full;
    char *reduced = full && script == SCRIPT_HAN ? house_file(family, look) : NULL;
    struct face *house = reduced ? face_open(fonts, role, family, reduced, 0, said) : NULL;
    if (house) {
        house->full = full;
        faces[0] = house;
        faces[1] = full;
    }
    g_free(reduced);
    g_free(role);
    g_free(said);
    return full != NULL;
}

static const char *package_of(const char *family)
{
    for (size_t i = 0; i < G_N_ELEMENTS(packages); i++)
        if (strcmp(packages[i].family, family) == 0)
            return packages[i].package;
    return NULL;
}

static void report_missing(struct diag *diag, enum script script, int look, const char *family)
{
    diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_NO_FACE,
              "no face for the role %s%s: the family “%s” is not installed in that look",
              script_names[script], look_names[look], family ? family : "?");
    const char *package = family ? package_of(family) : NULL;
    if (package)
        diag_hint(diag, "install the package %s", package);
}

/* Opens a script in four looks from the first family that has them; Han needs no italic, Arabic
 * neither. */
static bool script_open(struct fonts *fonts, const struct style *style, enum script script,
                        struct diag *diag)
{
    bool complete = true;
    for (int f = 0; f < STYLE_MAX_FAMILIES && style->families[script][f]; f++) {
        FcFontSet *set = family_list(fonts, style->families[script][f]);
        for (int look = 0; look < LOOKS; look++)
            if (!fonts->role[script][look][0])
                role_open(fonts, script, look, style->families[script][f], set);
        FcFontSetDestroy(set);
    }
    int needed = script == SCRIPT_WESTERN ? LOOKS : 2;
    for (int look = 0; look < needed; look++)
        if (!fonts->role[script][look][0]) {
            if (diag)
                report_missing(diag, script, look, style->families[script][0]);
            complete = false;
        }
    for (int look = needed; look < LOOKS; look++) /* no italic: upright */
        if (!fonts->role[script][look][0])
            memcpy(fonts->role[script][look], fonts->role[script][look & 1],
                   sizeof fonts->role[script][look]);
    return complete;
}

static bool same_families(const struct fonts *fonts, const struct style *style)
{
    for (int s = 0; s < SCRIPT_COUNT; s++)
        for (int f = 0; f < STYLE_MAX_FAMILIES; f++)
            if (g_strcmp0(fonts->families[s][f], style->families[s][f]) != 0)
                return false;
    return fonts->count > 0;
}

bool fonts_open(struct fonts *fonts, const struct style *style, struct diag *diag)
{
    bool han = fonts->role[SCRIPT_HAN][0][0], arabic = fonts->role[SCRIPT_ARABIC][0][0];
    if (same_families(fonts, style) && (han || style->language != ZH) &&
        (arabic || style->language != AR))
        return true;
    faces_close(fonts);
    for (int s = 0; s < SCRIPT_COUNT; s++)
        for (int f = 0; f < STYLE_MAX_FAMILIES; f++) {
            g_free((char *)fonts->families[s][f]);
            fonts->families[s][f] = g_strdup(style->families[s][f]);
        }
    /* A script that the language does not need helps when it is there, and is not asked for. */
    bool needed[SCRIPT_COUNT] = {style->language == ZH, true, style->language == AR};
    bool complete = true;
    for (int s = 0; s < SCRIPT_COUNT; s++)
        if (!script_open(fonts, style, (enum script)s, needed[s] ? diag : NULL) && needed[s])
            complete = false;
    return complete;
}

/* --- asking -------------------------------------------------------------------------- */

const struct face *fonts_face(const struct fonts *fonts, enum script script, unsigned look)
{
    return fonts->role[script][look_index(look)][0];
}

static const struct face *find_face(const struct fonts *fonts, enum script script, int look,
                                    uint32_t character)
{
    static const enum script order[SCRIPT_COUNT][SCRIPT_COUNT] = {
        [SCRIPT_HAN] = {SCRIPT_HAN, SCRIPT_WESTERN, SCRIPT_ARABIC},
        [SCRIPT_WESTERN] = {SCRIPT_WESTERN, SCRIPT_HAN, SCRIPT_ARABIC},
        [SCRIPT_ARABIC] = {SCRIPT_ARABIC, SCRIPT_WESTERN, SCRIPT_HAN},
    };
    for (int s = 0; s < SCRIPT_COUNT; s++)
        for (int f = 0; f < 2; f++) {
            const struct face *face = fonts->role[order[script][s]][look][f];
            hb_codepoint_t glyph;
            if (face && hb_font_get_nominal_glyph(face->hb_font, character, &glyph))
                return face;
        }
    return NULL;
}

const struct face *fonts_face_for(const struct fonts *fonts, enum script script, unsigned look,
                                  uint32_t character)
{
    int index = look_index(look);
    uint32_t place = character ^ (uint32_t)index << 7 ^ (uint32_t)script << 9;
    struct answer *answer = &fonts->answers[place % ANSWERS];
    if (!character || answer->character != character || answer->script != script ||
        answer->look != index)
        *answer = (struct answer){character, (uint8_t)script, (uint8_t)index,
                                  find_face(fonts, script, index, character)};
    return answer->face;
}

int fonts_count(const struct fonts *fonts)
{
    return fonts->count;
}

const struct face *fonts_nth(const struct fonts *fonts, int number)
{
    return &fonts->faces[number];
}

int face_advance(const struct face *face, uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(face->hb_font, glyph);
}

bool fonts_describe(struct arena *arena, struct fonts *fonts, const struct style *style,
                    const char **text)
{
    struct diag *diag = diag_new(arena);
    bool complete = fonts_open(fonts, style, diag);
    GString *out = g_string_new(NULL);
    for (int i = 0; i < fonts->count; i++) {
        const struct face *face = &fonts->faces[i];
        g_string_append_printf(out, "%-20s %-20s %-8s %s", face->role, face->family, face->version,
                               face->file);
        g_string_append_printf(out, face->index ? " (face %d)" : "", face->index);
        g_string_append(out, face->full ? " (reduced)\n" : "\n");
    }
    g_string_append(out, diag_text(diag));
    *text = arena_strdup(arena, out->str);
    g_string_free(out, TRUE);
    return complete;
}

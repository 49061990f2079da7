/* style: a style file and those it inherits from, read from the base upwards into tables of
 * values, then resolved into one constant struct. In a file, the language's part lies over the
 * rest; a file lies over the one that it inherits from. */
#include "style/style.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "style/style_keys.h"
#include "style/style_words.h"

static const char *const language_tags[] = {"zh", "en", "fr", "es", "ru", "ar", "de", NULL};

struct loading {
    struct arena *arena;
    struct diag *diag;
    enum language language;
    struct style_value *values;                /* of style_keys */
    struct style_value *forms[FORM_COUNT + 1]; /* of style_form_keys; "default" last */
    struct style_words *words;
    enum diag_level *levels;
    const struct source *source; /* of the style that was asked for */
};

/* One file of a chain of styles, on the stack while those below it are read. */
struct layer {
    const struct layer *heir; /* the style that inherits from this one */
    const char *real_path;
    struct style_reading reading;
};

static bool load_layer(struct loading *loading, const char *path, struct layer *layer);

/* --- names and files ----------------------------------------------------------------- */

bool style_is_file_name(const char *name)
{
    return strchr(name, '/') || g_str_has_suffix(name, ".yaml");
}

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Names of the styles in the data folder, in alphabetical order. */
static const char *shipped_styles(struct arena *arena)
{
    char *folder = g_build_filename(style_data_folder(), "styles", NULL);
    GDir *dir = g_dir_open(folder, 0, NULL);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *file; dir && (file = g_dir_read_name(dir));)
        if (g_str_has_suffix(file, ".yaml"))
            g_ptr_array_add(names, g_strndup(file, strlen(file) - strlen(".yaml")));
    g_ptr_array_sort(names, by_name);
    g_ptr_array_add(names, NULL);
    char *list = g_strjoinv(", ", (char **)names->pdata);
    const char *kept = arena_strdup(arena, list);
    g_free(list);
    g_ptr_array_free(names, TRUE);
    if (dir)
        g_dir_close(dir);
    g_free(folder);
    return kept;
}

/* The path of a style by name or file name; NULL, with an error at `at`, when there is none. A
 * file named in a style is relative to that style. */
static const char *find_style(struct loading *loading, const char *name, const struct layer *heir,
                              uint32_t at)
{
    struct arena *arena = loading->arena;
    const char *path = name;
    if (!style_is_file_name(name)) {
        path = arena_printf(arena, "%s/styles/%s.yaml", style_data_folder(), name);
    } else if (heir && !g_path_is_absolute(name)) {
        const char *beside = heir->reading.source->name;
        const char *slash = strrchr(beside, '/');
        path = arena_printf(arena, "%.*s%s", slash ? (int)(slash + 1 - beside) : 0, beside, name);
    }
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return path;
    diag_file(loading->diag, heir ? heir->reading.source : NULL, at, DIAG_NO_STYLE,
              "there is no style `%s`, the name or the file of a style was wanted", name);
    diag_hint(loading->diag, "the styles of plenary are: %s", shipped_styles(arena));
    return NULL;
}

static const char *real_path(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    const char *kept = arena_strdup(arena, real ? real : path);
    free(real);
    return kept;
}

static const struct yaml *read_yaml(struct loading *loading, const char *path,
                                    struct style_reading *reading)
{
    const struct source *source = source_read(loading->arena, path, loading->diag);
    if (!source || !source_check_utf8(source, loading->diag))
        return NULL;
    *reading = (struct style_reading){loading->arena, loading->diag, source};
    return yaml_parse(loading->arena, source, 0, (uint32_t)source->size, DIAG_STYLE, loading->diag);
}

/* --- one file ------------------------------------------------------------------------ */

static bool take_form(struct loading *loading, const struct style_reading *reading,
                      const struct yaml *pair)
{
    int form = 0;
    while (style_form_names[form] && strcmp(style_form_names[form], pair->key) != 0)
        form++;
    if (!style_form_names[form])
        return style_unknown_key(reading, pair, "of `forms`", style_form_names);
    const char *name = arena_printf(loading->arena, "forms.%s.", pair->key);
    const struct style_table table = {name, style_form_keys, style_form_key_count,
                                      loading->forms[form]};
    return style_take_pairs(reading, pair, "", &table);
}

static bool take_forms(struct loading *loading, const struct style_reading *reading,
                       const struct yaml *forms)
{
    bool good = true;
    if (forms->kind != YAML_MAPPING)
        return style_take_pairs(reading, forms, "forms.", &(struct style_table){0});
    for (const struct yaml *pair = forms->first; pair; pair = pair->next)
        good &= take_form(loading, reading, pair);
    return good;
}

static bool take_part(struct loading *loading, const struct style_reading *reading,
                      const struct yaml *part, bool whole);

/* Takes the part of the language that is loaded; the others are only looked at by name. */
static bool take_languages(struct loading *loading, const struct style_reading *reading,
                           const struct yaml *languages)
{
    bool good = true;
    if (languages->kind != YAML_MAPPING)
        return style_take_pairs(reading, languages, "languages.", &(struct style_table){0});
    for (const struct yaml *pair = languages->first; pair; pair = pair->next) {
        enum language language = language_of(pair->key);
        if (language == LANGUAGE_NONE)
            good = style_unknown_key(reading, pair, "of `languages`", language_tags);
        else if (language == loading->language)
            good &= take_part(loading, reading, pair, false);
    }
    return good;
}

static bool take_pair(struct loading *loading, const struct style_reading *reading,
                      const struct yaml *pair, const char *const *wanted)
{
    const struct style_table table = {"", style_keys, style_key_count, loading->values};
    if (!g_strv_contains(wanted, pair->key))
        return style_unknown_key(reading, pair, "here", wanted);
    if (strcmp(pair->key, "inherits") == 0 || strcmp(pair->key, "languages") == 0)
        return true; /* the first and the last thing that load_layer does */
    if (strcmp(pair->key, "forms") == 0)
        return take_forms(loading, reading, pair);
    if (strcmp(pair->key, "words") == 0)
        return words_take(loading->words, reading, pair, true);
    if (strcmp(pair->key, "check") == 0)
        return levels_take(reading, pair, loading->levels);
    return style_take_pair(reading, pair, "", &table);
}

/* Takes a whole style or the part of one language. */
static bool take_part(struct loading *loading, const struct style_reading *reading,
                      const struct yaml *part, bool whole)
{
    static const char *const keys[] = {"inherits", "languages", "check", "page",     "mast",
                                       "fields",   "end-rule",  "run",   "notes",    "table",
                                       "set",      "volume",    "print", "families", "lead-look",
                                       "forms",    "words",     NULL};
    const char *const *wanted = whole ? keys : keys + 2;
    bool good = true;
    if (part->kind != YAML_MAPPING)
        return style_take_pairs(reading, part, "", &(struct style_table){0});
    for (const struct yaml *pair = part->first; pair; pair = pair->next)
        good &= take_pair(loading, reading, pair, wanted);
    return good;
}

/* --- the chain ----------------------------------------------------------------------- */

static bool is_cycle(const struct layer *layer)
{
    for (const struct layer *heir = layer->heir; heir; heir = heir->heir)
        if (strcmp(heir->real_path, layer->real_path) == 0)
            return true;
    return false;
}

static bool load_base(struct loading *loading, const struct layer *layer, const struct yaml *name)
{
    const struct style_reading *reading = &layer->reading;
    if (!name->text || !*name->text) {
        diag_file(loading->diag, reading->source, name->at, DIAG_STYLE,
                  "`inherits` names no style, a name or a file was wanted");
        return false;
    }
    const char *path = find_style(loading, name->text, layer, name->at);
    if (!path)
        return false;
    struct layer base = {.heir = layer, .real_path = real_path(loading->arena, path)};
    if (is_cycle(&base)) {
        diag_file(loading->diag, reading->source, name->at, DIAG_STYLE,
                  "`%s` inherits from itself in the end, a style with a base was wanted",
                  name->text);
        return false;
    }
    return load_layer(loading, path, &base);
}

/* Loads a style file, what it inherits first. `layer` comes with its heir and path. */
static bool load_layer(struct loading *loading, const char *path, struct layer *layer)
{
    const struct yaml *root = read_yaml(loading, path, &layer->reading);
    if (!root)
        return false;
    const struct style_reading *reading = &layer->reading;
    if (!layer->heir)
        loading->source = reading->source;
    const struct yaml *base = yaml_get(root, "inherits");
    if (base && !load_base(loading, layer, base))
        return false;
    bool good = take_part(loading, reading, root, true);
    const struct yaml *languages = yaml_get(root, "languages");
    return (!languages || take_languages(loading, reading, languages)) && good;
}

/* The fixed words of the language, which styles may change. */
static bool load_words(struct loading *loading)
{
    struct style_reading reading;
    const char *path = arena_printf(loading->arena, "%s/styles/words/%s.yaml", style_data_folder(),
                                    language_tag(loading->language));
    const struct yaml *root = read_yaml(loading, path, &reading);
    return root && words_take(loading->words, &reading, root, false);
}

/* --- resolve ------------------------------------------------------------------------- */

static bool missing(const struct loading *loading, const char *group, const char *path)
{
    diag_file(loading->diag, loading->source, SOURCE_NOWHERE, DIAG_STYLE,
              "the style has no `%s%s`, and none that it inherits from", group, path);
    diag_hint(loading->diag, "begin with `inherits: un`, which has everything");
    return false;
}

static bool resolve_keys(const struct loading *loading, struct style *style)
{
    for (int i = 0; i < style_key_count; i++) {
        if (loading->values[i].set)
            style_store_value(&style_keys[i], &loading->values[i], 0, style);
        else if (style_keys[i].bound != BOUND_OPTIONAL)
            return missing(loading, "", style_keys[i].path);
    }
    return true;
}

/* What a form does not say itself, "default" says. The size comes first: em stands for it. */
static bool resolve_form(const struct loading *loading, int name, struct form *form)
{
    for (int i = 0; i < style_form_key_count; i++) {
        const struct style_key *key = &style_form_keys[i];
        const struct style_value *value = &loading->forms[name][i];
        if (!value->set)
            value = &loading->forms[FORM_COUNT][i];
        if (value->set)
            style_store_value(key, value, form->size, form);
        else if (key->bound != BOUND_OPTIONAL)
            return missing(loading,
                           arena_printf(loading->arena, "forms.%s.", style_form_names[name]),
                           key->path);
    }
    return true;
}

static bool has_measure(const struct loading *loading, const struct style *style)
{
    if (style->page.text_end > style->page.text_start &&
        style->page.bottom > style->page.first_top &&
        style->page.frame_end > style->page.frame_start)
        return true;
    diag_file(loading->diag, loading->source, SOURCE_NOWHERE, DIAG_STYLE,
              "the text area is empty, `text-start` before `text-end`, `frame-start` before "
              "`frame-end` and `first-top` above `bottom` were wanted");
    return false;
}

/* Which of two values that don't go together to point at: that of the style asked for. */
static const struct style_value *to_blame(const struct loading *loading,
                                          const struct style_value *earlier,
                                          const struct style_value *later)
{
    return later->source != loading->source && earlier->source == loading->source ? earlier : later;
}

static void tell_twice(const struct loading *loading, enum field field, int earlier, int later)
{
    const struct style_value *value =
        to_blame(loading, &loading->values[earlier], &loading->values[later]);
    diag_file(loading->diag, value->source, value->at, DIAG_STYLE,
              "the field `%s` stands in `%s` and in `%s`, one place was wanted",
              doc_field_name(field), style_keys[earlier].path, style_keys[later].path);
    if (earlier != later)
        diag_hint(loading->diag, "a list takes the place of the one inherited: give the other too, "
                                 "without it");
}

/* A field that stands twice would be printed twice, or in the wrong place. */
static bool has_fields_once(const struct loading *loading)
{
    int seen[FIELD_COUNT]; /* the key of the list */
    bool good = true;
    for (int f = 0; f < FIELD_COUNT; f++)
        seen[f] = -1;
    for (int i = 0; i < style_key_count; i++) {
        if (style_keys[i].type != VALUE_FIELDS)
            continue;
        for (const enum field *f = loading->values[i].fields; *f != FIELD_COUNT; f++) {
            if (seen[*f] >= 0)
                tell_twice(loading, *f, seen[*f], i);
            good &= seen[*f] < 0;
            seen[*f] = i;
        }
    }
    return good;
}

/* The organ of the masthead, where a style names one, is a word of the language. */
static bool has_organ(const struct loading *loading, const struct style *style)
{
    if (!style->mast.organ || words_get(style->words, style->mast.organ))
        return true;
    int key = 0;
    while (strcmp(style_keys[key].path, "mast.organ") != 0)
        key++;
    const struct style_value *value = &loading->values[key];
    diag_file(loading->diag, value->source, value->at, DIAG_STYLE,
              "`mast.organ` is `%s`, the key of a word was wanted", style->mast.organ);
    diag_hint(loading->diag, "such as organ-ga, organ-sc, organ-ecosoc or organ-hrc");
    return false;
}

static const struct style *resolve(const struct loading *loading, const char *name)
{
    struct style *style = ARENA_NEW(loading->arena, struct style);
    style->name = arena_strdup(loading->arena, name);
    style->language = loading->language;
    style->words = loading->words;
    style->levels = loading->levels;
    if (!resolve_keys(loading, style))
        return NULL;
    bool good = has_measure(loading, style);
    good &= has_fields_once(loading);
    good &= has_organ(loading, style);
    if (!good)
        return NULL;
    for (int form = 0; form < FORM_COUNT; form++)
        if (!resolve_form(loading, form, &style->forms[form]))
            return NULL;
    return style;
}

const struct style *style_read(struct arena *arena, const char *name, enum language language,
                               struct diag *diag)
{
    struct loading loading = {.arena = arena, .diag = diag, .language = language};
    loading.values = ARENA_ARRAY(arena, struct style_value, style_key_count);
    for (int form = 0; form <= FORM_COUNT; form++)
        loading.forms[form] = ARENA_ARRAY(arena, struct style_value, style_form_key_count);
    loading.words = words_new(arena);
    loading.levels = ARENA_ARRAY(arena, enum diag_level, DIAG_COUNT);
    levels_begin(loading.levels);

    const char *path = find_style(&loading, name, NULL, SOURCE_NOWHERE);
    if (!path || !load_words(&loading))
        return NULL;
    struct layer layer = {.real_path = real_path(arena, path)};
    return load_layer(&loading, path, &layer) ? resolve(&loading, name) : NULL;
}

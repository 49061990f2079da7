/* levels: the part `check` of a style file: slugs of messages, and the level that each has. */
#include <glib.h>
#include <string.h>

#include "base/nearest.h"
#include "style/style_keys.h"

void levels_begin(enum diag_level *levels)
{
    for (int slug = 0; slug < DIAG_COUNT; slug++)
        levels[slug] = diag_slug_level((enum diag_slug)slug);
}

static bool unknown_slug(const struct style_reading *reading, const struct yaml *pair)
{
    const char *names[DIAG_COUNT];
    int count = 0;
    for (int slug = 0; slug < DIAG_COUNT; slug++)
        if (diag_may_set((enum diag_slug)slug))
            names[count++] = diag_slug_name((enum diag_slug)slug);
    const char *nearest = nearest_word(pair->key, names, count);
    diag_file(reading->diag, reading->source, pair->key_at, DIAG_STYLE,
              "`%s` is not the slug of a message, one was wanted in `check`", pair->key);
    if (nearest)
        diag_hint(reading->diag, "did you mean `%s`?", nearest);
    else
        diag_hint(reading->diag, "`plenary rules` lists those of the house style");
    return false;
}

static bool fixed_slug(const struct style_reading *reading, const struct yaml *pair)
{
    diag_file(reading->diag, reading->source, pair->key_at, DIAG_STYLE,
              "`%s` keeps a document from being rendered, a message that does not was wanted",
              pair->key);
    return false;
}

static bool take_level(const struct style_reading *reading, const struct yaml *pair,
                       enum diag_level *level)
{
    for (int i = DIAG_OFF; i <= DIAG_ERROR; i++)
        if (pair->text && strcmp(pair->text, diag_level_name((enum diag_level)i)) == 0) {
            *level = (enum diag_level)i;
            return true;
        }
    diag_file(reading->diag, reading->source, pair->at, DIAG_STYLE,
              "the level of `%s` is %s%s%s, one of off, style, warning, error was wanted",
              pair->key, pair->text ? "`" : "", pair->text ? pair->text : "no word",
              pair->text ? "`" : "");
    return false;
}

bool levels_take(const struct style_reading *reading, const struct yaml *check,
                 enum diag_level *levels)
{
    bool good = true;
    if (check->kind != YAML_MAPPING)
        return style_take_pairs(reading, check, "check.", &(struct style_table){0});
    for (const struct yaml *pair = check->first; pair; pair = pair->next) {
        enum diag_slug slug = diag_slug_of(pair->key);
        if (slug == DIAG_COUNT)
            good = unknown_slug(reading, pair);
        else if (!diag_may_set(slug))
            good = fixed_slug(reading, pair);
        else
            good &= take_level(reading, pair, &levels[slug]);
    }
    return good;
}

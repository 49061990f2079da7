/* diag: the catalogue and the list. */
#include "base/diag.h"

#include <glib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum {
    LEVEL_OFF = DIAG_OFF, /* of rules: only where a style asks for it */
    LEVEL_STYLE = DIAG_STYLE_LEVEL,
    LEVEL_WARNING = DIAG_WARNING,
    LEVEL_ERROR = DIAG_ERROR,
    LEVEL_FATAL = DIAG_FATAL
};

struct diag_entry {
    const char *slug, *meaning;
    enum diag_level level;
};

static const struct diag_entry catalogue[DIAG_COUNT] = {
#define DIAG(name, slug, level, meaning) {slug, meaning, (enum diag_level)LEVEL_##level},
#include "base/diag.def"
#undef DIAG
};

/* Rules of the house style: no document is kept from being read by what they find. */
static const bool is_rule[DIAG_COUNT] = {
#define RULE(name, slug, level, languages, meaning, why, rule_source, wrong, right)                \
    [DIAG_##name] = true,
#include "base/rules/all.def"
#undef RULE
};

struct ignored {
    const struct source *source;
    uint32_t from, to;
    enum diag_slug slug;
};

struct diag {
    struct arena *arena;
    const enum diag_level *levels; /* NULL: those of the catalogue */
    struct diag_message *first, **end;
    struct diag_message *last; /* filed last; NULL when that was dropped */
    GArray *ignored;           /* of struct ignored; NULL: none */
    int total;
};

struct diag *diag_new(struct arena *arena)
{
    struct diag *diag = ARENA_NEW(arena, struct diag);
    diag->arena = arena;
    diag->end = &diag->first;
    return diag;
}

/* --- the catalogue ------------------------------------------------------------------- */

const char *diag_slug_name(enum diag_slug slug)
{
    return catalogue[slug].slug;
}

const char *diag_slug_meaning(enum diag_slug slug)
{
    return catalogue[slug].meaning;
}

enum diag_level diag_slug_level(enum diag_slug slug)
{
    return catalogue[slug].level;
}

enum diag_slug diag_slug_of(const char *name)
{
    int slug = 0;
    while (slug < DIAG_COUNT && strcmp(catalogue[slug].slug, name) != 0)
        slug++;
    return (enum diag_slug)slug;
}

const char *diag_level_name(enum diag_level level)
{
    static const char *const names[] = {"off", "style", "warning", "error", "error"};
    return names[level];
}

bool diag_may_set(enum diag_slug slug)
{
    return is_rule[slug] || catalogue[slug].level < DIAG_ERROR;
}

bool diag_is_rule(enum diag_slug slug)
{
    return is_rule[slug];
}

/* --- levels and places that are not told ---------------------------------------------- */

void diag_set_levels(struct diag *diag, const enum diag_level *levels)
{
    diag->levels = levels;
    diag->last = NULL;
    for (diag->end = &diag->first; *diag->end;) {
        (*diag->end)->level = diag_level(diag, (*diag->end)->slug);
        if ((*diag->end)->level == DIAG_OFF)
            *diag->end = (*diag->end)->next;
        else
            diag->end = &(*diag->end)->next;
    }
}

enum diag_level diag_level(const struct diag *diag, enum diag_slug slug)
{
    return diag->levels && diag_may_set(slug) ? diag->levels[slug] : catalogue[slug].level;
}

static bool drops(const struct ignored *ignored, const struct diag_message *message)
{
    bool inside = message->at >= ignored->from && message->at < ignored->to;
    bool whole = message->at == SOURCE_NOWHERE && ignored->from == SOURCE_NOWHERE;
    return message->source == ignored->source && (inside || whole) && diag_may_set(message->slug) &&
           (ignored->slug == DIAG_COUNT || ignored->slug == message->slug);
}

static bool is_ignored(const struct diag *diag, const struct diag_message *message)
{
    for (guint i = 0; diag->ignored && i < diag->ignored->len; i++)
        if (drops(&g_array_index(diag->ignored, struct ignored, i), message))
            return true;
    return false;
}

static void free_ignored(void *array)
{
    g_array_unref(array);
}

void diag_ignore(struct diag *diag, const struct source *source, uint32_t from, uint32_t to,
                 enum diag_slug slug)
{
    struct ignored ignored = {source, from, to, slug};
    if (!diag->ignored) {
        diag->ignored = g_array_new(FALSE, FALSE, sizeof ignored);
        arena_defer(diag->arena, free_ignored, diag->ignored);
    }
    g_array_append_val(diag->ignored, ignored);
    for (diag->end = &diag->first; *diag->end;)
        if (drops(&ignored, *diag->end))
            *diag->end = (*diag->end)->next;
        else
            diag->end = &(*diag->end)->next;
    diag->last = NULL;
}

/* --- filing -------------------------------------------------------------------------- */

/* Words of the source may hold what a terminal would obey: controls become U+FFFD. */
static char *without_controls(char *text)
{
    GString *out = g_string_new(NULL);
    char *valid = g_utf8_make_valid(text, -1);
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(out, c < 0x20 || (c >= 0x7F && c < 0xA0) ? 0xFFFD : c);
    }
    g_free(valid);
    g_free(text);
    return g_string_free(out, FALSE);
}

static const char *format_text(struct arena *arena, const char *format, va_list args)
{
    char *text = without_controls(g_strdup_vprintf(format, args));
    const char *copy = arena_strdup(arena, text);
    g_free(text);
    return copy;
}

void diag_file(struct diag *diag, const struct source *source, uint32_t at, enum diag_slug slug,
               const char *format, ...)
{
    struct diag_message *message = ARENA_NEW(diag->arena, struct diag_message);
    *message = (struct diag_message){.source = source,
                                     .at = at,
                                     .end = at,
                                     .slug = slug,
                                     .level = diag_level(diag, slug),
                                     .order = diag->total++};
    diag->last = NULL;
    if (message->level == DIAG_OFF || is_ignored(diag, message))
        return;
    va_list args;
    va_start(args, format);
    message->text = format_text(diag->arena, format, args);
    va_end(args);
    *diag->end = diag->last = message;
    diag->end = &message->next;
}

void diag_hint(struct diag *diag, const char *format, ...)
{
    if (!diag->last)
        return;
    va_list args;
    va_start(args, format);
    diag->last->hint = format_text(diag->arena, format, args);
    va_end(args);
}

void diag_range(struct diag *diag, uint32_t end)
{
    if (diag->last)
        diag->last->end = end;
}

void diag_mend(struct diag *diag, uint32_t from, uint32_t to, const char *bytes)
{
    struct diag_message *message = diag->last;
    if (!message)
        return;
    struct diag_edit *edits = ARENA_ARRAY(diag->arena, struct diag_edit, message->edit_count + 1);
    if (message->edit_count)
        memcpy(edits, message->mend, sizeof *edits * (size_t)message->edit_count);
    edits[message->edit_count++] = (struct diag_edit){from, to, arena_strdup(diag->arena, bytes)};
    message->mend = edits;
}

void diag_resume(struct diag *diag, const struct diag_message *message)
{
    diag->last = (struct diag_message *)(uintptr_t)message;
}

/* --- asking -------------------------------------------------------------------------- */

int diag_count(const struct diag *diag, enum diag_level at_least)
{
    int count = 0;
    for (const struct diag_message *m = diag->first; m; m = m->next)
        count += m->level >= at_least;
    return count;
}

static int by_place(const void *left, const void *right)
{
    const struct diag_message *a = *(struct diag_message *const *)left;
    const struct diag_message *b = *(struct diag_message *const *)right;
    if (a->source != b->source) {
        int names = strcmp(a->source ? a->source->name : "", b->source ? b->source->name : "");
        if (names)
            return names;
    }
    if (a->at != b->at)
        return a->at + 1 < b->at + 1 ? -1 : 1; /* nowhere, the greatest offset, comes first */
    return a->order - b->order;
}

const struct diag_message *const *diag_messages(const struct diag *diag, int *count)
{
    const struct diag_message **list =
        ARENA_ARRAY(diag->arena, const struct diag_message *, diag->total + 1);
    *count = 0;
    for (const struct diag_message *m = diag->first; m; m = m->next)
        list[(*count)++] = m;
    qsort(list, (size_t)*count, sizeof *list, by_place);
    return list;
}

const char *diag_text(const struct diag *diag)
{
    return diag_print(diag->arena, diag);
}

/* paragraphs: a JSON list of typed paragraphs → document tree (formats.md 3). Such lists were made
 * by machines, of files and of scanned pages: types are wrong here and there, pages of an old
 * volume bring the end of the resolution before. Every text is set; what has no place is a
 * paragraph and a message. Comments and rules that mark pages are no text. */
#include "read/paragraphs.h"

#include <stdlib.h>
#include <string.h>

#include "read/read.h"

/* --- entries ------------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum entry_type type;
} types[] = {{"frontmatter", ENTRY_FRONT},   {"title", ENTRY_TITLE},   {"heading", ENTRY_HEADING},
             {"paragraph", ENTRY_PARAGRAPH}, {"footer", ENTRY_FOOTER}, {"backmatter", ENTRY_BACK}};

static enum entry_type type_of(const struct paragraphs *list, const struct yaml *object)
{
    const struct yaml *type = import_text(&list->import, object, "type");
    if (!type)
        return yaml_get(object, "paragraph_type") ? ENTRY_PARAGRAPH : ENTRY_OTHER;
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        if (strcmp(type->text, types[i].name) == 0)
            return types[i].type;
    if (import_is_news(&list->import, type->text)) {
        diag_file(list->import.diag, list->import.source, type->at, DIAG_DATA_UNKNOWN,
                  "the type “%s” is not known, its texts are kept as paragraphs", type->text);
        diag_hint(list->import.diag,
                  "known are frontmatter, title, heading, paragraph, footer and backmatter");
    }
    return ENTRY_OTHER;
}

static int level_of(const struct paragraphs *list, const struct yaml *object, const char *key)
{
    enum { DEEPEST = 99 };
    const struct yaml *level = import_text(&list->import, object, key);
    if (!level)
        return 0;
    char *end;
    long number = strtol(level->text, &end, 10);
    if (!*end && number >= 1 && number <= DEEPEST)
        return (int)number;
    diag_file(list->import.diag, list->import.source, level->at, DIAG_DATA,
              "`%s` is “%s”, a number from 1 to %d was wanted", key, level->text, DEEPEST);
    return 0;
}

static void read_part(const struct paragraphs *list, const struct yaml *object, struct entry *entry)
{
    const struct yaml *part = import_text(&list->import, object, "paragraph_type");
    entry->preambular = part && strcmp(part->text, "preambular") == 0;
    entry->operative = part && strcmp(part->text, "operative") == 0;
    if (part && !entry->preambular && !entry->operative)
        diag_file(list->import.diag, list->import.source, part->at, DIAG_DATA_UNKNOWN,
                  "`paragraph_type` is “%s”, preambular or operative was wanted", part->text);
}

/* The label apart from the text, without white space around it; machines put a stop behind bullets
 * too. */
static const char *prefix_of(const struct paragraphs *list, const struct yaml *object)
{
    const struct yaml *prefix = import_text(&list->import, object, "prefix");
    if (!prefix)
        return NULL;
    char *label = g_strstrip(arena_strdup(list->import.arena, prefix->text));
    struct label reading;
    bool bullet = label_read(label, &reading) && reading.readings[0].series == LABEL_BULLET;
    if (bullet && strcmp(label + reading.length, ".") == 0)
        label[reading.length] = '\0';
    return label;
}

/* A heading may be nothing but its prefix ("Article 1"), or have one that is no label. */
static void settle_heading(struct paragraphs *list, struct entry *entry)
{
    struct label label;
    if (!entry->prefix || (label_read_whole(entry->prefix, &label) && *entry->text))
        return;
    bool alone = !*entry->text;
    entry->text =
        arena_printf(list->import.arena, "%s%s%s", entry->prefix, alone ? "" : " ", entry->text);
    entry->prefix = NULL;
}

static const char *const known_keys[] = {
    "text",        "type",     "paragraph_type", "paragraph_level",        "prefix",
    "action_verb", "links",    "heading_level",  "textWithHighlights",     "action_verb_type",
    "language",    "mandates", "uncertainties",  "action_verb_normalized", NULL};

static void read_entry(struct paragraphs *list, const struct yaml *object, struct entry *entry)
{
    const struct yaml *text = import_text(&list->import, object, "text");
    *entry = (struct entry){.type = type_of(list, object),
                            .source = object,
                            .text = text ? text->text : "",
                            .at = text ? import_text_at(text) : object->at,
                            .prefix = prefix_of(list, object)};
    if (entry->type == ENTRY_PARAGRAPH) {
        read_part(list, object, entry);
        entry->level = level_of(list, object, "paragraph_level");
    } else if (entry->type == ENTRY_HEADING) {
        entry->level = level_of(list, object, "heading_level");
        settle_heading(list, entry);
    }
    if (!text && !yaml_get(object, "text"))
        diag_file(list->import.diag, list->import.source, object->at, DIAG_DATA,
                  "this paragraph has no `text`, which each was wanted to have");
}

/* "<!-- Page 2 -->", "---", and the bare number of a page. */
static bool is_page_mark(const struct entry *entry)
{
    const char *text = entry->text;
    size_t size = strlen(text);
    if (g_str_has_prefix(text, "<!--") && strstr(text, "-->") == text + size - 3)
        return true;
    bool outside =
        entry->type == ENTRY_FRONT || entry->type == ENTRY_FOOTER || entry->type == ENTRY_BACK;
    return outside && (strspn(text, "-") == size || strspn(text, "0123456789") == size);
}

/* What stands under keys that are not known. */
static void add_strays(struct paragraphs *list, const struct yaml *object, GArray *entries)
{
    for (const struct yaml *stray = NULL;
         (stray = import_next_stray(&list->import, object, known_keys, stray));) {
        const struct entry entry = {
            .type = ENTRY_OTHER, .source = stray, .text = stray->text, .at = import_text_at(stray)};
        g_array_append_val(entries, entry);
    }
}

/* Takes those that hold text. */
static void read_entries(struct paragraphs *list, const struct yaml *data)
{
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(struct entry));
    for (const struct yaml *value = data->first; value; value = value->next) {
        struct entry entry;
        if (!import_is_object(&list->import, value, "an object with `type` and `text`"))
            continue;
        read_entry(list, value, &entry);
        if ((*entry.text && !is_page_mark(&entry)) || entry.prefix)
            g_array_append_val(entries, entry);
        add_strays(list, value, entries);
    }
    list->count = (int)entries->len;
    list->entries =
        arena_copy(list->import.arena, entries->data, entries->len * sizeof(struct entry));
    g_array_free(entries, TRUE);
}

/* --- the document -------------------------------------------------------------------- */

/* All words of the list, and the language that the first paragraph with a language gives. */
static bool begin(struct paragraphs *list, const struct yaml *data)
{
    GString *words = g_string_new(NULL);
    const char *given = NULL;
    for (const struct yaml *value = data->first; value; value = value->next) {
        const struct yaml *text = yaml_get(value, "text"), *tag = yaml_get(value, "language");
        if (text && text->text)
            g_string_append_printf(words, "%s\n", text->text);
        if (!given && tag && tag->text && language_of(tag->text) != LANGUAGE_NONE)
            given = tag->text;
    }
    bool begun = import_begin(&list->import, words->str, given);
    g_string_free(words, TRUE);
    return begun;
}

static void read_text(struct paragraphs *list)
{
    outline_begin(&list->outline, list->import.arena, list->import.doc);
    paragraphs_find_notes(list);
    list->title = paragraphs_find_title(list);
    list->last_field = FIELD_COUNT;
    list->plain = NODE_OPENING; /* comes first */
    for (int i = 0; i < list->count; i++) {
        const struct entry *entry = &list->entries[i];
        if (!list->in_text && paragraphs_read_head(list, entry))
            continue;
        list->in_text |= !list->title || entry > list->title;
        paragraphs_read_body(list, entry);
    }
    paragraphs_add_uncalled(list);
    paragraphs_add_symbol(list);
    paragraphs_free_notes(list);
}

struct node *read_paragraphs(struct arena *arena, const struct source *source,
                             const struct yaml *data, const char *style, struct diag *diag)
{
    struct paragraphs list = {
        .import = {.arena = arena, .source = source, .diag = diag, .style_name = style}};
    int errors = diag_count(diag, DIAG_ERROR);
    import_open(&list.import);
    if (begin(&list, data)) {
        read_entries(&list, data);
        if (list.count)
            read_text(&list);
        else
            diag_file(diag, source, data->at, DIAG_NO_TEXT, "the list holds no text");
    }
    import_end(&list.import);
    return diag_count(diag, DIAG_ERROR) > errors ? NULL : list.import.doc;
}

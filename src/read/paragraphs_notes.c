/* paragraphs_notes: footers → bodies of notes, and their calls in the texts. Where text was read
 * from a printed page the calls are raised figures at best, plain ones behind a word or a comma at
 * worst; only figures that a footer has are taken for a call. */
#include <string.h>

#include "read/paragraphs.h"

enum { MOST_FIGURES = 4 };

/* --- figures ------------------------------------------------------------------------- */

/* The value of a raised figure at the start of a text, -1: none. Its size in bytes in *size. */
static int raised_figure(const char *text, size_t *size)
{
    static const char *const figures[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (int i = 0; i < (int)G_N_ELEMENTS(figures); i++)
        if (g_str_has_prefix(text, figures[i])) {
            *size = strlen(figures[i]);
            return i;
        }
    return -1;
}

size_t paragraphs_span_of_raised(const char *text, int *number)
{
    size_t size = 0, more;
    int figure;
    *number = 0;
    for (int i = 0; i < MOST_FIGURES && (figure = raised_figure(text + size, &more)) >= 0; i++) {
        *number = *number * 10 + figure;
        size += more;
    }
    return size;
}

static size_t span_of_plain(const char *text, int *number)
{
    size_t size = 0;
    *number = 0;
    for (; g_ascii_isdigit(text[size]); size++)
        if (size < MOST_FIGURES)
            *number = *number * 10 + (text[size] - '0');
    return size <= MOST_FIGURES ? size : 0;
}

/* --- bodies -------------------------------------------------------------------------- */

/* "¹ See …" or "81 Ibid., …": the bytes of the number, 0: it is none. */
static size_t span_of_number(const char *text, int *number)
{
    size_t size = paragraphs_span_of_raised(text, number);
    bool raised = size > 0;
    if (!size)
        size = span_of_plain(text, number);
    size_t space = strspn(text + size, " \t");
    bool body = text[size + space] && (raised || space) && *number > 0;
    return size && body ? size : 0;
}

static void add_footer(struct paragraphs *list, GHashTable *last, struct footer *footer)
{
    gpointer key = GINT_TO_POINTER(footer->number);
    struct footer *before = g_hash_table_lookup(last, key);
    if (before)
        before->next = footer;
    else
        g_hash_table_insert(list->footers, key, footer);
    g_hash_table_insert(last, key, footer);
}

void paragraphs_find_notes(struct paragraphs *list)
{
    list->footers = g_hash_table_new(NULL, NULL);
    list->notes = ARENA_ARRAY(list->import.arena, struct footer, list->count);
    GHashTable *last = g_hash_table_new(NULL, NULL);
    for (int i = 0; i < list->count; i++) {
        int number;
        const struct entry *entry = &list->entries[i];
        size_t size = entry->type == ENTRY_FOOTER ? span_of_number(entry->text, &number) : 0;
        if (!size)
            continue;
        struct footer *footer = &list->notes[list->note_count++];
        *footer = (struct footer){.entry = entry, .number = number, .size = (uint32_t)size};
        add_footer(list, last, footer);
    }
    g_hash_table_destroy(last);
}

void paragraphs_free_notes(struct paragraphs *list)
{
    g_hash_table_destroy(list->footers);
}

bool paragraphs_is_note(const struct paragraphs *list, const struct entry *entry)
{
    int number;
    return list->note_count && entry->type == ENTRY_FOOTER && span_of_number(entry->text, &number);
}

/* --- calls --------------------------------------------------------------------------- */

/* Plain figures are a call behind a letter, a closing mark or a comma that no figure is before:
 * "Mali,82" but not "1,500"; nothing but the end, a space or a closing mark comes after. */
static bool may_be_call(const char *text, size_t at, size_t size)
{
    if (at < 2 || !text[at - 1])
        return false;
    const char *before = g_utf8_prev_char(text + at), *after = text + at + size;
    bool closing = strchr(",;.:)", *before) || g_str_has_prefix(before, "”");
    bool follows = g_unichar_isalpha(g_utf8_get_char(before)) || (closing && *before);
    if (!follows || g_ascii_isdigit(*g_utf8_prev_char(before > text ? before : text + 1)))
        return false;
    return !*after || strchr(" \t\n,;.:", *after);
}

size_t paragraphs_take_call(struct paragraphs *list, const char *text, size_t at,
                            struct footer **body)
{
    int number;
    if (!list->note_count || !at || g_ascii_isdigit(text[at - 1]))
        return 0;
    size_t size = paragraphs_span_of_raised(text + at, &number);
    if (!size) {
        size = span_of_plain(text + at, &number);
        if (!size || !may_be_call(text, at, size))
            return 0;
    }
    gpointer key = GINT_TO_POINTER(number);
    *body = g_hash_table_lookup(list->footers, key);
    if (!*body)
        return 0;
    (*body)->called = true;
    g_hash_table_insert(list->footers, key, (*body)->next);
    return size;
}

void paragraphs_add_uncalled(struct paragraphs *list)
{
    for (int i = 0; i < list->note_count; i++) {
        const struct footer *footer = &list->notes[i];
        if (footer->called)
            continue;
        const struct entry *entry = footer->entry;
        diag_file(list->import.diag, list->import.source, entry->at, DIAG_NOTE_NO_CALL,
                  "no text calls note %.*s, it is kept as a paragraph", (int)footer->size,
                  entry->text);
        struct node *block = doc_new(list->import.arena, NODE_PARAGRAPH, entry->at);
        doc_append_text(list->import.arena, block, entry->text, strlen(entry->text), entry->at);
        outline_add(&list->outline, block);
    }
}

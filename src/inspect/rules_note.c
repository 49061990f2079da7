/* rules_note: footnotes stand on the page of their call. In: elements Reference and Note. */
#include <string.h>

#include "inspect/inspect.h"

struct note {
    char *number;
    int page;
    bool called;
};

/* The number that a call or a note begins with, after marks; "" when it begins with a word. */
static char *digits_of(const char *text)
{
    GString *out = g_string_new(NULL);
    for (; *text && out->len < 8; text = g_utf8_next_char(text)) {
        int digit = g_unichar_digit_value(g_utf8_get_char(text));
        if (digit < 0 && (out->len || g_unichar_isalpha(g_utf8_get_char(text))))
            break;
        if (digit >= 0)
            g_string_append_c(out, (char)('0' + digit));
    }
    return g_string_free(out, FALSE);
}

static struct note note_of(const struct inspection *in, int index, const struct stretch *first)
{
    const struct element *element = tags_element(in->tags, index);
    guint children = in->tags->elements->len;
    for (guint i = (guint)index + 1; i < children && strcmp(element->role, "Note") == 0; i++) {
        const struct element *child = tags_element(in->tags, (int)i);
        if (child->level <= element->level)
            break;
        if (strcmp(child->role, "Lbl") == 0) {
            element = child;
            break;
        }
    }
    char *text = tags_words(in->tags, in->sheets, element);
    struct note note = {digits_of(text), first->sheet, false};
    g_free(text);
    return note;
}

static GArray *list_of(const struct inspection *in, const char *role)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(struct note));
    for (guint i = 0; i < in->tags->elements->len; i++) {
        const struct element *element = tags_element(in->tags, (int)i);
        const struct stretch *first =
            strcmp(element->role, role) == 0 ? tags_first(in->tags, element) : NULL;
        if (!first || tags_is_in(in->tags, (int)i, "TOC")) /* contents have references to pages */
            continue;
        struct note note = note_of(in, (int)i, first);
        g_array_append_val(list, note);
    }
    return list;
}

/* The first note of that number that is not called yet, else the last that is. */
static struct note *find(GArray *notes, const char *number, guint *from)
{
    struct note *called = NULL;
    for (guint i = *from; i < notes->len; i++) {
        struct note *note = &g_array_index(notes, struct note, i);
        if (strcmp(note->number, number) != 0)
            continue;
        *from = note->called ? *from : i;
        if (!note->called)
            return note;
        called = note;
    }
    return called;
}

static void look_at_call(const struct inspection *in, const struct note *call, struct note *note)
{
    if (!note) {
        diag_file(in->diag, in->source, (uint32_t)call->page, DIAG_INSPECT_NOTE_LOST,
                  "note %s is called, there is none of that number", call->number);
        return;
    }
    if (!note->called && note->page != call->page)
        diag_file(in->diag, in->source, (uint32_t)call->page, DIAG_INSPECT_NOTE_PAGE,
                  "note %s is called here and stands on page %d", call->number, note->page);
    note->called = true;
}

static void free_list(GArray *list)
{
    for (guint i = 0; i < list->len; i++)
        g_free(g_array_index(list, struct note, i).number);
    g_array_unref(list);
}

void inspect_notes(const struct inspection *in)
{
    GArray *calls = list_of(in, "Reference"), *notes = list_of(in, "Note");
    guint from = 0;
    for (guint i = 0; i < calls->len && notes->len; i++) {
        const struct note *call = &g_array_index(calls, struct note, i);
        if (*call->number)
            look_at_call(in, call, find(notes, call->number, &from));
    }
    /* Word processors tag no calls: nothing can be told then. */
    for (guint i = 0; i < notes->len && calls->len; i++) {
        const struct note *note = &g_array_index(notes, struct note, i);
        if (!note->called && *note->number)
            diag_file(in->diag, in->source, (uint32_t)note->page, DIAG_INSPECT_NOTE_LOST,
                      "note %s stands here, nothing calls it", note->number);
    }
    free_list(calls);
    free_list(notes);
}

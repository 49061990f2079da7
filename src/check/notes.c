/* notes: rules about the calls of notes; those about what notes say are in note_words.c. */
#include "check/notes.h"

#include <string.h>
#include <wchar.h>

#include "check/families.h"

static bool is_one_of(gunichar c, const wchar_t *marks)
{
    return c && wcschr(marks, (wchar_t)c);
}

/* Calls stand behind the mark in English and Chinese, before it elsewhere. */
static bool calls_after_marks(enum language language)
{
    return language == EN || language == ZH;
}

static bool is_raised(const struct passage *passage, int at)
{
    return at < passage->size && look_at(passage, at) & LOOK_SUPERIOR;
}

/* --- place and space -------------------------------------------------------------------- */

static void tell_mark_behind(const struct copy *copy, const struct passage *p,
                             const struct call *call)
{
    gunichar next = char_at(p, call->at);
    if (!is_one_of(next, copy->language == ZH ? L"，；：。、" : L",;:.") || is_raised(p, call->at))
        return;
    find(copy, p, call->at, call->at, DIAG_NOTE_PLACE,
         "the call of note %s stands before “%.*s”, behind it was wanted",
         call->note->label ? call->note->label : "*",
         (int)(g_utf8_next_char(p->text + call->at) - (p->text + call->at)), p->text + call->at);
}

static void tell_mark_before(const struct copy *copy, const struct passage *p,
                             const struct call *call)
{
    gunichar before = char_before(p, call->at);
    const wchar_t *marks = copy->language == AR ? L"،؛,;" : L",;";
    bool stop = before == '.' && call->at == p->size; /* else it may be an abbreviation's */
    if ((!is_one_of(before, marks) && !stop) || is_raised(p, call->at - 1))
        return;
    const char *mark = g_utf8_prev_char(p->text + call->at);
    find(copy, p, call->at, call->at, DIAG_NOTE_PLACE,
         "the call of note %s stands behind “%.*s”, before it was wanted",
         call->note->label ? call->note->label : "*", (int)(p->text + call->at - mark), mark);
}

static void wrong_place(const struct copy *copy, const struct passage *passage)
{
    for (int i = 0; i < passage->call_count; i++)
        if (calls_after_marks(copy->language))
            tell_mark_behind(copy, passage, &passage->calls[i]);
        else if (copy->language != DE)
            tell_mark_before(copy, passage, &passage->calls[i]);
}

static bool is_star(const struct node *note)
{
    return note->label && *note->label == '*';
}

static bool is_word(gunichar c)
{
    return g_unichar_isalnum(c);
}

static void wrong_space(const struct copy *copy, const struct passage *passage)
{
    for (int i = 0; i < passage->call_count; i++) {
        const struct call *call = &passage->calls[i];
        const char *label = call->note->label ? call->note->label : "";
        gunichar before = char_before(passage, call->at), next = char_at(passage, call->at);
        gunichar after = next ? g_utf8_get_char(g_utf8_next_char(passage->text + call->at)) : 0;
        bool follows = i && passage->calls[i - 1].at == call->at;
        if (is_word(next) || (copy->language == ZH && is_one_of(next, L"《“")))
            find(copy, passage, call->at, call->at, DIAG_NOTE_SPACE,
                 "text follows the call of note %s at once, a space was wanted between them",
                 label);
        else if (before == ' ' && !is_star(call->note) && !follows)
            find(copy, passage, call->at - 1, call->at, DIAG_NOTE_SPACE,
                 "a space stands before the call of note %s", label);
        else if (next == ' ' && is_one_of(after, L",;.،؛，；。") && copy->language != FR)
            find(copy, passage, call->at, call->at + 1, DIAG_NOTE_SPACE,
                 "a space stands between the call of note %s and the mark behind it", label);
        else if (next == ' ' && (after == ' ' || after == 0xa0))
            find(copy, passage, call->at, call->at + 2, DIAG_NOTE_SPACE,
                 "two spaces stand behind the call of note %s", label);
    }
}

/* Several calls in one place are parted by a raised comma. */
static void calls_run_together(const struct copy *copy, const struct passage *passage)
{
    for (int i = 1; i < passage->call_count; i++) {
        const struct call *before = &passage->calls[i - 1], *call = &passage->calls[i];
        const char *between = passage->text + before->at;
        int size = call->at - before->at;
        if ((int)strspn(between, " ,") < size || (size && is_raised(passage, before->at)))
            continue;
        find(copy, passage, call->at, call->at, DIAG_NOTE_COMMA,
             "the calls of notes %s and %s have %s between them, a raised comma was wanted",
             before->note->label ? before->note->label : "*",
             call->note->label ? call->note->label : "*",
             !size             ? "nothing"
             : *between == ',' ? "a comma on the line"
                               : "a space");
    }
}

/* --- numbers ---------------------------------------------------------------------------- */

/* The number that stands in the source; where nothing is typed, or no number, 0. */
static int number_typed(const struct node *note)
{
    return note->as.note.typed;
}

/* Numbers count up from 1 through the document; a part or an annex may begin anew. */
static void out_of_order(const struct copy *copy)
{
    int last = 0;
    const struct node *part = NULL;
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        for (int k = 0; !passage->note && k < passage->call_count; k++) {
            const struct call *call = &passage->calls[k];
            int number = number_typed(call->note);
            bool anew = number == 1 && passage->part != part;
            part = passage->part;
            if (!number)
                continue;
            if (number != last + 1 && !anew)
                find(copy, passage, call->at, call->at, DIAG_NOTE_ORDER,
                     last ? "note %d follows note %d, note %d was wanted"
                          : "note %d is the first, note 1 was wanted",
                     number, last, last + 1);
            last = number;
        }
    }
}

/* A star may stand once at a title; letters are for the notes of tables. */
static void letter_for_number(const struct copy *copy, const struct passage *passage)
{
    for (int i = 0; !passage->cell && i < passage->call_count; i++) {
        const char *label = passage->calls[i].note->label;
        if (!label || !g_unichar_isalpha(g_utf8_get_char(label)))
            continue;
        find(copy, passage, passage->calls[i].at, passage->calls[i].at, DIAG_NOTE_LETTER,
             "this note is called by “%s”, a number was wanted", label);
    }
}

static bool says_nothing(const struct node *note)
{
    for (const struct node *n = note->first; n; n = doc_next(n, note))
        if (n->kind == NODE_TEXT && n->text[strspn(n->text, " .")])
            return false;
    return true;
}

static void empty_note(const struct copy *copy, const struct passage *passage)
{
    for (int i = 0; i < passage->call_count; i++) {
        const struct node *note = passage->calls[i].note;
        if (says_nothing(note))
            find_node(copy, note, DIAG_NOTE_EMPTY, "note %s says nothing",
                      note->label ? note->label : "*");
    }
}

/* --- calls that call nothing -------------------------------------------------------------- */

/* A raised number of one to three figures, maybe in brackets; 0 when it is none. */
static int raised_number(const char *text, int size)
{
    int figures = 0;
    for (int i = 0; i < size; i++) {
        figures += g_ascii_isdigit(text[i]) != 0;
        if (!g_ascii_isdigit(text[i]) && !strchr("() ", text[i]))
            return 0;
    }
    return figures > 3 ? 0 : figures;
}

/* m², CO², 10⁶ and 1ᵉʳ are no calls: a call stands behind a long word or behind a mark. */
static bool stands_as_call(const struct passage *passage, int at)
{
    int letters = 0;
    gunichar before = char_before(passage, at);
    if (is_one_of(before, L",;.:，。；：、”»’)）》،؛"))
        return true;
    while (at > 0 && (g_unichar_isalpha(before) || g_unichar_ismark(before))) {
        letters += g_unichar_iswide(before) ? 3 : 1;
        at = (int)(g_utf8_prev_char(passage->text + at) - passage->text);
        before = char_before(passage, at);
    }
    return letters > 2 && !is_one_of(before, L"0123456789");
}

static bool has_call_at(const struct passage *passage, int from, int to)
{
    for (int i = 0; i < passage->call_count; i++)
        if (passage->calls[i].at >= from && passage->calls[i].at <= to)
            return true;
    return false;
}

static void call_without_note(const struct copy *copy, const struct passage *passage)
{
    if (passage->cell || passage->note || passage->block->kind == NODE_FIELD)
        return;
    for (int i = 0; i < passage->stretch_count; i++) {
        int from = passage->stretches[i].at;
        int to = i + 1 < passage->stretch_count ? passage->stretches[i + 1].at : passage->size;
        if (!(passage->stretches[i].look & LOOK_SUPERIOR) ||
            !raised_number(passage->text + from, to - from) || !stands_as_call(passage, from) ||
            has_call_at(passage, from, to))
            continue;
        find(copy, passage, from, to, DIAG_NOTE_MISSING,
             "“%.*s” is raised as the call of a note, and no note stands there", to - from,
             passage->text + from);
    }
}

const struct check note_checks[] = {
    {DIAG_NOTE_MISSING, NULL, call_without_note},
    {DIAG_NOTE_ORDER, out_of_order, NULL},
    {DIAG_NOTE_PLACE, NULL, wrong_place},
    {DIAG_NOTE_SPACE, NULL, wrong_space},
    {DIAG_NOTE_COMMA, NULL, calls_run_together},
    {DIAG_NOTE_LETTER, NULL, letter_for_number},
    {DIAG_NOTE_EMPTY, NULL, empty_note},
    {DIAG_NOTE_END, note_without_stop, NULL},
    {DIAG_NOTE_FORM, NULL, note_off_its_form},
    {DIAG_NOTE_FORM, NULL, note_of_other_session},
    {DIAG_NOTE_IBID, note_without_neighbour, NULL},
    {DIAG_NOTE_LANGUAGE, NULL, note_of_other_language},
    {0},
};

/* note_words: rules about what notes say: their full stop, the forms of references, ibid., the
 * language. In: passages of notes, forms from styles/check/. Out: what is off its form. */
#include <stdlib.h>
#include <string.h>

#include "check/notes.h"

static bool is_note(const struct passage *passage)
{
    return passage->note && !passage->cell && passage->size;
}

/* The last passage of its note. */
static bool ends_note(const struct copy *copy, int i)
{
    return i + 1 == copy->passage_count || copy->passages[i + 1].note != copy->passages[i].note;
}

static const char *label_of(const struct node *note)
{
    return note->label ? note->label : "*";
}

/* --- full stop --------------------------------------------------------------------------- */

/* Behind the stop may stand what closes a quotation or bracket, and marks of direction. */
static int end_without_closing(const struct passage *passage)
{
    int end = passage->size;
    while (end > 0) {
        gunichar c = char_before(passage, end);
        bool closing = g_unichar_type(c) == G_UNICODE_FINAL_PUNCTUATION ||
                       g_unichar_type(c) == G_UNICODE_CLOSE_PUNCTUATION || c == 0x201c ||
                       g_unichar_type(c) == G_UNICODE_FORMAT || c == '"' || c == ' ';
        if (!closing)
            break;
        end = (int)(g_utf8_prev_char(passage->text + end) - passage->text);
    }
    return end;
}

void note_without_stop(const struct copy *copy)
{
    gunichar stop = copy->language == ZH ? 0x3002 : '.';
    const char *words = copy->language == ZH ? "。" : ".";
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        if (!is_note(passage) || !ends_note(copy, i))
            continue;
        gunichar last = char_before(passage, end_without_closing(passage));
        if (last == stop || last == '?' || last == '!' || last == 0xff1f ||
            char_before(passage, passage->size) == stop)
            continue;
        int end = passage->size,
            from = (int)(g_utf8_prev_char(passage->text + end) - passage->text);
        bool other = last && strchr(",;.:", (int)MIN(last, 127)) && last < 127;
        bool han = last == 0xff0c || last == 0xff1b || last == 0x3002 || last == 0xff0e;
        find(copy, passage, from, end, DIAG_NOTE_END, "“%s” ends note %s, “%s” was wanted%s",
             passage->text + from, label_of(passage->note), words,
             other || han ? "" : " behind it");
        if (other || han)
            mend(copy, passage, from, end, words);
        else
            mend(copy, passage, end, end, words);
    }
}

/* --- forms of references ------------------------------------------------------------------ */

static bool matches(const struct copy *copy, const struct passage *passage, const char *kind,
                    const char *suffix)
{
    char key[96];
    g_snprintf(key, sizeof key, "note-%s%s-pattern", kind, suffix);
    const GRegex *pattern = lexicon_pattern(copy->lexicon, key);
    int from, to;
    return pattern && match_from(passage, pattern, 0, &from, &to);
}

/* A sentence of its own begins with a capital; addresses, and words behind figures, do not. */
static void tell_small_letter(const struct copy *copy, const struct passage *passage)
{
    if (passage != copy->passages && passage[-1].note == passage->note)
        return;
    int size = 0;
    for (const char *p = passage->text; g_unichar_islower(g_utf8_get_char(p)); size++)
        p = g_utf8_next_char(p);
    int end = (int)(g_utf8_offset_to_pointer(passage->text, size) - passage->text);
    bool address = g_str_has_prefix(passage->text, "http") || strchr(".:/@-", passage->text[end]);
    if (size < 4 || (address && passage->text[end]) || (look_at(passage, 0) & LOOK_ITALIC))
        return;
    find(copy, passage, 0, end, DIAG_NOTE_FORM, "“%.*s” begins note %s, a capital was wanted", end,
         passage->text, label_of(passage->note));
}

/* A note that is like one of the known forms and is not of it; a note in free words is like none.
 */
void note_off_its_form(const struct copy *copy, const struct passage *passage)
{
    if (!is_note(passage))
        return;
    for (const char *const *kind = lexicon_list(copy->lexicon, "note-forms"); *kind; kind++) {
        if (!matches(copy, passage, *kind, "-like") || matches(copy, passage, *kind, ""))
            continue;
        find(copy, passage, 0, passage->size, DIAG_NOTE_FORM,
             "note %s is not quite in its form, “%s” was wanted", label_of(passage->note),
             lexicon_find(copy->lexicon, "note-forms", *kind, strlen(*kind)));
        return;
    }
    tell_small_letter(copy, passage);
}

/* --- sessions ----------------------------------------------------------------------------- */

/* The longest ordinal of a session that the folded text names; 0: none. */
static int session_named(const struct copy *copy, const char *text)
{
    const char *const *ordinals = lexicon_list(copy->lexicon, "ordinals");
    size_t longest = 0;
    int session = 0;
    for (int i = 0; ordinals[i]; i++) {
        char *ordinal = g_utf8_casefold(ordinals[i], -1);
        size_t size = strlen(ordinal);
        if (size > longest && strstr(text, ordinal)) {
            longest = size;
            session = i + 1;
        }
        g_free(ordinal);
    }
    return session;
}

/* "Official Records …, Seventy-sixth Session, Supplement No. 27 (A/76/27)": where a note names one
 * session in words and one in a symbol in brackets, they are the same. */
void note_of_other_session(const struct copy *copy, const struct passage *passage)
{
    const char *symbol = is_note(passage) ? strstr(passage->text, "(A/") : NULL;
    if (!symbol || !g_ascii_isdigit(symbol[3]) || strstr(symbol + 3, "(A/") ||
        !matches(copy, passage, "session", "-like"))
        return;
    int wanted = atoi(symbol + 3);
    char *before = g_utf8_casefold(passage->text, symbol - passage->text);
    int named = session_named(copy, before);
    g_free(before);
    int from = (int)(symbol + 1 - passage->text);
    if (named && named != wanted)
        find(copy, passage, from, from + (int)strcspn(symbol + 1, " ,)"), DIAG_NOTE_FORM,
             "“%.*s” is of session %d, note %s names session %d in words",
             (int)strcspn(symbol + 1, " ,)"), symbol + 1, wanted, label_of(passage->note), named);
}

/* --- ibid. -------------------------------------------------------------------------------- */

static bool names_place(const struct passage *passage)
{
    return strchr(passage->text, ',') || strstr(passage->text, "،") || strstr(passage->text, "，");
}

/* "The same" means the work of the note before; a place in it needs that to be one work. */
void note_without_neighbour(const struct copy *copy)
{
    const struct passage *before = NULL;
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        if (!is_note(passage))
            continue;
        if (matches(copy, passage, "ibid", "-like")) {
            if (!before)
                find(copy, passage, 0, passage->size, DIAG_NOTE_IBID,
                     "note %s says “the same”, and no note goes before it",
                     label_of(passage->note));
            else if (names_place(passage) && matches(copy, before, "several", ""))
                find(copy, passage, 0, passage->size, DIAG_NOTE_IBID,
                     "note %s says “the same”, and the note before it names several works",
                     label_of(passage->note));
        }
        before = passage;
    }
}

/* --- language ----------------------------------------------------------------------------- */

/* Titles are in the language of the work, and in italics. */
void note_of_other_language(const struct copy *copy, const struct passage *passage)
{
    if (!is_note(passage) || copy->language == DE)
        return;
    const char *tag = language_tag(copy->language);
    for (int at = 0; at < passage->size;) {
        int size = (int)strcspn(passage->text + at, " ,.;:()");
        const char *language =
            size ? lexicon_find(copy->common, "note-words", passage->text + at, (size_t)size)
                 : NULL;
        if (language && !strstr(language, tag) && !(look_at(passage, at) & LOOK_ITALIC)) {
            find(copy, passage, at, at + size, DIAG_NOTE_LANGUAGE,
                 "“%.*s” is a word of another language than the note's", size, passage->text + at);
            return;
        }
        at += size + 1;
    }
}

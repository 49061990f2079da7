/* spaces: rules about spaces beside marks and, in Chinese, between characters. */
#include <string.h>

#include "check/marks.h"
#include "check/signs.h"

static int size_of(gunichar c)
{
    return g_unichar_to_utf8(c, NULL);
}

/* In heads and tables of Chinese a space is often where a line of the first page ended. */
static bool is_broken_line(const struct passage *passage)
{
    return passage->cell || passage->block->kind == NODE_FIELD ||
           passage->block->kind == NODE_HEADING;
}

/* --- before a mark -------------------------------------------------------------------- */

/* Marks that take no space before them; French has one before the high marks. */
static bool follows_closely(enum language language, gunichar c)
{
    if (c < 0x80)
        return c && strchr(language == FR ? ",.)]" : ",.;:!?)]", (int)c);
    return c == 0x60C || c == 0x61B || c == 0x61F ||
           (language == ZH && is_wide_mark(c) && c != 0x3008 && c != 0x300A && c != 0xFF08);
}

enum { LABEL_MOST = 8 }; /* bytes of "(viii )" */

/* ".5", ". . ." and ".com" are no ends. */
static bool begins_word(const struct passage *passage, int at, gunichar c)
{
    return (c == '.' || c == ':') &&
           (is_word(char_at(passage, at + 1)) || char_at(passage, at + 1) == c);
}

static void space_before(const struct copy *copy, const struct passage *passage, int at,
                         gunichar mark)
{
    gunichar space = char_before(passage, at);
    int from = at - size_of(space);
    if (!from || !is_typed(passage, from) || has_call(passage, at) || has_call(passage, from) ||
        begins_word(passage, at, mark) ||
        follows_closely(copy->language, char_before(passage, from)))
        return;
    find(copy, passage, from, at + size_of(mark), DIAG_MARK_SPACE,
         "a space stands before “%s”, none was wanted", shown(copy, mark));
    int to = at + size_of(mark);
    if (mark == ')' && at < LABEL_MOST && passage->text[0] == '(')
        return; /* "(a ) Lamps": without the space it is a label, and more than text changes */
    if (g_unichar_isalpha(char_at(passage, to)) && copy->language != ZH) /* on the wrong side */
        mend(copy, passage, from, to, arena_printf(copy->arena, "%s ", shown(copy, mark)));
    else
        mend(copy, passage, from, at, "");
}

/* --- behind a mark -------------------------------------------------------------------- */

static void space_behind(const struct copy *copy, const struct passage *passage, int at,
                         gunichar mark)
{
    int from = at + size_of(mark);
    gunichar space = char_at(passage, from);
    int to = from + size_of(space);
    if (!passage->text[to] || !is_typed(passage, from) || has_call(passage, from) ||
        (is_broken_line(passage) && mark > 0x7F))
        return;
    find(copy, passage, at, to, DIAG_MARK_SPACE, "a space stands after “%s”, none was wanted",
         shown(copy, mark));
    mend(copy, passage, from, to, "");
}

/* A comma joins two words when letters of the same script touch it. */
static bool joins_words(gunichar before, gunichar next)
{
    return g_unichar_isalpha(next) && !is_han(next) && !is_han(before) &&
           (g_unichar_isalnum(before) || g_unichar_ismark(before) ||
            (before > 0x7F && (before == 0x201D || before == 0xBB)) || before == ')') &&
           (is_arabic(next) || !is_arabic(before));
}

/* A full stop does so only between sentences: "a.m.", "II.A" and "E.03.II" are whole. */
static bool joins_sentences(const struct passage *passage, int at)
{
    const char *text = passage->text;
    gunichar next = char_at(passage, at + 1);
    const char *p = text + at;
    int small = 0;
    while (p > text && small < 2) {
        p = g_utf8_prev_char(p);
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_islower(c) && !is_arabic(c))
            return false;
        small++;
    }
    if (small < 2)
        return false;
    if (is_arabic(next))
        return true;
    return g_unichar_isupper(next) &&
           g_unichar_islower(g_utf8_get_char(g_utf8_next_char(text + at + 1)));
}

static void no_space_behind(const struct copy *copy, const struct passage *passage, int at,
                            gunichar mark)
{
    int to = at + size_of(mark);
    gunichar before = char_before(passage, at), next = char_at(passage, to);
    bool joined = mark == '.' ? joins_sentences(passage, at)
                              : joins_words(before, next) ||
                                    (mark == ',' && is_word(before) && !g_unichar_isdigit(before) &&
                                     !is_han(before) && g_unichar_isdigit(next)) ||
                                    ((mark == 0x60C || mark == 0x61B) && g_unichar_isalnum(next));
    if (!joined || has_call(passage, to) || passage->cell || in_address(passage, at) ||
        look_at(passage, to) & LOOK_SUPERIOR)
        return;
    find(copy, passage, at, to, DIAG_MARK_SPACE, "no space stands after “%s”, one was wanted",
         shown(copy, mark));
    mend(copy, passage, to, to, " ");
}

/* --- brackets ------------------------------------------------------------------------- */

static bool is_opening(enum language language, gunichar c)
{
    return c == '(' || c == '[' ||
           (language == ZH && (c == 0x3008 || c == 0x300A || c == 0xFF08 || c == 0x201C));
}

/* "word(and so on)": what is optional in a word ("State(s)") is shorter than a word. */
static void no_space_before(const struct copy *copy, const struct passage *passage, int at)
{
    const char *text = passage->text, *close = strchr(text + at, ')');
    int letters = 0;
    for (const char *p = text + at; p > text && letters < 3; letters++) {
        p = g_utf8_prev_char(p);
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isalpha(c) || is_han(c))
            return;
    }
    bool is_part = close && close - (text + at) < 6;
    if (letters < 3 || is_part || passage->cell || in_address(passage, at) ||
        !is_word(char_at(passage, at + 1)))
        return;
    find(copy, passage, at, at + 1, DIAG_MARK_SPACE, "no space stands before “(”, one was wanted");
    mend(copy, passage, at, at, " ");
}

static void no_space_behind_bracket(const struct copy *copy, const struct passage *passage, int at)
{
    gunichar next = char_at(passage, at + 1);
    bool opened = memchr(passage->text, '(', (size_t)at) && passage->text[at - 1] != '(';
    if (!opened || !g_unichar_isalpha(next) || is_han(next) || passage->cell ||
        has_call(passage, at + 1) || in_address(passage, at) ||
        (at >= 2 && passage->text[at - 2] == '('))
        return;
    find(copy, passage, at, at + 1, DIAG_MARK_SPACE, "no space stands after “)”, one was wanted");
    mend(copy, passage, at + 1, at + 1, " ");
}

void wrong_mark_spaces(const struct copy *copy, const struct passage *passage)
{
    static const char set[] = ",.;:!?()[]\xD8\xE2\xE3\xEF"; /* \xD8: ، ؛ ؟ and Arabic letters */
    const char *text = passage->text;
    const char *wanted = copy->language == AR || copy->language == ZH ? set : ",.;:!?()[]";
    for (const char *p = text; (p = strpbrk(p, wanted)); p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int at = (int)(p - text);
        bool closes = follows_closely(copy->language, c), opens = is_opening(copy->language, c);
        if (closes && is_blank(char_before(passage, at)))
            space_before(copy, passage, at, c);
        if (((copy->language == ZH && closes && c > 0x7F) || opens) &&
            is_blank(char_at(passage, at + size_of(c))))
            space_behind(copy, passage, at, c);
        if (copy->language == ZH)
            continue;
        if (c == '(')
            no_space_before(copy, passage, at);
        else if (c == ')' && at)
            no_space_behind_bracket(copy, passage, at);
        else if (closes && at && c != ']')
            no_space_behind(copy, passage, at, c);
    }
}

/* --- French --------------------------------------------------------------------------- */

/* At a word's end: not "10:30", "https:" or "A/C.3:4". */
void wrong_french_spaces(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, ";:!?")); p++) {
        int at = (int)(p - text), to = at + 1;
        gunichar before = char_before(passage, at), next = char_at(passage, to);
        if (!before || before == NO_BREAK_SPACE || before == NARROW_SPACE ||
            strchr(";:!?.(", before < 0x80 ? (int)before : 'x') ||
            (next && !is_blank(next) && next != ')' && next != 0xBB && next != 0x201D &&
             !(*p == ';' && g_unichar_isalpha(next))) ||
            in_address(passage, at))
            continue;
        bool typed = is_blank(before);
        int from = at - (typed ? size_of(before) : 0);
        if (typed && !is_typed(passage, from))
            continue;
        find(copy, passage, from, to, DIAG_FRENCH_SPACE,
             "%s before “%c”, a no-break space (U+00A0) was wanted",
             typed ? "a space that breaks lines stands" : "no space stands", *p);
        mend(copy, passage, from, at, "\u00A0");
    }
}

/* --- Chinese -------------------------------------------------------------------------- */

void spaces_in_han(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, " \xC2\xE2\xE3")); p = g_utf8_next_char(p)) {
        int at = (int)(p - text);
        gunichar c = g_utf8_get_char(p);
        if (!is_blank(c) || c == 0x3000)
            continue;
        int to = at + size_of(c);
        if (!is_han(char_before(passage, at)) || !is_han(char_at(passage, to)) ||
            !is_typed(passage, at) || has_call(passage, at) || has_call(passage, to) ||
            is_broken_line(passage))
            continue;
        find(copy, passage, at, to, DIAG_HAN_SPACE,
             "a space stands between two characters, none was wanted");
        mend(copy, passage, at, to, "");
    }
}

static bool is_western(gunichar c)
{
    return g_ascii_isalnum((char)c) && c < 0x80;
}

/* A letter alone before Han, in a table or under it, calls or labels a note of the table. */
static bool is_table_note(const struct passage *passage, int at)
{
    return passage->cell || passage->block->as.block.table_note ||
           (at == 1 && g_ascii_isalpha(passage->text[0]));
}

static int count_contacts(const struct copy *copy, const struct passage *passage, int *first,
                          bool is_mending)
{
    int count = 0;
    for (const char *p = passage->text; (p = strchr(p, ' ')); p++) {
        int at = (int)(p - passage->text);
        gunichar before = char_before(passage, at), next = char_at(passage, at + 1);
        if (!((is_han(before) && is_western(next)) || (is_western(before) && is_han(next))) ||
            is_table_note(passage, at) || !is_typed(passage, at) || has_call(passage, at))
            continue;
        if (!count++)
            *first = at;
        if (is_mending)
            mend(copy, passage, at, at + 1, "");
    }
    return count;
}

/* Told once: who writes so does it everywhere. */
void spaces_beside_latin(const struct copy *copy)
{
    int count = 0, first = 0, place;
    const struct passage *found = NULL;
    for (int i = 0; i < copy->passage_count; i++) {
        int more = count_contacts(copy, &copy->passages[i], &place, false);
        if (more && !found) {
            found = &copy->passages[i];
            first = place;
        }
        count += more;
    }
    if (!found)
        return;
    find(copy, found, first, first + 1, DIAG_HAN_LATIN_SPACE,
         count > 1 ? "spaces stand between Chinese characters and Latin letters or figures "
                     "(%d of them), none was wanted"
                   : "a space stands between Chinese and Latin characters, none was wanted",
         count);
    for (int i = 0; i < copy->passage_count; i++)
        count_contacts(copy, &copy->passages[i], &place, true);
}

/* quotations: rules about the form, the nesting, the pairs and the spaces of quotation marks. */
#include "check/marks.h"

#include "check/quotes.h"
#include "check/signs.h"

static const struct quote *quote_at(const GArray *quotes, int index)
{
    return index < 0 ? NULL : &g_array_index(quotes, struct quote, index);
}

/* --- form ----------------------------------------------------------------------------- */

/* Words in Latin letters keep their own marks in Russian and Arabic text. */
static bool is_foreign(const struct copy *copy, const struct passage *passage, const GArray *quotes,
                       const struct quote *quote)
{
    const struct quote *opening =
        quote->role == QUOTE_OPENS ? quote : quote_at(quotes, quote->partner);
    return (copy->language == RU || copy->language == AR || copy->language == ZH) && opening &&
           (opening->c == 0x201C || opening->c == 0xAB || opening->c == 0x2018) &&
           is_latin(char_at(passage, opening->to));
}

static bool is_good(const struct copy *copy, const GArray *quotes, const struct quote *quote)
{
    gunichar c = quote->c;
    enum quote_role role = quote->role;
    if (quote->sort == QUOTE_TITLE || quote->sort == QUOTE_INNER)
        return copy->language == ZH;
    if (c == quote_wanted(copy->language, role, 0))
        return true;
    if (c == quote_wanted(copy->language, role, 1))
        return quote->depth > 0 || (copy->language != FR && copy->language != RU);
    const struct quote *opening = quote_at(quotes, quote->partner);
    return copy->language == RU && quote->depth && /* „…“ in « » is seen too */
           ((role == QUOTE_OPENS && c == 0x201E) ||
            (role == QUOTE_CLOSES && c == 0x201C && opening && opening->c == 0x201E));
}

/* French guillemets take their space along. */
static void mend_quote(const struct copy *copy, const struct passage *passage,
                       const struct quote *quote, gunichar wanted)
{
    bool is_angle = copy->language == FR && (wanted == 0xAB || wanted == 0xBB);
    const char *mark = shown(copy, wanted);
    int from = quote->from, to = quote->to;
    if (is_angle && quote->role == QUOTE_OPENS) {
        if (is_blank(char_at(passage, to)))
            to = (int)(g_utf8_next_char(passage->text + to) - passage->text);
        mark = arena_printf(copy->arena, "%s\u00A0", mark);
    } else if (is_angle) {
        if (is_blank(char_before(passage, from)))
            from = (int)(g_utf8_prev_char(passage->text + from) - passage->text);
        mark = arena_printf(copy->arena, "\u00A0%s", mark);
    }
    mend(copy, passage, from, to, mark);
}

void wrong_quotes(const struct copy *copy, const struct passage *passage)
{
    GArray *quotes = quotes_of(copy, passage);
    for (guint i = 0; quotes && i < quotes->len; i++) {
        const struct quote *quote = quote_at(quotes, (int)i);
        if (is_good(copy, quotes, quote) || is_foreign(copy, passage, quotes, quote))
            continue;
        gunichar wanted = quote_wanted(copy->language, quote->role, quote->depth);
        find(copy, passage, quote->from, quote->to, DIAG_QUOTE_FORM,
             "%s %s a quotation, “%s” was wanted", shown(copy, quote->c),
             quote->role == QUOTE_OPENS ? "opens" : "closes", shown(copy, wanted));
        mend_quote(copy, passage, quote, wanted);
    }
    if (quotes)
        g_array_unref(quotes);
}

/* --- nesting -------------------------------------------------------------------------- */

/* The quotation around it that has the same marks; both must be closed, else it is a pair that
 * lacks a mark. */
static const struct quote *same_around(const GArray *quotes, int index)
{
    const struct quote *inner = quote_at(quotes, index);
    for (int i = index - 1; i >= 0; i--) {
        const struct quote *outer = quote_at(quotes, i);
        if (outer->role == QUOTE_OPENS && outer->partner > inner->partner &&
            outer->sort == inner->sort && outer->depth == inner->depth - 1)
            return outer;
    }
    return NULL;
}

static gunichar nested_mark(const struct copy *copy, const struct quote *quote, int depth)
{
    bool opens = quote->role == QUOTE_OPENS;
    if (quote->sort == QUOTE_TITLE || quote->sort == QUOTE_INNER)
        return (depth % 2 ? 0x3008u : 0x300Au) + !opens;
    return quote_wanted(copy->language, quote->role, depth);
}

/* Arabic labels of the third level: ’1‘. */
static bool is_number(const struct passage *passage, const struct quote *quote)
{
    return g_unichar_isdigit(char_at(passage, quote->to));
}

/* Inner marks alone. In annexes whole lists are quoted, and opened in other paragraphs. */
static bool has_none_around(const struct copy *copy, const struct passage *passage,
                            const struct quote *quote)
{
    return (quote->sort == QUOTE_SINGLE || quote->sort == QUOTE_INNER) && quote->depth == 0 &&
           quote->c == nested_mark(copy, quote, 1) && !passage->note && !passage->in_annex &&
           !is_number(passage, quote);
}

static void tell_nesting(const struct copy *copy, const struct passage *passage,
                         const struct quote *opening, const struct quote *closing, const char *what,
                         int depth)
{
    const char *open = shown(copy, nested_mark(copy, opening, depth));
    const char *close = shown(copy, nested_mark(copy, closing, depth));
    find(copy, passage, opening->from, closing->to, DIAG_QUOTE_NESTING, "%s, %s … %s was wanted",
         what, open, close);
    mend(copy, passage, opening->from, opening->to, open);
    mend(copy, passage, closing->from, closing->to, close);
}

void wrong_nesting(const struct copy *copy, const struct passage *passage)
{
    GArray *quotes = quotes_of(copy, passage);
    for (int i = 0; quotes && i < (int)quotes->len; i++) {
        const struct quote *quote = quote_at(quotes, i);
        const struct quote *closing = quote_at(quotes, quote->partner);
        if (quote->role != QUOTE_OPENS || !closing)
            continue;
        if (same_around(quotes, i))
            tell_nesting(copy, passage, quote, closing,
                         "a quotation inside of another one has the same marks", quote->depth);
        else if (has_none_around(copy, passage, quote))
            tell_nesting(copy, passage, quote, closing,
                         "marks of inner quotations stand without a quotation around them", 0);
    }
    if (quotes)
        g_array_unref(quotes);
}

/* --- spaces --------------------------------------------------------------------------- */

/* Inside of French guillemets stands a space where no line breaks. */
static void check_guillemet(const struct copy *copy, const struct passage *passage,
                            const struct quote *quote)
{
    bool opens = quote->role == QUOTE_OPENS;
    gunichar space = opens ? char_at(passage, quote->to) : char_before(passage, quote->from);
    if (space == NO_BREAK_SPACE || space == NARROW_SPACE)
        return;
    int from = quote->from, to = quote->to;
    if (is_blank(space)) {
        from -= opens ? 0 : g_unichar_to_utf8(space, NULL);
        to += opens ? g_unichar_to_utf8(space, NULL) : 0;
    }
    find(copy, passage, quote->from, quote->to, DIAG_QUOTE_SPACE,
         "%s inside of “%s”, a no-break space (U+00A0) was wanted",
         is_blank(space) ? "a space that breaks lines stands" : "no space stands",
         shown(copy, quote->c));
    mend(copy, passage, from, to, opens ? "«\u00A0" : "\u00A0»");
}

static void check_inside(const struct copy *copy, const struct passage *passage,
                         const struct quote *quote)
{
    bool opens = quote->role == QUOTE_OPENS;
    gunichar space = opens ? char_at(passage, quote->to) : char_before(passage, quote->from);
    if (!is_blank(space))
        return;
    int size = g_unichar_to_utf8(space, NULL);
    int from = opens ? quote->to : quote->from - size;
    if (!is_typed(passage, from))
        return;
    find(copy, passage, quote->from, quote->to, DIAG_QUOTE_SPACE,
         "a space stands inside of “%s”, none was wanted", shown(copy, quote->c));
    mend(copy, passage, from, from + size, "");
}

/* Outside: in Arabic "and" and other one-letter words are joined to what they go before. */
static void check_outside(const struct copy *copy, const struct passage *passage,
                          const struct quote *quote)
{
    bool opens = quote->role == QUOTE_OPENS;
    gunichar letter = opens ? char_before(passage, quote->from) : char_at(passage, quote->to);
    if (!g_unichar_isalpha(letter) || (opens && copy->language == AR) ||
        has_call(passage, opens ? quote->from : quote->to))
        return;
    int at = opens ? quote->from : quote->to;
    find(copy, passage, quote->from, quote->to, DIAG_QUOTE_SPACE,
         "no space stands %s “%s”, one was wanted", opens ? "before" : "after",
         shown(copy, quote->c));
    mend(copy, passage, at, at, " ");
}

void wrong_quote_spaces(const struct copy *copy, const struct passage *passage)
{
    GArray *quotes = copy->language == ZH ? NULL : quotes_of(copy, passage);
    for (guint i = 0; quotes && i < quotes->len; i++) {
        const struct quote *quote = quote_at(quotes, (int)i);
        if (copy->language == FR && quote->sort == QUOTE_ANGLE)
            check_guillemet(copy, passage, quote);
        else
            check_inside(copy, passage, quote);
        check_outside(copy, passage, quote);
    }
    if (quotes)
        g_array_unref(quotes);
}

/* --- pairs ---------------------------------------------------------------------------- */

struct unpaired {
    const struct passage *passage;
    struct quote quote;
};

static void tell_unpaired(const struct copy *copy, const struct unpaired *unpaired)
{
    const struct quote *quote = &unpaired->quote;
    bool opens = quote->role == QUOTE_OPENS;
    find(copy, unpaired->passage, quote->from, quote->to, DIAG_QUOTE_PAIR,
         opens ? "“%s” opens a quotation that is not closed"
               : "“%s” closes a quotation that is not opened",
         shown(copy, quote->c));
}

/* Quoted text of several paragraphs is opened anew by each of them and closed by the last, or
 * opened by the first only: what is open at the end of a paragraph may go on. */
static bool goes_on(const struct passage *passage, const struct quote *quote)
{
    return !passage->note && !passage->cell && passage->block->kind != NODE_FIELD &&
           (quote->sort == QUOTE_DOUBLE || quote->sort == QUOTE_ANGLE ||
            quote->sort == QUOTE_SINGLE);
}

static void take_unpaired(const struct copy *copy, const struct passage *passage,
                          const struct quote *quote, GArray *open)
{
    struct unpaired unpaired = {passage, *quote};
    if (!goes_on(passage, quote))
        tell_unpaired(copy, &unpaired);
    else if (quote->role == QUOTE_OPENS)
        g_array_append_val(open, unpaired);
    else if (open->len)
        g_array_set_size(open, open->len - 1);
    else
        tell_unpaired(copy, &unpaired);
}

static void take_quotes(const struct copy *copy, const struct passage *passage, GArray *open)
{
    GArray *quotes = quotes_of(copy, passage);
    for (guint i = 0; quotes && i < quotes->len; i++) {
        const struct quote *quote = quote_at(quotes, (int)i);
        if (i == 0 && quote->from == 0 && quote->role == QUOTE_OPENS && goes_on(passage, quote))
            g_array_set_size(open, 0); /* opened anew */
        if (quote->partner < 0)
            take_unpaired(copy, passage, quote, open);
    }
    if (quotes)
        g_array_unref(quotes);
}

void unpaired_quotes(const struct copy *copy)
{
    GArray *open = g_array_new(FALSE, FALSE, sizeof(struct unpaired));
    for (int i = 0; i < copy->passage_count; i++)
        take_quotes(copy, &copy->passages[i], open);
    for (guint i = 0; i < open->len; i++)
        tell_unpaired(copy, &g_array_index(open, struct unpaired, i));
    g_array_free(open, TRUE);
}

/* text: block → signs with their classes. In: the inlines of a block. Out: one row of signs that
 * remember their owners; spaces marked bare where the page shows autospace or nothing. */
#include "set/text.h"

#include <glib.h>
#include <string.h>

/* --- gathering ----------------------------------------------------------------------- */

struct gathering {
    const struct compositor *compositor;
    GString *bytes;
    GArray *signs;  /* struct sign */
    GArray *pieces; /* struct piece */
};

/* Adds the beginning of a text, `size` bytes, as one piece. */
static void gather_piece(struct gathering *g, const char *text, size_t size, uint32_t at,
                         const struct piece *like)
{
    const char *end = text + size;
    guint number = g->pieces->len;
    struct piece piece = *like;
    piece.from = (uint32_t)g->bytes->len;
    piece.at = at;
    g_array_append_val(g->pieces, piece);
    guint count = g->signs->len;
    g_array_set_size(g->signs, count + (guint)size); /* at most; the rest goes again */
    for (const char *p = text; p < end; p = g_utf8_next_char(p))
        g_array_index(g->signs, struct sign, count++) =
            (struct sign){.c = g_utf8_get_char(p),
                          .at = (uint32_t)(g->bytes->len + (gsize)(p - text)),
                          .size = (uint8_t)(g_utf8_next_char(p) - p),
                          .piece = number};
    g_array_set_size(g->signs, count);
    g_string_append_len(g->bytes, text, (gssize)size);
}

static bool is_small(const char *letter)
{
    gunichar c = g_utf8_get_char(letter);
    return g_unichar_islower(c) && g_unichar_toupper(c) != c;
}

/* A combining mark goes with its letter. */
static bool continues(const char *at, bool small)
{
    return *at && (is_small(at) == small || g_unichar_ismark(g_utf8_get_char(at)));
}

/* Small capitals: stretches of lower-case letters are pieces of their own, of capitals of four
 * fifths of the size; the text stays as it was typed. */
static void gather_text(struct gathering *g, const char *text, uint32_t at,
                        const struct piece *like)
{
    while (*text) {
        struct piece piece = *like;
        const char *end = text + strlen(text);
        if (like->look & LOOK_SMALL_CAPS) {
            piece.small = is_small(text);
            for (end = text; end == text || continues(end, piece.small);)
                end = g_utf8_next_char(end);
        }
        if (piece.small)
            piece.size = length_scale(piece.size, 4, 5);
        gather_piece(g, text, (size_t)(end - text), at, &piece);
        at += at == SOURCE_NOWHERE ? 0 : (uint32_t)(end - text);
        text = end;
    }
}

static struct piece piece_of_call(const struct gathering *g, const struct node *note,
                                  const struct piece *around)
{
    const struct style *style = g->compositor->style;
    struct piece piece = *around;
    piece.owner = note;
    piece.part = RUN_CALL;
    piece.look = around->look & ~(unsigned)LOOK_ITALIC & ~(unsigned)LOOK_BOLD;
    piece.size = length_scale(around->size, style->notes.call_permille, 1000);
    piece.rise = length_scale(style->notes.call_rise, around->size, PT(10));
    return piece;
}

static struct piece piece_of_span(const struct gathering *g, const struct node *span,
                                  const struct piece *around)
{
    const struct style *style = g->compositor->style;
    struct piece piece = *around;
    piece.owner = span;
    piece.look ^= span->as.span.look & LOOK_ITALIC & around->look; /* italic in italic: roman */
    piece.look |= span->as.span.look & ~(around->look & LOOK_ITALIC);
    if (span->as.span.look & (LOOK_SUPERIOR | LOOK_INFERIOR)) {
        length rise = length_scale(style->notes.call_rise, around->size, PT(10));
        piece.size = length_scale(around->size, style->notes.call_permille, 1000);
        piece.rise = span->as.span.look & LOOK_SUPERIOR ? rise : -rise / 2;
    }
    return piece;
}

static const char *word_or(const struct gathering *g, const char *key, const char *otherwise)
{
    const char *word = style_word(g->compositor->style, key);
    return word ? word : otherwise;
}

/* What stands for a note in the text: its figure, in Arabic in brackets. */
static const char *call_of(const struct gathering *g, const struct node *note)
{
    const char *label = note->label ? note->label : "";
    const char *pattern = word_or(g, "call", "{number}");
    return *label ? style_fill(g->compositor->arena, pattern, "number", label, NULL) : label;
}

static void gather_inlines(struct gathering *g, const struct node *parent,
                           const struct piece *around)
{
    for (const struct node *n = parent->first; n; n = n->next) {
        struct piece piece = *around;
        if (n->kind == NODE_TEXT) {
            gather_text(g, n->text, n->at, around);
        } else if (n->kind == NODE_SPAN) {
            piece = piece_of_span(g, n, around);
            gather_inlines(g, n, &piece);
        } else if (n->kind == NODE_LINK) {
            piece.owner = n;
            gather_inlines(g, n, &piece);
        } else if (n->kind == NODE_NOTE) {
            piece = piece_of_call(g, n, around);
            if (n->prev && n->prev->kind == NODE_NOTE) /* calls that meet: a raised comma */
                gather_text(g, word_or(g, "call-separator", ","), n->at, &piece);
            gather_text(g, call_of(g, n), n->at, &piece);
        } else if (n->kind == NODE_BREAK) {
            gather_text(g, "\n", n->at, around);
        }
    }
}

/* --- neighbours ---------------------------------------------------------------------- */

static bool is_space(const struct sign *sign)
{
    return sign->class == CLASS_SPACE || sign->class == CLASS_TIE;
}

/* The neighbour in the direction of `step` that is no space, call or joiner; NULL at the edge. */
static const struct sign *neighbour(const struct text *text, int i, int step)
{
    for (i += step; i >= 0 && i < text->count; i += step)
        if (!is_space(&text->signs[i]) && text->signs[i].class != CLASS_JOINER &&
            !text_is_call(text, i))
            return &text->signs[i];
    return NULL;
}

/* --- classes by context (B1) --------------------------------------------------------- */

static bool is_western(const struct sign *sign)
{
    return sign && (class_is_word((enum sign_class)sign->class) || sign->class == CLASS_SYMBOL);
}

static bool is_quote(uint32_t c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

/* A closing or single quote that is an apostrophe: between Latin letters. */
static bool is_apostrophe(const struct text *text, int i)
{
    return text->signs[i].c == 0x2019 && i > 0 && i + 1 < text->count &&
           text->signs[i - 1].class == CLASS_LETTER && text->signs[i + 1].class == CLASS_LETTER;
}

/* Settles one pair of quotes, or an opener without its closer (close < 0): Chinese in Chinese
 * text, unless it holds no Han and stands among Western words. */
static void settle_pair(struct text *text, int open, int close, bool holds_han)
{
    const struct sign *before = neighbour(text, open, -1);
    const struct sign *after = close < 0 ? NULL : neighbour(text, close, 1);
    bool western = is_western(before) && (is_western(after) || !after);
    bool chinese = holds_han || (text->chinese && !western);
    text->signs[open].class = (uint8_t)class_of(text->signs[open].c, chinese);
    if (close >= 0)
        text->signs[close].class = (uint8_t)class_of(text->signs[close].c, chinese);
}

/* Pairs by a stack of the openers that wait: one pass, however deep. */
static void settle_quotes(struct text *text)
{
    int *waiting = g_new(int, (gsize)text->count + 1);
    int *han = g_new0(int, (gsize)text->count + 1); /* Han before each sign */
    int depth = 0;
    for (int i = 0; i < text->count; i++) {
        uint32_t c = text->signs[i].c;
        han[i + 1] = han[i] + (text->signs[i].class == CLASS_HAN);
        if (c == 0x2018 || c == 0x201C)
            waiting[depth++] = i;
        if ((c != 0x2019 && c != 0x201D) || is_apostrophe(text, i))
            continue;
        if (depth && text->signs[waiting[depth - 1]].c == c - 1) {
            int open = waiting[--depth];
            settle_pair(text, open, i, han[i] > han[open]);
        } else if (text->chinese && !is_western(neighbour(text, i, -1))) {
            text->signs[i].class = CLASS_CLOSE; /* its opener is in another paragraph */
        }
    }
    while (depth--)
        settle_pair(text, waiting[depth], -1, han[text->count] > han[waiting[depth]]);
    g_free(waiting);
    g_free(han);
}

/* A dash, dots, an interpunct, hyphen or solidus: Western between Western characters. A pair of
 * dashes or dots is one unit, Chinese in Chinese text whatever stands around it (6.9). */
static void settle_sign(struct text *text, int i)
{
    struct sign *sign = &text->signs[i];
    const struct sign *before = neighbour(text, i, -1), *after = neighbour(text, i, 1);
    bool pair = (sign->c == 0x2014 || sign->c == 0x2026 || sign->c == 0x22EF) &&
                ((before == sign - 1 && before->c == sign->c) ||
                 (after == sign + 1 && after->c == sign->c));
    bool western = is_western(before) || is_western(after);
    bool dash = sign->c == 0x2014 || sign->c == 0x2026 || sign->c == 0xB7 || sign->c == 0x22EF;
    bool chinese = dash ? pair || !(is_western(before) && is_western(after))
                        : !western && before && after; /* - – / touching Western text: Western */
    if (!text->chinese)
        chinese =
            pair && before && after && (before->class == CLASS_HAN || after->class == CLASS_HAN);
    sign->class = (uint8_t)(pair && chinese ? CLASS_DOUBLE : class_of(sign->c, chinese));
}

static void settle_classes(struct text *text)
{
    for (int i = 0; i < text->count; i++) /* apart from context, so that neighbours are known */
        text->signs[i].class = (uint8_t)class_of(text->signs[i].c, false);
    settle_quotes(text);
    for (int i = 0; i < text->count; i++)
        if (class_depends(text->signs[i].c) && !is_quote(text->signs[i].c))
            settle_sign(text, i);
}

/* --- spaces (C1 to C5) --------------------------------------------------------------- */

/* Western for autospace: a letter or digit, or a symbol joined to one (C1). */
static bool counts_as_western(const struct text *text, int i, int away)
{
    enum sign_class class = (enum sign_class)text->signs[i].class;
    if (class == CLASS_SYMBOL && i + away >= 0 && i + away < text->count)
        return class_is_word((enum sign_class)text->signs[i + away].class);
    return class_is_word(class);
}

bool text_wants_autospace(const struct text *text, int before, int after)
{
    bool han_first = text->signs[before].class == CLASS_HAN;
    bool han_next = text->signs[after].class == CLASS_HAN;
    return (han_first && counts_as_western(text, after, 1)) ||
           (han_next && counts_as_western(text, before, -1));
}

/* A space is not set as a word space beside Chinese characters: it becomes autospace between Han
 * and Western text and between two Han, and nothing beside full-width marks. */
static void settle_spaces(struct text *text)
{
    const struct sign *before = NULL, *after = NULL; /* of a run of spaces, found once */
    for (int i = 0; i < text->count; i++) {
        struct sign *sign = &text->signs[i];
        if (!is_space(sign) && sign->class != CLASS_JOINER && !text_is_call(text, i)) {
            before = sign;
            after = NULL;
        }
        if (!is_space(sign) || !before)
            continue;
        after = after ? after : neighbour(text, i, 1);
        if (!after)
            break;
        enum sign_class a = (enum sign_class)before->class, b = (enum sign_class)after->class;
        sign->bare = class_is_chinese(a) || class_is_chinese(b);
        if (a == CLASS_BREAK || b == CLASS_BREAK)
            sign->bare = true;
    }
}

/* --- the row ------------------------------------------------------------------------- */

static struct text *text_finish(struct gathering *g, const struct form *form, int label_count)
{
    struct arena *arena = arena_new();
    struct text *text = ARENA_NEW(arena, struct text);
    text->scratch = arena;
    text->bytes = arena_strndup(g->compositor->arena, g->bytes->str, g->bytes->len);
    text->size = (uint32_t)g->bytes->len;
    text->count = (int)g->signs->len;
    text->signs = (struct sign *)(void *)g_array_free(g->signs, FALSE);
    arena_defer(arena, g_free, text->signs);
    text->piece_count = (int)g->pieces->len;
    text->pieces = arena_copy(arena, g->pieces->data, sizeof(struct piece) * g->pieces->len);
    text->label_count = label_count;
    text->chinese = g->compositor->style->language == ZH;
    text->em = form->size;
    g_string_free(g->bytes, TRUE);
    g_array_free(g->pieces, TRUE);
    settle_classes(text);
    settle_spaces(text);
    return text;
}

void text_free(struct text *text)
{
    arena_free(text->scratch);
}

static struct gathering gathering_start(const struct compositor *compositor)
{
    enum { USUAL = 256 }; /* characters of a short paragraph */
    return (struct gathering){compositor, g_string_new(NULL),
                              g_array_sized_new(FALSE, FALSE, sizeof(struct sign), USUAL),
                              g_array_new(FALSE, FALSE, sizeof(struct piece))};
}

struct text *text_of_block(const struct compositor *compositor, const struct node *block,
                           const struct form *form, const char *label,
                           const struct node *label_owner)
{
    struct gathering g = gathering_start(compositor);
    struct piece piece = {.owner = block,
                          .part = RUN_BODY,
                          .look = form->look,
                          .language = compositor->style->language,
                          .size = form->size};
    if (label) {
        struct piece mark = piece;
        mark.owner = label_owner;
        mark.part = RUN_LABEL;
        if (label_owner->kind == NODE_NOTE) { /* a note's figure is superior in its text too (H6) */
            const struct style *style = compositor->style;
            label = call_of(&g, label_owner);
            mark.size = length_scale(form->size, style->notes.call_permille, 1000);
            mark.rise = length_scale(style->notes.call_rise, form->size, PT(10));
        }
        gather_text(&g, arena_printf(compositor->arena, "%s ", label), label_owner->at, &mark);
    }
    int label_count = (int)g.signs->len;
    gather_inlines(&g, block, &piece);
    return text_finish(&g, form, label_count);
}

struct text *text_of_words(const struct compositor *compositor, const char *words,
                           const struct node *owner, const struct form *form)
{
    struct gathering g = gathering_start(compositor);
    struct piece piece = {.owner = owner,
                          .part = RUN_BODY,
                          .look = form->look,
                          .language = compositor->style->language,
                          .size = form->size};
    gather_text(&g, words, owner ? owner->at : SOURCE_NOWHERE, &piece);
    return text_finish(&g, form, 0);
}

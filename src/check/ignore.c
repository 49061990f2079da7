/* ignore: reads what a source asks not to be told. In: the source of a copy. Out: stretches of it
 * that messages of some slugs are dropped in. */
#include "check/ignore.h"

#include <string.h>

#include "base/nearest.h"
#include "check/unit.h"

#define MARK "plenary:ignore"

/* One request: what follows the mark, up to the end of its comment or value. */
struct request {
    const char *words, *end;
    uint32_t from; /* where what is meant begins, when that is known before its end is */
    int depth;     /* XML: of the element that is meant; WAITING: the next one that begins */
};

enum { WAITING = -1 };

/* --- slugs ----------------------------------------------------------------------------- */

static void tell_unknown(const struct copy *copy, const char *word, size_t size)
{
    const char *names[DIAG_COUNT];
    int count = 0;
    for (int slug = 0; slug < DIAG_COUNT; slug++)
        if (diag_may_set((enum diag_slug)slug))
            names[count++] = diag_slug_name((enum diag_slug)slug);
    char *name = g_strndup(word, size);
    const char *nearest = nearest_word(name, names, count);
    uint32_t at = (uint32_t)(word - copy->source->text);
    diag_file(copy->diag, copy->source, at, DIAG_IGNORE_UNKNOWN,
              "“%s” is not the slug of a message, one was wanted here", name);
    diag_range(copy->diag, at + (uint32_t)size);
    if (nearest)
        diag_hint(copy->diag, "did you mean %s?", nearest);
    g_free(name);
}

static enum diag_slug slug_of(const char *word, size_t size)
{
    char *name = g_strndup(word, size);
    enum diag_slug slug = diag_slug_of(name);
    g_free(name);
    return slug;
}

/* Drops messages of the slugs of a request in from…to; all messages when it names none. Behind a
 * colon the reason may be told. */
static void ignore_in(const struct copy *copy, const struct request *request, uint32_t from,
                      uint32_t to)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const char *word = request->words;
    bool any = false;
    for (; word < request->end; any = true) {
        word += strspn(word, " \t,");
        size_t size = strspn(word, letters);
        if (!size || word + size > request->end || g_str_has_prefix(word, "--"))
            break;
        enum diag_slug slug = slug_of(word, size);
        if (slug < DIAG_COUNT)
            diag_ignore(copy->diag, copy->source, from, to, slug);
        word += size;
    }
    if (!any)
        diag_ignore(copy->diag, copy->source, from, to, DIAG_COUNT);
}

static void tell_unknown_slugs(const struct copy *copy, const struct request *request)
{
    for (const char *word = request->words; word < request->end;) {
        word += strspn(word, " \t,");
        size_t size = strcspn(word, " \t\r\n,:\"'<>");
        if (!size || word + size > request->end || g_str_has_prefix(word, "--"))
            return;
        enum diag_slug slug = slug_of(word, size);
        if (slug == DIAG_COUNT || !diag_may_set(slug))
            tell_unknown(copy, word, size);
        word += size;
    }
}

/* --- blocks ---------------------------------------------------------------------------- */

static uint32_t place_of(const struct passage *passage)
{
    return passage->block->at;
}

/* Blocks whose text stands in from…to may begin before it: with their label. */
static void ignore_labels(const struct copy *copy, const struct request *request, uint32_t from,
                          uint32_t to)
{
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        uint32_t text = passage->stretch_count ? passage->stretches[0].text->at : 0;
        if (text >= from && text < to && place_of(passage) < from)
            ignore_in(copy, request, place_of(passage), from);
    }
}

/* Where the last block before a place begins (0: none does), and the first one at it or behind. */
static void blocks_around(const struct copy *copy, uint32_t at, uint32_t *before, uint32_t *after)
{
    *before = 0;
    *after = (uint32_t)copy->source->size + 1;
    for (int i = 0; i < copy->passage_count; i++) {
        uint32_t place = place_of(&copy->passages[i]);
        if (place < at)
            *before = MAX(*before, place);
        else
            *after = MIN(*after, place);
    }
}

/* From what stands before the text of a document, messages about all of it are meant too. */
static void ignore_whole(const struct copy *copy, const struct request *request)
{
    uint32_t at = (uint32_t)(request->words - copy->source->text);
    for (int i = 0; i < copy->passage_count; i++)
        if (copy->passages[i].block->kind != NODE_FIELD && place_of(&copy->passages[i]) < at)
            return;
    ignore_in(copy, request, SOURCE_NOWHERE, SOURCE_NOWHERE);
}

/* --- Markdown and YAML ----------------------------------------------------------------- */

static bool is_blank_line(const char *line)
{
    return strspn(line, " \t\r") == strcspn(line, "\n");
}

/* The start of the line at a place. */
static const char *line_of(const struct source *source, const char *place)
{
    while (place > source->text && place[-1] != '\n')
        place--;
    return place;
}

/* Nothing but the comment stands on its line. */
static bool stands_alone(const struct source *source, const struct request *request)
{
    const char *comment = request->words - strlen(MARK), *line = line_of(source, comment);
    size_t before = strspn(line, " \t#<!-");
    const char *behind = g_str_has_prefix(request->end, "-->") ? request->end + 3 : request->end;
    return line + before >= comment && is_blank_line(behind);
}

static void take_line(const struct copy *copy, const struct request *request)
{
    uint32_t at = (uint32_t)(request->words - copy->source->text), before, after, next, ignored;
    blocks_around(copy, at, &before, &after);
    ignore_whole(copy, request);
    if (!stands_alone(copy->source, request)) {
        ignore_in(copy, request, before, after);
        return;
    }
    blocks_around(copy, after + 1, &ignored, &next);
    ignore_in(copy, request, after, next);
}

static void take_lines(const struct copy *copy, const char *comment_end)
{
    const char *mark = copy->source->text;
    while ((mark = strstr(mark, MARK))) {
        struct request request = {.words = mark + strlen(MARK)};
        const char *line_end = request.words + strcspn(request.words, "\r\n");
        const char *end = comment_end ? strstr(request.words, comment_end) : NULL;
        request.end = end && end < line_end ? end : line_end;
        const char *line = line_of(copy->source, mark);
        bool comment =
            memchr(line, '#', (size_t)(mark - line)) || g_strstr_len(line, mark - line, "<!--");
        if (comment) {
            tell_unknown_slugs(copy, &request);
            take_line(copy, &request);
        }
        mark = request.end;
    }
}

/* --- XML ------------------------------------------------------------------------------- */

struct element {
    uint32_t at;
    bool is_block; /* it holds text */
};

struct scan {
    const struct copy *copy;
    GArray *open;     /* of struct element */
    GArray *requests; /* of struct request, those that are not settled */
};

/* The end of a tag, quotation marks minded. */
static const char *end_of_tag(const char *p)
{
    for (char quote = '\0'; *p; p++) {
        if (quote ? *p == quote : *p == '"' || *p == '\'')
            quote = quote ? '\0' : *p;
        else if (!quote && *p == '>')
            return p + 1;
    }
    return p;
}

static bool is_block(const char *name)
{
    static const char *const blocks[] = {"p", "heading", "subheading", "num", "longTitle", "li"};
    size_t size = strcspn(name, " \t\r\n/>");
    const char *colon = memchr(name, ':', size);
    if (colon) {
        size -= (size_t)(colon + 1 - name);
        name = colon + 1;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(blocks); i++)
        if (strlen(blocks[i]) == size && memcmp(blocks[i], name, size) == 0)
            return true;
    return false;
}

/* A comment in a block means it, another one the element that begins next. */
static void take_comment(struct scan *scan, const char *from, const char *to)
{
    const char *mark = g_strstr_len(from, to - from, MARK);
    if (!mark)
        return;
    struct request request = {mark + strlen(MARK), to - strlen("-->"), 0, WAITING};
    for (guint i = 0; i < scan->open->len && request.depth == WAITING; i++)
        if (g_array_index(scan->open, struct element, i).is_block) {
            request.depth = (int)i;
            request.from = g_array_index(scan->open, struct element, i).at;
        }
    tell_unknown_slugs(scan->copy, &request);
    g_array_append_val(scan->requests, request);
}

static void take_attribute(struct scan *scan, const char *from, const char *to)
{
    const char *mark = g_strstr_len(from, to - from, MARK);
    size_t equals = mark ? strspn(mark + strlen(MARK), " \t\r\n=") : 0;
    if (!equals)
        return;
    const char *quote = mark + strlen(MARK) + equals;
    const char *end = memchr(quote + 1, *quote, (size_t)(to - quote - 1));
    struct request request = {quote + 1, end ? end : to,
                              (uint32_t)(from - scan->copy->source->text),
                              (int)scan->open->len - 1};
    tell_unknown_slugs(scan->copy, &request);
    g_array_append_val(scan->requests, request);
}

static void open_element(struct scan *scan, const char *from, const char *to)
{
    uint32_t at = (uint32_t)(from - scan->copy->source->text);
    struct element element = {at, is_block(from + 1)};
    g_array_append_val(scan->open, element);
    for (guint i = 0; i < scan->requests->len; i++) {
        struct request *request = &g_array_index(scan->requests, struct request, i);
        if (request->depth == WAITING) {
            request->depth = (int)scan->open->len - 1;
            request->from = at;
        }
    }
    take_attribute(scan, from, to);
}

static void close_element(struct scan *scan, const char *to)
{
    uint32_t end = (uint32_t)(to - scan->copy->source->text);
    int depth = (int)scan->open->len - 1;
    for (guint i = scan->requests->len; i-- > 0;) {
        struct request request = g_array_index(scan->requests, struct request, i);
        if (request.depth != depth)
            continue;
        g_array_remove_index(scan->requests, i);
        ignore_in(scan->copy, &request, request.from, end);
        ignore_labels(scan->copy, &request, request.from, end);
        if (depth == 0)
            ignore_in(scan->copy, &request, SOURCE_NOWHERE, SOURCE_NOWHERE);
    }
    if (depth >= 0)
        g_array_set_size(scan->open, (guint)depth);
}

/* Takes what begins with "<"; what is behind it. */
static const char *take_tag(struct scan *scan, const char *p)
{
    static const char *const pairs[][2] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (g_str_has_prefix(p, pairs[i][0])) {
            const char *end = strstr(p + strlen(pairs[i][0]), pairs[i][1]);
            end = end ? end + strlen(pairs[i][1]) : p + strlen(p);
            if (i == 0)
                take_comment(scan, p, end);
            return end;
        }
    const char *end = end_of_tag(p);
    if (p[1] == '/') {
        close_element(scan, end);
        return end;
    }
    open_element(scan, p, end);
    if (end[-2] == '/')
        close_element(scan, end);
    return end;
}

static void take_xml(const struct copy *copy)
{
    struct scan scan = {copy, g_array_new(FALSE, FALSE, sizeof(struct element)),
                        g_array_new(FALSE, FALSE, sizeof(struct request))};
    for (const char *p = copy->source->text; (p = strchr(p, '<'));)
        p = take_tag(&scan, p);
    g_array_free(scan.open, TRUE);
    g_array_free(scan.requests, TRUE);
}

void ignore_take(const struct copy *copy)
{
    const struct source *source = copy->source;
    if (!strstr(source->text, MARK))
        return;
    switch (unit_writing(source, (uint32_t)source->size)) {
    case WRITING_XML:
    case WRITING_CDATA:
        take_xml(copy);
        break;
    case WRITING_MARKDOWN:
    case WRITING_PLAIN:
    case WRITING_SINGLE:
    case WRITING_DOUBLE:
        take_lines(copy, "-->");
        break;
    }
}

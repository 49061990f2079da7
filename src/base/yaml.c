/* yaml: YAML text in, a tree of nodes with byte offsets out. The events of libfyaml are taken one
 * by one; nothing of the library outlives yaml_parse. */
#include "base/yaml.h"

#include <glib.h>
#include <libfyaml.h>
#include <string.h>

struct parse {
    struct arena *arena;
    const struct source *source;
    uint32_t from, to;
    enum diag_slug slug;
    struct diag *diag;
    struct fy_parser *parser;
    struct fy_diag *collected; /* what the library has to say */
    int depth;
};

static struct yaml *parse_node(struct parse *parse, const struct fy_event *event);

/* --- places and errors --------------------------------------------------------------- */

static uint32_t event_offset(const struct parse *parse, const struct fy_event *event)
{
    const struct fy_mark *mark = fy_event_start_mark((struct fy_event *)event);
    return mark ? parse->from + (uint32_t)mark->input_pos : parse->to;
}

/* libfyaml counts lines and columns (characters) from 1 within what it was given. */
static uint32_t error_offset(const struct parse *parse, const struct fy_diag_error *error)
{
    const char *start = parse->source->text + parse->from;
    const char *end = parse->source->text + parse->to, *at = start;
    for (int line = 1; line < error->line; line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        if (!newline)
            break;
        at = newline + 1;
    }
    for (int column = 1; column < error->column && at < end && *at != '\n'; column++)
        do
            at++;
        while (at < end && (*at & 0xC0) == 0x80);
    return parse->from + (uint32_t)(at - start);
}

static struct yaml *fail(struct parse *parse, uint32_t at, const char *why)
{
    diag_file(parse->diag, parse->source, at, parse->slug, "%s", why);
    return NULL;
}

/* Files the first error that the library has collected. */
static struct yaml *fail_syntax(struct parse *parse)
{
    void *step = NULL;
    const struct fy_diag_error *error = fy_diag_errors_iterate(parse->collected, &step);
    diag_file(parse->diag, parse->source, error ? error_offset(parse, error) : parse->to,
              parse->slug, "this is not YAML: %s", error ? error->msg : "it ends too early");
    return NULL;
}

/* --- events -------------------------------------------------------------------------- */

static struct yaml *node_new(const struct parse *parse, enum yaml_kind kind,
                             const struct fy_event *event)
{
    struct yaml *node = ARENA_NEW(parse->arena, struct yaml);
    node->kind = kind;
    node->at = event_offset(parse, event);
    return node;
}

static struct yaml *parse_scalar(struct parse *parse, const struct fy_event *event)
{
    struct yaml *node = node_new(parse, YAML_SCALAR, event);
    struct fy_token *token = event->scalar.value;
    size_t length = 0;
    const char *text = token ? fy_token_get_text(token, &length) : NULL;
    node->text = arena_strndup(parse->arena, text ? text : "", text ? length : 0);
    enum fy_scalar_style style = token ? fy_token_scalar_style(token) : FYSS_PLAIN;
    node->plain = style == FYSS_PLAIN;
    if (style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED)
        node->at--; /* the library's mark is behind the quotation mark */
    if (strlen(node->text) < length)
        return fail(parse, node->at, "the character U+0000 stands here, which no text holds");
    return node;
}

/* Takes the children of a sequence, or the pairs of a mapping, up to its end. `keys` is NULL for
 * a sequence. */
static struct yaml *parse_children(struct parse *parse, struct yaml *parent, GHashTable *keys)
{
    const struct yaml **link = &parent->first;
    const struct yaml *key = NULL;
    for (;;) {
        struct fy_event *event = fy_parser_parse(parse->parser);
        if (!event)
            return fail_syntax(parse);
        bool end = event->type == FYET_SEQUENCE_END || event->type == FYET_MAPPING_END;
        struct yaml *node = end ? NULL : parse_node(parse, event);
        fy_parser_event_free(parse->parser, event);
        if (end)
            return parent;
        if (!node)
            return NULL;
        if (keys && !key) {
            if (node->kind != YAML_SCALAR)
                return fail(parse, node->at, "a key must be a word, not a list or a mapping");
            if (!g_hash_table_add(keys, (gpointer)node->text))
                return fail(parse, node->at, "this key stands here for the second time");
            key = node;
            continue;
        }
        node->key = key ? key->text : NULL;
        node->key_at = key ? key->at : 0;
        if (key && node->plain && !*node->text)
            node->at = key->at; /* no value has no place */
        key = NULL;
        parent->count++;
        *link = node;
        link = &node->next;
    }
}

static struct yaml *parse_sequence(struct parse *parse, const struct fy_event *event)
{
    return parse_children(parse, node_new(parse, YAML_SEQUENCE, event), NULL);
}

static struct yaml *parse_mapping(struct parse *parse, const struct fy_event *event)
{
    GHashTable *keys = g_hash_table_new(g_str_hash, g_str_equal);
    struct yaml *node = parse_children(parse, node_new(parse, YAML_MAPPING, event), keys);
    g_hash_table_destroy(keys);
    return node;
}

static struct yaml *parse_node(struct parse *parse, const struct fy_event *event)
{
    if (event->type == FYET_SCALAR)
        return parse_scalar(parse, event);
    if (event->type == FYET_ALIAS)
        return fail(parse, event_offset(parse, event), "aliases (*name) are not read here");
    if (++parse->depth > YAML_MAX_DEPTH)
        return fail(parse, event_offset(parse, event),
                    arena_printf(parse->arena, "nested deeper than %d levels", YAML_MAX_DEPTH));
    struct yaml *node = event->type == FYET_SEQUENCE_START ? parse_sequence(parse, event)
                                                           : parse_mapping(parse, event);
    parse->depth--;
    return node;
}

/* Takes events until the first one that is not about streams and documents; NULL after an error
 * and, with *empty set, at the end. */
static struct fy_event *next_content(struct parse *parse, bool *empty)
{
    for (;;) {
        struct fy_event *event = fy_parser_parse(parse->parser);
        if (!event || event->type == FYET_STREAM_END) {
            *empty = event && !fy_parser_get_stream_error(parse->parser);
            fy_parser_event_free(parse->parser, event);
            return NULL;
        }
        if (event->type != FYET_STREAM_START && event->type != FYET_DOCUMENT_START &&
            event->type != FYET_DOCUMENT_END)
            return event;
        fy_parser_event_free(parse->parser, event);
    }
}

static struct yaml *parse_document(struct parse *parse)
{
    bool empty = false;
    struct fy_event *event = next_content(parse, &empty);
    if (!event && !empty)
        return fail_syntax(parse);
    struct yaml *root = ARENA_NEW(parse->arena, struct yaml);
    *root = (struct yaml){.kind = YAML_MAPPING, .at = parse->from};
    if (!event)
        return root;

    bool nothing = event->type == FYET_SCALAR && !event->scalar.value; /* "---" alone */
    if (!nothing)
        root = parse_node(parse, event);
    fy_parser_event_free(parse->parser, event);
    if (!root)
        return NULL;
    event = next_content(parse, &empty);
    if (!event)
        return empty ? root : fail_syntax(parse);
    uint32_t at = event_offset(parse, event);
    fy_parser_event_free(parse->parser, event);
    return fail(parse, at, "a second YAML document begins here, one was wanted");
}

/* --- in and out ---------------------------------------------------------------------- */

const struct yaml *yaml_parse(struct arena *arena, const struct source *source, uint32_t from,
                              uint32_t to, enum diag_slug slug, struct diag *diag)
{
    const struct fy_diag_cfg quiet = {.level = FYET_ERROR, .module_mask = ~0U};
    struct parse parse = {arena, source, from, to, slug, diag, NULL, fy_diag_create(&quiet), 0};
    fy_diag_set_collect_errors(parse.collected, true);
    /* The depth is counted here, and the events are taken without recursion there. */
    parse.parser = fy_parser_create(
        &(struct fy_parse_cfg){.flags = FYPCF_DISABLE_DEPTH_LIMIT, .diag = parse.collected});
    if (!parse.parser || fy_parser_set_string(parse.parser, source->text + from, to - from))
        g_error("libfyaml cannot be set up");
    const struct yaml *root = parse_document(&parse);
    fy_parser_destroy(parse.parser);
    fy_diag_destroy(parse.collected);
    return root;
}

const struct yaml *yaml_get(const struct yaml *mapping, const char *key)
{
    if (!mapping || mapping->kind != YAML_MAPPING)
        return NULL;
    const struct yaml *pair = mapping->first;
    while (pair && strcmp(pair->key, key) != 0)
        pair = pair->next;
    return pair;
}

bool yaml_is_null(const struct yaml *node)
{
    return node->kind == YAML_SCALAR && node->plain &&
           (!*node->text || strcmp(node->text, "~") == 0 || strcmp(node->text, "null") == 0);
}

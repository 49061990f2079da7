/* akn_xml: libxml2's SAX events → a tree in the arena. */
#include "read/akn_xml.h"

#include <glib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

struct parse {
    struct arena *arena;
    const struct source *source;
    struct diag *diag;
    xmlParserCtxtPtr parser;
    struct xml *root, *open; /* `open`: the innermost element whose end was not met yet */
    int depth;
    GString *text; /* what is gathered of a text */
    uint32_t text_at;
    bool failed;
};

/* --- places and errors --------------------------------------------------------------- */

static uint32_t offset_now(const struct parse *parse)
{
    long consumed = xmlByteConsumed(parse->parser);
    size_t size = parse->source->size;
    return consumed < 0 || (size_t)consumed > size ? (uint32_t)size : (uint32_t)consumed;
}

/* The last place before `from` where that stands; `from` when there is none. */
static uint32_t offset_back(const struct parse *parse, uint32_t from, const char *what)
{
    const char *text = parse->source->text;
    const char *found = g_strrstr_len(text, from, what);
    return found ? (uint32_t)(found - text) : from;
}

/* The "<" of the start tag that was just read: no attribute holds another one. */
static uint32_t offset_of_tag(const struct parse *parse)
{
    uint32_t at = offset_now(parse);
    while (at > 0 && parse->source->text[--at] != '<')
        ;
    return at;
}

static void stop(struct parse *parse)
{
    parse->failed = true;
    xmlStopParser(parse->parser);
}

static void on_error(void *data, xmlErrorPtr error)
{
    struct parse *parse = data;
    if (parse->failed || error->level != XML_ERR_FATAL || error->code == XML_ERR_USER_STOP)
        return;
    uint32_t at = offset_now(parse);
    if (error->code == XML_ERR_TAG_NAME_MISMATCH)
        at = offset_back(parse, at, "<");
    char *said = g_strdup(error->message ? error->message : "not well-formed");
    g_strdelimit(g_strstrip(said), "\n\r\t", ' ');
    bool truncated = at >= parse->source->size;
    diag_file(parse->diag, parse->source, at, DIAG_XML, "this is not well-formed XML: %s", said);
    if (truncated)
        diag_hint(parse->diag, "the file ends here; was all of it copied?");
    g_free(said);
    stop(parse);
}

static void on_document_type(void *data, const xmlChar *name, const xmlChar *public_id,
                             const xmlChar *system_id)
{
    struct parse *parse = data;
    (void)name, (void)public_id, (void)system_id;
    if (parse->failed)
        return;
    diag_file(parse->diag, parse->source, offset_back(parse, offset_now(parse), "<!DOCTYPE"),
              DIAG_XML_ENTITY, "a document type is never read, a document without one was wanted");
    stop(parse);
}

static xmlEntityPtr on_entity(void *data, const xmlChar *name)
{
    struct parse *parse = data;
    if (!parse->failed) {
        diag_file(parse->diag, parse->source, offset_back(parse, offset_now(parse), "&"),
                  DIAG_XML_ENTITY, "the entity &%s; is not known here, the character was wanted",
                  (const char *)name);
        stop(parse);
    }
    return NULL;
}

/* --- the tree ------------------------------------------------------------------------ */

static struct xml *add_node(struct parse *parse, uint32_t at)
{
    struct xml *node = ARENA_NEW(parse->arena, struct xml), *parent = parse->open;
    node->at = at;
    node->parent = parent;
    if (!parent) {
        parse->root = node;
        return node;
    }
    node->prev = parent->last;
    *(parent->last ? &parent->last->next : &parent->first) = node;
    parent->last = node;
    return node;
}

static void end_text(struct parse *parse)
{
    if (parse->text->len && parse->open) {
        struct xml *node = add_node(parse, parse->text_at);
        node->text = arena_strndup(parse->arena, parse->text->str, parse->text->len);
    }
    g_string_truncate(parse->text, 0);
}

static void on_text(void *data, const xmlChar *text, int length)
{
    struct parse *parse = data;
    if (!parse->failed)
        g_string_append_len(parse->text, (const char *)text, length);
}

/* libxml2 hands over five pointers an attribute: name, prefix, URI, value, end of value. */
static const struct xml_attribute *copy_attributes(struct parse *parse, int count,
                                                   const xmlChar **attributes)
{
    struct xml_attribute *first = NULL, **end = &first;
    for (int i = 0; i < count; i++, attributes += 5) {
        struct xml_attribute *a = ARENA_NEW(parse->arena, struct xml_attribute);
        a->name = arena_strdup(parse->arena, (const char *)attributes[0]);
        a->value = arena_strndup(parse->arena, (const char *)attributes[3],
                                 (size_t)(attributes[4] - attributes[3]));
        *end = a;
        end = &a->next;
    }
    return first;
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes)
{
    struct parse *parse = data;
    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted_count;
    if (parse->failed)
        return;
    end_text(parse);
    uint32_t at = offset_of_tag(parse);
    if (++parse->depth > XML_MAX_DEPTH) {
        diag_file(parse->diag, parse->source, at, DIAG_TOO_DEEP,
                  "<%s> stands in more than %d elements, a document of fewer levels was wanted",
                  (const char *)name, XML_MAX_DEPTH);
        stop(parse);
        return;
    }
    struct xml *element = add_node(parse, at);
    element->name = arena_strdup(parse->arena, (const char *)name);
    element->attributes = copy_attributes(parse, attribute_count, attributes);
    parse->open = element;
    parse->text_at = offset_now(parse) + 1; /* behind the ">" */
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct parse *parse = data;
    (void)name, (void)prefix, (void)uri;
    if (parse->failed)
        return;
    end_text(parse);
    parse->open = parse->open->parent;
    parse->depth--;
    parse->text_at = offset_now(parse);
}

static void run(struct parse *parse)
{
    xmlSAXHandler *events = parse->parser->sax;
    memset(events, 0, sizeof *events);
    events->initialized = XML_SAX2_MAGIC;
    events->startElementNs = on_start;
    events->endElementNs = on_end;
    events->characters = on_text;
    events->ignorableWhitespace = on_text;
    events->cdataBlock = on_text;
    events->getEntity = on_entity;
    events->internalSubset = on_document_type;
    events->serror = on_error;
    parse->parser->userData = parse;
    /* NOENT: without it "&amp;" in an attribute arrives as "&#38;". No entity can be declared. */
    xmlCtxtUseOptions(parse->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
    parse->text = g_string_new(NULL);
    xmlParseDocument(parse->parser);
    g_string_free(parse->text, TRUE);
}

const struct xml *xml_parse(struct arena *arena, const struct source *source, struct diag *diag)
{
    struct parse parse = {.arena = arena, .source = source, .diag = diag};
    xmlInitParser();
    parse.parser = xmlCreateMemoryParserCtxt(source->text, (int)source->size);
    if (!parse.parser) {
        diag_file(diag, source, 0, DIAG_XML, "this is not well-formed XML: there is no element");
        return NULL;
    }
    run(&parse);
    if (!parse.failed && (!parse.parser->wellFormed || !parse.root)) {
        diag_file(diag, source, offset_now(&parse), DIAG_XML, "this is not well-formed XML");
        parse.failed = true;
    }
    if (parse.parser->myDoc)
        xmlFreeDoc(parse.parser->myDoc);
    xmlFreeParserCtxt(parse.parser);
    return parse.failed ? NULL : parse.root;
}

/* --- looking around ------------------------------------------------------------------ */

const char *xml_attribute(const struct xml *element, const char *name)
{
    for (const struct xml_attribute *a = element->attributes; a; a = a->next)
        if (strcmp(a->name, name) == 0)
            return a->value;
    return "";
}

bool xml_is(const struct xml *node, const char *name)
{
    return node && node->name && strcmp(node->name, name) == 0;
}

const struct xml *xml_child(const struct xml *parent, const char *name)
{
    for (const struct xml *n = parent ? parent->first : NULL; n; n = n->next)
        if (xml_is(n, name))
            return n;
    return NULL;
}

static const struct xml *next_node(const struct xml *node, const struct xml *root)
{
    if (node->first)
        return node->first;
    for (; node != root; node = node->parent)
        if (node->next)
            return node->next;
    return NULL;
}

const struct xml *xml_find(const struct xml *root, const char *name)
{
    for (const struct xml *n = root; n; n = next_node(n, root))
        if (xml_is(n, name))
            return n;
    return NULL;
}

const char *xml_text(struct arena *arena, const struct xml *node)
{
    GString *out = g_string_new(NULL);
    for (const struct xml *n = node; n; n = next_node(n, node))
        if (n->text)
            g_string_append(out, n->text);
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

bool xml_is_blank(const struct xml *node)
{
    return node->text && node->text[strspn(node->text, " \t\r\n")] == '\0';
}

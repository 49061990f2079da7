/* akn: AKN4UN XML → document tree (formats.md 2). This file knows the large parts: what is meta,
 * what is masthead, preamble, body, annex, and what a collection holds. */
#include "read/akn.h"

#include <glib.h>
#include <string.h>

#include "read/derive.h"
#include "read/guess.h"
#include "read/read.h"
#include "read/sections.h"

static void skip(struct akn *akn, const struct xml *element)
{
    (void)akn, (void)element;
}

akn_reader *akn_find_rule(const struct akn_rule *rules, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(rules[i].name, name) == 0)
            return rules[i].read;
    return NULL;
}

struct akn_place akn_enter(struct akn *akn, struct node *container)
{
    struct akn_place before = akn->place;
    akn->place = (struct akn_place){.plain = NODE_PARAGRAPH, .guesses = true};
    outline_begin(&akn->place.outline, akn->arena, container);
    return before;
}

/* --- meta ---------------------------------------------------------------------------- */

static enum doc_kind kind_of(const struct xml *document)
{
    const char *name = xml_attribute(document, "name");
    if (strcmp(name, "decision") == 0)
        return KIND_DECISION;
    if (strcmp(name, "draftResolution") == 0)
        return KIND_DRAFT;
    return strcmp(name, "presidentialStatement") == 0 ? KIND_STATEMENT : KIND_RESOLUTION;
}

/* "25-21251 (E)" in the file itself, or what the file's name says. */
static void read_job(struct akn *akn, const struct xml *root)
{
    const struct xml *docket = xml_find(root, "docketNumber");
    const char *text = docket ? g_strstrip((char *)xml_text(akn->arena, docket)) : "";
    const char *job = *text ? arena_strndup(akn->arena, text, strcspn(text, " ("))
                            : derive_job_number(akn->arena, akn->source->name);
    if (job)
        doc_place_field(akn->doc,
                        doc_new_field(akn->arena, FIELD_JOB, job, docket ? docket->at : 0));
}

static enum language language_in(const struct akn *akn, const struct xml *root)
{
    const struct xml *element = xml_find(root, "FRBRlanguage");
    enum language language =
        element ? language_of(xml_attribute(element, "language")) : LANGUAGE_NONE;
    if (language != LANGUAGE_NONE)
        return language;
    const char *text = xml_text(akn->arena, root);
    language = guess_language(text, strlen(text));
    if (language == LANGUAGE_NONE)
        diag_file(akn->diag, akn->source, element ? element->at : root->at, DIAG_NO_LANGUAGE,
                  "the language is not given in FRBRlanguage and cannot be told from the text");
    return language;
}

/* --- the large parts ---------------------------------------------------------------------------
 */

static void read_preamble(struct akn *akn, const struct xml *element)
{
    akn->place.plain = NODE_PREAMBULAR;
    akn_read_blocks(akn, element);
    akn->place.plain = NODE_PARAGRAPH;
}

static void read_annex(struct akn *akn, const struct xml *element)
{
    struct node *annex = doc_new(akn->arena, NODE_ANNEX, element->at);
    doc_append(akn->place.outline.container, annex);
    struct akn_place before = akn_enter(akn, annex);
    akn_read_blocks(akn, element);
    akn->place = before;
}

static const struct akn_rule *rules_of(bool is_part, size_t *count)
{
    static const struct akn_rule whole[] = {
        {"meta", skip},
        {"coverPage", akn_read_cover},
        {"preface", akn_read_preface},
        {"preamble", read_preamble},
        {"mainBody", akn_read_blocks},
        {"conclusions", akn_read_conclusions},
        {"attachment", read_annex},
        {"collectionBody", skip},
    };
    static const struct akn_rule part[] = {
        {"meta", skip},
        {"preface", akn_read_part_preface},
        {"preamble", read_preamble},
        {"mainBody", akn_read_blocks},
        {"conclusions", akn_read_conclusions},
        {"attachment", read_annex},
    };
    *count = is_part ? G_N_ELEMENTS(part) : G_N_ELEMENTS(whole);
    return is_part ? part : whole;
}

/* A statement, whatever element its parts are wrapped in. */
static void read_statement(struct akn *akn, const struct xml *element, bool is_part)
{
    size_t count;
    const struct akn_rule *rules = rules_of(is_part, &count);
    for (const struct xml *n = element->first; n; n = n->next) {
        akn_reader *reader = n->name ? akn_find_rule(rules, count, n->name) : NULL;
        if (reader)
            reader(akn, n);
        else if (xml_is(n, "attachments") || xml_is(n, "body"))
            read_statement(akn, n, is_part);
        else if (n->name || !xml_is_blank(n))
            akn_read_block(akn, n);
    }
}

static void read_part(struct akn *akn, const struct xml *statement)
{
    struct node *part = doc_new(akn->arena, NODE_PART, statement->at);
    doc_append(akn->doc, part);
    struct akn_place before = akn_enter(akn, part);
    read_statement(akn, statement, true);
    akn->place = before;
}

static void read_components(struct akn *akn, const struct xml *root)
{
    const struct xml *components = xml_child(root, "components");
    for (const struct xml *c = components ? components->first : NULL; c; c = c->next)
        for (const struct xml *n = c->first; n; n = n->next)
            if (n->name)
                read_part(akn, n);
}

/* The title of an annex is as high as the word above it, unless the source tells them apart. */
static void settle_levels(const struct akn *akn)
{
    for (const struct akn_levelled *l = akn->levelled; l && l->next; l = l->next) {
        struct node *title = l->heading, *word = title->prev;
        bool below = word && word == l->next->heading && word->parent->kind == NODE_ANNEX &&
                     word == word->parent->first;
        if (below && l->next->level == 1 && title->kind == NODE_HEADING && !title->label)
            title->as.block.level = l->level;
    }
}

/* The last step takes all blocks and the words of the language. */
static bool settle(struct akn *akn)
{
    enum language language = akn->doc->as.doc.language;
    if (language == LANGUAGE_NONE)
        return false;
    const struct style *style = style_load(akn->arena, "un", language, akn->diag);
    if (!style)
        return false;
    akn_settle_closing(akn, style, akn->doc);
    sections_settle(akn->arena, akn->doc, style);
    settle_levels(akn);
    for (struct node *n = akn->doc; n; n = doc_next(n, akn->doc))
        if (n->kind == NODE_HEADING)
            akn_unwrap_looks(n, LOOK_BOLD);
    return true;
}

struct node *read_akn(struct arena *arena, const struct source *source, struct diag *diag)
{
    const struct xml *root = xml_parse(arena, source, diag);
    if (!root)
        return NULL;
    const struct xml *document = root->first;
    while (document && !document->name)
        document = document->next;
    if (!xml_is(root, "akomaNtoso") || !document) {
        diag_file(diag, source, root->at, DIAG_XML_ROOT,
                  "<%s> is no Akoma Ntoso document, <akomaNtoso> with a document in it was wanted",
                  root->name);
        return NULL;
    }
    struct akn akn = {.arena = arena, .source = source, .diag = diag};
    akn.doc = doc_new(arena, NODE_DOC, document->at);
    akn.doc->as.doc.source = source;
    akn.doc->as.doc.kind = kind_of(document);
    akn.doc->as.doc.language = language_in(&akn, root);
    akn_enter(&akn, akn.doc);
    akn_read_vote(&akn, document);
    read_statement(&akn, document, false);
    read_components(&akn, root);
    read_job(&akn, root);
    return settle(&akn) ? akn.doc : NULL;
}

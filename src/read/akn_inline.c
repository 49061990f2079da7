/* akn_inline: text, looks, links, notes and breaks within a block. */
#include <glib.h>
#include <string.h>

#include "read/akn.h"
#include "read/inspect.h"

/* --- looks --------------------------------------------------------------------------- */

static unsigned look_of_class(const char *class)
{
    static const struct {
        const char *word;
        enum look look;
    } words[] = {{"bold", LOOK_BOLD},
                 {"italic", LOOK_ITALIC},
                 {"underline", LOOK_UNDERLINE},
                 {"strike", LOOK_STRIKE},
                 {"smallCaps", LOOK_SMALL_CAPS}};
    unsigned look = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(class, words[i].word))
            look |= words[i].look;
    return look;
}

static void read_with_look(struct akn *akn, const struct xml *element, struct node *target,
                           unsigned look)
{
    if (!look) {
        akn_read_inlines(akn, element, target);
        return;
    }
    struct node *span = doc_new(akn->arena, NODE_SPAN, element->at);
    span->as.span.look = look;
    doc_append(target, span);
    akn_read_inlines(akn, element, span);
}

static void read_span(struct akn *akn, const struct xml *element, struct node *target)
{
    read_with_look(akn, element, target, look_of_class(xml_attribute(element, "class")));
}

static void read_bold(struct akn *akn, const struct xml *element, struct node *target)
{
    read_with_look(akn, element, target, LOOK_BOLD);
}

static void read_italic(struct akn *akn, const struct xml *element, struct node *target)
{
    read_with_look(akn, element, target, LOOK_ITALIC);
}

static void read_underline(struct akn *akn, const struct xml *element, struct node *target)
{
    read_with_look(akn, element, target, LOOK_UNDERLINE);
}

static void read_strike(struct akn *akn, const struct xml *element, struct node *target)
{
    read_with_look(akn, element, target, LOOK_STRIKE);
}

static void read_inferior(struct akn *akn, const struct xml *element, struct node *target)
{
    read_with_look(akn, element, target, LOOK_INFERIOR);
}

static const struct xml *beside(const struct xml *node, bool after)
{
    do
        node = after ? node->next : node->prev;
    while (node && xml_is_blank(node));
    return node;
}

/* Arabic files type the raised parentheses of a note's call, sometimes the wrong ones: how a call
 * looks is the style's. */
static bool is_parenthesis_of_call(const char *text, const struct xml *element)
{
    text += strspn(text, " ");
    bool parenthesis = (*text == '(' || *text == ')') && !text[1 + strspn(text + 1, " ")];
    return parenthesis && (xml_is(beside(element, true), "authorialNote") ||
                           xml_is(beside(element, false), "authorialNote"));
}

static void read_superior(struct akn *akn, const struct xml *element, struct node *target)
{
    const char *text = xml_text(akn->arena, element);
    if (!is_parenthesis_of_call(text, element))
        read_with_look(akn, element, target, LOOK_SUPERIOR);
    else if (g_str_has_suffix(text, " "))
        doc_append_text(akn->arena, target, " ", 1, element->at);
}

/* --- links, breaks, notes ----------------------------------------------------------------------
 */

static void read_link(struct akn *akn, const struct xml *element, struct node *target)
{
    const char *uri = xml_attribute(element, "href");
    if (!g_str_has_prefix(uri, "http://") && !g_str_has_prefix(uri, "https://")) {
        akn_read_inlines(akn, element, target);
        return;
    }
    struct node *link = doc_new(akn->arena, NODE_LINK, element->at);
    link->as.link.target = uri;
    doc_append(target, link);
    akn_read_inlines(akn, element, link);
}

static void read_break(struct akn *akn, const struct xml *element, struct node *target)
{
    doc_append(target, doc_new(akn->arena, NODE_BREAK, element->at));
}

/* The body of a note begins with tabs, in Arabic with "()" behind them; "((" are of the text. */
static void cut_note_front(struct node *note)
{
    struct node *text = inspect_first_text(note);
    if (!text)
        return;
    size_t front = strspn(text->text, " \t\r\n");
    const char *begin = text->text + front;
    if (!g_str_has_prefix(begin, "()") && !g_str_has_prefix(begin, ")("))
        return;
    text->text += front + strlen("()");
    text->at += (uint32_t)(front + strlen("()"));
}

static void add_superior(struct akn *akn, struct node *before, struct node *parent,
                         const char *text, uint32_t at)
{
    struct node *span = doc_new(akn->arena, NODE_SPAN, at);
    span->as.span.look = LOOK_SUPERIOR;
    doc_append_text(akn->arena, span, text, strlen(text), at);
    if (before)
        doc_insert_before(before, span);
    else
        doc_append(parent, span);
}

static void read_note_blocks(struct akn *akn, const struct xml *element, struct node *note,
                             struct node *late)
{
    struct akn_place before = akn_enter(akn, note);
    akn->place.guesses = false;
    akn->place.late = late;
    akn_read_blocks(akn, element);
    akn->place = before;
}

/* A note within a note has no place on the page of its own: its text follows on the outer one's. */
static void read_inner_note(struct akn *akn, const struct xml *element, struct node *target)
{
    const char *marker = xml_attribute(element, "marker");
    struct node *late = akn->place.late, *last = late->last;
    add_superior(akn, NULL, target, marker, element->at);
    read_note_blocks(akn, element, late, late);
    struct node *body = last ? last->next : late->first;
    if (body && doc_is_block(body->kind) && body->first)
        add_superior(akn, body->first, NULL, marker, element->at);
}

static void read_note(struct akn *akn, const struct xml *element, struct node *target)
{
    if (akn->place.late) {
        read_inner_note(akn, element, target);
        return;
    }
    struct node *note = doc_new(akn->arena, NODE_NOTE, element->at);
    struct node *late = doc_new(akn->arena, NODE_NOTE, element->at);
    const char *marker = xml_attribute(element, "marker");
    note->label = *marker ? marker : NULL;
    doc_append(target, note);
    read_note_blocks(akn, element, note, late);
    while (late->first)
        doc_append(note, late->first);
    cut_note_front(note);
}

/* What a picture shows is not in the file, or in a file beside it. */
static void read_picture(struct akn *akn, const struct xml *element, struct node *target)
{
    (void)target;
    diag_file(akn->diag, akn->source, element->at, DIAG_XML_PICTURE,
              "the picture “%s” is left out, text was wanted", xml_attribute(element, "src"));
}

/* --- text ---------------------------------------------------------------------------- */

/* The character at the near edge of a neighbour; 0 when it has no text there or is raised. */
static uint32_t edge_character(const struct xml *node, bool first)
{
    while (node && !node->text) {
        if (xml_is(node, "sup") || xml_is(node, "authorialNote") || xml_is(node, "eol"))
            return 0;
        node = first ? node->first : node->last;
    }
    if (!node || !*node->text)
        return 0;
    return g_utf8_get_char(first ? node->text : g_utf8_prev_char(node->text + strlen(node->text)));
}

/* Line ends between elements come from indenting the file, and need not mean a space. */
static void read_text(struct akn *akn, const struct xml *node, struct node *target)
{
    const char *text = node->text;
    if (xml_is_blank(node) && strchr(text, '\n'))
        text =
            inspect_needs_space(edge_character(node->prev, false), edge_character(node->next, true))
                ? " "
                : "";
    doc_append_text(akn->arena, target, text, strlen(text), node->at);
}

static bool is_western_word(uint32_t c)
{
    return g_unichar_isalnum(c) && g_unichar_get_script(c) != G_UNICODE_SCRIPT_HAN;
}

/* Two words meet at the border of an element: files have "on<docDate>31 October". */
static bool words_meet(const struct xml *before, const struct xml *after)
{
    return is_western_word(edge_character(before, false)) &&
           is_western_word(edge_character(after, true));
}

/* A date or a meeting: marked up by a program that takes spaces away around it. */
static void read_marked_up(struct akn *akn, const struct xml *element, struct node *target)
{
    if (words_meet(element->prev, element))
        doc_append_text(akn->arena, target, " ", 1, element->at);
    akn_read_inlines(akn, element, target);
    if (words_meet(element, element->next))
        doc_append_text(akn->arena, target, " ", 1, element->at);
}

static void read_inline(struct akn *akn, const struct xml *element, struct node *target)
{
    const char *name = xml_attribute(element, "name");
    if (strcmp(name, "adoptionMeeting") == 0)
        read_marked_up(akn, element, target);
    else
        read_with_look(akn, element, target, look_of_class(name));
}

/* --- by name ------------------------------------------------------------------------- */

typedef void inline_reader(struct akn *akn, const struct xml *element, struct node *target);

static const struct {
    const char *name;
    inline_reader *read;
} rules[] = {
    {"span", read_span},
    {"a", read_link},
    {"authorialNote", read_note},
    {"sup", read_superior},
    {"inline", read_inline},
    {"eol", read_break},
    {"br", read_break},
    {"docDate", read_marked_up},
    {"docNumber", akn_read_inlines},
    {"docTitle", akn_read_inlines},
    {"docType", akn_read_inlines},
    {"docStatus", akn_read_inlines},
    {"docAuthority", akn_read_inlines},
    {"docProponent", akn_read_inlines},
    {"session", akn_read_inlines},
    {"event", akn_read_inlines},
    {"location", read_marked_up},
    {"date", akn_read_inlines},
    {"person", akn_read_inlines},
    {"organization", akn_read_inlines},
    {"role", akn_read_inlines},
    {"concept", akn_read_inlines},
    {"term", akn_read_inlines},
    {"def", akn_read_inlines},
    {"ref", read_link},
    {"quotedText", akn_read_inlines},
    {"rref", akn_read_inlines},
    {"mref", akn_read_inlines},
    {"entity", akn_read_inlines},
    {"object", akn_read_inlines},
    {"process", akn_read_inlines},
    {"quantity", akn_read_inlines},
    {"time", akn_read_inlines},
    {"signature", akn_read_inlines},
    {"docPurpose", akn_read_inlines},
    {"shortTitle", akn_read_inlines},
    {"docCommittee", akn_read_inlines},
    {"docIntroducer", akn_read_inlines},
    {"docketNumber", akn_read_inlines},
    {"remark", akn_read_inlines},
    {"ins", read_underline},
    {"del", read_strike},
    {"b", read_bold},
    {"i", read_italic},
    {"u", read_underline},
    {"sub", read_inferior},
    {"img", read_picture},
};

static inline_reader *find_reader(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (strcmp(rules[i].name, name) == 0)
            return rules[i].read;
    return NULL;
}

bool akn_is_inline(const char *name)
{
    return find_reader(name) != NULL;
}

void akn_tell_unknown(struct akn *akn, const struct xml *element)
{
    for (const struct akn_name *n = akn->unknown; n; n = n->next)
        if (strcmp(n->name, element->name) == 0)
            return;
    struct akn_name *name = ARENA_NEW(akn->arena, struct akn_name);
    *name = (struct akn_name){akn->unknown, element->name};
    akn->unknown = name;
    diag_file(akn->diag, akn->source, element->at, DIAG_XML_UNKNOWN,
              "<%s> is not known here, its text is kept", element->name);
}

void akn_read_inline(struct akn *akn, const struct xml *node, struct node *target)
{
    if (!node->name) {
        read_text(akn, node, target);
        return;
    }
    inline_reader *read = find_reader(node->name);
    if (!read) {
        akn_tell_unknown(akn, node);
        read = akn_read_inlines;
    }
    read(akn, node, target);
}

void akn_read_inlines(struct akn *akn, const struct xml *parent, struct node *target)
{
    for (const struct xml *n = parent->first; n; n = n->next)
        akn_read_inline(akn, n, target);
}

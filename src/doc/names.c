/* names: what the words of doc.h are called in the printed tree and in files that write it. */
#include "doc/doc.h"

static const char *const kind_names[NODE_KIND_COUNT] = {
    [NODE_DOC] = "doc",
    [NODE_PART] = "part",
    [NODE_ANNEX] = "annex",
    [NODE_LIST] = "list",
    [NODE_CLOSING] = "closing",
    [NODE_TABLE] = "table",
    [NODE_ROW] = "row",
    [NODE_CELL] = "cell",
    [NODE_FIELD] = "field",
    [NODE_OPENING] = "opening",
    [NODE_PREAMBULAR] = "preambular",
    [NODE_OPERATIVE] = "operative",
    [NODE_ITEM] = "item",
    [NODE_PARAGRAPH] = "paragraph",
    [NODE_HEADING] = "heading",
    [NODE_SEPARATOR] = "separator",
    [NODE_TEXT] = "text",
    [NODE_SPAN] = "span",
    [NODE_LINK] = "link",
    [NODE_NOTE] = "note",
    [NODE_BREAK] = "break",
};

static const char *const field_names[FIELD_COUNT] = {
    [FIELD_ORGANIZATION] = "organization",
    [FIELD_SYMBOL] = "symbol",
    [FIELD_ORGAN] = "organ",
    [FIELD_DISTRIBUTION] = "distribution",
    [FIELD_ISSUED] = "issued",
    [FIELD_ORIGINAL] = "original",
    [FIELD_SESSION] = "session",
    [FIELD_ITEM] = "item",
    [FIELD_ITEM_TITLE] = "item-title",
    [FIELD_COMMITTEE] = "committee",
    [FIELD_TYPE] = "type",
    [FIELD_SPONSORS] = "sponsors",
    [FIELD_ADOPTION] = "adoption",
    [FIELD_PROPONENT] = "proponent",
    [FIELD_NUMBER] = "number",
    [FIELD_TITLE] = "title",
    [FIELD_MEETING] = "meeting",
    [FIELD_ADOPTED] = "adopted",
    [FIELD_VOTE] = "vote",
    [FIELD_JOB] = "job",
};

static const char *const organ_names[] = {"", "general-assembly", "security-council",
                                          "economic-and-social-council", "human-rights-council"};
static const char *const kinds_of_document[] = {"resolution", "decision", "draft", "statement"};
static const char *const look_names[] = {"bold",       "italic",   "underline", "strike",
                                         "small-caps", "superior", "inferior",  "lead"};
static const char *const vote_names[] = {"", "without-vote", "recorded", "mail", "rejected"};
static const char *const choice_names[] = {"favour", "against", "abstaining"};
static const char *const align_names[] = {"", "start", "centre", "end", "justify"};

const char *doc_kind_name(enum node_kind kind)
{
    return kind_names[kind];
}

const char *doc_field_name(enum field field)
{
    return field_names[field];
}

const char *doc_organ_name(enum organ organ)
{
    return organ_names[organ];
}

const char *doc_type_name(enum doc_kind kind)
{
    return kinds_of_document[kind];
}

const char *doc_look_name(enum look look)
{
    int bit = 0;
    while (look >> bit > 1)
        bit++;
    return look_names[bit];
}

const char *doc_vote_name(enum vote_outcome outcome)
{
    return vote_names[outcome];
}

const char *doc_choice_name(enum vote_choice choice)
{
    return choice_names[choice];
}

const char *doc_align_name(enum cell_align align)
{
    return align_names[align];
}

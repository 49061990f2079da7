/* akn_vote: <voting> of the metadata → doc.vote. Nothing of it is printed by itself. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "read/akn.h"

static enum vote_outcome outcome_of(const char *word)
{
    static const struct {
        const char *word;
        enum vote_outcome outcome;
    } words[] = {{"adoptedWithoutVote", VOTE_WITHOUT},
                 {"adoptedRecordedVote", VOTE_RECORDED},
                 {"VOTING BY MAIL", VOTE_MAIL},
                 {"notAdopted", VOTE_REJECTED},
                 {"rejected", VOTE_REJECTED}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_ascii_strcasecmp(words[i].word, word) == 0)
            return words[i].outcome;
    return VOTE_NONE;
}

/* A draft that failed has that in the steps of its way, not in the vote. */
static bool was_rejected(const struct xml *meta)
{
    const struct xml *workflow = xml_find(meta, "workflow");
    for (const struct xml *n = workflow ? workflow->first : NULL; n; n = n->next)
        if (xml_is(n, "step") && outcome_of(xml_attribute(n, "outcome")) == VOTE_REJECTED)
            return true;
    return false;
}

/* The names below a count; NULL when there are none. */
static const char *const *voters_of(struct arena *arena, const struct xml *count)
{
    const struct xml *voters = xml_child(count, "voters");
    size_t most = 0;
    for (const struct xml *n = voters ? voters->first : NULL; n; n = n->next)
        most += xml_is(n, "organization");
    if (!most)
        return NULL;
    const char **names = ARENA_ARRAY(arena, const char *, most + 1);
    size_t i = 0;
    for (const struct xml *n = voters->first; n; n = n->next)
        if (xml_is(n, "organization"))
            names[i++] = g_strstrip((char *)xml_text(arena, n));
    return names;
}

/* "012" and "03" are twelve and three. */
static int number_of(const char *digits)
{
    size_t size = strspn(digits, "0123456789");
    return size && size <= 6 && !digits[size] ? atoi(digits) : -1;
}

static void read_count(struct arena *arena, const struct xml *element, struct vote *vote)
{
    static const char *const choices[VOTE_CHOICE_COUNT] = {"inFavour", "against", "abstaining"};
    const char *target = xml_attribute(element, "refersTo");
    target += *target == '#';
    for (int i = 0; i < VOTE_CHOICE_COUNT; i++)
        if (strcmp(target, choices[i]) == 0) {
            vote->count[i] = number_of(xml_attribute(element, "value"));
            vote->voters[i] = voters_of(arena, element);
            if (vote->voters[i] && vote->outcome == VOTE_NONE)
                vote->outcome = VOTE_RECORDED;
        }
}

void akn_read_vote(struct akn *akn, const struct xml *document)
{
    const struct xml *meta = xml_child(document, "meta");
    const struct xml *voting = meta ? xml_find(meta, "voting") : NULL;
    if (!voting)
        return;
    struct vote *vote = ARENA_NEW(akn->arena, struct vote);
    *vote = (struct vote){.outcome = outcome_of(xml_attribute(voting, "outcome")),
                          .count = {-1, -1, -1}};
    for (const struct xml *n = voting->first; n; n = n->next)
        if (xml_is(n, "count"))
            read_count(akn->arena, n, vote);
    if (was_rejected(meta))
        vote->outcome = VOTE_REJECTED;
    if (vote->outcome != VOTE_NONE)
        akn->doc->as.doc.vote = vote;
}

/* check: the house style, rule by rule, over a document that was read. */
#ifndef PLENARY_CHECK_H
#define PLENARY_CHECK_H

#include "base/diag.h"
#include "doc/doc.h"
#include "style/style.h"

/* A rule of the catalogue, see base/rules/all.def. */
struct rule {
    enum diag_slug slug;
    unsigned languages; /* 1u << EN | … */
    const char *why, *source, *wrong, *right;
};

/* Files what the rules find in a document as it was read and arranged; what the source says is to
 * be ignored ("plenary:ignore", see check/ignore.h) is dropped, also of earlier messages. Levels
 * are those of the style. Nothing keeps a document from being checked: it returns nothing. */
void check_document(struct arena *arena, const struct style *style, const struct node *doc,
                    struct diag *diag);

/* All rules in the order of the catalogue. */
const struct rule *check_rules(int *count);
/* That of a slug; NULL for a message that is no rule. */
const struct rule *check_rule_of(enum diag_slug slug);
/* Whether some of what a rule finds has a sure mending. */
bool check_mends(enum diag_slug slug);

#endif

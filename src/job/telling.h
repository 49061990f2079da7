/* telling: messages about many documents as text, JSON or SARIF, document by document. */
#ifndef PLENARY_TELLING_H
#define PLENARY_TELLING_H

#include "base/diag.h"
#include "job/json.h"

enum telling_form { TELLING_TEXT, TELLING_JSON, TELLING_SARIF, TELLING_FORM_COUNT };

struct telling {
    enum telling_form form;
    bool colour; /* of TEXT */
    struct json json;
    int count[DIAG_FATAL + 1]; /* messages told, by level */
};

/* The form of that name; TELLING_FORM_COUNT when there is none. */
enum telling_form telling_form_of(const char *name);

/* What is told lies in telling->json.text: it may be written and cut to nothing after each step.
 * `input` is as the user gave it. telling_end lays the last of it there and leaves the string to
 * the caller. */
struct telling telling_begin(enum telling_form form, bool colour);
void telling_add(struct telling *telling, struct arena *arena, const char *input,
                 const struct diag *diag);
void telling_end(struct telling *telling);

/* SARIF 2.1.0 (OASIS, 2020), sections 3.13 to 3.57: what goes before all results, one of them, what
 * goes behind. Private to telling.c and sarif.c. */
void sarif_begin(struct json *json);
void sarif_add(struct json *json, const struct diag_message *message, struct source_count *count);
void sarif_end(struct json *json);

/* The URI of a file as it was named: relative where the name is. The caller's to free. */
char *sarif_uri(const char *name);

#endif

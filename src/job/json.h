/* json: a small writer of JSON text (RFC 8259), for events and reports. */
#ifndef PLENARY_JSON_H
#define PLENARY_JSON_H

#include <glib.h>
#include <stdbool.h>

struct json {
    GString *text; /* the caller's to free */
    bool first;    /* nothing stands yet in what was opened last */
};

struct json json_begin(void);

/* Opens an object '{' or a list '['; `key` is NULL in a list and at the top. Closes it. */
void json_open(struct json *json, const char *key, char bracket);
void json_close(struct json *json, char bracket);

/* Bytes that are no UTF-8 become U+FFFD; what would end a script in HTML is escaped. */
void json_text(struct json *json, const char *key, const char *text);
void json_number(struct json *json, const char *key, int64_t number);

#endif

/* syntax: how values are spelled in a PDF file (ISO 32000-1, 7.3), free of locale. */
#ifndef PLENARY_PDF_SYNTAX_H
#define PLENARY_PDF_SYNTAX_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/units.h"

void put_integer(GString *out, int64_t integer);

/* A number of thousandths, without needless zeros: 1500 → "1.5". */
void put_thousandths(GString *out, int64_t thousandths);

/* A length as points, to 1/1000 pt. */
void put_points(GString *out, length value);

/* A text string (7.9.2.2) from UTF-8: readable when it is plain ASCII, else UTF-16. */
void put_text(GString *out, const char *text, gssize size);

/* Sixteen bits as four hexadecimal digits. */
void put_unit(GString *out, unsigned unit);

/* UTF-8 as hexadecimal UTF-16, without brackets and byte order mark. */
void put_utf16(GString *out, const char *text, gssize size);

/* A string of bytes, for URIs and identifiers; anything beyond ASCII is percent-encoded. */
void put_uri(GString *out, const char *uri);

/* The name of an object elsewhere in the file: "12 0 R". */
void put_reference(GString *out, int object);

#endif

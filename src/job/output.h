/* output: files that are there whole or not at all. */
#ifndef PLENARY_OUTPUT_H
#define PLENARY_OUTPUT_H

#include <glib.h>

#include "base/diag.h"

struct output {
    const char *path; /* - for standard output */
    const GByteArray *bytes;
};

/* Writes all of them, each under a name of its own in the folder of its path, and gives them
 * their names only when every one is written: until then what was there stays as it was. What is
 * not a regular file (a pipe, a device) is written directly, through a symbolic link to its end.
 * False with an error when that failed; nothing is left over then. */
bool output_write(struct arena *arena, const struct output *outputs, int count, struct diag *diag);

#endif

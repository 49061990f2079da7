/* mun: to be built. */
#include "read/read.h"

struct node *read_mun(struct arena *arena, const struct source *source, const struct yaml *data,
                      const char *style, struct diag *diag)
{
    (void)arena;
    (void)style;
    diag_file(diag, source, data->at, DIAG_UNKNOWN_FORMAT, "this form cannot be read yet");
    return NULL;
}

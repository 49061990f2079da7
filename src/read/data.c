/* data: to be built. */
#include "read/read.h"

struct node *read_data(struct arena *arena, const struct source *source, const struct yaml *data,
                       struct diag *diag)
{
    (void)arena;

    diag_file(diag, source, data->at, DIAG_UNKNOWN_FORMAT, "this form cannot be read yet");
    return NULL;
}

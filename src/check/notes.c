/* notes: rules about notes and their calls. */
#include "check/families.h"

const struct check note_checks[] = {
    {0},
};

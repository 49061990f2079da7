/* marks: rules about quotation marks, apostrophes, spaces, doubled marks and words. */
#include "check/families.h"

const struct check mark_checks[] = {
    {0},
};

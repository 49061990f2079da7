/* references: rules about document symbols and references. */
#include "check/families.h"

const struct check reference_checks[] = {
    {0},
};

/* leads: rules about lead phrases. */
#include "check/families.h"

const struct check lead_checks[] = {
    {0},
};

/* numbers: rules about dates, numbers, ranges, no-break places. */
#include "check/families.h"

const struct check number_checks[] = {
    {0},
};

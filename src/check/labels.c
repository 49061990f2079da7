/* labels: rules about labels, their sequence and levels. */
#include "check/families.h"

const struct check label_checks[] = {
    {0},
};

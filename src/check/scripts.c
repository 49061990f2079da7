/* scripts: rules about characters: widths, look-alikes of other scripts, controls. */
#include "check/families.h"

const struct check script_checks[] = {
    {0},
};

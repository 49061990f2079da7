/* masthead: rules about masthead, title, closing line: what they say and whether they agree. */
#include "check/families.h"

const struct check masthead_checks[] = {
    {0},
};

/* form: rules about ends of clauses, order of parts, sections. */
#include "check/families.h"

const struct check form_checks[] = {
    {0},
};

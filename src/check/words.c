/* words: rules about spellings and forms of words. */
#include "check/families.h"

const struct check word_checks[] = {
    {0},
};

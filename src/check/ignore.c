/* ignore: reads what a source asks not to be told. */
#include "check/ignore.h"

void ignore_take(const struct copy *copy)
{
    (void)copy;
}

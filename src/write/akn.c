/* akn: to be built. */
#include "write/forms.h"

void write_akn(struct writing *writing)
{
    (void)writing;
}

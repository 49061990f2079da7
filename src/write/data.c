/* data: to be built. */
#include "write/forms.h"

void write_yaml(struct writing *writing)
{
    (void)writing;
}

void write_json(struct writing *writing)
{
    (void)writing;
}

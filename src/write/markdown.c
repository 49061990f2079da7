/* markdown: to be built. */
#include "write/forms.h"

void write_markdown(struct writing *writing)
{
    (void)writing;
}

/* readback: reads what was written and tells what did not come back. So no form loses anything
 * without saying so, whatever its readers make of it. Private to this room. */
#ifndef PLENARY_WRITE_READBACK_H
#define PLENARY_WRITE_READBACK_H

#include "write/forms.h"

/* Files a message for each sort of thing that is lost in `writing->out`, at the first of them, with
 * how many there are. `form` is the name of the form in these messages. */
void readback_tell(const struct writing *writing, const char *form);

#endif

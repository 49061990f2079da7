/* colour: the ICC profile of the output intent. */
#ifndef PLENARY_PDF_COLOUR_H
#define PLENARY_PDF_COLOUR_H

#include <glib.h>

/* An sRGB profile of version 4; the caller frees it. */
GByteArray *colour_srgb_profile(void);

#endif

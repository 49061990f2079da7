/* symbols: rules about document symbols. Private to this room. */
#ifndef PLENARY_CHECK_SYMBOLS_H
#define PLENARY_CHECK_SYMBOLS_H

#include "check/copy.h"

/* symbol-form: A/RES-76/19, a/res/76/19, A/76/7Add.1. */
void form_of_symbol(const struct copy *copy, const struct passage *passage);
/* symbol-form: a series that no organ has, a letter for a figure. */
void unknown_symbol(const struct copy *copy, const struct passage *passage);
/* symbol-session: A/RES/176/5. */
void impossible_session(const struct copy *copy, const struct passage *passage);

#endif

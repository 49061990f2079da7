/* notes: the rules about what a note says; those about its call are in notes.c. Private to this
 * room. */
#ifndef PLENARY_CHECK_NOTES_H
#define PLENARY_CHECK_NOTES_H

#include "check/copy.h"

void note_without_stop(const struct copy *copy);
void note_off_its_form(const struct copy *copy, const struct passage *passage);
void note_of_other_session(const struct copy *copy, const struct passage *passage);
void note_without_neighbour(const struct copy *copy);
void note_of_other_language(const struct copy *copy, const struct passage *passage);

#endif

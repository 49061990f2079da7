/* marks: the rules of the families marks and scripts, one function each, see base/rules/marks.def.
 * Private to this room. */
#ifndef PLENARY_CHECK_MARKS_H
#define PLENARY_CHECK_MARKS_H

#include "check/copy.h"

/* quotations.c */
void wrong_quotes(const struct copy *copy, const struct passage *passage);
void wrong_nesting(const struct copy *copy, const struct passage *passage);
void wrong_quote_spaces(const struct copy *copy, const struct passage *passage);
void unpaired_quotes(const struct copy *copy);

/* brackets.c */
void unpaired_brackets(const struct copy *copy);
void wide_brackets(const struct copy *copy, const struct passage *passage);

/* spaces.c */
void wrong_mark_spaces(const struct copy *copy, const struct passage *passage);
void wrong_french_spaces(const struct copy *copy, const struct passage *passage);
void spaces_in_han(const struct copy *copy, const struct passage *passage);
void spaces_beside_latin(const struct copy *copy);

/* doubled.c */
void doubled_marks(const struct copy *copy, const struct passage *passage);
void doubled_words(const struct copy *copy, const struct passage *passage);

/* dashes.c */
void wrong_dashes(const struct copy *copy, const struct passage *passage);
void wrong_hyphens(const struct copy *copy, const struct passage *passage);
void wrong_ellipses(const struct copy *copy, const struct passage *passage);
void wrong_apostrophes(const struct copy *copy, const struct passage *passage);
void wrong_number_signs(const struct copy *copy, const struct passage *passage);

/* scripts.c */
void mixed_scripts(const struct copy *copy, const struct passage *passage);
void letters_in_numbers(const struct copy *copy, const struct passage *passage);

/* arabic.c */
void wrong_arabic_letters(const struct copy *copy, const struct passage *passage);
void wrong_arabic_marks(const struct copy *copy, const struct passage *passage);
void arabic_digits(const struct copy *copy, const struct passage *passage);
void stretched_words(const struct copy *copy, const struct passage *passage);

/* widths.c */
void narrow_marks(const struct copy *copy, const struct passage *passage);
void wide_signs(const struct copy *copy, const struct passage *passage);
void traditional_characters(const struct copy *copy, const struct passage *passage);
void strange_han_marks(const struct copy *copy, const struct passage *passage);

/* characters.c */
void damaged_text(const struct copy *copy, const struct passage *passage);
void stray_characters(const struct copy *copy, const struct passage *passage);
void decomposed_letters(const struct copy *copy, const struct passage *passage);
void compatible_characters(const struct copy *copy, const struct passage *passage);
void typed_superiors(const struct copy *copy, const struct passage *passage);
void left_markup(const struct copy *copy, const struct passage *passage);

#endif

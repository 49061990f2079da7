/* marks: the table of the family; the rules are in quotations.c, brackets.c, spaces.c, doubled.c
 * and dashes.c. */
#include "check/marks.h"

#include "check/families.h"

const struct check mark_checks[] = {
    {DIAG_QUOTE_FORM, .of_passage = wrong_quotes},
    {DIAG_QUOTE_NESTING, .of_passage = wrong_nesting},
    {DIAG_QUOTE_SPACE, .of_passage = wrong_quote_spaces},
    {DIAG_QUOTE_PAIR, .of_copy = unpaired_quotes},
    {DIAG_BRACKET_PAIR, .of_copy = unpaired_brackets},
    {DIAG_BRACKET_WIDTH, .of_passage = wide_brackets},
    {DIAG_MARK_SPACE, .of_passage = wrong_mark_spaces},
    {DIAG_FRENCH_SPACE, .of_passage = wrong_french_spaces},
    {DIAG_HAN_SPACE, .of_passage = spaces_in_han},
    {DIAG_HAN_LATIN_SPACE, .of_copy = spaces_beside_latin},
    {DIAG_DOUBLED_MARK, .of_passage = doubled_marks},
    {DIAG_DOUBLED_WORD, .of_passage = doubled_words},
    {DIAG_DASH_FORM, .of_passage = wrong_dashes},
    {DIAG_HYPHEN_FORM, .of_passage = wrong_hyphens},
    {DIAG_ELLIPSIS_FORM, .of_passage = wrong_ellipses},
    {DIAG_APOSTROPHE, .of_passage = wrong_apostrophes},
    {DIAG_NUMBER_SIGN, .of_passage = wrong_number_signs},
    {0},
};

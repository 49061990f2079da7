/* link: document symbols in the text become links (un-layout.md 5.7). Private to this room. */
#ifndef PLENARY_READ_LINK_H
#define PLENARY_READ_LINK_H

#include "doc/doc.h"
#include "style/style.h"

/* Length in bytes of the symbol of a United Nations document that `text` begins with, as in
 * A/76/439/Add.1, S/RES/2254 (2015), E/2021/L.5; 0 when there is none. */
size_t link_symbol_length(const char *text);

/* Links every symbol in texts, notes and the proponent line that no link holds yet to where the
 * style's word `link` leads. */
void link_symbols(struct arena *arena, struct node *doc, const struct style *style);

#endif

/* rules_archive: what a file must not have that is to be read for ever, by anybody: locks,
 * programs, forms, files within, links that are not printed (ISO 19005-2, 6.1.3, 6.3, 6.4 and 6.5).
 */
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/tally.h"

static void tell(const struct inspection *in, const char *text)
{
    diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_ARCHIVE, "%s", text);
}

/* --- the file -------------------------------------------------------------------------------- */

static bool is_there(const struct inspection *in, const struct object *around, const char *key)
{
    return file_get(in->file, around, key)->kind != OBJECT_NULL;
}

const char *inspect_deed(const struct inspection *in, const struct object *action)
{
    static const char *const deeds[] = {"JavaScript", "Launch",     "Sound",       "Movie",
                                        "ResetForm",  "ImportData", "SetOCGState", "Rendition",
                                        "Trans",      "GoTo3DView"};
    const struct object *kind = file_get(in->file, action, "S");
    for (size_t i = 0; i < G_N_ELEMENTS(deeds); i++)
        if (object_is(kind, deeds[i]))
            return deeds[i];
    return NULL;
}

static void look_at_catalog(const struct inspection *in)
{
    const struct object *catalog = file_catalog(in->file);
    const struct object *names = file_get(in->file, catalog, "Names");
    const struct object *form = file_get(in->file, catalog, "AcroForm");
    const struct object *fields = file_get(in->file, form, "Fields");
    if (inspect_deed(in, file_get(in->file, catalog, "OpenAction")) ||
        is_there(in, catalog, "AA") || is_there(in, names, "JavaScript"))
        tell(in, "runs a program as it is opened, none was wanted");
    if (is_there(in, form, "XFA") || (fields->kind == OBJECT_ARRAY && fields->count))
        tell(in, "has a form to fill in, none was wanted");
}

/* Files within are for the third part of the standard on. */
static void look_at_trailer(const struct inspection *in, int part)
{
    const struct object *trailer = file_trailer(in->file);
    const struct object *names = file_get(in->file, file_catalog(in->file), "Names");
    if (is_there(in, trailer, "Encrypt"))
        tell(in, "is encrypted, a file that any program may read was wanted");
    if (part && !is_there(in, trailer, "ID"))
        tell(in, "has no /ID in its trailer, PDF/A wants one");
    if ((part == 1 || part == 2) && is_there(in, names, "EmbeddedFiles"))
        tell(in, "has files within, PDF/A-3 is for those");
}

/* --- annotations ----------------------------------------------------------------------------- */

static void look_at_note(const struct inspection *in, const struct sheet *sheet,
                         const struct object *note, bool archival, struct tally tallies[2])
{
    const struct object *action = file_get(in->file, note, "A");
    const char *deed = inspect_deed(in, action);
    if (deed || is_there(in, note, "AA"))
        tally_add(in, &tallies[0], sheet->number,
                  "an annotation runs a program (%s), none was wanted", deed ? deed : "AA");
    unsigned flags = (unsigned)CLAMP(file_number(in->file, note, "F", 0), 0, 1023);
    bool printed = (flags & 4) && !(flags & (1 | 2 | 32)); /* Print; Invisible, Hidden, NoView */
    if (archival && !printed && !object_is(file_get(in->file, note, "Subtype"), "Popup"))
        tally_add(in, &tallies[1], sheet->number,
                  "an annotation is not shown and printed alike, /F 4 was wanted");
}

void inspect_archive(const struct inspection *in, int part, bool accessible)
{
    struct tally tallies[2] = {{0}, {0}}, tabs = {0};
    look_at_catalog(in);
    look_at_trailer(in, part);
    for (guint i = 0; i < in->sheets->len; i++) {
        const struct sheet *sheet = inspect_sheet(in, i);
        const struct object *list = file_get(in->file, sheet->page, "Annots");
        int count = list->kind == OBJECT_ARRAY ? list->count : 0;
        for (int k = 0; k < count; k++)
            look_at_note(in, sheet, file_item(in->file, list, k), part > 0, tallies);
        if (accessible && count && !object_is(file_get(in->file, sheet->page, "Tabs"), "S"))
            tally_add(in, &tabs, sheet->number,
                      "links are walked through in another order than that of the structure, "
                      "/Tabs /S was wanted");
    }
    tally_tell(in, &tallies[0], DIAG_INSPECT_ARCHIVE, "annotations");
    tally_tell(in, &tallies[1], DIAG_INSPECT_ARCHIVE, "annotations");
    tally_tell(in, &tabs, DIAG_INSPECT_LINK, "pages");
}

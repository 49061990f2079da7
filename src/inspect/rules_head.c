/* rules_head: symbol and page numbers in running heads and feet. */
#include <stdlib.h>
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/numbers.h"
#include "inspect/tally.h"

/* Heads and feet are looked for in these bands, whatever the style of who made the file. */
#define HEAD_BAND 90.0
#define FOOT_BAND 110.0

/* --- the symbol ---------------------------------------------------------------------------- */

/* Whether text has the symbol, and not as the beginning of a longer one. */
static bool has_symbol(const char *text, const char *symbol)
{
    bool found = false;
    for (const char *p = text; !found && (p = strstr(p, symbol)); p++) {
        char after = p[strlen(symbol)];
        found = !g_ascii_isdigit(after) && after != '/';
    }
    return found;
}

static void look_at_symbol(const struct inspection *in, const struct sheet *sheet,
                           struct tally *tally)
{
    GString *head = g_string_new(NULL);
    for (guint i = 0; i < sheet->lines->len && inspect_line(sheet, i)->y < HEAD_BAND; i++)
        if (!in->tags || inspect_line(sheet, i)->artifact)
            g_string_append_printf(head, "%s ", inspect_line(sheet, i)->text);
    if (!has_symbol(head->str, in->symbol))
        tally_add(in, tally, sheet->number,
                  "the running head is “%s”, the symbol %s was wanted in it",
                  inspect_words(in, g_strstrip(head->str)), in->symbol);
    g_string_free(head, TRUE);
}

/* --- the page number ----------------------------------------------------------------------- */

struct folio {
    int number, total; /* total: 0 when it is not said; number: 0 when there is none */
};

static int to_number(GMatchInfo *match, int group)
{
    char *digits = g_match_info_fetch(match, group);
    int number = digits ? (int)strtol(digits, NULL, 10) : 0;
    g_free(digits);
    return number;
}

static bool match_folio(const char *pattern, const char *text, struct folio *folio)
{
    GRegex *regex = g_regex_new(pattern, 0, 0, NULL);
    GMatchInfo *match;
    bool found = g_regex_match(regex, text, 0, &match);
    if (found) {
        folio->number = to_number(match, 1);
        folio->total = to_number(match, 2);
    }
    g_match_info_free(match);
    g_regex_unref(regex);
    return found;
}

static struct folio folio_of(const struct inspection *in, const struct sheet *sheet)
{
    struct folio folio = {0};
    for (guint i = sheet->lines->len; i-- > 0;) {
        const struct sheet_line *line = inspect_line(sheet, i);
        if (line->y < sheet->height - FOOT_BAND)
            break;
        if (in->tags && !line->artifact)
            continue;
        if (match_folio("(?<![\\w/.-])([0-9]{1,4})/([0-9]{1,4})(?![\\w/-])", line->text, &folio) ||
            match_folio("(?:^|\\s)([0-9]{1,4})()(?=\\s|$)", line->text, &folio))
            return folio;
    }
    return folio;
}

static void look_at_folio(const struct inspection *in, int number, struct folio folio, int before,
                          struct tally *none, struct tally *wrong)
{
    int count = (int)in->sheets->len;
    if (!folio.number)
        tally_add(in, none, number, "no page number was found in the foot, %d was wanted", number);
    else if (folio.total && (folio.number != number || folio.total != count))
        tally_add(in, wrong, number, "the page number is %d/%d, %d/%d was wanted", folio.number,
                  folio.total, number, count);
    else if (!folio.total && before && folio.number != before + 1)
        tally_add(in, wrong, number, "the page number is %d, after %d the next one was wanted",
                  folio.number, before);
}

/* --- labels of pages (ISO 32000-1, 12.4.2) ---------------------------------------------------- */

/* The number that viewers show for a page, in figures; 0: none, or in other signs. `label`: of the
 * range of pages from `first` on. */
static int number_of(const struct inspection *in, const struct object *label, int first, int page)
{
    double start = file_number(in->file, label, "St", 1);
    bool plain = object_is(file_get(in->file, label, "S"), "D") && start > 0 && start < 1e6;
    return plain ? (int)start + page - first : 0;
}

/* `folios`: of each page. */
static void look_at_labels(const struct inspection *in, GHashTable *labels,
                           const struct folio *folios)
{
    struct tally tally = {0};
    const struct object *label = NULL;
    int first = 0;
    for (int i = 0; i < (int)in->sheets->len && g_hash_table_size(labels); i++) {
        const struct object *next = numbers_find(labels, i);
        first = next ? i : first;
        label = next ? file_follow(in->file, next) : label;
        int shown = number_of(in, label, first, i);
        if (shown && folios[i].number && shown != folios[i].number)
            tally_add(in, &tally, i + 1, "viewers call the page %d, its number is %d", shown,
                      folios[i].number);
    }
    tally_tell(in, &tally, DIAG_INSPECT_PAGE_NUMBER, "pages");
}

/* Books open with pages of their own, in roman numbers; one of several sessions has no symbol. */
static bool has_front_matter(const struct inspection *in, GHashTable *labels)
{
    const struct object *label = numbers_find(labels, 0);
    return label && object_is(file_get(in->file, file_follow(in->file, label), "S"), "r");
}

/* --- all pages ------------------------------------------------------------------------------- */

static void look_at_pages(const struct inspection *in, const struct folio *folios)
{
    struct tally heads = {0}, none = {0}, wrong = {0};
    for (guint i = 1; i < in->sheets->len && in->symbol; i++) {
        look_at_symbol(in, inspect_sheet(in, i), &heads);
        look_at_folio(in, (int)i + 1, folios[i], i > 1 ? folios[i - 1].number : 0, &none, &wrong);
    }
    tally_tell(in, &heads, DIAG_INSPECT_HEAD, "pages");
    tally_tell(in, &none, DIAG_INSPECT_PAGE_NUMBER, "pages");
    tally_tell(in, &wrong, DIAG_INSPECT_PAGE_NUMBER, "pages");
}

void inspect_heads(const struct inspection *in)
{
    GHashTable *labels =
        numbers_read(in->file, file_get(in->file, file_catalog(in->file), "PageLabels"));
    struct folio *folios = g_new(struct folio, in->sheets->len);
    for (guint i = 0; i < in->sheets->len; i++)
        folios[i] = folio_of(in, inspect_sheet(in, i));
    look_at_labels(in, labels, folios);
    if (!in->has_symbol && in->sheets->len && !has_front_matter(in, labels))
        diag_file(in->diag, in->source, 1, DIAG_INSPECT_HEAD,
                  "no symbol was found on page 1, one was wanted");
    look_at_pages(in, folios);
    g_free(folios);
    g_hash_table_unref(labels);
}

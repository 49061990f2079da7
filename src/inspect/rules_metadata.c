/* rules_metadata: what a file says of itself in XMP: that it is archival (ISO 19005-2, 6.6.4), and
 * the same as its information dictionary (6.6.3). */
#include <string.h>

#include "inspect/inspect.h"

static void tell(const struct inspection *in, enum diag_slug slug, const char *text)
{
    diag_file(in->diag, in->source, SOURCE_NOWHERE, slug, "%s", text);
}

/* --- XMP as text: its properties stand as elements or as attributes -------------------------- */

/* The first group of a pattern; NULL when it is not there. The caller's to free. */
static char *first_group(const char *text, const char *pattern)
{
    GRegex *regex = g_regex_new(pattern, G_REGEX_DOTALL, 0, NULL);
    GMatchInfo *match;
    char *found = NULL;
    if (g_regex_match(regex, text, 0, &match))
        found = g_match_info_fetch(match, 1);
    g_match_info_free(match);
    g_regex_unref(regex);
    return found;
}

static char *unescape(const char *text)
{
    static const char *const pairs[][2] = {{"&lt;", "<"},   {"&gt;", ">"},  {"&quot;", "\""},
                                           {"&apos;", "'"}, {"&#39;", "'"}, {"&amp;", "&"}};
    GString *out = g_string_new(text);
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) /* & last */
        g_string_replace(out, pairs[i][0], pairs[i][1], 0);
    return g_string_free(out, FALSE);
}

/* The value of "dc:title", the first one of a list. The arena's; NULL: none. */
static const char *property(const struct inspection *in, const char *xmp, const char *name)
{
    static const char *const forms[] = {"<%s>\\s*([^<\\s][^<]*)</",
                                        "<%s>\\s*<rdf:(?:Alt|Bag|Seq)>\\s*<rdf:li[^>]*>([^<]*)<",
                                        "\\s%s=\"([^\"]*)\""};
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        char *pattern = g_strdup_printf(forms[i], name), *raw = first_group(xmp, pattern);
        char *value = raw ? unescape(raw) : NULL;
        const char *kept = value ? arena_strdup(in->arena, g_strstrip(value)) : NULL;
        g_free(pattern);
        g_free(raw);
        g_free(value);
        if (kept)
            return kept;
    }
    return NULL;
}

/* --- said twice, said alike ------------------------------------------------------------------ */

/* "D:20441214000000Z", "2044-12-14T00:00:00Z": year to second as far as both say them, when they
 * are of one time zone. */
static bool is_same_time(const char *info, const char *xmp)
{
    char digits[2][15] = {{0}};
    const char *texts[] = {info, xmp}, *rest[2];
    for (int i = 0; i < 2; i++) {
        const char *p = texts[i];
        for (size_t n = 0; *p && n < 14 && !(n >= 8 && strchr("+Z", *p)) && !(n > 8 && *p == '-');
             p++)
            if (g_ascii_isdigit(*p))
                digits[i][n++] = *p;
        rest[i] = *p == '.' ? p + strspn(p, ".0123456789") : p;
    }
    bool one_zone = (*rest[0] == 'Z' || !*rest[0]) == (*rest[1] == 'Z' || !*rest[1]);
    if (!one_zone || (*rest[0] && *rest[1] && strncmp(rest[0], rest[1], 3) != 0))
        return true;
    return strncmp(digits[0], digits[1], MIN(strlen(digits[0]), strlen(digits[1]))) == 0;
}

static bool is_same_text(const char *info, const char *xmp)
{
    char *a = g_strstrip(g_strdup(info)), *b = g_strstrip(g_strdup(xmp));
    bool same = strcmp(a, b) == 0;
    g_free(a);
    g_free(b);
    return same;
}

static const struct {
    const char *key, *name;
    bool (*is_same)(const char *info, const char *xmp);
} pairs[] = {
    {"Title", "dc:title", is_same_text},         {"Author", "dc:creator", is_same_text},
    {"Subject", "dc:description", is_same_text}, {"Creator", "xmp:CreatorTool", is_same_text},
    {"Producer", "pdf:Producer", is_same_text},  {"CreationDate", "xmp:CreateDate", is_same_time},
    {"ModDate", "xmp:ModifyDate", is_same_time},
};

static void look_at_pairs(const struct inspection *in, const char *xmp)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        const char *info =
            file_text(in->file, file_get(in->file, file_info(in->file), pairs[i].key));
        const char *said = property(in, xmp, pairs[i].name);
        if (info && said && !pairs[i].is_same(info, said))
            diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_METADATA,
                      "says /%s “%s” and %s “%s”, the same was wanted", pairs[i].key,
                      inspect_words(in, info), pairs[i].name, inspect_words(in, said));
    }
}

/* Also with the document: its language, its symbol. */
static void look_at_document(const struct inspection *in, const char *xmp)
{
    const char *tag = file_text(in->file, file_get(in->file, file_catalog(in->file), "Lang"));
    const char *language = property(in, xmp, "dc:language");
    const char *symbol = property(in, xmp, "dc:identifier");
    size_t primary = tag ? strcspn(tag, "-_") : 0;
    if (tag && language && g_ascii_strncasecmp(tag, language, MAX(primary, 1)) != 0)
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_METADATA,
                  "says /Lang “%s” and dc:language “%s”, the same was wanted",
                  inspect_words(in, tag), inspect_words(in, language));
    if (symbol && in->symbol && strchr(symbol, '/') && !strstr(symbol, "://") &&
        !g_str_has_prefix(symbol, in->symbol))
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_METADATA,
                  "says dc:identifier “%s”, the symbol %s was wanted", inspect_words(in, symbol),
                  in->symbol);
}

/* --- archival -------------------------------------------------------------------------------- */

static void look_at_intents(const struct inspection *in)
{
    const struct object *intents = file_get(in->file, file_catalog(in->file), "OutputIntents");
    if (intents->kind != OBJECT_ARRAY || !intents->count)
        tell(in, DIAG_INSPECT_ARCHIVE, "has no output intent, one was wanted");
    for (int i = 0; intents->kind == OBJECT_ARRAY && i < intents->count; i++) {
        const struct object *profile =
            file_get(in->file, file_item(in->file, intents, i), "DestOutputProfile");
        size_t size;
        const char *bytes = file_bytes(in->file, profile, &size);
        double parts = file_number(in->file, profile, "N", 0);
        double wanted = !bytes || size < 40                   ? 0
                        : strncmp(bytes + 16, "RGB ", 4) == 0 ? 3
                        : strncmp(bytes + 16, "GRAY", 4) == 0 ? 1
                        : strncmp(bytes + 16, "CMYK", 4) == 0 ? 4
                                                              : 0;
        if (!wanted || strncmp(bytes + 36, "acsp", 4) != 0)
            tell(in, DIAG_INSPECT_ARCHIVE,
                 "has an output intent without an ICC profile of RGB, "
                 "grey or CMYK");
        else if (parts != wanted)
            diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_ARCHIVE,
                      "has a profile of %.0f inks with /N %.0f", wanted, parts);
    }
}

void inspect_metadata(const struct inspection *in)
{
    size_t size;
    const struct object *stream = file_get(in->file, file_catalog(in->file), "Metadata");
    const char *bytes = file_bytes(in->file, stream, &size);
    char *xmp = bytes ? g_utf8_make_valid(bytes, (gssize)MIN(size, 1 << 20)) : g_strdup("");
    char *part = first_group(xmp, "pdfaid:part(?:>|=\")\\s*([1-4])");
    char *access = first_group(xmp, "pdfuaid:part(?:>|=\")\\s*([12])");
    if (!part)
        tell(in, DIAG_INSPECT_ARCHIVE, "does not say that it is PDF/A, an archival PDF was wanted");
    else if (!access)
        tell(in, DIAG_INSPECT_ARCHIVE,
             "says that it is PDF/A, not that it is PDF/UA: both were wanted");
    const char *conformance = part ? property(in, xmp, "pdfaid:conformance") : NULL;
    if (conformance && strcmp(conformance, "A") != 0 && *part < '4')
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_ARCHIVE,
                  "says that it is PDF/A-%s%s, the level A (accessible) was wanted", part,
                  inspect_words(in, conformance));
    inspect_archive(in, part ? *part - '0' : 0, access != NULL);
    look_at_intents(in);
    look_at_pairs(in, xmp);
    look_at_document(in, xmp);
    g_free(part);
    g_free(access);
    g_free(xmp);
}

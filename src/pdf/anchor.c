/* anchor: targets of links → places in the book. In: addresses as the documents have them. Out:
 * destinations. */
#include "pdf/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/syntax.h"

/* --- find ---------------------------------------------------------------------------- */

static int by_target(const void *key, const void *anchor)
{
    return strcmp(key, ((const struct anchor *)anchor)->target);
}

static const struct anchor *find(const struct book *book, const char *target)
{
    if (!book->anchor_count)
        return NULL;
    return bsearch(target, book->anchors, (size_t)book->anchor_count, sizeof *book->anchors,
                   by_target);
}

/* What is asked for at an address: https://undocs.org/en/A/RES/76/19 → A/RES/76/19. */
static const char *symbol_at(const char *address)
{
    const char *host = strstr(address, "://");
    const char *path = host ? strchr(host + 3, '/') : NULL;
    if (!path)
        return NULL;
    bool tagged = g_ascii_islower(path[1]) && g_ascii_islower(path[2]) && path[3] == '/';
    return path + (tagged ? 4 : 1);
}

/* "A/RES/76/84 A-B", "A/RES/72/313b" → without the letters of parts; false: there are none. */
static bool cut_parts(char *symbol)
{
    size_t size = strlen(symbol), end = size;
    while (end && (g_ascii_isalpha(symbol[end - 1]) || strchr(" -,", symbol[end - 1])))
        end--;
    if (end == size || !end || !g_ascii_isdigit(symbol[end - 1]))
        return false;
    symbol[end] = '\0';
    return true;
}

const struct anchor *anchor_find(const struct book *book, const char *target)
{
    if (!target || !book->anchor_count)
        return NULL;
    if (*target == '#')
        return find(book, target);
    const char *path = symbol_at(target);
    char *symbol = path ? g_uri_unescape_string(path, NULL) : NULL;
    const struct anchor *anchor = symbol ? find(book, symbol) : NULL;
    if (!anchor && symbol && cut_parts(symbol))
        anchor = find(book, symbol);
    g_free(symbol);
    return anchor;
}

/* --- write --------------------------------------------------------------------------- */

void anchor_put(const struct book *book, const struct anchor *anchor, const struct seats *seats,
                GString *out)
{
    g_string_append_printf(out, "[%d 0 R/XYZ null ", seats->pages[anchor->page]);
    put_points(out, book->height - anchor->top + seats->below);
    g_string_append(out, " null]");
}

static int by_name(const void *left, const void *right)
{
    return strcmp((*(const struct anchor *const *)left)->name,
                  (*(const struct anchor *const *)right)->name);
}

/* Symbols are ASCII: bytes in order are the order that a name tree wants. */
static bool may_name(const char *name)
{
    return name && *name && g_str_is_ascii(name) && !strpbrk(name, "()\\");
}

int anchor_write_names(const struct book *book, struct objects *objects, const struct seats *seats)
{
    GPtrArray *named = g_ptr_array_new();
    for (int i = 0; i < book->anchor_count; i++)
        if (may_name(book->anchors[i].name))
            g_ptr_array_add(named, (gpointer)&book->anchors[i]);
    if (named->len)
        qsort(named->pdata, named->len, sizeof *named->pdata, by_name);
    GString *out = g_string_new("<</Names[");
    for (guint i = 0; i < named->len; i++) {
        const struct anchor *anchor = named->pdata[i];
        g_string_append_printf(out, "(%s)", anchor->name);
        anchor_put(book, anchor, seats, out);
    }
    g_string_append(out, "]>>");
    int number = named->len ? objects_add(objects, out) : 0;
    g_string_free(out, TRUE);
    g_ptr_array_free(named, TRUE);
    return number;
}

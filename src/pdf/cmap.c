/* cmap: two streams of pairs, and the widths. In: codes of a font. Out: objects of the file. */
#include "pdf/cmap.h"

#include "pdf/syntax.h"

static gint by_code(gconstpointer a, gconstpointer b)
{
    return (gint)((const struct code *)a)->code - (gint)((const struct code *)b)->code;
}

void cmap_sort(GArray *codes)
{
    g_array_sort(codes, by_code);
}

static void put_cid(GString *out, const struct code *code)
{
    g_string_append_printf(out, "<%04X> %u\n", code->code, code->cid);
}

static void put_unicode(GString *out, const struct code *code)
{
    g_string_append_printf(out, "<%04X><", code->code);
    put_utf16(out, code->text, code->size);
    g_string_append(out, ">\n");
}

/* Pairs between "beginNAME" and "endNAME". */
static void put_pairs(GString *out, const GArray *codes, const char *name,
                      void (*put)(GString *out, const struct code *code))
{
    enum { PAIRS_A_BLOCK = 100 }; /* the most that CMaps allow */
    for (guint i = 0; i < codes->len; i++) {
        if (i % PAIRS_A_BLOCK == 0)
            g_string_append_printf(out, "%u begin%s\n", MIN(codes->len - i, PAIRS_A_BLOCK), name);
        put(out, &g_array_index(codes, struct code, i));
        if (i % PAIRS_A_BLOCK == PAIRS_A_BLOCK - 1 || i + 1 == codes->len)
            g_string_append_printf(out, "end%s\n", name);
    }
}

static void begin(GString *out, const char *ordering, const char *name, int type)
{
    g_string_append_printf(out,
                           "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                           "/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 0>>"
                           "def\n/CMapName/%s def\n/CMapType %d def\n%s"
                           "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n",
                           ordering, name, type, type == 1 ? "/WMode 0 def\n" : "");
}

static int finish(GString *out, const char *entries, struct objects *objects)
{
    g_string_append(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
    int number = objects_add_stream(objects, entries, out->str, out->len, CODING_FLATE);
    g_string_free(out, TRUE);
    return number;
}

int cmap_add_encoding(const GArray *codes, struct objects *objects)
{
    GString *out = g_string_new(NULL);
    begin(out, "Identity", "Plenary-H", 1);
    put_pairs(out, codes, "cidchar", put_cid);
    return finish(out,
                  "/Type/CMap/CMapName/Plenary-H/CIDSystemInfo<</Registry(Adobe)"
                  "/Ordering(Identity)/Supplement 0>>/WMode 0",
                  objects);
}

int cmap_add_to_unicode(const GArray *codes, struct objects *objects)
{
    GString *out = g_string_new(NULL);
    begin(out, "UCS", "Adobe-Identity-UCS", 2);
    put_pairs(out, codes, "bfchar", put_unicode);
    return finish(out, "", objects);
}

void cmap_put_widths(GString *out, const GArray *codes)
{
    g_string_append(out, "/DW 1000/W[");
    unsigned expected = 0;
    bool open = false;
    for (guint i = 0; i < codes->len; i++) {
        const struct code *code = &g_array_index(codes, struct code, i);
        if (code->width == 1000)
            continue;
        if (open && code->code != expected)
            g_string_append_c(out, ']');
        if (open && code->code == expected)
            g_string_append_c(out, ' ');
        else
            g_string_append_printf(out, "%u[", code->code);
        g_string_append_printf(out, "%d", code->width);
        expected = code->code + 1;
        open = true;
    }
    g_string_append(out, open ? "]]" : "]");
}

/* pairs_report: pages that differ as one HTML file: want | difference | got, a slider between
 * the two, the lines that changed. The difference is made by the browser. */
#include "inspect/pairs.h"

#include "inspect/compare.h"

static const char head[] =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Compared PDFs</title>\n"
    "<style>\n"
    "body{font:15px/1.4 sans-serif;margin:2em}figcaption{color:#555}\n"
    ".row{display:flex;gap:1em}.row>figure{flex:1;margin:0}\n"
    ".page{position:relative;border:1px solid #ccc;aspect-ratio:var(--ratio)}\n"
    ".page,.top{background-size:100% 100%}.want{background-image:var(--want)}\n"
    ".got{background-image:var(--got)}.slide{max-width:50em}\n"
    ".diff{background-image:var(--want),var(--got);background-blend-mode:difference;"
    "filter:invert(1)}\n"
    ".top{position:absolute;inset:0;clip-path:inset(0 0 0 var(--at,50%))}\n"
    "input{width:100%;max-width:50em}del{background:#fdd}ins{background:#dfd}li{list-style:none}\n"
    "</style>\n<h1>Compared PDFs</h1>\n";

static const char pictures[] =
    "<div class=\"row\">\n"
    "<figure><figcaption>want</figcaption><div class=\"page want\" role=\"img\" "
    "aria-label=\"the wanted page\"></div></figure>\n"
    "<figure><figcaption>difference</figcaption><div class=\"page diff\" role=\"img\" "
    "aria-label=\"where they differ\"></div></figure>\n"
    "<figure><figcaption>got</figcaption><div class=\"page got\" role=\"img\" "
    "aria-label=\"the new page\"></div></figure>\n</div>\n"
    "<input type=\"range\" value=\"50\" aria-label=\"from the wanted to the new page\" "
    "oninput=\"this.nextElementSibling.style.setProperty('--at',this.value+'%')\">\n"
    "<div class=\"page want slide\"><div class=\"top got\"></div></div>\n";

static void add_picture(GString *out, const char *name, GBytes *png)
{
    size_t size;
    const void *bytes = g_bytes_get_data(png, &size);
    char *base64 = g_base64_encode(bytes, size);
    g_string_append_printf(out, "--%s:url(data:image/png;base64,%s);", name, base64);
    g_free(base64);
}

static unsigned big_endian(const unsigned char *bytes)
{
    return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 | bytes[3];
}

/* Each picture once, as a property that three views show. */
static void add_pictures(GString *out, GBytes *want, GBytes *got)
{
    size_t size;
    const unsigned char *bytes = g_bytes_get_data(got, &size);
    bool is_png = size > 24;
    g_string_append(out, "<section style=\"");
    add_picture(out, "want", want);
    add_picture(out, "got", got);
    g_string_append_printf(out, "--ratio:%u/%u\">\n", is_png ? big_endian(bytes + 16) : 210,
                           is_png ? big_endian(bytes + 20) : 297);
    g_string_append(out, pictures);
    g_string_append(out, "</section>\n");
}

static void add_line(GString *out, const struct change *change)
{
    char *text = g_markup_escape_text(change->text, -1);
    if (change->kind == CHANGE_MOVED)
        g_string_append_printf(out, "<li>%s <small>%.1f pt elsewhere</small>\n", text, change->by);
    else if (change->kind != CHANGE_SAME)
        g_string_append_printf(out, "<li><%s>%s</%s>\n",
                               change->kind == CHANGE_LOST ? "del" : "ins", text,
                               change->kind == CHANGE_LOST ? "del" : "ins");
    g_free(text);
}

void pairs_report_begin(GString *out)
{
    g_string_append(out, head);
}

void pairs_report_page(GString *out, const char *want, const char *got,
                       const struct page_difference *page)
{
    char *name = g_markup_escape_text(got, -1);
    GBytes *left = compare_png(want, page->page), *right = compare_png(got, page->page);
    g_string_append_printf(out, "<h2>%s, page %d</h2>\n", name, page->page);
    if (page->share >= 0)
        g_string_append_printf(out, "<p>%.3f per cent look different.</p>\n", page->share * 100);
    if (left && right)
        add_pictures(out, left, right);
    g_string_append(out, "<ul>\n");
    for (guint i = 0; i < page->changes->len; i++)
        add_line(out, &g_array_index(page->changes, struct change, i));
    g_string_append(out, "</ul>\n");
    g_clear_pointer(&left, g_bytes_unref);
    g_clear_pointer(&right, g_bytes_unref);
    g_free(name);
}

void pairs_report_end(GString *out)
{
    g_string_append(out, "</html>\n");
}

/* metadata: Info and XMP say the same, from one source (ISO 19005-2, 6.6; ISO 14289-1, 5). */
#include "pdf/metadata.h"

#include "pdf/colour.h"
#include "pdf/syntax.h"

#define PRODUCER "plenary " PLENARY_VERSION

/* The date of the file; NULL when there is none. The caller unrefs it. */
static GDateTime *file_date(const struct book *book)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    guint64 seconds;
    if (epoch && g_ascii_string_to_unsigned(epoch, 10, 0, G_MAXINT64, &seconds, NULL))
        return g_date_time_new_from_unix_utc((gint64)seconds);
    if (!book->date.year)
        return NULL;
    return g_date_time_new_utc(book->date.year, book->date.month, book->date.day, 0, 0, 0);
}

static char *format_date(const struct book *book, const char *format)
{
    GDateTime *date = file_date(book);
    char *text = date ? g_date_time_format(date, format) : NULL;
    if (date)
        g_date_time_unref(date);
    return text;
}

static const char *file_title(const struct book *book)
{
    return book->title ? book->title : book->symbol ? book->symbol : "";
}

int metadata_write_info(struct objects *objects, const struct book *book)
{
    GString *out = g_string_new("<</Title");
    put_text(out, file_title(book), -1);
    g_string_append(out, "/Producer");
    put_text(out, PRODUCER, -1);
    char *date = format_date(book, "D:%Y%m%d%H%M%SZ");
    if (date)
        g_string_append_printf(out, "/CreationDate(%s)/ModDate(%s)", date, date);
    g_string_append(out, ">>");
    int number = objects_add(objects, out);
    g_free(date);
    g_string_free(out, TRUE);
    return number;
}

/* --- XMP ----------------------------------------------------------------------------- */

static const char xmp_head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<dc:format>application/pdf</dc:format>\n";

/* PDF/A knows no pdfuaid: the file has to explain it (ISO 19005-2, 6.6.2.3). */
static const char xmp_tail[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

/* `before`, the text as XML, `after`; nothing when there is no text. */
static void put_property(GString *out, const char *before, const char *text, const char *after)
{
    if (!text || !*text)
        return;
    char *escaped = g_markup_escape_text(text, -1);
    g_string_append_printf(out, "%s%s%s\n", before, escaped, after);
    g_free(escaped);
}

int metadata_write_xmp(struct objects *objects, const struct book *book)
{
    GString *out = g_string_new(xmp_head);
    char *date = format_date(book, "%Y-%m-%dT%H:%M:%SZ");
    put_property(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", file_title(book),
                 "</rdf:li></rdf:Alt></dc:title>");
    put_property(out, "<dc:language><rdf:Bag><rdf:li>", language_tag(book->language),
                 "</rdf:li></rdf:Bag></dc:language>");
    put_property(out, "<dc:identifier>", book->symbol, "</dc:identifier>");
    put_property(out, "<pdf:Producer>", PRODUCER, "</pdf:Producer>");
    put_property(out, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
    put_property(out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
    g_string_append(out, xmp_tail);
    /* not compressed, so that programs which know no PDF find it */
    int number =
        objects_add_stream(objects, "/Type/Metadata/Subtype/XML", out->str, out->len, CODING_PLAIN);
    g_free(date);
    g_string_free(out, TRUE);
    return number;
}

int metadata_write_intent(struct objects *objects)
{
    GByteArray *profile = colour_srgb_profile();
    int stream = objects_add_stream(objects, "/N 3", profile->data, profile->len, CODING_FLATE);
    g_byte_array_free(profile, TRUE);
    GString *out = g_string_new(NULL);
    g_string_printf(out,
                    "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier"
                    "(sRGB IEC61966-2.1)/Info(sRGB)/DestOutputProfile %d 0 R>>",
                    stream);
    int number = objects_add(objects, out);
    g_string_free(out, TRUE);
    return number;
}

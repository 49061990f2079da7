/* metadata: Info and XMP say the same, from one source (ISO 19005-2, 6.6; ISO 14289-1, 5; for print
 * ISO 15930-7 besides). */
#include "pdf/metadata.h"

#include "pdf/colour.h"
#include "pdf/syntax.h"

#define PRODUCER "plenary " PLENARY_VERSION

/* The date of the file; NULL when there is none. The caller unrefs it. */
static GDateTime *file_date(const struct book *book, bool print)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    guint64 seconds;
    if (epoch && g_ascii_string_to_unsigned(epoch, 10, 0, G_MAXINT64, &seconds, NULL))
        return g_date_time_new_from_unix_utc((gint64)seconds);
    if (!book->date.year)
        return print ? g_date_time_new_from_unix_utc(0) : NULL;
    return g_date_time_new_utc(book->date.year, book->date.month, book->date.day, 0, 0, 0);
}

static char *format_date(const struct book *book, bool print, const char *format)
{
    GDateTime *date = file_date(book, print);
    char *text = date ? g_date_time_format(date, format) : NULL;
    if (date)
        g_date_time_unref(date);
    return text;
}

static const char *file_title(const struct book *book)
{
    return book->title ? book->title : book->symbol ? book->symbol : "";
}

int metadata_write_info(struct objects *objects, const struct book *book, bool print)
{
    GString *out = g_string_new("<</Title");
    put_text(out, file_title(book), -1);
    g_string_append(out, "/Producer");
    put_text(out, PRODUCER, -1);
    char *date = format_date(book, print, "D:%Y%m%d%H%M%SZ");
    if (date)
        g_string_append_printf(out, "/CreationDate(%s)/ModDate(%s)", date, date);
    if (print)
        g_string_append(out, "/GTS_PDFXVersion(PDF/X-4)/Trapped/False");
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

/* What is said of the file in other namespaces than those of XMP itself: a file has to explain
 * them (ISO 19005-2, 6.6.2.3). */
struct schema {
    const char *name, *uri, *prefix;
    const char *property, *type, *description;
};

static const struct schema archive_schemas[] = {
    {"PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part", "Integer",
     "Part of ISO 14289 that the file conforms to"},
};

static const struct schema print_schemas[] = {
    {"PDF/X identification", "http://www.npes.org/pdfx/ns/id/", "pdfxid", "GTS_PDFXVersion", "Text",
     "Version of PDF/X that the file conforms to"},
    {"Adobe PDF", "http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Text",
     "Whether the file has been trapped"},
};

static void put_schema(const struct schema *schema, GString *out)
{
    g_string_append_printf(out,
                           "<rdf:li rdf:parseType=\"Resource\">\n"
                           "<pdfaSchema:schema>%s</pdfaSchema:schema>\n"
                           "<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>\n"
                           "<pdfaSchema:prefix>%s</pdfaSchema:prefix>\n"
                           "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
                           "<pdfaProperty:name>%s</pdfaProperty:name>\n"
                           "<pdfaProperty:valueType>%s</pdfaProperty:valueType>\n"
                           "<pdfaProperty:category>internal</pdfaProperty:category>\n"
                           "<pdfaProperty:description>%s</pdfaProperty:description>\n"
                           "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
                           "</rdf:li>",
                           schema->name, schema->uri, schema->prefix, schema->property,
                           schema->type, schema->description);
}

static void put_schemas(bool print, GString *out)
{
    g_string_append(out, "<pdfaExtension:schemas><rdf:Bag>");
    for (size_t i = 0; i < G_N_ELEMENTS(archive_schemas); i++)
        put_schema(&archive_schemas[i], out);
    for (size_t i = 0; print && i < G_N_ELEMENTS(print_schemas); i++)
        put_schema(&print_schemas[i], out);
    g_string_append(out, "</rdf:Bag></pdfaExtension:schemas>\n"
                         "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
}

/* What PDF/X wants besides. The identifier is made of what the file holds. */
static void put_print(const struct objects *objects, const char *date, GString *out)
{
    char *hash = objects_hash(objects);
    g_string_append_printf(
        out,
        "<xmp:MetadataDate>%s</xmp:MetadataDate>\n"
        "<pdf:Trapped xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">False</pdf:Trapped>\n"
        "<pdfxid:GTS_PDFXVersion xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">"
        "PDF/X-4</pdfxid:GTS_PDFXVersion>\n",
        date);
    static const char mm[] = "xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"";
    g_string_append_printf(
        out, "<xmpMM:DocumentID %s>uuid:%.8s-%.4s-%.4s-%.4s-%.12s</xmpMM:DocumentID>\n", mm, hash,
        hash + 8, hash + 12, hash + 16, hash + 20);
    g_string_append_printf(out,
                           "<xmpMM:VersionID %s>1</xmpMM:VersionID>\n"
                           "<xmpMM:RenditionClass %s>default</xmpMM:RenditionClass>\n",
                           mm, mm);
    g_free(hash);
}

/* `before`, the text as XML, `after`; nothing when there is no text. */
static void put_property(GString *out, const char *before, const char *text, const char *after)
{
    if (!text || !*text)
        return;
    char *escaped = g_markup_escape_text(text, -1);
    g_string_append_printf(out, "%s%s%s\n", before, escaped, after);
    g_free(escaped);
}

int metadata_write_xmp(struct objects *objects, const struct book *book, bool print)
{
    GString *out = g_string_new(xmp_head);
    char *date = format_date(book, print, "%Y-%m-%dT%H:%M:%SZ");
    put_property(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", file_title(book),
                 "</rdf:li></rdf:Alt></dc:title>");
    put_property(out, "<dc:language><rdf:Bag><rdf:li>", language_tag(book->language),
                 "</rdf:li></rdf:Bag></dc:language>");
    put_property(out, "<dc:identifier>", book->symbol, "</dc:identifier>");
    put_property(out, "<pdf:Producer>", PRODUCER, "</pdf:Producer>");
    put_property(out, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
    put_property(out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
    if (print)
        put_print(objects, date, out);
    put_schemas(print, out);
    /* not compressed, so that programs which know no PDF find it */
    int number =
        objects_add_stream(objects, "/Type/Metadata/Subtype/XML", out->str, out->len, CODING_PLAIN);
    g_free(date);
    g_string_free(out, TRUE);
    return number;
}

/* --- output intents ------------------------------------------------------------------ */

int metadata_write_srgb(struct objects *objects)
{
    GByteArray *profile = colour_srgb_profile();
    int stream = objects_add_stream(objects, "/N 3", profile->data, profile->len, CODING_FLATE);
    g_byte_array_free(profile, TRUE);
    return stream;
}

static void put_intent(struct objects *objects, const char *standard, const char *condition,
                       const char *info, bool registered, int profile, GString *out)
{
    GString *intent = g_string_new(NULL);
    g_string_printf(intent, "<</Type/OutputIntent/S/%s/OutputConditionIdentifier", standard);
    put_text(intent, condition, -1);
    g_string_append(intent, "/Info");
    put_text(intent, info, -1);
    if (registered)
        g_string_append(intent, "/RegistryName(http://www.color.org)");
    g_string_append_printf(intent, "/DestOutputProfile %d 0 R>>", profile);
    put_reference(out, objects_add(objects, intent));
    g_string_free(intent, TRUE);
}

void metadata_put_intents(struct objects *objects, const struct profile *profile, GString *out)
{
    g_string_append_c(out, '[');
    if (profile) {
        const char *condition = profile->condition ? profile->condition : "Custom";
        int stream =
            objects_add_stream(objects, "/N 4", profile->bytes, profile->size, CODING_FLATE);
        put_intent(objects, "GTS_PDFX", condition, profile->name, profile->condition, stream, out);
        g_string_append_c(out, ' ');
        put_intent(objects, "GTS_PDFA1", condition, profile->name, profile->condition, stream, out);
    } else {
        int stream = metadata_write_srgb(objects);
        put_intent(objects, "GTS_PDFA1", "sRGB IEC61966-2.1", "sRGB", false, stream, out);
    }
    g_string_append_c(out, ']');
}

/* write: AKN4UN. What is written is read back as the same tree, is valid, and has the form that
 * the organization publishes. */
#include <libxml/xmlschemas.h>

#include "write_desk.h"

START_TEST(every_file_comes_back)
{
    desk_check_files(WRITE_AKN, 95);
}
END_TEST

START_TEST(anything_comes_back_or_is_told)
{
    desk_check_random(WRITE_AKN);
}
END_TEST

/* --- the schema ----------------------------------------------------------------------- */

static xmlSchemaValidCtxtPtr validator;

static void be_silent(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

static void check_ids(xmlNodePtr node, GHashTable *ids)
{
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        xmlChar *id = xmlGetNoNsProp(node, (const xmlChar *)"eId");
        if (id)
            ck_assert_msg(g_hash_table_add(ids, g_strdup((char *)id)), "%s is there twice", id);
        xmlFree(id);
        check_ids(node->children, ids);
    }
}

/* An address with a space in it is none for the schema; the source has it so. */
static void validate(struct desk *desk)
{
    const char *text = write_document(desk->arena, desk->doc, WRITE_AKN, desk->told);
    xmlDocPtr doc = xmlReadMemory(text, (int)strlen(text), "", NULL, XML_PARSE_NONET);
    ck_assert_msg(doc != NULL, "%s", text);
    if (!strstr(text, "location=New York"))
        ck_assert_msg(xmlSchemaValidateDoc(validator, doc) == 0, "%s: %s",
                      desk->doc->as.doc.source->name, text);
    GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    check_ids(xmlDocGetRootElement(doc), ids);
    g_hash_table_destroy(ids);
    xmlFreeDoc(doc);
}

START_TEST(every_file_is_valid)
{
    const char *shared = g_getenv("PLENARY_SHARED");
    char *path = g_build_filename(shared && *shared ? shared : PLENARY_SHARED, "corpus", "schema",
                                  "akomantoso30.xsd", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        printf("skipped: no %s\n", path);
        g_free(path);
        return;
    }
    xmlSetGenericErrorFunc(NULL, be_silent);
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(path);
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    validator = xmlSchemaNewValidCtxt(schema);
    ck_assert_ptr_nonnull(validator);
    desk_visit_files(validate);
    for (guint32 seed = 1; seed <= 100; seed++) {
        struct desk desk = desk_new();
        desk.doc = desk_make(&desk, seed);
        validate(&desk);
        desk_free(&desk);
    }
    xmlSchemaFreeValidCtxt(validator);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
    g_free(path);
}
END_TEST

/* --- the form --------------------------------------------------------------------------- */

static const char sample[] =
    "---\nlanguage: en\nsymbol: A/RES/99/7\ndistribution: general\nissued: 2044-12-14\n"
    "job: 44-21077\n---\n\n# 99/7. A < B & C\n\n*The General Assembly*,\n\n"
    "*Recalling* its \"words\",[^1]\n\n1. *Decides*:\n\n(a) To begin;\n\n(b) To end.\n\n"
    "10th plenary meeting\n7 December 2044\n\n## Annex\n\nText.\n\n[^1]: A note.\n";

static void written(struct desk *desk, const char *text)
{
    desk->doc = desk_read(desk, "sample.md", text);
    ck_assert(desk_there_and_back(desk, WRITE_AKN));
    ck_assert_str_eq(diag_text(desk->told), "");
}

START_TEST(the_form_is_as_published)
{
    static const char *const lines[] = {
        "<statement name=\"resolution\">",
        "<FRBRuri value=\"/akn/un/statement/deliberation/unga/2044-12-07/99-7/eng@/\" />",
        "<FRBRlanguage language=\"eng\" />",
        "<docNumber refersTo=\"#symbol\">A/RES/99/7</docNumber>",
        "<docDate date=\"2044-12-14\" refersTo=\"#dateOfIssuance\" class=\"rightSmall\">14 "
        "December "
        "2044</docDate>",
        "<docketNumber refersTo=\"#publicationJobNumber\">44-21077 (E)</docketNumber>",
        "<docNumber>99/7.</docNumber>",
        "<span class=\"bold\">A &lt; B &amp; C</span>",
        "<formula name=\"enactingFormula\" eId=\"formula_1\">",
        "<container name=\"Recalling\" eId=\"container_2\">",
        "<authorialNote marker=\"1\" placement=\"bottom\" eId=\"authorialNote_1\">",
        "<list eId=\"para_3_list\">",
        "<num>(a)</num>",
        "<inline name=\"adoptionMeeting\">10th plenary meeting</inline><eol />",
        "<docDate date=\"2044-12-07\" refersTo=\"#adoptionDate\">7 December 2044</docDate>",
        "<doc name=\"annex\">",
        "<heading>Annex</heading>",
    };
    struct desk desk = desk_new();
    written(&desk, sample);
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        ck_assert_msg(strstr(desk.text, lines[i]), "no %s in\n%s", lines[i], desk.text);
    desk_free(&desk);
}
END_TEST

START_TEST(a_paragraph_that_begins_like_a_label_has_none)
{
    struct desk desk = desk_new();
    written(&desk, "---\nlanguage: en\nsymbol: A/RES/99/7\nissued: 2044-12-14\n---\n\n"
                   "# 99/7. Title\n\n*The General Assembly*,\n\n<!-- paragraph -->\n\n"
                   "(a) is a letter, not a label.\n\n<!-- paragraph -->\n\n1 - 1 is nothing.\n");
    ck_assert(strstr(doc_print(desk.arena, desk.back), "paragraph \"(a) is a letter"));
    desk_free(&desk);
}
END_TEST

/* Published files know three levels of headings. */
START_TEST(what_the_form_cannot_say_is_told)
{
    struct desk desk = desk_new();
    desk.doc = desk_read(&desk, "sample.md",
                         "---\nlanguage: en\nsymbol: A/RES/99/7\n---\n\n# 99/7. Title\n\n"
                         "*The General Assembly*,\n\n1. *Decides* so.\n\n"
                         "<!-- heading level=5 -->\n\nDeep\n\n2. *Decides* on.\n");
    ck_assert(!desk_there_and_back(&desk, WRITE_AKN));
    ck_assert(strstr(diag_text(desk.told), "this level [write-lost]"));
    desk_free(&desk);
}
END_TEST

/* Titles of annexes are as high as the word above them, headings bold: unless it is said. */
START_TEST(heads_of_annexes_come_back)
{
    struct desk desk = desk_new();
    written(&desk, "plenary: 1\nlanguage: en\nmasthead: {symbol: A/RES/99/7, issued: 2044-12-14}\n"
                   "body:\n- paragraph: Text.\n- annex:\n  - heading: Annex\n"
                   "  - heading: {bold: Form}\n    level: 2\n  - paragraph: Text.\n"
                   "- annex:\n  - heading: Annex II\n  - heading: Form\n  - paragraph: Text.\n");
    ck_assert(
        strstr(doc_print(desk.arena, desk.back), "heading level=2\n      span bold \"Form\""));
    desk_free(&desk);
}
END_TEST

START_TEST(any_label_of_an_item_comes_back)
{
    struct desk desk = desk_new();
    written(&desk, "---\nlanguage: en\nsymbol: A/RES/99/7\nissued: 2044-12-14\n---\n\n"
                   "# 99/7. Title\n\n*The General Assembly*,\n\n1. *Decides*:\n\n"
                   "<!-- item label=\"No. 1\" -->\n\nTo begin.\n\n"
                   "<!-- item label=\"No. 2\" -->\n\nTo end.\n");
    desk_free(&desk);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("write_akn");
    TCase *files = tcase_create("files"), *form = tcase_create("form");
    tcase_set_timeout(files, 280);
    tcase_add_test(files, every_file_comes_back);
    tcase_add_test(files, anything_comes_back_or_is_told);
    tcase_add_test(files, every_file_is_valid);
    tcase_add_test(form, the_form_is_as_published);
    tcase_add_test(form, a_paragraph_that_begins_like_a_label_has_none);
    tcase_add_test(form, what_the_form_cannot_say_is_told);
    tcase_add_test(form, heads_of_annexes_come_back);
    tcase_add_test(form, any_label_of_an_item_comes_back);
    suite_add_tcase(suite, files);
    suite_add_tcase(suite, form);
    return suite_run(suite);
}

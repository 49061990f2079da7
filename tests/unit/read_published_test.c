/* read: whole documents. Published files, where the conformance folder beside the checkout is
 * present, lose no text and have one shape in all languages; the seed and its twin agree. */
#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/akn_xml.h"
#include "read/read.h"
#include "reading.h"

static const struct node *read_file(const char *path)
{
    struct source *source = source_read(arena, path, diag);
    const struct node *doc = source ? read_document(arena, source, NULL, diag) : NULL;
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    return doc;
}

/* --- published files ----------------------------------------------------------------- */

static const char *shared_folder(void)
{
    const char *folder = g_getenv("PLENARY_SHARED");
    return folder && *folder ? folder : PLENARY_SHARED;
}

typedef void visitor(const char *path);

static int visit_files(const char *folder, const char *part_of_name, visitor *visit)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    int count = 0;
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            count += strcmp(name, "malformed") ? visit_files(path, part_of_name, visit) : 0;
        } else if (g_str_has_suffix(name, ".xml") && strstr(name, part_of_name)) {
            visit(path);
            count++;
        }
        g_free(path);
    }
    if (dir)
        g_dir_close(dir);
    return count;
}

static void visit_corpus(const char *part_of_name, visitor *visit)
{
    char *folder = g_build_filename(shared_folder(), "corpus", "akn4un", NULL);
    if (visit_files(folder, part_of_name, visit) == 0)
        printf("skipped: no corpus in %s\n", folder);
    g_free(folder);
}

/* Text without white space; parentheses are left out too, because those around the calls of
 * Arabic notes are typed in the source and the style's here. */
static void append_bare(GString *out, const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!strchr("()", *p) && !g_unichar_isspace(c)) /* U+00A0 behind labels too */
            g_string_append_unichar(out, c);
    }
}

static bool is_title_of_part(const struct xml *n)
{
    return n->parent && (xml_is(n->parent, "coverPage") || xml_is(n->parent, "meta") ||
                         xml_is(n->parent, "preface"));
}

/* A label that is typed once more at the front of its paragraph counts once. */
static bool is_doubled(const struct xml *num)
{
    const char *label = g_strstrip((char *)xml_text(arena, num));
    for (const struct xml *n = num->next; n; n = n->next)
        if (n->name) {
            const char *text = xml_text(arena, n);
            text += strspn(text, " \t\r\n");
            return *label && g_str_has_prefix(text, label) && text[strlen(label)] == '\t';
        }
    return false;
}

static void gather_source(GString *out, const struct xml *n)
{
    if (n->text && !is_title_of_part(n))
        append_bare(out, n->text);
    bool skipped = xml_is(n, "meta") || xml_is(n, "collectionBody") || xml_is(n, "conclusions") ||
                   (xml_is(n, "num") && is_doubled(n));
    bool head =
        xml_is(n, "coverPage") || (xml_is(n, "preface") && xml_is(n->parent->parent, "akomaNtoso"));
    for (const struct xml *c = n->first; c && !skipped && !head; c = c->next)
        gather_source(out, c);
}

/* A line of the closing may be left in the body: it stands before the element of the closing. */
static bool is_of_body(const struct node *field)
{
    return field->parent->kind == NODE_CLOSING && field->at < field->parent->at;
}

static void gather_tree(GString *out, const struct node *doc)
{
    for (const struct node *n = doc, *next; n; n = next) {
        bool field = n->kind == NODE_FIELD && !is_of_body(n);
        next = field ? doc_skip(n, doc) : doc_next(n, doc);
        if (n->label && n->kind != NODE_NOTE)
            append_bare(out, n->label);
        if (n->kind == NODE_TEXT)
            append_bare(out, n->text);
    }
}

static void assert_same_text(const char *path, const GString *want, const GString *got)
{
    size_t i = 0;
    while (i < want->len && want->str[i] == got->str[i])
        i++;
    ck_assert_msg(want->len == got->len && i == want->len,
                  "%s: text lost near “%.90s”, not “%.90s”", path,
                  want->str + (i > 30 ? i - 30 : 0), got->str + (i > 30 ? i - 30 : 0));
}

/* Every character of masthead, preface and closing is in a field, in whatever order. */
static void count_characters(int counts[256], const char *text, int by)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if (!strchr(" \t\r\n()", *p))
            counts[*p] += by;
}

static void check_fields(const char *path, const struct xml *root, const struct node *doc)
{
    static const char *const parts[] = {"coverPage", "conclusions"};
    int counts[256] = {0};
    const struct xml *document = xml_child(root, "statement");
    if (!document)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (xml_child(document, parts[i]))
            count_characters(counts, xml_text(arena, xml_child(document, parts[i])), 1);
    if (xml_child(document, "preface"))
        count_characters(counts, xml_text(arena, xml_child(document, "preface")), 1);
    for (const struct node *n = doc; n; n = doc_next(n, doc)) {
        const struct node *block = n;
        while (block && block->kind != NODE_FIELD)
            block = block->parent;
        if (n->kind == NODE_TEXT && block && block->as.field.field != FIELD_JOB)
            count_characters(counts, n->text, -1);
    }
    for (int c = 0; c < 256; c++)
        ck_assert_msg(counts[c] <= 0, "%s: %d of byte %02X are lost", path, counts[c], c);
}

static void check_published_file(const char *path)
{
    set_up();
    const struct node *doc = read_file(path);
    const struct xml *root = xml_parse(arena, doc->as.doc.source, diag);
    GString *want = g_string_new(NULL), *got = g_string_new(NULL);
    gather_source(want, root);
    gather_tree(got, doc);
    assert_same_text(path, want, got);
    check_fields(path, root, doc);
    g_string_free(want, TRUE);
    g_string_free(got, TRUE);
    tear_down();
}

START_TEST(published_files_lose_no_text)
{
    visit_corpus("", check_published_file);
}
END_TEST

/* Blocks, lists and notes without what they say. */
static char *shape_of(const struct node *doc)
{
    GString *out = g_string_new(NULL);
    for (const struct node *n = doc; n; n = doc_next(n, doc)) {
        if (n->kind == NODE_CLOSING)
            break; /* Chinese has its fields the other way round */
        if (!doc_is_inline(n->kind) || n->kind == NODE_NOTE)
            g_string_append_printf(out, "%d%s%s ", (int)n->kind, n->label ? "L" : "",
                                   n->first && n->first->kind == NODE_SPAN ? "S" : "");
    }
    return g_string_free(out, FALSE);
}

static char *common_shape;

static void check_shape(const char *path)
{
    set_up();
    const struct node *doc = read_file(path);
    char *shape = shape_of(doc);
    if (!common_shape)
        common_shape = g_strdup(shape);
    ck_assert_str_eq(shape, common_shape);
    g_free(shape);
    tear_down();
}

START_TEST(six_languages_have_one_shape)
{
    visit_corpus("A_RES_76_19-", check_shape);
    g_free(common_shape);
    common_shape = NULL;
}
END_TEST

/* --- the seed ------------------------------------------------------------------------ */

/* The text of a document without the spaces that the seed has between Han and digits. */
static char *bare_text(const char *path)
{
    const struct node *doc = read_file(path);
    GString *out = g_string_new(NULL);
    gather_tree(out, doc);
    return g_string_free(out, FALSE);
}

START_TEST(the_seed_and_its_twin_say_the_same)
{
    char *seed = bare_text(TEST_DATA "/../input/A_RES_76_19.zh.md");
    char *twin = bare_text(TEST_DATA "/../input/A_RES_76_19-2118253C.xml");
    ck_assert_str_eq(seed, twin);
    g_free(seed);
    g_free(twin);
}
END_TEST

START_TEST(the_seed_has_two_bare_leads)
{
    g_free(bare_text(TEST_DATA "/../input/A_RES_76_19.zh.md"));
    ck_assert_int_eq(diag_count(diag, DIAG_STYLE_LEVEL) - diag_count(diag, DIAG_WARNING), 2);
    ck_assert_int_eq(diag_count(diag, DIAG_WARNING), 3);
    const char *said = diag_text(diag);
    ck_assert_ptr_nonnull(strstr(said, "A_RES_76_19.zh.md:19:1: style: the lead phrase “回顾”"));
    ck_assert_ptr_nonnull(strstr(said, "A_RES_76_19.zh.md:23:1: style: the lead phrase “回顾”"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("read: whole documents");
    TCase *published = tcase_create("published"), *seed = tcase_create("seed");
    tcase_set_timeout(published, 60);
    tcase_add_test(published, published_files_lose_no_text);
    tcase_add_test(published, six_languages_have_one_shape);
    tcase_add_checked_fixture(seed, set_up, tear_down);
    tcase_add_test(seed, the_seed_and_its_twin_say_the_same);
    tcase_add_test(seed, the_seed_has_two_bare_leads);
    suite_add_tcase(suite, published);
    suite_add_tcase(suite, seed);
    return suite_run(suite);
}

/* read: the languages of one document have one shape. Where they do not, the files differ: a table
 * typed as paragraphs, a title published twice, sections left out. */
#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "suite.h"

/* Of the documents in the corpus that are there in two languages or more. */
enum { MOST_THAT_DIFFER = 13 };

static const char *shared_folder(void)
{
    const char *folder = g_getenv("PLENARY_SHARED");
    return folder && *folder ? folder : PLENARY_SHARED;
}

static bool is_left_out(const struct node *node)
{
    return node->kind == NODE_FIELD || node->kind == NODE_CLOSING || node->kind == NODE_ROW;
}

/* Blocks, lists and calls of notes in their order: "operative item2 note heading". Levels of
 * headings are left out: Chinese files do not say them. */
static char *shape_of(const struct node *doc)
{
    GString *out = g_string_new(NULL);
    for (const struct node *n = doc, *next; n; n = next) {
        bool closed = is_left_out(n) || n->kind == NODE_NOTE;
        next = closed ? doc_skip(n, doc) : doc_next(n, doc);
        bool counts = n->kind == NODE_NOTE || !doc_is_inline(n->kind);
        if (counts && !is_left_out(n))
            g_string_append_printf(out, "%s%.*s ", doc_kind_name(n->kind), n->kind == NODE_LIST,
                                   &"0123456789"[n->kind == NODE_LIST ? n->as.block.level : 0]);
    }
    return g_string_free(out, FALSE);
}

static char *shape_of_file(const char *path)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct source *source = source_read(arena, path, diag);
    const struct node *doc = source ? read_document(arena, source, NULL, diag) : NULL;
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    char *shape = shape_of(doc);
    arena_free(arena);
    return shape;
}

/* "A_RES_76_19-2118253" of all its languages; NULL for what is no published file. */
static char *document_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    if (!dot || strcmp(dot, ".xml") != 0 || dot == name)
        return NULL;
    return g_strndup(name, (size_t)(dot - name) - (strchr("ACEFGRS", dot[-1]) != NULL));
}

/* Adds the shapes of a folder's files to those of their documents. */
static void gather(GHashTable *shapes, const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *document = document_of(name);
        if (!document)
            continue;
        char *path = g_build_filename(folder, name, NULL);
        GPtrArray *list = g_hash_table_lookup(shapes, document);
        if (!list) {
            list = g_ptr_array_new_with_free_func(g_free);
            g_hash_table_insert(shapes, g_strdup(document), list);
        }
        g_ptr_array_add(list, shape_of_file(path));
        g_free(path);
        g_free(document);
    }
    if (dir)
        g_dir_close(dir);
}

static bool differ(const GPtrArray *list)
{
    for (guint i = 1; i < list->len; i++)
        if (strcmp(list->pdata[0], list->pdata[i]) != 0)
            return true;
    return false;
}

static void compare(GHashTable *shapes, int *documents, int *different)
{
    GHashTableIter iter;
    gpointer document, list;
    g_hash_table_iter_init(&iter, shapes);
    while (g_hash_table_iter_next(&iter, &document, &list)) {
        if (((const GPtrArray *)list)->len < 2)
            continue;
        ++*documents;
        if (differ(list)) {
            ++*different;
            printf("languages differ: %s\n", (const char *)document);
        }
    }
}

START_TEST(languages_have_one_shape)
{
    static const char *const organs[] = {"ga", "sc", "decisions"};
    int documents = 0, different = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(organs); i++) {
        GHashTable *shapes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                                   (GDestroyNotify)(void *)g_ptr_array_unref);
        for (int language = ZH; language < LANGUAGE_COUNT; language++) {
            char *folder = g_build_filename(shared_folder(), "corpus", "akn4un", organs[i],
                                            language_tag((enum language)language), NULL);
            gather(shapes, folder);
            g_free(folder);
        }
        compare(shapes, &documents, &different);
        g_hash_table_destroy(shapes);
    }
    if (!documents)
        printf("skipped: no corpus in %s\n", shared_folder());
    printf("%d of %d documents have one shape in all languages\n", documents - different,
           documents);
    ck_assert_int_le(different, MOST_THAT_DIFFER);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("read: languages");
    TCase *tests = tcase_create("languages");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, languages_have_one_shape);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}

/* check/locate: the places of findings are those of the source, in each of its forms. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/align.h"
#include "read/read.h"
#include "style/style.h"
#include "suite.h"

static struct arena *arena;
static struct diag *diag;

static struct copy *copy_from(const char *text)
{
    arena = arena_new();
    diag = diag_new(arena);
    const struct source *source = source_over(arena, "test", text, strlen(text));
    struct node *doc = read_document(arena, source, NULL, diag);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    const struct style *style = style_load(arena, "un", doc->as.doc.language, diag);
    return copy_of(arena, style, doc, diag);
}

/* The passage that holds these words, and where. */
static const struct passage *passage_with(const struct copy *copy, const char *words, int *at)
{
    for (int i = 0; i < copy->passage_count; i++) {
        const char *found = strstr(copy->passages[i].text, words);
        *at = found ? (int)(found - copy->passages[i].text) : 0;
        if (found)
            return &copy->passages[i];
    }
    ck_abort_msg("no passage with “%s”", words);
    return NULL;
}

/* Words of the text stand in the source as `written`. */
static void check_place(const char *text, const char *words, const char *written)
{
    struct copy *copy = copy_from(text);
    int from;
    const struct passage *passage = passage_with(copy, words, &from);
    uint32_t at, end;
    ck_assert_msg(locate(copy, passage, from, from + (int)strlen(words), &at, &end),
                  "“%s” was not found", words);
    char *found = g_strndup(text + at, end - at);
    ck_assert_str_eq(found, written);
    g_free(found);
    arena_free(arena);
}

/* The source after words of it were mended. */
static char *mended(const char *text, const char *words, const char *with)
{
    struct copy *copy = copy_from(text);
    int from;
    const struct passage *passage = passage_with(copy, words, &from);
    find(copy, passage, from, from + (int)strlen(words), DIAG_CLAUSE_END, "test");
    if (with)
        mend(copy, passage, from, from + (int)strlen(words), with);
    else
        mend_look(copy, passage, from, from + (int)strlen(words), LOOK_LEAD);
    int count;
    const struct diag_message *const *messages = diag_messages(diag, &count);
    GString *out = g_string_new(text);
    for (int i = 0; i < count; i++)
        for (int e = messages[i]->edit_count - 1; e >= 0; e--) {
            const struct diag_edit *edit = &messages[i]->mend[e];
            g_string_erase(out, edit->from, edit->to - edit->from);
            g_string_insert(out, edit->from, edit->bytes);
        }
    arena_free(arena);
    return g_string_free(out, FALSE);
}

static void check_mend(const char *text, const char *words, const char *with, const char *wanted)
{
    char *got = mended(text, words, with);
    ck_assert_msg(strstr(got, wanted) != NULL, "no “%s” in %s", wanted, got);
    g_free(got);
}

/* --- the forms ------------------------------------------------------------------------- */

#define MARKDOWN                                                                                   \
    "---\nlanguage: en\nsymbol: A/RES/76/19\norgan: General Assembly\n---\n\n"                     \
    "76/19. A title\n\nThe General Assembly,\n\n"
#define YAML                                                                                       \
    "plenary: 1\nlanguage: en\nmasthead: {title: A title}\nbody:\n- opening: \"The Assembly,\"\n"

START_TEST(places_in_markdown)
{
    const char *text =
        MARKDOWN "*Recalling* its **first\nresolution** of 1 May \\*2001\\* &amp; all,\n";
    check_place(text, "Recalling", "Recalling");
    check_place(text, "resolution", "resolution");
    check_place(text, "first resolution", "first\nresolution");
    check_place(text, "*2001* & all", "\\*2001\\* &amp; all");
}
END_TEST

START_TEST(places_in_front_matter)
{
    check_place(MARKDOWN "text,\n", "A/RES/76/19", "A/RES/76/19");
    check_place(MARKDOWN "text,\n", "Assembly", "Assembly");
}
END_TEST

START_TEST(places_in_yaml)
{
    check_place(YAML "- preambular: \"Noting \\\"all\\\"\n    \\u2014 the rest,\"\n",
                "\"all\" — the", "\\\"all\\\"\n    \\u2014 the");
    check_place(YAML "- preambular: 'Noting what''s\n    left,'\n", "what's left",
                "what''s\n    left");
    check_place(YAML "- preambular: Noting what\n    is left,\n", "what is", "what\n    is");
    check_place(YAML "- preambular: >-\n    Noting what\n    is left,\n", "what is",
                "what\n    is");
    check_place(YAML "- preambular: [{lead: Noting}, \" what is left,\"]\n", "what is", "what is");
    check_place(
        "{\"plenary\": 1, \"language\": \"en\", \"body\": [{\"preambular\": \"Noting gaps,\"}]}",
        "gaps", "gaps");
}
END_TEST

START_TEST(mendings_in_markdown)
{
    const char *text = MARKDOWN "Recalling its  resolution of 1 May 2001,\n";
    check_mend(text, "2001,", "2001;", "1 May 2001;\n");
    check_mend(text, "1 May", "[May]_*", "of \\[May\\]\\_\\* 2001,\n");
    check_mend(text, "Recalling", NULL, "*Recalling* its");
}
END_TEST

START_TEST(mendings_in_yaml)
{
    const char *text = YAML "- preambular: \"Noting \\\"all\\\" of it,\"\n";
    check_mend(text, "of", "\"of\"", "\\\" \\\"of\\\" it,\"\n");
    check_mend(text, "Noting", NULL,
               "- preambular: [{lead: \"Noting\"}, \" \\\"all\\\" of it,\"]\n");
    check_mend(YAML "- preambular: 'Noting gaps,'\n", "gaps", "gap's", "'Noting gap''s,'");
}
END_TEST

/* --- published files ------------------------------------------------------------------- */

struct tally {
    int ranges, found, wrong;
};

/* What bytes between two tags say: references decoded, white space folded. Only what published
 * files have, so that this is not the aligner once more. */
static char *plain_text(const char *bytes, size_t size)
{
    GString *out = g_string_new_len(bytes, (gssize)size);
    g_string_replace(out, "&lt;", "<", 0);
    g_string_replace(out, "&gt;", ">", 0);
    g_string_replace(out, "&quot;", "\"", 0);
    g_string_replace(out, "&amp;", "&", 0);
    GString *folded = g_string_new(NULL);
    for (const char *p = out->str; *p; p++) {
        bool white = strchr(" \t\r\n", *p);
        if (!white || (folded->len && folded->str[folded->len - 1] != ' '))
            g_string_append_c(folded, white ? ' ' : *p);
    }
    g_string_free(out, TRUE);
    return g_string_free(folded, FALSE);
}

static void check_range(struct copy *copy, const struct passage *passage, int from, int to,
                        struct tally *tally)
{
    uint32_t at, end;
    tally->ranges++;
    if (!locate(copy, passage, from, to, &at, &end))
        return;
    tally->found++;
    char *said = plain_text(copy->source->text + at, end - at);
    char *wanted = plain_text(passage->text + from, (size_t)(to - from));
    if (strcmp(said, wanted) != 0 && ++tally->wrong <= 5)
        printf("%s: “%s” is not “%s”\n", copy->source->name, said, wanted);
    g_free(said);
    g_free(wanted);
}

/* Every word of a text is one range, and the text as a whole. */
static void check_words(struct copy *copy, const struct passage *passage,
                        const struct stretch *stretch, struct tally *tally)
{
    const char *text = stretch->text->text;
    check_range(copy, passage, stretch->at, stretch->at + (int)strlen(text), tally);
    for (const char *p = text; *p;) {
        size_t size = strcspn(p, " ");
        int from = stretch->at + (int)(p - text);
        if (size)
            check_range(copy, passage, from, from + (int)size, tally);
        p += size + (p[size] == ' ');
    }
}

static void check_file(const char *path, struct tally *tally)
{
    arena = arena_new();
    diag = diag_new(arena);
    const struct source *source = source_read(arena, path, diag);
    struct node *doc = source ? read_document(arena, source, NULL, diag) : NULL;
    const struct style *style = doc ? style_load(arena, "un", doc->as.doc.language, diag) : NULL;
    struct copy *copy = style ? copy_of(arena, style, doc, diag) : NULL;
    for (int i = 0; copy && i < copy->passage_count; i++)
        for (int k = 0; k < copy->passages[i].stretch_count; k++)
            check_words(copy, &copy->passages[i], &copy->passages[i].stretches[k], tally);
    arena_free(arena);
}

static void check_folder(const char *folder, struct tally *tally)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) && strcmp(name, "malformed") != 0)
            check_folder(path, tally);
        else if (g_str_has_suffix(name, ".xml"))
            check_file(path, tally);
        g_free(path);
    }
    if (dir)
        g_dir_close(dir);
}

START_TEST(words_of_published_files_are_found)
{
    const char *shared = g_getenv("PLENARY_SHARED");
    struct tally tally = {0};
    char *folder = g_build_filename(shared && *shared ? shared : PLENARY_SHARED, "corpus", NULL);
    check_folder(folder, &tally);
    g_free(folder);
    if (!tally.ranges) {
        printf("skipped: there is no corpus\n");
        return;
    }
    printf("%d ranges, %.3f %% at their place\n", tally.ranges, 100.0 * tally.found / tally.ranges);
    ck_assert_int_eq(tally.wrong, 0);
    ck_assert_int_ge(tally.found, tally.ranges / 1000 * 990);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("check_locate");
    TCase *tests = tcase_create("check_locate");
    tcase_add_test(tests, places_in_markdown);
    tcase_add_test(tests, places_in_front_matter);
    tcase_add_test(tests, places_in_yaml);
    tcase_add_test(tests, mendings_in_markdown);
    tcase_add_test(tests, mendings_in_yaml);
    tcase_set_timeout(tests, 300);
    tcase_add_test(tests, words_of_published_files_are_found);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}

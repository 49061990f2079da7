/* fonts: what a user meets when a typeface is missing or a character is in none, and that roles
 * have the faces that the style names. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "reading.h"
#include "stick.h"

static struct style *style_copy(enum language language)
{
    const struct style *style = style_load(arena, "ga-resolution", language, diag);
    ck_assert_msg(style != NULL, "%s", diag_text(diag));
    return arena_copy(arena, style, sizeof *style);
}

static void ck_says(const char *words)
{
    ck_assert_msg(strstr(diag_text(diag), words) != NULL, "“%s” is not in:\n%s", words,
                  diag_text(diag));
}

/* --- roles --------------------------------------------------------------------------- */

START_TEST(every_role_has_its_face)
{
    struct fonts *fonts = fonts_new(diag);
    ck_assert(fonts_open(fonts, style_copy(ZH), diag));
    ck_assert_str_eq(diag_text(diag), "");
    static const unsigned looks[] = {0, LOOK_BOLD, LOOK_ITALIC, LOOK_BOLD | LOOK_ITALIC};
    static const char *const roles[] = {"western", "western-bold", "western-italic",
                                        "western-bold-italic"};
    for (size_t i = 0; i < G_N_ELEMENTS(looks); i++)
        ck_assert_str_eq(fonts_face(fonts, SCRIPT_WESTERN, looks[i])->role, roles[i]);
    ck_assert_str_eq(fonts_face(fonts, SCRIPT_HAN, 0)->role, "han");
    ck_assert_str_eq(fonts_face(fonts, SCRIPT_HAN, LOOK_BOLD)->role, "han-bold");
    ck_assert_str_eq(fonts_face(fonts, SCRIPT_HAN, LOOK_ITALIC)->role, "han"); /* no Kai named */
    ck_assert_str_eq(fonts_face(fonts, SCRIPT_HAN, 0)->family, "Noto Serif CJK SC");
    for (int i = 0; i < fonts_count(fonts); i++)
        ck_assert_int_eq(fonts_nth(fonts, i)->number, i);
    fonts_free(fonts);
}
END_TEST

/* The wanted script's face has the first say, the others help. */
START_TEST(characters_find_their_face)
{
    struct fonts *fonts = fonts_new(diag);
    ck_assert(fonts_open(fonts, style_copy(ZH), diag));
    ck_assert_str_eq(fonts_face_for(fonts, SCRIPT_HAN, 0, 0x201C)->role, "han");
    ck_assert_str_eq(fonts_face_for(fonts, SCRIPT_WESTERN, 0, 0x201C)->role, "western");
    ck_assert_str_eq(fonts_face_for(fonts, SCRIPT_WESTERN, 0, 0x56FD)->role, "han");
    ck_assert_str_eq(fonts_face_for(fonts, SCRIPT_WESTERN, LOOK_BOLD, 0x56FD)->role, "han-bold");
    ck_assert_ptr_null(fonts_face_for(fonts, SCRIPT_HAN, 0, 0x1F9FF));
    const struct face *han = fonts_face(fonts, SCRIPT_HAN, 0);
    ck_assert_int_eq(han->upem, 1000);
    fonts_free(fonts);
}
END_TEST

/* A second style on the same font set opens its own families; the first one again as well. */
START_TEST(styles_take_turns)
{
    struct fonts *fonts = fonts_new(diag);
    struct style *zh = style_copy(ZH), *en = style_copy(EN);
    en->families[SCRIPT_WESTERN][0] = "Noto Serif CJK SC"; /* has no italic: not complete */
    ck_assert(fonts_open(fonts, zh, diag));
    ck_assert(!fonts_open(fonts, en, diag));
    diag = diag_new(arena);
    ck_assert(fonts_open(fonts, zh, diag));
    ck_assert_str_eq(fonts_face(fonts, SCRIPT_WESTERN, 0)->family, "Liberation Serif");
    ck_assert_str_eq(diag_text(diag), "");
    fonts_free(fonts);
}
END_TEST

/* --- what is missing ----------------------------------------------------------------- */

START_TEST(an_unknown_family_is_named)
{
    struct fonts *fonts = fonts_new(diag);
    struct style *style = style_copy(EN);
    style->families[SCRIPT_WESTERN][0] = "Nowhere Roman";
    style->families[SCRIPT_WESTERN][1] = NULL;
    ck_assert(!fonts_open(fonts, style, diag));
    ck_says("error: ");
    ck_says("Nowhere Roman");
    ck_says("[no-face]");
    fonts_free(fonts);
}
END_TEST

/* The next family of the list stands in where the first is not installed. */
START_TEST(the_next_family_stands_in)
{
    struct fonts *fonts = fonts_new(diag);
    struct style *style = style_copy(EN);
    style->families[SCRIPT_WESTERN][0] = "Nowhere Roman";
    style->families[SCRIPT_WESTERN][1] = "Liberation Serif";
    ck_assert_msg(fonts_open(fonts, style, diag), "%s", diag_text(diag));
    ck_assert_str_eq(fonts_face(fonts, SCRIPT_WESTERN, 0)->family, "Liberation Serif");
    fonts_free(fonts);
}
END_TEST

/* A data folder whose font configuration knows of no folder at all. */
static char *poor_folder(void)
{
    static const char conf[] = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                               "<fontconfig></fontconfig>";
    char *folder = g_dir_make_tmp("plenary-fonts-XXXXXX", NULL);
    char *styles = g_build_filename(PLENARY_SOURCE_DATA, "styles", NULL);
    char *link = g_build_filename(folder, "styles", NULL);
    char *fonts = g_build_filename(folder, "fonts", NULL);
    char *file = g_build_filename(fonts, "fonts.conf", NULL);
    ck_assert_int_eq(symlink(styles, link), 0);
    ck_assert_int_eq(g_mkdir(fonts, 0700), 0);
    ck_assert(g_file_set_contents(file, conf, -1, NULL));
    g_free(styles);
    g_free(link);
    g_free(fonts);
    g_free(file);
    return folder;
}

static void remove_folder(char *folder)
{
    static const char *const names[] = {"fonts/fonts.conf", "fonts", "styles"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char *path = g_build_filename(folder, names[i], NULL);
        g_remove(path);
        g_free(path);
    }
    g_rmdir(folder);
    g_free(folder);
}

/* On a machine without the fonts each missing look is an error with the package to install. */
START_TEST(a_missing_family_names_its_package)
{
    char *folder = poor_folder();
    g_setenv("PLENARY_DATA", folder, TRUE); /* each test is a process: nothing has read it yet */
    struct style *style = style_copy(ZH);
    struct fonts *fonts = fonts_new(diag);
    ck_assert_msg(fonts != NULL, "%s", diag_text(diag));
    ck_assert(!fonts_open(fonts, style, diag));
    ck_says("“Noto Serif CJK SC”");
    ck_says("fonts-noto-cjk");
    ck_says("“Liberation Serif”");
    ck_says("fonts-liberation");
    ck_assert_int_eq(diag_count(diag, DIAG_ERROR), 6); /* two looks of Han, four Western ones */
    const char *text;
    ck_assert(!fonts_describe(arena, fonts, style, &text));
    ck_assert(strstr(text, "fonts-noto-cjk") != NULL);
    fonts_free(fonts);
    remove_folder(folder);
}
END_TEST

START_TEST(a_broken_configuration_is_an_error)
{
    char *folder = poor_folder();
    char *file = g_build_filename(folder, "fonts", "fonts.conf", NULL);
    g_remove(file);
    g_setenv("PLENARY_DATA", folder, TRUE);
    ck_assert_ptr_null(fonts_new(diag));
    ck_says(file);
    ck_says("[no-face]");
    g_free(file);
    remove_folder(folder);
}
END_TEST

/* --- characters in no face ----------------------------------------------------------- */

/* An error with code point and place, for each character once a block, and no galley. */
START_TEST(a_character_in_no_face_is_an_error)
{
    struct stick s = stick_new(ZH);
    static const char text[] = "国家\n国<b>\U0001F9FF</>国\U00016FE4国\U0001F9FF";
    struct node *block = stick_block(&s, NODE_PREAMBULAR, text);
    ck_assert_ptr_null(set_galley(&s.compositor, block->parent));
    diag = s.diag;
    ck_says("test:2:5: error: ");
    ck_says("U+1F9FF");
    ck_says("U+16FE4");
    ck_says("[no-glyph]");
    ck_assert_int_eq(diag_count(diag, DIAG_ERROR), 2);
    ck_assert_ptr_null(set_block(&s.compositor, block, FORM_PREAMBULAR, 20 * s.em));
    ck_assert_ptr_null(
        set_words(&s.compositor, "page \U0001F9FF", NULL, FORM_FOOT_PAGE, 20 * s.em));
    stick_free(&s);
}
END_TEST

/* In a note too; what cannot be seen needs no glyph. */
START_TEST(notes_are_looked_through_too)
{
    struct stick s = stick_new(ZH);
    struct node *block = stick_block(&s, NODE_PREAMBULAR, "国<n>国");
    struct node *note = block->first->next;
    doc_append_text(s.arena, note->first, "\U0001F9FF", strlen("\U0001F9FF"), 3);
    ck_assert_ptr_null(set_galley(&s.compositor, block->parent));
    ck_assert_int_eq(diag_count(s.diag, DIAG_ERROR), 1);
    stick_free(&s);

    s = stick_new(ZH);
    block = stick_block(&s, NODE_PREAMBULAR, "国\u200b\u2060\ufeff\u00ad国");
    ck_assert_msg(set_galley(&s.compositor, block->parent) != NULL, "%s", diag_text(s.diag));
    stick_free(&s);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("fonts");
    TCase *tests = add_case(suite, "fonts");
    tcase_add_test(tests, every_role_has_its_face);
    tcase_add_test(tests, characters_find_their_face);
    tcase_add_test(tests, styles_take_turns);
    tcase_add_test(tests, an_unknown_family_is_named);
    tcase_add_test(tests, the_next_family_stands_in);
    tcase_add_test(tests, a_missing_family_names_its_package);
    tcase_add_test(tests, a_broken_configuration_is_an_error);
    tcase_add_test(tests, a_character_in_no_face_is_an_error);
    tcase_add_test(tests, notes_are_looked_through_too);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_FORK); /* the data folder is settled once a process */
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* folder: where styles/ and fonts/ are. An installed program finds them beside itself, wherever
 * the installation was put; the program of a build finds them in the source tree. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <glib.h>
#include <unistd.h>

#include "style/style.h"

static char *with_styles(char *folder)
{
    char *base = g_build_filename(folder, "styles", "un.yaml", NULL);
    bool found = g_file_test(base, G_FILE_TEST_IS_REGULAR);
    g_free(base);
    if (found)
        return folder;
    g_free(folder);
    return NULL;
}

/* The folder of the shared library or, linked statically, of the program that this code is in. */
static char *own_folder(void)
{
    Dl_info info;
    if (dladdr((void *)(intptr_t)style_data_folder, &info) && info.dli_fname &&
        g_path_is_absolute(info.dli_fname) && strstr(info.dli_fname, ".so"))
        return g_path_get_dirname(info.dli_fname);
    char *program = g_file_read_link("/proc/self/exe", NULL);
    char *folder = program ? g_path_get_dirname(program) : NULL;
    g_free(program);
    return folder;
}

/* PREFIX/share/plenary for PREFIX/bin, PREFIX/lib and PREFIX/lib/x86_64-linux-gnu; or NULL. */
static char *installed_folder(void)
{
    char *own = own_folder();
    char *found = NULL;
    if (own)
        found = with_styles(g_build_filename(own, "..", "share", "plenary", NULL));
    if (own && !found)
        found = with_styles(g_build_filename(own, "..", "..", "share", "plenary", NULL));
    g_free(own);
    char *tidy = found ? g_canonicalize_filename(found, NULL) : NULL;
    g_free(found);
    return tidy;
}

static char *find_folder(void)
{
    const char *wanted = g_getenv("PLENARY_DATA");
    if (wanted && *wanted)
        return g_strdup(wanted);
    char *found = installed_folder();
    if (!found)
        found = with_styles(g_strdup(PLENARY_SOURCE_DATA));
    return found ? found : g_strdup(PLENARY_INSTALL_DATA);
}

const char *style_data_folder(void)
{
    static const char *folder;
    if (g_once_init_enter(&folder))
        g_once_init_leave(&folder, find_folder());
    return folder;
}

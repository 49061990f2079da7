/* profile: a file of an ICC profile, read and looked at. In: its name. Out: its bytes. */
#include "pdf/profile.h"

#include <string.h>

enum { HEADER_SIZE = 128, MOST_BYTES = 16 << 20, CLASS_AT = 12, SPACE_AT = 16, MAGIC_AT = 36 };

static struct profile *refuse(struct diag *diag, const char *reason)
{
    diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_PROFILE, "%s", reason);
    return NULL;
}

static void free_bytes(void *bytes)
{
    g_free(bytes);
}

/* What is wrong with it; NULL when nothing is. ICC.1:2004, 7.2. */
static const char *fault_of(const char *bytes, size_t size)
{
    static const struct {
        int at;
        const char *wanted, *fault;
    } parts[] = {
        {MAGIC_AT, "acsp", "is no ICC profile"},
        {CLASS_AT, "prtr", "is not the profile of a printing condition"},
        {SPACE_AT, "CMYK", "is not a profile of cyan, magenta, yellow and black"},
    };
    enum { VERSION_AT = 8, NEWEST = 4 };
    if (size < HEADER_SIZE || size > MOST_BYTES)
        return parts[0].fault;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (memcmp(bytes + parts[i].at, parts[i].wanted, 4) != 0)
            return parts[i].fault;
    return (unsigned char)bytes[VERSION_AT] > NEWEST ? "is a profile of a version later than 4"
                                                     : NULL;
}

static struct profile *read_profile(struct arena *arena, const char *path, struct diag *diag)
{
    char *bytes;
    gsize size;
    if (!g_file_get_contents(path, &bytes, &size, NULL))
        return refuse(diag, arena_printf(arena, "%s cannot be read", path));
    arena_defer(arena, free_bytes, bytes);
    const char *fault = fault_of(bytes, size);
    if (fault)
        return refuse(
            diag, arena_printf(arena, "%s %s, an ICC profile of a press was wanted", path, fault));
    struct profile *profile = ARENA_NEW(arena, struct profile);
    const char *slash = strrchr(path, '/');
    *profile = (struct profile){bytes, size, NULL, slash ? slash + 1 : path};
    return profile;
}

static bool is_there(const char *path)
{
    return path && *path && g_file_test(path, G_FILE_TEST_EXISTS);
}

/* `fault` is what is the matter with the profile that was wanted. */
static const char *missing(struct arena *arena, const struct style *style, const char *fault)
{
    const char *condition = style->print.condition ? style->print.condition : "the press";
    const char *path = style->print.profile ? style->print.profile : "none is named";
    return arena_printf(arena, "the profile of %s is not there (%s), %s", condition, path, fault);
}

static void hint(struct diag *diag)
{
    diag_hint(diag, "the package texlive-base has FOGRA39; `print` in a style names a file");
}

const struct profile *profile_read(struct arena *arena, const struct style *style,
                                   struct diag *diag)
{
    const char *path = style->print.profile, *substitute = style->print.substitute;
    if (is_there(path)) {
        struct profile *profile = read_profile(arena, path, diag);
        if (profile)
            profile->condition = style->print.condition;
        return profile;
    }
    if (!is_there(substitute)) {
        refuse(diag, missing(arena, style, "nor is a substitute"));
        hint(diag);
        return NULL;
    }
    const char *used = arena_printf(arena, "%s is used", substitute);
    diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_PROFILE_SUBSTITUTE, "%s",
              missing(arena, style, used));
    hint(diag);
    return read_profile(arena, substitute, diag);
}

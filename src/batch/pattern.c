/* pattern: place-holders in, safe names out. */
#include "batch/pattern.h"

#include <string.h>

static const enum fact keys[] = {FACT_SYMBOL, FACT_LANGUAGE, FACT_NUMBER, FACT_SESSION,
                                 FACT_ORGAN,  FACT_KIND,     FACT_STYLE};

/* The fact of that name; FACT_COUNT for the input; -1 for none. */
static int key_of(const char *name, size_t size)
{
    if (size == 5 && strncmp(name, "input", size) == 0)
        return FACT_COUNT;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        const char *known = record_fact_name(keys[i]);
        if (strlen(known) == size && strncmp(name, known, size) == 0)
            return (int)keys[i];
    }
    return -1;
}

static bool leaves_folder(const char *pattern)
{
    char **parts = g_strsplit(pattern, "/", -1);
    bool leaves = *pattern == '/';
    for (char **part = parts; *part; part++)
        leaves |= **part == '.';
    g_strfreev(parts);
    return leaves;
}

bool pattern_check(struct arena *arena, const char *pattern, const char **wrong)
{
    *wrong = NULL;
    if (!*pattern || g_str_has_suffix(pattern, "/"))
        *wrong = "it ends without a name";
    else if (leaves_folder(pattern))
        *wrong = "a name or folder in it begins with a slash or a full stop";
    for (const char *p = pattern; !*wrong && (p = strpbrk(p, "{}")); p++) {
        const char *end = strchr(p, '}');
        if (*p == '}' || !end)
            *wrong = "a brace has no partner";
        else if (key_of(p + 1, (size_t)(end - p - 1)) < 0)
            *wrong = arena_printf(arena, "there is no {%.*s}", (int)(end - p - 1), p + 1);
        p = end ? end : p;
    }
    return !*wrong;
}

/* Runs of what no file should be named by become one _, none at the ends. */
static void append_safe(GString *out, const char *text)
{
    bool gap = false;
    gsize begin = out->len;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool safe = g_unichar_isalnum(c) || c == '-' || (c == '.' && out->len > begin);
        if (safe && gap && out->len > begin)
            g_string_append_c(out, '_');
        if (safe)
            g_string_append_unichar(out, c);
        gap = !safe;
    }
    while (out->len > begin && out->str[out->len - 1] == '.')
        g_string_truncate(out, out->len - 1);
}

/* The input's name without folder and suffix; what stands for a symbol goes without the language
 * too, which the pattern adds: "A_RES_76_19.zh.md". */
static void append_input(GString *out, const char *input, const char *language)
{
    char *base = g_path_get_basename(strcmp(input, "-") == 0 ? "stdin" : input);
    char *dot = strrchr(base, '.');
    if (dot && dot > base)
        *dot = '\0';
    dot = strrchr(base, '.');
    if (language && dot && dot > base && strcmp(dot + 1, language) == 0)
        *dot = '\0';
    append_safe(out, base);
    g_free(base);
}

static void append_key(GString *out, int key, const char *const *facts, const char *input)
{
    if (key == FACT_COUNT)
        append_input(out, input, NULL);
    else if (key == FACT_SYMBOL && !*facts[key])
        append_input(out, input, facts[FACT_LANGUAGE]);
    else
        append_safe(out, *facts[key] ? facts[key] : "none");
}

const char *pattern_fill(struct arena *arena, const char *pattern, const char *const *facts,
                         const char *input)
{
    GString *out = g_string_new(NULL);
    for (const char *p = pattern; *p;) {
        const char *end = *p == '{' ? strchr(p, '}') : NULL;
        if (end) {
            append_key(out, key_of(p + 1, (size_t)(end - p - 1)), facts, input);
            p = end + 1;
        } else {
            g_string_append_c(out, *p++);
        }
    }
    const char *name = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return name;
}

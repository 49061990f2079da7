/* liang: patterns in a hash table; every stretch of a word that is not longer than the longest
 * pattern is looked up. In: a file of patterns, words. Out: points. */
#include "set/liang.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

enum { MOST_LEVELS = 4, LETTERS = LIANG_LONGEST + 2 /* of a word and the points at its ends */ };

/* "а1б2в" is "абв" with values 0 1 2 0 before and behind its letters. */
struct pattern {
    uint32_t letters, values; /* where they stand in the pool */
    uint8_t size, count;      /* bytes of letters; characters. 0: a free place */
};

struct level {
    struct pattern *places; /* a table of open addressing */
    uint32_t mask, used;
    uint8_t longest; /* bytes of a pattern */
};

struct liang {
    GString *pool;
    struct level level[MOST_LEVELS];
    int level_count;
};

/* --- the table ----------------------------------------------------------------------- */

#define HASH_START 2166136261u

static uint32_t hash_on(uint32_t hash, char c)
{
    return (hash ^ (uint8_t)c) * 16777619u;
}

/* The place of these letters, or the free one where they would go. */
static struct pattern *find(const struct liang *liang, const struct level *level,
                            const char *letters, uint8_t size, uint32_t hash)
{
    for (uint32_t i = hash & level->mask;; i = (i + 1) & level->mask) {
        struct pattern *place = &level->places[i];
        if (!place->count ||
            (place->size == size && memcmp(liang->pool->str + place->letters, letters, size) == 0))
            return place;
    }
}

static uint32_t hash_of(const char *letters, uint8_t size)
{
    uint32_t hash = HASH_START;
    for (int i = 0; i < size; i++)
        hash = hash_on(hash, letters[i]);
    return hash;
}

/* Twice the room, and never more than half of it used. */
static void grow(struct liang *liang, struct level *level)
{
    struct level larger = *level;
    larger.mask = level->mask * 2 + 1;
    larger.places = g_new0(struct pattern, (gsize)larger.mask + 1);
    for (uint32_t i = 0; level->places && i <= level->mask; i++) {
        const struct pattern *old = &level->places[i];
        const char *letters = liang->pool->str + old->letters;
        if (old->count)
            *find(liang, &larger, letters, old->size, hash_of(letters, old->size)) = *old;
    }
    g_free(level->places);
    *level = larger;
}

static void add(struct liang *liang, const char *letters, uint8_t size, const char *values,
                uint8_t count)
{
    struct level *level = &liang->level[liang->level_count - 1];
    if (level->used * 2 >= level->mask)
        grow(liang, level);
    struct pattern *place = find(liang, level, letters, size, hash_of(letters, size));
    level->used += !place->count;
    *place = (struct pattern){(uint32_t)liang->pool->len, (uint32_t)liang->pool->len + size, size,
                              count};
    g_string_append_len(liang->pool, letters, size);
    g_string_append_len(liang->pool, values, count + 1);
    level->longest = MAX(level->longest, size);
}

/* --- reading ------------------------------------------------------------------------- */

/* False when the line is no pattern: a setting, or a rule that changes spelling. */
static bool read_pattern(struct liang *liang, const char *line)
{
    char letters[LETTERS], values[LETTERS + 1] = {0};
    int size = 0, count = 0;
    for (const char *p = line; *p; p = g_utf8_next_char(p)) {
        int bytes = (int)(g_utf8_next_char(p) - p);
        if (*p >= '0' && *p <= '9') {
            values[count] = (char)(*p - '0');
            continue;
        }
        bool setting = *p == '/' || *p == '=' || *p == ',' || g_ascii_isupper(*p);
        if (setting || size + bytes > LETTERS)
            return false;
        memcpy(letters + size, p, (size_t)bytes);
        size += bytes;
        count++;
    }
    if (count)
        add(liang, letters, (uint8_t)size, values, (uint8_t)count);
    return count > 0;
}

/* A word of TeX's \hyphenation as a pattern that no other outbids: "ас-бест" is .а8с9б8е8с8т. */
static void read_exception(struct liang *liang, const char *word)
{
    GString *pattern = g_string_new(".");
    bool hyphen = false;
    for (const char *p = word; *p; p = g_utf8_next_char(p)) {
        if (*p != '-' && p != word)
            g_string_append_c(pattern, hyphen ? '9' : '8');
        if (*p != '-')
            g_string_append_unichar(pattern, g_utf8_get_char(p));
        hyphen = *p == '-';
    }
    g_string_append_c(pattern, '.');
    read_pattern(liang, pattern->str);
    g_string_free(pattern, TRUE);
}

static void level_open(struct liang *liang)
{
    if (liang->level_count < MOST_LEVELS)
        liang->level[liang->level_count++].mask = 63;
    struct level *level = &liang->level[liang->level_count - 1];
    if (!level->places)
        grow(liang, level);
}

static void read_lines(struct liang *liang, char **lines)
{
    bool exceptions = false;
    for (char **line = lines; *line; line++) {
        const char *text = g_strstrip(*line);
        exceptions = exceptions || g_str_has_prefix(text, "\\hyphenation{");
        if (!*text || strchr("%#}\\", *text))
            continue;
        if (strcmp(text, "NEXTLEVEL") == 0)
            level_open(liang);
        else if (exceptions)
            read_exception(liang, text);
        else
            read_pattern(liang, text);
    }
}

/* What stands behind the first line, which names the encoding; NULL when it is not in that. */
static char *in_utf8(const char *bytes, const char *end, size_t size)
{
    gssize rest = (gssize)size - (end - bytes);
    char *encoding = g_strstrip(g_strndup(bytes, (gsize)(end - bytes)));
    bool already = strcmp(encoding, "UTF-8") == 0 && g_utf8_validate(end, rest, NULL);
    char *text = already ? g_strndup(end, (gsize)rest)
                         : g_convert(end, rest, "UTF-8", encoding, NULL, NULL, NULL);
    g_free(encoding);
    return text;
}

struct liang *liang_read(const char *bytes, size_t size)
{
    const char *end = memchr(bytes, '\n', size);
    if (!end)
        return NULL;
    char *text = in_utf8(bytes, end, size);
    if (!text)
        return NULL;
    struct liang *liang = g_new0(struct liang, 1);
    char **lines = g_strsplit(text, "\n", -1);
    liang->pool = g_string_new(NULL);
    level_open(liang);
    read_lines(liang, lines);
    g_strfreev(lines);
    g_free(text);
    if (liang->pool->len)
        return liang;
    liang_free(liang);
    return NULL;
}

void liang_free(struct liang *liang)
{
    for (int i = 0; i < liang->level_count; i++)
        g_free(liang->level[i].places);
    g_string_free(liang->pool, TRUE);
    g_free(liang);
}

/* --- words --------------------------------------------------------------------------- */

/* The greatest values of all patterns in characters 0…count - 1, which begin at at[i]. */
static void weigh(const struct liang *liang, const struct level *level, const char *word,
                  const uint8_t *at, int count, char *values)
{
    memset(values, 0, (size_t)count + 1);
    for (int from = 0; from < count; from++) {
        uint32_t hash = HASH_START;
        for (int to = from; to < count && at[to + 1] - at[from] <= level->longest; to++) {
            for (int byte = at[to]; byte < at[to + 1]; byte++)
                hash = hash_on(hash, word[byte]);
            const struct pattern *found =
                find(liang, level, word + at[from], (uint8_t)(at[to + 1] - at[from]), hash);
            const char *weights = liang->pool->str + found->values;
            for (int i = 0; found->count && i <= found->count; i++)
                values[from + i] = MAX(values[from + i], weights[i]);
        }
    }
}

/* The part of a word between points of the level before, with a full stop at either end. */
static void part_points(const struct liang *liang, int number, const char *part, int size,
                        bool *points)
{
    char word[LETTERS + 1] = ".", values[LETTERS + 1];
    uint8_t at[LETTERS + 1];
    int count = 0;
    memcpy(word + 1, part, (size_t)size);
    memcpy(word + 1 + size, ".", 2);
    for (const char *p = word; *p; p = g_utf8_next_char(p))
        at[count++] = (uint8_t)(p - word);
    at[count] = (uint8_t)(size + 2);
    weigh(liang, &liang->level[number], word, at, count, values);
    bool deeper = number + 1 < liang->level_count;
    for (int i = 1, from = 1; i < count - 1; i++) { /* character i is i - 1 of the part */
        bool inner = i < count - 2, ends = !inner || (values[i + 1] & 1);
        if (ends && deeper)
            part_points(liang, number + 1, word + at[from], at[i + 1] - at[from],
                        points + from - 1);
        if (ends || !deeper)
            points[i - 1] = ends && inner;
        from = ends ? i + 1 : from;
    }
}

void liang_points(const struct liang *liang, const char *word, bool *points)
{
    part_points(liang, 0, word, (int)strlen(word), points);
}

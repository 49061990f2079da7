/* cmap: reads the sections that map codes; procedures of PostScript are passed over. */
#include "inspect/cmap.h"

#include <stdint.h>
#include <string.h>

#include "inspect/lexer.h"

#define MOST_ENTRIES 400000

struct reader {
    struct lexer lexer;
    struct cmap *cmap;
    int entries;
};

static unsigned code_of(struct token token)
{
    unsigned code = 0;
    for (size_t i = 0; i < token.size && i < 4; i++)
        code = code << 8 | (unsigned char)token.bytes[i];
    return code;
}

/* UTF-16BE as it stands in a string, its last unit raised by `raise`. */
static const char *text_of(struct arena *arena, struct token token, unsigned raise)
{
    size_t units = token.size / 2;
    gunichar2 *wide = g_new0(gunichar2, units + 1);
    for (size_t i = 0; i < units; i++)
        wide[i] = (gunichar2)((unsigned char)token.bytes[2 * i] << 8 |
                              (unsigned char)token.bytes[2 * i + 1]);
    if (units)
        wide[units - 1] = (gunichar2)(wide[units - 1] + raise);
    char *text = g_utf16_to_utf8(wide, (glong)units, NULL, NULL, NULL);
    const char *copy = text ? arena_strdup(arena, text) : NULL;
    g_free(text);
    g_free(wide);
    return copy;
}

static void map_text(struct reader *reader, unsigned code, const char *text)
{
    if (text && *text && reader->entries++ < MOST_ENTRIES)
        g_hash_table_insert(reader->cmap->texts, GUINT_TO_POINTER(code + 1),
                            (void *)(uintptr_t)text);
}

static void map_cid(struct reader *reader, unsigned code, unsigned cid)
{
    if (reader->entries++ < MOST_ENTRIES)
        g_hash_table_insert(reader->cmap->cids, GUINT_TO_POINTER(code + 1),
                            GUINT_TO_POINTER(cid + 1));
}

/* --- sections ----------------------------------------------------------------------------- */

/* Each returns false at the end of its section. */
static bool read_space(struct reader *reader)
{
    struct token from = lexer_next(&reader->lexer);
    if (from.kind != TOKEN_STRING)
        return false;
    lexer_next(&reader->lexer);
    reader->cmap->code_bytes = (int)CLAMP(from.size, 1, 4);
    return true;
}

static bool read_text(struct reader *reader)
{
    struct token code = lexer_next(&reader->lexer);
    if (code.kind != TOKEN_STRING)
        return false;
    struct token text = lexer_next(&reader->lexer);
    if (text.kind == TOKEN_STRING)
        map_text(reader, code_of(code), text_of(reader->lexer.arena, text, 0));
    return true;
}

static void read_text_list(struct reader *reader, unsigned code)
{
    for (struct token text; (text = lexer_next(&reader->lexer)).kind == TOKEN_STRING; code++)
        map_text(reader, code, text_of(reader->lexer.arena, text, 0));
}

static bool read_text_range(struct reader *reader)
{
    struct token from = lexer_next(&reader->lexer);
    if (from.kind != TOKEN_STRING)
        return false;
    struct token to = lexer_next(&reader->lexer), text = lexer_next(&reader->lexer);
    unsigned first = code_of(from), last = code_of(to);
    if (text.kind == TOKEN_OPEN_ARRAY)
        read_text_list(reader, first);
    else if (text.kind == TOKEN_STRING)
        for (unsigned i = 0; first + i <= last && i < 0x10000; i++)
            map_text(reader, first + i, text_of(reader->lexer.arena, text, i));
    return true;
}

static bool read_cid(struct reader *reader)
{
    struct token code = lexer_next(&reader->lexer);
    if (code.kind != TOKEN_STRING)
        return false;
    struct token cid = lexer_next(&reader->lexer);
    if (cid.kind == TOKEN_NUMBER && cid.number >= 0 && cid.number <= 0xFFFF)
        map_cid(reader, code_of(code), (unsigned)cid.number);
    return true;
}

static bool read_cid_range(struct reader *reader)
{
    struct token from = lexer_next(&reader->lexer);
    if (from.kind != TOKEN_STRING)
        return false;
    struct token to = lexer_next(&reader->lexer), cid = lexer_next(&reader->lexer);
    unsigned first = code_of(from), last = code_of(to);
    if (cid.kind == TOKEN_NUMBER && cid.number >= 0 && cid.number <= 0xFFFF)
        for (unsigned i = 0; first + i <= last && i < 0x10000; i++)
            map_cid(reader, first + i, (unsigned)cid.number + i);
    return true;
}

static const struct {
    const char *word;
    bool (*read)(struct reader *reader);
} sections[] = {
    {"begincodespacerange", read_space}, {"beginbfchar", read_text},
    {"beginbfrange", read_text_range},   {"begincidchar", read_cid},
    {"begincidrange", read_cid_range},
};

/* --- the whole ---------------------------------------------------------------------------- */

static void free_tables(void *user)
{
    struct cmap *cmap = user;
    g_hash_table_unref(cmap->cids);
    g_hash_table_unref(cmap->texts);
}

const struct cmap *cmap_read(struct arena *arena, const char *bytes, size_t size)
{
    struct cmap *cmap = ARENA_NEW(arena, struct cmap);
    cmap->cids = g_hash_table_new(NULL, NULL);
    cmap->texts = g_hash_table_new(NULL, NULL);
    arena_defer(arena, free_tables, cmap);
    struct reader reader = {{arena, bytes, bytes + size}, cmap, 0};
    for (struct token token; (token = lexer_next(&reader.lexer)).kind != TOKEN_END;)
        for (size_t i = 0; token.kind == TOKEN_WORD && i < G_N_ELEMENTS(sections); i++)
            if (strcmp(sections[i].word, token.bytes) == 0)
                while (sections[i].read(&reader) && reader.entries < MOST_ENTRIES)
                    continue;
    return cmap;
}

int cmap_cid(const struct cmap *cmap, unsigned code)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(cmap->cids, GUINT_TO_POINTER(code + 1))) - 1;
}

const char *cmap_text(const struct cmap *cmap, unsigned code)
{
    return g_hash_table_lookup(cmap->texts, GUINT_TO_POINTER(code + 1));
}

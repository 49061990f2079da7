/* mun_clause: the clauses of Model UN programs as one shape. In comes what they write:
 *   .rso    {phrase, content, sub: [{content, sub, contentExt}], contentExt}
 *   munify  {blocks: [{type: "text", content}, {type: "subclauses", items: […]}]}
 *           {content, subClauses: [{content, children: […]}]}, its older form
 * out come clauses made of texts and lists. */
#include <string.h>

#include "read/mun.h"

static struct clause *read_clause(struct mun *mun, const struct yaml *value);

/* --- parts --------------------------------------------------------------------------- */

/* Adds a part behind the last; where that goes next is returned. */
static struct part **add_part(struct mun *mun, struct part **end, const struct yaml *text,
                              struct clause *clauses)
{
    if (!text && !clauses)
        return end;
    struct part *part = ARENA_NEW(mun->import.arena, struct part);
    *part = (struct part){NULL, text, clauses};
    *end = part;
    return &part->next;
}

/* Texts under names that are not known. */
static struct part **read_strays(struct mun *mun, const struct yaml *object,
                                 const char *const *known, struct part **end)
{
    for (const struct yaml *stray = NULL;
         (stray = import_next_stray(&mun->import, object, known, stray));)
        end = add_part(mun, end, stray, NULL);
    return end;
}

static struct part **read_block(struct mun *mun, const struct yaml *block, struct part **end)
{
    static const char *const known[] = {"type", "id", "content", "items", NULL};
    if (!import_is_object(&mun->import, block, "a block (an object with `type`)"))
        return end;
    const struct yaml *type = import_text(&mun->import, block, "type");
    bool named = type && (!strcmp(type->text, "text") || !strcmp(type->text, "subclauses"));
    if (type && !named && import_is_news(&mun->import, type->text)) {
        diag_file(mun->import.diag, mun->import.source, type->at, DIAG_DATA_UNKNOWN,
                  "the type “%s” of a block is not known, what it holds is kept", type->text);
        diag_hint(mun->import.diag, "known are text and subclauses");
    }
    end = add_part(mun, end, import_text(&mun->import, block, "content"), NULL);
    end =
        add_part(mun, end, NULL, mun_read_clauses(mun, import_list(&mun->import, block, "items")));
    return read_strays(mun, block, known, end);
}

/* Lists have another name in each form. */
static struct part **read_lists(struct mun *mun, const struct yaml *object, struct part **end)
{
    static const char *const names[] = {"sub", "subClauses", "children"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        end = add_part(mun, end, NULL,
                       mun_read_clauses(mun, import_list(&mun->import, object, names[i])));
    return end;
}

static void read_parts(struct mun *mun, const struct yaml *object, struct clause *clause)
{
    static const char *const known[] = {"id",         "phrase",     "content",  "blocks", "sub",
                                        "subClauses", "contentExt", "children", NULL};
    const struct import *import = &mun->import;
    struct part **end = &clause->parts;
    const struct yaml *blocks = import_list(import, object, "blocks");
    end = add_part(mun, end, import_text(import, object, "content"), NULL);
    for (const struct yaml *block = blocks ? blocks->first : NULL; block; block = block->next)
        end = read_block(mun, block, end);
    end = read_lists(mun, object, end);
    end = add_part(mun, end, import_text(import, object, "contentExt"), NULL);
    read_strays(mun, object, known, end);
}

/* --- clauses ------------------------------------------------------------------------- */

/* Files of the first formats have texts for clauses. */
static struct clause *clause_of_text(struct mun *mun, const struct yaml *text)
{
    struct clause *clause = ARENA_NEW(mun->import.arena, struct clause);
    clause->at = text->at;
    bool blank = !text->text[strspn(text->text, " \t\r\n")];
    add_part(mun, &clause->parts, blank || yaml_is_null(text) ? NULL : text, NULL);
    return clause->parts ? clause : NULL;
}

static struct clause *read_clause(struct mun *mun, const struct yaml *value)
{
    if (value->kind == YAML_SCALAR)
        return clause_of_text(mun, value);
    if (!import_is_object(&mun->import, value, "a clause (an object with `content` or `blocks`)"))
        return NULL;
    struct clause *clause = ARENA_NEW(mun->import.arena, struct clause);
    clause->at = value->at;
    clause->phrase = import_text(&mun->import, value, "phrase");
    read_parts(mun, value, clause);
    return clause->parts || clause->phrase ? clause : NULL;
}

struct clause *mun_read_clauses(struct mun *mun, const struct yaml *list)
{
    struct clause *first = NULL, **end = &first;
    for (const struct yaml *value = list ? list->first : NULL; value; value = value->next) {
        *end = read_clause(mun, value);
        if (*end)
            end = &(*end)->next;
    }
    return first;
}

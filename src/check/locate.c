/* locate: from a passage's text back to the bytes of the source. */
#include <string.h>

#include "check/copy.h"

static const struct stretch *stretch_at(const struct passage *passage, int at)
{
    const struct stretch *found = NULL;
    for (int i = 0; i < passage->stretch_count && passage->stretches[i].at <= at; i++)
        found = &passage->stretches[i];
    return found;
}

bool locate(const struct copy *copy, const struct passage *passage, int from, int to, uint32_t *at,
            uint32_t *end)
{
    const struct stretch *stretch = stretch_at(passage, from);
    *at = *end = stretch ? stretch->text->at : passage->block->at;
    if (!stretch)
        return false;
    const char *words = stretch->text->text;
    size_t before = (size_t)(from - stretch->at), size = (size_t)(to - stretch->at);
    const struct source *source = copy->source;
    if (size > strlen(words) || *at + size > source->size ||
        memcmp(source->text + *at, words, size) != 0)
        return false;
    *end = *at + (uint32_t)size;
    *at += (uint32_t)before;
    return true;
}

void mend(const struct copy *copy, const struct passage *passage, int from, int to,
          const char *words)
{
    uint32_t at, end;
    if (locate(copy, passage, from, to, &at, &end))
        diag_mend(copy->diag, at, end, words);
}

void mend_look(const struct copy *copy, const struct passage *passage, int from, int to,
               unsigned look)
{
    (void)look;
    uint32_t at, end;
    locate(copy, passage, from, to, &at, &end);
}

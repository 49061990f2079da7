/* source: bytes in, places out. */
#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"

static struct source *source_named(struct arena *arena, const char *path)
{
    struct source *source = ARENA_NEW(arena, struct source);
    source->name = strcmp(path, "-") == 0 ? "<stdin>" : arena_strdup(arena, path);
    source->text = "";
    return source;
}

static struct source *fail(struct diag *diag, const struct source *source, const char *why)
{
    diag_file(diag, source, SOURCE_NOWHERE, DIAG_CANNOT_READ, "cannot be read: %s", why);
    return NULL;
}

/* Takes all there is from `fd`; NULL and *why when that fails. The bytes are the arena's. */
static char *read_all(struct arena *arena, int fd, size_t *size, const char **why)
{
    GByteArray *bytes = g_byte_array_new();
    guint8 chunk[65536];
    ssize_t got;
    while ((got = read(fd, chunk, sizeof chunk)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            *why = g_strerror(errno);
            break;
        }
        g_byte_array_append(bytes, chunk, (guint)got);
        if (bytes->len > SOURCE_MAX_BYTES) {
            *why = "larger than 256 MiB, the most that is read";
            break;
        }
    }
    *size = bytes->len;
    char *text = *why ? NULL : arena_strndup(arena, (const char *)bytes->data, bytes->len);
    g_byte_array_free(bytes, TRUE);
    return text;
}

struct source *source_over(struct arena *arena, const char *name, const char *text, size_t size)
{
    struct source *source = ARENA_NEW(arena, struct source);
    bool mark = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
    *source = (struct source){name, text + (mark ? 3 : 0), size - (mark ? 3 : 0), mark, false};
    return source;
}

struct source *source_read(struct arena *arena, const char *path, struct diag *diag)
{
    struct source *source = source_named(arena, path);
    bool is_stdin = strcmp(path, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(diag, source, g_strerror(errno));

    struct stat st;
    const char *why = NULL;
    char *text = NULL;
    size_t size = 0;
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
        why = "it is a directory, a document was wanted";
    else
        text = read_all(arena, fd, &size, &why);
    if (!is_stdin)
        close(fd);
    if (!text)
        return fail(diag, source, why);

    source = source_over(arena, source->name, text, size);
    if (source->size == 0) {
        diag_file(diag, source, SOURCE_NOWHERE, DIAG_EMPTY, "is empty, a document was wanted");
        return NULL;
    }
    return source;
}

bool source_check_utf8(const struct source *source, struct diag *diag)
{
    const char *end;
    if (g_utf8_validate_len(source->text, source->size, &end))
        return true;
    diag_file(diag, source, (uint32_t)(end - source->text), DIAG_NOT_UTF8,
              "byte 0x%02X is not UTF-8 here, text in UTF-8 was wanted", (unsigned char)*end);
    return false;
}

struct place source_place(struct source_count *count, const struct source *source, uint32_t at)
{
    if (count->source != source || at < count->at)
        *count = (struct source_count){source, 0, {1, 1}};
    uint32_t end = at < source->size ? at : (uint32_t)source->size;
    for (; count->at < end; count->at++) {
        char c = source->text[count->at];
        if (c == '\n')
            count->place = (struct place){count->place.line + 1, 1};
        else
            count->place.column += (c & 0xC0) != 0x80;
    }
    return count->place;
}

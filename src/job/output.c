/* output: bytes in, files out. */
#include "job/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that is being written. */
struct draft {
    const char *path; /* where it shall be, symbolic links followed */
    const char *name; /* where it is until then; NULL: written directly */
};

static bool fail(struct diag *diag, const char *path)
{
    const char *why = g_strerror(errno);
    diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_CANNOT_WRITE, "%s cannot be written: %s",
              strcmp(path, "-") == 0 ? "standard output" : path, why);
    return false;
}

static bool write_all(int fd, const GByteArray *bytes)
{
    for (guint done = 0; done < bytes->len;) {
        ssize_t n = write(fd, bytes->data + done, bytes->len - done);
        if (n < 0 && errno != EINTR)
            return false;
        done += n > 0 ? (guint)n : 0;
    }
    return true;
}

/* Closes in any case; errno is that of the first failure. */
static bool write_and_close(int fd, const GByteArray *bytes)
{
    bool written = write_all(fd, bytes);
    int why = errno;
    bool closed = close(fd) == 0;
    if (!written)
        errno = why;
    return written && closed;
}

static bool write_directly(const char *path, const GByteArray *bytes)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    return fd >= 0 && write_and_close(fd, bytes);
}

/* Opens a name that nobody has in the folder of `path`, with the rights of a new file. */
static int open_draft(struct arena *arena, const char *path, const char **name)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    for (int n = 0; n < 1000; n++) {
        *name = arena_printf(arena, "%.*s.plenary-%ld-%d", folder, path, (long)getpid(), n);
        int fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static const char *link_end(struct arena *arena, const char *path)
{
    char *end = realpath(path, NULL);
    const char *copy = arena_strdup(arena, end ? end : path);
    free(end);
    return copy;
}

static bool write_draft(struct arena *arena, const struct output *output, struct draft *draft)
{
    struct stat st;
    bool exists = stat(output->path, &st) == 0;
    if (exists && S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        return false;
    }
    if (exists && !S_ISREG(st.st_mode))
        return write_directly(output->path, output->bytes);
    if (exists && access(output->path, W_OK) != 0)
        return false; /* the folder alone would let it be replaced */

    draft->path = link_end(arena, output->path);
    const char *name;
    int fd = open_draft(arena, draft->path, &name);
    if (fd < 0)
        return false;
    draft->name = name;
    if (exists)
        (void)!fchmod(fd, st.st_mode & 07777); /* where we may not, the new file's rights do */
    return write_and_close(fd, output->bytes);
}

static bool write_output(struct arena *arena, const struct output *output, struct draft *draft)
{
    if (strcmp(output->path, "-") == 0)
        return write_all(STDOUT_FILENO, output->bytes);
    return write_draft(arena, output, draft);
}

static void remove_drafts(const struct draft *drafts, int count)
{
    for (int i = 0; i < count; i++)
        if (drafts[i].name)
            unlink(drafts[i].name);
}

bool output_write(struct arena *arena, const struct output *outputs, int count, struct diag *diag)
{
    struct draft *drafts = ARENA_ARRAY(arena, struct draft, count);
    for (int i = 0; i < count; i++)
        if (!write_output(arena, &outputs[i], &drafts[i])) {
            fail(diag, outputs[i].path);
            remove_drafts(drafts, count);
            return false;
        }
    for (int i = 0; i < count; i++)
        if (drafts[i].name && rename(drafts[i].name, drafts[i].path) != 0) {
            fail(diag, outputs[i].path);
            remove_drafts(drafts + i, count - i);
            return false;
        }
    return true;
}

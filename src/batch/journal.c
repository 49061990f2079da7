/* journal: lines in a file.
 *
 *   plenary-batch 1
 *   run PID                 a process that wrote here
 *   made RECORD             what was made, as GVariant text */
#include "batch/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "job/output.h"

static const char first_line[] = "plenary-batch 1\n";

struct entry {
    const struct record *record;
    char *line;
    struct entry *next; /* of the same content */
};

struct journal {
    struct arena *arena;
    char *folder, *beside, *path;
    bool made_folder; /* by this batch */
    int fd;
    GHashTable *by_name; /* first output → struct entry, the latest */
    GHashTable *by_hash; /* content → struct entry, a list */
};

/* --- what the dead left behind ----------------------------------------------------------- */

static bool is_draft_of(const char *name, GArray *processes)
{
    static const char front[] = ".plenary-";
    if (!g_str_has_prefix(name, front))
        return false;
    char *end;
    long process = strtol(name + strlen(front), &end, 10);
    for (guint i = 0; *end == '-' && i < processes->len; i++)
        if (g_array_index(processes, long, i) == process)
            return true;
    return false;
}

static void sweep_folder(const char *folder, GArray *processes)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        struct stat st;
        if (is_draft_of(name, processes))
            unlink(path);
        else if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
            sweep_folder(path, processes);
        g_free(path);
    }
    if (dir)
        g_dir_close(dir);
}

/* The processes that wrote here: each has put itself on record. */
static GArray *list_processes(const struct journal *journal)
{
    GArray *processes = g_array_new(FALSE, FALSE, sizeof(long));
    char *text = NULL;
    if (g_file_get_contents(journal->path, &text, NULL, NULL)) {
        for (const char *line = text; line; line = strchr(line, '\n')) {
            line += *line == '\n';
            long process = g_str_has_prefix(line, "run ") ? strtol(line + 4, NULL, 10) : 0;
            if (process)
                g_array_append_val(processes, process);
        }
    }
    g_free(text);
    return processes;
}

void journal_sweep(struct journal *journal)
{
    GArray *processes = list_processes(journal);
    if (processes->len)
        sweep_folder(journal->folder, processes);
    if (processes->len && journal->beside)
        sweep_folder(journal->beside, processes);
    g_array_unref(processes);
}

/* --- reading ----------------------------------------------------------------------------- */

static void add_entry(struct journal *journal, const struct record *record, const char *line)
{
    if (!record->made_count)
        return;
    struct entry *entry = ARENA_NEW(journal->arena, struct entry);
    *entry = (struct entry){record, arena_strdup(journal->arena, line),
                            g_hash_table_lookup(journal->by_hash, record->hash)};
    g_hash_table_insert(journal->by_hash, (char *)record->hash, entry);
    g_hash_table_insert(journal->by_name, (char *)record->made[0].name, entry);
}

/* A line that was cut off by a kill is passed over. */
static void take_line(struct journal *journal, const char *line)
{
    if (!g_str_has_prefix(line, "made "))
        return;
    GVariant *value = g_variant_parse(record_type(), line + strlen("made "), NULL, NULL, NULL);
    if (!value)
        return;
    add_entry(journal, record_unpack(journal->arena, value), line);
    g_variant_unref(value);
}

static void read_lines(struct journal *journal)
{
    char *text = NULL;
    if (!g_file_get_contents(journal->path, &text, NULL, NULL))
        return;
    if (g_str_has_prefix(text, first_line))
        for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
            *end = '\0';
            take_line(journal, line);
        }
    g_free(text);
}

const struct record *journal_next(const struct journal *journal, const char *hash,
                                  const struct record *before)
{
    const struct entry *entry = g_hash_table_lookup(journal->by_hash, hash);
    while (before && entry && entry->record != before)
        entry = entry->next;
    if (before && entry)
        entry = entry->next;
    /* what was replaced since does not count */
    while (entry && g_hash_table_lookup(journal->by_name, entry->record->made[0].name) != entry)
        entry = entry->next;
    return entry ? entry->record : NULL;
}

/* --- writing ----------------------------------------------------------------------------- */

static bool append(struct journal *journal, const char *text, size_t size)
{
    while (size) {
        ssize_t n = write(journal->fd, text, size);
        if (n < 0 && errno != EINTR)
            return false;
        text += n > 0 ? n : 0;
        size -= n > 0 ? (size_t)n : 0;
    }
    return true;
}

bool journal_note_process(struct journal *journal)
{
    char line[32];
    int size = g_snprintf(line, sizeof line, "run %ld\n", (long)getpid());
    return append(journal, line, (size_t)size);
}

bool journal_note(struct journal *journal, const struct record *record)
{
    struct record timeless = *record; /* the same work leaves the same journal */
    timeless.microseconds = 0;
    GVariant *value = g_variant_ref_sink(record_pack(&timeless));
    char *printed = g_variant_print(value, FALSE);
    char *line = g_strdup_printf("made %s\n", printed);
    bool written = append(journal, line, strlen(line));
    line[strlen(line) - 1] = '\0';
    add_entry(journal, record_unpack(journal->arena, value), line);
    g_free(line);
    g_free(printed);
    g_variant_unref(value);
    return written;
}

bool journal_settle(struct journal *journal, struct diag *diag)
{
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)first_line, sizeof first_line - 1);
    GList *names = g_list_sort(g_hash_table_get_keys(journal->by_name), (GCompareFunc)strcmp);
    for (GList *name = names; name; name = name->next) {
        const struct entry *entry = g_hash_table_lookup(journal->by_name, name->data);
        g_byte_array_append(bytes, (const guint8 *)entry->line, (guint)strlen(entry->line));
        g_byte_array_append(bytes, (const guint8 *)"\n", 1);
    }
    g_list_free(names);
    bool written = output_write(journal->arena, &(struct output){journal->path, bytes}, 1, diag);
    g_byte_array_unref(bytes);
    return written;
}

/* --- open and close ---------------------------------------------------------------------- */

static bool is_still(const char *path, int fd)
{
    struct stat named, opened;
    return stat(path, &named) == 0 && fstat(fd, &opened) == 0 && named.st_ino == opened.st_ino &&
           named.st_dev == opened.st_dev;
}

/* Opens and locks; a batch that was killed a moment ago may take a moment to be gone. -1, errno
 * EWOULDBLOCK: another is at work. */
static int open_locked(const char *path)
{
    enum { TRIES = 20, PAUSE = 100000 };
    for (int n = 0; n < TRIES; n++) {
        int fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
        if (fd < 0)
            return -1;
        if (flock(fd, LOCK_EX | LOCK_NB) == 0 && is_still(path, fd))
            return fd;
        close(fd);
        g_usleep(PAUSE);
    }
    errno = EWOULDBLOCK;
    return -1;
}

static struct journal *fail(struct journal *journal, struct diag *diag)
{
    if (errno == EWOULDBLOCK)
        diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_NO_PROCESS,
                  "another batch is at work in the folder %s", journal->folder);
    else
        diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_CANNOT_WRITE, "%s cannot be written: %s",
                  journal->path, g_strerror(errno));
    journal_free(journal);
    return NULL;
}

static char *journal_path(const char *folder, int shard, int shards)
{
    char *name = shards > 1 ? g_strdup_printf(".plenary-batch-%d-of-%d", shard, shards)
                            : g_strdup(".plenary-batch");
    char *path = g_build_filename(folder, name, NULL);
    g_free(name);
    return path;
}

struct journal *journal_open(const char *folder, int shard, int shards, const char *beside,
                             struct diag *diag)
{
    struct journal *journal = g_new0(struct journal, 1);
    journal->arena = arena_new();
    journal->folder = g_strdup(folder);
    journal->beside = g_strdup(beside);
    journal->path = journal_path(folder, shard, shards);
    journal->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    journal->by_hash = g_hash_table_new(g_str_hash, g_str_equal);
    journal->made_folder = !g_file_test(folder, G_FILE_TEST_EXISTS);
    bool ready = g_mkdir_with_parents(folder, 0777) == 0;
    journal->fd = ready ? open_locked(journal->path) : -1;
    if (journal->fd < 0)
        return fail(journal, diag);
    read_lines(journal);
    journal_sweep(journal);
    struct stat st;
    bool empty = fstat(journal->fd, &st) == 0 && st.st_size == 0;
    /* what a kill cut off ends here */
    const char *begin = empty ? first_line : "\n";
    bool good = append(journal, begin, strlen(begin)) && journal_note_process(journal);
    return good ? journal : fail(journal, diag);
}

void journal_abandon(struct journal *journal)
{
    if (g_hash_table_size(journal->by_name))
        return;
    unlink(journal->path);
    if (journal->made_folder)
        rmdir(journal->folder);
}

void journal_free(struct journal *journal)
{
    if (journal->fd >= 0)
        close(journal->fd);
    g_hash_table_unref(journal->by_name);
    g_hash_table_unref(journal->by_hash);
    g_free(journal->folder);
    g_free(journal->beside);
    g_free(journal->path);
    arena_free(journal->arena);
    g_free(journal);
}

/* shift: the process, the pipe that its records come through, and what is done when it dies. */
#define _GNU_SOURCE
#include "batch/shift.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TICK_MS = 100 };
enum word { WORD_BEGUN, WORD_DONE };

/* What stands before each record in the pipe. */
struct heading {
    int32_t word, index;
    uint64_t size; /* bytes that follow */
};

enum state { WAITING, BEGUN, FINISHED };

/* The caller's side. */
struct watch {
    const struct shift *shift;
    struct diag *diag;
    guint8 *states; /* enum state of each job */
    GByteArray *bytes;
    bool heard; /* anything at all from this process */
    int silent; /* processes in a row that died before that */
};

/* One process: the jobs that it does, in their order. */
struct gang {
    const struct shift *shift;
    int count;
    const int *jobs;
    int pipe;
    GMutex lock; /* of the pipe */
};

/* --- the process -------------------------------------------------------------------------- */

static void send_bytes(const struct gang *gang, const void *bytes, size_t size)
{
    for (const char *p = bytes; size;) {
        ssize_t n = write(gang->pipe, p, size);
        if (n < 0 && errno != EINTR)
            _exit(EXIT_FAILURE); /* nobody is there to hear it */
        p += n > 0 ? n : 0;
        size -= n > 0 ? (size_t)n : 0;
    }
}

static void say(struct gang *gang, enum word word, int job, GVariant *record)
{
    struct heading heading = {word, job, record ? g_variant_get_size(record) : 0};
    g_mutex_lock(&gang->lock);
    send_bytes(gang, &heading, sizeof heading);
    if (record)
        send_bytes(gang, g_variant_get_data(record), heading.size);
    g_mutex_unlock(&gang->lock);
}

static void *work_one(struct fonts *fonts, int index, void *user)
{
    struct gang *gang = user;
    int job = gang->jobs[index];
    say(gang, WORD_BEGUN, job, NULL);
    GVariant *record = g_variant_ref_sink(gang->shift->work(fonts, job, gang->shift->user));
    say(gang, WORD_DONE, job, record);
    g_variant_unref(record);
    return NULL;
}

/* Signals of the terminal are the caller's business; with the caller this process ends too. */
static void set_signals(pid_t caller)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
    signal(SIGHUP, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != caller)
        _exit(EXIT_FAILURE);
}

static _Noreturn void work_all(struct gang *gang, int hands, pid_t caller)
{
    const struct shift *shift = gang->shift;
    set_signals(caller);
    if (shift->begin)
        shift->begin(shift->user);
    int64_t *sizes = shift->sizes ? g_new(int64_t, gang->count) : NULL;
    for (int i = 0; sizes && i < gang->count; i++)
        sizes[i] = shift->sizes[gang->jobs[i]];
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    const struct crew crew = {.hands = hands,
                              .sets = shift->sets,
                              .count = gang->count,
                              .sizes = sizes,
                              .work = work_one,
                              .user = gang};
    bool done = crew_run(&crew, diag);
    fputs(diag_text(diag), stderr);
    fflush(stderr);
    arena_free(arena);
    g_free(sizes);
    _exit(done ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* --- listening ---------------------------------------------------------------------------- */

static void take_record(struct watch *watch, int job, const guint8 *bytes, size_t size)
{
    GBytes *copy = g_bytes_new(bytes, size);
    GVariant *record = g_variant_new_from_bytes(watch->shift->type, copy, TRUE);
    g_variant_ref_sink(record);
    watch->states[job] = FINISHED;
    watch->shift->arrived(job, record, NULL, watch->shift->user);
    g_variant_unref(record);
    g_bytes_unref(copy);
}

/* Takes what has arrived whole. */
static void take_words(struct watch *watch)
{
    size_t used = 0;
    struct heading heading;
    while (watch->bytes->len - used >= sizeof heading) {
        const guint8 *at = watch->bytes->data + used;
        memcpy(&heading, at, sizeof heading);
        if (watch->bytes->len - used - sizeof heading < heading.size)
            break;
        watch->heard = true;
        if (heading.word == WORD_BEGUN)
            watch->states[heading.index] = BEGUN;
        else
            take_record(watch, heading.index, at + sizeof heading, heading.size);
        used += sizeof heading + heading.size;
    }
    g_byte_array_remove_range(watch->bytes, 0, (guint)used);
}

static bool is_stopped(const struct shift *shift)
{
    return shift->stop && *shift->stop;
}

/* Listens until the other side is closed or the work is stopped. */
static void listen_to(struct watch *watch, int pipe)
{
    const struct shift *shift = watch->shift;
    guint8 chunk[65536];
    while (!is_stopped(shift)) {
        struct pollfd wait = {.fd = pipe, .events = POLLIN};
        if (poll(&wait, 1, TICK_MS) > 0) {
            ssize_t n = read(pipe, chunk, sizeof chunk);
            if (n == 0 || (n < 0 && errno != EINTR))
                return;
            g_byte_array_append(watch->bytes, chunk, n > 0 ? (guint)n : 0);
            take_words(watch);
        }
        if (shift->tick)
            shift->tick(shift->user);
    }
}

/* --- one process after the other ---------------------------------------------------------- */

/* Runs a process over some jobs; its wait status, 0 when all went well, -1 when none began. */
static int run_gang(struct watch *watch, const int *jobs, int count, int hands)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    fflush(NULL);
    pid_t caller = getpid(), child = fork();
    if (child == 0) {
        close(ends[0]);
        struct gang gang = {watch->shift, count, jobs, ends[1], {0}};
        work_all(&gang, hands, caller);
    }
    close(ends[1]);
    g_byte_array_set_size(watch->bytes, 0);
    watch->heard = false;
    int status = -1;
    if (child > 0) {
        listen_to(watch, ends[0]);
        if (is_stopped(watch->shift))
            kill(child, SIGKILL);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            continue;
    }
    close(ends[0]);
    return status;
}

static int list_jobs(const struct watch *watch, enum state state, int *jobs)
{
    int count = 0;
    for (int i = 0; i < watch->shift->count; i++)
        if (watch->states[i] == state)
            jobs[count++] = i;
    return count;
}

static char *death_of(int status)
{
    if (WIFSIGNALED(status))
        return g_strdup_printf("signal %d, %s", WTERMSIG(status), strsignal(WTERMSIG(status)));
    return g_strdup_printf("exit status %d", WEXITSTATUS(status));
}

/* A job that was begun when a process died, in a process of its own: was it the one? */
static void try_again(struct watch *watch, int job)
{
    int status = run_gang(watch, &job, 1, 1);
    if (watch->states[job] == FINISHED || is_stopped(watch->shift))
        return;
    char *how = death_of(status);
    watch->states[job] = FINISHED;
    watch->shift->arrived(job, NULL, how, watch->shift->user);
    g_free(how);
}

enum { MOST_SILENT = 3 }; /* one may be killed from outside as it begins, all of them not */

/* Goes on after a death; false when several in a row died before they got to a job. */
static bool mend(struct watch *watch, int status)
{
    watch->silent = watch->heard ? 0 : watch->silent + 1;
    int *suspects = g_new(int, watch->shift->count);
    int count = list_jobs(watch, BEGUN, suspects);
    for (int i = 0; i < count && !is_stopped(watch->shift); i++)
        try_again(watch, suspects[i]);
    g_free(suspects);
    if (watch->silent < MOST_SILENT)
        return true;
    char *how = status < 0 ? g_strdup(g_strerror(errno)) : death_of(status);
    diag_file(watch->diag, NULL, SOURCE_NOWHERE, DIAG_NO_PROCESS,
              "the process for the work ended before it began: %s", how);
    g_free(how);
    return false;
}

enum shift_end shift_run(const struct shift *shift, struct diag *diag)
{
    struct watch watch = {shift, diag, g_new0(guint8, shift->count), g_byte_array_new(), false, 0};
    int *jobs = g_new(int, shift->count);
    bool good = true;
    for (int count; good && !is_stopped(shift) && (count = list_jobs(&watch, WAITING, jobs));) {
        int status = run_gang(&watch, jobs, count, shift->hands);
        good = status == 0 || is_stopped(shift) || mend(&watch, status);
    }
    g_free(jobs);
    g_free(watch.states);
    g_byte_array_unref(watch.bytes);
    return is_stopped(shift) ? SHIFT_STOPPED : good ? SHIFT_DONE : SHIFT_FAILED;
}

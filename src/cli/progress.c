/* progress: events of a batch in, what a person or a program wants to see of them out. */
#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "job/json.h"

enum { SECOND = 1000000, BAR_EVERY = SECOND / 10, LINE_EVERY = 5 * SECOND };

enum progress_form progress_usual(void)
{
    const char *terminal = g_getenv("TERM");
    bool dumb = !terminal || strcmp(terminal, "dumb") == 0;
    return isatty(STDERR_FILENO) && !dumb ? PROGRESS_BAR : PROGRESS_LINES;
}

/* --- figures ------------------------------------------------------------------------------- */

static int failed_count(const struct batch_tally *tally)
{
    return tally->count[OUTCOME_FAILED] + tally->count[OUTCOME_CRASHED] +
           tally->count[OUTCOME_SYSTEM];
}

/* Documents a second of the stage; 0 when there is nothing to go by. */
static double rate_of(const struct progress *progress, const struct batch_tally *tally)
{
    double seconds = (double)(tally->microseconds - progress->made_from) / SECOND;
    return seconds > 0 ? (tally->finished - progress->made_before) / seconds : 0;
}

static const char *stage_name(enum batch_stage stage)
{
    return stage == BATCH_READING ? "reading" : "setting";
}

static void print_time(char *out, size_t size, double seconds)
{
    int s = (int)(seconds + 0.5);
    if (s >= 3600)
        snprintf(out, size, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    else
        snprintf(out, size, "%d:%02d", s / 60, s % 60);
}

/* "412/1861 setting, 97/s, 0:15 left, 3 with findings, 1 failed" */
static void print_state(const struct progress *progress, const struct batch_tally *tally, char *out,
                        size_t size)
{
    double rate = rate_of(progress, tally);
    char left[32] = "";
    if (rate > 0)
        print_time(left, sizeof left, (tally->documents - tally->finished) / rate);
    size_t used = (size_t)snprintf(out, size, "%d/%d %s", tally->finished, tally->documents,
                                   stage_name(progress->stage));
    if (rate > 0 && used < size)
        used += (size_t)snprintf(out + used, size - used, ", %.0f/s, %s left", rate, left);
    if (progress->stage == BATCH_MAKING && used < size)
        snprintf(out + used, size - used, ", %d with findings, %d failed", tally->with_findings,
                 failed_count(tally));
}

/* --- a terminal ---------------------------------------------------------------------------- */

static int terminal_width(void)
{
    struct winsize size;
    bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col;
    return known ? size.ws_col : 80;
}

static void clear_bar(struct progress *progress)
{
    if (progress->standing)
        fputs("\r\033[K", stderr);
    progress->standing = false;
}

static void draw_bar(struct progress *progress, const struct batch_tally *tally)
{
    enum { MOST = 30, LEAST = 8 };
    char state[160];
    print_state(progress, tally, state, sizeof state);
    int width = terminal_width() - 1, room = width - (int)strlen(state) - 3;
    int bar = room < LEAST ? 0 : MIN(room, MOST);
    int done = tally->documents ? (int)((int64_t)bar * tally->finished / tally->documents) : 0;
    clear_bar(progress);
    if (bar) {
        fputc('[', stderr);
        for (int i = 0; i < bar; i++)
            fputc(i < done ? '#' : '-', stderr);
        fputs("] ", stderr);
    }
    fprintf(stderr, "%.*s", width, state);
    fflush(stderr);
    progress->standing = true;
}

/* --- events for programs --------------------------------------------------------------------- */

static void print_json(GString *line)
{
    fwrite(line->str, 1, line->len, stdout);
    fputc('\n', stdout);
    fflush(stdout);
    g_string_free(line, TRUE);
}

static void say_document(const struct batch_event *event)
{
    const struct record *record = event->record;
    struct json json = json_begin();
    json_open(&json, NULL, '{');
    json_text(&json, "event", "document");
    json_text(&json, "input", event->item->path);
    json_text(&json, "status", record_outcome_name(record->outcome));
    for (int fact = 0; fact < FACT_COUNT; fact++)
        if (*record->facts[fact])
            json_text(&json, record_fact_name((enum fact)fact), record->facts[fact]);
    json_number(&json, "pages", record->pages);
    json_number(&json, "microseconds", record->microseconds);
    json_open(&json, "outputs", '[');
    for (int i = 0; i < record->made_count; i++)
        json_text(&json, NULL, record->made[i].name);
    json_close(&json, ']');
    record_add_findings(&json, "findings", record);
    json_close(&json, '}');
    print_json(json.text);
}

static void say_tally(const struct batch_event *event)
{
    const struct batch_tally *tally = event->tally;
    struct json json = json_begin();
    json_open(&json, NULL, '{');
    json_text(&json, "event",
              event->stage == BATCH_OVER      ? "end"
              : event->stage == BATCH_READING ? "reading"
                                              : "setting");
    json_number(&json, "documents", tally->documents);
    json_number(&json, "finished", tally->finished);
    batch_add_tally(&json, tally);
    json_close(&json, '}');
    print_json(json.text);
}

/* --- events ---------------------------------------------------------------------------------- */

static void say_end(const struct batch_tally *tally)
{
    double seconds = (double)tally->microseconds / SECOND;
    int done = tally->count[OUTCOME_DONE];
    fprintf(stderr, "%d of %d documents done in %.1f s", done, tally->documents, seconds);
    if (done && seconds > 0)
        fprintf(stderr, " (%.0f/s)", done / seconds);
    fprintf(stderr, ", %d up to date, %" G_GINT64_FORMAT " pages, %d with findings, %d failed\n",
            tally->count[OUTCOME_KEPT], tally->pages, tally->with_findings, failed_count(tally));
}

static void show(struct progress *progress, const struct batch_event *event)
{
    const struct batch_tally *tally = event->tally;
    progress->shown = tally->microseconds;
    switch (progress->form) {
    case PROGRESS_BAR:
        draw_bar(progress, tally);
        break;
    case PROGRESS_LINES: {
        char state[160];
        print_state(progress, tally, state, sizeof state);
        fprintf(stderr, "%s\n", state);
        break;
    }
    case PROGRESS_JSON:
        say_tally(event);
        break;
    case PROGRESS_QUIET:
        break;
    }
}

void progress_tell(const struct batch_event *event, void *user)
{
    struct progress *progress = user;
    const struct batch_tally *tally = event->tally;
    if (progress->stage != event->stage) {
        progress->stage = event->stage;
        progress->made_from = tally->microseconds;
        progress->made_before = tally->finished;
    }
    if (event->record) {
        clear_bar(progress);
        if (progress->form == PROGRESS_JSON)
            say_document(event);
        else if (event->record->outcome != OUTCOME_KEPT) /* told when it was made */
            fputs(event->record->messages, stderr);
    }
    if (event->stage == BATCH_OVER) {
        clear_bar(progress);
        if (progress->form == PROGRESS_JSON)
            say_tally(event);
        else if (progress->form != PROGRESS_QUIET)
            say_end(tally);
        return;
    }
    int64_t every = progress->form == PROGRESS_BAR ? BAR_EVERY : LINE_EVERY;
    if (tally->microseconds - progress->shown >= every)
        show(progress, event);
}

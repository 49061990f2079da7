/* crew: threads, a heap of the jobs within reach, a ring of results that wait for their turn. */
#include "job/crew.h"

#include <glib.h>

struct floor {
    const struct crew *crew;
    GMutex lock;
    GCond finished; /* the next to be handed over may be there */
    GCond room;     /* the window has moved on */
    int heap[CREW_WINDOW];
    int heap_count;
    int admitted; /* jobs before this one were put on the heap */
    int handed;   /* jobs before this one were handed over */
    void *results[CREW_WINDOW];
    bool there[CREW_WINDOW];
};

struct hand {
    struct floor *floor;
    struct fonts *fonts;
    GThread *thread;
};

/* --- the heap of jobs, the largest on top ---------------------------------------------- */

static bool goes_before(const struct crew *crew, int a, int b)
{
    if (crew->sizes && crew->sizes[a] != crew->sizes[b])
        return crew->sizes[a] > crew->sizes[b];
    return a < b;
}

static void swap(int *a, int *b)
{
    int kept = *a;
    *a = *b;
    *b = kept;
}

static void heap_push(struct floor *floor, int job)
{
    int *heap = floor->heap, at = floor->heap_count++;
    heap[at] = job;
    for (; at > 0 && goes_before(floor->crew, heap[at], heap[(at - 1) / 2]); at = (at - 1) / 2)
        swap(&heap[at], &heap[(at - 1) / 2]);
}

static int heap_pop(struct floor *floor)
{
    int *heap = floor->heap, top = heap[0], count = --floor->heap_count;
    heap[0] = heap[count];
    for (int at = 0, child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && goes_before(floor->crew, heap[child + 1], heap[child]))
            child++;
        if (!goes_before(floor->crew, heap[child], heap[at]))
            break;
        swap(&heap[child], &heap[at]);
    }
    return top;
}

/* --- hands ----------------------------------------------------------------------------- */

/* The next job to do; -1 when all are taken. */
static int take_job(struct floor *floor)
{
    const struct crew *crew = floor->crew;
    g_mutex_lock(&floor->lock);
    for (;;) {
        while (floor->admitted < crew->count && floor->admitted < floor->handed + CREW_WINDOW)
            heap_push(floor, floor->admitted++);
        if (floor->heap_count || floor->admitted == crew->count)
            break;
        g_cond_wait(&floor->room, &floor->lock);
    }
    int job = floor->heap_count ? heap_pop(floor) : -1;
    g_mutex_unlock(&floor->lock);
    return job;
}

static void put_result(struct floor *floor, int job, void *result)
{
    g_mutex_lock(&floor->lock);
    floor->results[job % CREW_WINDOW] = result;
    floor->there[job % CREW_WINDOW] = true;
    g_cond_signal(&floor->finished);
    g_mutex_unlock(&floor->lock);
}

static void *work(void *data)
{
    struct hand *hand = data;
    const struct crew *crew = hand->floor->crew;
    for (int job; (job = take_job(hand->floor)) >= 0;)
        put_result(hand->floor, job, crew->work(hand->fonts, job, crew->user));
    return NULL;
}

/* --- handing over ---------------------------------------------------------------------- */

/* Waits for the result whose turn it is. */
static void *take_result(struct floor *floor, int job)
{
    g_mutex_lock(&floor->lock);
    while (!floor->there[job % CREW_WINDOW])
        g_cond_wait(&floor->finished, &floor->lock);
    floor->there[job % CREW_WINDOW] = false;
    void *result = floor->results[job % CREW_WINDOW];
    floor->handed = job + 1;
    g_cond_broadcast(&floor->room);
    g_mutex_unlock(&floor->lock);
    return result;
}

/* Fonts are opened one after the other, before any thread begins: fontconfig likes it so. */
static bool open_fonts(struct hand *hands, int count, struct diag *diag)
{
    for (int i = 0; i < count; i++)
        if (!(hands[i].fonts = fonts_new(diag)))
            return false;
    return true;
}

static void run_hands(struct floor *floor, struct hand *hands, int count)
{
    const struct crew *crew = floor->crew;
    for (int i = 0; i < count; i++) {
        hands[i].floor = floor;
        hands[i].thread = g_thread_new("hand", work, &hands[i]);
    }
    for (int job = 0; job < crew->count; job++) {
        void *result = take_result(floor, job);
        if (crew->done)
            crew->done(job, result, crew->user);
    }
    for (int i = 0; i < count; i++)
        g_thread_join(hands[i].thread);
}

bool crew_run(const struct crew *crew, struct diag *diag)
{
    int count = CLAMP(crew->hands, 1, MAX(crew->count, 1));
    struct hand *hands = g_new0(struct hand, count);
    struct floor *floor = g_new0(struct floor, 1);
    floor->crew = crew;
    g_mutex_init(&floor->lock);
    g_cond_init(&floor->finished);
    g_cond_init(&floor->room);
    bool ready = !crew->sets || open_fonts(hands, count, diag);
    if (ready)
        run_hands(floor, hands, count);
    for (int i = 0; i < count; i++)
        fonts_free(hands[i].fonts);
    g_cond_clear(&floor->room);
    g_cond_clear(&floor->finished);
    g_mutex_clear(&floor->lock);
    g_free(floor);
    g_free(hands);
    return ready;
}

int crew_hands(void)
{
    return (int)g_get_num_processors();
}

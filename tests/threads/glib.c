/* What GLib's locks promise, told to ThreadSanitizer: the library as it is installed takes them by
 * system calls that the sanitizer does not see. Linked into the build that looks for races, where
 * these take the place of the library's own. */
#define _GNU_SOURCE
#include <glib.h>
#include <pthread.h>
#include <stdlib.h>

/* A lock or condition behind GLib's pointer, made when it is first used. */
static pthread_mutex_t making = PTHREAD_MUTEX_INITIALIZER;

static void *behind(gpointer *place, size_t size)
{
    pthread_mutex_lock(&making);
    if (!*place)
        *place = calloc(1, size); /* all zeros is how pthreads begin on Linux */
    void *thing = *place;
    pthread_mutex_unlock(&making);
    return thing;
}

static pthread_mutex_t *mutex_of(GMutex *mutex)
{
    return behind(&mutex->p, sizeof(pthread_mutex_t));
}

static pthread_cond_t *cond_of(GCond *cond)
{
    return behind(&cond->p, sizeof(pthread_cond_t));
}

void g_mutex_init(GMutex *mutex)
{
    mutex->p = NULL;
}

void g_mutex_clear(GMutex *mutex)
{
    free(mutex->p);
}

void g_mutex_lock(GMutex *mutex)
{
    pthread_mutex_lock(mutex_of(mutex));
}

void g_mutex_unlock(GMutex *mutex)
{
    pthread_mutex_unlock(mutex_of(mutex));
}

void g_cond_init(GCond *cond)
{
    cond->p = NULL;
}

void g_cond_clear(GCond *cond)
{
    free(cond->p);
}

void g_cond_wait(GCond *cond, GMutex *mutex)
{
    pthread_cond_wait(cond_of(cond), mutex_of(mutex));
}

void g_cond_signal(GCond *cond)
{
    pthread_cond_signal(cond_of(cond));
}

void g_cond_broadcast(GCond *cond)
{
    pthread_cond_broadcast(cond_of(cond));
}

/* One thing is made at a time, whichever it is; what is made on the way is made by the same thread.
 */
static pthread_mutex_t once = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

gboolean(g_once_init_enter)(volatile void *location)
{
    pthread_mutex_lock(&once);
    if (!__atomic_load_n((gsize *)location, __ATOMIC_ACQUIRE))
        return TRUE;
    pthread_mutex_unlock(&once);
    return FALSE;
}

void(g_once_init_leave)(volatile void *location, gsize result)
{
    __atomic_store_n((gsize *)location, result, __ATOMIC_RELEASE);
    pthread_mutex_unlock(&once);
}

gpointer g_once_impl(GOnce *place, GThreadFunc make, gpointer with)
{
    pthread_mutex_lock(&once);
    if (place->status != G_ONCE_STATUS_READY) {
        place->retval = make(with);
        __atomic_store_n(&place->status, G_ONCE_STATUS_READY, __ATOMIC_RELEASE);
    }
    pthread_mutex_unlock(&once);
    return place->retval;
}

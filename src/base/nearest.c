/* nearest: the distance of Damerau and Levenshtein, on short words. */
#include "base/nearest.h"

#include <glib.h>
#include <string.h>

/* Operations that make one word of the other: insert, delete, replace, swap two neighbours. */
static int distance(const char *a, const char *b)
{
    enum { MOST = 63 };
    int rows[MOST + 1][MOST + 1];
    int m = (int)strlen(a), n = (int)strlen(b);
    if (m > MOST || n > MOST)
        return MOST;
    for (int i = 0; i <= m; i++)
        for (int j = 0; j <= n; j++) {
            if (!i || !j) {
                rows[i][j] = i + j;
                continue;
            }
            int best = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            best = MIN(best, MIN(rows[i - 1][j], rows[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = MIN(best, rows[i - 2][j - 2] + 1);
            rows[i][j] = best;
        }
    return rows[m][n];
}

const char *nearest_word(const char *word, const char *const *words, int count)
{
    const char *nearest = NULL;
    int least = CLAMP((int)strlen(word) / 2 + 1, 2, 5);
    for (int i = 0; i < count; i++) {
        int d = distance(word, words[i]);
        if (d < least) {
            least = d;
            nearest = words[i];
        }
    }
    return nearest;
}

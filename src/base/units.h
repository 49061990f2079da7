/* Lengths: int32_t in 1/1024 point from style to page, so that goldens are exact and layout is
 * the same on every machine. Floats begin in pdf/ and proof/. */
#ifndef PLENARY_UNITS_H
#define PLENARY_UNITS_H

#include <stdint.h>

typedef int32_t length; /* 1/1024 pt */

#define LENGTH_PT 1024
#define PT(x) ((length)((x)*1024 + ((x) < 0 ? -0.5 : 0.5)))

/* A share of a length, rounded to nearest, ties away from zero: a * num / den in 64 bits. */
static inline length length_scale(length a, int64_t num, int64_t den)
{
    int64_t p = (int64_t)a * num;
    return (length)((p >= 0 ? p + den / 2 : p - den / 2) / den);
}

#endif

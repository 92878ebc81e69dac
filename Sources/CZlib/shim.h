// zlib's initialisers are macros, which Swift does not import.
#ifndef GOVCONVERT_CZLIB_SHIM_H
#define GOVCONVERT_CZLIB_SHIM_H

#include <zlib.h>

static inline int zlib_begin_inflating(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}


#endif

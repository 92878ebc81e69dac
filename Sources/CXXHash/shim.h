// xxHash is used as a header: no library is linked. Its 128-bit result is a struct of two words.
#ifndef GOVCONVERT_CXXHASH_SHIM_H
#define GOVCONVERT_CXXHASH_SHIM_H

#define XXH_INLINE_ALL
#include <xxhash.h>

typedef struct { unsigned long long high, low; } xxhash_digest;

static inline xxhash_digest xxhash_128(const void *bytes, size_t count) {
  XXH128_hash_t hash = XXH3_128bits(bytes, count);
  xxhash_digest digest = {hash.high64, hash.low64};
  return digest;
}

#endif

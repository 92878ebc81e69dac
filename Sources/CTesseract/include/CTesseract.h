// The few calls that GovOCR needs of Tesseract, Leptonica, libpng and libjpeg, with opaque handles.
//
// Swift does not see the libraries' own headers: `TessBaseAPISetImage2` changes its Swift type with what else is
// imported, newer Leptonica hides `struct Pix`, and macros, varargs and setjmp do not import at all.
#ifndef CTESSERACT_H
#define CTESSERACT_H

#include <stddef.h>
#include <stdint.h>

/// A decoded picture, 8-bit RGB on white, rows from the top without padding. Free `pixels` with `ct_free`.
typedef struct {
  uint8_t *pixels;
  int32_t width;
  int32_t height;
  /// Not 0 where a part of the pixels is missing in the file and was made up.
  int32_t is_damaged;
} ct_picture;

/// PNG; alpha is laid on white, 16 bits become 8. libpng's simplified interface, since the ordinary one prints.
int ct_decode_png(const uint8_t *bytes, size_t count, ct_picture *picture);
/// JPEG; grey, YCbCr and CMYK. Directly by libjpeg, since Leptonica leaves the printing error handler in place.
int ct_decode_jpeg(const uint8_t *bytes, size_t count, ct_picture *picture);
/// GIF, BMP, TIFF and WebP by Leptonica; of several frames the first.
int ct_decode_other(const uint8_t *bytes, size_t count, ct_picture *picture);
/// Makes squares of `factor` pixels each way one pixel, their mean; what is left at the right and the bottom goes.
void ct_reduce(ct_picture *picture, int32_t factor);
void ct_free(void *memory);

/// One recogniser for one language. Not safe for use by two threads at once.
typedef struct ct_engine ct_engine;

/// NULL when the data of the language is not there. `data` may be NULL for the library's own place.
ct_engine *ct_engine_create(const char *data, const char *language);
void ct_engine_destroy(ct_engine *engine);

/// One character as Tesseract saw it.
typedef struct {
  char text[32];      // UTF-8, ends with NUL
  char others[32];    // of a picture as it stands: what else it may be, the likeliest first, one character each
  float confidence;   // 0 to 100
  int32_t left, right;  // columns of the picture, right excluded
  int32_t space;      // 1 when a space stands before it
} ct_symbol;

/// Reads one text line from 8-bit grey: one that is searched for in the picture (`raw` 0), or the whole picture as it stands
/// (`raw` 1); returns the number of symbols written, at most `limit`, or -1.
int ct_engine_read(ct_engine *engine, const uint8_t *grey, int width, int height, int raw, ct_symbol *symbols,
                   int limit);

/// Confines OpenMP to the calling thread. Four threads fighting for a 50-pixel line cost seven times its time; neither
/// `setenv` nor `omp_set_num_threads` helps, so every thread that reads must call this first.
void ct_use_one_thread(void);

#endif

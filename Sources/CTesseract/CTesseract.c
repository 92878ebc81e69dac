#include "CTesseract.h"

#include <stdio.h>

#include <jpeglib.h>

#include <jerror.h>
#include <leptonica/allheaders.h>
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <tesseract/capi.h>

// Of libgomp, which libtesseract brings along; its header belongs to the compiler and not to the library.
extern void omp_set_max_active_levels(int levels);

struct ct_engine {
  TessBaseAPI *api;
};

void ct_free(void *memory) { free(memory); }

// In its place: a pixel is written before the ones that it is made of only where it is the first of them itself.
void ct_reduce(ct_picture *picture, int32_t factor) {
  int width = picture->width / factor, height = picture->height / factor, area = factor * factor;
  size_t stride = (size_t)picture->width * 3;
  uint8_t *to = picture->pixels;
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      const uint8_t *from = picture->pixels + (size_t)y * factor * stride + (size_t)x * factor * 3;
      int sums[3] = {0, 0, 0};
      for (int row = 0; row < factor; row++) {
        for (int byte = 0; byte < 3 * factor; byte++) sums[byte % 3] += from[(size_t)row * stride + byte];
      }
      for (int channel = 0; channel < 3; channel++) *to++ = (uint8_t)((sums[channel] + area / 2) / area);
    }
  }
  picture->width = width;
  picture->height = height;
}

void ct_use_one_thread(void) { omp_set_max_active_levels(0); }

// As browsers do, on the stored values; libpng itself would mix them as amounts of light, which makes thin grey strokes paler.
static void lay_on_white(uint8_t *pixels, size_t count) {
  uint8_t *to = pixels;
  for (const uint8_t *from = pixels; from < pixels + 4 * count; from += 4) {
    int alpha = from[3];
    for (int channel = 0; channel < 3; channel++) *to++ = (uint8_t)(255 - (255 - from[channel]) * alpha / 255);
  }
}

int ct_decode_png(const uint8_t *bytes, size_t count, ct_picture *picture) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, bytes, count)) return 0;
  int opaque = !(image.format & PNG_FORMAT_FLAG_ALPHA);
  image.format = opaque ? PNG_FORMAT_RGB : PNG_FORMAT_RGBA;
  // Else 16 bits without a gamma would count as amounts of light.
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  picture->width = (int32_t)image.width;
  picture->height = (int32_t)image.height;
  picture->pixels = malloc(PNG_IMAGE_SIZE(image));
  if (!picture->pixels || !png_image_finish_read(&image, NULL, picture->pixels, 0, NULL)) {
    free(picture->pixels);
    picture->pixels = NULL;
    png_image_free(&image);
    return 0;
  }
  if (!opaque) lay_on_white(picture->pixels, (size_t)image.width * image.height);
  return 1;
}

typedef struct {
  struct jpeg_error_mgr manager;
  jmp_buf place;
} jpeg_trap;

static void jpeg_leave(j_common_ptr state) { longjmp(((jpeg_trap *)state->err)->place, 1); }
static void jpeg_silent(j_common_ptr state) { (void)state; }

// Of the warnings those count after which pixels are missing or made up; strange but harmless bytes are common.
static void jpeg_count_losses(j_common_ptr state, int level) {
  if (level >= 0) return;
  switch (state->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_MUST_RESYNC:
      state->err->num_warnings++;
  }
}

// Adobe's CMYK is stored inverted, so that 255 is no ink and the product of two channels is the light that is left.
static void rgb_from_cmyk(uint8_t *to, const uint8_t *from, int width, int inverted) {
  for (int x = 0; x < width; x++, from += 4) {
    for (int channel = 0; channel < 3; channel++) {
      int ink = inverted ? from[channel] : 255 - from[channel];
      int black = inverted ? from[3] : 255 - from[3];
      *to++ = (uint8_t)(ink * black / 255);
    }
  }
}

static void read_rows(struct jpeg_decompress_struct *state, ct_picture *picture, uint8_t *row) {
  size_t stride = (size_t)state->output_width * 3;
  while (state->output_scanline < state->output_height) {
    uint8_t *to = picture->pixels + stride * state->output_scanline;
    JSAMPROW target = state->output_components == 4 ? row : to;
    jpeg_read_scanlines(state, &target, 1);
    if (state->output_components == 4) {
      rgb_from_cmyk(to, row, (int)state->output_width, state->saw_Adobe_marker);
    }
  }
}

int ct_decode_jpeg(const uint8_t *bytes, size_t count, ct_picture *picture) {
  struct jpeg_decompress_struct state;
  jpeg_trap trap;
  uint8_t *volatile row = NULL;
  picture->pixels = NULL;
  state.err = jpeg_std_error(&trap.manager);
  trap.manager.error_exit = jpeg_leave;
  trap.manager.output_message = jpeg_silent;
  trap.manager.emit_message = jpeg_count_losses;
  if (setjmp(trap.place)) {
    jpeg_destroy_decompress(&state);
    free(row);
    free(picture->pixels);
    picture->pixels = NULL;
    return 0;
  }
  jpeg_create_decompress(&state);
  jpeg_mem_src(&state, bytes, count);
  jpeg_read_header(&state, TRUE);
  state.out_color_space = state.num_components == 4 ? JCS_CMYK : JCS_RGB;
  jpeg_start_decompress(&state);
  picture->width = (int32_t)state.output_width;
  picture->height = (int32_t)state.output_height;
  picture->pixels = malloc((size_t)state.output_width * 3 * state.output_height);
  row = malloc((size_t)state.output_width * 4);
  if (!picture->pixels || !row) longjmp(trap.place, 1);
  read_rows(&state, picture, row);
  jpeg_finish_decompress(&state);
  picture->is_damaged = trap.manager.num_warnings > 0;
  jpeg_destroy_decompress(&state);
  free(row);
  return 1;
}

static void copy_pixels(PIX *pix, ct_picture *picture) {
  uint8_t *to = picture->pixels;
  for (int y = 0; y < picture->height; y++) {
    const l_uint32 *line = pixGetData(pix) + (size_t)y * (size_t)pixGetWpl(pix);
    for (int x = 0; x < picture->width; x++) {
      *to++ = (uint8_t)(line[x] >> L_RED_SHIFT);
      *to++ = (uint8_t)(line[x] >> L_GREEN_SHIFT);
      *to++ = (uint8_t)(line[x] >> L_BLUE_SHIFT);
    }
  }
}

int ct_decode_other(const uint8_t *bytes, size_t count, ct_picture *picture) {
  setMsgSeverity(L_SEVERITY_NONE);
  PIX *read = pixReadMem(bytes, count);
  if (!read) return 0;
  PIX *plain = pixRemoveColormap(read, REMOVE_CMAP_BASED_ON_SRC);
  pixDestroy(&read);
  PIX *opaque = plain ? pixRemoveAlpha(plain) : NULL;
  pixDestroy(&plain);
  PIX *colour = opaque ? pixConvertTo32(opaque) : NULL;
  pixDestroy(&opaque);
  if (!colour) return 0;
  picture->width = pixGetWidth(colour);
  picture->height = pixGetHeight(colour);
  picture->pixels = malloc((size_t)picture->width * (size_t)picture->height * 3);
  if (picture->pixels) copy_pixels(colour, picture);
  pixDestroy(&colour);
  return picture->pixels != NULL;
}

ct_engine *ct_engine_create(const char *data, const char *language) {
  ct_engine *engine = malloc(sizeof *engine);
  if (!engine) return NULL;
  setMsgSeverity(L_SEVERITY_NONE);
  engine->api = TessBaseAPICreate();
  TessBaseAPISetVariable(engine->api, "debug_file", "/dev/null");
  if (TessBaseAPIInit2(engine->api, data, language, OEM_LSTM_ONLY) != 0) {
    ct_engine_destroy(engine);
    return NULL;
  }
  // Without them a line is read a second time inverted, and words are bent towards a dictionary of prose.
  TessBaseAPISetVariable(engine->api, "tessedit_do_invert", "0");
  TessBaseAPISetVariable(engine->api, "load_system_dawg", "0");
  TessBaseAPISetVariable(engine->api, "load_freq_dawg", "0");
  return engine;
}

void ct_engine_destroy(ct_engine *engine) {
  if (!engine) return;
  TessBaseAPIEnd(engine->api);
  TessBaseAPIDelete(engine->api);
  free(engine);
}

// One character of UTF-8: what it begins with says how long it is.
static int is_one_character(const char *text) {
  unsigned char first = (unsigned char)text[0];
  size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return first > ' ' && strlen(text) == length;
}

static void take_others(TessResultIterator *results, ct_symbol *symbol) {
  TessChoiceIterator *choices = TessResultIteratorGetChoiceIterator(results);
  if (!choices) return;
  size_t used = 0;
  do {
    const char *text = TessChoiceIteratorGetUTF8Text(choices);
    if (!text || !is_one_character(text) || strcmp(text, symbol->text) == 0) continue;
    if (used + strlen(text) >= sizeof symbol->others) break;
    strcpy(symbol->others + used, text);
    used += strlen(text);
  } while (TessChoiceIteratorNext(choices));
  TessChoiceIteratorDelete(choices);
}

static int take_symbols(TessResultIterator *results, int with_others, ct_symbol *symbols, int limit) {
  TessPageIterator *page = TessResultIteratorGetPageIterator(results);
  int count = 0;
  do {
    char *text = TessResultIteratorGetUTF8Text(results, RIL_SYMBOL);
    if (!text) continue;
    ct_symbol *symbol = &symbols[count++];
    int top, bottom;
    strncpy(symbol->text, text, sizeof symbol->text - 1);
    symbol->text[sizeof symbol->text - 1] = 0;
    TessDeleteText(text);
    symbol->others[0] = 0;
    if (with_others) take_others(results, symbol);
    symbol->confidence = TessResultIteratorConfidence(results, RIL_SYMBOL);
    TessPageIteratorBoundingBox(page, RIL_SYMBOL, &symbol->left, &top, &symbol->right, &bottom);
    symbol->space = TessPageIteratorIsAtBeginningOf(page, RIL_WORD);
  } while (count < limit && TessResultIteratorNext(results, RIL_SYMBOL));
  return count;
}

int ct_engine_read(ct_engine *engine, const uint8_t *grey, int width, int height, int raw, ct_symbol *symbols,
                   int limit) {
  // What else a character may be costs a fifth more, and is asked for at a second look only.
  TessBaseAPISetVariable(engine->api, "lstm_choice_mode", raw ? "2" : "0");
  TessBaseAPISetPageSegMode(engine->api, raw ? PSM_RAW_LINE : PSM_SINGLE_LINE);
  TessBaseAPISetImage(engine->api, grey, width, height, 1, width);
  TessBaseAPISetSourceResolution(engine->api, 150);
  if (TessBaseAPIRecognize(engine->api, NULL) != 0) return -1;
  TessResultIterator *results = TessBaseAPIGetIterator(engine->api);
  int count = results ? take_symbols(results, raw, symbols, limit) : 0;
  if (results) TessResultIteratorDelete(results);
  TessBaseAPIClear(engine->api);
  return count;
}

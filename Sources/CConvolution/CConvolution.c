#include "CConvolution.h"

// Unaligned, and the same as so many floats: what Swift's arrays hold is.
typedef float lane __attribute__((vector_size(CC_LANE * sizeof(float)), aligned(4), may_alias));

static int most(int a, int b) { return a > b ? a : b; }
static int least(int a, int b) { return a < b ? a : b; }

// The sums of two lanes stay in registers.
static void sum(const cc_layer *layer, const float *weights, const float *biases, const float *from, int height, int width,
                int top, int left, float *to) {
  int inputs = layer->inputs, outputs = layer->outputs, kernel = layer->kernel;
  int lastRow = least(kernel, height - top), lastColumn = least(kernel, width - left);
  for (int channel = 0; channel < outputs; channel += 2 * CC_LANE) {
    int next = channel + CC_LANE < outputs ? CC_LANE : 0;
    lane one = *(const lane *)(biases + channel), other = *(const lane *)(biases + channel + next);
    for (int row = most(0, -top); row < lastRow; row++) {
      for (int column = most(0, -left); column < lastColumn; column++) {
        const float *value = from + ((long)(top + row) * width + left + column) * inputs;
        const float *weight = weights + (long)(row * kernel + column) * inputs * outputs + channel;
        for (int input = 0; input < inputs; input++, weight += outputs) {
          one += *(const lane *)weight * value[input];
          other += *(const lane *)(weight + next) * value[input];
        }
      }
    }
    *(lane *)(to + channel) = one;
    *(lane *)(to + channel + next) = next ? other : one;
  }
}

void cc_apply(const cc_layer *layer, const float *weights, const float *biases, const float *from, int32_t height,
              int32_t width, float *to) {
  int rows = (height + 2 * layer->rows - layer->kernel) / layer->step + 1;
  int columns = (width + 2 * layer->columns - layer->kernel) / layer->step + 1;
  for (int y = 0; y < rows; y++) {
    for (int x = 0; x < columns; x++, to += layer->outputs) {
      sum(layer, weights, biases, from, height, width, y * layer->step - layer->rows, x * layer->step - layer->columns, to);
      for (int channel = 0; layer->rectified && channel < layer->outputs; channel++) {
        if (to[channel] < 0) to[channel] = 0;
      }
    }
  }
}

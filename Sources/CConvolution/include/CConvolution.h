#ifndef CCONVOLUTION_H
#define CCONVOLUTION_H

#include <stdint.h>

// In C and not in Swift, since a build for tests leaves Swift's vectors a hundred times as slow and these twice.

/// How many channels are computed side by side.
#define CC_LANE 16

/// One layer of a network that slides over its input. All channels of one place stand side by side.
typedef struct {
  int32_t inputs;
  /// The channels that go out; a multiple of CC_LANE.
  int32_t outputs;
  /// The side of the square that is looked at, and how far it moves.
  int32_t kernel;
  int32_t step;
  /// The rows above and below, and the columns before and after, that are taken to be 0.
  int32_t rows;
  int32_t columns;
  /// Whether nothing goes out below 0.
  int32_t rectified;
} cc_layer;

/// Computes a layer. `weights` stand by row, column and channel of what comes in, then by the channel that goes out; `to` has
/// room for ((height + 2 * rows - kernel) / step + 1) * ((width + 2 * columns - kernel) / step + 1) * outputs numbers.
void cc_apply(const cc_layer *layer, const float *weights, const float *biases, const float *from, int32_t height,
              int32_t width, float *to);

#endif

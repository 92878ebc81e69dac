import CConvolution

/// Numbers in rows, columns and channels, all channels of one place side by side.
struct FeatureMap {
  let height: Int
  let width: Int
  let channels: Int
  var values: [Float]

  init(height: Int, width: Int, channels: Int) {
    (self.height, self.width, self.channels) = (height, width, channels)
    values = [Float](repeating: 0, count: height * width * channels)
  }
}

/// One layer of a network that slides over its input.
struct Convolution {
  /// The channels that go out, filled up to whole lanes.
  let channels: Int
  private let layer: cc_layer
  /// By row, column and channel of what comes in, then by the channel that goes out.
  private let weights: [Float]
  private let biases: [Float]

  /// - Parameters:
  ///   - channels: How many come in and go out.
  ///   - kernel: The side of the square that is looked at.
  ///   - step: How far the square moves, in both directions.
  ///   - padding: The rows above and below, and the columns before and after, that are taken to be 0.
  ///   - rectified: Whether nothing goes out below 0.
  ///   - weights: `kernel * kernel` times what comes in rows of what goes out.
  init(
    channels: (Int, Int), kernel: Int, step: Int, padding: (rows: Int, columns: Int), rectified: Bool,
    weights: [Float], biases: [Float]
  ) {
    let lane = Int(CC_LANE)
    self.channels = (channels.1 + lane - 1) / lane * lane
    let filling = [Float](repeating: 0, count: self.channels - channels.1)
    self.weights = stride(from: 0, to: weights.count, by: channels.1).flatMap {
      weights[$0..<$0 + channels.1] + filling
    }
    self.biases = biases + filling
    layer = cc_layer(
      inputs: Int32(channels.0), outputs: Int32(self.channels), kernel: Int32(kernel), step: Int32(step),
      rows: Int32(padding.rows), columns: Int32(padding.columns), rectified: rectified ? 1 : 0)
  }

  /// The layer's answer to a map of at least the size of its square.
  func applied(to map: FeatureMap) -> FeatureMap {
    let (rows, columns, step, kernel) = (Int(layer.rows), Int(layer.columns), Int(layer.step), Int(layer.kernel))
    precondition(map.channels == layer.inputs && map.height + 2 * rows >= kernel && map.width + 2 * columns >= kernel)
    var result = FeatureMap(
      height: (map.height + 2 * rows - kernel) / step + 1, width: (map.width + 2 * columns - kernel) / step + 1,
      channels: channels)
    withUnsafePointer(to: layer) { layer in
      cc_apply(layer, weights, biases, map.values, Int32(map.height), Int32(map.width), &result.values)
    }
    return result
  }
}

import Testing

@testable import GovOCR

@Suite("A layer of a network computes what it says")
struct ConvolutionTests {
  /// A layer, and the map that it is applied to.
  struct Case {
    let channels: (Int, Int)
    let kernel, step: Int
    let padding: (Int, Int)
    let height, width: Int
  }

  static let cases = [
    Case(channels: (1, 16), kernel: 5, step: 2, padding: (2, 2), height: 24, width: 7),
    Case(channels: (2, 48), kernel: 3, step: 1, padding: (0, 1), height: 3, width: 1),
    Case(channels: (3, 20), kernel: 3, step: 2, padding: (1, 1), height: 1, width: 1),
    Case(channels: (16, 33), kernel: 1, step: 1, padding: (0, 0), height: 1, width: 4),
    Case(channels: (1, 1), kernel: 5, step: 3, padding: (2, 4), height: 2, width: 3),
  ]

  @Test("Rims, single lanes and maps smaller than the square are what the sum says", arguments: cases)
  func sums(_ one: Case) {
    let weights = numbers(one.kernel * one.kernel * one.channels.0 * one.channels.1)
    let biases = numbers(one.channels.1)
    let layer = Convolution(
      channels: one.channels, kernel: one.kernel, step: one.step, padding: one.padding, rectified: true,
      weights: weights, biases: biases)
    var map = FeatureMap(height: one.height, width: one.width, channels: one.channels.0)
    map.values = numbers(map.values.count)
    let result = layer.applied(to: map)
    #expect(result.channels % 16 == 0)
    for y in 0..<result.height {
      for x in 0..<result.width {
        let (top, left) = (y * one.step - one.padding.0, x * one.step - one.padding.1)
        for channel in 0..<result.channels {
          let sum = channel < biases.count ? sum(one, map, weights, top, left, channel) + biases[channel] : 0
          #expect(abs(result.values[(y * result.width + x) * result.channels + channel] - max(0, sum)) < 1e-4)
        }
      }
    }
  }

  private func sum(
    _ one: Case, _ map: FeatureMap, _ weights: [Float], _ top: Int, _ left: Int, _ channel: Int
  ) -> Float {
    var sum: Float = 0
    for row in 0..<one.kernel where 0..<map.height ~= top + row {
      for column in 0..<one.kernel where 0..<map.width ~= left + column {
        for input in 0..<map.channels {
          let value = map.values[((top + row) * map.width + left + column) * map.channels + input]
          sum += value * weights[((row * one.kernel + column) * map.channels + input) * one.channels.1 + channel]
        }
      }
    }
    return sum
  }

  /// Numbers between -1 and 1 in no order.
  private func numbers(_ count: Int) -> [Float] { (0..<count).map { Float($0 * 37 % 101) / 50 - 1 } }
}

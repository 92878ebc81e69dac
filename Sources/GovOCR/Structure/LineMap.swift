/// For every pixel whether a horizontal line runs through it: 1 yes, 0 unclear, -1 no.
///
/// A line is a ridge: darker than the paper on both sides of it. Before the comparison the picture is averaged along the
/// line, which turns dashes and dots into a paler line, and takes out noise; strokes of text stay separate, and between
/// them the paper is brighter than its surroundings, which speaks against a line.
struct LineMap {
  let width: Int
  let height: Int
  private(set) var votes: [Int8]

  /// - Parameters:
  ///   - pages: Both are searched: a pale blue line shows in the darkest channel, a black one on red in the brightest.
  ///   - reach: Pixels to either side over which is averaged.
  init(_ pages: [Raster], reach: Int) {
    width = pages.first?.width ?? 0
    height = pages.first?.height ?? 0
    votes = [Int8](repeating: 0, count: width * height)
    for page in pages { add(page, reach: reach) }
  }

  private mutating func add(_ page: Raster, reach: Int) {
    let smooth = page.averagedAlongRows(reach: reach)
    let (width, height) = (self.width, self.height)
    let threshold = Int16(LineMap.threshold(smooth))
    guard height > 2 * LineMap.thick else { return }
    smooth.pixels.withUnsafeBufferPointer { grey in
      votes.withUnsafeMutableBufferPointer { votes in
        for y in 0..<height {
          let rows = LineMap.neighbours(of: y, height: height)
          for x in 0..<width {
            let here = Int16(grey[y * width + x])
            let near = min(Int16(grey[rows.0 * width + x]), Int16(grey[rows.1 * width + x])) - here
            let far = min(Int16(grey[rows.2 * width + x]), Int16(grey[rows.3 * width + x])) - here
            if near > threshold || far > threshold {
              votes[y * width + x] = 1
            } else if near < -3 * threshold, votes[y * width + x] == 0 {
              votes[y * width + x] = -1
            }
          }
        }
      }
    }
  }

  /// Half the thickness of the thickest line that is one line.
  private static let thick = 6

  private static func neighbours(of y: Int, height: Int) -> (Int, Int, Int, Int) {
    func inside(_ row: Int) -> Int { min(max(0, row), height - 1) }
    // At the picture's edge the mirror image stands for what is cut off.
    func mirrored(_ row: Int) -> Int { inside(row < 0 ? -row : row >= height ? 2 * height - 2 - row : row) }
    return (mirrored(y - 3), mirrored(y + 3), mirrored(y - thick), mirrored(y + thick))
  }

  /// Three times the usual difference of neighbouring rows on plain paper: what noise does not reach.
  private static func threshold(_ page: Raster) -> Int {
    var counts = [Int](repeating: 0, count: 256)
    var total = 0
    for y in stride(from: 0, to: page.height - 3, by: 3) {
      for x in stride(from: 0, to: page.width, by: 5) {
        let difference = abs(Int(page[x, y]) - Int(page[x, y + 3]))
        guard difference < 40 else { continue }
        counts[difference] += 1
        total += 1
      }
    }
    var (level, seen) = (0, 0)
    while level < 255, seen + counts[level] < total * 6 / 10 {
      seen += counts[level]
      level += 1
    }
    return min(max(7, 4 * level), 24)
  }
}

extension Raster {
  /// Each pixel becomes the mean of its row from `reach` to the left to `reach` to the right.
  func averagedAlongRows(reach: Int) -> Raster {
    var result = self
    let (width, height) = (self.width, self.height)
    guard width > 2 * reach else { return self }
    let count = 2 * reach + 1
    pixels.withUnsafeBufferPointer { from in
      result.pixels.withUnsafeMutableBufferPointer { to in
        for y in 0..<height {
          let row = y * width
          var sum = 0
          for x in 0..<count { sum += Int(from[row + x]) }
          for x in reach..<width - reach {
            to[row + x] = UInt8(sum / count)
            guard x + reach + 1 < width else { break }
            sum += Int(from[row + x + reach + 1]) - Int(from[row + x - reach])
          }
        }
      }
    }
    return result
  }
}

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
  ///   - thresholds: For each page the contrast that makes a line; found on the pages when they are whole pictures.
  init(_ pages: [Raster], reach: Int, thresholds: [Int]? = nil) {
    width = pages.first?.width ?? 0
    height = pages.first?.height ?? 0
    votes = [Int8](repeating: 0, count: width * height)
    for (index, page) in pages.enumerated() {
      let smooth = page.averagedAlongRows(reach: reach)
      add(smooth, threshold: thresholds?[index] ?? LineMap.threshold(smooth))
    }
  }

  private mutating func add(_ smooth: Raster, threshold: Int) {
    let (width, height) = (self.width, self.height)
    guard height > 2 * LineMap.thick else { return }
    smooth.pixels.withUnsafeBufferPointer { grey in
      votes.withUnsafeMutableBufferPointer { votes in
        for y in 0..<height {
          let isInner = y >= LineMap.thick && y + LineMap.thick < height
          for x in stride(from: 0, to: width, by: LineMap.stretch) {
            let end = min(width, x + LineMap.stretch)
            if isInner, x + LineMap.stretch == end, LineMap.isPlain(grey, y * width + x, width, within: threshold) {
              continue
            }
            for x in x..<end { LineMap.vote(x, y, grey, width, height, Int16(threshold), &votes[y * width + x]) }
          }
        }
      }
    }
  }

  /// The pixels of a row that are looked at together, for most of a picture is plain paper.
  private static let stretch = 32

  /// Whether a stretch of a row differs so little from the rows above and below that there is nothing to vote for.
  ///
  /// Written so that a compiler makes it a few instructions for all pixels at once.
  @inline(__always)
  private static func isPlain(
    _ grey: UnsafeBufferPointer<UInt8>, _ first: Int, _ width: Int, within threshold: Int
  ) -> Bool {
    var most: UInt8 = 0
    let (near, far) = (3 * width, thick * width)
    for x in first..<first + stretch {
      let (above, below) = (grey[x &- near], grey[x &+ near])
      let (top, bottom) = (grey[x &- far], grey[x &+ far])
      let dark = min(min(min(above, below), min(top, bottom)), grey[x])
      let light = max(max(max(above, below), max(top, bottom)), grey[x])
      most = max(most, light &- dark)
    }
    return Int(most) <= threshold
  }

  @inline(__always)
  private static func vote(
    _ x: Int, _ y: Int, _ grey: UnsafeBufferPointer<UInt8>, _ width: Int, _ height: Int, _ threshold: Int16,
    _ vote: inout Int8
  ) {
    let rows = neighbours(of: y, height: height)
    func level(_ row: Int) -> Int16 { Int16(grey[row * width + x]) }
    let here = level(y)
    let (above, below) = (level(rows.near.0), level(rows.near.1))
    let near = min(above, below) - here
    let far = min(level(rows.far.0), level(rows.far.1)) - here
    if near > threshold || far > threshold || -near > threshold && max(above, below) < darkGround
      || isStep(here: y, of: height, threshold: 3 * threshold, level)
    {
      vote = 1
    } else if near < -3 * threshold, vote == 0 {
      vote = -1
    }
  }

  /// Ground on which a line may be lighter than the ground: a blue line in a red head.
  private static let darkGround: Int16 = 150

  /// Whether grey jumps and is level on both sides: a shaded head ends there, and a line of its colour is not to be seen.
  ///
  /// Beyond the picture's edge there is more of the same.
  private static func isStep(here y: Int, of height: Int, threshold: Int16, _ level: (Int) -> Int16) -> Bool {
    func grey(_ row: Int) -> Int16 { level(min(max(0, row), height - 1)) }
    let jump = abs(grey(y - 3) - grey(y + 3))
    func isLevel(_ distance: Int) -> Bool {
      4 * abs(grey(y - distance) - grey(y - 3)) < jump && 4 * abs(grey(y + distance) - grey(y + 3)) < jump
    }
    return jump > threshold && isLevel(thick) && isLevel(LineMap.level)
  }

  /// How far beside a jump the grey is level: farther than a double line reaches.
  private static let level = 9

  /// Half the thickness of the thickest line that is one line.
  private static let thick = 6

  /// The rows three and six above and below; at the picture's edge the mirror image stands for what is cut off.
  private static func neighbours(of y: Int, height: Int) -> (near: (Int, Int), far: (Int, Int)) {
    func inside(_ row: Int) -> Int { min(max(0, row), height - 1) }
    func mirrored(_ row: Int) -> Int { inside(row < 0 ? -row : row >= height ? 2 * height - 2 - row : row) }
    return ((mirrored(y - 3), mirrored(y + 3)), (mirrored(y - thick), mirrored(y + thick)))
  }

  /// Three times the usual difference of neighbouring rows on plain paper: what noise does not reach.
  static func threshold(_ page: Raster) -> Int {
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

/// How many pixels of a picture have each level of grey.
struct GreyCounts {
  private var counts = [Int](repeating: 0, count: 256)
  /// The number of pixels.
  private(set) var total = 0

  /// Counts nothing yet.
  init() {}

  init(_ page: Raster) {
    for value in page.pixels { counts[Int(value)] += 1 }
    total = page.pixels.count
  }

  /// Counts one more pixel.
  mutating func add(_ value: UInt8) {
    counts[Int(value)] += 1
    total += 1
  }

  /// The number of pixels of one level, 0 to 255.
  func count(of level: Int) -> Int { counts[level] }

  /// The level of the pixel that comes after `rank` others when they stand from dark to light; 255 beyond the last.
  func level(_ rank: Int) -> Int {
    var seen = 0
    for (level, count) in counts.enumerated() {
      seen += count
      if seen > rank { return level }
    }
    return 255
  }
}

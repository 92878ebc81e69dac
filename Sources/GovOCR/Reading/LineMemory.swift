/// What has been seen on lines, for when they are given again: forms that are tried in turn have cells in common, and a
/// figure whose first reading is doubted is read once more with all effort.
///
/// The same line looks the same to an engine every time, so a memory changes no result.
struct LineMemory<Seen> {
  /// How many pixels all remembered lines may have.
  let capacity: Int
  private var seen: [Raster: Seen] = [:]
  private var older: [Raster: Seen] = [:]
  private var pixels = 0

  init(capacity: Int) { self.capacity = capacity }

  /// What was seen on a line; found out by `look` when it is not remembered.
  mutating func recall(_ line: Raster, else look: (Raster) -> Seen) -> Seen {
    if let known = seen[line] { return known }
    let new = older[line] ?? look(line)
    guard 2 * line.pixels.count <= capacity else { return new }
    // Lines come again soon or never: the older half of a full memory is forgotten, unless it has been asked for since.
    if 2 * (pixels + line.pixels.count) > capacity { (seen, older, pixels) = ([:], seen, 0) }
    seen[line] = new
    pixels += line.pixels.count
    return new
  }
}

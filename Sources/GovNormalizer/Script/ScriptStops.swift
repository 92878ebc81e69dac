/// Where the walk over a text has to stop and look into the tables: nearly nowhere in text that stays as it is.
///
/// Three tables that are indexed, not searched. Text touches about 30 KB of them.
struct ScriptStops: Sendable {
  /// For every scalar below `ScalarIndex.limit`: which of `word`, `character` and `twice` it is.
  private var starts = [UInt8](repeating: 0, count: Int(ScalarIndex.limit))
  /// A bit for the first two scalars of every word, found by `pair`; now and then one that begins no word.
  private var pairs: [UInt64]
  /// For the Han characters of the basic plane: the UTF-8 of what the character becomes wherever it stands, the first
  /// byte lowest, unless it begins a word there. 0 for one that stays, has a condition, or does not become three bytes.
  private var simple = [UInt32](repeating: 0, count: endSimple - firstSimple)

  private static let word: UInt8 = 1
  private static let character: UInt8 = 2
  /// A character of two tables.
  private static let twice: UInt8 = 4
  private static let firstSimple = 0x3400
  private static let endSimple = 0xA000

  /// Gathers the stops of tables.
  ///
  /// - Parameter general: The table that simple characters are taken from; absent when there are none.
  init(_ tables: [ConversionTable], simple general: ConversionTable?) {
    // 1 bit in 16 is set at most, so that a chance hit stays rare.
    let words = tables.reduce(0) { $0 + $1.count }
    pairs = [UInt64](repeating: 0, count: words > 10_000 ? 1 << 13 : 1 << 10)
    for table in tables {
      table.forEachKey { key, _ in note(key) }
    }
    general?.forEachKey { key, value in noteSimple(key, value) }
  }

  private mutating func note(_ key: UnsafeBufferPointer<UInt8>) {
    let first = decodeScalar(key, at: 0)
    guard first.length < key.count else {
      let isKnown = starts[Int(first.value)] & ScriptStops.character != 0
      starts[Int(first.value)] |= isKnown ? ScriptStops.twice : ScriptStops.character
      return
    }
    let second = decodeScalar(key, at: first.length).value
    starts[Int(first.value)] |= ScriptStops.word
    let bit = ScriptStops.pair(first.value, second, in: pairs.count)
    pairs[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private mutating func noteSimple(_ key: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>?) {
    let scalar = Int(decodeScalar(key, at: 0).value)
    guard key.count == 3, let value, value.count == 3, !key.elementsEqual(value),
      starts[scalar] & ScriptStops.twice == 0, scalar >= ScriptStops.firstSimple, scalar < ScriptStops.endSimple
    else { return }
    simple[scalar - ScriptStops.firstSimple] = UInt32(value[0]) | UInt32(value[1]) << 8 | UInt32(value[2]) << 16
  }

  /// The bit for two scalars among `words` times 64; `words` is a power of two.
  @inline(__always)
  private static func pair(_ first: UInt32, _ second: UInt32, in words: Int) -> Int {
    let mixed = (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77)
    return Int(truncatingIfNeeded: mixed >> 13 ^ mixed) & (words << 6 - 1)
  }

  /// Lends the tables to a walk.
  func withView<Result>(_ body: (View) -> Result) -> Result {
    starts.withUnsafeBufferPointer { starts in
      pairs.withUnsafeBufferPointer { pairs in
        simple.withUnsafeBufferPointer { simple in body(View(starts: starts, pairs: pairs, simple: simple)) }
      }
    }
  }

  /// The tables during a walk; not to be kept.
  struct View {
    fileprivate let starts: UnsafeBufferPointer<UInt8>
    fileprivate let pairs: UnsafeBufferPointer<UInt64>
    fileprivate let simple: UnsafeBufferPointer<UInt32>

    /// Whether something may have to be done about the scalar, which `next` bytes in ends.
    @inline(__always)
    func stops(at scalar: UInt32, before next: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
      guard scalar >= 0x800, scalar < ScalarIndex.limit else { return false }
      let start = starts[Int(scalar)]
      if start == 0 { return false }
      return start & ScriptStops.character != 0 || mayBeginWord(scalar, before: next, in: utf8)
    }

    /// Whether a word may begin with the scalar, which `next` bytes in ends, and the one behind it.
    @inline(__always)
    private func mayBeginWord(_ scalar: UInt32, before next: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
      guard next < utf8.count else { return false }
      let bit = ScriptStops.pair(scalar, decodeScalar(utf8, at: next).value, in: pairs.count)
      return pairs[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    /// Whether nothing is to be done about a scalar of the basic plane, whatever follows.
    @inline(__always)
    func isIdle(_ scalar: UInt32) -> Bool { starts[Int(scalar)] == 0 }

    /// The three bytes that the scalar, which `next` bytes in ends, becomes there, the first lowest; 0 when that needs a
    /// look.
    @inline(__always)
    func simpleReplacement(of scalar: UInt32, before next: Int, in utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
      let index = Int(scalar) - ScriptStops.firstSimple
      guard index >= 0, index < simple.count, simple[index] != 0 else { return 0 }
      let isAlone = starts[Int(scalar)] & ScriptStops.word == 0 || !mayBeginWord(scalar, before: next, in: utf8)
      return isAlone ? simple[index] : 0
    }
  }
}

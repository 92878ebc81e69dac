/// Folds full-width digits and letters to ASCII: ２０２１年ＡＢ → 2021年AB.
///
/// Nothing else has its width changed, in either direction: （ ， ％ ． and the ideographic space stay as they are, as do
/// ① ㎡ ℃, which are characters of their own. A change is a whole run of digits and letters.
package struct WidthFolding: TextRewriting {
  package let pass = "width"

  /// Makes the folding.
  package init() {}

  package func forEachChange(in utf8: UnsafeBufferPointer<UInt8>, _ body: (TextChange) -> Void) {
    var run: [UInt8] = []
    var start = (byte: 0, scalar: 0)
    var byte = 0
    var scalar = 0
    func report() {
      guard !run.isEmpty else { return }
      run.withUnsafeBufferPointer { replacement in
        body(TextChange(scalars: start.scalar..<scalar, bytes: start.byte..<byte, replacement: replacement))
      }
      run.removeAll(keepingCapacity: true)
    }
    while byte < utf8.count {
      let (value, length) = decodeScalar(utf8, at: byte)
      if let folded = WidthFolding.ascii(value) {
        if run.isEmpty { start = (byte, scalar) }
        run.append(folded)
      } else {
        report()
      }
      byte += length
      scalar += 1
    }
    report()
  }

  /// The ASCII digit or letter of a full-width one.
  private static func ascii(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: UInt8(scalar - 0xFF10 + 0x30)
    default: nil
    }
  }
}

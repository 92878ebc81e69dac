/// How the bytes of a page came to be shown, as far as the document tells.
struct Display: Sendable, Hashable {
  /// Whether NFKC folded full-width marks to ASCII, so that "," may stand for ，.
  let isFolded: Bool
  /// Whether the decoder kept an ASCII byte behind a lead byte that has no partner, as the WHATWG Encoding Standard (GB 18030
  /// decoder) and Python do; others swallow it.
  let keepsASCII: Bool
}

extension Evidence {
  /// How the document's bytes came to be shown.
  var display: Display { Display(isFolded: isFolded, keepsASCII: orphans.keepsASCII) }
}

/// What a list of CSS declarations says about the few properties that matter here; `nil` where it says nothing.
struct StyleEffect: Sendable, Hashable {
  /// `false` for `display: none`.
  var isDisplayed: Bool?
  /// `false` for `visibility: hidden` and `collapse`.
  var isVisible: Bool?
  /// `false` for a font size of zero, `true` for any other.
  var hasFontSize: Bool?
  /// Whether the box takes no room or lies off the page: zero height with clipped overflow, far negative offsets,
  /// zero opacity.
  var isOutOfSight: Bool?
  /// Whether the weight is bold.
  var isBold: Bool?
  /// Whether lines are centred.
  var isCentred: Bool?
  /// Whether white space is kept.
  var keepsWhiteSpace: Bool?
  /// `true` where a line runs through the text; rules that only say where there is none are on every page.
  var isStruckOut: Bool?
  /// `true` where the text stands above its line.
  var isRaised: Bool?

  /// `true` for a box inside a line that is set apart: a cell, a float, a block of some width.
  var isBoxed: Bool?

  /// Whether nothing was said.
  var isEmpty: Bool { self == StyleEffect() }

  /// Reads the declarations of a `style` attribute or of a rule.
  init(declarations: ArraySlice<UInt8>) {
    var box = BoxSize()
    forEachDeclaration(in: declarations) { name, value in
      apply(name, value)
      box.apply(name, value)
    }
    if box.isZero { isOutOfSight = true }
    if box.isSetApart { isBoxed = true }
  }

  init() {}

  /// Lets later declarations win over these.
  mutating func merge(_ later: StyleEffect) {
    isDisplayed = later.isDisplayed ?? isDisplayed
    isVisible = later.isVisible ?? isVisible
    hasFontSize = later.hasFontSize ?? hasFontSize
    isOutOfSight = later.isOutOfSight ?? isOutOfSight
    isBold = later.isBold ?? isBold
    isCentred = later.isCentred ?? isCentred
    keepsWhiteSpace = later.keepsWhiteSpace ?? keepsWhiteSpace
    isStruckOut = later.isStruckOut ?? isStruckOut
    isRaised = later.isRaised ?? isRaised
    isBoxed = later.isBoxed ?? isBoxed
  }

  private mutating func apply(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    if name.equalsLowercased("display") {
      isDisplayed = !value.startsLowercased("none")
    } else if name.equalsLowercased("visibility") {
      isVisible = !(value.startsLowercased("hidden") || value.startsLowercased("collapse"))
    } else if name.equalsLowercased("font-size") {
      hasFontSize = !isZeroLength(value)
    } else if name.equalsLowercased("font-weight") {
      isBold = isBoldWeight(value)
    } else if name.equalsLowercased("font") {
      if value.containsLowercased("bold") { isBold = true }
    } else if name.equalsLowercased("text-align") {
      isCentred = value.startsLowercased("center")
    } else if name.equalsLowercased("white-space") {
      keepsWhiteSpace = value.startsLowercased("pre")
    } else if name.equalsLowercased("text-decoration") || name.equalsLowercased("text-decoration-line") {
      if value.containsLowercased("line-through") { isStruckOut = true }
    } else if name.equalsLowercased("vertical-align") {
      if value.startsLowercased("super") { isRaised = true }
    } else if name.equalsLowercased("opacity") {
      isOutOfSight = isZeroLength(value)
    } else if name.equalsLowercased("text-indent") || name.equalsLowercased("left")
      || name.equalsLowercased("top") || name.equalsLowercased("margin-left")
    {
      if isFarNegative(value) { isOutOfSight = true }
    }
  }
}

/// The extent of a box, for telling one that shows nothing from one that keeps text apart.
private struct BoxSize {
  private var hasZeroWidth = false
  private var hasZeroHeight = false
  private var clips = false
  private var hasWidth = false
  private var isInlineBlock = false
  private var isCellOrFloat = false

  /// A cell, a float, or a block in a line whose width is said: columns that are made without a table.
  var isSetApart: Bool { isCellOrFloat || (isInlineBlock && hasWidth) }

  /// Zero in both directions, or in one with what sticks out clipped.
  var isZero: Bool { (hasZeroWidth && hasZeroHeight) || ((hasZeroWidth || hasZeroHeight) && clips) }

  mutating func apply(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    if name.equalsLowercased("width") || name.equalsLowercased("max-width") { hasZeroWidth = isZeroLength(value) }
    if name.equalsLowercased("width") || name.equalsLowercased("min-width") {
      hasWidth = value.first?.isASCIIDigit ?? false && !isZeroLength(value)
    }
    if name.equalsLowercased("display") {
      isInlineBlock = value.startsLowercased("inline-block")
      isCellOrFloat = isCellOrFloat || value.startsLowercased("table-cell")
    }
    if name.equalsLowercased("float") {
      isCellOrFloat = value.startsLowercased("left") || value.startsLowercased("right")
    }
    if name.equalsLowercased("height") || name.equalsLowercased("max-height") { hasZeroHeight = isZeroLength(value) }
    if name.equalsLowercased("overflow") { clips = value.startsLowercased("hidden") }
  }
}

/// Calls `body` with the trimmed name and value of every declaration.
func forEachDeclaration(
  in list: ArraySlice<UInt8>, _ body: (_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Void
) {
  var start = list.startIndex
  while start < list.endIndex {
    let end = list[start...].firstIndex(of: UInt8(ascii: ";")) ?? list.endIndex
    if let colon = list[start..<end].firstIndex(of: UInt8(ascii: ":")) {
      body(list[start..<colon].trimmedASCII, list[(colon + 1)..<end].trimmedASCII)
    }
    start = end + 1
  }
}

/// Whether a length is zero: `0`, `0px`, `0.0em`.
private func isZeroLength(_ value: ArraySlice<UInt8>) -> Bool {
  guard let first = value.first, first == UInt8(ascii: "0") || first == UInt8(ascii: ".") else { return false }
  return !value.prefix { $0 == UInt8(ascii: ".") || $0.isASCIIDigit }.contains { $0 > UInt8(ascii: "0") }
}

/// Whether a length moves its text out of every window: `-9999px`, `-1000em`.
private func isFarNegative(_ value: ArraySlice<UInt8>) -> Bool {
  value.first == UInt8(ascii: "-") && value.dropFirst().prefix { $0.isASCIIDigit }.count >= 3
}

private func isBoldWeight(_ value: ArraySlice<UInt8>) -> Bool {
  if value.startsLowercased("bold") { return true }
  guard let first = value.first else { return false }
  return value.count >= 3 && first >= UInt8(ascii: "6") && first <= UInt8(ascii: "9")
}

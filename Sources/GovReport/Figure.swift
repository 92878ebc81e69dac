import FoundationEssentials

/// What one cell of a statutory table states. Blank, 无, 0 and unreadable are four different statements.
public enum Figure: Sendable, Hashable {
  /// A whole number; negative only for a change (本年增/减).
  case count(Int)
  /// A decimal number in the printed unit, which is never converted; an empty unit when none is printed.
  case amount(Decimal, unit: String)
  /// The page states that there is none: 无, /, - or —, as printed.
  case statedNone(String)
  /// The cell is empty.
  case blank
  /// Something stands there that no reader could make out; the text is what was seen, for a person.
  case unreadable(String)
}

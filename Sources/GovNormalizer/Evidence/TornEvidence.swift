/// What the document shows of how a decoder treated bytes that make no pair, where UTF-8 was read as GBK.
///
/// Counted is what one kind of decoder does and another cannot have done; the signs alone do not tell, since U+FFFD becomes
/// "?" on the way to a page in another encoding.
struct TornEvidence: Sendable, Hashable {
  /// Characters of which both bytes behind the lead are one sign.
  var pairs = 0
  /// Characters that lost their lead byte together with the last byte of the character before.
  var leadless = 0
  /// Characters that lost their second byte alone, or two bytes to two signs.
  var singles = 0
  /// Characters that lost their third byte where no byte below 40 stands behind it.
  var thirds = 0
  /// Bytes 80 that show as €.
  var euros = 0
  /// Signs that are U+FFFD, and that are "?".
  var replacements = 0
  var questions = 0

  /// How bytes that make no pair were treated.
  enum Decoder {
    /// As Windows does: a lead byte takes what stands behind it along, so that one "?" shows for both; so does 80.
    case swallowing
    /// As WHATWG's standard says (gb18030 decoder, step 5 and 6): U+FFFD for a pair without a character, but an ASCII byte
    /// behind a lead byte stays; 80 is €.
    case pairwise
    /// As Python's codecs do: U+FFFD for the lead byte alone, and for 80.
    case single
  }

  /// The decoder to which the least is impossible. In doubt it swallows, since a digit that is lost must not stay unseen;
  /// but those that do so show "?".
  var decoder: Decoder {
    let (swallowing, pairwise, single) = (singles + euros, singles + thirds, pairs + leadless + euros)
    if swallowing <= min(pairwise, single), questions >= replacements || swallowing < min(pairwise, single) {
      return .swallowing
    }
    return pairwise <= single ? .pairwise : .single
  }

  /// Adds what another part of the document shows.
  mutating func add(_ other: TornEvidence) {
    pairs += other.pairs
    leadless += other.leadless
    singles += other.singles
    thirds += other.thirds
    euros += other.euros
    replacements += other.replacements
    questions += other.questions
  }
}

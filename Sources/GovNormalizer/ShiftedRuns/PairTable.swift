import GovEncoding

/// GBK's pairs as the search for shifted runs needs them: by number, with the kind beside the character.
///
/// Made once, when the first shifted run is met; a document without one never pays for it.
struct PairTable: Sendable {
  static let shared = PairTable()

  /// For `lead << 8 | trail` the scalar in the low 16 bits and the character's kind above; 0 for a pair without one.
  private let entries: [UInt32]
  /// For every lead byte the trail bytes, 81 and above, with which it is no character: such a pair vanishes.
  private let vanishing: [[UInt8]]
  /// The bytes that begin some vanishing pair.
  let vanishingLeads: [UInt8]

  private init() {
    var entries = [UInt32](repeating: 0, count: 0x10000)
    var vanishing = [[UInt8]](repeating: [], count: 256)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        if let scalar = GBK.scalar(lead: lead, trail: trail) {
          entries[Int(lead) << 8 | Int(trail)] = scalar.value | UInt32(Han.kind(scalar.value).rawValue) << 16
        } else if trail >= 0x81 {
          vanishing[Int(lead)].append(trail)
        }
      }
    }
    self.entries = entries
    self.vanishing = vanishing
    vanishingLeads = (UInt8(0x81)...0xFE).filter { !vanishing[Int($0)].isEmpty }
  }

  /// The character of a pair and its kind; `nil` for a pair without one.
  @inline(__always)
  func character(_ lead: UInt8, _ trail: UInt8) -> (scalar: UInt32, kind: Han.Kind)? {
    let entry = entries[Int(lead) << 8 | Int(trail)]
    return entry == 0 ? nil : (entry & 0xFFFF, Han.Kind(rawValue: UInt8(truncatingIfNeeded: entry >> 16)))
  }

  /// The trail bytes with which `lead` vanishes.
  func vanishingTrails(of lead: UInt8) -> [UInt8] { vanishing[Int(lead)] }
}

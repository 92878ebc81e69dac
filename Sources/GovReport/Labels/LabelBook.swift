import GovForms

/// Every label of every form, ready to be looked up.
struct LabelBook: Sendable {
  /// The labels; what is known of a label's spelling stands at the same index in the other arrays.
  let labels: [Label]
  let spellings: [FoldedLabel]
  /// The number of characters of the spelling.
  let lengths: [Int]
  /// One bit per character (modulo 64) of the spelling: a cheap lower bound of the distance.
  let signatures: [UInt64]
  /// The indices of the labels by the hash of their spelling; -1 for an empty slot. The size is a power of two.
  private let slots: [Int32]

  /// The labels of all forms.
  static let statutory = LabelBook(forms: StatutoryForm.all)

  init(forms: [StatutoryForm]) {
    var draft = LabelDraft()
    for form in forms {
      for table in form.tables { draft.add(table, of: form.identifier) }
    }
    labels = zip(draft.roles, draft.forms).map { Label(roles: $0, forms: $1) }
    spellings = draft.spellings
    lengths = draft.spellings.map(\.count)
    signatures = draft.spellings.map { signature(of: $0[...]) }
    var slots = [Int32](repeating: -1, count: 4096)
    for (index, spelling) in draft.spellings.enumerated() {
      var slot = labelHash(spelling[...]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
    self.slots = slots
  }

  /// The label with exactly this folded spelling.
  func index(of folded: ArraySlice<UInt16>) -> Int? {
    var slot = labelHash(folded) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if spellings[index].elementsEqual(folded) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

/// FNV-1a over the characters; the standard hash costs more than all the rest of a lookup.
private func labelHash(_ folded: ArraySlice<UInt16>) -> Int {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for unit in folded { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3 }
  return Int(truncatingIfNeeded: hash ^ hash >> 32)
}

/// The labels while they are collected from the forms.
private struct LabelDraft {
  private(set) var spellings: [FoldedLabel] = []
  private(set) var roles: [[LabelRole]] = []
  private(set) var forms: [Set<FormIdentifier>] = []
  private var places: [FoldedLabel: Int] = [:]

  mutating func add(_ table: FormTable, of form: FormIdentifier) {
    guard let kind = TableKind(rawValue: table.identifier) else { return }
    for part in table.parts {
      for frame in [part.heading, part.corner, part.banner, kind == .statistics ? "单位" : nil] {
        if let frame { add(frame, role: .frame(kind), form: form) }
      }
      for column in part.columns {
        add(path: column.path, aliases: [], role: .column(kind, Name(column.identifier)), form: form)
      }
      for row in part.rows {
        add(path: row.path, aliases: row.aliases, role: .row(kind, Name(row.identifier)), form: form)
      }
    }
  }

  private mutating func add(path: [String], aliases: [String], role: LabelRole, form: FormIdentifier) {
    for outer in path.dropLast() { add(outer, role: .frame(role.table), form: form) }
    guard let last = path.last else { return }
    for spelling in [last] + aliases { add(spelling, role: role, form: form) }
  }

  private mutating func add(_ spelling: String, role: LabelRole, form: FormIdentifier) {
    for variant in variants(of: spelling) where !variant.isEmpty { insert(variant, role: role, form: form) }
  }

  /// The label whole, without its enumerator, without the remark in brackets at its end, and in the words that
  /// mirrors exchange (文件 for 档案, 信息 for 资讯).
  private func variants(of spelling: String) -> [FoldedLabel] {
    let folded = foldLabel(spelling)
    let parts = LabelParts(spelling)
    var variants = [folded, FoldedLabel(folded[parts.enumerator...])]
    if let remark = parts.remark {
      variants.append(FoldedLabel(folded[..<remark]))
      if parts.enumerator < remark { variants.append(FoldedLabel(folded[parts.enumerator..<remark])) }
    }
    return variants + variants.map { exchanged.reduce($0) { replacing($1.official, by: $1.mirrored, in: $0) } }
  }

  private func replacing(_ word: FoldedLabel, by other: FoldedLabel, in label: FoldedLabel) -> FoldedLabel {
    guard contains(label, word) else { return label }
    var result: FoldedLabel = []
    var index = 0
    while index < label.count {
      let isWord = label[index...].starts(with: word)
      result += isWord ? other[...] : label[index...index]
      index += isWord ? word.count : 1
    }
    return result
  }

  private mutating func insert(_ folded: FoldedLabel, role: LabelRole, form: FormIdentifier) {
    if let place = places[folded] {
      if !roles[place].contains(role) { roles[place].append(role) }
      forms[place].insert(form)
      return
    }
    places[folded] = spellings.count
    spellings.append(folded)
    roles.append([role])
    forms.append([form])
  }
}

/// The words of labels that mirrors exchange.
private let exchanged = [("信息", "资讯"), ("文件", "档案")].map { (official: foldLabel($0), mirrored: foldLabel($1)) }

/// One bit per character, modulo 64.
func signature(of folded: ArraySlice<UInt16>) -> UInt64 {
  folded.reduce(0) { $0 | 1 << UInt64($1 & 63) }
}

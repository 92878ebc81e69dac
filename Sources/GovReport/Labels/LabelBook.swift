import GovForms

/// The statutory tables, whatever the form.
enum TableKind: String, CaseIterable, Hashable {
  case disclosure, requests, review, statistics
}

/// What a printed label can mean. One label may mean several things; the place decides.
enum LabelRole: Hashable {
  /// A row of a table, by its identifier.
  case row(TableKind, String)
  /// A column of a table, by its identifier.
  case column(TableKind, String)
  /// A label above other labels, a heading inside the table, or its corner.
  case frame(TableKind)

  var table: TableKind {
    switch self {
    case .row(let table, _), .column(let table, _), .frame(let table): table
    }
  }
}

/// A label of the forms with its folded spelling.
struct Label {
  var folded: FoldedLabel
  var roles: [LabelRole]
  /// The forms that print it.
  var forms: Set<FormIdentifier>
  /// One bit per character (modulo 64): a cheap lower bound of the distance.
  let signature: UInt64
}

/// The words of labels that mirrors exchange.
private let exchanged = [("信息", "资讯"), ("文件", "档案")].map { (official: foldLabel($0), mirrored: foldLabel($1)) }

/// Every label of every form, ready to be looked up.
struct LabelBook {
  private(set) var labels: [Label] = []
  private var exact: [FoldedLabel: Int] = [:]

  /// The labels of all forms.
  static let statutory = LabelBook(forms: StatutoryForm.all)

  init(forms: [StatutoryForm]) {
    for form in forms {
      for table in form.tables { add(table, of: form.identifier) }
    }
  }

  /// The label with exactly this folded spelling.
  func index(of folded: FoldedLabel) -> Int? { exact[folded] }

  private mutating func add(_ table: FormTable, of form: FormIdentifier) {
    guard let kind = TableKind(rawValue: table.identifier) else { return }
    for part in table.parts {
      for frame in [part.heading, part.corner, part.banner, kind == .statistics ? "单位" : nil] {
        if let frame { add(frame, role: .frame(kind), form: form) }
      }
      for column in part.columns {
        add(path: column.path, aliases: [], role: .column(kind, column.identifier), form: form)
      }
      for row in part.rows {
        add(path: row.path, aliases: row.aliases, role: .row(kind, row.identifier), form: form)
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
  private func variants(of spelling: String) -> Set<FoldedLabel> {
    let bare = String(withoutEnumerator(spelling))
    let spellings = Set([spelling, bare, withoutRemark(spelling), withoutRemark(bare)].map(foldLabel))
    return spellings.union(spellings.map { exchanged.reduce($0) { replacing($1.official, by: $1.mirrored, in: $0) } })
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
    if let index = exact[folded] {
      if !labels[index].roles.contains(role) { labels[index].roles.append(role) }
      labels[index].forms.insert(form)
      return
    }
    exact[folded] = labels.count
    labels.append(Label(folded: folded, roles: [role], forms: [form], signature: signature(of: folded)))
  }
}

/// A label without the remark in brackets that ends it: 本年收费金额(单位:万元) → 本年收费金额.
func withoutRemark(_ label: String) -> String {
  guard let last = label.unicodeScalars.last, last == ")" || last == "）",
    let open = label.unicodeScalars.lastIndex(where: { $0 == "(" || $0 == "（" }),
    open > label.unicodeScalars.startIndex
  else { return label }
  return String(label.unicodeScalars[..<open])
}

/// One bit per character, modulo 64.
func signature(of folded: FoldedLabel) -> UInt64 {
  folded.reduce(0) { $0 | 1 << UInt64($1 & 63) }
}

/// What a passage is by its own words, wherever it stands.
enum PassageRole: Hashable {
  /// Nothing in particular: text, a picture, data.
  case content
  /// A trail to the page, a menu.
  case trail
  /// Sharing, printing, font size, the article before and after.
  case toolbar
  /// A line that stands in footers only.
  case footer
  /// A line that stands in footers and in reports, such as an address.
  case contact
  /// Labelled statements about the page: source, date, index number.
  ///
  /// The statements are `Passages.fields` at this index.
  case information(Int)
}

extension Passages {
  /// Works out number, heading level and role of every passage, once.
  mutating func readLines(of page: Page) {
    for index in list.indices {
      switch list[index].kind {
      case .image: break
      case .table(let table):
        let found = informationFields(of: tables[table])
        if !found.isEmpty { note(found, at: index) }
      case .text: readLine(at: index, page)
      }
    }
    joinLabelsWithValues(page)
  }

  /// Whether a passage is printed as the caption of the picture before it: `<figcaption>`, or `图1 …`.
  private func isCaption(_ index: Int, _ text: ArraySlice<UInt8>, _ page: Page) -> Bool {
    guard index > 0, case .image = list[index - 1].kind, text.count <= 150 else { return false }
    if page.nodes[list[index].container].tag == .figcaption { return true }
    guard text.starts(with: "图") || text.starts(with: "圖") else { return false }
    let rest = text.dropFirst(3).trimmedASCII
    return (rest.first?.isASCIIDigit ?? false) || numerals.contains { rest.starts(with: $0) }
  }

  private mutating func note(_ found: [PrintedField], at index: Int) {
    list[index].role = .information(fields.count)
    fields.append(found)
  }

  /// Gives a label in an element of its own the text of the next element as its value: `<dt>索引号：</dt><dd>…</dd>`.
  private mutating func joinLabelsWithValues(_ page: Page) {
    for index in list.indices.dropLast() {
      guard let kind = lonelyLabel(at: index, page) else { continue }
      let value = list[index + 1]
      guard case .text = value.kind, case .content = value.role, value.heading == nil, value.count <= 180 else {
        continue
      }
      note([PrintedField(kind: kind, value: String(decoding: text(value), as: UTF8.self))], at: index)
      note([], at: index + 1)
    }
  }

  /// What a passage is the label of, when it is a label without a value.
  private func lonelyLabel(at index: Int, _ page: Page) -> PrintedField.Kind? {
    if case .information(let place) = list[index].role, fields[place].count == 1, fields[place][0].value.isEmpty {
      return fields[place][0].kind
    }
    guard page.nodes[list[index].container].tag == .dt, list[index].count <= 40 else { return nil }
    return fieldKind(ofLabel: Line(text(list[index])))
  }

  private mutating func readLine(at index: Int, _ page: Page) {
    let text = text(list[index])
    list[index].number = beginsWithNumber(text) ? printedNumber(of: Line(text.prefix(numberPrefix)))?.level : nil
    // Whatever ends a sentence and goes on is running text: none of the rules for lines takes it.
    guard text.count <= longestLine, !(text.count > 120 && text.contains("。")) else { return }
    list[index].isCaption = isCaption(index, text, page)
    let line = Line(text)
    if let found = statements(line, of: list[index], text, page) { return note(found, at: index) }
    list[index].heading = headingLevel(of: line)
    list[index].role = role(of: line)
  }

  /// What a line of labelled values states; `nil` for any other line.
  ///
  /// Values are often set apart by the style of their elements or by the lines of the source only
  /// (`<span>来源：县局</span><span>浏览：3</span>`), so they are read from the source again, with a space between nodes.
  private func statements(_ line: Line, of passage: Passage, _ text: ArraySlice<UInt8>, _ page: Page) -> [PrintedField]?
  {
    guard text.contains("：") || text.contains(UInt8(ascii: ":")) else { return nil }
    let apart = Line(spacedText(of: passage, page))
    return isMetadataLine(line) || isMetadataLine(apart) ? printedFields(of: apart) : nil
  }

  private func spacedText(of passage: Passage, _ page: Page) -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    for node in passage.node...passage.lastNode
    where page.nodes[node].tag == .text && page.nodes[node].style.isDisjoint(with: .unseen) {
      text += page.text(of: node)
      text.append(0x20)
    }
    return text[...]
  }
}

/// Bytes of text in which a printed number with its mark ends.
private let numberPrefix = 48

/// Bytes beyond which a passage is no line: 200 characters.
private let longestLine = 600

private func role(of line: Line) -> PassageRole {
  if isToolbar(line) { return .toolbar }
  if isBreadcrumb(line) || isMenu(line) { return .trail }
  switch footerEvidence(of: line) {
  case .strong: return .footer
  case .weak: return .contact
  case .none: return .content
  }
}

/// Whether a text could begin with a printed number: a quick look before the line is prepared.
func beginsWithNumber(_ text: ArraySlice<UInt8>) -> Bool {
  guard let first = text.first else { return false }
  switch first {
  case 0x30...0x39, UInt8(ascii: "("), 0xE2, 0xEF: return true
  case 0xE3...0xE9:
    return numerals.contains { text.starts(with: $0) }
  default: return false
  }
}

private let numerals: [StaticString] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第", "〇", "百"]

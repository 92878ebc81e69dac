/// A statement of a page about itself, printed as label and value: 来源：本网.
package struct PrintedField: Sendable, Hashable {
  package let kind: Kind
  /// The value as printed, without white space at its ends; empty when none is printed.
  package let value: String

  /// What is stated.
  package enum Kind: Sendable, Hashable {
    /// When the page was published.
    case date
    /// When the document was made, where it may differ from the publication.
    case documentDate
    /// 来源: where the text comes from.
    case source
    /// 发布机构: the office that published it.
    case publisher
    case indexNumber
    case documentNumber
    case title
    /// Anything else that is no part of the report: author, clicks, font size, topic.
    case other
  }
}

/// The labelled statements of a line, in order; empty when the line states nothing about the page.
///
/// A label must be followed by a colon. A line may begin with a date without a label.
package func printedFields(of line: Line) -> [PrintedField] {
  let labels = labels(in: line)
  guard let first = labels.first else { return [] }
  let opening = line.text(0..<first.start)
  let date = isDateLine(Line(opening)) ? [PrintedField(kind: .date, value: opening)] : []
  return date + labels.fields(of: line)
}

/// The kind of statement that a text is the label of, with or without a colon; `nil` for any other text.
///
/// For header tables, where label and value stand in cells of their own.
package func fieldKind(ofLabel line: Line) -> PrintedField.Kind? {
  var text = line.compact
  while let last = text.last, last == 0x3A || last == 0x5D { text.removeLast() }
  while text.first == 0x5B { text.removeFirst() }
  return fieldLabels.first { $0.word.scalars == text }?.kind
}

/// Whether a line consists of statements about the page and of nothing else: date, source, clicks, font size.
package func isMetadataLine(_ line: Line) -> Bool {
  guard !line.isCut, line.compact.count <= 160 else { return false }
  let labels = labels(in: line)
  guard let first = labels.first else { return false }
  let opening = line.folded[..<first.start].filter { $0 != 0x20 }
  guard opening.count <= 40, opening.allSatisfy(isFiller) || isDateLine(Line(line.text(0..<first.start))) else {
    return false
  }
  return labels.fields(of: line).allSatisfy { isShort($0.value) } && !line.compact.contains(0x3002)
}

private func isShort(_ value: String) -> Bool { value.unicodeScalars.count <= 60 }

private func isFiller(_ scalar: UInt32) -> Bool { scalar < 0x80 && !(0x61...0x7A).contains(scalar) }

/// A label found in a line.
private struct FieldLabel {
  let kind: PrintedField.Kind
  let start: Int
  /// Where the value begins, behind the colon.
  let valueStart: Int
}

extension [FieldLabel] {
  /// Each label with the text up to the next one.
  fileprivate func fields(of line: Line) -> [PrintedField] {
    indices.map { index in
      let end = index + 1 < count ? self[index + 1].start : line.folded.count
      return PrintedField(kind: self[index].kind, value: trimmedValue(line, self[index].valueStart..<end))
    }
  }
}

/// The value without the separators around it: | [ ] 【 】 and white space.
private func trimmedValue(_ line: Line, _ range: Range<Int>) -> String {
  func isSeparator(_ scalar: UInt32) -> Bool { [0x20, 0x7C, 0x5B, 0x5D, 0x3B, 0x2F].contains(scalar) }
  var range = range
  while let first = range.first, isSeparator(line.folded[first]) { range = range.dropFirst() }
  while let last = range.last, isSeparator(line.folded[last]) { range = range.dropLast() }
  return line.text(range)
}

/// The labels of a line from left to right; spaces may stand between the characters of a label and before the colon.
///
/// The first label stands by itself; a later one may follow a value without anything between (本网责任编辑：).
private func labels(in line: Line) -> [FieldLabel] {
  let text = line.folded
  guard text.contains(0x3A) else { return [] }
  var found: [FieldLabel] = []
  var index = 0
  while index < text.count {
    let isOpen = index == 0 || !isHan(text[index - 1]) || !found.isEmpty
    guard isOpen, let (kind, end) = label(in: text, at: index) else {
      index += 1
      continue
    }
    found.append(FieldLabel(kind: kind, start: index, valueStart: end))
    index = end
  }
  return found
}

private func isHan(_ scalar: UInt32) -> Bool { (0x3400...0x9FFF).contains(scalar) }

private func label(in text: [UInt32], at index: Int) -> (PrintedField.Kind, Int)? {
  guard labelStarts[Int(text[index]) % labelStarts.count] else { return nil }
  for candidate in fieldLabels where candidate.word.scalars.first == text[index] {
    if let end = end(of: candidate.word, in: text, at: index) { return (candidate.kind, end) }
  }
  return nil
}

/// Behind the colon that follows a word, skipping spaces; `nil` when the word or the colon is not there.
private func end(of word: LineWord, in text: [UInt32], at start: Int) -> Int? {
  var index = start
  for scalar in word.scalars + [0x3A] {
    while index < text.count, text[index] == 0x20 || (scalar == 0x3A && text[index] == 0x5D) { index += 1 }
    guard index < text.count, text[index] == scalar else { return nil }
    index += 1
  }
  return index
}

/// Whether a label may begin with a scalar, by its remainder: hardly any character of a line does.
private let labelStarts: [Bool] = fieldLabels.reduce(into: Array(repeating: false, count: 1024)) { starts, label in
  if let first = label.word.scalars.first { starts[Int(first) % starts.count] = true }
}

private let fieldLabels: [(word: LineWord, kind: PrintedField.Kind)] = {
  let words: [(PrintedField.Kind, String)] = [
    (.date, "发布时间 发布日期 公开日期 公开时间 公布日期 信息时间 发表时间 发稿时间 添加时间 更新时间 更新日期 录入时间 上传时间 时间 日期 发布于"),
    (.documentDate, "发文日期 成文日期 生成日期 印发日期 制发日期 发文时间 成文时间"),
    (.source, "来源 信息来源 文章来源 稿件来源 稿源 新闻来源 内容来源 来源单位 转载来源 文稿来源"),
    (.publisher, "发布机构 发布单位 发布部门 发文机关 发文机构 发文单位 公开机构 公开单位 信息提供单位 供稿单位 供稿 制作机关 发布者 责任部门"),
    (.indexNumber, "索引号 索引 信息索引号 索引编号 信息索引"), (.documentNumber, "文号 发文字号 文件编号 发文文号 公文文号"),
    (.title, "名称 信息名称 标题 文件名称 公文名称"),
    (
      .other,
      "作者 浏览次数 浏览量 浏览 点击数 点击率 点击次数 点击量 点击 阅读次数 阅读量 阅读数 阅读 访问量 访问次数 人气 字号 字体 字体大小 字号大小 编辑 责任编辑 责编 审核 审核人 编审 主题分类 体裁分类 信息分类 组配分类 信息类别 公文种类 服务对象 公开方式 公开范围 公开时限 公开形式 有效性 效力状态 主题词 关键词 关键字 内容概述 信息有效期 生效日期 废止日期 失效日期 体裁 分类 视力保护色 背景色 保护视力色 分享到 分享 保护视力 文章类型 语种 打印时间 打印日期 访问时间 当前时间 系统时间 截止日期 信息编号 记录编号 载体类型 打印 收藏"
    ),
  ]
  // The longest first, so that 信息来源 is not taken for 来源.
  return words.flatMap { kind, list in LineWord.list(list).map { (word: $0, kind: kind) } }
    .sorted { $0.word.scalars.count > $1.word.scalars.count }
}()

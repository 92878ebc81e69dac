import GovEncoding

/// How much a line speaks for being part of a page's footer.
package enum FooterEvidence: Sendable, Hashable {
  /// It does not.
  case none
  /// It stands in footers and in reports: an address, a telephone number.
  case weak
  /// It stands in footers only: a licence number, the owner of the copyright, a list of related pages.
  case strong
}

/// How much a line speaks for the page's footer. Whether it is one also depends on where it stands: see `footerStart`.
package func footerEvidence(of line: Line) -> FooterEvidence {
  guard !line.isCut, line.compact.count <= 200 else { return .none }
  let heading = withoutColon(line.compact)
  if tailHeadings.contains(where: { $0.scalars == heading }) { return .strong }
  if line.endsSentence, line.compact.count > 40, line.compact.contains(0x3002) { return .none }
  if line.compact.hasAny(strongWords) || hasCopyrightSign(line.compact) { return .strong }
  if line.compact.count <= 80, weakWords.contains(where: { line.compact.has($0, at: 0) }) { return .weak }
  return .none
}

/// Where the footer of a text begins: the index of its first line, the number of lines when there is none.
///
/// The footer is the longest end of the text that contains a strong line and otherwise only weak lines and short ones.
/// A signature, a date and everything that is a sentence or a heading belongs to the report.
package func footerStart(of lines: [Line]) -> Int {
  var start = lines.count
  for index in lines.indices.reversed() where !lines[index].isEmpty {
    let line = lines[index]
    switch footerEvidence(of: line) {
    case .strong: start = index
    case .weak where start < lines.count: start = index
    case .weak: continue
    case .none: if !mayStandInFooter(line) { return start }
    }
  }
  return start
}

private func mayStandInFooter(_ line: Line) -> Bool {
  guard line.compact.count <= 24, !line.endsSentence, !line.compact.contains(0x3002) else { return false }
  return headingLevel(of: line) == nil && !isDateLine(line)
}

/// Whether © stands there as itself, and is no byte of a character that was read with the wrong decoder: å©š, å·©, Ð¹©.
private func hasCopyrightSign(_ text: [UInt32]) -> Bool {
  text.indices.contains { text[$0] == 0xA9 && !isByteOfCharacter(text, at: $0) }
}

/// Whether the byte that is shown at `index` follows others of the same character: one of the two before it is a letter,
/// C0 or above, and what stands right before it is no ASCII. A sign alone is a footer's own: ·©.
private func isByteOfCharacter(_ text: [UInt32], at index: Int) -> Bool {
  guard index > 0, let before = Windows1252.byte(shownAs: text[index - 1]), before >= 0x80 else { return false }
  return before >= 0xC0 || index > 1 && Windows1252.byte(shownAs: text[index - 2]) ?? 0 >= 0xC0
}

private func withoutColon(_ text: [UInt32]) -> [UInt32] { text.last == 0x3A ? text.dropLast() : text }

private let strongWords = LineWordList(
  "icp备 icp证 icp备案 网站标识码 公网安备 公安备案 公安机关备案 版权所有 copyright 主办单位: 承办单位: 技术支持: 主管单位: 维护单位: 网站维护 网站地图 网站声明 党政机关 政府网站找错 访问量统计 推荐使用 分辨率 浏览器 您是第 公安厅微信号 关于我们 联系我们 隐私声明 免责声明 网站纠错 主办: 承办: 版权保护 网站管理 建议使用"
)

private let weakWords = LineWord.list(
  "地址: 联系地址: 单位地址: 办公地址: 电话: 联系电话: 传真: 邮编: 邮政编码: 邮箱: 电子邮箱: 投诉举报 举报电话 值班电话: 咨询电话: 服务热线: 热线: 微信公众号 官方微博 官方微信 微信号 微博号 长者助手 适老化 扫一扫 二维码 附件下载"
)

private let tailHeadings = LineWord.list(
  "相关链接 相关信息 相关新闻 相关文章 相关阅读 相关内容 相关推荐 相关稿件 相关文档 热门词条 热门文章 热门新闻 热门推荐 热点推荐 热点新闻 推荐阅读 推荐文章 友情链接 联系我们 联络我们 最新文章 最新信息 最新公开 猜你喜欢 网站导航 热门搜索 热点专题 阅读排行 点击排行 为您推荐 更多推荐 相关附件推荐"
)

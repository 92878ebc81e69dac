import FoundationEssentials
import GovDocument
import GovForms
import GovReport
import GovWriters
import Testing

func prose(_ text: String, _ line: Int = 1) -> Prose { Prose(text, origin: .line(line)) }

func document(_ blocks: [Block]) -> Document {
  Document(source: Source(name: "page.html", format: .html), blocks: blocks)
}

/// A table from rows of texts, without spans.
func table(_ rows: [[String]]) throws -> Table {
  let cells = rows.enumerated().flatMap { row, texts in
    texts.enumerated().map { Cell(row: row, column: $0, content: prose($1)) }
  }
  let table = Table(rows: rows.count, columns: rows.first?.count ?? 0, cells: cells, origin: .line(1))
  return try #require(table)
}

func written(_ blocks: [Block], as format: OutputFormat, options: WriterOptions = WriterOptions()) -> String {
  String(decoding: write(document(blocks), report: Report(), as: format, options: options), as: UTF8.self)
}

/// A document that has every kind of everything that the JSON can say.
func fullDocument() throws -> Document {
  var repaired = prose("規(guī)范", 3)
  repaired.apply([Edit(pass: "injected-pinyin", start: 1, end: 6, before: "(guī)", after: "")])
  let box = Box(x: 12, y: 40, width: 298, height: 56)
  let reading = Reading(
    candidates: [Candidate(text: "5", confidence: 0.98, reader: "eng")], confidence: 0.98, status: .doubtful, box: box)
  let cells = [
    Cell(row: 0, column: 0, rowSpan: 2, columnSpan: 1, content: prose("自然人")),
    Cell(
      row: 0, column: 1, content: Prose("5", origin: .picture(name: "02.png", box: box)), reading: reading),
  ]
  var grid = try #require(Table(rows: 2, columns: 2, cells: cells, origin: .line(5)))
  grid.image = "02.png"
  grid.caption = prose("表二")
  let picture = ImageReference(
    source: "03.png", alternative: prose("表三"), caption: prose("图三"), reason: "not found beside the page",
    origin: .line(9))
  let runs = [EncodingVerdict.Run(start: 0, end: 100, encoding: "gb18030")]
  let verdict = EncodingVerdict(declared: "gb2312", used: "gb18030", reason: "valid", replacements: 1, runs: runs)
  return Document(
    source: Source(name: "page.html", format: .html, encoding: verdict),
    metadata: Metadata(
      title: prose("年度报告"), date: "2022-01-24", publisher: prose("本网"), agency: prose("青云市水务局"), year: 2021,
      indexNumber: "QY-1", attachments: [Attachment(href: "a.pdf", text: prose("附件"))]),
    blocks: [
      .heading(level: 2, repaired), .paragraph(prose("正文")), .list([prose("其一"), prose("其二")]), .table(grid),
      .image(picture),
    ],
    textProfile: TextProfile(
      script: .mixed, damage: [TextProfile.Damage(kind: "injected-pinyin", count: 1, confidence: 0.99)]),
    findings: [
      Finding(.error, .init(rawValue: "identity-broken"), "bad", origin: .line(7), figures: ["requests/new/total"]),
      Finding(.note, .init(rawValue: "left-out"), "footer"),
    ])
}

/// A report that has every kind of figure.
func fullReport() throws -> Report {
  let kinds: [(Figure, String)] = [
    (.count(-68), "-68"), (.amount(try #require(Decimal(string: "4449.48")), unit: "万元"), "4449.48万元"),
    (.statedNone("无"), "无"), (.blank, ""),
    (.unreadable("?"), ""),
  ]
  let figures = kinds.enumerated().map { index, kind in
    ReportFigure(
      table: "requests", row: "new", column: "column\(index)", figure: kind.0, text: kind.1, status: .doubtful,
      confidence: 0.5, alternatives: [.count(6), .blank], label: "一", columnLabel: "自然人",
      origin: .picture(name: "02.png", box: Box(x: 1, y: 2, width: 3, height: 4)))
  }
  let mention = Mention(
    subject: "收到申请", value: 117, unit: "宗", text: "117宗", origin: .line(4), figure: "requests/new/total")
  let rounded = Mention(
    subject: "解答咨询", value: 300, upperValue: 500, isApproximate: true, unit: "次", text: "300至500余次", origin: .line(5))
  return Report(
    form: .form2021, agency: "青云市水务局", year: 2021, sections: [ReportSection(kind: .overview, block: 0)],
    figures: figures, mentions: [mention, rounded])
}

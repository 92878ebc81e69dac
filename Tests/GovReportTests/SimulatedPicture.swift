import GovDocument
import GovForms

/// A picture of a table as three readers see it; the chosen cells are misread.
struct SimulatedPicture {
  var document: Document
  /// The figures whose best reading is wrong.
  var misread: Set<String> = []

  /// How the readers fail on a cell.
  enum Failure {
    /// One or two readers see what is printed; the best proposal may be another.
    case disagreement
    /// No reader sees what is printed, and they do not agree.
    case blindness
    /// All see the same wrong thing.
    case unanimity
  }

  init(
    _ report: GeneratedReport, table name: String, failures: Int, _ chance: inout Chance,
    failure: (inout Chance) -> Failure = { $0.happens(0.75) ? .disagreement : .blindness }
  ) {
    let identifier = "\(report.form.identifier.rawValue)/\(name)"
    document = Document(source: Source(name: "page.html", format: .html))
    guard let template = report.form.templates.first(where: { $0.identifier == identifier }) else { return }
    let figures = template.cells.compactMap { cell in if case .figure(let figure) = cell.content { figure } else { nil }
    }
    let printed = figures.filter { report.texts["\(name)/\($0)"]?.isEmpty == false }
    misread = Set(printed.shuffled(using: &chance).prefix(failures).map { "\(name)/\($0)" })
    let cells = template.cells.map { read($0, name: name, report, &chance, failure: failure) }
    guard
      let table = Table(
        rows: template.rows, columns: template.columns, cells: cells, image: "1.png",
        origin: .picture(name: "1.png", box: nil))
    else { return }
    document.blocks = [.table(table)]
  }

  private func read(
    _ cell: TemplateCell, name: String, _ report: GeneratedReport, _ chance: inout Chance,
    failure: (inout Chance) -> Failure
  ) -> Cell {
    let box = Box(x: cell.column * 60, y: cell.row * 20, width: 60, height: 20)
    var text = ""
    var candidates: [Candidate] = []
    var isSure = true
    switch cell.content {
    case .empty: break
    case .label(let label): (text, candidates) = (label, [Candidate(text: label, confidence: 0.9, reader: "chi_sim")])
    case .figure(let figure):
      text = report.texts["\(name)/\(figure)"] ?? ""
      guard !text.isEmpty else { break }
      let proposals =
        misread.contains("\(name)/\(figure)") ? misreadings(text, failure(&chance), &chance) : [text, text, text]
      isSure = Set(proposals).count == 1
      text = proposals[0]
      candidates = zip(proposals, ["glyphs", "eng", "chi_sim"]).map {
        Candidate(text: $0, confidence: isSure ? 0.97 : 0.6, reader: $1)
      }
    }
    return Cell(
      row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
      content: Prose(text, origin: .picture(name: "1.png", box: box)),
      reading: Reading(
        candidates: candidates, confidence: isSure ? 0.995 : 0.6, status: isSure ? .read : .doubtful, box: box))
  }

  /// What the readers propose for a cell that is misread; the first is taken for the best.
  private func misreadings(_ text: String, _ failure: Failure, _ chance: inout Chance) -> [String] {
    let wrong = SimulatedPicture.misreading(text, &chance)
    switch failure {
    case .disagreement: return [wrong, chance.pick([text, wrong]), text]
    case .blindness:
      let other = SimulatedPicture.misreading(text, &chance)
      return [wrong, other == wrong ? wrong + "1" : other, wrong]
    case .unanimity: return [wrong, wrong, wrong]
    }
  }

  /// A digit taken for one like it, lost, or added.
  static func misreading(_ text: String, _ chance: inout Chance) -> String {
    let alike: [Character: [Character]] = [
      "0": ["8", "6"], "1": ["7", "4"], "2": ["7"], "3": ["8", "5"], "4": ["1"], "5": ["6", "3"], "6": ["8", "5"],
      "7": ["1", "2"], "8": ["3", "6"], "9": ["8", "0"],
    ]
    var characters = Array(text)
    let index = chance.number(0...characters.count - 1)
    switch chance.weighted([70, 15, 15]) {
    case 1 where characters.count > 1: characters.remove(at: index)
    case 2: characters.insert("1", at: index)
    default: characters[index] = alike[characters[index]].map { chance.pick($0) } ?? "1"
    }
    return String(characters)
  }
}

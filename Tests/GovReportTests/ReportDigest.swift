import GovReport

extension Report {
  /// The figures of a table in the order of the form: numbers, "/" for a sign that says none, "_" for a blank, "?" for
  /// an unreadable cell.
  func numbers(_ table: String, column: String? = nil) -> String {
    figures.filter { $0.table == table && (column == nil || $0.column == column) }.map { digest($0.figure) }
      .joined(separator: " ")
  }

  func figure(_ identifier: String) -> ReportFigure? {
    figures.first { $0.identifier == identifier }
  }
}

func digest(_ figure: Figure) -> String {
  switch figure {
  case .count(let count): "\(count)"
  case .amount(let amount, _): "\(amount)"
  case .statedNone: "/"
  case .blank: "_"
  case .unreadable: "?"
  }
}

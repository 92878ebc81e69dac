import GovDocument

/// The kinds of findings about statutory tables and the prose beside them.
extension Finding.Code {
  /// The page itself prints figures that break an equation of the form.
  public static let identityBroken = Finding.Code(rawValue: "identity-broken")
  /// An equation does not hold and the reading of a picture is in doubt.
  public static let identityInDoubt = Finding.Code(rawValue: "identity-in-doubt")
  /// A total is blank although its parts are not.
  public static let totalMissing = Finding.Code(rawValue: "total-missing")
  /// A figure is a best guess or was inferred.
  public static let figureDoubtful = Finding.Code(rawValue: "figure-doubtful")
  /// The text of a cell is no figure that its column can hold.
  public static let figureUnreadable = Finding.Code(rawValue: "figure-unreadable")
  /// A row that the form does not know.
  public static let unknownRow = Finding.Code(rawValue: "unknown-row")
  /// No headings stand above figures, which are placed in the order of the form.
  public static let headsMissing = Finding.Code(rawValue: "heads-missing")
  /// Figures beside labels of the form of which nothing was made.
  public static let figuresUnused = Finding.Code(rawValue: "figures-unused")
  /// A section of the form has no table.
  public static let tableMissing = Finding.Code(rawValue: "table-missing")
  /// A table that came as lines, or as text that lost its spans, stands in the form's layout.
  public static let tableRebuilt = Finding.Code(rawValue: "table-rebuilt")
  /// Rows of the form that the page lacks.
  public static let rowsMissing = Finding.Code(rawValue: "rows-missing")
  /// A column that the form does not know.
  public static let unknownColumn = Finding.Code(rawValue: "unknown-column")
  /// Blank cells of the source are lost, so that several places are possible for some figures.
  public static let placementOpen = Finding.Code(rawValue: "placement-open")
  /// Blank cells of a row were lost and its figures put back where the equations demand them.
  public static let rowShifted = Finding.Code(rawValue: "row-shifted")
  /// The search for the one consistent assignment was given up at its bound.
  public static let searchBound = Finding.Code(rawValue: "search-bound")
  /// Two places of the input give different figures.
  public static let figuresDiffer = Finding.Code(rawValue: "figures-differ")
  /// The prose names the figure of the table.
  public static let proseAgrees = Finding.Code(rawValue: "prose-agrees")
  /// The prose names another number than the table.
  public static let proseContradicts = Finding.Code(rawValue: "prose-contradicts")
  /// A number that the readers of a picture saw differently was decided by the equations.
  public static let figureReconciled = Finding.Code(rawValue: "figure-reconciled")
  /// Where the agency or the year of the report was found.
  public static let identityEvidence = Finding.Code(rawValue: "report-evidence")
  /// The page holds several reports; figures are made of the first.
  public static let severalReports = Finding.Code(rawValue: "several-reports")
}

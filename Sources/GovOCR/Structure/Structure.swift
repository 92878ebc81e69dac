import GovDocument

/// A table whose boundaries and cells are settled: in pixels of the straightened picture.
struct Structure: Bounded {
  var xs: [Int]
  var ys: [Int]
  var cells: [GridCell]
  /// What the form has in each cell; empty for a table that is no known form.
  var contents: [TemplateCell.Content]
  var template: TableTemplate?
  /// How often the lines contradict themselves or the text: see `Grid.doubts`.
  var doubts = 0
  /// Whether its columns are parted by white alone.
  let isAligned: Bool

  /// The table as its lines show it.
  init(_ grid: Grid) {
    (xs, ys, cells, contents, template) = (grid.xs, grid.ys, grid.cells(), [], nil)
    isAligned = grid.isAligned
  }

  init(_ template: TableTemplate, xs: [Int], ys: [Int]) {
    (self.xs, self.ys, self.template) = (xs, ys, template)
    cells = gridCells(of: template)
    contents = template.cells.map(\.content)
    isAligned = false
  }
}

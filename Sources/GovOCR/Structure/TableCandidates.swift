import GovDocument

/// A table of a picture, and what it may be.
struct TableCandidate {
  /// Known forms, the likeliest first; their labels decide.
  var forms: [FormFit]
  /// The tables that lines show in its place, should it be none of the forms.
  var grids: [Grid]
  var area: Area
  /// The characters of the text in which it was found.
  var characters: Double

  /// What is left when a part of the picture has turned out to be a form: one laid over two tables of the same form brings
  /// the lines of both into one candidate.
  func outside(_ form: Area) -> TableCandidate {
    let rest = grids.filter { !$0.area.isMostly(of: form) }
    return TableCandidate(
      forms: forms.filter { !$0.structure.area.isMostly(of: form) }, grids: rest, area: area, characters: characters)
  }
}

extension TableCandidate {
  /// Adds a form that lines placed. What text placed of the same form gives way where the lines agree with it less: text tells
  /// which form it is, and lines tell better where its columns run.
  mutating func add(_ fit: FormFit) {
    var fit = fit
    let same = forms.firstIndex { form in
      form.structure.template == fit.structure.template && form.structure.area.isMostly(of: fit.structure.area)
        && form.agreement < fit.agreement + 0.01 && fit.misfit < form.misfit + nearlyAsGood
    }
    if let same { fit.cost = min(fit.cost, forms.remove(at: same).cost) }
    forms.append(fit)
  }
}

/// What the tables of a picture may be, from top to bottom.
///
/// Every form is laid over the text and over the lines; in which way it was found does not matter, how well it agrees does.
func tableCandidates(_ tables: FoundTables, _ templates: [TableTemplate]) -> [TableCandidate] {
  let layout = tables.layout
  let glyphs = layout.text.map(\.area)
  let sought = tables.textForForms
  let plans = distinct(templates).map { FormPlan($0) }
  let rules = RuledStretches(layout)
  let cover = { (text: [Area]) in TextCover(text, textHeight: layout.textHeight) }
  var found: [TableCandidate] = []
  var open = [sought]
  while let text = open.popLast(), found.count < mostForms {
    guard text.count >= fewestCharacters, let extent = text.extent, extent.size <= mostPixels else { continue }
    let covered = cover(text)
    let fits = fitsByText(covered, rules, layout.ground, to: plans)
    guard let best = fits.first else { continue }
    let area = best.structure.area
    found.append(TableCandidate(forms: fits, grids: [], area: area, characters: covered.characters))
    open.append(text.filter { $0.top + $0.bottom < 2 * area.top })
    open.append(text.filter { $0.top + $0.bottom > 2 * area.bottom })
  }
  for grid in tables.drawn where !grid.isAligned && grid.area.size <= mostPixels {
    let forms = fits(grid, to: plans)
    guard !forms.isEmpty else { continue }
    let covered = cover(glyphs.filter(grid.area.holds))
    let place = place(of: grid.area, in: &found, covered.characters)
    for (plan, form) in forms {
      found[place].add(fitted(plan, form, covered, rules, of: found[place].characters))
    }
    found[place].forms.sort { ($0.isRuled ? 0 : 1, $0.cost) < ($1.isRuled ? 0 : 1, $1.cost) }
  }
  for index in found.indices { found[index].addSisters(from: plans, layout, rules) }
  for grid in tables.grids {
    let place = place(of: grid.area, in: &found, 0)
    found[place].grids.append(grid)
  }
  return found.sorted { ($0.area.top, $0.area.left) < ($1.area.top, $1.area.left) }
}

/// The shortest form has more characters.
private let fewestCharacters = 10

/// A report has four statutory tables; more in one picture are not looked for by their text.
private let mostForms = 4

/// The sums over rectangles take five bytes for each pixel: a page at 300 points per inch has nine million.
let mostPixels = 12_000_000

extension FoundTables {
  /// The text in which forms are looked for by what stands where: all, or in a large picture that for which lines do not do it.
  fileprivate var textForForms: [Area] {
    let text = layout.text.map(\.area)
    guard let extent = text.extent, extent.size > mostPixels else { return text }
    let ruled = AreaIndex(drawn.filter { !$0.isAligned && $0.area.size <= mostPixels }.map(\.area))
    return text.filter { !ruled.holds($0) }
  }

  /// Whether what may be a form is larger than what forms are laid over.
  var isBeyondForms: Bool {
    if drawn.contains(where: { !$0.isAligned && $0.area.size > mostPixels }) { return true }
    let text = textForForms
    return text.count >= fewestCharacters && text.extent.map { $0.size > mostPixels } ?? false
  }
}

/// A form with the rows and columns of the lines or of the text inside: where a line was missed, the text knows better than
/// evenness where it was.
func fitted(
  _ plan: FormPlan, _ form: Structure, _ cover: TextCover, _ rules: RuledStretches, of characters: Double
) -> FormFit {
  func fit(_ xs: [Int], _ ys: [Int]) -> FormFit { FormFit(plan, xs: xs, ys: ys, cover, rules, of: characters) }
  var best = fit(form.xs, form.ys)
  if let rows = plan.rows(cover, rules, xs: form.xs)?.places {
    let byText = fit(form.xs, rows.withEnds(of: form.ys, within: cover.textHeight))
    if byText.cost < best.cost { best = byText }
  }
  if let columns = plan.columns(cover, rules, ys: best.structure.ys)?.places {
    // The sides of the frame lie outside of the text, and are the lines'; where a line is found it is the exact place.
    let xs = form.xs.prefix(1) + columns.dropFirst().dropLast() + form.xs.suffix(1)
    // Text that reaches over a side may have its first boundary beyond it.
    guard zip(xs, xs.dropFirst()).allSatisfy({ $0 < $1 }) else { return best }
    let byText = fit(Array(xs), best.structure.ys)
    let isDrawnToo = byText.agreement > best.agreement + 0.005
    if byText.cost < best.cost - (isDrawnToo ? 0 : nearlyAsGood / 2) { best = byText }
  }
  return best
}

extension [Int] {
  /// Boundaries whose first and last are moved to those that lines show near them: text ends before its frame or reaches over it.
  func withEnds(of lines: [Int], within reach: Int) -> [Int] {
    guard count > 2, let first = lines.first, let last = lines.last else { return self }
    var places = self
    if abs(first - self[0]) <= reach, first < self[1] { places[0] = first }
    if abs(last - self[count - 1]) <= reach, last > self[count - 2] { places[count - 1] = last }
    return places
  }
}

/// Some layouts, each once, and without those whose cells are no places of a table.
private func distinct(_ templates: [TableTemplate]) -> [TableTemplate] {
  var seen: Set<[TemplateCell]> = []
  return templates.filter { $0.isTable && seen.insert($0.cells).inserted }
}

extension TableTemplate {
  fileprivate var isTable: Bool {
    rows > 0 && columns > 0
      && cells.allSatisfy { cell in
        cell.row >= 0 && cell.column >= 0 && cell.rowSpan > 0 && cell.columnSpan > 0
          && cell.rowSpan <= rows - cell.row && cell.columnSpan <= columns - cell.column
      }
  }
}

/// The candidate in whose place lies what lines show; a new one when there is none.
private func place(of area: Area, in found: inout [TableCandidate], _ characters: Double) -> Int {
  if let place = found.firstIndex(where: { $0.area.isMostly(of: area) }) { return place }
  found.append(TableCandidate(forms: [], grids: [], area: area, characters: characters))
  return found.count - 1
}

extension Area {
  /// Whether it covers half of another one.
  func isHalf(of other: Area) -> Bool {
    let common = clipping(other)
    return common.width > 0 && common.height > 0 && common.size * 2 > other.size
  }

  /// Whether one area has more than half of the other, whichever is the smaller.
  func isMostly(of other: Area) -> Bool {
    let common = clipping(other)
    return common.width > 0 && common.height > 0 && common.size * 2 > min(size, other.size)
  }
}

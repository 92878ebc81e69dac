import GovDocument

/// A table of a picture, and what it may be.
struct TableCandidate {
  /// Known forms, the likeliest first; their labels decide.
  var forms: [FormFit]
  /// The tables that lines show in its place, should it be none of the forms.
  var grids: [Grid]
  var area: Area

  /// Where anything was laid over the picture for it.
  fileprivate var extent: Area { (grids.map(\.area) + forms.map(\.structure.area)).reduce(area) { $0.union($1) } }
}

/// Finds what the tables of a picture may be.
struct CandidateSearch {
  private let layout: Layout
  private let templates: [TableTemplate]
  private let plans: [FormPlan]
  private let rules: RuledStretches

  init(_ layout: Layout, _ templates: [TableTemplate]) {
    (self.layout, self.templates) = (layout, templates)
    plans = distinct(templates).map { FormPlan($0) }
    rules = RuledStretches(layout)
  }

  /// What the tables of a picture, or of a part of it, may be, from top to bottom.
  ///
  /// Every form is laid over the text and over the lines; in which way it was found does not matter, how well it agrees does.
  func candidates(_ grids: [Grid], within part: Area? = nil) -> [TableCandidate] {
    let all = layout.text.map(\.area)
    let glyphs = part.map { all.filter($0.holds) } ?? all
    var found = candidates(glyphs)
    for grid in grids { attach(grid, byLines(grid, glyphs), to: &found, glyphs) }
    return found.sorted { ($0.area.top, $0.area.left) < ($1.area.top, $1.area.left) }
  }

  /// What is left of a candidate above and below a part that has turned out to be a form: the text of several tables may have
  /// been taken for one.
  ///
  /// - Parameter others: Where other tables are; they are not looked for again.
  func candidates(around form: Area, in candidate: TableCandidate, but others: [Area]) -> [TableCandidate] {
    var rest = candidate.grids.filter { !$0.area.isMostly(of: form) }
    let extent = candidate.extent
    let ends = others.filter { $0.top >= form.bottom }.map(\.top) + [extent.bottom]
    let starts = others.filter { $0.bottom <= form.top }.map(\.bottom) + [extent.top]
    var found: [TableCandidate] = []
    for (top, bottom) in [(starts.max() ?? extent.top, form.top), (form.bottom, ends.min() ?? extent.bottom)] {
      let part = Area(left: extent.left, top: top, right: extent.right, bottom: bottom)
      found += candidates(rest.filter { part.holds($0.area) }, within: part)
      rest.removeAll { part.holds($0.area) }
    }
    return rest.isEmpty ? found : found + [TableCandidate(forms: [], grids: rest, area: candidate.area)]
  }

  /// What the forms by their text alone say.
  private func candidates(_ glyphs: [Area]) -> [TableCandidate] {
    var found: [TableCandidate] = []
    var open = [glyphs]
    while let text = open.popLast(), found.count < mostForms {
      guard text.count >= 10, let extent = text.extent, extent.size <= mostPixels else { continue }
      let fits = fitsByText(cover(text), rules, layout.ground, to: plans)
      guard let best = fits.first else { continue }
      let area = best.structure.area
      found.append(TableCandidate(forms: fits, grids: [], area: area))
      open.append(text.filter { $0.top + $0.bottom < 2 * area.top })
      open.append(text.filter { $0.top + $0.bottom > 2 * area.bottom })
    }
    return found
  }

  private func cover(_ text: [Area]) -> TextCover { TextCover(text, textHeight: layout.textHeight) }

  private func byLines(_ grid: Grid, _ glyphs: [Area]) -> FormFit? {
    guard !grid.isAligned, grid.area.size <= mostPixels, let form = fit(grid, to: templates),
      let plan = plans.first(where: { $0.template.cells == form.template?.cells })
    else { return nil }
    return fitted(plan, form, cover(glyphs.filter(grid.area.holds)))
  }

  /// A form with the columns that lines show, and the rows of the lines or of the text: where a line was missed, the text
  /// knows better than evenness where it was.
  private func fitted(_ plan: FormPlan, _ form: Structure, _ cover: TextCover) -> FormFit {
    let byLines = FormFit(plan, xs: form.xs, ys: form.ys, cover, rules)
    guard let rows = plan.rows(cover, rules, xs: form.xs)?.places else { return byLines }
    let byText = FormFit(plan, xs: form.xs, ys: rows, cover, rules)
    return byText.cost < byLines.cost ? byText : byLines
  }

  /// Adds what lines show to the candidate in whose place it lies, else as a candidate of its own.
  private func attach(_ grid: Grid, _ fit: FormFit?, to found: inout [TableCandidate], _ glyphs: [Area]) {
    let place = found.firstIndex { $0.area.isMostly(of: grid.area) }
    guard let place else {
      found.append(TableCandidate(forms: fit.map { [$0] } ?? [], grids: [grid], area: grid.area))
      return
    }
    found[place].grids.append(grid)
    guard let fit else { return }
    // The form that lines show answers for the text inside of them; so another one need not answer for what is said around.
    found[place].forms = found[place].forms.map { form in
      form.judged(by: cover(glyphs.filter(form.structure.area.union(grid.area).holds)), rules)
    }
    found[place].forms.append(fit)
    found[place].forms.sort { ($0.isRuled ? 0 : 1, $0.cost) < ($1.isRuled ? 0 : 1, $1.cost) }
  }
}

/// A report has four statutory tables; more in one picture are not looked for by their text.
private let mostForms = 4

/// The sums over rectangles take five bytes for each pixel: a page at 300 points per inch has nine million.
private let mostPixels = 12_000_000

private func distinct(_ templates: [TableTemplate]) -> [TableTemplate] {
  var seen: Set<[TemplateCell]> = []
  return templates.filter { seen.insert($0.cells).inserted }
}

extension Area {
  fileprivate var size: Int { width * height }

  /// Whether one area has more than half of the other, whichever is the smaller.
  fileprivate func isMostly(of other: Area) -> Bool {
    let common = clipping(other)
    return common.width > 0 && common.height > 0 && common.size * 2 > min(size, other.size)
  }
}

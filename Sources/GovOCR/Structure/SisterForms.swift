import GovDocument

/// Forms that have the same figures in the same columns, below one more row of heads.
///
/// Where no line shows that row, the form without it explains nearly all the text as well, and as the smaller one it is laid
/// over less that is none of it. Only in the place of the smaller one is there nothing else that the row may be.
extension FormPlan {
  /// Whether it is such a form beside another one.
  func isSister(of template: TableTemplate) -> Bool {
    self.template.columns == template.columns && self.template.rows > template.rows
      && self.template.figures == template.figures
  }

  /// The form in the place of another one, with the same columns.
  ///
  /// - Parameters:
  ///   - cover: The text of that place alone.
  ///   - characters: Those of all text in which the other one was looked for.
  fileprivate func laid(
    over form: Structure, _ cover: TextCover, _ rules: RuledStretches, of characters: Double
  ) -> FormFit? {
    guard let rows = rows(cover, rules, xs: form.xs)?.places else { return nil }
    let ys = rows.withEnds(of: form.ys, within: cover.textHeight)
    return FormFit(self, xs: form.xs, ys: ys, cover, rules, of: characters)
  }
}

extension TableCandidate {
  /// Looks for the sisters of each form in its place.
  mutating func addSisters(from plans: [FormPlan], _ layout: Layout, _ rules: RuledStretches) {
    for index in forms.indices {
      let form = forms[index].structure
      let sisters = plans.filter { plan in form.template.map(plan.isSister(of:)) ?? false }
      guard !sisters.isEmpty else { continue }
      let cover = TextCover(layout.text.map(\.area).filter(form.area.holds), textHeight: layout.textHeight)
      forms[index].sisters = sisters.compactMap { $0.laid(over: form, cover, rules, of: characters) }
        .sorted { $0.cost < $1.cost }
    }
  }
}

extension TableTemplate {
  fileprivate var figures: [TemplateCell.Content] {
    cells.map(\.content).filter { if case .figure = $0 { true } else { false } }
  }
}

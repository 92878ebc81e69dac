import GovDocument

/// A known form laid over the text of a picture.
struct FormFit {
  var structure: Structure
  /// The share of the form's own text that is not where the form has it: see `FormPlan.misfit`.
  var misfit: Double
  /// The characters of all its labels.
  var characters: Double
  /// How well lines agree with it, 0 to 1.
  var agreement: Double
  /// What speaks against the form: its misfit and the text it leaves outside, less what lines say for it.
  var cost: Double
  /// Forms that have the same figures below more rows of heads, laid in its place; the likeliest first.
  var sisters: [FormFit] = []

  /// Whether so much text stands where the form has it that hardly anything else can be there.
  var isPlain: Bool { misfit < 0.4 && characters >= 100 }
  /// Whether lines show the form so fully that they decide between it and others of the same words, and the text does not
  /// contradict them: a row that was missed at one end and invented at the other moves all text by one.
  var isRuled: Bool { agreement >= 0.9 && misfit < 0.6 }

  /// Whether text and lines both stand where the form has them; for a short form each alone may do so by chance.
  var isLaid: Bool { agreement >= 0.6 && misfit < 0.4 }

  /// The forms against which its labels must speak: all others, but where lines decide, only those of other rows that have
  /// nearly as many of the lines. Where lines of a head were missed, a form of fewer rows agrees as well with the rest.
  func rivals(among others: some Sequence<FormFit>) -> [FormFit] {
    others.filter { other in
      !isRuled || other.structure.ys.count != structure.ys.count && other.agreement > agreement - 0.03
    }
  }

  /// Whether lines show most of a long form: no other table has so many of the same.
  var isShown: Bool { agreement >= 0.8 && characters >= 100 }

  /// - Parameter characters: Those of all text in which a form is looked for, should `cover` be a part of it: what fits of one
  ///   text cost can be compared, however they were found.
  init(
    _ plan: FormPlan, xs: [Int], ys: [Int], _ cover: TextCover, _ rules: RuledStretches, of characters: Double? = nil
  ) {
    structure = Structure(plan.template, xs: xs, ys: ys)
    misfit = plan.misfit(cover, xs: xs, ys: ys)
    agreement = plan.agreement(rules, xs: xs, ys: ys)
    let all = max(cover.characters, characters ?? 0)
    let outside = all - cover.characters(in: structure.area)
    cost = misfit + outside / (plan.characters + all) - worthOfLines * agreement * agreement
    self.characters = plan.characters
  }
}

/// What lines that agree throughout are worth, in shares of text; half of them may be strokes of the text, and are worth a
/// quarter.
private let worthOfLines = 1.0
/// The known forms whose words and figures stand where the text of a picture stands, the likeliest first; at most three.
///
/// For tables whose lines are gone or never were. What is known of a form says more than its lines: which cell holds
/// how many characters, where a figure takes one line, where nothing is printed. Boundaries run through white, so rows
/// and columns are chosen in turn, each by dynamic programming over the valleys of the text's profile and over what lines
/// there are, so that every cell gets what the form has in it.
func fitsByText(
  _ cover: TextCover, _ rules: RuledStretches, _ ground: Ground, to plans: [FormPlan]
) -> [FormFit] {
  guard cover.characters > leastCharacters else { return [] }
  let fits = plans.filter { cover.characters > 0.5 * $0.characters }
    .compactMap { plan in
      placed(plan, on: cover, rules).map { (plan, FormFit(plan, xs: $0.xs, ys: $0.ys, cover, rules)) }
    }
    .filter { $0.1.misfit - $0.1.agreement / 2 <= acceptance }.sorted { $0.1.cost < $1.1.cost }
  // A form in another place of the picture is no rival: it is found when this place has been taken out.
  let rivals = fits.filter { $0.1.cost < fits[0].1.cost + nearlyAsGood }
    .filter { $0.1.structure.area.isMostly(of: fits[0].1.structure.area) }
  return rivals.prefix(3).map { plan, fit in
    var fit = fit
    fit.structure = plan.settledOnLines(fit.structure, cover, ground)
    return fit
  }
}

/// Fewer than any form has: the smallest has 39, of which small print may lose half.
private let leastCharacters = 20.0
/// What is missed of the text is made up for by lines. Of 77 drawn forms (seed `struct-tune`) nearly all are below, of 80
/// other tables some too: their labels decide.
private let acceptance = 0.6
/// Forms that differ by less are told apart by their labels.
let nearlyAsGood = 0.12

/// Where the boundaries of a form lie.
private struct Placement {
  var xs: [Int]
  var ys: [Int]
}

/// Chooses rows and columns in turn, until neither moves.
private func placed(_ plan: FormPlan, on cover: TextCover, _ rules: RuledStretches) -> Placement? {
  guard var xs = plan.firstColumns(cover) else { return nil }
  var best: (place: Placement, cost: Double)?
  for _ in 0..<3 {
    guard let rows = plan.rows(cover, rules, xs: xs),
      let columns = plan.columns(cover, rules, ys: rows.places)
    else { break }
    let cost = rows.cost + columns.cost
    if cost < best?.cost ?? .infinity { best = (Placement(xs: columns.places, ys: rows.places), cost) }
    if columns.places == xs { break }
    xs = columns.places
  }
  return best?.place
}

/// Everything about a picture that structure is found by.
struct Layout {
  let horizontal: [Segment]
  let vertical: [Segment]
  /// Boxes of ink that may be text: neither line nor speck.
  let text: [Component]
  /// Small marks, by their left edges: points and signs of numbers, but also dashes of lines and grain.
  let points: [Area]
  /// Upright marks too thin for text: 1 and I, but also dashes of lines.
  var bars: [Area] = []
  /// Strokes from one text of a line to another: most are the dots that lead from the titles of a list of contents to their pages.
  var leaders: [Leader] = []
  /// The usual height of a text component, in pixels; 12 when there is none.
  let textHeight: Int
  /// Where a line that is looked for in one place shows.
  let ground: Ground
}

/// The division of a line into what may be glyphs or parts of them.
extension GlyphClassifier {
  /// The columns between cuts: gaps without ink, and inside broad pieces the thinnest columns.
  func pieces(of line: Raster, digitHeight: Int) -> [Range<Int>] {
    let ink = columnInk(line, above: 100)
    let dark = runs(ink.map { $0 > 110 })
    // A sign of one grey row stands apart, wholly too pale for ink; the pale rim of a glyph touches it.
    let pale = runs(columnInk(line, above: 60).map { $0 > 60 }).filter { run in
      run.count >= max(3, digitHeight / 4) && !dark.contains { $0.overlaps(run) }
    }
    return (dark.flatMap { divided($0, ink, digitHeight) } + pale).sorted { $0.lowerBound < $1.lowerBound }
  }

  private func runs(_ marks: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (x, mark) in marks.enumerated() where mark {
      if let last = runs.last, last.upperBound == x {
        runs[runs.count - 1] = last.lowerBound..<x + 1
      } else {
        runs.append(x..<x + 1)
      }
    }
    return runs
  }

  /// For each column the sum of what is darker than `least`, so that a thin joint counts as thin only where it is pale or
  /// short.
  private func columnInk(_ line: Raster, above least: Int) -> [Int] {
    var ink = [Int](repeating: 0, count: line.width)
    for y in 0..<line.height {
      for x in 0..<line.width {
        let dark = 255 - Int(line[x, y])
        if dark > least { ink[x] += dark }
      }
    }
    return ink
  }

  private func divided(_ piece: Range<Int>, _ ink: [Int], _ digitHeight: Int) -> [Range<Int>] {
    guard piece.count * 10 > digitHeight * 8, piece.count >= 6 else { return [piece] }
    var cuts: [Int] = []
    let least = max(2, digitHeight / 4)
    for x in piece.lowerBound + least..<max(piece.lowerBound + least, piece.upperBound - least)
    where ink[x] <= ink[x - 1] && ink[x] < ink[x + 1] && x - (cuts.last ?? 0) >= least {
      cuts.append(x)
    }
    let edges = [piece.lowerBound] + cuts + [piece.upperBound]
    return zip(edges, edges.dropFirst()).map { $0..<$1 }
  }

  /// The part of a span that holds ink; where all is pale, the part that holds pale ink.
  func tight(_ span: Area, in line: Raster) -> Area? {
    tight(span, in: line, below: 153) ?? tight(span, in: line, below: 204)
  }

  private func tight(_ span: Area, in line: Raster, below paper: UInt8) -> Area? {
    var box: Area?
    for y in span.top..<span.bottom {
      for x in span.left..<span.right where line[x, y] < paper {
        let pixel = Area(left: x, top: y, right: x + 1, bottom: y + 1)
        box = box?.union(pixel) ?? pixel
      }
    }
    return box
  }
}

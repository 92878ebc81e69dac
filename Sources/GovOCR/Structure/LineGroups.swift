/// Strokes that hang together.
struct LineGroup {
  var horizontal: [Segment] = []
  var vertical: [Segment] = []

  var area: Area? {
    let boxes =
      horizontal.map { Area(left: $0.from, top: $0.place, right: $0.to, bottom: $0.place + 1) }
      + vertical.map { Area(left: $0.place, top: $0.from, right: $0.place + 1, bottom: $0.to) }
    return boxes.extent
  }
}

extension LineGroup {
  /// Whether lines run down both sides.
  fileprivate var isFramed: Bool {
    guard let area, area.height > 1 else { return false }
    return [area.left, area.right].allSatisfy { side in
      let strokes = vertical.filter { abs($0.place - side) <= 2 * meeting }
      return strokes.map(\.length).reduce(0, +) * 10 >= area.height * 8
    }
  }
}

/// The strokes of a picture, those together that draw one table or tables that stand close above each other.
func lineGroups(_ layout: Layout) -> [LineGroup] {
  joinedByExtent(connectedGroups(layout), textHeight: layout.textHeight)
}

/// How far two strokes may miss each other and still be said to meet, in pixels. Averaging along a line rounds its ends.
private let meeting = 5

private func connectedGroups(_ layout: Layout) -> [LineGroup] {
  let (flat, upright) = (layout.horizontal, layout.vertical)
  var sets = DisjointSets(count: flat.count + upright.count)
  for (i, line) in flat.enumerated() {
    let near = upright.between(line.from - meeting, line.to + meeting)
    for j in near.indices where line.place >= upright[j].from - meeting && line.place <= upright[j].to + meeting {
      sets.join(i, flat.count + j)
    }
  }
  var groups: [Int: LineGroup] = [:]
  for i in flat.indices { groups[sets.root(of: i), default: LineGroup()].horizontal.append(flat[i]) }
  for j in upright.indices {
    groups[sets.root(of: flat.count + j), default: LineGroup()].vertical.append(upright[j])
  }
  return groups.sorted { $0.key < $1.key }.map(\.value).filter { !$0.horizontal.isEmpty }
}

/// Joins groups that lie inside each other, or one above the other with the same extent: tables ruled only horizontally.
private func joinedByExtent(_ groups: [LineGroup], textHeight: Int) -> [LineGroup] {
  var joined: [LineGroup] = []
  for group in groups.sorted(by: { ($0.area?.top ?? 0) < ($1.area?.top ?? 0) }) {
    guard let area = group.area, area.width >= 3 * textHeight else { continue }
    if let index = joined.lastIndex(where: { belongs(group, area, to: $0, textHeight) }) {
      joined[index].horizontal += group.horizontal
      joined[index].vertical += group.vertical
    } else {
      joined.append(group)
    }
  }
  return absorbed(joined)
}

/// Puts groups that lie inside the box of another into it: inner lines that touch no other line.
private func absorbed(_ groups: [LineGroup]) -> [LineGroup] {
  let areas = groups.map { $0.area ?? Area(left: 0, top: 0, right: 0, bottom: 0) }
  var kept: [Int: LineGroup] = [:]
  let bySize = groups.indices.sorted { areas[$0].width * areas[$0].height > areas[$1].width * areas[$1].height }
  for index in bySize {
    let area = areas[index].inset(by: meeting)
    if let host = kept.keys.sorted().first(where: { areas[$0].clipping(area) == area }) {
      kept[host]?.horizontal += groups[index].horizontal
      kept[host]?.vertical += groups[index].vertical
    } else {
      kept[index] = groups[index]
    }
  }
  return kept.sorted { $0.key < $1.key }.map(\.value)
}

private func belongs(_ group: LineGroup, _ area: Area, to other: LineGroup, _ textHeight: Int) -> Bool {
  guard let place = other.area else { return false }
  let inside = area.left >= place.left - meeting && area.right <= place.right + meeting
  if inside, area.top <= place.bottom + meeting { return true }
  guard abs(area.right - place.right) <= meeting, abs(area.left - place.left) <= meeting else { return false }
  // A frame is a table of its own, but for a shaded head over rows without one. Where there is no frame, a row that no
  // column line crosses parts the lines of one table.
  let isHead = place.height < 4 * textHeight && group.vertical.isEmpty && area.top - place.bottom < 4 * textHeight
  if group.isFramed || other.isFramed && !isHead { return false }
  return area.top - place.bottom < (group.vertical.isEmpty || other.vertical.isEmpty ? 14 : 4) * textHeight
}

/// Strokes that hang together: one horizontal one at least.
struct LineGroup {
  private(set) var horizontal: [Segment]
  private(set) var vertical: [Segment]
  /// Where they lie. A picture of dashes has as many groups as dashes, and each is compared with others.
  private(set) var area: Area

  /// `nil` without a horizontal stroke.
  init?(horizontal: [Segment], vertical: [Segment]) {
    let boxes =
      horizontal.map { Area(left: $0.from, top: $0.place, right: $0.to, bottom: $0.place + 1) }
      + vertical.map { Area(left: $0.place, top: $0.from, right: $0.place + 1, bottom: $0.to) }
    guard !horizontal.isEmpty, let area = boxes.extent else { return nil }
    (self.horizontal, self.vertical, self.area) = (horizontal, vertical, area)
  }

  mutating func add(_ other: LineGroup) {
    horizontal += other.horizontal
    vertical += other.vertical
    area = area.union(other.area)
  }
}

extension LineGroup {
  /// Whether lines run down both sides.
  fileprivate var isFramed: Bool {
    guard area.height > 1 else { return false }
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
  var groups: [Int: (horizontal: [Segment], vertical: [Segment])] = [:]
  for i in flat.indices { groups[sets.root(of: i), default: ([], [])].horizontal.append(flat[i]) }
  for j in upright.indices { groups[sets.root(of: flat.count + j), default: ([], [])].vertical.append(upright[j]) }
  return groups.sorted { $0.key < $1.key }.compactMap {
    LineGroup(horizontal: $0.value.horizontal, vertical: $0.value.vertical)
  }
}

/// Joins groups that lie inside each other, or one above the other with the same extent: tables ruled only horizontally.
private func joinedByExtent(_ groups: [LineGroup], textHeight: Int) -> [LineGroup] {
  var joined: [LineGroup] = []
  // Those that reach so far down that a group below may belong to them.
  var near: [Int] = []
  for group in groups.sorted(by: { $0.area.top < $1.area.top }) where group.area.width >= 3 * textHeight {
    near.removeAll { group.area.top - joined[$0].area.bottom >= furthest * textHeight }
    if let index = near.last(where: { belongs(group, to: joined[$0], textHeight) }) {
      joined[index].add(group)
    } else {
      near.append(joined.count)
      joined.append(group)
    }
  }
  return absorbed(joined)
}

/// How far below each other two groups may stand and be one table, in heights of text.
private let furthest = 14

/// Puts groups that lie inside the box of another into it: inner lines that touch no other line.
private func absorbed(_ groups: [LineGroup]) -> [LineGroup] {
  let areas = groups.map(\.area)
  let index = AreaIndex(areas)
  var kept: [LineGroup?] = groups.map { _ in nil }
  for number in groups.indices.sorted(by: { areas[$0].size > areas[$1].size }) {
    let area = areas[number].inset(by: meeting)
    let near = index.reaching(area.top - 2 * meeting...area.top)
    if let host = near.filter({ kept[$0] != nil && areas[$0].clipping(area) == area }).min() {
      kept[host]?.add(groups[number])
    } else {
      kept[number] = groups[number]
    }
  }
  return kept.compactMap { $0 }
}

private func belongs(_ group: LineGroup, to other: LineGroup, _ textHeight: Int) -> Bool {
  let (area, place) = (group.area, other.area)
  let inside = area.left >= place.left - meeting && area.right <= place.right + meeting
  if inside, area.top <= place.bottom + meeting { return true }
  guard abs(area.right - place.right) <= meeting, abs(area.left - place.left) <= meeting else { return false }
  // A frame is a table of its own, but for a shaded head over rows without one. Where there is no frame, a row that no
  // column line crosses parts the lines of one table.
  let isHead = place.height < 4 * textHeight && group.vertical.isEmpty && area.top - place.bottom < 4 * textHeight
  if group.isFramed || other.isFramed && !isHead { return false }
  return area.top - place.bottom < (group.vertical.isEmpty || other.vertical.isEmpty ? furthest : 4) * textHeight
}

// What tells a line from the strokes of the text beside it.

/// The most white between the characters of one word, in pixels.
func roomInWord(textHeight: Int) -> Int { max(3, textHeight / 3) }

/// Whether a place stands right at the text on one side, where lines keep a space, and parts it from nothing on the other.
func isAtEndOfText(_ place: Int, _ before: [Area], _ after: [Area], textHeight: Int) -> Bool {
  guard before.isEmpty != after.isEmpty else { return false }
  let room = before.map { place - $0.right } + after.map { $0.left - place }
  return room.contains { $0 <= roomInWord(textHeight: textHeight) }
}

/// The place in the input from which a value came.
public enum Origin: Sendable, Hashable {
  /// A line of the decoded input, counted from 1.
  case line(Int)
  /// A picture, and the part of it when the value came from a part. Indirect: nearly every text comes from a line, and
  /// with the picture's name inside, each of a page's thousands of cells would be half as large again.
  indirect case picture(name: String, box: Box?)
  /// The input as a whole; nothing more precise is known.
  case document
}

/// A rectangle in the pixels of an upright picture, origin at its top left corner.
public struct Box: Sendable, Hashable {
  /// The distance of the left edge from the picture's, in pixels.
  public var x: Int
  /// The distance of the top edge from the picture's, in pixels.
  public var y: Int
  /// Pixels from left to right; never negative.
  public var width: Int
  /// Pixels from top to bottom; never negative.
  public var height: Int

  /// Makes a rectangle; negative extents count as 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

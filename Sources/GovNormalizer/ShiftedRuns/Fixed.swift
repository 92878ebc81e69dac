/// Elements that never change and never move, so that a job may hold their address while it searches among them.
///
/// Whoever holds the address must hold the object too, or another that does. Reading costs no reference counting, which
/// would make jobs wait for each other.
final class Fixed<Element: BitwiseCopyable & Sendable>: Sendable {
  /// The elements; written before anyone can see them and never again, so that any job may read.
  nonisolated(unsafe) let elements: UnsafeBufferPointer<Element>

  /// Copies the elements.
  init(_ elements: [Element]) {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    self.elements = UnsafeBufferPointer(copy)
  }

  deinit { elements.deallocate() }
}

/// Works on several items at a time and hands the results on in the items' order.
///
/// However many jobs there are, `consume` sees the same calls, so the output is the same. A slow item holds back at most
/// four results per job: memory stays bounded.
func inOrder<Item: Sendable, Value: Sendable>(
  _ items: [Item], jobs: Int, produce: @escaping @Sendable (Item) async -> Value,
  consume: (Item, Value) throws -> Void
) async throws {
  // Who asks for more jobs than there are items may ask for any number of them.
  let jobs = min(jobs, items.count)
  if jobs <= 1 {
    for item in items { try consume(item, await produce(item)) }
    return
  }
  try await withThrowingTaskGroup(of: (Int, Value).self) { group in
    var running = 0
    var next = 0
    var due = 0
    var early: [Int: Value] = [:]
    while due < items.count {
      while running < jobs, next < items.count, next < due + 4 * jobs {
        let index = next
        group.addTask { (index, await produce(items[index])) }
        running += 1
        next += 1
      }
      if let value = early.removeValue(forKey: due) {
        try consume(items[due], value)
        due += 1
      } else if let (index, value) = try await group.next() {
        running -= 1
        early[index] = value
      }
    }
  }
}

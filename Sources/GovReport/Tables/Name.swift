import GovForms

/// The identifier of a row or a column of a statutory table (`denied.stateSecret`, `naturalPersons`).
///
/// A number that stands for the text: every figure's place is compared and looked up many times, and with texts that
/// was a third of the time of recognition.
struct Name: Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  private let number: Int

  /// The name with this text; one that no form knows is the empty name.
  init(_ text: String) { number = register.numbers[text] ?? 0 }

  init(stringLiteral text: String) { self.init(text) }

  /// The identifier as it is printed.
  var text: String { register.texts[number] }

  var description: String { text }
}

/// Every identifier of every form; the first is empty.
private let register: (texts: [String], numbers: [String: Int]) = {
  var texts = [""]
  var numbers = ["": 0]
  for table in StatutoryForm.all.flatMap(\.tables) {
    for text in table.rowIdentifiers.union(table.columnIdentifiers).sorted() where numbers[text] == nil {
      numbers[text] = texts.count
      texts.append(text)
    }
  }
  return (texts, numbers)
}()

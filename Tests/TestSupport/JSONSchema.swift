/// A validator for the keywords of draft 2020-12 that our schema uses; any other keyword is an error of the schema.
package struct JSONSchema {
  private let root: JSONValue

  package init(parsing bytes: [UInt8]) throws {
    root = try JSONValue(parsing: bytes)
  }

  /// What is wrong with a value; empty when it is valid.
  package func errors(in value: JSONValue) -> [String] {
    errors(value, root, at: "$")
  }

  private func errors(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    if case .bool(let allowed) = schema { return allowed ? [] : ["\(path): not allowed"] }
    guard case .object(let keywords) = schema else { return ["\(path): the schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, argument in
      errors(value, keyword, argument, schema, at: path)
    }
  }

  private func errors(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, _ schema: JSONValue, at path: String
  ) -> [String] {
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description": []
    case "$ref": errors(value, resolved(argument), at: path)
    case "const": value == argument ? [] : ["\(path): \(value) is not \(argument)"]
    case "enum": argument.items?.contains(value) == true ? [] : ["\(path): \(value) is not one of \(argument)"]
    case "type": hasType(value, argument) ? [] : ["\(path): \(value) is not of type \(argument)"]
    case "minimum": (value.number ?? .infinity) >= (argument.number ?? .infinity) ? [] : ["\(path): too small"]
    case "maximum": (value.number ?? -.infinity) <= (argument.number ?? -.infinity) ? [] : ["\(path): too large"]
    case "minItems": Double(value.items?.count ?? .max) >= (argument.number ?? 0) ? [] : ["\(path): too few"]
    case "maxItems": Double(value.items?.count ?? 0) <= (argument.number ?? 0) ? [] : ["\(path): too many"]
    case "pattern": matchesISODate(value) ? [] : ["\(path): \(value) is no date"]
    case "required": missing(value, argument).map { "\(path): \($0) is missing" }
    case "properties": errors(value, properties: argument, at: path)
    case "additionalProperties": additional(value, schema).map { "\(path): \($0) is not in the schema" }
    case "items":
      (value.items ?? []).enumerated().flatMap { errors($1, argument, at: "\(path)[\($0)]") }
    case "oneOf": errors(value, oneOf: argument.items ?? [], at: path)
    default: ["\(path): the validator does not know \(keyword)"]
    }
  }

  private func resolved(_ reference: JSONValue) -> JSONValue {
    guard case .string(let pointer) = reference, let name = pointer.split(separator: "/").last else { return .null }
    return root["$defs"]?[String(name)] ?? .null
  }

  private func errors(_ value: JSONValue, properties: JSONValue, at path: String) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.sorted { $0.key < $1.key }.flatMap { key, member in
      properties[key].map { errors(member, $0, at: "\(path).\(key)") } ?? []
    }
  }

  private func errors(_ value: JSONValue, oneOf schemas: [JSONValue], at path: String) -> [String] {
    let answers = schemas.map { errors(value, $0, at: path) }
    let fitting = answers.filter(\.isEmpty).count
    return fitting == 1 ? [] : ["\(path): \(fitting) of \(schemas.count) alternatives fit"] + answers.flatMap { $0 }
  }

  private func missing(_ value: JSONValue, _ required: JSONValue) -> [String] {
    (required.items ?? []).compactMap { name in
      if case .string(let key) = name, value[key] == nil { key } else { nil }
    }
  }

  private func additional(_ value: JSONValue, _ schema: JSONValue) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.keys.filter { schema["properties"]?[$0] == nil }.sorted()
  }

  private func hasType(_ value: JSONValue, _ type: JSONValue) -> Bool {
    if let types = type.items { return types.contains { hasType(value, $0) } }
    return switch (type, value) {
    case (.string("object"), .object), (.string("array"), .array), (.string("string"), .string),
      (.string("number"), .number), (.string("null"), .null):
      true
    case (.string("integer"), .number(let number)): number == number.rounded()
    default: false
    }
  }

  /// The one pattern of the schema, `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`.
  private func matchesISODate(_ value: JSONValue) -> Bool {
    guard case .string(let text) = value else { return true }
    return text.utf8.count == 10
      && text.utf8.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }
}

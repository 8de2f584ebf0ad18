internal import JSON

/// What a JSON value looks like.
indirect enum Shape: Sendable {
  case text
  case integer
  case flag
  /// One of some words.
  case word([String])
  case list(Shape)
  /// The value or `null`.
  case optional(Shape)
  /// Members that are always there, in order, and members that may be; others only where it is open.
  case object([(String, Shape)], maybe: [(String, Shape)] = [], isClosed: Bool = true)
  /// Members whose names are those of the vocabulary, all alike.
  case map(Shape)
  /// A shape that the document gives a name.
  case named(String)
  /// One of several shapes.
  case either([Shape])
  /// Anything.
  case any

  /// As a schema of OpenAPI 3.1.
  var schema: JSONValue {
    switch self {
    case .text: return .object([("type", .string("string"))])
    case .integer: return .object([("type", .string("integer"))])
    case .flag: return .object([("type", .string("boolean"))])
    case .word(let words):
      return .object([("type", .string("string")), ("enum", .array(words.map { .string($0) }))])
    case .list(let shape):
      return .object([("type", .string("array")), ("items", shape.schema)])
    case .optional(let shape):
      return .object([("anyOf", .array([shape.schema, .object([("type", .string("null"))])]))])
    case .object(let members, let maybe, let isClosed):
      return .object([
        ("type", .string("object")),
        ("required", .array(members.map { .string($0.0) })),
        ("properties", .object((members + maybe).map { ($0.0, $0.1.schema) })),
        ("additionalProperties", .flag(!isClosed)),
      ])
    case .map(let shape):
      return .object([("type", .string("object")), ("additionalProperties", shape.schema)])
    case .named(let name): return .object([("$ref", .string("#/components/schemas/\(name)"))])
    case .either(let shapes): return .object([("anyOf", .array(shapes.map(\.schema)))])
    case .any: return .object([])
    }
  }
}

internal import ChainViews

/// A JSON value whose members keep their order.
indirect enum JSONValue: Sendable {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case flag(Bool)
  case null

  /// The value, a member or an element a line, ended by a newline.
  var text: String { written(indent: "") + "\n" }

  private func written(indent: String) -> String {
    switch self {
    case .null: return "null"
    case .flag(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .string(let text): return JSONText.string(text)
    case .array(let values):
      if values.isEmpty { return "[]" }
      let inner = indent + "  "
      let lines = values.map { inner + $0.written(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let inner = indent + "  "
      let lines = members.map { name, value in
        inner + JSONText.string(name) + ": " + value.written(indent: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }
}

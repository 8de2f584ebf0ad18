/// A JSON value whose members keep their order, for documents that are put together before they are
/// written.
package indirect enum JSONValue: Sendable {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case flag(Bool)
  case null

  /// The value, a member or an element a line, ended by a newline.
  package var text: String {
    var json = JSONWriter()
    write(to: &json, .indented)
    return json.text + "\n"
  }

  /// Writes the value; everything in it has the layout.
  package func write(to json: inout JSONWriter, _ layout: JSONWriter.Layout) {
    switch self {
    case .null: json.null()
    case .flag(let flag): json.value(flag)
    case .integer(let number): json.value(number)
    case .string(let text): json.value(text)
    case .array(let values):
      json.array(layout) { json in
        for value in values { value.write(to: &json, layout) }
      }
    case .object(let members):
      json.object(layout) { json in
        for (name, value) in members {
          json.key(name)
          value.write(to: &json, layout)
        }
      }
    }
  }
}

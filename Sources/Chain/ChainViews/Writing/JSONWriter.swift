import Bilingual

/// Writes an answer as one JSON object, its keys in the order of the contract.
struct JSONWriter {
  let language: Language

  func text(_ answer: Answer) -> String {
    var members = [member("command", JSONText.string(answer.command), 1)]
    if let subject = answer.subject { members.append(member("subject", node(subject), 1)) }
    for section in answer.sections {
      if case .table(let table) = section.content, section.key == "rows" {
        members.append(member("count", String(table.rows.count), 1))
      }
      members.append(member(section.key, content(section.content), 1))
    }
    if !answer.notes.isEmpty {
      let notes = answer.notes.map { JSONText.string($0[language]) }
      members.append(member("notes", "[" + notes.joined(separator: ", ") + "]", 1))
    }
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }

  private func content(_ content: Section.Content) -> String {
    switch content {
    case .value(let cell): return value(cell)
    case .record(let fields):
      return object(fields.map { ($0.column.key, value($0.cell)) })
    case .table(let table):
      if table.rows.isEmpty { return "[]" }
      let rows = table.rows.map { row in
        "    " + object(zip(table.columns, row).map { ($0.key, value($1)) })
      }
      return "[\n" + rows.joined(separator: ",\n") + "\n  ]"
    }
  }

  private func value(_ cell: Cell) -> String {
    switch cell {
    case .none, .unanswered: "null"
    case .text(let text): JSONText.string(text)
    case .sentence(let text): JSONText.string(text[language])
    case .word(let key, _): JSONText.string(key)
    case .number(let number): String(number)
    case .quantity(let quantity): JSONText.string(quantity.description)
    case .flag(let flag): flag ? "true" : "false"
    case .node(let summary): node(summary)
    case .reference(let summary): JSONText.string(summary.id)
    case .list(let cells): "[" + cells.map { value($0) }.joined(separator: ", ") + "]"
    case .captioned(let cell, _): value(cell)
    case .record(let fields, _): object(fields.map { ($0.key, value($0.cell)) })
    }
  }

  private func node(_ summary: NodeSummary) -> String {
    object([
      ("id", JSONText.string(summary.id)), ("kind", JSONText.string(summary.kind)),
      ("name", JSONText.string(summary.name)),
    ])
  }

  private func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { "\(JSONText.string($0.key)): \($0.value)" }.joined(separator: ", ") + "}"
  }

  private func member(_ key: String, _ value: String, _ depth: Int) -> String {
    String(repeating: "  ", count: depth) + "\(JSONText.string(key)): \(value)"
  }
}

/// The letters of JSON.
public enum JSONText {
  /// `text` as a JSON string, quotes included; Chinese stays as it is.
  public static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

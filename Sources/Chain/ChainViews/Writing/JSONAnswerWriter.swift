import Bilingual
import JSON

/// Writes an answer as one JSON object, its keys in the order of the contract.
struct JSONAnswerWriter {
  let language: Language

  func text(_ answer: Answer) -> String {
    var json = JSONWriter()
    json.object(.indented) { json in
      json.member("command", answer.command)
      if let subject = answer.subject {
        json.key("subject")
        write(subject, to: &json)
      }
      for section in answer.sections {
        if case .table(let table) = section.content, section.key == "rows" {
          json.key("count")
          json.value(table.rows.count)
        }
        json.key(section.key)
        write(section.content, to: &json)
      }
      if !answer.notes.isEmpty {
        json.key("notes")
        json.array { json in
          for note in answer.notes { json.value(note[language]) }
        }
      }
    }
    return json.text + "\n"
  }

  private func write(_ content: Answer.Section.Content, to json: inout JSONWriter) {
    switch content {
    case .value(let cell): write(cell, to: &json)
    case .record(let fields):
      json.object { json in
        for field in fields { write(field.column.key, field.cell, to: &json) }
      }
    case .table(let table):
      json.array(.indented) { json in
        for row in table.rows {
          json.object { json in
            for (column, cell) in zip(table.columns, row) { write(column.key, cell, to: &json) }
          }
        }
      }
    }
  }

  private func write(_ key: String, _ cell: Answer.Cell, to json: inout JSONWriter) {
    json.key(key)
    write(cell, to: &json)
  }

  private func write(_ cell: Answer.Cell, to json: inout JSONWriter) {
    switch cell {
    case .none, .unanswered: json.null()
    case .text(let text): json.value(text)
    case .sentence(let text): json.value(text[language])
    case .word(let key, _): json.value(key)
    case .number(let number): json.value(number)
    case .decimal: json.value(number: cell.text(in: language))
    case .quantity(let quantity): json.value(quantity.description)
    case .flag(let flag): json.value(flag)
    case .node(let summary): write(summary, to: &json)
    case .reference(let summary): json.value(summary.id)
    case .list(let cells):
      json.array { json in
        for cell in cells { write(cell, to: &json) }
      }
    case .captioned(let cell, _): write(cell, to: &json)
    case .record(let fields, _):
      json.object { json in
        for field in fields { write(field.key, field.cell, to: &json) }
      }
    }
  }

  private func write(_ summary: Answer.NodeSummary, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", summary.id)
      json.member("kind", summary.kind)
      json.member("name", summary.name)
    }
  }
}

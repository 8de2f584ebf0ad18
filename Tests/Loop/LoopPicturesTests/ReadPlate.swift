import Bilingual
import ChainDrawing
import ChainViews

/// What a plate shows, for tests: its signs by what they mean, and its numbers.
struct ReadPlate {
  let marks: [Plate.Mark]

  init(_ plate: Plate) { marks = plate.pages.flatMap(\.marks) }

  /// What the marks mean that begin with a word, each once, in the order in which they were drawn.
  func meanings(_ word: String) -> [String] {
    var seen: Set<String> = []
    return marks.compactMap(\.meaning).filter { $0.hasPrefix(word + " ") }
      .filter { seen.insert($0).inserted }
  }

  /// The text of the marks that mean something.
  func text(_ meaning: String) -> String? {
    marks.lazy.filter { $0.meaning == meaning }
      .compactMap { mark in
        if case .text(let text, _, _, _, _, _) = mark.shape { text } else { nil }
      }.first
  }

  /// All numbers that are drawn, but for those of pages and of the months of an axis.
  var numbers: Set<String> {
    let texts = marks.filter { !["page", "axis"].contains($0.meaning) }.flatMap { mark in
      let text: String? = if case .text(let text, _, _, _, _, _) = mark.shape { text } else { nil }
      return [text, mark.tooltip].compactMap { $0 }
    }
    return Self.numbers(in: texts.joined(separator: "\n"))
  }

  static func numbers(in text: String) -> Set<String> {
    Set(
      text.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
        .map { $0.trimmingPrefix("0") }.map { $0.hasPrefix(".") ? "0" + $0 : String($0) }
        .map { $0.isEmpty ? "0" : $0 }
    )
  }
}

/// The rows of a list, for tests.
struct ReadList {
  let answer: Answer
  let language: Language

  /// The rows of a section, each by its columns.
  func rows(_ key: String) -> [[String: String]] {
    for section in answer.sections where section.key == key {
      guard case .table(let table) = section.content else { continue }
      return table.rows.map { row in
        Dictionary(
          uniqueKeysWithValues: zip(table.columns, row).map { column, cell in
            (column.key, Self.machineWord(cell) ?? cell.text(in: language))
          }
        )
      }
    }
    return []
  }

  /// What is counted at the head of the list.
  var figures: [String: String] {
    for section in answer.sections where section.key == "figures" {
      guard case .record(let fields) = section.content else { continue }
      return Dictionary(
        uniqueKeysWithValues: fields.map { ($0.column.key, $0.cell.text(in: language)) }
      )
    }
    return [:]
  }

  /// The key of a word, which is the same in both languages.
  private static func machineWord(_ cell: Answer.Cell) -> String? {
    if case .word(let key, _) = cell { key } else { nil }
  }

  var numbers: Set<String> {
    ReadPlate.numbers(
      in: answer.text(in: .csv, language: language)
        + answer.notes.map { $0[language] }.joined(separator: "\n")
        + answer.sections.compactMap { $0.title?[language] }.joined(separator: "\n")
    )
  }
}

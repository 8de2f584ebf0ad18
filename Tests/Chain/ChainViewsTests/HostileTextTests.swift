import Bilingual
import ChainFiles
import ChainModel
import ChainViews
import Diagnostics
import Foundation
import Testing

/// Names that try to break out of each format.
struct HostileTextTests {
  private func graph() throws -> ChainGraph { try HostileNames.graph() }

  private func hasControls(_ text: String, except kept: Set<Unicode.Scalar>) -> Bool {
    text.unicodeScalars.contains { scalar in
      (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)) && !kept.contains(scalar)
    }
  }

  @Test(arguments: AnswerFormat.allCases.filter(\.isText), Language.allCases)
  func `no format lets a control character through`(_ format: AnswerFormat, _ language: Language)
    throws
  {
    let kept: Set<Unicode.Scalar> = format == .csv ? ["\n", "\r", "\t"] : ["\n"]
    for answer in try HostileNames.answers() {
      let text = answer.text(in: format, language: language, width: 100)
      #expect(!hasControls(text, except: kept))
    }
  }

  @Test func `JSON gives back each name character by character`() throws {
    let graph = try graph()
    for (node, name) in zip(graph.nodes, HostileNames.all) {
      let text = Answer.show(node, in: graph).text(in: .json, language: .zh)
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let subject = try #require(object?["subject"] as? [String: String])
      let read = try #require(subject["name"])
      #expect(Array(read.unicodeScalars) == Array(name.unicodeScalars))
    }
  }

  @Test func `CSV gives back each name, and none begins a formula`() throws {
    let graph = try graph()
    let answer = Answer.audit(graph.audit(rules: [.unassigned]), in: graph)
    let rows = try #require(CSVReader.rows(answer.text(in: .csv, language: .zh)))
    try #require(rows.count == HostileNames.all.count + 1)
    #expect(Set(rows.map(\.count)).count == 1)
    let starts = "=+-@＝＋－＠\t\r\n".unicodeScalars
    for (row, name) in zip(rows.dropFirst(), HostileNames.all) {
      for cell in row {
        guard let first = cell.unicodeScalars.first else { continue }
        #expect(!starts.contains(first) || Double(cell) != nil, "\(cell.prefix(20))")
      }
      let defused = name.unicodeScalars.map { scalar in
        let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        return isControl && !["\n", "\r", "\t"].contains(scalar) ? " " : scalar
      }
      let read = Array(row[2].unicodeScalars)
      #expect(read == defused || read == ["'"] + defused, "\(name.debugDescription.prefix(40))")
    }
  }

  @Test func `a number below zero stays a number`() throws {
    let graph = try graph()
    let answer = Answer.audit(graph.audit(rules: [.unassigned]), in: graph)
    let rows = try #require(CSVReader.rows(answer.text(in: .csv, language: .zh)))
    #expect(rows.contains { $0[2] == "-5" })
    #expect(rows.contains { $0[2] == "'-1-1" })
  }

  @Test func `a Markdown table has the same number of cells in every line`() throws {
    let graph = try graph()
    let text = Answer.audit(graph.audit(rules: [.unassigned]), in: graph)
      .text(in: .markdown, language: .zh)
    let lines = text.unicodeScalars.split(separator: "\n").map { Array($0) }
    #expect(lines.count == HostileNames.all.count + 2)
    #expect(Set(lines.map { bars(in: $0) }).count == 1)
    #expect(!text.contains(" <script>"))
  }

  /// The bars that part cells: those with no backslash of their own before them.
  private func bars(in line: [Unicode.Scalar]) -> Int {
    var count = 0
    var isEscaped = false
    for scalar in line {
      if scalar == "|", !isEscaped { count += 1 }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return count
  }

  @Test func `a table on a terminal keeps its columns`() throws {
    let graph = try graph()
    let answer = Answer.audit(graph.audit(rules: [.unassigned]), in: graph)
    let grid = try #require(Grid(answer.text(in: .table, language: .zh, width: 100)))
    for line in grid.text { #expect(line.cellWidth <= 100) }
  }
}

/// Reads comma-separated values as RFC 4180 has them; `nil` for a text that it does not allow.
enum CSVReader {
  static func rows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if rest.first == "\"" {
          cell.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
          guard let next = rest.first, next == "," || next == "\r" else { return nil }
        }
        continue
      }
      switch scalar {
      case "\"":
        guard cell.isEmpty else { return nil }
        isQuoted = true
      case ",":
        row.append(String(cell))
        cell = .init()
      case "\r":
        guard rest.popFirst() == "\n" else { return nil }
        rows.append(row + [String(cell)])
        row = []
        cell = .init()
      case "\n": return nil
      default: cell.append(scalar)
      }
    }
    return isQuoted || !row.isEmpty || !cell.isEmpty ? nil : rows
  }
}

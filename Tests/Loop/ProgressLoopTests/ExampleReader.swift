import ChainModel
import Diagnostics
import ProgressLoop

/// What is wrong with an example itself.
struct ExampleFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// The fields of a mapping of an example; one that is never asked for is a fault.
struct ExampleFields {
  private let pairs: [String: EntryNode]

  init(_ node: EntryNode?, allowed: [String]) throws {
    guard let node else {
      pairs = [:]
      return
    }
    guard case .mapping(let content) = node.content else { throw ExampleFault("no mapping") }
    var pairs: [String: EntryNode] = [:]
    for pair in content {
      let key = pair.key.scalar ?? ""
      guard allowed.contains(key) || allowed.isEmpty else {
        throw ExampleFault("unknown field \(key)")
      }
      pairs[key] = pair.value
    }
    self.pairs = pairs
  }

  var names: [String] { pairs.keys.sorted() }
  subscript(field: String) -> EntryNode? { pairs[field] }

  func text(_ field: String) -> String? {
    guard let text = pairs[field]?.scalar, text != "null" else { return nil }
    return text
  }

  func required(_ field: String) throws -> String {
    guard let text = text(field) else { throw ExampleFault("no \(field)") }
    return text
  }

  func items(_ field: String) -> [EntryNode] { pairs[field]?.items ?? [] }
  func texts(_ field: String) -> [String] { items(field).compactMap(\.scalar) }

  func date(_ field: String) throws -> CalendarDate? {
    try text(field).map { text in
      guard let date = CalendarDate(parsing: text) else { throw ExampleFault("no date: \(text)") }
      return date
    }
  }

  func day(_ field: String) throws -> Day? { try date(field).map(Day.init(lastOf:)) }

  func period(_ field: String) throws -> ReportPeriod {
    guard let period = ReportPeriod(parsing: try required(field)) else {
      throw ExampleFault("no month: \(field)")
    }
    return period
  }

  func decimal(_ field: String) throws -> ExactDecimal? {
    try text(field).map { text in
      let digits = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
      guard let number = ExactDecimal(parsing: digits) else {
        throw ExampleFault("no number: \(text)")
      }
      return number
    }
  }
}

/// Rows of a table in an example, by heading.
enum ExampleTable {
  static func rows(_ text: String?, allowed: [String]) throws -> [[String: String]] {
    let lines = (text ?? "").split(separator: "\n")
    guard let head = lines.first else { return [] }
    let headings = head.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for heading in headings where !allowed.contains(heading) {
      throw ExampleFault("unknown column \(heading)")
    }
    return try lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count <= headings.count else { throw ExampleFault("too many cells: \(line)") }
      return Dictionary(uniqueKeysWithValues: zip(headings, cells))
    }
  }
}

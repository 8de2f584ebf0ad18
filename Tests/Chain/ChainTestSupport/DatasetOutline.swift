import ChainFiles
import ChainModel

/// The places of a data file whose spelling matters, found from its layout alone: two blanks a
/// level, one field a line, short lists in brackets.
///
/// It knows nothing of the loader, and what is free text (names, aliases, texts, places in a
/// document) is no place at all.
struct DatasetOutline {
  enum Role: String, CaseIterable {
    case topKey, field, itemField, reference, basis, option, unit, date, integer, flag
    case manifestField, language, document
  }

  struct Place {
    let role: Role
    /// From 0.
    let line: Int
    /// In scalars, from 0; a quote is no part of the text.
    let column: Int
    let text: String
    /// Whether the text stands in quotes, which a caret marks as well.
    let isQuoted: Bool
    /// The kind whose field or value this is; empty elsewhere.
    let kind: String
  }

  private(set) var places: [Place] = []
  private let ontology = Ontology.builtIn
  private let isManifest: Bool
  private var kind = ""
  private var defaultsOf: String?
  private var field = ""

  init(_ text: String, isManifest: Bool) {
    self.isManifest = isManifest
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      read(Array(line.unicodeScalars), number)
    }
  }

  // MARK: Lines

  private mutating func read(_ line: [Unicode.Scalar], _ number: Int) {
    var start = line.firstIndex { $0 != " " } ?? line.count
    guard start < line.count, line[start] != "#" else { return }
    let isItem = line[start] == "-" && start + 1 < line.count && line[start + 1] == " "
    if isItem { start += 2 }
    guard let colon = Self.keyEnd(line, from: start) else {
      // A value of the field above: an item of a list, or a list on a line of its own.
      readValue(line, from: start, number)
      return
    }
    let key = Self.string(line[start..<colon])
    switch (isManifest, start) {
    case (true, 0):
      add(.manifestField, number, start, key)
      field = key
    case (true, _): add(.manifestField, number, start, key)
    case (false, 0):
      add(.topKey, number, start, key)
      kind = key
      field = ""
    case (false, 2) where kind == "defaults":
      add(.topKey, number, start, key)
      defaultsOf = key
    default:
      add(.field, number, start, key)
      field = key
    }
    readValue(line, from: colon + 1, number)
  }

  private static func keyEnd(_ line: [Unicode.Scalar], from start: Int) -> Int? {
    guard let colon = line[start...].firstIndex(of: ":"), line[start] != "{", line[start] != "[",
      line[start] != "'", colon + 1 == line.count || line[colon + 1] == " "
    else { return nil }
    return colon
  }

  // MARK: Values

  private mutating func readValue(_ line: [Unicode.Scalar], from start: Int, _ number: Int) {
    var openMaps: [Bool] = []
    var index = start
    var key: String?
    while index < line.count {
      switch line[index] {
      case " ", ",":
        if line[index] == "," { key = nil }
        index += 1
      case "[", "{":
        openMaps.append(line[index] == "{")
        index += 1
      case "]", "}":
        openMaps.removeLast()
        index += 1
      default:
        let isFlow = !openMaps.isEmpty
        let isQuoted = line[index] == "'"
        let first = isQuoted ? index + 1 : index
        var end = first
        while end < line.count, !Self.ends(line, end, isFlow: isFlow, isQuoted: isQuoted) {
          end += 1
        }
        let text = Self.string(line[first..<end])
        let isKey = openMaps.last == true && end < line.count && line[end] == ":"
        if isKey {
          take(key: text, number, first)
          key = text
        } else {
          take(value: text, ofItemField: key, number, first, isQuoted)
        }
        index = end + (isQuoted || isKey ? 1 : 0)
      }
    }
  }

  private static func ends(
    _ line: [Unicode.Scalar],
    _ index: Int,
    isFlow: Bool,
    isQuoted: Bool
  ) -> Bool {
    if isQuoted { return line[index] == "'" }
    guard isFlow else { return false }
    if line[index] == ":" { return index + 1 == line.count || line[index + 1] == " " }
    return [",", "]", "}"].contains(line[index])
  }

  private mutating func take(key: String, _ number: Int, _ column: Int) {
    let isDefault = kind == "defaults"
    add(isDefault ? .field : .itemField, number, column, key)
    if isDefault { field = key }
  }

  private mutating func take(
    value: String,
    ofItemField key: String?,
    _ number: Int,
    _ column: Int,
    _ isQuoted: Bool
  ) {
    guard let role = isManifest ? manifestRole() : role(itemField: key) else { return }
    add(role, number, column, value, isQuoted)
  }

  private func manifestRole() -> Role? {
    switch field {
    case "language": .language
    case "date": .date
    case "documents": .document
    default: nil
    }
  }

  /// What the value of the present field is; `nil` for free text.
  private func role(itemField: String?) -> Role? {
    if kind != "defaults", let itemField {
      switch itemField {
      case "to": return .reference
      case "basis": return .basis
      default: return nil
      }
    }
    if field == "basis" { return .basis }
    if ["name", "id", "aliases", "source"].contains(field) { return nil }
    guard let definition = ontology[NodeKind(subject)] else { return nil }
    guard let attribute = definition.attributes.first(where: { $0.name.name == field }) else {
      return .reference
    }
    switch attribute.type {
    case .text: return nil
    case .integer: return .integer
    case .quantity: return .unit
    case .date: return .date
    case .flag: return .flag
    case .option: return .option
    }
  }

  /// The kind that the present field is of.
  private var subject: String { kind == "defaults" ? defaultsOf ?? "" : kind }

  private mutating func add(
    _ role: Role,
    _ line: Int,
    _ column: Int,
    _ text: String,
    _ isQuoted: Bool = false
  ) {
    places.append(
      Place(
        role: role,
        line: line,
        column: column,
        text: text,
        isQuoted: isQuoted,
        kind: role == .topKey ? "" : subject
      )
    )
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    var text = String(view)
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}

import ChainFiles
import ChainModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ChainTestSupport

/// Misspells hundreds of places of the real data set, one at a time in each entry, and expects an
/// error under each.
struct MisspellingTests {
  private struct File {
    let name: String
    let lines: [[Unicode.Scalar]]
    let places: [DatasetOutline.Place]
  }

  private struct Misspelling {
    let file: String
    let place: DatasetOutline.Place
    let text: String
  }

  private static let roundCount = 16
  private static let changesInARound = 45

  /// The codes that tell of a misspelt place of each role.
  private static let codes: [DatasetOutline.Role: Set<String>] = [
    .topKey: ["unknown-kind", "unknown-word"],
    .field: ["unknown-field"], .itemField: ["unknown-field"], .manifestField: ["unknown-field"],
    .reference: ["unknown-reference"], .document: ["unknown-reference"],
    .basis: ["unknown-word"], .language: ["unknown-word"], .option: ["unknown-value"],
    .unit: ["unknown-unit"], .date: ["bad-date"], .integer: ["bad-integer"], .flag: ["bad-flag"],
  ]

  private static func files() throws -> [File] {
    let folder = Repository.ownChains
    let names = try #require(FileManager.default.enumerator(atPath: folder))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") && $0 != "queries.yaml" }
      .sorted()
    return try names.map { name in
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      let outline = DatasetOutline(text, isManifest: name == "dataset.yaml")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return File(name: name, lines: lines.map { Array($0.unicodeScalars) }, places: outline.places)
    }
  }

  @Test func `the outline finds places of every role, where the text says they are`() throws {
    let files = try Self.files()
    var counts: [DatasetOutline.Role: Int] = [:]
    for file in files {
      for place in file.places {
        counts[place.role, default: 0] += 1
        let stretch = file.lines[place.line].dropFirst(place.column)
        #expect(
          stretch.starts(with: Array(place.text.unicodeScalars)),
          "\(file.name):\(place.line + 1) \(place.text)"
        )
      }
    }
    #expect(Set(counts.keys) == Set(DatasetOutline.Role.allCases))
    #expect(counts[.reference, default: 0] > 1500)
    #expect(counts[.field, default: 0] > 2500)
    let total = counts.values.reduce(0, +)
    #expect(total > 6000)
  }

  @Test func `the data set as it stands has no error`() throws {
    let files = try Self.files()
    let loaded = try folder(of: files, with: []).load()
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
    #expect(loaded.dataset != nil)
  }

  @Test(arguments: UInt64(0)..<UInt64(roundCount))
  func `each misspelling is an error at its line and column`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let files = try Self.files()
    let changes = changes(of: files, &random)
    #expect(changes.count > Self.changesInARound / 2, "seed \(seed)")
    try expectEach(changes, in: files, "seed \(seed)")
  }

  /// What stands below a misspelt key is not read, so each level has a turn of its own.
  @Test(arguments: [0, 2])
  func `each misspelt top key of the data set is an error`(column: Int) throws {
    var random = SplitMix64(seed: 4711)
    let files = try Self.files()
    var changes: [Misspelling] = []
    for file in files {
      for place in file.places where place.role == .topKey && place.column == column {
        let text = try #require(misspelt(place, names: [], &random))
        changes.append(Misspelling(file: file.name, place: place, text: text))
      }
    }
    #expect(changes.count > (column == 0 ? 80 : 12))
    try expectEach(changes, in: files, "seed 4711")
  }

  // MARK: Choosing

  /// At most one place a line, of every role in turn. Below a misspelt key nothing is read, so top
  /// keys are left to a test of their own, and one field of the manifest is enough.
  private func changes(of files: [File], _ random: inout SplitMix64) -> [Misspelling] {
    let names = Set(files.flatMap(\.places).map { Self.key($0.text) } + allNames(files))
    var byRole: [DatasetOutline.Role: [(file: String, place: DatasetOutline.Place)]] = [:]
    for file in files {
      for place in file.places where place.role != .topKey {
        byRole[place.role, default: []].append((file.name, place))
      }
    }
    var changes: [Misspelling] = []
    var lines: Set<String> = []
    let roles = DatasetOutline.Role.allCases.filter { byRole[$0] != nil }
    for turn in 0..<Self.changesInARound {
      let role = roles[turn % roles.count]
      guard let (file, place) = byRole[role]?.randomElement(using: &random),
        role != .manifestField || !changes.contains(where: { $0.place.role == role }),
        lines.insert("\(file):\(place.line)").inserted,
        let text = misspelt(place, names: names, &random)
      else { continue }
      changes.append(Misspelling(file: file, place: place, text: text))
    }
    return changes
  }

  /// Every text of the data set that could be a name, so that no misspelling is another's name.
  private func allNames(_ files: [File]) -> [String] {
    files.flatMap(\.lines).flatMap { line in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: line)
      return String(view).split { "[]{},:'".contains($0) }.map { Self.key(String($0)) }
    }
  }

  private static func key(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// The text with one letter left out, doubled, swapped or replaced, such that it is no other
  /// word that could stand there; `nil` when a few attempts find none.
  private func misspelt(
    _ place: DatasetOutline.Place,
    names: Set<String>,
    _ random: inout SplitMix64
  ) -> String? {
    for _ in 0..<20 {
      var letters = Array(place.text)
      // A number may be another number; its unit may not be another unit.
      let first = place.role == .unit ? (letters.firstIndex(of: " ") ?? 0) + 1 : 0
      guard first < letters.count else { return nil }
      let index = Int.random(in: first..<letters.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where letters.count - first > 1: letters.remove(at: index)
      case 1: letters.insert(letters[index], at: index)
      case 2 where index + 1 < letters.count: letters.swapAt(index, index + 1)
      default: letters[index] = letters[index].isASCII ? "q" : "錯"
      }
      let text = String(letters)
      if text != place.text, !isMeaningful(text, place, names) { return text }
    }
    return nil
  }

  /// Whether the text could stand at the place after all.
  private func isMeaningful(
    _ text: String,
    _ place: DatasetOutline.Place,
    _ names: Set<String>
  ) -> Bool {
    let ontology = Ontology.builtIn
    // What YAML itself would read otherwise.
    if text.contains("- ") || text.contains(": ") || text.hasPrefix("-") || text.hasPrefix("%")
      || text.hasSuffix(" ") || text.hasPrefix(" ")
    {
      return true
    }
    switch place.role {
    case .topKey, .field:
      let words = ontology.kinds.flatMap { [$0.kind.name] + $0.attributes.map(\.name.name) }
      let fields = ontology.relations.flatMap { [$0.kind.name, $0.field, $0.inverseField] }
      return (words + fields + ["defaults", "name", "id", "aliases", "source", "basis"])
        .contains(text)
    case .itemField: return ["to", "source", "basis", "document", "place"].contains(text)
    case .manifestField: return false
    case .reference, .document:
      return names.contains(Self.key(text)) || ["等", "etc."].contains(text)
    case .unit: return ontology.unit(String(text.drop { $0 != " " }.dropFirst())) != nil
    case .date: return CalendarDate(parsing: text) != nil
    case .integer: return Int(text) != nil
    case .flag: return ["true", "false"].contains(text)
    case .basis: return ["文件", "行业常识"].contains(text) || Basis(rawValue: text) != nil
    case .language: return ["zh", "en"].contains(text)
    case .option:
      return ontology.kinds.flatMap(\.attributes).contains { attribute in
        guard case .option(let options) = attribute.type else { return false }
        return options.contains { [$0.key, $0.label.zh, $0.label.en].contains(text) }
      }
    }
  }

  // MARK: Checking

  private func folder(of files: [File], with changes: [Misspelling]) throws -> DatasetFolder {
    var texts: [String: String] = [:]
    for file in files {
      var lines = file.lines
      for change in changes where change.file == file.name {
        let place = change.place
        let end = place.column + place.text.unicodeScalars.count
        lines[place.line].replaceSubrange(place.column..<end, with: change.text.unicodeScalars)
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: lines.joined(separator: ["\n"]))
      texts[file.name] = String(view)
    }
    return try DatasetFolder(texts)
  }

  private func expectEach(
    _ changes: [Misspelling],
    in files: [File],
    _ seed: Comment
  ) throws {
    let folder = try folder(of: files, with: changes)
    let loaded = folder.load()
    #expect(loaded.dataset == nil, seed)
    let reported = Dictionary(grouping: loaded.diagnostics) { $0.location }
    for change in changes {
      let place = change.place
      let start = SourcePosition(
        line: place.line + 1,
        column: place.column + 1 - (place.isQuoted ? 1 : 0)
      )
      let length = change.text.unicodeScalars.count + (place.isQuoted ? 2 : 0)
      let location = Diagnostic.Location(
        path: folder.path + "/" + change.file,
        range: SourceRange(start: start, length: length)
      )
      let codes = Set(reported[location, default: []].map(\.code))
      let words =
        "\(seed): \(change.file):\(start.line):\(start.column) \(place.text) → \(change.text)"
      #expect(
        !codes.isDisjoint(with: Self.codes[place.role, default: []]),
        "\(words), told \(codes)"
      )
      for diagnostic in reported[location, default: []] { expectTold(diagnostic) }
    }
  }
}

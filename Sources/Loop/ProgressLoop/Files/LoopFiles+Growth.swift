package import Diagnostics

extension LoopFiles {
  /// What of plans and journals has not merely grown since `old`: each line that was changed, removed, moved
  /// or put between others, at its place in the files now.
  ///
  /// Files are the same whose names are, in whatever folder. Line ends do not count, nor rows of empty cells.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package func growth(since old: LoopFiles) -> (diagnostics: [Diagnostic], sources: [SourceText]) {
    var (diagnostics, sources) = ([Diagnostic](), [SourceText]())
    for (before, after) in [(old.plans, plans), (old.journals, journals)] {
      let now = Dictionary(after.map { (Self.name($0.path), $0) }) { first, _ in first }
      for file in before {
        guard let own = now[Self.name(file.path)] else {
          let lines = FileLines(file.bytes).lines.count
          if lines > 0 { diagnostics.append(.removedLoopFile(file.path, lines: lines)) }
          continue
        }
        guard !Self.isBeginning(file.bytes, of: own.bytes) else { continue }
        let found = FileLines(own.bytes).flaws(since: FileLines(file.bytes), path: own.path)
        guard !found.isEmpty else { continue }
        diagnostics += found
        sources.append(SourceText(path: own.path, bytes: own.bytes))
      }
    }
    return (diagnostics, sources)
  }

  private static func name(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// Whether a file begins with the whole lines of another: what nearly all files do.
  private static func isBeginning(_ old: [UInt8], of new: [UInt8]) -> Bool {
    guard new.starts(with: old) else { return false }
    let isEnded = old.isEmpty || old.last == UInt8(ascii: "\n")
    return isEnded || new.count == old.count || new[old.count] == UInt8(ascii: "\n")
  }
}

/// The lines of a file that say something.
private struct FileLines {
  struct Line {
    let text: String
    /// From 1.
    let number: Int
    /// What the line is called.
    let name: String?
  }

  private(set) var lines: [Line] = []

  init(_ bytes: [UInt8]) {
    var place: Int?
    for (offset, raw) in bytes.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    .enumerated() {
      var raw = raw
      if offset == 0, raw.starts(with: [0xEF, 0xBB, 0xBF]) { raw = raw.dropFirst(3) }
      if raw.last == UInt8(ascii: "\r") { raw = raw.dropLast() }
      guard raw.contains(where: { $0 != UInt8(ascii: ",") && $0 != 0x20 }) else { continue }
      let text = String(decoding: raw, as: UTF8.self)
      let cells = text.split(separator: ",", omittingEmptySubsequences: false)
      if lines.isEmpty { place = cells.firstIndex { $0 == "line" || $0 == "行号" } }
      let name = place.flatMap { cells.indices.contains($0) ? String(cells[$0]) : nil }
      lines.append(Line(text: text, number: offset + 1, name: lines.isEmpty ? nil : name))
    }
  }

  /// What keeps these lines from being those of `old` and more behind them.
  func flaws(since old: FileLines, path: String) -> [Diagnostic] {
    var places: [String: [Int]] = [:]
    for (place, line) in lines.enumerated().reversed() {
      places[line.text, default: []].append(place)
    }
    let named = Dictionary(
      lines.enumerated().compactMap { place, line in line.name.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first }
    )
    func location(_ place: Int) -> Diagnostic.Location {
      let start = SourcePosition(line: lines[place].number, column: 1)
      let range = SourceRange(start: start, length: lines[place].text.unicodeScalars.count)
      return Diagnostic.Location(path: path, range: range)
    }
    var flaws: [(line: Int, diagnostic: Diagnostic)] = []
    var explained: Set<Int> = []
    var last = -1
    for line in old.lines {
      if let place = places[line.text]?.popLast() {
        explained.insert(place)
        if place < last {
          flaws.append((lines[place].number, .movedLine(line.told, at: location(place))))
        }
        last = max(last, place)
      } else if let place = line.name.flatMap({ named[$0] }), !explained.contains(place) {
        explained.insert(place)
        flaws.append(
          (lines[place].number, .changedLine(line.told, was: line.text, at: location(place)))
        )
        last = max(last, place)
      } else {
        let next = min(last + 1, lines.count - 1)
        let number = next >= 0 ? lines[next].number : 1
        let place =
          next >= 0 ? location(next) : Diagnostic.Location(path: path, range: nil)
        flaws.append((number, .removedLine(line.told, was: line.text, at: place)))
      }
    }
    for place in 0..<max(0, last) where !explained.contains(place) {
      let told = lines[place].told
      flaws.append((lines[place].number, .insertedLine(told, at: location(place))))
    }
    return flaws.sorted { $0.line < $1.line }.map(\.diagnostic)
  }
}

extension FileLines.Line {
  /// By which messages speak of it.
  var told: String { name ?? "\(number)" }
}

/// Gathers the diagnostics of one file, each once and as many as an author can use.
package struct FaultLog {
  /// The most faults that one reading reports.
  package static let mostFaults = 500

  package var path: String
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether there were more faults than there was room.
  package private(set) var isCut = false
  private var seen: Set<Diagnostic> = []
  private let room: Int
  /// The cells in which lines lie, where the file is a workbook.
  private let cells: SourceText?

  /// - Parameters:
  ///   - room: how many faults are still of use.
  ///   - cells: of a workbook, the text whose lines places speak of.
  package init(path: String, room: Int = FaultLog.mostFaults, cells: SourceText? = nil) {
    self.path = path
    self.room = room
    self.cells = cells
  }

  /// Whether a further fault would be kept; see ``cut()``.
  package var hasRoom: Bool { diagnostics.count < room }

  package mutating func report(_ diagnostic: Diagnostic) {
    // What a default says wrong, each entry that takes it says again.
    guard !seen.contains(diagnostic) else { return }
    guard hasRoom else { return cut() }
    seen.insert(diagnostic)
    diagnostics.append(diagnostic)
  }

  /// Says, once, that there is more. Loops that could find faults without end call this and stop
  /// where there is no room: each fault costs a search for what was meant.
  ///
  /// - Parameter more: how many more there are, where that is known.
  package mutating func cut(more: Int? = nil) {
    guard !isCut else { return }
    isCut = true
    diagnostics.append(.tooManyFaults(limit: Self.mostFaults, more: more, path: path))
  }

  package func location(of node: EntryNode) -> Diagnostic.Location { location(of: node.range) }

  package func location(of range: SourceRange) -> Diagnostic.Location {
    Diagnostic.Location(
      path: path,
      range: range,
      cell: cells?.cell(ofLine: range.start.line)
    )
  }
}

/// A line on an item, and what became of it.
package struct HistoryLine: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    case standing
    case corrected
    case withdrawn
  }

  package let line: JournalLine
  package let state: State
  /// The line that replaced or withdrew it.
  package let replacedBy: String?
}

extension ClosedLoop {
  /// Every line on an item that was known on a day, in the order in which they were recorded.
  ///
  /// - Complexity: O(*l* + *r*²) over the lines of the item, and those of them that were replaced.
  package func history(of item: Int, known: Day) -> [HistoryLine] {
    let own = lines.lines(of: item).map { Int($0) }.filter { lines[$0].recorded <= known }
    let links = own.filter { lines.targets[$0] >= 0 }
    return own.map { line in
      let by =
        lines.isStanding(line, known: known)
        ? nil : links.first { lines.targets[$0] == Int32(line) }
      let state: HistoryLine.State =
        by.map { lines[$0].type == .withdraw ? .withdrawn : .corrected } ?? .standing
      return HistoryLine(
        line: lines.journal[line],
        state: state,
        replacedBy: by.map { lines.name(of: $0) }
      )
    }
  }
}

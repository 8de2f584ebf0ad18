import Diagnostics

/// A table as it stands on a terminal, cut where its rule says that the columns are.
struct Grid {
  /// The widths of the columns, in cells.
  let widths: [Int]
  /// The lines below the rule, cut into columns; `nil` where a character or a text lies across a
  /// border.
  let lines: [[String]?]
  /// The lines as they are, from the heading on.
  let text: [String]

  /// The first table of a text; `nil` when there is none.
  init?(_ text: String) {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let rule = all.firstIndex(where: { $0.hasPrefix("─") }), rule > 0 else { return nil }
    let widths = all[rule].split(separator: " ").map(\.count)
    let end = all[rule...].firstIndex(of: "") ?? all.endIndex
    self.widths = widths
    self.text = Array(all[(rule - 1)..<end])
    lines = all[(rule + 1)..<end].map { Self.cut($0, widths) }
  }

  private static func cut(_ line: String, _ widths: [Int]) -> [String]? {
    var rest = line[...]
    var cells: [String] = []
    for (column, width) in widths.enumerated() {
      let isLast = column == widths.count - 1
      var cell = ""
      var used = 0
      while used < width, let next = rest.first {
        used += String(next).cellWidth
        cell.append(next)
        rest.removeFirst()
      }
      // A wide character must not lie across the border.
      guard used <= width else { return nil }
      let gap = rest.prefix(2)
      guard isLast ? rest.isEmpty : gap.allSatisfy({ $0 == " " }) else { return nil }
      rest = rest.dropFirst(2)
      cells.append(cell)
    }
    return cells
  }
}

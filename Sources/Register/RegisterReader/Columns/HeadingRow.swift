import Diagnostics

/// Finds the row that names the columns among the first rows of a table.
struct HeadingRow {
  /// The position among the rows looked at.
  let position: Int
  /// How many of its cells are headings that are known or that a person names.
  let known: Int
  /// Whether one of them is that of the firms' names.
  let hasName: Bool

  /// How many rows at the top may be titles, notes or blank.
  static let mostRows = 40

  /// The row with the most known headings of those that name the firms' names, the first of equals; else
  /// that with the most known, else the first with two cells or more; `nil` where all are blank.
  init?(_ rows: [[String]], _ names: RegisterColumnNames) {
    var best: Self?
    for (position, texts) in rows.enumerated() {
      guard let row = Self(texts, at: position, names) else { continue }
      if best.map({ row.isBetter(than: $0) }) ?? true { best = row }
    }
    if let best, best.known > 0 {
      self = best
      return
    }
    func position(of least: Int) -> Int? {
      rows.firstIndex { $0.count { !$0.isEmpty } >= least }
    }
    guard let first = position(of: 2) ?? position(of: 1) else { return nil }
    self.init(position: first, known: 0, hasName: false)
  }

  private init(position: Int, known: Int, hasName: Bool) {
    (self.position, self.known, self.hasName) = (position, known, hasName)
  }

  private init?(_ texts: [String], at position: Int, _ names: RegisterColumnNames) {
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    guard !filled.isEmpty else { return nil }
    var known = 0
    var hasName = false
    for key in filled.map({ HeadingText(texts[$0]).key }) {
      let column = KnownHeadings.column(of: key) ?? KnownHeadings.claims(on: key).first
      if column != nil { known += 1 }
      if column == .name, !names.decides(.name) { hasName = true }
    }
    for choice in names.choices where !choice.heading.isEmpty {
      let isNumber = RegisterColumnNames.number(choice) != nil
      let isHere = !RegisterColumnNames.positions(of: choice, in: texts).isEmpty
      if isHere, !isNumber { known += 1 }
      // A number says nothing of the row, as long as there are such columns.
      if isHere, choice.column == .name { hasName = true }
    }
    self.init(position: position, known: known, hasName: hasName)
  }

  private func isBetter(than other: Self) -> Bool {
    (hasName ? 1 : 0, known) > (other.hasName ? 1 : 0, other.known)
  }
}

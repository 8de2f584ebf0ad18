import CSV

/// The sign between the cells of a text, and the row of headings that it shows.
struct RowShape {
  let separator: UInt8
  let head: HeadRows
  let heading: HeadingRow
  /// Whether another sign would make more cells of a row than a table may have.
  private(set) var isTooWide = false

  /// The comma first, the semicolon where the comma is that of decimals, the tab of texts copied out of a
  /// sheet, the bar of databases.
  private static let separators = Array(",\t;|".utf8)

  /// The sign that shows the most known headings in a row, the comma first; where none shows any, the one
  /// that parts the first rows into the most cells.
  ///
  /// - Parameter declared: the sign that a first line `sep=;` names.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    declared: UInt8?,
    _ names: RegisterColumnNames
  ) {
    var best: (shape: Self, score: (Int, Int, Int))?
    var isWide = false
    for separator in declared.map({ [$0] }) ?? Self.separators {
      let head = HeadRows(bytes, from: start, separator)
      isWide = isWide || head.isTooWide
      guard let heading = HeadingRow(head.rows.map(\.texts), names) else { continue }
      let width = head.rows[heading.position].texts.count
      let score = (heading.hasName && heading.known > 0 ? 1 : 0, heading.known, width)
      if best.map({ score > $0.score }) ?? true {
        best = (Self(separator: separator, head: head, heading: heading), score)
      }
    }
    guard let best else { return nil }
    self = best.shape
    isTooWide = isWide
  }

  private init(separator: UInt8, head: HeadRows, heading: HeadingRow) {
    (self.separator, self.head, self.heading) = (separator, head, heading)
  }

  var headings: HeadRows.Row { head.rows[heading.position] }

  /// What a first line `sep=;` says, which Excel takes for itself, and where the next line begins.
  static func declaration(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> (separator: UInt8, next: Int)? {
    let line = bytes[start..<min(bytes.count, start + 16)].prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count >= 5, line.prefix(3).map({ $0 | 0x20 }) == Array("sep".utf8),
      line[line.startIndex + 3] == 0x3D
    else { return nil }
    let mark = line[line.startIndex + 4]
    var next = line.endIndex
    while next < bytes.count, bytes[next] == 0x0D || bytes[next] == 0x0A { next += 1 }
    return mark < 0x80 && separators.contains(mark) ? (mark, next) : nil
  }
}

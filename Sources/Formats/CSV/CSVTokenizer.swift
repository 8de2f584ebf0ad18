#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Tells the bytes of a CSV file apart into rows of cells, as RFC 4180 writes them, a block of rows
/// at a time; another sign may stand in place of the comma.
///
/// Eight bytes are looked at together: one comparison finds whatever could end a cell. No cell is
/// copied; where quotes are doubled, the bytes are moved together where they lie.
package struct CSVTokenizer: Sendable {
  /// Why a call ended.
  package enum Stop: Hashable, Sendable {
    /// The block is full.
    case full
    /// The next row begins at the limit or behind it.
    case limit
    /// The bytes end inside of the row at `position`, and the file goes on.
    case starved
    /// The file ends.
    case end
    /// The rest cannot be told apart.
    case broken(CSVBreak)
  }

  /// The rows of a block.
  package static let blockRows = 256
  /// Bytes that must lie readable behind those given; none of them may be below 0x80.
  package static let padding = 8

  package let columnCount: Int
  /// How many rows a block has room for.
  private let rows: Int
  /// What stands between cells.
  private let separator: UInt8
  /// The separator in each of eight bytes; zero where it is found without that.
  private let pattern: UInt64
  /// The cells of the rows of the last block, row by row.
  package private(set) var cells: [CSVCell]
  /// How many rows the last block has; ragged ones are not among them.
  package private(set) var rowCount = 0
  package private(set) var raggedRows: [RaggedRow] = []
  /// Where the next row begins.
  package private(set) var position = 0
  /// How many ends of lines stood inside quotes in the last block.
  package private(set) var quotedLineEnds = 0

  /// The cells of the row being read whose doubled quotes are still to be undone: a row that turns
  /// out to be cut off is read again from its first byte.
  private var doubled: [Int] = []

  /// - Parameter rows: how many rows a block has room for; a reader of one row asks for no more, since
  ///   the room is made whether or not it is filled.
  package init(
    columnCount: Int,
    separator: UInt8 = UInt8(ascii: ","),
    rows: Int = Self.blockRows
  ) {
    precondition(columnCount > 0 && rows > 0, "rows of no cells")
    precondition(separator < 0x80, "a separator of one byte")
    self.columnCount = columnCount
    self.rows = rows
    self.separator = separator
    pattern = separator < 0x2D ? 0 : UInt64(separator) * 0x0101_0101_0101_0101
    cells = Array(
      repeating: CSVCell(start: 0, count: 0, isQuoted: false),
      count: rows * columnCount
    )
  }

  /// Reads a block of rows.
  ///
  /// - Parameters:
  ///   - bytes: the bytes, and ``padding`` behind them.
  ///   - count: how many of them are the file's.
  ///   - start: where the first row begins.
  ///   - limit: rows that begin here or behind it are not read.
  ///   - isEnd: whether the file ends where the bytes do.
  package mutating func read(
    _ bytes: UnsafeMutablePointer<UInt8>,
    count: Int,
    from start: Int,
    limit: Int,
    isEnd: Bool
  ) -> Stop {
    rowCount = 0
    quotedLineEnds = 0
    raggedRows.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
    position = start
    guard start < limit else { return .limit }
    guard start < count else { return isEnd ? .end : .starved }
    // The array is out of the way while its memory is written to.
    var block = cells
    cells = []
    defer { cells = block }
    return block.withUnsafeMutableBufferPointer { cells in
      scan(bytes, count: count, limit: limit, isEnd: isEnd, into: cells)
    }
  }

  /// Lets `body` read the cells of the last block, row by row.
  package func withCells<Result>(
    _ body: (UnsafeBufferPointer<CSVCell>) throws -> Result
  ) rethrows -> Result {
    try cells.withUnsafeBufferPointer(body)
  }

  private mutating func scan(
    _ bytes: UnsafeMutablePointer<UInt8>,
    count: Int,
    limit: Int,
    isEnd: Bool,
    into cells: UnsafeMutableBufferPointer<CSVCell>
  ) -> Stop {
    var row = Row(start: position, cells: 0)
    var base = position
    var mask = specials(bytes, base)
    while true {
      while mask == 0 {
        base += 8
        if base >= count { break }
        mask = specials(bytes, base)
      }
      let at = mask == 0 ? count : base + mask.trailingZeroBitCount >> 3
      if at >= count {
        guard isEnd else { return .starved }
        // The last row need not end its line.
        guard row.start < count else { return .end }
        return end(&row, at: count, next: count, bytes, into: cells, limit: limit) ?? .end
      }
      mask &= mask - 1
      switch bytes[at] {
      case separator: row.endCell(at, of: columnCount, into: cells, rowCount)
      case UInt8(ascii: "\n"):
        let isPaired = at > row.cellStart && bytes[at - 1] == UInt8(ascii: "\r")
        let stop = end(
          &row,
          at: isPaired ? at - 1 : at,
          next: at + 1,
          bytes,
          into: cells,
          limit: limit
        )
        if let stop { return stop }
      case UInt8(ascii: "\""):
        switch quoted(bytes, count: count, at: at, &row, isEnd: isEnd) {
        case .stop(let stop): return stop
        case .closed(let next):
          base = next
          mask = next < count ? specials(bytes, base) : 0
        }
      case UInt8(ascii: "\r"):
        if at + 1 == count {
          return isEnd ? .broken(CSVBreak(.bareReturn, at: at)) : .starved
        }
        if bytes[at + 1] != UInt8(ascii: "\n") { return .broken(CSVBreak(.bareReturn, at: at)) }
      case 0: return .broken(CSVBreak(.nul, at: at))
      default: break
      }
    }
  }

  /// A bit for each of eight bytes below 0x2D, its highest: the comma, the quote, ends of lines,
  /// and what is rare; and for each that is another separator.
  @inline(__always)
  private func specials(_ bytes: UnsafeMutablePointer<UInt8>, _ position: Int) -> UInt64 {
    let word = UInt64(
      littleEndian: UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self)
    )
    // Adding 0x80 − 0x2D sets the highest bit of what is not below; no carry leaves a byte.
    let low = (word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x5353_5353_5353_5353
    let found = ~(low | word)
    guard pattern != 0 else { return found & 0x8080_8080_8080_8080 }
    // Of a byte that equals the separator nothing is left; adding 0x7F sets the highest bit of all
    // others.
    let rest = word ^ pattern
    let others = ((rest & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | rest
    return (found | ~others) & 0x8080_8080_8080_8080
  }

  /// Ends a row before `at`; the reason to stop, if there is one.
  @inline(__always)
  private mutating func end(
    _ row: inout Row,
    at: Int,
    next: Int,
    _ bytes: UnsafeMutablePointer<UInt8>,
    into cells: UnsafeMutableBufferPointer<CSVCell>,
    limit: Int
  ) -> Stop? {
    row.endCell(at, of: columnCount, into: cells, rowCount)
    if row.cells == columnCount {
      if !doubled.isEmpty { undouble(bytes, cells) }
      rowCount += 1
    } else {
      raggedRows.append(RaggedRow(range: row.start..<at, cellCount: row.cells))
      doubled.removeAll(keepingCapacity: true)
    }
    quotedLineEnds += row.quotedLineEnds
    position = next
    row = Row(start: next, cells: 0)
    if next >= limit { return .limit }
    return rowCount == rows || raggedRows.count == rows ? .full : nil
  }

  private enum Quoted {
    case stop(Stop)
    /// The cell is read; what ends it stands at the position.
    case closed(Int)
  }

  /// Reads the cell whose first quote stands at `start`.
  private mutating func quoted(
    _ bytes: UnsafeMutablePointer<UInt8>,
    count: Int,
    at start: Int,
    _ row: inout Row,
    isEnd: Bool
  ) -> Quoted {
    guard start == row.cellStart, row.quotedEnd == nil else {
      return .stop(.broken(CSVBreak(.strayQuote, at: start)))
    }
    var from = start + 1
    var isDoubled = false
    while true {
      guard let found = memchr(bytes + from, 0x22, count - from) else {
        return .stop(isEnd ? .broken(CSVBreak(.unterminatedQuote, at: start)) : .starved)
      }
      let quote = UnsafeMutableRawPointer(bytes).distance(to: found)
      if quote + 1 == count {
        if !isEnd { return .stop(.starved) }
      } else if bytes[quote + 1] == 0x22 {
        isDoubled = true
        from = quote + 2
        continue
      }
      let content = start + 1..<quote
      if let nul = memchr(bytes + content.lowerBound, 0, content.count) {
        let at = UnsafeMutableRawPointer(bytes).distance(to: nul)
        return .stop(.broken(CSVBreak(.nul, at: at)))
      }
      for position in content where bytes[position] == 0x0A { row.quotedLineEnds += 1 }
      row.quotedEnd = quote
      if isDoubled, row.cells < columnCount { doubled.append(rowCount * columnCount + row.cells) }
      guard quote + 1 < count else { return .closed(quote + 1) }
      switch bytes[quote + 1] {
      case separator, UInt8(ascii: "\n"), UInt8(ascii: "\r"): return .closed(quote + 1)
      default: return .stop(.broken(CSVBreak(.textAfterQuote, at: quote + 1)))
      }
    }
  }

  private mutating func undouble(
    _ bytes: UnsafeMutablePointer<UInt8>,
    _ cells: UnsafeMutableBufferPointer<CSVCell>
  ) {
    for position in doubled {
      let cell = cells[position]
      let start = Int(cell.start)
      var (from, to) = (start, start)
      let end = start + cell.count
      while from < end {
        bytes[to] = bytes[from]
        to += 1
        from += bytes[from] == 0x22 ? 2 : 1
      }
      cells[position] = CSVCell(start: start, count: to - start, isQuoted: true)
    }
    doubled.removeAll(keepingCapacity: true)
  }
}

/// A row while it is read.
private struct Row {
  let start: Int
  var cells: Int
  var cellStart: Int
  /// Where the quote stands that ended the cell being read.
  var quotedEnd: Int?
  var quotedLineEnds = 0

  init(start: Int, cells: Int) {
    self.start = start
    self.cells = cells
    cellStart = start
  }

  /// Ends a cell before `at`; cells beyond the header's are counted alone.
  @inline(__always)
  mutating func endCell(
    _ at: Int,
    of columnCount: Int,
    into block: UnsafeMutableBufferPointer<CSVCell>,
    _ rowCount: Int
  ) {
    if cells < columnCount {
      let place = rowCount * columnCount + cells
      if let quote = quotedEnd {
        block[place] = CSVCell(
          start: cellStart + 1,
          count: quote - cellStart - 1,
          isQuoted: true
        )
      } else {
        block[place] = CSVCell(start: cellStart, count: at - cellStart, isQuoted: false)
      }
    }
    quotedEnd = nil
    cells += 1
    cellStart = at + 1
  }
}

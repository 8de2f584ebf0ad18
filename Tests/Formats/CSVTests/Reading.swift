import CSV

/// Everything that a tokenizer says of some bytes.
struct Reading: Equatable {
  var rows: [[String]] = []
  /// Which cells of each row stand in quotes.
  var quoted: [[Bool]] = []
  /// Where each row that was set aside begins and ends, and how many cells it has.
  var ragged: [[Int]] = []
  var quotedLineEnds = 0
  /// Why the last call ended.
  var stop = CSVTokenizer.Stop.full
  /// Where the next row would begin.
  var position = 0

  /// Reads all rows that begin before `limit`.
  init(_ text: [UInt8], columns: Int, separator: UInt8 = 0x2C, limit: Int = .max) {
    var tokenizer = CSVTokenizer(columnCount: columns, separator: separator)
    repeat {
      read(&tokenizer, text, of: text.count, at: 0, limit: limit)
    } while stop == .full
  }

  init(_ text: String, columns: Int, limit: Int = .max) {
    self.init(Array(text.utf8), columns: columns, limit: limit)
  }

  /// Reads as a file is read that comes `step` bytes at a time: what a row lacks is fetched, and the
  /// row is read again from its first byte.
  init(_ text: String, columns: Int, step: Int) {
    let bytes = Array(text.utf8)
    var tokenizer = CSVTokenizer(columnCount: columns)
    var end = min(step, bytes.count)
    while true {
      let start = position
      read(&tokenizer, Array(bytes[start..<end]), of: bytes.count - start, at: start, limit: .max)
      if stop == .starved { end = min(end + step, bytes.count) } else if stop != .full { return }
    }
  }

  /// Reads a block of rows out of `given`, which lie at `offset` in a file that has `total` bytes
  /// from there on.
  private mutating func read(
    _ tokenizer: inout CSVTokenizer,
    _ given: [UInt8],
    of total: Int,
    at offset: Int,
    limit: Int
  ) {
    var bytes = given + Array(repeating: 0xFF, count: CSVTokenizer.padding)
    bytes.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      stop = tokenizer.read(
        base,
        count: given.count,
        from: position - offset,
        limit: limit,
        isEnd: given.count == total
      )
      tokenizer.withCells { cells in
        for row in 0..<tokenizer.rowCount {
          let mine = cells[(row * tokenizer.columnCount)..<((row + 1) * tokenizer.columnCount)]
          rows.append(mine.map { String(decoding: buffer[$0.range], as: UTF8.self) })
          quoted.append(mine.map(\.isQuoted))
        }
      }
    }
    for row in tokenizer.raggedRows {
      ragged.append([row.range.lowerBound + offset, row.range.upperBound + offset, row.cellCount])
    }
    quotedLineEnds += tokenizer.quotedLineEnds
    position = tokenizer.position + offset
  }
}

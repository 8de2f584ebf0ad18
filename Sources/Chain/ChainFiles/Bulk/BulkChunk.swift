import CSV

/// What a reader makes of rows; each chunk of a file has one of its own.
protocol BulkRows: Sendable {
  /// Makes room for about as many rows.
  mutating func reserve(rows count: Int)

  /// Takes the rows of a block; its cells lie in `bytes`, for the time of the call alone.
  mutating func take(
    _ block: borrowing CSVTokenizer,
    _ bytes: UnsafePointer<UInt8>,
    log: inout BulkFaultLog
  )
}

/// The rows of a file that begin in one stretch of it.
struct BulkChunk<Rows: BulkRows>: Sendable {
  /// Where rows may begin.
  let stretch: Range<Int>
  /// Where the first row begins; `nil` when none does.
  var start: Int?
  /// Where the first row behind them begins.
  var end: Int
  /// How many rows have as many cells as the header.
  var rowCount = 0
  /// How many ends of lines the rows hold, with those inside of quotes.
  var lineCount = 0
  /// How many rows have more cells than the header, or fewer.
  var raggedCount = 0
  var faults: [BulkFault] = []
  /// How many more faults there are than are kept.
  var untoldFaults = 0
  /// Whether the rest of the file cannot be told apart.
  var isBroken = false
  var rows: Rows

  init(stretch: Range<Int>, rows: Rows) {
    self.stretch = stretch
    end = stretch.lowerBound
    self.rows = rows
  }
}

/// Reads chunks one after another, with memory that is used again.
struct BulkChunkReader: ~Copyable {
  private let file: BulkFile
  private let bodyStart: Int
  private var tokenizer: CSVTokenizer
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes the memory holds.
  private var filled = 0
  /// How many of them are known to be UTF-8.
  private var sound = 0
  /// The first byte that is not.
  private var invalid: Int?
  private var base = 0

  /// The most bytes of a row.
  static let longestRow = 1 << 20
  /// How much is read behind a stretch, for the row that leaves it.
  private static let overrun = 1 << 14

  init(file: BulkFile, bodyStart: Int, columnCount: Int, chunkSize: Int) {
    self.file = file
    self.bodyStart = bodyStart
    tokenizer = CSVTokenizer(columnCount: columnCount)
    capacity = chunkSize + Self.overrun + 1 + CSVTokenizer.padding
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// Reads the rows that begin in the chunk's stretch.
  ///
  /// - Parameter start: where the first row begins; `nil` for a guess, which is that no quote is open
  ///   where the stretch begins.
  mutating func read<Rows: BulkRows>(_ chunk: inout BulkChunk<Rows>, from start: Int?) {
    let stretch = chunk.stretch
    let isFirst = stretch.lowerBound == bodyStart
    base = start ?? (isFirst ? bodyStart : stretch.lowerBound - 1)
    (filled, sound, invalid) = (0, 0, nil)
    guard fill(upTo: stretch.upperBound + Self.overrun) else { return unreadable(&chunk) }
    let limit = stretch.upperBound - base
    guard let first = start == nil && !isFirst ? firstRow(before: limit) : 0 else { return }
    chunk.start = base + first
    sound = first
    check()
    var log = BulkFaultLog()
    log.offset = base
    var position = first
    reading: while true {
      let isEnd = base + filled == file.size && sound == filled
      let stop = tokenizer.read(
        memory,
        count: sound,
        from: position,
        limit: limit,
        isEnd: isEnd
      )
      position = tokenizer.position
      if tokenizer.rowCount > 0 {
        if chunk.rowCount == 0 { reserve(&chunk, after: first) }
        chunk.rows.take(tokenizer, memory, log: &log)
      }
      chunk.rowCount += tokenizer.rowCount
      chunk.lineCount +=
        tokenizer.rowCount + tokenizer.raggedRows.count + tokenizer.quotedLineEnds
      chunk.raggedCount += tokenizer.raggedRows.count
      for row in tokenizer.raggedRows {
        let (count, wanted) = (row.cellCount, tokenizer.columnCount)
        log.report(row.range) { .raggedRow(cells: count, of: wanted, at: $0) }
      }
      switch stop {
      case .full: continue
      case .limit, .end: break reading
      case .broken(let fault):
        log.report(fault.position..<fault.position + 1) { .csvSyntax(fault.problem, at: $0) }
        chunk.isBroken = true
        break reading
      case .starved:
        if let invalid {
          log.report(invalid..<invalid + 1) { .invalidUTF8(at: $0) }
          chunk.isBroken = true
          break reading
        }
        guard filled - position < Self.longestRow else {
          log.report(position..<position + 1) { .rowTooLong(limit: Self.longestRow, at: $0) }
          chunk.isBroken = true
          break reading
        }
        guard fill(upTo: base + filled + max(Self.overrun, filled - position)) else {
          return unreadable(&chunk)
        }
        check()
      }
    }
    chunk.end = base + position
    chunk.faults = log.faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
    chunk.untoldFaults = log.untold
  }

  /// Makes room for the chunk's rows, which are about as long as those of the first block.
  private func reserve<Rows: BulkRows>(_ chunk: inout BulkChunk<Rows>, after first: Int) {
    let size = tokenizer.position - first
    guard size > 0 else { return }
    chunk.rows.reserve(rows: chunk.stretch.count / size * tokenizer.rowCount * 9 / 8)
  }

  private func unreadable<Rows: BulkRows>(_ chunk: inout BulkChunk<Rows>) {
    chunk.start = chunk.stretch.lowerBound
    chunk.isBroken = true
    let path = file.path
    chunk.faults = [
      BulkFault(range: base..<base) { _ in .unreadable(path) }
    ]
  }

  /// Where the first row begins, if all is well with the quotes before.
  private func firstRow(before limit: Int) -> Int? {
    let bytes = UnsafeBufferPointer(start: memory, count: min(limit, filled))
    guard let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")), lineEnd + 1 < limit,
      lineEnd + 1 < filled || base + filled < file.size
    else { return nil }
    return lineEnd + 1
  }

  /// Reads on up to an offset of the file, or its end.
  private mutating func fill(upTo end: Int) -> Bool {
    let wanted = min(end, file.size) - base
    guard wanted > filled else { return base + filled == file.size }
    if wanted + CSVTokenizer.padding > capacity {
      let larger = UnsafeMutablePointer<UInt8>
        .allocate(capacity: wanted * 2 + CSVTokenizer.padding)
      larger.update(from: memory, count: filled)
      memory.deallocate()
      memory = larger
      capacity = wanted * 2 + CSVTokenizer.padding
    }
    let room = UnsafeMutableRawBufferPointer(start: memory + filled, count: wanted - filled)
    guard file.read(into: room, at: base + filled) else { return false }
    filled = wanted
    (memory + filled).update(repeating: 0xFF, count: CSVTokenizer.padding)
    return true
  }

  /// Finds out how many of the bytes are UTF-8.
  private mutating func check() {
    let bytes = UnsafeBufferPointer(start: memory, count: filled)
    switch UTF8Check.check(bytes, from: sound) {
    case .valid: sound = filled
    case .invalid(let at): (sound, invalid) = (at, at)
    case .cut(let at):
      sound = at
      if base + filled == file.size { invalid = at }
    }
  }
}

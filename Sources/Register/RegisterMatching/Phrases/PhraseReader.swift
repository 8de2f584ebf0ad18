/// Splits a firm's texts into phrases: at ； into clauses, at 、 and ， into items, without what
/// stands in brackets; the last verb of a clause is handed on to the items before it.
///
/// ASCII letters become lower case, full-width letters and digits half-width, and spaces next to
/// characters that are not ASCII are left out. A bracket that is never closed is a mark between
/// items. A text costs time and memory in proportion to its length, whatever is in it.
struct PhraseReader {
  private(set) var text: [UInt8] = []
  private(set) var phrases: [Phrase] = []
  private var items: [Item] = []

  private struct Item {
    let range: Range<Int>
    let core: EdgeWords.Core
    let written: Range<Int>
  }

  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
  }

  /// Reads `bytes`, which are UTF-8.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, source: Phrase.Source) {
    // Counted at the first opening: most texts have none.
    var closings: Int?
    text.reserveCapacity(text.count + bytes.count)
    var (position, depth) = (0, 0)
    var (start, written) = (text.count, 0)
    while position < bytes.count {
      let run = Self.plainRun(from: position, in: bytes)
      if run > position {
        if depth == 0 {
          text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<run]))
        }
        position = run
        continue
      }
      guard let (mark, length) = Separator.at(position, in: bytes) else {
        if depth > 0 { position += 1 } else { copy(bytes, at: &position, from: start) }
        continue
      }
      switch mark {
      case .opening where closings == nil: closings = Self.closings(in: bytes, from: position)
      case .closing: closings = closings.map { $0 - 1 }
      default: break
      }
      switch mark {
      case .opening where (closings ?? 0) > depth: depth += 1
      case .closing where depth > 0: depth -= 1
      default:
        if depth > 0 { break }
        endItem(from: start, written: written..<position)
        if case .clause = mark { endClause(source) }
        (start, written) = (text.count, position + length)
      }
      position += length
    }
    endItem(from: start, written: written..<bytes.count)
    endClause(source)
  }

  /// The end of the bytes from `start` on that are copied as they are.
  @inline(__always)
  private static func plainRun(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      let isPlain = byte >= 0x80 ? byte != 0xE3 && byte != 0xEF : byte > 0x5D || isDigit(byte)
      if !isPlain { break }
      position += 1
    }
    return position
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39
  }

  private static func closings(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var count = 0
    var position = start
    while position < bytes.count {
      if case .closing? = Separator.at(position, in: bytes)?.mark { count += 1 }
      position = plainRun(from: position + 1, in: bytes)
    }
    return count
  }

  mutating func read(_ string: String, source: Phrase.Source) {
    var string = string
    string.withUTF8 { read($0, source: source) }
  }

  /// Copies one byte, or one full-width character as its ASCII one.
  private mutating func copy(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at position: inout Int,
    from start: Int
  ) {
    let byte = bytes[position]
    if byte == 0xEF || byte == 0xE3, position + 2 < bytes.count {
      let scalar =
        UInt32(byte & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
        | UInt32(bytes[position + 2] & 0x3F)
      if scalar == 0x3000 {
        position += 3
        return
      }
      if scalar > 0xFF00, scalar < 0xFF5F {
        text.append(Self.lowercased(UInt8(scalar - 0xFEE0)))
        position += 3
        return
      }
    }
    position += 1
    guard byte == 0x20 || byte == 0x09 else {
      text.append(Self.lowercased(byte))
      return
    }
    let isBetweenLetters =
      text.count > start && text[text.count - 1] < 0x80
      && position < bytes.count && bytes[position] < 0x80 && bytes[position] != 0x20
    if isBetweenLetters { text.append(0x20) }
  }

  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private mutating func endItem(from start: Int, written: Range<Int>) {
    if text.count > start, text[text.count - 1] == 0x20 { text.removeLast() }
    guard text.count > start else { return }
    let range = start..<text.count
    let core = text.withUnsafeBufferPointer { EdgeWords.usual.core(of: range, in: $0) }
    items.append(Item(range: range, core: core, written: written))
  }

  /// Hands verbs on: backwards from the items that bear one, then forwards from those that lead.
  private mutating func endClause(_ source: Phrase.Source) {
    let first = phrases.count
    var carried: Deeds = []
    var pending: Deeds = []
    for item in items.reversed() {
      if item.core.isEmpty {
        pending.formUnion(item.core.trailing)
        continue
      }
      var deeds = item.core.leading
      if !item.core.trailing.isEmpty || !pending.isEmpty {
        carried = item.core.trailing.union(pending)
        pending = []
      }
      if deeds.isEmpty { deeds = carried }
      phrases.append(
        Phrase(
          source: source,
          range: item.range,
          core: item.core.start..<item.core.end,
          deeds: deeds,
          written: item.written
        )
      )
    }
    phrases[first...].reverse()
    // Verbs before the first thing named, as in 生产、销售：烧碱、液氯.
    var leading = pending
    var position = first
    for item in items where !item.core.isEmpty {
      if !item.core.leading.isEmpty { leading = item.core.leading }
      if phrases[position].deeds.isEmpty { phrases[position].deeds = leading }
      position += 1
    }
    items.removeAll(keepingCapacity: true)
  }
}

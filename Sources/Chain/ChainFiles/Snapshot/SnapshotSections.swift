import Columns
import ChainModel

/// The sections of a snapshot where they lie in its file, after a look at its header and table.
struct SnapshotSections: Sendable {
  /// What keeps a file from being opened.
  enum Fault: Error, Hashable {
    /// It cannot be read.
    case unreadable
    /// It is something else.
    case foreign
    /// A version of the format that this program does not know.
    case version(UInt32)
    /// It ends too soon; how many bytes it should have.
    case truncated(Int)
    /// It is not what was written.
    case damaged
    /// Somebody wrote to it while it was read.
    case changed
  }

  private struct Entry {
    let range: Range<Int>
    let checksum: UInt64
  }

  let file: SnapshotFile
  private let entries: [UInt32: Entry]

  init(_ file: SnapshotFile) throws(Fault) {
    self.file = file
    let bytes = file.bytes
    let header = 0..<min(SnapshotLayout.headerLength, bytes.count)
    guard file.read(header) else { throw .damaged }
    guard bytes.starts(with: SnapshotLayout.mark) else {
      // One that ends inside its mark was a snapshot once.
      let isStart = !bytes.isEmpty && SnapshotLayout.mark.starts(with: bytes)
      throw isStart ? .truncated(SnapshotLayout.headerLength) : .foreign
    }
    guard bytes.count >= SnapshotLayout.headerLength else {
      throw .truncated(SnapshotLayout.headerLength)
    }
    let version: UInt32 = bytes.number(at: 8)
    guard SnapshotLayout.readable.contains(version) else { throw .version(version) }
    let count = Int(bytes.number(at: 12) as UInt32)
    let length: UInt64 = bytes.number(at: 16)
    guard count <= SnapshotLayout.mostSections, let length = Int(exactly: length) else {
      throw .damaged
    }
    guard bytes.count >= length else { throw .truncated(length) }
    entries = try Self.entries(count, of: file)
    guard bytes.count == length else { throw .damaged }
  }

  private static func entries(
    _ count: Int,
    of file: SnapshotFile
  ) throws(Fault) -> [UInt32: Entry] {
    let bytes = file.bytes
    let header = SnapshotLayout.headerLength
    let table = header..<SnapshotLayout.aligned(header + count * SnapshotLayout.entryLength)
    guard bytes.count >= table.upperBound else { throw .truncated(table.upperBound) }
    guard file.read(table) else { throw .damaged }
    let checked = Array(bytes[0..<24]) + Array(bytes[table])
    guard checked.withUnsafeBytes({ Checksum.of($0) }) == bytes.number(at: 24),
      bytes[32..<header].allSatisfy({ $0 == 0 })
    else { throw .damaged }
    var entries: [UInt32: Entry] = [:]
    var end = table.upperBound
    for number in 0..<count {
      let place = header + number * SnapshotLayout.entryLength
      let code: UInt32 = bytes.number(at: place)
      let offset: UInt64 = bytes.number(at: place + 8)
      let length: UInt64 = bytes.number(at: place + 16)
      // Sections follow one another without a gap, so that no byte of the file goes unseen.
      guard offset == UInt64(end), length <= UInt64(bytes.count - end), entries[code] == nil
      else { throw .damaged }
      entries[code] = Entry(
        range: end..<end + Int(length),
        checksum: bytes.number(at: place + 24)
      )
      end += SnapshotLayout.aligned(Int(length))
      guard end <= bytes.count else { throw .damaged }
    }
    guard end == bytes.count else { throw .damaged }
    return entries
  }

  /// Whether the file has the section: one of an older version has not all of them.
  func has(_ section: SnapshotLayout.Section) -> Bool { entries[section.code] != nil }

  /// The elements of a section, of which only the first and the last are there before
  /// ``isIntact(_:)`` has been asked.
  func column<Element>(
    _ section: SnapshotLayout.Section,
    of element: Element.Type = Element.self
  ) throws(Fault) -> NumberColumn<Element> {
    guard let entry = entries[section.code] else { throw .damaged }
    let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[entry.range])
    guard bytes.count % MemoryLayout<Element>.stride == 0, file.readEnds(of: entry.range) else {
      throw .damaged
    }
    return NumberColumn(borrowing: bytes, keptBy: file)
  }

  /// Reads a section, and says whether it is what was written and behind it there are zeros alone.
  func isIntact(_ section: SnapshotLayout.Section) -> Bool {
    guard let entry = entries[section.code] else { return false }
    // An empty section has nothing behind it, and begins where the next one does.
    guard !entry.range.isEmpty else { return Checksum.of(empty) == entry.checksum }
    let end = min(SnapshotLayout.aligned(entry.range.upperBound), file.bytes.count)
    guard file.read(entry.range.lowerBound..<end) else { return false }
    let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[entry.range])
    return Checksum.of(bytes) == entry.checksum
      && file.bytes[entry.range.upperBound..<end].allSatisfy { $0 == 0 }
  }

  private var empty: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }
}

extension UnsafeRawBufferPointer {
  fileprivate func number<Number: FixedWidthInteger & BitwiseCopyable>(at place: Int) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: place, as: Number.self))
  }
}

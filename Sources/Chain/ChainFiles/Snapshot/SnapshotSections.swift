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
  }

  private struct Entry {
    let range: Range<Int>
    let checksum: UInt64
  }

  let file: MappedFile
  private let entries: [UInt32: Entry]

  init(path: String) throws(Fault) {
    do { file = try MappedFile(path: path) } catch { throw .unreadable }
    let bytes = file.bytes
    guard bytes.starts(with: SnapshotLayout.mark) else {
      // One that ends inside its mark was a snapshot once.
      let isStart = !bytes.isEmpty && SnapshotLayout.mark.starts(with: bytes)
      throw isStart ? .truncated(SnapshotLayout.headerLength) : .foreign
    }
    guard bytes.count >= SnapshotLayout.headerLength else {
      throw .truncated(SnapshotLayout.headerLength)
    }
    let version: UInt32 = bytes.number(at: 8)
    guard version == SnapshotLayout.version else { throw .version(version) }
    let count = Int(bytes.number(at: 12) as UInt32)
    let length: UInt64 = bytes.number(at: 16)
    guard count <= SnapshotLayout.mostSections, let length = Int(exactly: length) else {
      throw .damaged
    }
    guard bytes.count >= length else { throw .truncated(length) }
    entries = try Self.entries(count, in: bytes)
    guard bytes.count == length else { throw .damaged }
  }

  private static func entries(
    _ count: Int,
    in bytes: UnsafeRawBufferPointer
  ) throws(Fault) -> [UInt32: Entry] {
    let header = SnapshotLayout.headerLength
    let table = header..<SnapshotLayout.aligned(header + count * SnapshotLayout.entryLength)
    guard bytes.count >= table.upperBound else { throw .truncated(table.upperBound) }
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

  /// The bytes of a section, unchecked.
  func bytes(_ section: SnapshotLayout.Section) throws(Fault) -> UnsafeRawBufferPointer {
    guard let entry = entries[section.code] else { throw .damaged }
    return UnsafeRawBufferPointer(rebasing: file.bytes[entry.range])
  }

  /// The elements of a section, unchecked.
  func column<Element>(
    _ section: SnapshotLayout.Section,
    of element: Element.Type = Element.self
  ) throws(Fault) -> NumberColumn<Element> {
    let bytes = try bytes(section)
    guard bytes.count % MemoryLayout<Element>.stride == 0 else { throw .damaged }
    return NumberColumn(borrowing: bytes, keptBy: file)
  }

  /// Whether a section is what was written, and behind it there are zeros alone.
  func isIntact(_ section: SnapshotLayout.Section) -> Bool {
    guard let entry = entries[section.code], let bytes = try? bytes(section) else { return false }
    let end = min(SnapshotLayout.aligned(entry.range.upperBound), file.bytes.count)
    return Checksum.of(bytes) == entry.checksum
      && file.bytes[entry.range.upperBound..<end].allSatisfy { $0 == 0 }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func number<Number: FixedWidthInteger & BitwiseCopyable>(at place: Int) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: place, as: Number.self))
  }
}

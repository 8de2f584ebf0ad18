@testable import ChainFiles

/// A snapshot taken apart into its sections.
struct Forge {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func number(_ place: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  private mutating func set(_ place: Int, _ number: UInt64) {
    for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
  }

  private var sectionCount: Int { number(12, 4) }

  /// The sections' places, each with the place of its entry in the table.
  var sections: [(entry: Int, range: Range<Int>)] {
    (0..<sectionCount).map { section in
      let entry = SnapshotLayout.headerLength + section * SnapshotLayout.entryLength
      let offset = number(entry + 8, 8)
      return (entry, offset..<offset + number(entry + 16, 8))
    }
  }

  /// Changes a byte of a section and makes the checksums agree with it.
  mutating func change(_ place: Int, to byte: UInt8, in section: (entry: Int, range: Range<Int>)) {
    bytes[place] = byte
    let sum = bytes[section.range].withUnsafeBytes { Checksum.of($0) }
    set(section.entry + 24, sum)
    let header = SnapshotLayout.headerLength
    let table =
      header..<SnapshotLayout.aligned(header + sectionCount * SnapshotLayout.entryLength)
    set(24, (Array(bytes[0..<24]) + Array(bytes[table])).withUnsafeBytes { Checksum.of($0) })
  }

  /// A section's place; `nil` where the file has none.
  func section(_ section: SnapshotLayout.Section) -> (entry: Int, range: Range<Int>)? {
    sections.first { number($0.entry, 4) == Int(section.code) }
  }

  /// Changes a number of a section and makes the checksums agree with it.
  mutating func set(
    _ element: Int,
    to value: UInt64,
    width: Int,
    in section: (entry: Int, range: Range<Int>)
  ) {
    for byte in 0..<width {
      let place = section.range.lowerBound + element * width + byte
      change(place, to: UInt8(truncatingIfNeeded: value >> UInt64(8 * byte)), in: section)
    }
  }
}

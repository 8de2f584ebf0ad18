import Columns
public import ChainModel
import GraphKernel

/// The sections of a snapshot in the order of the file, each lent as its bytes.
private struct SectionList {
  private(set) var sections: [(code: UInt32, length: Int, lend: (Lender) -> Void)] = []

  typealias Lender = (UnsafeRawBufferPointer) -> Void

  mutating func add<Element>(
    _ section: SnapshotLayout.Section,
    _ column: NumberColumn<Element>
  ) {
    sections.append(
      (
        section.code, column.byteCount,
        { lender in column.withUnsafeBufferPointer { lender(UnsafeRawBufferPointer($0)) } }
      )
    )
  }
}

extension Dataset {
  /// Writes the data set as a snapshot: one binary file that opens in no time, whatever its size,
  /// since nothing in it is read before it is asked for.
  ///
  /// The same data set gives the same bytes. What stands beside the data may travel along.
  ///
  /// - Parameters:
  ///   - companions: files of the data set's folder that are not data.
  ///   - write: takes the bytes piece by piece, and must not keep a pointer.
  /// - Complexity: O(*v* + *e*), and no memory of that size.
  public func writeSnapshot<Failure: Error>(
    companions: [Companion] = [],
    to write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let metadata = SnapshotMetadata(of: self, companions: companions)
    var list = SectionList()
    list.add(.metadata, NumberColumn(metadata.bytes))
    graph.addNodes(to: &list)
    for semantics in metadata.semantics {
      guard let table = graph.relationTables[semantics] else { continue }
      list.add(table, semantics)
    }
    let sections = list.sections
    let header = NumberColumn(Self.header(of: sections))
    try header.withUnsafeBufferPointer { header throws(Failure) in
      try write(UnsafeRawBufferPointer(header))
    }
    let padding = NumberColumn(repeatElement(UInt8(0), count: SnapshotLayout.alignment))
    for section in sections {
      var failure: Failure?
      section.lend { bytes in
        do throws(Failure) { try write(bytes) } catch { failure = error }
      }
      if let failure { throw failure }
      let rest = SnapshotLayout.aligned(section.length) - section.length
      try padding.withUnsafeBufferPointer { zeros throws(Failure) in
        try write(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: zeros[0..<rest])))
      }
    }
  }

  private static func header(
    of sections: [(code: UInt32, length: Int, lend: (SectionList.Lender) -> Void)]
  ) -> [UInt8] {
    let tableLength = sections.count * SnapshotLayout.entryLength
    let start = SnapshotLayout.aligned(SnapshotLayout.headerLength + tableLength)
    var offset = start
    var table: [UInt8] = []
    for section in sections {
      var checksum: UInt64 = 0
      section.lend { checksum = Checksum.of($0) }
      table.append(littleEndian: section.code)
      table.append(littleEndian: UInt32(0))
      table.append(littleEndian: UInt64(offset))
      table.append(littleEndian: UInt64(section.length))
      table.append(littleEndian: checksum)
      offset += SnapshotLayout.aligned(section.length)
    }
    table += [UInt8](repeating: 0, count: start - SnapshotLayout.headerLength - tableLength)
    var header = SnapshotLayout.mark
    header.append(littleEndian: SnapshotLayout.version)
    header.append(littleEndian: UInt32(sections.count))
    header.append(littleEndian: UInt64(offset))
    let checksum = (header + table).withUnsafeBytes { Checksum.of($0) }
    header.append(littleEndian: checksum)
    header += [UInt8](repeating: 0, count: SnapshotLayout.headerLength - header.count)
    return header + table
  }
}

extension SectionList {
  fileprivate mutating func add(_ table: RelationTable, _ semantics: Semantics) {
    let parts = table.digraph.parts
    func section(_ part: SnapshotLayout.RelationPart) -> SnapshotLayout.Section {
      .relation(semantics, part)
    }
    add(section(.forwardOffsets), NumberColumn(parts.forwardOffsets))
    add(section(.targets), NumberColumn(parts.targets))
    add(section(.backwardOffsets), NumberColumn(parts.backwardOffsets))
    add(section(.sources), NumberColumn(parts.sources))
    add(section(.arcs), NumberColumn(parts.arcs))
    add(section(.kinds), table.kinds)
    add(section(.origins), table.origins)
    add(section(.sequences), table.sequences)
  }
}

extension ChainGraph {
  fileprivate func addNodes(to list: inout SectionList) {
    let nodes = nodeTable
    list.add(.node(.kinds), nodes.kinds)
    list.add(.node(.spellingOffsets), nodes.spellings.texts.offsets)
    list.add(.node(.spellingBytes), nodes.spellings.texts.bytes)
    list.add(.node(.spellingStarts), nodes.spellings.starts)
    list.add(.node(.identityOffsets), nodes.identities.texts.offsets)
    list.add(.node(.identityBytes), nodes.identities.texts.bytes)
    list.add(.node(.identityNodes), nodes.identities.nodes)
    list.add(.node(.attributeOffsets), nodes.attributes.offsets)
    list.add(.node(.attributeBytes), nodes.attributes.bytes)
    list.add(.node(.origins), nodes.origins)
    list.add(.node(.kindOffsets), nodes.byKind.offsets)
    list.add(.node(.kindNodes), nodes.byKind.nodes)
    list.add(.node(.originDocuments), origins.documents)
    list.add(.node(.placeOffsets), origins.places.offsets)
    list.add(.node(.placeBytes), origins.places.bytes)
    list.add(.node(.spellingSlots), names.spellings.slots)
    list.add(.node(.spellingChain), names.spellings.chain)
    list.add(.node(.identitySlots), names.identities.slots)
    list.add(.node(.identityChain), names.identities.chain)
    list.add(.node(.originPeriods), origins.periods)
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

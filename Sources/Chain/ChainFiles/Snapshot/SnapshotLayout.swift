import ChainModel

/// How a snapshot is laid out: a header, a table of sections, and the sections, each at a multiple
/// of 64 bytes; all numbers little-endian.
///
/// | bytes | of the header |
/// |---|---|
/// | 0 ..< 8 | the mark of the format |
/// | 8 ..< 12 | the version |
/// | 12 ..< 16 | how many sections there are |
/// | 16 ..< 24 | how many bytes the file has |
/// | 24 ..< 32 | the checksum of the header before it and of the table |
/// | 32 ..< 64 | zero |
///
/// An entry of the table has the section's code (4 bytes), four zeros, its offset (8), its length
/// (8) and the checksum of its bytes up to the next section (8).
enum SnapshotLayout {
  /// The first byte is none of text, and the end shows a transfer that changes ends of lines.
  static let mark: [UInt8] = [0x89] + Array("LIANTU".utf8) + [0x0A]
  static let version: UInt32 = 4
  /// Version 3 had no days beside the origins of relations: whatever it holds, it says for always.
  static let readable: ClosedRange<UInt32> = 3...version
  static let alignment = 64
  static let headerLength = 64
  static let entryLength = 32
  /// More than any snapshot has.
  static let mostSections = 256

  static func aligned(_ length: Int) -> Int { (length + alignment - 1) / alignment * alignment }

  /// A section by what it holds.
  enum Section: Hashable {
    case metadata
    case node(NodePart)
    case relation(Semantics, RelationPart)

    /// The number that stands in the file; codes are never given anew.
    var code: UInt32 {
      switch self {
      case .metadata: 0
      case .node(let part): 0x100 + part.rawValue
      case .relation(let semantics, let part):
        0x1000 + semantics.snapshotCode << 8 + part.rawValue
      }
    }
  }

  /// Columns of nodes, origins and names.
  enum NodePart: UInt32, CaseIterable {
    case kinds, spellingOffsets, spellingBytes, spellingStarts
    case identityOffsets, identityBytes, identityNodes
    case attributeOffsets, attributeBytes
    case origins, kindOffsets, kindNodes
    case originDocuments, placeOffsets, placeBytes
    case spellingSlots, spellingChain, identitySlots, identityChain
    case originPeriods
  }

  /// Columns of the relations of one semantics.
  enum RelationPart: UInt32, CaseIterable {
    case forwardOffsets, targets, backwardOffsets, sources, arcs
    case kinds, origins, sequences
  }
}

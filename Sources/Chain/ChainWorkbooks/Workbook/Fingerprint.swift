import ChainFiles
import ChainModel
import GraphKernel

/// What tells one state of a data set from another: a checksum over all that its sheets say, whatever
/// the order of their rows, in the language of the data set.
///
/// It guards against mistakes. Whoever wants two states with one fingerprint can make them.
struct Fingerprint: Hashable, Sendable {
  /// As the first sheet shows it: `1f3a-9c02-77de-0b41`.
  let text: String

  init(text: String) { self.text = text.trimmingSpace().lowercased() }

  /// - Parameter sheets: what ``DatasetSheets/contents()`` gives.
  init(of sheets: [SheetDraft]) {
    var bytes: [UInt8] = []
    for sheet in sheets {
      bytes += Array(sheet.name.utf8) + [0]
      let rows = sheet.rows.map { row in
        // A column of nothing, which a later version may add, says nothing.
        zip(sheet.columns, row).filter { !$1.isEmpty }
          .map { "\($0.heading)\u{1}\($1)\u{2}" }.joined()
      }
      for row in rows.sorted() { bytes += Array(row.utf8) + [0] }
    }
    let digits = Self.digits(of: bytes)
    let groups = stride(from: 0, to: digits.count, by: 4).map { start in
      String(digits.dropFirst(start).prefix(4))
    }
    text = groups.joined(separator: "-")
  }

  /// The checksum of bytes, sixteen digits of base 16.
  static func digits(of bytes: [UInt8]) -> String {
    let sum = bytes.withUnsafeBytes { Checksum.of($0) }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What a hidden cell of each row says of the node that the row was made from.
///
/// Made of the identity, so that it means one node in every export, and opaque, so that who replaces
/// one name by another in all cells leaves it alone.
struct RowMark: Hashable, Sendable {
  let text: String

  init(text: String) { self.text = text.trimmingSpace() }

  init(_ node: NodeIndex, _ graph: ChainGraph) {
    let name = "\(graph.kind(of: node).name):\(graph.name(of: node).asCellText())"
    let id = graph.statedID(of: node)?.asCellText() ?? name
    // With a letter before it, no program takes it for a number.
    text = "r" + Fingerprint.digits(of: Array(id.utf8))
  }
}

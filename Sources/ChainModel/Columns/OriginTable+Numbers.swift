extension OriginTable {
  /// Gives numbers to origins that are told apart by their bytes: for readers of millions of facts,
  /// each of which may have a place of its own.
  package struct Numbers: Sendable {
    private var keys = TextColumn.Builder()
    private var index = TextIndex.Builder()
    private var documents: [UInt32] = [OriginTable.noDocument]
    private var places = TextColumn.Builder()

    package init() {
      // The first origin is general knowledge, whose key none that is cited has.
      enter([])
      places.append("")
    }

    /// The number of the origin that cites `place` in `document`, a new one when it had none.
    package mutating func number(document: UInt32, place: UnsafeBufferPointer<UInt8>) -> UInt32 {
      var key = withUnsafeBytes(of: document.littleEndian) { Array($0) }
      key += place
      if let first = Self.find(key, index, keys) { return first }
      enter(key)
      documents.append(document)
      places.append(contentsOf: place)
      return UInt32(documents.count - 1)
    }

    private mutating func enter(_ key: [UInt8]) {
      Self.enter(key, &index, keys)
      keys.append(contentsOf: key)
    }

    // Static, since a closure over `self` would copy what is about to be written to.
    private static func enter(
      _ key: [UInt8],
      _ index: inout TextIndex.Builder,
      _ keys: TextColumn.Builder
    ) {
      key.withUnsafeBytes { bytes in
        _ = index.enter(
          bytes,
          where: { keys.slice($0).elementsEqual(bytes) },
          text: { position, body in keys.slice(position).withUnsafeBytes(body) }
        )
      }
    }

    private static func find(
      _ key: [UInt8],
      _ index: TextIndex.Builder,
      _ keys: TextColumn.Builder
    ) -> UInt32? {
      key.withUnsafeBytes { bytes in
        index.entries(of: bytes) { keys.slice($0).elementsEqual(bytes) }.first.map { UInt32($0) }
      }
    }

    package func finish() -> OriginTable {
      OriginTable(documents: NumberColumn(documents), places: places.finish())
    }
  }
}

import Columns

extension OriginTable {
  /// Gives numbers to origins that are told apart by their bytes: for readers of millions of facts,
  /// each of which may have a place of its own.
  package struct Numbers: Sendable {
    private var keys = TextInterner()
    private var documents: [UInt32] = [OriginTable.noDocument]
    private var places = TextColumn.Builder()
    private var periods: [UInt64] = [0]
    private var areBounded = false

    package init() {
      // The first origin is general knowledge, whose key none that is cited has.
      _ = keys.number(of: [])
      places.append("")
    }

    /// The number of the origin that cites `place` in `document` for a period, a new one when it had none.
    package mutating func number(
      document: UInt32,
      place: UnsafeBufferPointer<UInt8>,
      period: Origin.Period = .always
    ) -> UInt32 {
      var key = withUnsafeBytes(of: document.littleEndian) { Array($0) }
      if !period.isAlways { withUnsafeBytes(of: period.packed.littleEndian) { key += $0 } }
      // No place holds a byte of zero: what is bounded is told apart from what is not.
      if !period.isAlways { key.append(0) }
      key += place
      let (number, isNew) = keys.number(of: key)
      if isNew {
        documents.append(document)
        places.append(contentsOf: place)
        periods.append(period.packed)
        areBounded = areBounded || !period.isAlways
      }
      return UInt32(number)
    }

    package func finish() -> OriginTable {
      OriginTable(
        documents: NumberColumn(documents),
        places: places.finish(),
        periods: NumberColumn(areBounded ? periods : [])
      )
    }
  }
}

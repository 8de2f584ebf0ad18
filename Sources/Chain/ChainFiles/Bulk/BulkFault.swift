import Diagnostics

/// A fault of a file, by the bytes that it is seen at; which line that is, is found out for those
/// alone that are told.
struct BulkFault: Sendable {
  /// The bytes of the file.
  let range: Range<Int>
  let diagnostic: @Sendable (Diagnostic.Location) -> Diagnostic
}

/// The faults of one chunk, as many as are of use.
struct BulkFaultLog: Sendable {
  /// Where in the file the bytes lie that are being read.
  var offset = 0
  private(set) var faults: [BulkFault] = []
  /// How many more there were.
  private(set) var untold = 0

  /// One more than is told, so that it is known that there are more.
  private static let most = FaultLog.mostFaults + 1

  var hasRoom: Bool { faults.count < Self.most }

  /// Reports a fault of bytes counted from ``offset``.
  mutating func report(
    _ range: Range<Int>,
    _ diagnostic: @escaping @Sendable (Diagnostic.Location) -> Diagnostic
  ) {
    guard hasRoom else {
      untold += 1
      return
    }
    let range = offset + range.lowerBound..<offset + range.upperBound
    faults.append(BulkFault(range: range, diagnostic: diagnostic))
  }
}

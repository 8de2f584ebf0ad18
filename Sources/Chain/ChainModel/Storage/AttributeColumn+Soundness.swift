import Columns

extension AttributeColumn {
  /// Whether the bytes of each of `nodeCount` nodes say attributes from the first to the last, each
  /// name once. Reading skips what cannot be; whoever opens bytes of others asks this first, so that
  /// nothing is left out in silence.
  ///
  /// - Parameter isText: whether bytes are UTF-8.
  /// - Complexity: O(*b*) over the bytes; texts are not made.
  package func isSound(
    nodeCount: Int,
    isText: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard !offsets.isEmpty else { return bytes.isEmpty }
    guard offsets.count == nodeCount + 1, offsets.first == 0,
      offsets.last.map(Int.init) == bytes.count
    else { return false }
    return offsets.withUnsafeBufferPointer { offsets in
      bytes.withUnsafeBufferPointer { bytes in
        var names: Set<Int> = []
        for node in 0..<nodeCount where offsets[node] != offsets[node + 1] {
          guard offsets[node] < offsets[node + 1], Int(offsets[node + 1]) <= bytes.count else {
            return false
          }
          let range = Int(offsets[node])..<Int(offsets[node + 1])
          var reader = ByteReader(UnsafeBufferPointer(rebasing: bytes[range]))
          names.removeAll(keepingCapacity: true)
          guard (try? skipAttributes(&reader, &names, isText)) != nil else { return false }
        }
        return true
      }
    }
  }

  private func skipAttributes(
    _ reader: inout ByteReader,
    _ names: inout Set<Int>,
    _ isText: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(ByteReader.Failure) {
    while !reader.isAtEnd {
      let name = try reader.number()
      guard words.names.indices.contains(name), names.insert(name).inserted else {
        throw ByteReader.Failure()
      }
      try words.skipValue(&reader, depth: 0, isText)
    }
  }
}

extension AttributeWords {
  /// Goes over a value without making it, and fails where reading it would.
  fileprivate func skipValue(
    _ reader: inout ByteReader,
    depth: Int,
    _ isText: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(ByteReader.Failure) {
    guard let tag = Tag(rawValue: try reader.byte()) else { throw ByteReader.Failure() }
    switch tag {
    case .text:
      guard isText(try reader.textBytes()) else { throw ByteReader.Failure() }
    case .list:
      guard depth < Self.deepestList else { throw ByteReader.Failure() }
      _ = try reader.list { reader throws(ByteReader.Failure) in
        try skipValue(&reader, depth: depth + 1, isText)
      }
    case .integer, .negativeInteger, .quantity, .date, .option, .flag:
      _ = try value(tag, &reader, depth: depth)
    }
  }
}

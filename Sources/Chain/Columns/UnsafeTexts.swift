import Diagnostics

/// The texts of a column while a measured loop reads them: the memory is found once, not once for
/// each text.
struct UnsafeTexts {
  let offsets: UnsafeBufferPointer<UInt32>
  let bytes: UnsafeBufferPointer<UInt8>

  var count: Int { offsets.count - 1 }

  @inline(__always)
  subscript(position: Int) -> UnsafeBufferPointer<UInt8> {
    let (start, end) = (Int(offsets[position]), Int(offsets[position + 1]))
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  @inline(__always)
  func isEqual(_ a: Int, _ b: Int) -> Bool { CanonicalForm.areEqual(self[a], self[b]) }

  /// How many texts are looked at together.
  private static let blockCount = 64

  /// Gives all texts to `body`, some at a time, for as long as it says `true`.
  func inBlocks(_ body: (Range<Int>) -> Bool) -> Bool {
    var start = 0
    while start < count {
      let end = min(start + Self.blockCount, count)
      guard body(start..<end) else { return false }
      start = end
    }
    return true
  }

  /// Lets `body` read what look-ups compare of the name at `position`.
  func withKey<Result>(
    of position: Int,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let name = self[position]
    if NameKey.isPlain(name) { return body(UnsafeRawBufferPointer(name)) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count) { memory in
      if let count = NameKey.fold(name, into: memory) {
        return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[..<count]))
      }
      return NameKey(String(decoding: name, as: UTF8.self)).withBytes(body)
    }
  }

  func haveEqualKeys(_ a: Int, _ b: Int) -> Bool {
    if self[a].hasBytes(of: self[b]) { return true }
    if NameKey.isPlain(self[a]), NameKey.isPlain(self[b]) { return false }
    return withKey(of: a) { a in
      withKey(of: b) { b in
        a.bindMemory(to: UInt8.self).hasBytes(of: b.bindMemory(to: UInt8.self))
      }
    }
  }
}

extension TextColumn {
  /// Lets `body` read all texts; they are valid inside it alone.
  func withUnsafeTexts<Result>(_ body: (UnsafeTexts) -> Result) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      bytes.withUnsafeBufferPointer { bytes in
        body(UnsafeTexts(offsets: offsets, bytes: bytes))
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether both hold the same bytes.
  @inlinable
  package func hasBytes(of other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var position = 0
    while position + 8 <= count {
      let a = left.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      guard a == right.loadUnaligned(fromByteOffset: position, as: UInt64.self) else {
        return false
      }
      position += 8
    }
    while position < count {
      guard left[position] == right[position] else { return false }
      position += 1
    }
    return true
  }
}

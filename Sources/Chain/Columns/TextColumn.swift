import Diagnostics

/// Texts one behind the other in one run of bytes, and where each begins.
///
/// A text takes its bytes and four more, and no object of its own: two million names are two
/// pieces of memory.
package struct TextColumn: Sendable {
  /// Where each text begins, and at the end where the last one ends: one more than there are texts.
  @usableFromInline package let offsets: NumberColumn<UInt32>
  /// The texts in UTF-8.
  @usableFromInline package let bytes: NumberColumn<UInt8>

  /// Texts given as columns.
  ///
  /// - Precondition: `offsets` ascend from zero to the number of `bytes`; only the ends are checked.
  package init(offsets: NumberColumn<UInt32>, bytes: NumberColumn<UInt8>) {
    precondition(
      offsets.first == 0 && offsets.last.map(Int.init) == bytes.count,
      "the offsets of texts begin at zero and end with their bytes"
    )
    self.offsets = offsets
    self.bytes = bytes
  }

  /// The given texts, copied.
  package init(_ texts: some Sequence<String>) {
    var builder = Builder()
    for text in texts { builder.append(text) }
    self = builder.finish()
  }

  package var count: Int { offsets.count - 1 }

  /// The text at `position`, made anew.
  package subscript(position: Int) -> String {
    withBytes(of: position) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lets `body` read the bytes of the text at `position`.
  @inlinable
  package func withBytes<Result>(
    of position: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let (start, end) = (Int(offsets[position]), Int(offsets[position + 1]))
    return try bytes.withUnsafeBufferPointer { bytes in
      try body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  /// Whether the text at `position` is `other`, byte by byte.
  package func hasBytes(_ position: Int, of other: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes(of: position) { $0.hasBytes(of: other) }
  }

  /// Whether the text at `position` equals `other` as strings do.
  package func isEqual(_ position: Int, to other: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes(of: position) { CanonicalForm.areEqual($0, other) }
  }

  /// Whether the text at `a` stands before the text at `b`, scalar by scalar; `nil` for equal ones.
  package func precedes(_ a: Int, _ b: Int) -> Bool? {
    withBytes(of: a) { a in
      withBytes(of: b) { b in
        // The order of UTF-8 is the order of scalars.
        if a.lexicographicallyPrecedes(b) { return true }
        return a.count == b.count && a.elementsEqual(b) ? nil : false
      }
    }
  }

  package var byteCount: Int { offsets.byteCount + bytes.byteCount }
}

extension TextColumn {
  /// Gathers texts.
  package struct Builder: Sendable {
    private(set) var offsets: [UInt32] = [0]
    private(set) var bytes: [UInt8] = []

    package init() {}

    package var count: Int { offsets.count - 1 }

    /// - Precondition: All texts together take less than 4 GB.
    package mutating func append(_ text: String) {
      append(contentsOf: text.utf8)
    }

    package mutating func append(contentsOf text: some Sequence<UInt8>) {
      bytes.append(contentsOf: text)
      precondition(bytes.count < Int(UInt32.max), "texts of 4 GB")
      offsets.append(UInt32(bytes.count))
    }

    package subscript(position: Int) -> String {
      String(decoding: slice(position), as: UTF8.self)
    }

    /// Whether the text at `position` equals `other` as strings do.
    package func isEqual(_ position: Int, to other: UnsafeBufferPointer<UInt8>) -> Bool {
      slice(position).withUnsafeBufferPointer { CanonicalForm.areEqual($0, other) }
    }

    /// The bytes of the text at `position`.
    package func slice(_ position: Int) -> ArraySlice<UInt8> {
      bytes[Int(offsets[position])..<Int(offsets[position + 1])]
    }

    package func finish() -> TextColumn {
      TextColumn(offsets: NumberColumn(offsets), bytes: NumberColumn(bytes))
    }
  }
}

/// Gives texts numbers from zero: equal texts one, each new text the next.
///
/// For readers of millions of cells that hold few different texts.
package struct TextInterner: Sendable {
  private var texts = TextColumn.Builder()
  private var index = TextIndex.Builder()

  package init() {}

  package var count: Int { texts.count }

  /// The bytes of the text with a number.
  package func bytes(of number: Int) -> ArraySlice<UInt8> { texts.slice(number) }

  /// The number of `text`, and whether it is new.
  package mutating func number(of text: [UInt8]) -> (number: Int, isNew: Bool) {
    if let known = Self.find(text, index, texts) { return (known, false) }
    Self.enter(text, &index, texts)
    texts.append(contentsOf: text)
    return (texts.count - 1, true)
  }

  // Static, since a closure over `self` would copy what is about to be written to.
  private static func enter(
    _ text: [UInt8],
    _ index: inout TextIndex.Builder,
    _ texts: TextColumn.Builder
  ) {
    text.withUnsafeBytes { bytes in
      _ = index.enter(
        bytes,
        where: { texts.slice($0).elementsEqual(bytes) },
        text: { position, body in texts.slice(position).withUnsafeBytes(body) }
      )
    }
  }

  private static func find(
    _ text: [UInt8],
    _ index: TextIndex.Builder,
    _ texts: TextColumn.Builder
  ) -> Int? {
    text.withUnsafeBytes { bytes in
      index.entries(of: bytes) { texts.slice($0).elementsEqual(bytes) }.first
    }
  }
}

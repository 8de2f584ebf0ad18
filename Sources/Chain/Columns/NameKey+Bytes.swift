package import Diagnostics

extension NameKey {
  /// Lets `body` read the key.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var text = text
    return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  /// Whether `key` is what look-ups compare of the text at `position`.
  package static func isKey(_ key: UnsafeRawBufferPointer, of texts: TextColumn, at position: Int)
    -> Bool
  {
    let bytes = key.bindMemory(to: UInt8.self)
    if texts.isEqual(position, to: bytes) { return true }
    let isPlain = texts.withBytes(of: position) { NameKey.isPlain($0) }
    return !isPlain && NameKey(texts[position]).text.utf8.elementsEqual(bytes)
  }
}

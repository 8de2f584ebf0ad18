package import Diagnostics

extension CanonicalForm {
  /// Lets `body` read the form of a text in UTF-8, most of which are their own.
  @inline(__always)
  package static func withBytes<Result>(
    of text: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    if isPlain(text) { return body(UnsafeRawBufferPointer(text)) }
    return withForm(of: text, body)
  }

  private static func withForm<Result>(
    of text: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    var form = of(String(decoding: text, as: UTF8.self))
    return form.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  /// Whether two texts in UTF-8 have one form.
  @inline(__always)
  static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    a.hasBytes(of: b) || !(isPlain(a) && isPlain(b)) && areFormsEqual(a, b)
  }

  private static func areFormsEqual(
    _ a: UnsafeBufferPointer<UInt8>,
    _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    withForm(of: a) { a in
      withForm(of: b) { b in
        a.bindMemory(to: UInt8.self).hasBytes(of: b.bindMemory(to: UInt8.self))
      }
    }
  }
}

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
    if texts.hasBytes(position, of: bytes) { return true }
    let isPlain = texts.withBytes(of: position) { NameKey.isPlain($0) }
    return !isPlain && NameKey(texts[position]).text.utf8.elementsEqual(bytes)
  }
}

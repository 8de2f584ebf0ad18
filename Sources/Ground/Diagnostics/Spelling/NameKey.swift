/// A name as look-ups compare it: in its canonical form, without spaces, full-width forms made
/// half-width, Latin letters in lower case. `周 波` and `周波` have one key, as have `（一）` and `(一)`,
/// and any two texts that `==` calls equal.
package struct NameKey: Hashable, Sendable {
  package let text: String

  package init(_ name: some StringProtocol) {
    // Most names are keys already, and a copy costs nothing; their bytes show it fastest.
    let isPlain = name.utf8.withContiguousStorageIfAvailable { Self.isPlain($0) } ?? false
    guard !isPlain, name.unicodeScalars.contains(where: { Self.isFolded($0) }) else {
      text = String(name)
      return
    }
    var scalars = String.UnicodeScalarView()
    for scalar in CanonicalForm.decomposed(name) where !Self.isSpace(scalar) {
      scalars.append(Self.folded(scalar))
    }
    text = String(scalars)
  }

  // By bytes: the canonical equivalence that strings compare by is slow on Chinese text, and the text
  // of a key is canonical already.
  package static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  package func hash(into hasher: inout Hasher) { hasher.combine(utf8: text) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
    isSpace(scalar) || folded(scalar) != scalar || CanonicalForm.isChanged(scalar)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if value == 0xFE62 { value = 0x2B }
    if (0x41...0x5A).contains(value) { value += 0x20 }
    return Unicode.Scalar(value) ?? scalar
  }
}

extension Hasher {
  fileprivate mutating func combine(utf8 text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      combine(bytes: UnsafeRawBufferPointer($0))
    }
    // Texts that another runtime lends have no bytes of their own.
    if isDone == nil { for byte in text.utf8 { combine(byte) } }
  }
}

extension NameKey {
  /// Whether a name in UTF-8 is surely its own key; the others need a look at their scalars.
  package static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    // Each folded scalar beyond ASCII has a byte that may change its form.
    name.allSatisfy { byte in
      byte > 0x20 && !(0x41...0x5A).contains(byte) && CanonicalForm.isPlain(byte)
    }
  }
}

extension NameKey {
  /// Writes the key of a name in UTF-8 whose folded scalars are all ASCII, and says how many bytes it
  /// has; `nil` when there may be others.
  ///
  /// - Precondition: `key` has room for the name.
  package static func fold(
    _ name: UnsafeBufferPointer<UInt8>,
    into key: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    for byte in name {
      switch byte {
      case 0x09...0x0D, 0x20: continue
      case 0x41...0x5A: key[count] = byte | 0x20
      case _ where !CanonicalForm.isPlain(byte): return nil
      default: key[count] = byte
      }
      count += 1
    }
    return count
  }
}

extension RegisterRow {
  /// A stable hash (MurmurHash64A, as 16 hexadecimal digits) of what a matcher reads beside the name:
  /// products with their shares, scope, industry code.
  ///
  /// The order of products, and blanks and line ends of ASCII, count for nothing: a table saved anew by
  /// another program says the same. It is no defence against a text made to collide.
  ///
  /// - Complexity: O(*n*) over the texts.
  /// - SeeAlso: Appleby, “MurmurHash2, 64-bit versions”, 2008.
  package var fingerprint: String {
    // A sum does not depend on the order.
    var sum: UInt64 = 0
    for product in products {
      // Nought has two signs and one meaning; no share has a pattern that is no number.
      let share = product.share.map { ($0 == 0 ? 0 : $0).bitPattern } ?? .max
      sum &+= Murmur.hash(product.name, seed: share)
    }
    let value = Murmur.hash(scope, seed: Murmur.hash(industryCode, seed: sum))
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// MurmurHash2 in its 64-bit version for 64-bit machines.
private enum Murmur {
  private static let factor: UInt64 = 0xC6A4_A793_5BD1_E995

  /// The hash of a text without its blanks.
  static func hash(_ text: String, seed: UInt64) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(where: { $0 <= 0x20 }) else { return hash(bytes, seed) }
      return bytes.filter { $0 > 0x20 }.withUnsafeBufferPointer { hash($0, seed) }
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt64 {
    let memory = UnsafeRawBufferPointer(bytes)
    var value = seed ^ UInt64(bytes.count) &* factor
    var position = 0
    while position + 8 <= bytes.count {
      let loaded = memory.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      var word = UInt64(littleEndian: loaded) &* factor
      word ^= word >> 47
      value = (value ^ word &* factor) &* factor
      position += 8
    }
    if position < bytes.count {
      var rest: UInt64 = 0
      for (place, byte) in bytes[position...].enumerated() {
        rest |= UInt64(byte) << UInt64(8 * place)
      }
      value = (value ^ rest) &* factor
    }
    value = (value ^ value >> 47) &* factor
    return value ^ value >> 47
  }
}

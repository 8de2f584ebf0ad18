/// A fast hash of bytes that is the same in every process, so that an index can be written to a
/// file and read where it lies.
///
/// Eight bytes at a time are mixed by the two halves of a product, as in wyhash. Whoever knows the
/// seed can make texts that collide; ``TextIndex`` takes another seed when too many do.
package enum TextHash {
  private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// The hash of `bytes` under `seed`.
  ///
  /// - Complexity: O(*n*), about one multiplication for eight bytes.
  @inline(__always)
  package static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt32 {
    var state = mix(seed ^ first, UInt64(truncatingIfNeeded: bytes.count) ^ second)
    var position = 0
    while position + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      )
      state = mix(state ^ word, first)
      position += 8
    }
    let over = bytes.count - position
    var rest: UInt64 = 0
    if bytes.count >= 8, over > 0 {
      // The last eight bytes at once, less those that were read before.
      let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      rest = UInt64(bigEndian: last) & (1 << UInt64(over * 8) - 1)
    } else {
      while position < bytes.count {
        rest = rest << 8 | UInt64(bytes[position])
        position += 1
      }
    }
    state = mix(state ^ rest, second)
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    return high ^ low
  }
}

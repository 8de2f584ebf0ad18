/// A checksum of bytes against accidental damage: four lanes of eight bytes are mixed by products,
/// so that it reads as fast as the memory gives.
///
/// Whoever wants to can make a file whose checksum agrees; what a snapshot holds is looked over for
/// that reason too.
package enum Checksum {
  private static let first: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// The checksum of `bytes`.
  ///
  /// - Complexity: O(*n*), about a nanosecond for sixteen bytes.
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (first, second, ~first, ~second)
    var position = 0
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position + offset, as: UInt64.self))
    }
    while position + 32 <= bytes.count {
      lanes.0 = round(lanes.0, word(0))
      lanes.1 = round(lanes.1, word(8))
      lanes.2 = round(lanes.2, word(16))
      lanes.3 = round(lanes.3, word(24))
      position += 32
    }
    var sum = UInt64(bytes.count)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = (sum ^ lane) &* first ^ sum >> 29 }
    while position < bytes.count {
      sum = rotated(sum ^ UInt64(bytes[position]) &* second, 11) &* first
      position += 1
    }
    sum ^= sum >> 33
    sum &*= second
    return sum ^ sum >> 29
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* second, 31) &* first
  }

  /// The checksum in sixteen digits.
  package static func hexadecimal(_ bytes: UnsafeRawBufferPointer) -> String {
    let digits = String(of(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func rotated(_ word: UInt64, _ places: UInt64) -> UInt64 {
    word << places | word >> (64 - places)
  }
}

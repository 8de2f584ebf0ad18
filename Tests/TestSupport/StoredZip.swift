/// A zip file of parts that are stored as they are.
public enum StoredZip {
  /// - Parameters:
  ///   - claimedSize: What the directory says of the size of each part, and that the part is deflated;
  ///     by default its own size, and that it is stored.
  ///   - flags: What each part says of itself: bit 0 is encryption.
  public static func bytes(
    _ parts: [(name: String, bytes: [UInt8])],
    claimedSize: UInt32? = nil,
    flags: UInt16 = 0
  ) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in parts {
      let offset = UInt32(file.count)
      let method: UInt16 = claimedSize == nil ? 0 : 8
      let sizes =
        le(checksum(bytes)) + le(UInt32(bytes.count)) + le(claimedSize ?? UInt32(bytes.count))
      let common =
        le(UInt16(20)) + le(flags) + le(method) + le(UInt32(0)) + sizes
        + le(UInt16(name.utf8.count)) + le(UInt16(0))
      file += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
      directory += [0x50, 0x4B, 1, 2] + le(UInt16(20)) + common + le(UInt16(0)) + le(UInt16(0))
      directory += le(UInt16(0)) + le(UInt32(0)) + le(offset) + Array(name.utf8)
    }
    let count = UInt16(parts.count)
    let end =
      [0x50, 0x4B, 5, 6] + le(UInt16(0)) + le(UInt16(0)) + le(count) + le(count)
      + le(UInt32(directory.count)) + le(UInt32(file.count)) + le(UInt16(0))
    return file + directory + end
  }

  private static func le<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

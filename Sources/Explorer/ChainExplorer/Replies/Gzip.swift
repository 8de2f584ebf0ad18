internal import CZlib

/// Compression for replies.
enum Gzip {
  /// Below this, the head of a gzip file and the work cost more than is won.
  static let fewestBytes = 860

  /// `bytes` as a gzip file, the same for the same bytes; `nil` where that is not shorter, or zlib
  /// lacks memory.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= fewestBytes, bytes.count <= mostBytes else { return nil }
    var stream = z_stream()
    let opened = deflateInit2_(
      &stream,
      level,
      Z_DEFLATED,
      windowWithGzipHead,
      memoryLevel,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    guard opened == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    // What does not become shorter is of no use, so there need be no room for more.
    var result = [UInt8](repeating: 0, count: bytes.count)
    let isWhole = bytes.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        // zlib reads through this pointer alone; its type lacks the word const.
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
    }
    guard isWhole else { return nil }
    result.removeLast(Int(stream.avail_out))
    return result
  }

  /// zlib counts in 32 bits.
  private static let mostBytes = Int(UInt32.max)
  private static let level: Int32 = 6
  private static let windowWithGzipHead: Int32 = 15 + 16
  private static let memoryLevel: Int32 = 8
}

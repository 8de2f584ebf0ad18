#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A regular file that is read in pieces, by several threads at once.
///
/// It is read, not mapped: somebody else may cut a file short while it is read, and a mapped one
/// would take the process with it. Pieces that are read are also gone when they have been used.
package final class BulkFile: Sendable {
  let path: String
  /// How many bytes it had when it was opened.
  package let size: Int
  private let descriptor: Int32

  /// `nil` when there is no regular file that can be read.
  package init?(path: String) {
    // Without waiting, so that a pipe cannot hold the program.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills `memory` with what stands at `offset`; `false` when the file is shorter than it was, or
  /// cannot be read.
  func read(into memory: UnsafeMutableRawBufferPointer, at offset: Int) -> Bool {
    var done = 0
    while done < memory.count {
      let count = pread(
        descriptor,
        memory.baseAddress.map { $0 + done },
        memory.count - done,
        off_t(offset + done)
      )
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// The bytes of a range, cut to the file; fewer when it cannot be read.
  package func bytes(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<size)
    return Array(unsafeUninitializedCapacity: range.count) { memory, count in
      let raw = UnsafeMutableRawBufferPointer(memory)
      let room = UnsafeMutableRawBufferPointer(rebasing: raw[..<range.count])
      count = read(into: room, at: range.lowerBound) ? range.count : 0
    }
  }

  /// The text of a range, for messages.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes(range), as: UTF8.self) }
}

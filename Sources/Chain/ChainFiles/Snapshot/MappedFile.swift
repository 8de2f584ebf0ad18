#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file whose bytes lie in memory as if they had been read; they are read when they are used.
///
/// Whoever cuts the file short while it is in use ends the program: snapshots are replaced, never
/// written to in place.
package final class MappedFile: Sendable {
  /// Why a file cannot be had.
  package enum Failure: Error {
    /// It is not there, not to be read, or no file.
    case unreadable
  }

  package nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  package init(path: String) throws(Failure) {
    // Without waiting, so that a pipe is not waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .unreadable }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
    let count = Int(status.st_size)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
    guard let start, start != MAP_FAILED else { throw .unreadable }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of a transaction that is being written, piece by piece.
package final class PendingFile {
  /// Where it will stand, for messages.
  private let name: String
  private var descriptor: Int32

  /// - Parameters:
  ///   - path: where it lies meanwhile.
  ///   - name: where it will stand; a file that stands there lends its permissions.
  init(_ path: String, for name: String) throws(FolderFault) {
    self.name = name
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(name) }
    var status = stat()
    if stat(name, &status) == 0 { _ = fchmod(descriptor, status.st_mode & 0o777) }
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  package func write(_ bytes: [UInt8]) throws(FolderFault) {
    var fault: FolderFault?
    bytes.withUnsafeBytes { buffer in
      // The standard library's closures forget which error they throw.
      do throws(FolderFault) { try write(buffer) } catch { fault = error }
    }
    if let fault { throw fault }
  }

  package func write(_ buffer: UnsafeRawBufferPointer) throws(FolderFault) {
    var rest = buffer
    while let start = rest.baseAddress, !rest.isEmpty {
      #if canImport(Glibc)
        let written = Glibc.write(descriptor, start, rest.count)
      #elseif canImport(Musl)
        let written = Musl.write(descriptor, start, rest.count)
      #else
        let written = Darwin.write(descriptor, start, rest.count)
      #endif
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .system(name) }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  /// Has all of it reach the disk.
  func finish() throws(FolderFault) {
    guard fsync(descriptor) == 0 else { throw .system(name) }
    let file = descriptor
    descriptor = -1
    guard close(file) == 0 else { throw .system(name) }
  }
}

extension FolderFault {
  /// What the system says of the last call on `path`.
  static func system(_ path: String) -> FolderFault {
    .unwritable(path, reason: String(cString: strerror(errno)))
  }
}

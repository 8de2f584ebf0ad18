#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An advisory lock on a folder: many readers, or one writer. It ends with the process that holds it.
package final class FolderLock {
  package enum Mode: Sendable { case shared, exclusive }

  private var file: Int32

  /// Waits a while for those who hold it.
  ///
  /// A file system without locks is used without: nothing else there could keep its promise either.
  package init(_ folder: String, _ mode: Mode) throws(FolderFault) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .noFolder(folder) }
    self.file = file
    let wish = (mode == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB
    var waited: UInt32 = 0
    while flock(file, wish) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
      guard waited < Self.longestWait else {
        close(file)
        self.file = -1
        throw .isLocked(folder)
      }
      usleep(Self.pause)
      waited += Self.pause
    }
  }

  deinit { release() }

  package func release() {
    guard file >= 0 else { return }
    close(file)
    file = -1
  }

  /// Microseconds. A write of a thousand files takes a second or two.
  private static let longestWait: UInt32 = 10_000_000
  private static let pause: UInt32 = 20_000
}

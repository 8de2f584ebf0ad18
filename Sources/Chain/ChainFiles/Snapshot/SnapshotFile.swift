import GraphKernel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file in memory of the process's own: room for all of them is set aside when it is
/// opened, and each stretch is read into its place once, when it is first asked for.
///
/// It is read, not mapped. A mapped file that somebody cuts short ends the process with a signal, and
/// one that is written to in place changes under what was checked. What is read stays as it was, so
/// what a checksum proves holds until the end; and what is never asked for takes no memory. Reading
/// takes three times as long as mapping, 0.4 ms for a megabyte in large pages.
final class SnapshotFile: Sendable {
  /// It is not there, not to be read, or no file.
  struct Unreadable: Error {}

  /// What a file shows of having been written to.
  private struct Version: Hashable {
    let size: Int64
    let seconds: Int64
    let nanoseconds: Int64

    /// `nil` for what is no regular file.
    init?(_ descriptor: Int32) {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      size = Int64(status.st_size)
      seconds = Int64(time.tv_sec)
      nanoseconds = Int64(time.tv_nsec)
    }
  }

  /// Room for the whole file; only what ``read(_:)`` was asked for holds anything.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private nonisolated(unsafe) let room: UnsafeMutableRawBufferPointer
  private let descriptor: Int32
  private let opened: Version
  /// Where the stretches begin that have been read, and whether all of each could be.
  private let stretches = Mutex<[Int: Bool]>([:])

  init(path: String) throws(Unreadable) {
    // Without waiting, so that a pipe is not waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Unreadable() }
    guard let opened = Version(descriptor), let room = Self.room(Int(opened.size)) else {
      close(descriptor)
      throw Unreadable()
    }
    self.descriptor = descriptor
    self.opened = opened
    self.room = room
    bytes = UnsafeRawBufferPointer(room)
  }

  /// Memory that takes none until it is written to; `nil` when the machine has no room.
  private static func room(_ count: Int) -> UnsafeMutableRawBufferPointer? {
    guard count > 0 else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
    let access = PROT_READ | PROT_WRITE
    let start = mmap(nil, count, access, MAP_PRIVATE | MAP_ANON | MAP_NORESERVE, -1, 0)
    guard let start, start != MAP_FAILED else { return nil }
    return UnsafeMutableRawBufferPointer(start: start, count: count)
  }

  deinit {
    if let start = room.baseAddress { munmap(start, room.count) }
    close(descriptor)
  }

  /// Whether nobody has written to the file since it was opened.
  var isUnchanged: Bool { Version(descriptor) == opened }

  /// Reads a stretch into its place, unless it has been; `false` when the file no longer holds it.
  ///
  /// Two stretches that begin at one place are the same.
  func read(_ stretch: Range<Int>) -> Bool {
    stretches.withLock { stretches in
      if let isRead = stretches[stretch.lowerBound] { return isRead }
      if stretch.upperBound <= room.count {
        UnsafeMutableRawBufferPointer(rebasing: room[stretch]).preferLargePages()
      }
      let isRead = fill(stretch)
      stretches[stretch.lowerBound] = isRead
      return isRead
    }
  }

  /// Reads the ends of a stretch, by which sizes are compared before anything inside is needed.
  ///
  /// Only while the file is opened, when nobody else looks at it.
  func readEnds(of stretch: Range<Int>) -> Bool {
    fill(stretch.prefix(Self.endLength)) && fill(stretch.suffix(Self.endLength))
  }

  private static let endLength = 8

  private func fill(_ stretch: Range<Int>) -> Bool {
    guard stretch.lowerBound >= 0, stretch.upperBound <= room.count else { return false }
    var position = stretch.lowerBound
    while position < stretch.upperBound {
      let target = room.baseAddress.map { $0 + position }
      let count = pread(descriptor, target, stretch.upperBound - position, off_t(position))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      position += count
    }
    return true
  }
}

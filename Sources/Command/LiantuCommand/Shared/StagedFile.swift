#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written without a name and gets its place when it is whole.
///
/// Without a name (`O_TMPFILE`) it vanishes with the process, however that ends. Where the system has
/// no such files it lies beside its place under a name of its own meanwhile.
final class StagedFile {
  /// The file that the name means: links stay, and what they point at is written.
  private let target: String
  /// What was asked for, for messages.
  private let path: String
  private var descriptor: Int32
  /// What it is called meanwhile; `nil` while it has no name.
  private var workshop: String?

  init(for path: String) throws(Failure) {
    self.path = path
    target = Self.followingLinks(path)
    descriptor = Self.nameless(beside: target)
    if descriptor < 0 {
      let name = Self.neighbour(of: target)
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      workshop = name
    }
    guard descriptor >= 0, !OutputFile.isFolder(target) else {
      discard()
      throw OutputFile.unwritable(path)
    }
    var status = stat()
    if stat(target, &status) == 0 { _ = fchmod(descriptor, status.st_mode & 0o777) }
  }

  deinit { discard() }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    guard Terminal.put(bytes, to: descriptor) else { throw OutputFile.unwritable(path) }
  }

  /// Puts it in its place, over what is there.
  func place() throws(Failure) {
    if workshop == nil {
      let own = "/proc/self/fd/\(descriptor)"
      if linkat(AT_FDCWD, own, AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0 { return end() }
      guard errno == EEXIST else { throw OutputFile.unwritable(path) }
      // Something has that name: only renaming can take its place without a moment in which nothing has.
      let name = Self.neighbour(of: target)
      guard linkat(AT_FDCWD, own, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 else {
        throw OutputFile.unwritable(path)
      }
      workshop = name
    }
    guard let workshop, rename(workshop, target) == 0 else { throw OutputFile.unwritable(path) }
    self.workshop = nil
    end()
  }

  private func discard() {
    if let workshop { unlink(workshop) }
    workshop = nil
    end()
  }

  private func end() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  /// A new file without a name in the folder of `target`; negative where there is none to be had.
  private static func nameless(beside target: String) -> Int32 {
    #if os(Linux)
      // Its name comes through /proc later, and the macro O_TMPFILE does not reach Swift.
      guard access("/proc/self/fd", F_OK) == 0 else { return -1 }
      let folder = target.lastIndex(of: "/").map { target[...$0] } ?? "."
      return open(String(folder), 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC, 0o666)
    #else
      return -1
    #endif
  }

  private static func neighbour(of target: String) -> String {
    "\(target).partial-\(UInt32.random(in: 0 ... .max))"
  }

  private static func followingLinks(_ path: String) -> String {
    var path = path
    // Links that lead in a circle are left to the system to complain about.
    for _ in 0..<40 {
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
      else { return path }
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = target.hasPrefix("/") ? target : folder + target
    }
    return path
  }
}

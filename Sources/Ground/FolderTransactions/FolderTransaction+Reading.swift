#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FolderTransaction {
  /// Reads a folder while nobody writes there; what was broken off is settled first.
  ///
  /// Where nothing waits to be settled this costs a lock and a look at one name.
  ///
  /// - Returns: what `read` returns, and what became of a transaction that was broken off.
  /// - Throws: that somebody keeps writing, or that what was broken off cannot be settled, as in a
  ///   folder that one may only read.
  package static func reading<Result>(
    _ folder: String,
    _ read: () -> Result
  ) throws(FolderFault) -> (result: Result, recovery: FolderRecovery?) {
    var recovery: FolderRecovery?
    var status = stat()
    if lstat(folder + "/" + pendingName, &status) == 0 {
      let lock = try FolderLock(folder, .exclusive)
      recovery = try PendingFolder(folder).settle()
      lock.release()
    }
    let lock = try FolderLock(folder, .shared)
    defer { lock.release() }
    return (read(), recovery)
  }
}

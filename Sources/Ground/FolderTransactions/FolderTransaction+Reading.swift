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
    while true {
      let lock = try FolderLock(folder, .shared)
      // Looked at with the lock in hand: a writer may have come, and been stopped, until then.
      guard isPending(folder) else {
        defer { lock.release() }
        return (read(), recovery)
      }
      lock.release()
      let exclusive = try FolderLock(folder, .exclusive)
      recovery = try PendingFolder(folder).settle() ?? recovery
      exclusive.release()
    }
  }

  private static func isPending(_ folder: String) -> Bool {
    var status = stat()
    return lstat(folder + "/" + pendingName, &status) == 0
  }
}

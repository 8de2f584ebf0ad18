package import Bilingual

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

/// Changes of many files in a folder as one, a transaction with a write-ahead journal: all of them are
/// there afterwards or none, wherever the program is stopped, by a full disk or for good.
///
/// New files are first written into ``pendingName`` inside the folder. When all are on the disk a
/// journal says which goes where; from there on the change holds, and whoever opens the folder next
/// finishes it. Without a journal nothing has changed, and what lies there is thrown away. An advisory
/// lock on the folder keeps a second writer, and readers, away meanwhile.
///
/// ```swift
/// let transaction = try FolderTransaction(folder)
/// try transaction.replace("clusters/06.yaml", with: bytes)
/// try transaction.commit()
/// ```
package final class FolderTransaction {
  /// What holds the files of a transaction that is not finished.
  package static let pendingName = ".liantu-pending"

  /// The folder.
  package let folder: String
  /// What was found from a transaction that was broken off, and settled; `nil` without one.
  package let recovery: FolderRecovery?
  private let lock: FolderLock
  private let pending: PendingFolder
  private var journal = Journal()
  private var isOpen = true
  /// Where the file that is being written goes.
  private var target: String?

  /// Begins a transaction: waits for whoever writes or reads there, and settles what was broken off.
  ///
  /// - Throws: that the folder is no folder, cannot be written, or that somebody else keeps writing.
  package init(_ folder: String) throws(FolderFault) {
    self.folder = folder
    lock = try FolderLock(folder, .exclusive)
    pending = PendingFolder(folder)
    recovery = try pending.settle()
    try pending.make()
  }

  deinit { abandon() }

  /// The file `name`, which lies below the folder, will hold `bytes`.
  package func replace(_ name: String, with bytes: [UInt8]) throws(FolderFault) {
    let file = try begin(name)
    try file.write(bytes)
    try keep(file)
  }

  /// The file `name`, which lies below the folder, will be gone; of a link, what it means.
  package func remove(_ name: String) throws(FolderFault) {
    journal.add(try pending.target(of: name), isRemoval: true)
  }

  /// Begins the file `name`; it counts once it is kept, and one file is begun at a time.
  package func begin(_ name: String) throws(FolderFault) -> PendingFile {
    target = try pending.target(of: name)
    return try pending.file(number: journal.count, for: name)
  }

  /// Ends the file that was begun last.
  package func keep(_ file: PendingFile) throws(FolderFault) {
    try file.finish()
    if let target { journal.add(target) }
    target = nil
  }

  /// Puts all files in their places; from here on they stay, whatever happens.
  package func commit() throws(FolderFault) {
    guard isOpen else { return }
    isOpen = false
    // Also when it fails: whoever comes next may finish what could not be finished here.
    defer { lock.release() }
    guard journal.count > 0 else { return pending.remove() }
    do throws(FolderFault) { try pending.seal(journal) } catch {
      pending.remove()
      throw error
    }
    try pending.finish(journal)
  }

  /// Throws away what was written; nothing has changed.
  package func abandon() {
    guard isOpen else { return }
    isOpen = false
    pending.remove()
    lock.release()
  }
}

/// What became of a transaction that was broken off.
package enum FolderRecovery: Sendable, Hashable {
  /// It was finished; how many files it changed.
  case finished(Int)
  /// It was undone: nothing had changed yet.
  case undone

  /// The words for people.
  package var message: BilingualText {
    switch self {
    case .finished(let count):
      BilingualText(
        zh: "上次写入没有写完，现已补完（\(count) 个文件）",
        en: "an earlier write was broken off; it is finished now (\(count) files)"
      )
    case .undone:
      BilingualText(
        zh: "上次写入中途停止，尚未生效，现已清除",
        en: "an earlier write was broken off before it took effect; it is cleared away"
      )
    }
  }
}

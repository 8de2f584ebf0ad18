import Bilingual
import FolderTransactions

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

/// A folder that is written as a whole, in one transaction: a set is there whole or not at all, and
/// what was there before stays until then.
struct OutputFolder {
  private let path: String
  private let transaction: FolderTransaction
  /// Whether the folder was made for this.
  private let isNew: Bool

  /// - Parameter isForced: Whether files of the same names are written over.
  /// - Throws: A failure when the folder holds something already and is not to be written over.
  init(_ path: String, isForced: Bool) throws(Failure) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    isNew = !OutputFile.exists(path)
    if isNew { try OutputFile.makeFolder(path) }
    Interruption.watch()
    do throws(FolderFault) { transaction = try FolderTransaction(path) } catch {
      if isNew { rmdir(path) }
      // What is to be written to and is no folder is a place that cannot be written.
      if case .noFolder = error { throw Failure(.machine, error.message) }
      throw Failure(error)
    }
    if let recovery = transaction.recovery { Terminal.tell(recovery.message[Speech.language]) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard names.allSatisfy({ $0 == FolderTransaction.pendingName }) || isForced else {
      transaction.abandon()
      throw Failure(
        .usage,
        BilingualText(
          zh: "文件夹不是空的：\(path)；换一个，或用 --force 覆盖同名文件",
          en: "the folder is not empty: \(path); name another, or overwrite with --force"
        )
      )
    }
  }

  /// Writes one file of the folder; folders on the way are made.
  ///
  /// - Throws: Also when the user asked to stop.
  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    if Interruption.isAsked { throw Failure(.machine) }
    do throws(FolderFault) { try transaction.replace(name, with: bytes) } catch {
      throw Failure(error)
    }
  }

  /// Writes one file of the folder piece by piece.
  ///
  /// - Throws: Also when the user asked to stop.
  func write(
    to name: String,
    pieces: ((OutputFile.Sink) throws(Failure) -> Void)
  ) throws(Failure) {
    let file: PendingFile
    do throws(FolderFault) { file = try transaction.begin(name) } catch { throw Failure(error) }
    try pieces { bytes throws(Failure) in
      if Interruption.isAsked { throw Failure(.machine) }
      do throws(FolderFault) { try file.write(bytes) } catch { throw Failure(error) }
    }
    do throws(FolderFault) { try transaction.keep(file) } catch { throw Failure(error) }
  }

  /// Removes what was written so far, when it will not be finished.
  func abandon() {
    transaction.abandon()
    if isNew { rmdir(path) }
    Interruption.end()
  }

  /// Puts what was written in its place.
  func finish() throws(Failure) {
    do throws(FolderFault) { try transaction.commit() } catch { throw Failure(error) }
  }
}

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

/// Where the files of a transaction lie until they are all there, by their numbers.
struct PendingFolder {
  private let folder: String
  private let path: String

  private static let journalName = "journal"
  /// A journal that is still being written.
  private static let draftName = "journal.new"
  private static let mostJournalBytes = 64 << 20

  init(_ folder: String) {
    self.folder = folder
    path = folder + "/" + FolderTransaction.pendingName
  }

  // MARK: Writing

  func make() throws(FolderFault) {
    guard mkdir(path, 0o777) == 0 else { throw .system(path) }
  }

  /// A file of the transaction by its number.
  func file(number: Int, for name: String) throws(FolderFault) -> PendingFile {
    try PendingFile(path + "/\(number)", for: folder + "/" + name)
  }

  /// Writes the journal; once it has its name, the change holds.
  func seal(_ journal: Journal) throws(FolderFault) {
    let draft = path + "/" + Self.draftName
    let file = try PendingFile(draft, for: draft)
    try file.write(journal.bytes)
    try file.finish()
    keep(path)
    guard rename(draft, path + "/" + Self.journalName) == 0 else { throw .system(path) }
    keep(path)
    keep(folder)
  }

  /// Puts what still lies here in its place, and clears up.
  func finish(_ journal: Journal) throws(FolderFault) {
    var parents: Set<String> = []
    var made: Set<String> = []
    for (number, step) in journal.steps.enumerated() {
      let (from, to) = (path + "/\(number)", folder + "/" + step.target)
      var status = stat()
      guard !step.isRemoval else {
        guard unlink(to) == 0 || errno == ENOENT || errno == ENOTDIR else {
          throw .unfinished(to, reason: String(cString: strerror(errno)))
        }
        if let slash = to.lastIndex(of: "/") { parents.insert(String(to[..<slash])) }
        continue
      }
      // What is no longer here was put in its place before.
      guard lstat(from, &status) == 0 else { continue }
      let parent = String(to[..<(to.lastIndex(of: "/") ?? to.startIndex)])
      parents.insert(parent)
      if made.insert(parent).inserted {
        try? FileManager.default.createDirectory(
          atPath: parent,
          withIntermediateDirectories: true
        )
      }
      guard rename(from, to) == 0 else {
        throw .unfinished(to, reason: String(cString: strerror(errno)))
      }
    }
    for parent in parents { keep(parent) }
    _ = unlink(path + "/" + Self.journalName)
    keep(path)
    remove()
  }

  /// Removes what lies here; nothing else than a transaction's own files is touched.
  func remove() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where Self.isOwn(name) { _ = unlink(path + "/" + name) }
    _ = rmdir(path)
  }

  private static func isOwn(_ name: String) -> Bool {
    name == journalName || name == draftName
      || (!name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) })
  }

  /// Has the names in a folder reach the disk.
  private func keep(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  // MARK: What was broken off

  /// Finishes a transaction that has its journal, and undoes one without.
  func settle() throws(FolderFault) -> FolderRecovery? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .badJournal(path) }
    let journalPath = path + "/" + Self.journalName
    guard lstat(journalPath, &status) == 0 else {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      guard names.allSatisfy(Self.isOwn) else { throw .badJournal(path) }
      remove()
      guard lstat(path, &status) != 0 else { throw .system(path) }
      // An empty one is what a finished transaction leaves when it is stopped at its last step.
      return names.isEmpty ? nil : .undone
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.mostJournalBytes,
      let bytes = FileManager.default.contents(atPath: journalPath),
      let journal = Journal(bytes: Array(bytes))
    else { throw .badJournal(journalPath) }
    for step in journal.steps {
      do throws(FolderFault) {
        guard try target(of: step.target) == step.target else { throw .badJournal(journalPath) }
      } catch {
        guard case .unwritable(let path, let reason) = error else { throw error }
        throw .unfinished(path, reason: reason)
      }
    }
    let left = journal.steps.enumerated().count { number, step in
      lstat(step.isRemoval ? folder + "/" + step.target : path + "/\(number)", &status) == 0
    }
    try finish(journal)
    return left == 0 ? nil : .finished(journal.count)
  }

  // MARK: Names

  /// The name below the folder that `name` means, links inside it followed.
  ///
  /// - Throws: ``FolderFault/outside(_:)`` where it leads out.
  func target(of name: String) throws(FolderFault) -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    let isOurs = parts[0] == FolderTransaction.pendingName
    guard isPlain, !isOurs, !name.utf8.contains(0) else { throw .outside(name) }
    guard let root = real(folder) else { throw .noFolder(folder) }
    // From the file itself upwards, the first that is there.
    for count in stride(from: parts.count, through: 0, by: -1) {
      let start = ([folder] + parts[..<count].map(String.init)).joined(separator: "/")
      var status = stat()
      guard lstat(start, &status) == 0 else { continue }
      guard let found = real(start) else { throw .outside(start) }
      guard found == root || found.hasPrefix(root == "/" ? "/" : root + "/") else {
        throw .outside(start)
      }
      guard stat(found, &status) == 0 else { throw .system(start) }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      guard isFolder == (count < parts.count) else {
        throw .unwritable(start, reason: String(cString: strerror(isFolder ? EISDIR : ENOTDIR)))
      }
      let inside = found.dropFirst(root.count).drop { $0 == "/" }
      let rest = parts[count...].map(String.init)
      return ((inside.isEmpty ? [] : [String(inside)]) + rest).joined(separator: "/")
    }
    throw .noFolder(folder)
  }

  private func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

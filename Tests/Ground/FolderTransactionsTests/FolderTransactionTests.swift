import Foundation
import FolderTransactions
import TestSupport
import Testing

/// Many files changed as one, whatever happens in between.
struct FolderTransactionTests {
  /// A folder with two files.
  private func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/transaction-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/inner",
      withIntermediateDirectories: true
    )
    try Data("old a".utf8).write(to: URL(filePath: folder + "/a"))
    try Data("old b".utf8).write(to: URL(filePath: folder + "/inner/b"))
    return folder
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func state(_ folder: String) -> [String?] {
    ["a", "inner/b", "new/c"].map { text(folder + "/" + $0) }
  }

  private let old: [String?] = ["old a", "old b", nil]
  private let new: [String?] = ["new a", "new b", "new c"]

  private func fill(_ transaction: FolderTransaction) throws {
    try transaction.replace("a", with: Array("new a".utf8))
    try transaction.replace("inner/b", with: Array("new b".utf8))
    try transaction.replace("new/c", with: Array("new c".utf8))
  }

  private func isClean(_ folder: String) -> Bool {
    !FileManager.default.fileExists(atPath: folder + "/" + FolderTransaction.pendingName)
  }

  @Test func `nothing is seen before the end, and all of it after`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let transaction = try FolderTransaction(folder)
    try fill(transaction)
    #expect(state(folder) == old)
    try transaction.commit()
    #expect(state(folder) == new && isClean(folder))
  }

  @Test func `what is given up, or fails half way, leaves everything as it was`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let given = try FolderTransaction(folder)
    try fill(given)
    given.abandon()
    #expect(state(folder) == old && isClean(folder))
    let failing = try FolderTransaction(folder)
    try failing.begin("a").write(Array("half".utf8))
    failing.abandon()
    #expect(state(folder) == old && isClean(folder))
  }

  /// Every state that a process can leave behind, made by hand: before the journal, with it, and after
  /// each of the files has moved.
  @Test(arguments: 0...4)
  func `a transaction that was broken off is undone or finished by whoever opens the folder next`(
    _ step: Int
  ) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pending = folder + "/" + FolderTransaction.pendingName
    let names = ["a", "inner/b", "new/c"]
    try FileManager.default.createDirectory(atPath: pending, withIntermediateDirectories: true)
    for (number, text) in ["new a", "new b", "new c"].enumerated() {
      try Data(text.utf8).write(to: URL(filePath: pending + "/\(number)"))
    }
    if step > 0 {
      let journal = "liantu-pending 1\na\ninner/b\nnew/c\nend\n"
      try Data(journal.utf8).write(to: URL(filePath: pending + "/journal"))
    }
    for number in 0..<max(0, step - 1) {
      let target = folder + "/" + names[number]
      try FileManager.default.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true
      )
      try? FileManager.default.removeItem(atPath: target)
      try FileManager.default.moveItem(atPath: pending + "/\(number)", toPath: target)
    }
    let (seen, recovery) = try FolderTransaction.reading(folder) { state(folder) }
    #expect(seen == (step == 0 ? old : new) && isClean(folder))
    #expect(recovery == (step == 0 ? .undone : step == 4 ? nil : .finished(3)))
    // A second look finds nothing to settle.
    #expect(try FolderTransaction.reading(folder) {}.recovery == nil)
  }

  @Test func `a file goes with the others, or stays with them`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for isCommitted in [false, true] {
      let transaction = try FolderTransaction(folder)
      try transaction.replace("a", with: Array("new a".utf8))
      try transaction.remove("inner/b")
      #expect(state(folder) == old)
      if isCommitted { try transaction.commit() } else { transaction.abandon() }
      #expect(state(folder) == (isCommitted ? ["new a", nil, nil] : old) && isClean(folder))
    }
  }

  @Test(arguments: [false, true])
  func `a removal that was broken off is finished by whoever opens the folder next`(
    _ isRemoved: Bool
  ) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pending = folder + "/" + FolderTransaction.pendingName
    try FileManager.default.createDirectory(atPath: pending, withIntermediateDirectories: true)
    try Data("new a".utf8).write(to: URL(filePath: pending + "/0"))
    let journal = "liantu-pending 2\na\n\\-inner/b\nend\n"
    try Data(journal.utf8).write(to: URL(filePath: pending + "/journal"))
    if isRemoved { try FileManager.default.removeItem(atPath: folder + "/inner/b") }
    let (seen, recovery) = try FolderTransaction.reading(folder) { state(folder) }
    #expect(seen == ["new a", nil, nil] && isClean(folder) && recovery == .finished(2))
  }

  @Test(
    arguments: [
      "liantu-pending 2\n\\-../../etc/x\nend\n", "liantu-pending 2\n\\-link/x\nend\n",
      "liantu-pending 1\n../../etc/x\nend\n", "liantu-pending 1\n/etc/x\nend\n",
      "liantu-pending 1\nlink/x\nend\n", "liantu-pending 1\na\n", "something else", "",
      "liantu-pending 1\n.liantu-pending/0\nend\n",
    ]
  )
  func `a journal that leads out of the folder, or is none, is refused and touches nothing`(
    _ journal: String
  ) throws {
    let folder = try folder()
    let outside = folder + "-outside"
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    defer {
      try? FileManager.default.removeItem(atPath: folder)
      try? FileManager.default.removeItem(atPath: outside)
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link",
      withDestinationPath: outside
    )
    let pending = folder + "/" + FolderTransaction.pendingName
    try FileManager.default.createDirectory(atPath: pending, withIntermediateDirectories: true)
    try Data("evil".utf8).write(to: URL(filePath: pending + "/0"))
    try Data(journal.utf8).write(to: URL(filePath: pending + "/journal"))
    #expect(throws: FolderFault.self) { try FolderTransaction.reading(folder) {} }
    #expect(state(folder) == old)
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
  }

  @Test(arguments: ["../x", "/x", "a/../../x", "", "inner//b", "link/x", ".liantu-pending/0"])
  func `a name that leads out of the folder is refused`(_ name: String) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link",
      withDestinationPath: FileManager.default.temporaryDirectory.path
    )
    let transaction = try FolderTransaction(folder)
    #expect(throws: FolderFault.self) { try transaction.replace(name, with: [1]) }
    transaction.abandon()
    #expect(state(folder) == old && isClean(folder))
  }

  @Test func `a link inside the folder stays a link, and the file that it means is written`() throws
  {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/alias",
      withDestinationPath: "inner/b"
    )
    let transaction = try FolderTransaction(folder)
    try transaction.replace("alias", with: Array("through".utf8))
    try transaction.commit()
    #expect(text(folder + "/inner/b") == "through")
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/alias")
    #expect(target == "inner/b")
  }

  @Test func `a change that holds, not yet in its place, is told and finished later`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let transaction = try FolderTransaction(folder)
    try fill(transaction)
    // Somebody else, who asks for no lock, puts a folder where a file is to stand.
    try FileManager.default.removeItem(atPath: folder + "/inner/b")
    try FileManager.default.createDirectory(
      atPath: folder + "/inner/b/full",
      withIntermediateDirectories: true
    )
    for attempt in [transaction.commit, { _ = try FolderTransaction.reading(folder) {} }] {
      let fault = #expect(throws: FolderFault.self) { try attempt() }
      #expect(fault?.code == "unfinished-write")
      #expect(fault?.message.en.contains("nothing is changed") == false)
    }
    try FileManager.default.removeItem(atPath: folder + "/inner/b")
    let recovery = try FolderTransaction.reading(folder) {}.recovery
    #expect(recovery == .finished(3) && state(folder) == new && isClean(folder))
  }

  /// Writers take turns: each sees what the one before it wrote, so no count is lost.
  @Test func `two writers at once lose nothing`() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("0".utf8).write(to: URL(filePath: folder + "/a"))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<5 {
            guard let transaction = try? FolderTransaction(folder) else {
              Issue.record("a writer was kept out")
              return
            }
            let count = text(folder + "/a").flatMap(Int.init) ?? -100
            try? transaction.replace("a", with: Array(String(count + 1).utf8))
            try? transaction.commit()
          }
        }
      }
    }
    #expect(text(folder + "/a") == "20" && isClean(folder))
  }
}

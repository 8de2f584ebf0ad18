import Bilingual
import ChainViews
import ChainWorkbooks
import Diagnostics
import FolderTransactions

/// Changes to the folder of a data set, which are shown, and written where that is asked.
struct FolderUpdate {
  let folder: EditableFolder
  let edit: FolderEdit
  /// Files beside the facts that change with them, by their names below the folder.
  var beside: [(name: String, bytes: [UInt8])] = []
  /// Whether they are written.
  let isWriting: Bool
  /// Whether the lines that change are shown.
  let showsLines: Bool
  /// How the answer is written beside which remarks are made.
  let format: AnswerFormat
  let language: Language

  /// Writes the changes, or says what would be written.
  func run(unchanged: BilingualText) throws(Failure) {
    try showEdit()
    let files = edit.files.map { (name: $0.name, bytes: $0.after) } + beside
    guard !files.isEmpty else { return try tell(unchanged) }
    let names = files.map(\.name).joined(separator: ", ")
    guard isWriting else {
      return try tell(
        BilingualText(
          zh: "要改动 \(files.count) 个文件：\(names)；尚未写入，加 --write 写入",
          en: "\(files.count == 1 ? "1 file" : "\(files.count) files") would change: "
            + "\(names); nothing is written without --write"
        )
      )
    }
    let transaction = try begin()
    guard folder.isAsRead() else {
      throw Failure(
        .faulty,
        BilingualText(
          zh: "文件夹在读取之后有了变化：\(folder.folder)；请再试一次",
          en: "the folder has changed since it was read: \(folder.folder); try again"
        ),
        in: language
      )
    }
    do throws(FolderFault) {
      for file in files { try transaction.replace(file.name, with: file.bytes) }
      try transaction.commit()
    } catch {
      throw Failure(error, in: language)
    }
    try tell(
      BilingualText(
        zh: "已写入 \(files.count) 个文件：\(names)",
        en: "\(files.count == 1 ? "1 file is" : "\(files.count) files are") written: \(names)"
      )
    )
  }

  /// What a write left half done is settled before the folder is read, and told.
  static func settle(_ path: String, _ language: Language) throws(Failure) {
    do throws(FolderFault) {
      let recovery = try FolderTransaction.reading(path) {}.recovery
      if let recovery { Terminal.tell(recovery.message[language]) }
    } catch {
      guard case .noFolder = error else { throw Failure(error, in: language) }
    }
  }

  /// Nobody else writes there from here on.
  private func begin() throws(Failure) -> FolderTransaction {
    do throws(FolderFault) { return try FolderTransaction(folder.folder) } catch {
      throw Failure(error, in: language)
    }
  }

  private func showEdit() throws(Failure) {
    for note in edit.notes { Terminal.tell(note.message[language]) }
    guard showsLines else { return }
    for file in edit.files {
      try Terminal.write("\n" + LineDifference.unified(file.before, file.after, name: file.name))
    }
    for file in beside {
      let before = folder.files[file.name]
      try Terminal.write("\n" + LineDifference.unified(before, file.bytes, name: file.name))
    }
  }

  /// Remarks stand on standard error where the answer is for a program.
  private func tell(_ text: BilingualText) throws(Failure) {
    guard format == .table else { return Terminal.tell(text[language]) }
    try Terminal.write(text[language] + "\n")
  }
}

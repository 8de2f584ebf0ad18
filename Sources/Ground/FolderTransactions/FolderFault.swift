package import Bilingual
package import Diagnostics

/// Why files of a folder could not be changed or read as one.
package enum FolderFault: LiantuError, Hashable {
  /// It is no folder, or cannot be opened.
  case noFolder(String)
  /// A file or folder could not be written; why, in the system's word.
  case unwritable(String, reason: String)
  /// The change holds, and a file could not be put in its place; why, in the system's word.
  case unfinished(String, reason: String)
  /// Somebody else keeps writing there.
  case isLocked(String)
  /// The name leads out of the folder, or through a link that does.
  case outside(String)
  /// The journal of a transaction that was broken off is none of ours.
  case badJournal(String)

  package var code: String {
    switch self {
    case .noFolder: "no-folder"
    case .unwritable: "folder-unwritable"
    case .unfinished: "unfinished-write"
    case .isLocked: "folder-in-use"
    case .outside: "outside-folder"
    case .badJournal: "bad-journal"
    }
  }

  package var message: BilingualText {
    switch self {
    case .noFolder(let path):
      BilingualText(zh: "打不开文件夹：\(path)", en: "cannot open the folder: \(path)")
    case .unwritable(let path, let reason):
      BilingualText(
        zh: "无法写入：\(path)（\(reason)）；什么也没有改动",
        en: "cannot write: \(path) (\(reason)); nothing is changed"
      )
    case .unfinished(let path, let reason):
      BilingualText(
        zh: "无法就位：\(path)（\(reason)）；改动已经记下，还没有写完",
        en: "cannot put in its place: \(path) (\(reason)); the change is recorded and not finished"
      )
    case .isLocked(let path):
      BilingualText(zh: "别的程序正在写 \(path)", en: "another program is writing in \(path)")
    case .outside(let path):
      BilingualText(
        zh: "\(path) 指到文件夹之外；什么也没有改动",
        en: "\(path) leads out of the folder; nothing is changed"
      )
    case .badJournal(let path):
      BilingualText(
        zh: "\(path) 不是本程序留下的写入记录",
        en: "\(path) is no record of a write that this program left"
      )
    }
  }

  package var help: BilingualText? {
    switch self {
    case .unfinished:
      BilingualText(
        zh: "排除原因后，下一条打开该文件夹的命令会把它写完",
        en: "mend the reason; the next command that opens the folder finishes it"
      )
    case .isLocked: BilingualText(zh: "稍后再试", en: "try again in a moment")
    case .badJournal: BilingualText(zh: "看过之后删去它", en: "look at it, then remove it")
    case .noFolder, .unwritable, .outside: nil
    }
  }

  package var cause: ErrorCause {
    switch self {
    case .noFolder: .notFound
    case .unwritable, .unfinished, .isLocked: .machine
    case .outside, .badJournal: .data
    }
  }
}

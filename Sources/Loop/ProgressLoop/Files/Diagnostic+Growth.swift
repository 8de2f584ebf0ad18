import Bilingual
import Diagnostics

/// Faults of plans and journals that did not merely grow.
extension Diagnostic {
  private static let asIt = BilingualText(
    zh: "恢复原来的行，在末尾另记一行，在“更正”一栏写它的行号；计划另记一行新的决定",
    en: "put the line back, and write a new one at the end that names it under 'corrects'; "
      + "of a plan, a new decision"
  )

  static func removedLoopFile(_ path: String, lines: Int) -> Self {
    Diagnostic(
      .error,
      code: "removed-file",
      message: BilingualText(
        zh: "原来的文件 \(path) 没有了（\(lines) 行）",
        en: "the file \(path) is gone, with its \(lines) lines"
      ),
      help: BilingualText(zh: "恢复它，文件名也不改", en: "put it back, under its name"),
      at: nil
    )
  }

  static func changedLine(_ name: String, was text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "changed-line",
      message: BilingualText(
        zh: "\(name) 改过，原来是：\(text)",
        en: "\(name) was changed; it was: \(text)"
      ),
      help: asIt,
      at: location
    )
  }

  static func removedLine(_ name: String, was text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "removed-line",
      message: BilingualText(
        zh: "这里以前有 \(name)，删掉了，原来是：\(text)",
        en: "\(name) stood before this and was removed; it was: \(text)"
      ),
      help: BilingualText(
        zh: "恢复原来的行；要撤回的，在末尾另记一行 withdraw",
        en: "put the line back; to withdraw it, write a line of that type at the end"
      ),
      at: location
    )
  }

  static func insertedLine(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "inserted-line",
      message: BilingualText(
        zh: "\(name) 插在原有的行之间",
        en: "\(name) was put between lines that were there"
      ),
      help: BilingualText(zh: "新的行一律记在末尾", en: "new lines go to the end"),
      at: location
    )
  }

  static func movedLine(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "moved-line",
      message: BilingualText(
        zh: "\(name) 挪了位置",
        en: "\(name) does not stand where it did"
      ),
      help: BilingualText(zh: "保持原来的先后", en: "keep the lines in the order that they had"),
      at: location
    )
  }
}

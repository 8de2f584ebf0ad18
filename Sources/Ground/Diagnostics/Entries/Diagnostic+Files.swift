internal import Bilingual

/// Faults of a file as a whole: it cannot be read, is too large, or has too many faults.
extension Diagnostic {
  package static func unreadable(_ path: String) -> Self {
    Diagnostic(
      .error,
      code: "unreadable-file",
      message: BilingualText(zh: "无法读取文件", en: "the file cannot be read"),
      at: Location(path: path, range: nil)
    )
  }

  package static func tooLarge(_ path: String, limit: Int) -> Self {
    Diagnostic(
      .error,
      code: "file-too-large",
      message: BilingualText(
        zh: "文件超过 \(limit >> 20) MiB 的上限",
        en: "the file is larger than \(limit >> 20) MiB"
      ),
      help: BilingualText(zh: "按主题拆成几个文件", en: "split it by theme"),
      at: Location(path: path, range: nil)
    )
  }

  package static func invalidUTF8(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "invalid-utf8",
      message: BilingualText(zh: "文件不是有效的 UTF-8", en: "the file is not valid UTF-8"),
      help: BilingualText(zh: "用 UTF-8 编码另存", en: "save it again as UTF-8"),
      at: location
    )
  }

  package static func badFileName(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-name",
      message: BilingualText(zh: "“\(name)”不能作文件名", en: "'\(name)' cannot name a file"),
      help: BilingualText(
        zh: "不用 /，不以 . 开头，不用控制字符",
        en: "use no '/' and no control character, and do not begin with a dot"
      ),
      at: location
    )
  }

  /// - Parameter more: how many more there are at the least; `nil` where nobody looked.
  package static func tooManyFaults(limit: Int, more: Int? = nil, path: String) -> Self {
    Diagnostic(
      .error,
      code: "too-many-faults",
      message: more.map { more in
        BilingualText(
          zh: "错误超过 \(limit) 个，另有 \(more) 个未列出",
          en: "more than \(limit) faults; \(more) more are not listed"
        )
      }
        ?? BilingualText(
          zh: "错误超过 \(limit) 个，其余不再检查",
          en: "more than \(limit) faults; the rest is not checked"
        ),
      at: Location(path: path, range: nil)
    )
  }
}

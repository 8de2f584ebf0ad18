internal import Bilingual
package import SourceDiagnostics

/// Faults of a text as a whole: it cannot be read, or is made to harm.
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

  package static func yamlSyntax(_ problem: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "yaml-syntax",
      message: BilingualText(zh: "YAML 语法错误（\(problem)）", en: "YAML syntax: \(problem)"),
      at: location
    )
  }

  package static func yamlTag(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "yaml-tag",
      message: BilingualText(zh: "不支持 YAML 类型标签", en: "YAML tags are not supported"),
      help: BilingualText(zh: "去掉以 ! 开头的标签", en: "remove the tag that begins with !"),
      at: location
    )
  }

  package static func severalDocuments(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "several-documents",
      message: BilingualText(
        zh: "一个文件只能有一个 YAML 文档",
        en: "a file holds one YAML document"
      ),
      help: BilingualText(zh: "去掉 --- 或拆成几个文件", en: "remove the --- or split the file"),
      at: location
    )
  }

  package static func tooDeep(limit: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "too-deep",
      message: BilingualText(
        zh: "嵌套超过 \(limit) 层",
        en: "nested deeper than \(limit) levels"
      ),
      at: location
    )
  }

  package static func tooManyNodes(limit: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "too-many-nodes",
      message: BilingualText(
        zh: "展开别名后超过 \(limit) 个值",
        en: "more than \(limit) values once aliases are followed"
      ),
      help: BilingualText(zh: "把别名写成实际的值", en: "write the values out instead of aliases"),
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

  package static func tooManyFaults(limit: Int, path: String) -> Self {
    Diagnostic(
      .error,
      code: "too-many-faults",
      message: BilingualText(
        zh: "错误超过 \(limit) 个，其余不再检查",
        en: "more than \(limit) faults; the rest is not checked"
      ),
      at: Location(path: path, range: nil)
    )
  }
}

internal import Bilingual
package import Diagnostics

/// Faults of a text as a whole: it cannot be read, or is made to harm.
extension Diagnostic {
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
}

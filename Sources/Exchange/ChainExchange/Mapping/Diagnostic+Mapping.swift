import Bilingual
import ChainModel
import Diagnostics

/// Faults of a mapping.
extension Diagnostic {
  static func differingEntity(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "differing-entity",
      message: BilingualText(
        zh: "两处“\(name)”的 kind 或 key_literal 不同",
        en: "'\(name)' has another kind or key_literal elsewhere"
      ),
      help: BilingualText(zh: "改用另一个名称", en: "give one of the two another name"),
      at: location
    )
  }

  static func unknownEntity(_ name: String, names: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-entity",
      message: BilingualText(
        zh: "没有名为“\(name)”的实体",
        en: "no entity is called '\(name)' here"
      ),
      help: BilingualText.didYouMean(name, among: names)
        ?? BilingualText(
          zh: names.isEmpty ? "先在 entities 中写明" : "实体有：" + names.joined(separator: "、"),
          en: names.isEmpty
            ? "write it under 'entities' first"
            : "the entities are: " + names.joined(separator: ", ")
        ),
      at: location
    )
  }

  static func emptyQuery(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "empty-query",
      message: BilingualText(
        zh: "查询中没有 entities，也没有 relations",
        en: "the query has neither entities nor relations"
      ),
      help: BilingualText(
        zh: "有意略过这些记录时写 ignore: true",
        en: "write ignore: true to leave these records out on purpose"
      ),
      at: location
    )
  }

  static func bareProperty(_ text: String?, at location: Location) -> Self {
    let text = text ?? "…"
    return Diagnostic(
      .error,
      code: "wrong-shape",
      message: BilingualText(
        zh: "此处应写明取自哪一列",
        en: "expected a mapping that says which column is meant"
      ),
      help: BilingualText(
        zh: "写 {column: \(text)}；固定的值写 {literal: \(text)}",
        en: "write {column: \(text)}, or {literal: \(text)} for a fixed value"
      ),
      at: location
    )
  }

  static func uselessUnit(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "useless-unit",
      message: BilingualText(zh: "此属性不带单位", en: "this attribute has no unit"),
      at: location
    )
  }

  static func badFormat(_ format: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-format",
      message: BilingualText(
        zh: "“\(format)”不是日期格式",
        en: "'\(format)' is not the form of a date"
      ),
      help: BilingualText(
        zh: "用 %Y、%m、%d，如 %Y年%m月%d日",
        en: "use %Y, %m and %d, such as %d.%m.%Y"
      ),
      at: location
    )
  }

  static func openTemplate(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "open-template",
      message: BilingualText(zh: "{{ 之后缺少 }}", en: "no }} ends the {{ of this template"),
      at: location
    )
  }

  static func templateWithoutColumn(_ template: String, at location: Location) -> Self {
    // Other programs write templates with single braces.
    let words = template.split { "{}".contains($0) }
    let inside = template.contains("{") && words.count > (template.hasPrefix("{") ? 0 : 1)
    let column = inside ? String(words[template.hasPrefix("{") ? 0 : 1]) : nil
    return Diagnostic(
      .error,
      code: "template-without-column",
      message: BilingualText(zh: "模板里没有列", en: "the template has no column in it"),
      help: BilingualText(
        zh: "列写在双括号里：{{\(column ?? "列名")}}；固定的值写 {literal: …}",
        en: "a column stands in two pairs of braces: {{\(column ?? "column")}}; a fixed value is "
          + "{literal: …}"
      ),
      at: location
    )
  }

  static func unknownColumn(
    _ name: String,
    columns: [String],
    severity: Severity,
    at location: Location?
  ) -> Self {
    Diagnostic(
      severity,
      code: "unknown-column",
      message: BilingualText(
        zh: "数据中没有“\(name)”这一列",
        en: "no record has a column called '\(name)'"
      ),
      help: .instead(of: name, among: columns, zh: "列有：", en: "the columns are: ", most: 30),
      at: location
    )
  }

  static func unreadFile(_ name: String, files: [String], at location: Location?) -> Self {
    Diagnostic(
      .error,
      code: "unknown-file",
      message: BilingualText(
        zh: "没有给出文件“\(name)”",
        en: "no file called '\(name)' was given"
      ),
      help: .instead(of: name, among: files, zh: "给出的文件：", en: "the files are: "),
      at: location
    )
  }

  static func unstatedOrigin(at location: Location?) -> Self {
    Diagnostic(
      .error,
      code: "missing-source",
      message: BilingualText(
        zh: "没有说明这些内容的出处",
        en: "nothing says what these facts rest on"
      ),
      help: BilingualText(
        zh: "写 source（出处，可取自某列）或 basis: industry-knowledge",
        en: "write source, which may come from a column, or basis: industry-knowledge"
      ),
      at: location
    )
  }
}

import Bilingual
import ChainModel
import Diagnostics

/// Faults of what is known of registers and their firms.
extension Diagnostic {
  static func decidedTwice(
    _ firm: String,
    _ segment: String,
    _ first: Location,
    at location: Location
  ) -> Self {
    let line = first.range.map { String($0.start.line) } ?? first.path
    return Diagnostic(
      .error,
      code: "decided-twice",
      message: BilingualText(
        zh: "“\(firm)”与“\(segment)”已有一条决定（第 \(line) 行）",
        en: "'\(firm)' and '\(segment)' are decided already (line \(line))"
      ),
      help: BilingualText(zh: "只留一条", en: "keep one of the two"),
      at: location
    )
  }

  static func attachedTwice(_ register: String, at path: String) -> Self {
    Diagnostic(
      .error,
      code: "attached-twice",
      message: BilingualText(
        zh: "名录“\(register)”有两个挂链文件",
        en: "two files attach the register '\(register)'"
      ),
      help: BilingualText(zh: "并成一个文件", en: "make them one file"),
      at: Location(path: path, range: nil)
    )
  }

  static func notATable(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "not-a-table",
      message: BilingualText(
        zh: "“\(name)”不是同一文件夹里的 CSV 表",
        en: "'\(name)' is no CSV table in the same folder"
      ),
      help: BilingualText(
        zh: "逐条写出决定，或写一个表名，如 名录.csv",
        en: "list the decisions, or name a table such as register.csv"
      ),
      at: location
    )
  }

  static func strayTable(_ path: String) -> Self {
    Diagnostic(
      .error,
      code: "stray-table",
      message: BilingualText(
        zh: "没有挂链文件用到这张决定表",
        en: "no attachment names this table of decisions"
      ),
      help: BilingualText(
        zh: "在挂链文件里写 decisions: 表名，或移走这张表",
        en: "write decisions: and its name in an attachment, or move the table away"
      ),
      at: Location(path: path, range: nil)
    )
  }

  static func badShare(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-share",
      message: BilingualText(zh: "“\(text)”不是比重", en: "'\(text)' is no share"),
      help: BilingualText(zh: "写小数，如 0.31", en: "write a decimal number, such as 0.31"),
      at: location
    )
  }

  /// A credit code or an industry code that cannot be one.
  static func badCode(_ fault: AttributeDefinition.CodeFault, at location: Location) -> Self {
    Diagnostic(.error, code: fault.code, message: fault.message, help: fault.help, at: location)
  }

  /// A text that an attribute of texts does not take: it is empty, or not the code that is wanted.
  static func badText(
    _ text: String,
    of definition: AttributeDefinition,
    at location: Location
  ) -> Self {
    do throws(AttributeDefinition.CodeFault) {
      _ = try definition.normal(text)
      return .emptyText(at: location)
    } catch {
      return .badCode(error, at: location)
    }
  }
}

import Bilingual
import Diagnostics

/// Faults of an ontology.
extension Diagnostic {
  static func badName(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-name",
      message: BilingualText(
        zh: "“\(name)”不能作名称",
        en: "'\(name)' cannot be a name in an ontology"
      ),
      help: BilingualText(
        zh: "以小写字母开头，只用英文字母、数字和 -；defaults 另有用途",
        en: "begin with a lower-case letter; use letters, digits and -; 'defaults' is taken"
      ),
      at: location
    )
  }

  static func badFactor(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-factor",
      message: BilingualText(
        zh: "“\(text)”不是大于零的数",
        en: "'\(text)' is not a number above zero"
      ),
      help: BilingualText(
        zh: "写一个该单位等于多少个基本单位，如 10000",
        en: "write how many base units one of it is, such as 10000"
      ),
      at: location
    )
  }

  static func redeclared(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "redeclared",
      message: BilingualText(zh: "“\(name)”已经声明过", en: "'\(name)' is already declared"),
      help: BilingualText(
        zh: "数据集可以增加词汇，不能改动已有的词汇",
        en: "a data set can add to the vocabulary, not change it"
      ),
      at: location
    )
  }

  static func fieldClash(_ field: String, kind: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "field-clash",
      message: BilingualText(
        zh: "“\(kind)”的字段“\(field)”有两种含义",
        en: "the field '\(field)' of \(kind) would have two meanings"
      ),
      at: location
    )
  }
}

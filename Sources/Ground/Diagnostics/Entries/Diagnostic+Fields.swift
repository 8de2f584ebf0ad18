package import Bilingual

/// Faults of the fields of a mapping.
extension Diagnostic {
  package static func unexpectedShape(_ expected: BilingualText, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "wrong-shape",
      message: BilingualText(zh: "此处应为\(expected.zh)", en: "expected \(expected.en) here"),
      at: location
    )
  }

  package static func unknownField(
    _ name: String,
    of kind: BilingualText,
    fields: [String],
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "unknown-field",
      message: BilingualText(
        zh: "“\(kind.zh)”没有字段“\(name)”",
        en: "unknown field '\(name)' of \(kind.en)"
      ),
      help: .instead(of: name, among: fields, zh: "可用的字段：", en: "the fields are: "),
      at: location
    )
  }

  package static func duplicateKey(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "duplicate-key",
      message: BilingualText(zh: "“\(name)”写了两次", en: "'\(name)' is written twice"),
      at: location
    )
  }

  package static func missingField(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-field",
      message: BilingualText(zh: "缺少字段“\(name)”", en: "the field '\(name)' is missing"),
      at: location
    )
  }

  package static func emptyText(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "empty-text",
      message: BilingualText(zh: "此处不能为空", en: "this cannot be empty"),
      at: location
    )
  }

  package static func unknownWord(
    _ word: String,
    meaning: BilingualText,
    words: [String],
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "unknown-word",
      message: BilingualText(
        zh: "未知的\(meaning.zh)“\(word)”",
        en: "unknown \(meaning.en) '\(word)'"
      ),
      help: .instead(of: word, among: words),
      at: location
    )
  }
}

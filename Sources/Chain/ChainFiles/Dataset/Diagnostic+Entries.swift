import Bilingual
package import ChainModel
package import Diagnostics

/// Faults of what is written in an entry.
extension Diagnostic {
  /// - Parameter labelled: the kind that has `name` as its label for people.
  package static func unknownKind(
    _ name: String,
    kinds: [String],
    labelled: KindDefinition? = nil,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "unknown-kind",
      message: BilingualText(zh: "未知的类别“\(name)”", en: "unknown kind '\(name)'"),
      help: labelled.map { BilingualText.didYouMean([$0.kind.name]) }
        ?? .instead(of: name, among: kinds, zh: "类别有：", en: "the kinds are: "),
      at: location
    )
  }

  /// - Parameter text: the name, by which it is told what it holds.
  package static func unprintable(_ text: String = "", at location: Location) -> Self {
    guard let turn = text.unicodeScalars.first(where: \.turnsDirection) else {
      // What people put into a cell by Alt+Enter is no control character to them.
      if text.contains(where: \.isNewline) {
        return Diagnostic(
          .error,
          code: "unprintable-text",
          message: BilingualText(zh: "名称中有换行", en: "the name holds a line break"),
          help: BilingualText(
            zh: "删去换行；是几个名称的，分开写",
            en: "remove the line break, or write several names apart"
          ),
          at: location
        )
      }
      return Diagnostic(
        .error,
        code: "unprintable-text",
        message: BilingualText(zh: "名称中含有控制字符", en: "the name holds a control character"),
        at: location
      )
    }
    let code = "U+" + String(turn.value, radix: 16, uppercase: true)
    return Diagnostic(
      .error,
      code: "bidi-control",
      message: BilingualText(
        zh: "名称中含有改变文字方向的字符 \(code)，显示的与写的不同",
        en: "the name holds \(code), which turns the direction of text: it shows what it is not"
      ),
      help: BilingualText(zh: "删去这个字符", en: "remove the character"),
      at: location
    )
  }

  static func basisAgainstSource(
    _ basis: Basis,
    stated: Basis,
    at location: Location
  ) -> Self {
    let (cited, said) = (source(of: basis), source(of: stated))
    return Diagnostic(
      .error,
      code: "basis-against-source",
      message: BilingualText(
        zh: "出处是\(cited.zh)，依据却写作\(stated == .industryKnowledge ? "行业常识" : said.zh)",
        en: "a \(cited.en) is cited, and the basis is "
          + (stated == .industryKnowledge ? "general knowledge" : "a \(said.en)")
      ),
      help: BilingualText(zh: "两者留一个", en: "leave one of the two out"),
      at: location
    )
  }

  private static func source(of basis: Basis) -> BilingualText {
    switch basis {
    case .document: BilingualText(zh: "文件", en: "document")
    case .register: BilingualText(zh: "名录", en: "register")
    case .industryKnowledge: BilingualText(zh: "参考资料", en: "reference")
    }
  }

  static func badInteger(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-integer",
      message: BilingualText(zh: "“\(text)”不是整数", en: "'\(text)' is not a whole number"),
      at: location
    )
  }

  package static func badFlag(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-flag",
      message: BilingualText(
        zh: "“\(text)”不是 true 或 false",
        en: "'\(text)' is neither true nor false"
      ),
      help: .didYouMean(text, among: ["true", "false"]),
      at: location
    )
  }

  /// The last day of a relation comes before its first.
  package static func emptyPeriod(
    _ period: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "empty-period",
      message: BilingualText(
        zh: "“\(period)”止日早于起日",
        en: "'\(period)' ends before it begins"
      ),
      help: BilingualText(
        zh: "先写起日，后写止日；两日都算在内",
        en: "write the first day, then the last; both are included"
      ),
      at: location
    )
  }

  package static func badDate(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-date",
      message: BilingualText(zh: "“\(text)”不是日期", en: "'\(text)' is not a date"),
      help: BilingualText(
        zh: "写作 2025、2025-12 或 2023-08-18",
        en: "write 2025, 2025-12 or 2023-08-18"
      ),
      at: location
    )
  }

  static func badQuantity(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-quantity",
      message: BilingualText(
        zh: "“\(text)”不是带单位的数值",
        en: "'\(text)' is not a number with a unit"
      ),
      help: BilingualText(
        zh: "数字与单位之间空一格，如 580 亿元",
        en: "write a number, a space and a unit, such as 580 亿元"
      ),
      at: location
    )
  }

  package static func unknownUnit(_ symbol: String, units: [String], at location: Location) -> Self
  {
    Diagnostic(
      .error,
      code: "unknown-unit",
      message: BilingualText(zh: "未知的单位“\(symbol)”", en: "unknown unit '\(symbol)'"),
      help: longer(symbol, units)
        ?? .instead(of: symbol, among: units, zh: "单位有：", en: "the units are: "),
      at: location
    )
  }

  /// The units that begin with what was written, such as 亿元 for 亿: those are meant, whatever else
  /// differs in one letter.
  private static func longer(_ symbol: String, _ units: [String]) -> BilingualText? {
    let found = units.filter { $0.hasPrefix(symbol) && !symbol.isEmpty }
    return found.isEmpty ? nil : .didYouMean(found)
  }

  static func unknownOption(
    _ text: String,
    of attribute: AttributeDefinition,
    options: [AttributeDefinition.Option],
    at location: Location
  ) -> Self {
    let words = options.flatMap { [$0.label.zh, $0.key] }
    return Diagnostic(
      .error,
      code: "unknown-value",
      message: BilingualText(
        zh: "“\(attribute.label.zh)”不能是“\(text)”",
        en: "'\(text)' is not a \(attribute.label.en)"
      ),
      help: BilingualText.didYouMean(text, among: words)
        ?? BilingualText(
          zh: "可以是：" + options.map(\.label.zh).joined(separator: "、"),
          en: "it can be: " + options.map { "\($0.key) (\($0.label.zh))" }.joined(separator: ", ")
        ),
      at: location
    )
  }
}

/// What people call by its label in a file that wants its name.
extension Ontology {
  func kind(labelled label: String) -> KindDefinition? {
    kinds.first { [$0.label.zh, $0.label.en].contains(label) }
  }

  func relation(labelled label: String) -> RelationDefinition? {
    relations.first { [$0.label.zh, $0.label.en].contains(label) }
  }
}

extension Diagnostic {
  package static func missingName(at location: Location) -> Self {
    guard location.cell != nil else { return .missingField("name", at: location) }
    return Diagnostic(
      .error,
      code: "missing-field",
      message: BilingualText(zh: "这一行没有名称", en: "this row has no name"),
      at: location
    )
  }
}

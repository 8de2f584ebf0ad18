import Bilingual
import Diagnostics

/// What is said of a fault: one maker for each, so that the wording stands in one place.
struct QueryMessage: Sendable {
  let category: QueryFault.Category
  let code: String
  let text: BilingualText
  let help: BilingualText?

  init(
    _ code: String,
    _ category: QueryFault.Category = .expression,
    zh: String,
    en: String,
    help: BilingualText? = nil
  ) {
    self.code = code
    self.category = category
    text = BilingualText(zh: zh, en: en)
    self.help = help
  }

  /// Words that can be written, when none of them is near to what was.
  static func oneOf(_ words: [String]) -> BilingualText {
    oneOf(words.map { BilingualText(same: $0) })
  }

  /// The same of words that have a form in each language; each reader is shown their own.
  static func oneOf(_ words: [BilingualText]) -> BilingualText {
    let most = 12
    func list(_ words: [String], _ separator: String, _ end: String) -> String {
      let words = words.uniqued()
      return words.prefix(most).joined(separator: separator) + (words.count > most ? end : "")
    }
    return BilingualText(
      zh: "可以是：" + list(words.map(\.zh), "、", "……"),
      en: "it can be: " + list(words.map(\.en), ", ", ", …")
    )
  }
}

/// Faults of the form.
extension QueryMessage {
  static func tooLong(_ limit: Int) -> Self {
    Self(
      "query-too-long",
      .limit,
      zh: "表达式超过 \(limit >> 10) KB",
      en: "the expression is longer than \(limit >> 10) KB",
      help: BilingualText(zh: "把它拆成命名查询", en: "split it into named queries")
    )
  }

  static func tooDeep(_ limit: Int) -> Self {
    Self(
      "query-too-deep",
      .limit,
      zh: "嵌套超过 \(limit) 层",
      en: "more than \(limit) levels are nested",
      help: BilingualText(zh: "用 let 给内层取名", en: "name the inner parts with let")
    )
  }

  static func unexpectedCharacter(_ scalar: Unicode.Scalar) -> Self {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    let name = isVisible(scalar) ? "\(scalar) (\(number))" : number
    return Self(
      "unexpected-character",
      zh: "此处不应有字符 \(name)",
      en: "unexpected character \(name)",
      help: otherSigns.contains(scalar)
        ? setSigns
        : otherBrackets.contains(scalar)
          ? BilingualText(
            zh: "函数和分组用圆括号；名称含特殊字符时要加引号",
            en: "functions and groups have round brackets; quote a name that contains it"
          ) : BilingualText(zh: "名称含特殊字符时要加引号", en: "quote a name that contains it")
    )
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }

  private static let otherBrackets: Set<Unicode.Scalar> = ["[", "]", "{", "}", "［", "］", "｛", "｝"]

  /// Signs that other languages combine sets or conditions with.
  private static let otherSigns: Set<Unicode.Scalar> = [
    "|", "｜", "!", "！", "^", "\\", "∪", "∩", "∖",
  ]

  private static let setSigns = BilingualText(
    zh: "集合用 + 合并，用 & 取共有部分，用 - 去除；条件用 and、or、not 或 且、或、非 连接",
    en: "sets are joined with +, what they share is &, and - takes away; "
      + "conditions are joined by and, or, not"
  )

  static let conditionSigns = BilingualText(
    zh: "属性和值之间写 = != < <= > >= 或 ~，条件之间写 and（且）或 or（或）",
    en: "write = != < <= > >= or ~ between an attribute and its value, "
      + "and or or between conditions"
  )

  /// Words that people join sets with elsewhere.
  private static let otherJoiners: Set<String> = [
    "和", "与", "及", "以及", "并", "并且", "或者", "除", "减", "union", "intersect", "except", "minus",
  ]

  static let unclosedQuote = Self("unclosed-quote", zh: "引号没有关闭", en: "the quote is never closed")

  static let emptyQuery = Self(
    "empty-query",
    zh: "表达式是空的",
    en: "the expression is empty",
    help: BilingualText(zh: "例如：上游(高端聚烯烃) & 企业", en: "for example: upstream(高端聚烯烃) & enterprise")
  )

  static func expectedOperand(found: String?) -> Self {
    Self(
      "expected-operand",
      zh: found.map { "此处应为名称、函数或括号，而不是“\($0)”" } ?? "表达式到此还没有写完",
      en: found.map { "expected a name, a function or a bracket, not '\($0)'" }
        ?? "the expression ends before it is complete",
      help: found.map { ["&", "+", "-", "~"].contains($0) } == true ? setSigns : nil
    )
  }

  /// - Parameters:
  ///   - before: the word that stands before it.
  ///   - word: what was found, where it is a word.
  static func expectedOperator(found: String, before: Word?, word: Word? = nil) -> Self {
    let function = before.flatMap { $0.isQuoted ? nil : QueryFunction(word: $0.text) }
    let keyword = word.flatMap { QueryWord($0) }
    let isJoiner = word.map { !$0.isQuoted && otherJoiners.contains($0.text.lowercased()) } ?? false
    let help =
      if isJoiner || keyword.map({ [.and, .or, .not].contains($0) }) == true {
        setSigns
      } else if let function, word != nil {
        BilingualText(
          zh: "函数的参数写在括号里：\(function.word(.zh))(\(found))",
          en: "what a function is given stands in brackets: \(function.word(.en))(\(found))"
        )
      } else {
        BilingualText(
          zh: "名称含空格或括号时要加引号",
          en: "quote a name that contains spaces or brackets"
        )
      }
    return Self(
      "expected-operator",
      zh: "“\(found)”之前缺少 +、& 或 -",
      en: "expected +, & or - before '\(found)'",
      help: help
    )
  }

  static func expected(_ wanted: String, found: String?, help: BilingualText? = nil) -> Self {
    Self(
      "expected-symbol",
      zh: found.map { "此处应为“\(wanted)”，而不是“\($0)”" } ?? "表达式到此结束，还缺少“\(wanted)”",
      en: found.map { "expected '\(wanted)', not '\($0)'" }
        ?? "expected '\(wanted)' before the expression ends",
      help: help
    )
  }

  static func unknownFunction(_ word: String) -> Self {
    Self(
      "unknown-function",
      zh: "没有名为“\(word)”的函数",
      en: "no function is called '\(word)'",
      help: BilingualText.didYouMean(word, among: QueryFunction.allCases.flatMap(\.words))
        ?? BilingualText(
          zh: "如果是名称的一部分，请给整个名称加引号",
          en: "if it is part of a name, quote the whole name"
        )
    )
  }

  static func reserved(_ word: String) -> Self {
    Self(
      "reserved-word",
      zh: "“\(word)”是语言的保留词",
      en: "'\(word)' is a word of the language",
      help: BilingualText(zh: "作为名称请加引号", en: "quote it if it is a name")
    )
  }

  static func letInside(_ word: String) -> Self {
    Self(
      "let-inside",
      zh: "“\(word)”只能写在表达式或括号的开头",
      en: "'\(word)' stands at the beginning of an expression or of brackets alone",
      help: BilingualText(zh: "加上括号", en: "put it into brackets")
    )
  }

  static func argumentCount(_ function: QueryFunction) -> Self {
    Self(
      "argument-count",
      zh: "“\(function.word(.zh))”的参数个数不对",
      en: "'\(function.word(.en))' takes another number of arguments",
      help: written(function)
    )
  }

  /// How a function is written.
  static func written(_ function: QueryFunction) -> BilingualText {
    BilingualText(
      zh: "写法：" + function.usage(.zh),
      en: "it is written " + function.usage(.en)
    )
  }

  static func badArgument(_ function: QueryFunction) -> Self {
    Self(
      "bad-argument",
      zh: "“\(function.word(.zh))”此处的参数应为一个词或一个数",
      en: "this argument of '\(function.word(.en))' is one word or one number",
      help: BilingualText(
        zh: "写法：" + function.usage(.zh) + "；含空格的词要加引号",
        en: "it is written " + function.usage(.en) + "; quote what holds spaces"
      )
    )
  }

  static func badNumber(_ range: ClosedRange<Int>) -> Self {
    Self(
      "bad-number",
      zh: "应为 \(range.lowerBound) 到 \(range.upperBound) 之间的整数",
      en: "expected a whole number from \(range.lowerBound) to \(range.upperBound)"
    )
  }

  static let expectedAttribute = Self(
    "expected-attribute",
    zh: "此处应为属性名",
    en: "expected the name of an attribute",
    help: BilingualText(
      zh: "例如：status = 在建 and capacity >= 20 万千瓦",
      en: "for example: status = building and capacity >= 20 万千瓦"
    )
  )

  static func expectedValue(found: String?) -> Self {
    Self(
      "expected-value",
      zh: "此处应为一个值",
      en: "expected a value",
      help: found == "="
        ? BilingualText(zh: "相等只写一个 =", en: "equality is written with one =") : nil
    )
  }
}

import Bilingual
import ChainModel

/// Faults of the meaning.
extension QueryMessage {
  static func unknownName(_ name: String, suggestions: [String]) -> Self {
    Self(
      "unknown-name",
      .notFound,
      zh: "没有名为“\(name)”的对象",
      en: "nothing is called '\(name)'",
      help: suggestions.isEmpty
        ? BilingualText(
          zh: "允许找不到时写 maybe(…)",
          en: "write maybe(…) where it may be missing"
        ) : .didYouMean(suggestions)
    )
  }

  /// What stands as one word is several names that exist.
  ///
  /// - Parameter expression: the names with the sign between them that makes an expression.
  static func joinedNames(_ name: String, expression: String) -> Self {
    Self(
      "unknown-name",
      .notFound,
      zh: "没有名为“\(name)”的对象",
      en: "nothing is called '\(name)'",
      help: BilingualText(
        zh: "是否要写“\(expression)”？合并用 +，减号两边要有空格",
        en: "did you mean '\(expression)'? + joins sets, and - has a space on either side"
      )
    )
  }

  static func unmatchedPattern(_ pattern: String) -> Self {
    Self(
      "unknown-name",
      .notFound,
      zh: "没有名称符合“\(pattern)”",
      en: "no name matches '\(pattern)'",
      help: BilingualText(
        zh: "允许找不到时写 maybe(…)",
        en: "write maybe(…) where it may be missing"
      )
    )
  }

  /// - Parameter words: what can be written instead: kinds whose label ends so, then identities.
  static func ambiguous(_ name: String, count: Int, _ words: [String]) -> Self {
    let most = 10
    let shown = words.prefix(most)
    return Self(
      "ambiguous-name",
      .ambiguous,
      zh: "“\(name)”可以指 \(count) 个对象",
      en: "'\(name)' could be any of \(count) nodes",
      help: BilingualText(
        zh: "写其中之一：" + shown.joined(separator: "、") + (words.count > most ? "……" : ""),
        en: "write one of " + shown.joined(separator: ", ") + (words.count > most ? ", …" : "")
      )
    )
  }

  static func patternTooLong(_ limit: Int) -> Self {
    Self(
      "pattern-too-long",
      .limit,
      zh: "通配名称超过 \(limit) 个字符",
      en: "a pattern has at most \(limit) characters"
    )
  }

  /// No kind, relation, role, attribute or option has that name.
  ///
  /// - Parameter words: what can be written, in the order in which it is proposed.
  static func unknownWord(
    _ word: String,
    _ meaning: BilingualText,
    among words: [BilingualText]
  ) -> Self {
    Self(
      "unknown-word",
      zh: "没有名为“\(word)”的\(meaning.zh)",
      en: "no \(meaning.en) is called '\(word)'",
      help: BilingualText.didYouMean(word, among: words.flatMap { [$0.en, $0.zh] }.uniqued())
        ?? oneOf(words)
    )
  }

  static func unknownUnit(_ unit: String, among words: [String]) -> Self {
    Self(
      "unknown-unit",
      zh: "没有单位“\(unit)”",
      en: "no unit is written '\(unit)'",
      help: BilingualText.didYouMean(unit, among: words) ?? oneOf(words)
    )
  }

  static func wrongValue(_ attribute: String, expected: BilingualText) -> Self {
    Self(
      "wrong-value",
      zh: "“\(attribute)”要比较的是\(expected.zh)",
      en: "'\(attribute)' compares with \(expected.en)"
    )
  }

  static func wrongOperator(_ symbol: String, _ attribute: String, expected: [String]) -> Self {
    Self(
      "wrong-operator",
      zh: "“\(attribute)”不能用 \(symbol) 比较",
      en: "'\(attribute)' does not compare with \(symbol)",
      help: oneOf(expected)
    )
  }

  static func notAFlag(_ attribute: String) -> Self {
    Self(
      "not-a-flag",
      zh: "“\(attribute)”不是是非属性",
      en: "'\(attribute)' is neither true nor false by itself",
      help: BilingualText(
        zh: "要问有没有，写 has(\(attribute))；要比较，写 \(attribute) = …",
        en: "ask has(\(attribute)), or compare it: \(attribute) = …"
      )
    )
  }

  /// - Parameter kinds: what can be taken away.
  static func notRemovable(_ id: String, kinds: [BilingualText]) -> Self {
    let (zh, en) = (kinds.map(\.zh), kinds.map(\.en))
    return Self(
      "not-removable",
      zh: "只能移除企业、项目或环节，不能移除 \(id)",
      en: "enterprises, projects and segments can be taken away, not \(id)",
      help: BilingualText(
        zh: "集合里还有别的对象时，只取这几类：(…) & (\(zh.joined(separator: " + ")))",
        en: "of a set that holds others, take these alone: (…) & (\(en.joined(separator: " + ")))"
      )
    )
  }

  static func noParty(_ kind: BilingualText, parties: [BilingualText]) -> Self {
    Self(
      "no-party",
      zh: "这里要的是责任方，而所写的是\(kind.zh)",
      en: "a party that answers for items is wanted here; this is of the kind '\(kind.en)'",
      help: oneOf(parties)
    )
  }

  static func tooManyPairs(_ limit: Int) -> Self {
    Self(
      "too-many-pairs",
      .limit,
      zh: "起点与终点的组合超过 \(limit) 对",
      en: "there are more than \(limit) pairs of a start and an end",
      help: BilingualText(
        zh: "缩小两端，或用 path(A, B) 求最短的一条",
        en: "narrow both ends, or ask path(A, B) for one shortest way"
      )
    )
  }

  static var cannotBeParted: Self {
    Self(
      "cannot-be-parted",
      zh: "起点与终点直接相连或有共同的对象，移除途中的对象隔不断",
      en:
        "a relation joins the two sets directly, or they share a node: nothing between parts them",
      help: BilingualText(
        zh: "另选中间隔着对象的两端，或改求 between(A, B)",
        en: "choose sets with something between, or ask between(A, B)"
      )
    )
  }

  static func outOfTime(_ limit: Duration) -> Self {
    let seconds = Double(limit.components.seconds) + Double(limit.components.attoseconds) * 1e-18
    return Self(
      "out-of-time",
      .limit,
      zh: "计算超过了 \(Int(seconds.rounded(.up))) 秒",
      en: "the evaluation took more than \(Int(seconds.rounded(.up))) s",
      help: BilingualText(zh: "缩小范围，或拆成几步", en: "narrow the sets, or split the question")
    )
  }
}

/// Faults among named queries.
extension QueryMessage {
  static func circularQueries(_ names: [String]) -> Self {
    Self(
      "query-cycle",
      zh: "命名查询互相引用：" + names.joined(separator: " → "),
      en: "named queries build on one another in a circle: " + names.joined(separator: " → ")
    )
  }

  static func queriesTooDeep(_ limit: Int) -> Self {
    Self(
      "queries-too-deep",
      .limit,
      zh: "命名查询逐层引用超过 \(limit) 层",
      en: "more than \(limit) named queries build on one another"
    )
  }

  static func queryNameTaken(_ name: String, by owner: BilingualText) -> Self {
    Self(
      "query-name-taken",
      zh: "查询名“\(name)”已是\(owner.zh)",
      en: "the query's name '\(name)' is already \(owner.en)"
    )
  }

  static func badQueryName(_ name: String) -> Self {
    Self(
      "bad-query-name",
      zh: "查询名“\(name)”不能在表达式中直接书写",
      en: "the query's name '\(name)' cannot be written in an expression",
      help: BilingualText(
        zh: "不要用空格、括号、运算符和保留词",
        en: "use no spaces, brackets, operators or words of the language"
      )
    )
  }
}

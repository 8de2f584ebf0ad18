import Bilingual
import ChainModel
import Diagnostics

/// The conditions of `where`.
extension Resolver {
  mutating func test(_ condition: Condition) -> Test {
    switch condition {
    case .any(let parts): return .any(parts.map { test($0) })
    case .all(let parts): return .all(parts.map { test($0) })
    case .not(let part): return .not(test(part))
    case .has(let word): return subject(word).map { .has($0) } ?? .any([])
    case .flag(let word):
      guard let subject = subject(word) else { return .any([]) }
      guard case .attribute(let name) = subject, types(of: name).contains(.flag) else {
        report(.notAFlag(word.text), at: word.range)
        return .any([])
      }
      return .comparison(subject, .equal, Test.Value(flag: true))
    case .comparison(let word, let comparison, let literal):
      guard let subject = subject(word) else { return .any([]) }
      let value = value(literal, of: subject, word, comparison)
      return value.map { .comparison(subject, comparison, $0) } ?? .any([])
    }
  }

  /// An attribute of any kind by its field or its label, else what every node has.
  private mutating func subject(_ word: Word) -> Test.Subject? {
    let attributes = graph.ontology.kinds.flatMap(\.attributes)
    let match =
      attributes.first { $0.name.name == word.text }
      ?? attributes.first { $0.label.zh == word.text || $0.label.en == word.text }
    if let match { return .attribute(match.name) }
    let general = Self.generalSubjects.first { [$0.words.zh, $0.words.en].contains(word.text) }
    if let general {
      return general.subject
    }
    let near = graph.ontology.kinds.filter { filtered.contains($0.kind) }.flatMap(\.attributes)
    let words = (near + attributes).map { BilingualText(zh: $0.label.zh, en: $0.name.name) }
    report(
      .unknownWord(
        word.text,
        BilingualText(zh: "属性", en: "attribute"),
        among: Self.generalSubjects.map(\.words) + words
      ),
      at: word.range
    )
    return nil
  }

  private static let generalSubjects: [(subject: Test.Subject, words: BilingualText)] = [
    (.name, BilingualText(zh: "名称", en: "name")),
    (.kind, BilingualText(zh: "对象类别", en: "kind")),
    (.basis, BilingualText(zh: "依据", en: "basis")),
    (.verdict, BilingualText(zh: "结论", en: "verdict")),
  ]

  private func types(of name: AttributeName) -> Set<AttributeDefinition.ValueType> {
    Set(graph.ontology.kinds.flatMap(\.attributes).filter { $0.name == name }.map(\.type))
  }

  // MARK: Values

  private mutating func value(
    _ literal: Literal,
    of subject: Test.Subject,
    _ word: Word,
    _ comparison: Comparison
  ) -> Test.Value? {
    let types: Set<AttributeDefinition.ValueType> =
      switch subject {
      case .attribute(let name): self.types(of: name)
      case .name: [.text]
      case .kind: [.option(graph.ontology.kinds.map { .init(key: $0.kind.name, label: $0.label) })]
      case .basis: [.option(Basis.allCases.map { .init(key: $0.rawValue, label: $0.label) })]
      case .verdict:
        [.option(Verdict.allCases.map { .init(key: $0.rawValue, label: $0.label) })]
      }
    let isOrdered = types.contains { $0.hasOrder } && ![.kind, .basis].contains(subject)
    var signs = ["=", "!="]
    if isOrdered { signs += ["<", "<=", ">", ">="] }
    if types.contains(.text) { signs.append("~") }
    guard signs.contains(comparison.rawValue) else {
      report(.wrongOperator(comparison.rawValue, word.text, expected: signs), at: word.range)
      return nil
    }
    var value = Test.Value(text: literal.written)
    if case .word(let text) = literal { value.text = text.text }
    guard read(literal, types, &value) else { return nil }
    let isUnderstood =
      types.contains(.text) || value.number != nil || value.quantity != nil || value.date != nil
      || value.flag != nil || !value.keys.isEmpty
    if isUnderstood { return value }
    reportValue(literal, types, word)
    return nil
  }

  /// Reads the literal as each of the types; `false` when a fault has been told.
  private mutating func read(
    _ literal: Literal,
    _ types: Set<AttributeDefinition.ValueType>,
    _ value: inout Test.Value
  ) -> Bool {
    for type in types {
      switch type {
      case .text: break
      case .integer: value.number = Double(value.text)
      case .date: value.date = CalendarDate(parsing: value.text)
      case .flag: value.flag = Self.flags[value.text]
      case .quantity:
        guard let (number, unit) = amount(literal) else { break }
        guard readQuantity(number, unit, &value) else { return false }
      case .option(let options):
        let named = options.filter { [$0.key, $0.label.zh, $0.label.en].contains(value.text) }
        value.keys.formUnion(named.map(\.key))
        guard options.contains(where: { $0.quantity != nil }), let (number, unit) = amount(literal)
        else { break }
        guard readQuantity(number, unit, &value) else { return false }
      }
    }
    return true
  }

  private static let flags = [
    "true": true, "是": true, "yes": true, "false": false, "否": false, "no": false,
  ]

  /// A number and its unit, written apart or together: `20 万千瓦`, `20万千瓦`.
  private func amount(_ literal: Literal) -> (number: String, unit: Word)? {
    switch literal {
    case .amount(let number, let unit, _): return (number, unit)
    case .word(let word):
      let digits = word.text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
      guard !word.isQuoted, !digits.isEmpty, digits.count < word.text.count,
        Parser.isNumber(String(digits.drop { $0 == "-" }))
      else { return nil }
      var unit = word
      unit.text = String(word.text.dropFirst(digits.count))
      return (String(digits), unit)
    }
  }

  private mutating func readQuantity(
    _ number: String,
    _ unit: Word,
    _ value: inout Test.Value
  ) -> Bool {
    guard let definition = graph.ontology.unit(unit.text) else {
      report(.unknownUnit(unit.text, among: graph.ontology.units.map(\.symbol)), at: unit.range)
      return false
    }
    guard let amount = Double(number), amount.isFinite else { return true }
    value.quantity = Quantity(amount: amount, unit: definition)
    return true
  }

  /// What would have been understood.
  private mutating func reportValue(
    _ literal: Literal,
    _ types: Set<AttributeDefinition.ValueType>,
    _ word: Word
  ) {
    let options = types.flatMap { type -> [AttributeDefinition.Option] in
      if case .option(let options) = type { options } else { [] }
    }
    guard options.isEmpty else {
      // Kinds may share an option, and sets of types have no order of their own.
      let words = options.map { BilingualText(zh: $0.label.zh, en: $0.key) }.uniqued()
        .sorted { $0.en < $1.en }
      let meaning = BilingualText(zh: "“\(word.text)”取值", en: "value of '\(word.text)'")
      report(.unknownWord(literal.written, meaning, among: words), at: literal.range)
      return
    }
    let expected =
      types.contains(.quantity)
      ? BilingualText(zh: "带单位的数，如 20 万千瓦", en: "a number with a unit, such as 20 万千瓦")
      : types.contains(.date)
        ? BilingualText(zh: "日期，如 2025 或 2025-12", en: "a date, such as 2025 or 2025-12")
        : types.contains(.flag)
          ? BilingualText(zh: "是或否", en: "yes or no")
          : BilingualText(zh: "整数", en: "a whole number")
    report(.wrongValue(word.text, expected: expected), at: literal.range)
  }
}

extension AttributeDefinition.ValueType {
  fileprivate var hasOrder: Bool {
    switch self {
    case .text, .flag: false
    case .integer, .quantity, .date, .option: true
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it first stands.
  package func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

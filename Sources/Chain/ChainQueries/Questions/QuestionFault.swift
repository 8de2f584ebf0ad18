public import Bilingual
public import ChainModel
public import Diagnostics
import GraphKernel

/// What is wrong with a question as people wrote it.
public struct QuestionFault: LiantuError, Hashable {
  /// Which of the words is at fault.
  public enum Part: Sendable, Hashable {
    /// The name of the question, or the words as a whole.
    case question
    /// The subject at a position, from 0.
    case subject(Int)
    /// A value of an option, by its position, from 0.
    case option(QuestionOption, Int)
  }

  /// What sort of fault it is.
  public enum Category: Sendable, Hashable {
    /// The words do not make a question.
    case usage
    /// A name means nothing, or there is nothing to show.
    case notFound
    /// A name means several things.
    case ambiguous
  }

  /// Which of the words is at fault.
  public let part: Part
  /// What sort of fault it is.
  public let category: Category
  /// What is wrong: lower case, no full stop.
  public let message: BilingualText
  /// What to do, where that can be said.
  public let help: BilingualText?

  /// The faults of an expression with their places in it, for a question of the query language.
  public let query: QueryFaults?

  /// A stable name, by which scripts and documents know the fault.
  public var code: String {
    if let query { return query.diagnostics.first?.code ?? "bad-query" }
    return switch (category, part) {
    case (.usage, .question): "bad-view"
    case (.usage, .subject): "too-many-subjects"
    case (.usage, .option): "bad-option"
    case (.notFound, .question): "nothing-to-show"
    case (.notFound, _): "unknown-name"
    case (.ambiguous, _): "ambiguous-name"
    }
  }

  /// The same as the category; that of the expression where one is at fault.
  public var cause: ErrorCause {
    if let query { return query.cause }
    return switch category {
    case .usage: .usage
    case .notFound: .notFound
    case .ambiguous: .ambiguous
    }
  }

  /// Those of the expression.
  public var diagnostics: [Diagnostic] { query?.diagnostics ?? [] }

  package init(
    _ part: Part,
    _ category: Category,
    _ message: BilingualText,
    help: BilingualText? = nil
  ) {
    self.part = part
    self.category = category
    self.message = message
    self.help = help
    query = nil
  }

  /// The faults of an expression; their first is told where there is room for one.
  package init(_ faults: QueryFaults) {
    let first = faults.diagnostics.first
    part = .subject(0)
    category =
      faults.isNotFound
      ? .notFound
      : faults.faults.allSatisfy { $0.category == .ambiguous } ? .ambiguous : .usage
    message = first?.message ?? BilingualText(zh: "表达式有误", en: "the expression is wrong")
    help = first?.help
    query = faults
  }
}

extension QuestionFault {
  /// That no question, or none that has a picture, is called so.
  package static func unknown(_ name: String, among questions: [QuestionName]) -> Self {
    unknown(name, among: questions.map(\.definition))
  }

  /// The same among rows, where those of a wing above are asked too.
  package static func unknown(_ name: String, among questions: [QuestionDefinition]) -> Self {
    let names = questions.map(\.name.rawValue)
    let labels = questions.flatMap { [$0.label.zh, $0.listLabel.zh] }
    return QuestionFault(
      .question,
      .usage,
      BilingualText(zh: "没有名为“\(name)”的图或清单", en: "no view is called '\(name)'"),
      help: BilingualText.didYouMean(name, among: names + labels)
        ?? BilingualText(
          zh: "可以是：" + names.joined(separator: "、"),
          en: "it can be: " + names.joined(separator: ", ")
        )
    )
  }

  /// That a question has no picture.
  package static func hasNoPicture(_ question: QuestionDefinition) -> Self {
    let name = question.name.rawValue
    return QuestionFault(
      .question,
      .usage,
      BilingualText(
        zh: "\(question.listLabel.zh)（\(name)）没有图，只有清单",
        en: "\(name) has no picture, only a list"
      ),
      help: BilingualText(
        zh: "清单：liantu \(question.usage)",
        en: "its list: liantu \(question.usage)"
      )
    )
  }

  package static func missingSubject(of view: QuestionDefinition) -> Self {
    let wanted = view.subjects.filter { !$0.isOptional }
    return QuestionFault(
      .question,
      .usage,
      BilingualText(
        zh: "\(view.label.zh)需要指明：" + wanted.map(\.label.zh).joined(separator: "、"),
        en: "\(view.name.rawValue) is of: " + wanted.map(\.label.en).joined(separator: ", ")
      ),
      help: BilingualText(zh: "写法：\(view.usage)", en: "usage: \(view.usage)")
    )
  }

  package static func tooManySubjects(of view: QuestionDefinition) -> Self {
    QuestionFault(
      .subject(view.mostSubjects),
      .usage,
      BilingualText(
        zh: "\(view.label.zh)至多指明 \(view.mostSubjects) 个对象",
        en: "\(view.name.rawValue) is of \(view.mostSubjects) at most"
      ),
      help: BilingualText(zh: "写法：\(view.usage)", en: "usage: \(view.usage)")
    )
  }

  static func unheeded(_ option: QuestionOption, by view: QuestionDefinition) -> Self {
    let heeded = view.options.map { "--" + $0.rawValue }
    return QuestionFault(
      .option(option, 0),
      .usage,
      BilingualText(
        zh: "\(view.label.zh)不用 --\(option.rawValue)",
        en: "\(view.name.rawValue) does not heed --\(option.rawValue)"
      ),
      help: heeded.isEmpty
        ? nil
        : BilingualText(
          zh: "可用：" + heeded.joined(separator: "、"),
          en: "it heeds: " + heeded.joined(separator: ", ")
        )
    )
  }

  static func needsOneValue(_ option: QuestionOption, _ count: Int) -> Self {
    QuestionFault(
      .option(option, min(count, 1)),
      .usage,
      BilingualText(
        zh: "--\(option.rawValue) 应有一个值，不是 \(count) 个",
        en: "--\(option.rawValue) has one value, not \(count)"
      )
    )
  }

  static func badNumber(_ text: String, of option: QuestionOption, _ range: ClosedRange<Int>)
    -> Self
  {
    QuestionFault(
      .option(option, 0),
      .usage,
      BilingualText(
        zh: "--\(option.rawValue) 应在 \(range.lowerBound) 到 \(range.upperBound) 之间，不是“\(text)”",
        en: "--\(option.rawValue) must be from \(range.lowerBound) to \(range.upperBound), "
          + "not '\(text)'"
      )
    )
  }

  static func unknownWord(
    _ word: String,
    at part: Part,
    _ meaning: BilingualText,
    among words: [String],
    isReplaced: Bool = false
  ) -> Self {
    let list = words.joined(separator: "、")
    return QuestionFault(
      part,
      .usage,
      BilingualText(
        zh: "没有“\(word)”这种\(meaning.zh)",
        en: "no \(meaning.en) is called '\(word)'"
      ),
      help: isReplaced
        ? BilingualText(zh: "已由 \(list) 取代", en: "replaced by \(words.joined(separator: ", "))")
        : .instead(of: word, among: words)
    )
  }
}

extension QuestionFault {
  /// That a name means no node, or several; `nil` when it means one.
  public init?(
    _ found: NameLookup,
    of text: String,
    among kinds: [NodeKind]?,
    in graph: ChainGraph,
    at part: Part = .question
  ) {
    switch found {
    case .found: return nil
    case .ambiguous(let nodes):
      let most = 10
      let ids = nodes.prefix(most).map { graph.id(of: $0) }.joined(separator: "\n  ")
      let more = nodes.count > most ? "\n  …" : ""
      self.init(
        part,
        .ambiguous,
        BilingualText(
          zh: "“\(text)”可以指 \(nodes.count) 个对象，请写其中之一：\n  \(ids)\(more)",
          en: "'\(text)' could be any of \(nodes.count) nodes; write one of:\n  \(ids)\(more)"
        )
      )
    case .missing(let suggestions):
      let strangers = kinds == nil ? [] : graph.bearers(of: text)
      if let stranger = strangers.first {
        self.init(part, .notFound, Self.otherKind(stranger, of: text, among: kinds, in: graph))
        return
      }
      let wanted = Self.words(for: kinds, in: graph.ontology)
      let meant = BilingualText.alternatives(suggestions)
      self.init(
        part,
        .notFound,
        BilingualText(
          zh: "没有名为“\(text)”的\(wanted.zh)" + (suggestions.isEmpty ? "" : "；是否要找\(meant.zh)？"),
          en: "no \(wanted.en) is called '\(text)'"
            + (suggestions.isEmpty ? "" : "; did you mean \(meant.en)?")
        )
      )
    }
  }

  /// That somebody bears the name, but is of no kind that is wanted.
  private static func otherKind(
    _ node: NodeIndex,
    of text: String,
    among kinds: [NodeKind]?,
    in graph: ChainGraph
  ) -> BilingualText {
    let wanted = words(for: kinds, in: graph.ontology)
    let name = graph.name(of: node)
    let kind = graph.ontology[graph.kind(of: node)]?.label
    return BilingualText(
      zh: "“\(name)”是\(kind?.zh ?? "")，这里要的是\(wanted.zh)",
      en: "'\(name)' is of the kind \(kind?.en ?? ""); wanted is \(wanted.en)"
    )
  }

  private static func words(for kinds: [NodeKind]?, in ontology: Ontology) -> BilingualText {
    guard let kinds else { return BilingualText(zh: "对象", en: "node") }
    let labels = kinds.compactMap { ontology[$0]?.label }
    return BilingualText(
      zh: list(labels.map(\.zh), "、", "或"),
      en: list(labels.map(\.en), ", ", " or ")
    )
  }
}

/// Words with the last one set off: 企业、项目或环节.
private func list(_ words: [String], _ comma: String, _ or: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: comma) + or + last
}

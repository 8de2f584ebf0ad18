import Bilingual
import ChainModel

/// Words of the vocabulary.
extension Resolver {
  mutating func kind(_ detail: Expression.Detail) -> NodeKind? {
    guard case .word(let word) = detail else { return nil }
    if let kind = graph.ontology.kind(word.text) { return kind }
    report(
      .unknownWord(
        word.text,
        BilingualText(zh: "类别", en: "kind"),
        among: graph.ontology.kinds.map { BilingualText(zh: $0.label.zh, en: $0.kind.name) }
      ),
      at: word.range
    )
    return nil
  }

  /// A verdict by its name or its word; a word that is told no longer says what replaced it.
  mutating func verdicts(_ word: Word) -> [Verdict]? {
    let found = Verdict.allCases.first {
      [$0.rawValue, $0.label.zh, $0.label.en].contains(word.text)
    }
    if let found { return [found] }
    let replaced = Verdict.replaced[word.text]
    report(
      .unknownWord(
        word.text,
        BilingualText(zh: "结论", en: "verdict"),
        among: (replaced ?? Verdict.allCases)
          .map { BilingualText(zh: $0.label.zh, en: $0.rawValue) }
      ),
      at: word.range
    )
    return nil
  }

  /// A role by its name or by its phrase from either end.
  mutating func role(_ word: Word) -> RelationKind? {
    let roles = graph.ontology.relations(of: .responsibility)
    if let role = roles.first(where: { $0.words.contains(word.text) }) { return role.kind }
    report(
      .unknownWord(
        word.text,
        BilingualText(zh: "职责", en: "role"),
        among: roles.map { BilingualText(zh: $0.inverse.zh, en: $0.kind.name) }
      ),
      at: word.range
    )
    return nil
  }

  /// The relations that `word` means: one by its name or by its phrase, which says the direction; or
  /// all of one meaning.
  mutating func relations(_ word: Word) -> [RelationSelection.Member] {
    let relations = graph.ontology.relations
    if let relation = relations.first(where: { $0.reads(word.text, from: .source) }) {
      return [.init(kind: relation.kind, isInverse: false)]
    }
    if let relation = relations.first(where: { $0.reads(word.text, from: .target) }) {
      return [.init(kind: relation.kind, isInverse: true)]
    }
    if let semantics = Semantics.allCases.first(where: { $0.words.contains(word.text) }) {
      return graph.ontology.relations(of: semantics).map { .init(kind: $0.kind, isInverse: false) }
    }
    report(
      .unknownWord(
        word.text,
        BilingualText(zh: "关系", en: "relation"),
        among: Semantics.allCases.map(\.label)
          + relations.flatMap {
            [BilingualText(zh: $0.label.zh, en: $0.kind.name), $0.label, $0.inverse]
          }
      ),
      at: word.range
    )
    return []
  }
}

extension Ontology {
  /// The kind that `word` names or labels; `nil` when there is none.
  func kind(_ word: String) -> NodeKind? {
    kinds.first { [$0.kind.name, $0.label.zh, $0.label.en].contains(word) }?.kind
  }

  var kindWords: [String] { kinds.flatMap { [$0.kind.name, $0.label.zh] } }
}

extension RelationDefinition {
  var words: [String] { [kind.name, label.zh, label.en, inverse.zh, inverse.en] }

  fileprivate func reads(_ word: String, from end: RelationDefinition.End) -> Bool {
    let phrase = phrase(from: end)
    return [phrase.zh, phrase.en].contains(word) || (end == .source && kind.name == word)
  }
}

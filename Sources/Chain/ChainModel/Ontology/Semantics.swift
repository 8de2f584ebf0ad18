public import Bilingual

/// What a relation means to the algorithms, which walk semantics and never look at names.
///
/// All that is said of a semantics stands in this file: what it is called, and its number in
/// snapshots.
public enum Semantics: String, Sendable, Hashable, CaseIterable {
  /// 流动: material, energy or service passes along.
  case flow
  /// 归属: is part of.
  case containment
  /// 在链: an actor covers a segment.
  case presence
  /// 行为: who does what.
  case action
  /// 责任: who answers for what, in which role.
  case responsibility
  /// 成员: is a member of a collective.
  case membership
  /// 地点: is at a place.
  case location
  /// 对应: is the counterpart of.
  case correspondence
  /// 引用: a document rests on another.
  case reference
  /// 证言: a document says how things stand with a segment.
  case testimony
  /// 回用: what was used comes back to an earlier step; algorithms follow it only when asked to.
  case `return`
  /// 摸排: a survey looked at a segment, or at the chain of a cluster.
  case survey
  /// 控股: who holds an enterprise.
  case control
  /// 承接: takes the place of another: a party, an item, an edition of a document.
  case succession
}

extension Semantics {
  /// The word for people.
  public var label: BilingualText { BilingualText(zh: definition.word, en: rawValue) }

  /// All words that mean it in the query language, the label's first.
  package var words: [String] { [rawValue, definition.word] + definition.synonyms }

  /// The number that stands for it in snapshots.
  package var snapshotCode: UInt32 { definition.snapshotCode }

  private struct Definition {
    let word: String
    var synonyms: [String] = []
    /// Written into files: never changed, and never given anew.
    let snapshotCode: UInt32
  }

  private var definition: Definition {
    switch self {
    case .flow: Definition(word: "流动", synonyms: ["供应"], snapshotCode: 0)
    case .containment: Definition(word: "归属", synonyms: ["隶属"], snapshotCode: 1)
    case .presence: Definition(word: "在链", snapshotCode: 2)
    case .action: Definition(word: "行为", synonyms: ["行动"], snapshotCode: 3)
    case .responsibility: Definition(word: "责任", snapshotCode: 4)
    case .membership: Definition(word: "成员", snapshotCode: 5)
    case .location: Definition(word: "地点", synonyms: ["位置"], snapshotCode: 6)
    case .correspondence: Definition(word: "对应", snapshotCode: 7)
    case .reference: Definition(word: "引用", snapshotCode: 8)
    case .testimony: Definition(word: "证言", synonyms: ["陈述"], snapshotCode: 9)
    case .return: Definition(word: "回用", snapshotCode: 10)
    case .survey: Definition(word: "摸排", snapshotCode: 11)
    case .control: Definition(word: "控股", snapshotCode: 12)
    case .succession: Definition(word: "承接", synonyms: ["更替"], snapshotCode: 13)
    }
  }
}

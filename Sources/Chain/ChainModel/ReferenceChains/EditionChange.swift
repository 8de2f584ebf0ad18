package import Bilingual

/// What differs between two editions of a reference chain, a thing at a time.
package struct EditionChange: Hashable, Sendable {
  /// What became of a segment or a flow.
  package enum Kind: String, CaseIterable, Sendable {
    /// The identity stays, the name is another.
    case renamed
    /// It went into another segment.
    case merged
    /// Several segments stand in its place.
    case split
    /// It covers less.
    case narrowed
    /// It covers more.
    case widened
    /// It is at home in another chain.
    case moved
    /// It is no longer there, and no segment stands for it.
    case retired
    /// It is no longer there, and nothing is said of it: a fault of the library.
    case lost
    /// A segment that was not there.
    case added
    case flowAdded = "flow-added"
    case flowRemoved = "flow-removed"
    /// Another code, role or stage.
    case attribute

    /// The word for people.
    package var label: BilingualText {
      switch self {
      case .renamed: BilingualText(zh: "改名", en: "renamed")
      case .merged: BilingualText(zh: "并入", en: "merged")
      case .split: BilingualText(zh: "拆分", en: "split")
      case .narrowed: BilingualText(zh: "收窄", en: "narrowed")
      case .widened: BilingualText(zh: "扩大", en: "widened")
      case .moved: BilingualText(zh: "移出", en: "moved")
      case .retired: BilingualText(zh: "停用", en: "retired")
      case .lost: BilingualText(zh: "缺交代", en: "lost")
      case .added: BilingualText(zh: "新增环节", en: "added")
      case .flowAdded: BilingualText(zh: "新增供给", en: "flow added")
      case .flowRemoved: BilingualText(zh: "取消供给", en: "flow removed")
      case .attribute: BilingualText(zh: "属性", en: "attribute")
      }
    }
  }

  package let kind: Kind
  /// What was there: the name of a segment, or both ends of a flow.
  package let before: [String]
  /// What is there now: a segment's name, several of a split, both ends of a flow.
  package let after: [String]
  /// The library's words on it, the sort of a flow, or an attribute and its values; empty for nothing.
  package let detail: BilingualText

  package init(
    _ kind: Kind,
    _ before: [String],
    _ after: [String],
    detail: BilingualText = BilingualText(same: "")
  ) {
    self.kind = kind
    self.before = before
    self.after = after
    self.detail = detail
  }

  /// A change that the library has words on.
  package init(_ kind: Kind, _ before: [String], _ after: [String], words: String) {
    self.init(kind, before, after, detail: BilingualText(same: words))
  }
}

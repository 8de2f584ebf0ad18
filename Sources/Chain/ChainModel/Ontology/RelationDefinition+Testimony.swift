public import Bilingual

extension RelationDefinition {
  /// What a document says of a segment: what a relation of semantics ``Semantics/testimony`` says.
  public enum Testimony: String, Sendable, Hashable, CaseIterable {
    /// 称有: it is made or done here.
    case running
    /// 称弱: it is, and too little of it.
    case short
    /// 称缺: it is not, and is to be brought in.
    case lacking
    /// 称拟发展: it is wanted; whether it is here is left open.
    case wanted

    /// The word for people.
    public var label: BilingualText {
      switch self {
      case .running: BilingualText(zh: "称有", en: "said to run")
      case .short: BilingualText(zh: "称弱", en: "said to be short")
      case .lacking: BilingualText(zh: "称缺", en: "said to be lacking")
      case .wanted: BilingualText(zh: "称拟发展", en: "said to be wanted")
      }
    }
  }
}

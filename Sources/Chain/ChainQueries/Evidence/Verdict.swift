public import Bilingual

/// What may be said of a segment: how it stands by the evidence, and by nothing else.
///
/// The first of these that holds, but that a place has or has not is asked of products and services
/// alone.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// 不足: it is here, and a document or survey says too little of it.
  case short
  /// 多家企业: two or more independent enterprises that are named.
  case many
  /// 单一企业: one, and nothing says that there are others.
  case single
  /// 有（未点名）: it is here by other evidence.
  case unnamed
  /// 在建: a project under way will fill it.
  case building
  /// 缺（查实）: somebody looked, and nothing was found.
  case missing
  /// 缺（文件称）: a document says that it is lacking.
  case lacking
  /// 拟发展: a document wants it, or projects for it are planned.
  case wanted
  /// 推定有: by general knowledge alone.
  case presumed
  /// 未查: nothing is known.
  case unknown
  /// 不计: a resource, a market or a public thing, which no chain lacks.
  case uncounted

  /// The word for people.
  public var label: BilingualText {
    switch self {
    case .short: BilingualText(zh: "不足", en: "short")
    case .many: BilingualText(zh: "多家企业", en: "several enterprises")
    case .single: BilingualText(zh: "单一企业", en: "one enterprise")
    case .unnamed: BilingualText(zh: "有（未点名）", en: "present, not named")
    case .building: BilingualText(zh: "在建", en: "building")
    case .missing: BilingualText(zh: "缺（查实）", en: "missing, surveyed")
    case .lacking: BilingualText(zh: "缺（文件称）", en: "lacking, stated")
    case .wanted: BilingualText(zh: "拟发展", en: "wanted")
    case .presumed: BilingualText(zh: "推定有", en: "presumed")
    case .unknown: BilingualText(zh: "未查", en: "unknown")
    case .uncounted: BilingualText(zh: "不计", en: "not counted")
    }
  }

  /// Whether it is here, by evidence.
  public var isPresent: Bool { [.short, .many, .single, .unnamed].contains(self) }

  /// Whether it is a gap 缺链: absence by evidence.
  public var isGap: Bool { self == .missing || self == .lacking }

  /// The gaps.
  public static let gaps: Set<Verdict> = [.missing, .lacking]

  /// What is here and weak 弱项.
  public static let weak: Set<Verdict> = [.short, .single]

  /// From absence to strength, so that `verdict >= building` means what it says; what is not counted
  /// comes before all.
  static let fromWorst: [Verdict] = [
    .uncounted, .missing, .lacking, .unknown, .wanted, .presumed, .building, .short, .unnamed,
    .single, .many,
  ]
}

extension Verdict {
  /// Words of states that are told no longer, and what replaced them.
  static let replaced: [String: [Verdict]] = [
    "strong": [.many], "强": [.many], "weak": [.single, .short], "弱链": [.single, .short],
    "planned": [.wanted], "谋划": [.wanted], "缺链": [.missing, .lacking],
  ]
}

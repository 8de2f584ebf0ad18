public import Bilingual

/// How well local actors cover a segment.
public enum Coverage: String, Sendable, Hashable, CaseIterable {
  /// 强: two or more enterprises operate in it.
  case strong
  /// 弱链: exactly one does.
  case weak
  /// 在建: none does, and a project that fills it is being prepared, built or completed.
  case building
  /// 谋划: none does, and only planned projects fill it.
  case planned
  /// 缺链: neither enterprise nor project.
  case missing

  /// The word for people.
  public var label: BilingualText {
    switch self {
    case .strong: BilingualText(zh: "强", en: "strong")
    case .weak: BilingualText(zh: "弱链", en: "weak")
    case .building: BilingualText(zh: "在建", en: "building")
    case .planned: BilingualText(zh: "谋划", en: "planned")
    case .missing: BilingualText(zh: "缺链", en: "missing")
    }
  }
}

public import Bilingual

/// Where a segment stands between raw material and use.
public enum Stage: String, Sendable, Hashable, CaseIterable, Comparable {
  /// 上游.
  case upstream
  /// 中游.
  case midstream
  /// 下游.
  case downstream

  /// From raw material to use.
  public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  private var order: Int {
    switch self {
    case .upstream: 0
    case .midstream: 1
    case .downstream: 2
    }
  }

  /// The word for people.
  public var label: BilingualText {
    switch self {
    case .upstream: BilingualText(zh: "上游", en: "upstream")
    case .midstream: BilingualText(zh: "中游", en: "midstream")
    case .downstream: BilingualText(zh: "下游", en: "downstream")
    }
  }
}

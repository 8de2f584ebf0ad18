import Bilingual
import ChainQueries

/// How much of a chain is here, in words: a range, never one number.
extension Completeness {
  /// The verdicts that people read together, in the order of a head line.
  private static let groups: [(label: BilingualText, verdicts: [Verdict])] = [
    (BilingualText(zh: "有", en: "present"), [.short, .many, .single, .unnamed]),
    (BilingualText(zh: "在建", en: "building"), [.building]),
    (BilingualText(zh: "缺", en: "absent"), [.missing, .lacking]),
    (BilingualText(zh: "拟发展", en: "wanted"), [.wanted]),
    (BilingualText(zh: "推定有", en: "presumed"), [.presumed]),
    (BilingualText(zh: "未查", en: "unknown"), [.unknown]),
    (BilingualText(zh: "不计", en: "not counted"), [.uncounted]),
  ]

  /// 有 7 · 在建 4 · 缺 5 · 拟发展 3 · 未查 14，未查不等于没有.
  func headLine(_ language: Language) -> String {
    let parts = Self.groups.compactMap { label, verdicts -> String? in
      let count = verdicts.reduce(0) { $0 + counts[$1, default: 0] }
      return count == 0 ? nil : "\(label[language]) \(count)"
    }
    let line = parts.joined(separator: " · ")
    guard counts[.unknown, default: 0] > 0 else { return line }
    return line
      + BilingualText(zh: "，未查不等于没有", en: "; unknown does not mean absent")[language]
  }

  /// 3%–84%.
  var range: String {
    guard all > 0 else { return "—" }
    return "\(percent.lowerBound)%–\(percent.upperBound)%"
  }

  /// The range as a bar of ten signs: what is here, what may be, what is not.
  var bar: String {
    guard all > 0 else { return "" }
    let full = least * 10 / all
    let open = (most * 10 + all - 1) / all - full
    return String(repeating: "■", count: full) + String(repeating: "□", count: open)
      + String(repeating: "·", count: max(0, 10 - full - open))
  }

  /// "至少 3%，至多 84%（计入 31 个环节，摸排 0）".
  var words: BilingualText {
    BilingualText(
      zh: "计入 \(all) 个环节，有 \(least)–\(most) 个（\(range)），其中已摸排 \(surveyed) 个",
      en: "\(least) to \(most) of \(all) segments that count are here (\(range)); surveyed: "
        + "\(surveyed)"
    )
  }
}

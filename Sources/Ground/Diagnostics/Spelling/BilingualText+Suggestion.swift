package import Bilingual

/// What is proposed in place of a word that nothing is called.
extension BilingualText {
  /// Whether one of the closest candidates is meant; `nil` when none is close.
  package static func didYouMean(
    _ word: String,
    among candidates: some Sequence<String>
  ) -> BilingualText? {
    let closest = SpellingSuggestion.closest(to: word, among: candidates)
    return closest.isEmpty ? nil : didYouMean(closest)
  }

  /// Whether one of `words` is meant.
  package static func didYouMean(_ words: [String]) -> BilingualText {
    let words = alternatives(words)
    return BilingualText(zh: "是否要写\(words.zh)？", en: "did you mean \(words.en)?")
  }

  /// The words in quotes, one or another.
  package static func alternatives(_ words: [String]) -> BilingualText {
    BilingualText(
      zh: words.map { "“\($0)”" }.joined(separator: "或"),
      en: words.map { "'\($0)'" }.joined(separator: " or ")
    )
  }

  /// The closest of `words`; all of them, behind a lead, when none is close.
  ///
  /// - Parameters:
  ///   - zh: the lead in Chinese.
  ///   - en: the lead in English.
  ///   - most: how many of all are listed.
  package static func instead(
    of word: String,
    among words: [String],
    zh: String = "可以是：",
    en: String = "it can be: ",
    most: Int = .max
  ) -> BilingualText {
    let listed = words.prefix(most)
    return didYouMean(word, among: words)
      ?? BilingualText(
        zh: zh + listed.joined(separator: "、"),
        en: en + listed.joined(separator: ", ")
      )
  }
}

import Bilingual

/// The words that hold expressions together; each has a form in both languages.
enum QueryWord: Sendable, Hashable, CaseIterable {
  case `let`
  case `in`
  case and
  case or
  case not
  case has

  var text: BilingualText {
    switch self {
    case .let: BilingualText(zh: "设", en: "let")
    case .in: BilingualText(zh: "则", en: "in")
    case .and: BilingualText(zh: "且", en: "and")
    case .or: BilingualText(zh: "或", en: "or")
    case .not: BilingualText(zh: "非", en: "not")
    case .has: BilingualText(zh: "有", en: "has")
    }
  }

  /// The word that a bare `word` is; `nil` when it is none.
  init?(_ word: Word) {
    guard !word.isQuoted else { return nil }
    let match = Self.allCases.first {
      $0.text.zh == word.text || $0.text.en == word.text.lowercased()
    }
    guard let match else { return nil }
    self = match
  }
}

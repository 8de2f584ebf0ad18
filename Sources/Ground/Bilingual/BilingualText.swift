/// A text for people, in both languages.
public struct BilingualText: Hashable, Sendable {
  /// The Chinese wording.
  public let zh: String
  /// The English wording.
  public let en: String

  /// A text with a wording for each language.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The same words in both languages: a name, a number, a place in a document.
  public init(same text: String) {
    self.init(zh: text, en: text)
  }

  /// The wording in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

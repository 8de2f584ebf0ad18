/// A language in which the program speaks to people.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Chinese, as written in the People's Republic of China.
  case zh
  /// English.
  case en

  /// The language of a POSIX locale such as `zh_CN.UTF-8`; `nil` for `C`, `POSIX` and languages
  /// that the program does not speak.
  public init?(locale: String) {
    let code = locale.prefix { $0.isLetter && $0.isASCII }.lowercased()
    self.init(rawValue: code)
  }
}

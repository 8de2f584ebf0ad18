public import Diagnostics
public import Bilingual

/// Why a file is no document that can be read.
public struct PolicyFault: LiantuError, Hashable {
  /// A stable name.
  public let code: String
  /// What is said to the user.
  public let message: BilingualText

  init(_ code: String, zh: String, en: String) {
    self.code = code
    message = BilingualText(zh: zh, en: en)
  }
}

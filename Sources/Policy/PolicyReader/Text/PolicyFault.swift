public import Bilingual

/// Why a file is no document that can be read.
public struct PolicyFault: Error, Hashable, Sendable {
  /// What is said to the user.
  public let message: BilingualText

  init(zh: String, en: String) { message = BilingualText(zh: zh, en: en) }
}

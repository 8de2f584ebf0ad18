package import Bilingual
import Diagnostics

/// Why a line of a stream of firms is no firm.
///
/// Codes: `json-syntax`, `invalid-utf8`, `too-deep`, `missing-field`, `wrong-type`, `repeated-field`,
/// `line-too-long`.
package struct StreamFault: LiantuError, Hashable {
  /// A stable name, one of those above.
  package let code: String
  /// What is wrong: lower case, no full stop.
  package let message: BilingualText
  /// What to do, where that can be said.
  package let help: BilingualText?
  /// The byte of the line that is at fault, from 0.
  package let byte: Int

  private init(_ code: String, at byte: Int, zh: String, en: String, help: BilingualText? = nil) {
    self.code = code
    self.byte = byte
    self.help = help
    message = BilingualText(zh: zh, en: en)
  }
}

/// The catalogue.
extension StreamFault {
  static func syntax(_ zh: String, _ en: String, at byte: Int) -> Self {
    Self(
      "json-syntax",
      at: byte,
      zh: "JSON 语法错误（第 \(byte + 1) 个字节）：\(zh)",
      en: "JSON syntax at byte \(byte + 1): \(en)"
    )
  }

  static func invalidUTF8(at byte: Int) -> Self {
    Self(
      "invalid-utf8",
      at: byte,
      zh: "第 \(byte + 1) 个字节起的字符串不是有效的 UTF-8",
      en: "the string from byte \(byte + 1) on is not valid UTF-8"
    )
  }

  static func tooDeep(_ limit: Int, at byte: Int) -> Self {
    Self("too-deep", at: byte, zh: "嵌套超过 \(limit) 层", en: "nested deeper than \(limit) levels")
  }

  static func missing(_ field: String) -> Self {
    Self(
      "missing-field",
      at: 0,
      zh: "缺少“\(field)”，或它是空的",
      en: "'\(field)' is missing or empty"
    )
  }

  static func wrongType(_ field: String, wants: BilingualText, at byte: Int) -> Self {
    Self(
      "wrong-type",
      at: byte,
      zh: "“\(field)”应为\(wants.zh)",
      en: "'\(field)' must be \(wants.en)"
    )
  }

  static func repeated(_ field: String, at byte: Int) -> Self {
    Self("repeated-field", at: byte, zh: "“\(field)”出现两次", en: "'\(field)' occurs twice")
  }

  static func lineTooLong(_ limit: Int) -> Self {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) B"
    return Self(
      "line-too-long",
      at: 0,
      zh: "这一行超过 \(size)，没有读取",
      en: "the line is longer than \(size) and is not read",
      help: BilingualText(zh: "每行写一家企业", en: "write one firm a line")
    )
  }
}

extension BilingualText {
  static let aText = BilingualText(zh: "文本（加引号）", en: "a text, in quotes")
  static let aNumber = BilingualText(zh: "数", en: "a number")
  static let aList = BilingualText(zh: "对象的列表", en: "a list of objects")
}

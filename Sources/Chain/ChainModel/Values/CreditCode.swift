package import Bilingual

/// The unified social credit code (统一社会信用代码) of a legal person in China: 18 characters, the last
/// of which checks the others.
///
/// The last character alone decides whether a text is a code: it finds every single wrong character
/// and every two neighbours that changed places. The organisation code inside has a check character of
/// its own, which is not looked at: registers have issued codes that fail it.
///
/// Source: GB 32100-2015.
package struct CreditCode: Hashable, Sendable, CustomStringConvertible {
  /// The 18 characters, in upper case.
  package let description: String

  /// Reads a code as people write it: in lower case or full width, with spaces, behind the
  /// apostrophe that a spreadsheet puts before text.
  ///
  /// - Throws: what is wrong: the length before the characters, the first wrong character before
  ///   the check.
  /// - Complexity: O(*n*).
  package init(parsing text: String) throws(Fault) {
    let code = Self.plain(text)
    if Self.isNumber(code) { throw .number(text) }
    guard code.count == 18 else { throw .length(code.count) }
    var sum = 0
    var weight = 1
    for (position, scalar) in code.enumerated() {
      guard let value = Self.value(of: scalar) else {
        throw .character(Character(scalar), position: position + 1)
      }
      guard position < 17 else { break }
      sum += value * weight
      weight = weight * 3 % 31
    }
    let expected = Self.characters[(31 - sum % 31) % 31]
    guard code[17] == expected else {
      throw .check(found: Character(code[17]), expected: Character(expected))
    }
    description = String(String.UnicodeScalarView(code))
  }

  /// The 31 characters of a code in the order of their values: I, O, S, V and Z are left out.
  private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)

  private static func value(of scalar: Unicode.Scalar) -> Int? {
    characters.firstIndex(of: scalar)
  }

  private static func plain(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let isLeft =
        scalar.properties.isWhitespace || [0x200B, 0x2060, 0xFEFF].contains(scalar.value)
      guard !isLeft else { continue }
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if (0x61...0x7A).contains(value) { value -= 0x20 }
      // The apostrophe by which a spreadsheet keeps digits as text.
      if scalars.isEmpty, value == 0x27 || value == 0x2018 || value == 0x2019 { continue }
      scalars.append(Unicode.Scalar(value) ?? scalar)
    }
    return scalars
  }

  /// 9.12E+17: a code that a spreadsheet took for a number.
  private static func isNumber(_ code: [Unicode.Scalar]) -> Bool {
    code.contains("E") && code.contains("+")
      && code.allSatisfy { "0123456789.E+".unicodeScalars.contains($0) }
  }
}

extension CreditCode {
  /// Why a text is no credit code.
  package enum Fault: Error, Hashable, Sendable {
    /// It has not 18 characters; how many it has without spaces.
    case length(Int)
    /// A character that no code has, and its place from 1.
    case character(Character, position: Int)
    /// The last character does not follow from the others.
    case check(found: Character, expected: Character)
    /// A number as a spreadsheet shows it, whose last digits are lost.
    case number(String)

    /// What is wrong: lower case, no full stop.
    package var message: BilingualText {
      switch self {
      case .length(let count):
        BilingualText(
          zh: "统一社会信用代码应为18位，这里有\(count)位",
          en: "a credit code has 18 characters, and this one has \(count)"
        )
      case .character(let character, let position):
        BilingualText(
          zh: "统一社会信用代码的第\(position)位不能是“\(character)”",
          en: "character \(position) of a credit code cannot be '\(character)'"
        )
      case .check(let found, let expected):
        BilingualText(
          zh: "统一社会信用代码的校验位不符：应为“\(expected)”，这里是“\(found)”",
          en: "the check character of the credit code is '\(found)', and '\(expected)' is expected"
        )
      case .number(let text):
        BilingualText(
          zh: "“\(text)”是科学计数法的数，信用代码的末几位已丢失",
          en: "'\(text)' is a number in scientific notation, and has lost digits of the credit code"
        )
      }
    }

    /// What to do, where that can be said.
    package var help: BilingualText? {
      switch self {
      case .length(9), .length(10):
        BilingualText(
          zh: "这像是9位的组织机构代码，请填18位的统一社会信用代码",
          en: "this looks like an organisation code; give the credit code of 18 characters"
        )
      case .length(15):
        BilingualText(
          zh: "这像是15位的工商注册号，请填18位的统一社会信用代码",
          en: "this looks like a registration number; give the credit code of 18 characters"
        )
      case .length: nil
      case .character(let character, _):
        Self.lookAlikes[character].map { meant in
          BilingualText(
            zh: "代码中没有I、O、S、V、Z，是否应为“\(meant)”",
            en: "codes have no I, O, S, V or Z; perhaps '\(meant)' is meant"
          )
        }
      case .check:
        BilingualText(
          zh: "请与营业执照核对：有一位写错，或相邻两位写反",
          en: "compare it with the licence: a character is wrong, or two neighbours changed places"
        )
      case .number:
        BilingualText(
          zh: "请把这一列设为文本格式后重新填写",
          en: "make the column text, and enter the code again"
        )
      }
    }

    private static let lookAlikes: [Character: Character] = [
      "I": "1", "O": "0", "S": "5", "V": "U", "Z": "2",
    ]
  }
}

package import Bilingual

/// A class of the industrial classification for national economic activities (国民经济行业分类, GB/T
/// 4754) by its code: a section of one letter, or a division, group or class of two, three or four
/// digits.
///
/// It says where a class lies, and not whether the edition has it: the names of classes are those
/// of an `IndustryClassification`. Two codes are equal when edition, section and digits are: `C26`
/// and `26` of 2017 are one.
///
/// Source: GB/T 4754-2017, table 1; GB/T 4754-2011 for the sections of that edition.
package struct IndustryCode: Hashable, Sendable, CustomStringConvertible {
  /// The year of the edition.
  package let edition: Int
  /// The letter of the section from A to T: as the edition has it, else as written; `nil` for
  /// digits of an edition whose sections are not known.
  package let section: Character?
  /// None for a section, else two to four digits.
  package let digits: String

  /// Reads `C`, `26`, `C26`, `261`, `2614` or `C2614`; small letters, full-width forms and spaces
  /// are read as well.
  ///
  /// - Throws: what is wrong: the form before the division, the division before the letter.
  /// - Complexity: O(*n*).
  package init(parsing text: String, edition: Int = 2017) throws(Fault) {
    var letters: [Character] = []
    var digits = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if (0x61...0x7A).contains(value) { value -= 0x20 }
      switch value {
      case 0x41...0x54 where letters.isEmpty && digits.isEmpty:
        letters.append(Character(Unicode.Scalar(UInt8(value))))
      case 0x30...0x39: digits.unicodeScalars.append(Unicode.Scalar(UInt8(value)))
      default: throw .form(text)
      }
    }
    let written = letters.first
    guard digits.isEmpty ? written != nil : (2...4).contains(digits.utf8.count) else {
      throw .form(text)
    }
    self.edition = edition
    self.digits = digits
    guard !digits.isEmpty, let sections = Self.sections[edition],
      let division = Int(digits.prefix(2))
    else {
      section = written
      return
    }
    guard let found = sections.first(where: { $0.divisions.contains(division) }) else {
      throw .division(String(digits.prefix(2)), edition: edition)
    }
    if let written, written != found.letter {
      throw .section(written, expected: found.letter, digits: digits)
    }
    section = found.letter
  }

  /// The code as the standard writes it: the letter of a section, else digits alone.
  package var description: String { digits.isEmpty ? section.map { String($0) } ?? "" : digits }

  /// Whether `other` is this class or lies in it: `26` contains `261` and `2614`, `C` contains
  /// `26`. Codes of two editions are never compared.
  package func contains(_ other: Self) -> Bool {
    guard edition == other.edition else { return false }
    return digits.isEmpty ? section == other.section : other.digits.hasPrefix(digits)
  }

  private static let sections: [Int: [(letter: Character, divisions: ClosedRange<Int>)]] = [
    2017: shared + [
      ("N", 76...79), ("O", 80...82), ("P", 83...83), ("Q", 84...85), ("R", 86...90),
      ("S", 91...96),
      ("T", 97...97),
    ],
    2011: shared + [
      ("N", 76...78), ("O", 79...81), ("P", 82...82), ("Q", 83...84), ("R", 85...89),
      ("S", 90...95),
      ("T", 96...96),
    ],
  ]

  /// The sections that the editions of 2011 and 2017 share.
  private static let shared: [(letter: Character, divisions: ClosedRange<Int>)] = [
    ("A", 1...5), ("B", 6...12), ("C", 13...43), ("D", 44...46), ("E", 47...50), ("F", 51...52),
    ("G", 53...60), ("H", 61...62), ("I", 63...65), ("J", 66...69), ("K", 70...70), ("L", 71...72),
    ("M", 73...75),
  ]
}

extension IndustryCode {
  /// Why a text is no industry code.
  package enum Fault: Error, Hashable, Sendable {
    /// It is neither a letter from A to T nor two to four digits, perhaps behind such a letter.
    case form(String)
    /// The edition has no such division; its two digits.
    case division(String, edition: Int)
    /// The letter is not that of the section in which the digits lie.
    case section(Character, expected: Character, digits: String)

    /// What is wrong: lower case, no full stop.
    package var message: BilingualText {
      switch self {
      case .form(let text):
        BilingualText(
          zh: "“\(text)”不是国民经济行业代码：应为一个字母A—T，或2至4位数字，数字前可带字母",
          en:
            "'\(text)' is no industry code: a letter from A to T, or two to four digits, perhaps "
            + "behind such a letter"
        )
      case .division(let digits, let edition):
        BilingualText(
          zh: "GB/T 4754-\(edition)没有大类\(digits)",
          en: "GB/T 4754-\(edition) has no division \(digits)"
        )
      case .section(let letter, let expected, let digits):
        BilingualText(
          zh: "\(digits)属于门类\(expected)，不属于\(letter)",
          en: "\(digits) lies in section \(expected), not in \(letter)"
        )
      }
    }
  }
}

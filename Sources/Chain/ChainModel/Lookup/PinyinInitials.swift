import Diagnostics

/// The first letters of the readings of Chinese characters, for look-up by pinyin initials.
enum PinyinInitials {
  private static let firstIdeograph: UInt32 = 0x4E00

  /// Characters of everyday names that are read in more than one way.
  private static let readings: [Unicode.Scalar: [UInt8]] = [
    "乐": "ly", "会": "hk", "传": "cz", "便": "bp", "区": "qo", "单": "dcs", "卡": "kq",
    "厦": "sx", "参": "cs", "大": "dt", "奇": "qj", "属": "sz", "弹": "dt", "曾": "cz",
    "朝": "cz", "查": "cz", "校": "xj", "泊": "pb", "率": "ls", "盛": "sc", "省": "sx",
    "石": "sd", "种": "zc", "粘": "zn", "系": "xj", "给": "gj", "翟": "dz", "藏": "cz",
    "行": "xh", "解": "jx", "调": "dt", "贾": "jg", "车": "cj", "重": "zc", "长": "cz",
    "降": "jx",
  ].mapValues { Array($0.utf8) }

  /// The letters by which a scalar can be typed: those of its readings, or itself when it is a
  /// Latin letter or a digit; none for anything else.
  static func letters(of scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        return [byte]
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return [byte + 32]
      default: return []
      }
    }
    if let several = readings[scalar] { return several }
    guard scalar.value >= firstIdeograph else { return [] }
    let offset = Int(scalar.value - firstIdeograph)
    guard offset < letters.utf8CodeUnitCount else { return [] }
    let letter = letters.withUTF8Buffer { $0[offset] }
    return letter == UInt8(ascii: ".") ? [] : [letter]
  }

  /// Whether `text`, in letters of either case, gives all initials of `name`.
  static func spell(_ name: String, _ text: String) -> Bool {
    let initials = Array(NameKey(text).text.utf8)
    let typed = name.unicodeScalars.count { !letters(of: $0).isEmpty }
    return typed == initials.count && position(of: initials, in: name) == 0
  }

  /// Where `initials` (lower-case letters and digits) stand in the initials of `name`: `nil` when
  /// they do not; characters that cannot be typed, such as brackets, are passed over.
  ///
  /// - Complexity: O(*n* · *m*) for *n* characters and *m* initials.
  static func position(of initials: [UInt8], in name: String) -> Int? {
    let typed = name.unicodeScalars.map(letters(of:)).filter { !$0.isEmpty }
    guard !initials.isEmpty, typed.count >= initials.count else { return nil }
    return (0...(typed.count - initials.count)).first { start in
      initials.indices.allSatisfy { typed[start + $0].contains(initials[$0]) }
    }
  }
}

import Escapes

/// A text as the DOT language writes it, so that a reader of DOT gets the same text.
///
/// In quotes, a backslash stands for itself, except that one before a quote makes this a character of
/// the text, and that of two neither does anything: an odd number of them can stand neither before a
/// quote nor at the end. Such a text is written between angle brackets, where nothing but angle
/// brackets has a meaning; these must come in pairs.
struct DOTText {
  /// As it stands in a file.
  let written: String
  /// Whether a reader gets the text as it was.
  let isExact: Bool

  /// `nil` for a text with characters that no text of DOT can hold.
  init?(_ text: String) {
    guard !Self.unwritable.replacesAny(of: text) else { return nil }
    self.init(writable: text)
  }

  /// The text as nearly as can be: characters that cannot be written give way to U+FFFD, and where
  /// there is no other way, backslashes are written twice.
  init(nearest text: String) { self.init(writable: Self.unwritable.escaped(text)) }

  /// A text in JSON, in which a quote need not stand behind a backslash.
  init(json: String) {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in json.utf8 {
      if isEscaped, byte == Self.quote {
        bytes += Array("u0022".utf8)
      } else {
        bytes.append(byte)
      }
      isEscaped = !isEscaped && byte == Self.backslash
    }
    self.init(nearest: String(decoding: bytes, as: UTF8.self))
  }

  private init(writable text: String) {
    if Self.canBeQuoted(text) {
      (written, isExact) = (Self.quoted(text), true)
    } else if Self.canBeBracketed(text) {
      (written, isExact) = ("<\(text)>", true)
    } else {
      (written, isExact) = (Self.quoted(Self.doubled.escaped(text)), false)
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(quotes.escaped(text))\"" }

  /// Whether no odd number of backslashes stands before a quote, a line's end or the end.
  private static func canBeQuoted(_ text: String) -> Bool {
    var backslashes = 0
    for byte in text.utf8 {
      switch byte {
      case backslash: backslashes += 1
      case quote, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        guard backslashes.isMultiple(of: 2) else { return false }
        backslashes = 0
      default: backslashes = 0
      }
    }
    return backslashes.isMultiple(of: 2)
  }

  /// Whether angle brackets come in pairs and none begins a comment.
  private static func canBeBracketed(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "<") { depth += 1 }
      if byte == UInt8(ascii: ">") { depth -= 1 }
      guard depth >= 0 else { return false }
    }
    return depth == 0 && text.utf8.firstRange(of: "<!--".utf8) == nil
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let quotes = Escaper([.one("\"", "\\\"")])
  private static let doubled = Escaper([.one("\\", "\\\\")])
  // A zero would end the text, and pictures cannot hold the other controls.
  private static let unwritable = Escaper([
    .each(0...0x08, Escaper.unwritable), .each(0x0B...0x0C, Escaper.unwritable),
    .each(0x0E...0x1F, Escaper.unwritable), .each(0x7F...0x7F, Escaper.unwritable),
  ])
}

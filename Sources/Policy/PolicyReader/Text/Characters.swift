/// Text as the reader works on it: scalars that a position names at once.
///
/// Graphemes would make every step of a long line dear, and Chinese needs none of them.
typealias Characters = [Unicode.Scalar]

/// A word that the reader knows, written as a literal.
struct Word: ExpressibleByStringLiteral, Sendable {
  let characters: Characters

  init(stringLiteral text: String) { characters = Array(text.unicodeScalars) }
}

extension RandomAccessCollection where Element == Unicode.Scalar, Index == Int {
  /// The characters as a string.
  var string: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: self)
    return String(text)
  }

  /// Whether `word` stands at `position`.
  func holds(_ word: Word, at position: Int) -> Bool {
    let characters = word.characters
    guard position >= startIndex, position + characters.count <= endIndex else { return false }
    for offset in characters.indices where self[position + offset] != characters[offset] {
      return false
    }
    return true
  }

  /// Where `word` stands first, from `start`.
  func first(_ word: Word, from start: Int? = nil) -> Int? {
    guard let head = word.characters.first else { return nil }
    let last = endIndex - word.characters.count
    var position = start ?? startIndex
    while position <= last {
      if self[position] == head, holds(word, at: position) { return position }
      position += 1
    }
    return nil
  }

  func contains(_ word: Word) -> Bool { first(word) != nil }

  /// The first of `words`, in their order, that stands anywhere.
  func containsAny(_ words: [Word]) -> Bool { words.contains { contains($0) } }

  func starts(_ word: Word) -> Bool { holds(word, at: startIndex) }

  func ends(_ word: Word) -> Bool { holds(word, at: endIndex - word.characters.count) }

  /// The longest of `words` that the characters end with.
  func ending(of words: [Word]) -> Word? {
    words.filter { ends($0) }.max { $0.characters.count < $1.characters.count }
  }

  /// The longest of `words` that the characters begin with.
  func beginning(of words: [Word]) -> Word? {
    words.filter { starts($0) }.max { $0.characters.count < $1.characters.count }
  }

  /// The part without spaces at either end.
  var trimmed: SubSequence {
    var (low, high) = (startIndex, endIndex)
    while low < high, self[low].isSpace { low += 1 }
    while low < high, self[high - 1].isSpace { high -= 1 }
    return self[low..<high]
  }
}

extension Unicode.Scalar {
  var isSpace: Bool { self == " " || self == "\t" }

  var isDigit: Bool { (48...57).contains(value) }

  /// The value of an ASCII digit.
  var digit: Int? { isDigit ? Int(value) - 48 : nil }

  var isHan: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) }

  var isLatin: Bool { (65...90).contains(value) || (97...122).contains(value) }

  /// A mark after which a sentence is over.
  var endsSentence: Bool { self == "。" || self == "!" || self == "?" || self == ";" }

  /// The mark that closes this one; `nil` when it opens nothing.
  var closing: Unicode.Scalar? {
    switch self {
    case "(": ")"
    case "〔": "〕"
    case "[": "]"
    case "【": "】"
    case "〈": "〉"
    case "《": "》"
    case "{": "}"
    case "“": "”"
    case "「": "」"
    default: nil
    }
  }

  /// The mark that opens what this one closes.
  var opening: Unicode.Scalar? {
    switch self {
    case ")": "("
    case "〕": "〔"
    case "]": "["
    case "】": "【"
    case "〉": "〈"
    case "》": "《"
    case "}": "{"
    case "”": "“"
    case "」": "「"
    default: nil
    }
  }
}

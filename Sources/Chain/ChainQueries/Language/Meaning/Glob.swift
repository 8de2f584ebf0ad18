/// A pattern for names: `*` stands for any letters, `?` for one.
struct Glob {
  static let mostLetters = 200

  private let pattern: [Unicode.Scalar]

  init(_ pattern: String) { self.pattern = Array(pattern.unicodeScalars) }

  /// Whether a bare word is a pattern.
  static func isPattern(_ text: String) -> Bool { text.contains { $0 == "*" || $0 == "?" } }

  /// Whether the pattern stands for the whole of `text`.
  ///
  /// - Complexity: O(*n* · *m*): of several stars only the last is ever tried again.
  func matches(_ text: String) -> Bool {
    let letters = Array(text.unicodeScalars)
    var (letter, place) = (0, 0)
    var star: (place: Int, letter: Int)?
    while letter < letters.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, letter)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == letters[letter] {
        letter += 1
        place += 1
      } else if let last = star {
        star = (last.place, last.letter + 1)
        place = last.place + 1
        letter = last.letter + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}

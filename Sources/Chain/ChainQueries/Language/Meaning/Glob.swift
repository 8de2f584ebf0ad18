/// A pattern for names: `*` stands for any characters, `?` for one.
struct Glob {
  static let mostCharacters = 200

  private let pattern: [Unicode.Scalar]

  init(_ pattern: String) { self.pattern = Array(pattern.unicodeScalars) }

  /// Whether a bare word is a pattern.
  static func isPattern(_ text: String) -> Bool { text.contains { $0 == "*" || $0 == "?" } }

  /// Whether the pattern stands for the whole of `text`.
  ///
  /// - Complexity: O(*n* · *m*): of several stars only the last is ever tried again.
  func matches(_ text: String) -> Bool {
    let characters = Array(text.unicodeScalars)
    var (character, place) = (0, 0)
    var star: (place: Int, character: Int)?
    while character < characters.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, character)
        place += 1
      } else if place < pattern.count,
        pattern[place] == "?" || pattern[place] == characters[character]
      {
        character += 1
        place += 1
      } else if let last = star {
        star = (last.place, last.character + 1)
        place = last.place + 1
        character = last.character + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}

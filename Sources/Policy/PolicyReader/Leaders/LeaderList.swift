/// A person of a statement, with the titles that the text gives.
struct LeaderMention: Sendable, Hashable {
  let role: Role
  let name: String
  let titles: [String]
  let isDeputy: Bool
  /// Whether its label may mean a person of a unit (责任人).
  var isOfUnit = false
}

/// People and their titles, whichever comes first: `李某 市委常委、副市长`, `副市长 李某`,
/// `李某(副市长)`, `副市长李某`; a name of two characters may be padded (`王 某`).
struct LeaderList {
  private(set) var mentions: [LeaderMention] = []
  private(set) var doubts: [(about: String, reason: ReviewReason)] = []
  private let label: RoleLabel
  private var name: String?
  private var titles: [String] = []
  /// The titles that nobody's name stands beside.
  private var posts: [String] = []
  /// Whether nothing but titles has been read.
  private var isOfPosts = true
  /// Whether titles stand before names here.
  private var isTitleFirst = false

  /// Reads the people in `characters`; none are found where units stand.
  init(_ characters: ArraySlice<Unicode.Scalar>, label: RoleLabel) {
    self.label = label
    for token in Self.tokens(characters) { take(token) }
    flush()
    if mentions.isEmpty, isOfPosts, !posts.isEmpty { takePosts() }
  }

  /// The names of the people in a list, a padded one without its spaces.
  static func names(in list: ArraySlice<Unicode.Scalar>) -> [String] {
    guard let label = RoleLabel(Array("责任领导".unicodeScalars)[...]) else { return [] }
    return LeaderList(list, label: label).mentions.map(\.name)
  }

  private enum Token {
    case text(ArraySlice<Unicode.Scalar>)
    /// What stands in brackets behind a text.
    case note(ArraySlice<Unicode.Scalar>)
    case end
  }

  private static func tokens(_ characters: ArraySlice<Unicode.Scalar>) -> [Token] {
    var tokens: [Token] = []
    var start = characters.startIndex
    var depth = 0
    func close(_ end: Int) {
      let part = characters[start..<end].trimmed
      guard !part.isEmpty else { return }
      // A name of two characters, padded: 王 某.
      if part.count == 1, case .text(let last)? = tokens.last, last.count == 1,
        let first = last.first, first.isHan, let second = part.first, second.isHan
      {
        tokens[tokens.count - 1] = .text([first, second][...])
      } else {
        tokens.append(.text(part))
      }
    }
    for position in characters.indices {
      let character = characters[position]
      if character.closing != nil {
        if depth == 0 {
          close(position)
          start = position + 1
        }
        depth += 1
      } else if character.opening != nil, depth > 0 {
        depth -= 1
        if depth == 0 {
          tokens.append(.note(characters[start..<position]))
          start = position + 1
        }
      } else if depth == 0 {
        switch character {
        case " ", "\t", "、", ",", "/":
          close(position)
          start = position + 1
        case ";", "。":
          close(position)
          tokens.append(.end)
          start = position + 1
        default: break
        }
      }
    }
    if depth == 0 { close(characters.endIndex) }
    return tokens
  }

  private mutating func take(_ token: Token) {
    switch token {
    case .end: flush()
    case .note(let note):
      guard name != nil else { return }
      titles += note.split(whereSeparator: { $0 == "、" || $0 == "," || $0 == " " }).map(\.string)
    case .text(let whole):
      // 董某同志
      let bare = whole.ends("同志") ? whole.dropLast(2) : whole
      let text = PersonWords.isName(bare) ? bare : whole
      if PersonWords.isTitle(text) { posts.append(text.string) } else { isOfPosts = false }
      if PersonWords.isTitle(text) {
        if name != nil, isTitleFirst { flush() }
        if name == nil, titles.isEmpty { isTitleFirst = true }
        titles.append(text.string)
      } else if PersonWords.isName(text) {
        if name != nil { flush() }
        name = text.string
        if titles.isEmpty { isTitleFirst = false }
      } else if let (title, person) = PersonWords.titleBeforeName(text) {
        flush()
        isTitleFirst = true
        titles.append(title)
        name = person
      } else if let (person, title) = PersonWords.nameBeforeTitle(text) {
        flush()
        isTitleFirst = false
        name = person
        titles.append(title)
      } else if text.count > 1, !UnitWords.mayBeUnit(text) {
        doubts.append((text.string, .strangeLeader))
      }
    }
  }

  /// A list of posts alone (组长:市长) names whoever holds them; those of a unit stand for the unit, and are none.
  private mutating func takePosts() {
    guard posts.allSatisfy({ UnitWords.unit(ofPost: Array($0.unicodeScalars)[...]) == nil }) else {
      return
    }
    for post in posts {
      mentions.append(
        LeaderMention(
          role: label.isDeputy ? .support : label.role,
          name: post,
          titles: [],
          isDeputy: label.isDeputy,
          isOfUnit: false
        )
      )
      doubts.append((post, .postAlone))
    }
  }

  private mutating func flush() {
    guard let person = name else { return }
    mentions.append(
      LeaderMention(
        role: label.isDeputy ? .support : label.role,
        name: person,
        titles: titles,
        isDeputy: label.isDeputy,
        isOfUnit: label.isOfUnit
      )
    )
    if label.isDeputy { doubts.append((person, .rosterRole)) }
    name = nil
    titles = []
  }
}

/// Where statements of responsibility stand in a text, and what each holds.
struct StatementText {
  /// The whole statement, brackets included.
  let range: Range<Int>
  /// Whether it stands in brackets.
  let isBracketed: Bool
  /// Whether its bracket is never closed.
  let isUnclosed: Bool
  var mentions: [Mention]
  var leaders: [LeaderMention]
  let openRoles: Set<Role>
  /// What says until when, as the text has it.
  var terms: [String] = []
  /// Whether a label or a verb says what it is.
  let isStated: Bool
  /// The roles that its labels name, in order; none where no label stands.
  let labels: [Role]
  let doubts: [(about: String, reason: ReviewReason)]
  /// What it declares of the statements behind it (以下均需…落实，不再列出); empty where it does not.
  private(set) var rule: ArraySlice<Unicode.Scalar> = []

  /// The longest statement that is read.
  private static let longest = 6_000
  private static let words: [Word] = [
    "牵头", "责任", "负责", "配合", "落实", "成员", "领导", "单位", "实施", "链长", "组长", "参与", "协助", "主办", "承办",
  ]

  private static let unitWords: [Word] = ["局", "委", "办", "厅", "部", "政府", "管委会", "中心"]

  /// The statements of `characters` from `start`, in order.
  ///
  /// - Complexity: O(*n*): a bracket is tried at the two outermost depths alone.
  static func statements(in characters: Characters, from start: Int = 0) -> [StatementText] {
    let closings = closings(of: characters)
    var found: [StatementText] = []
    var ends: [Int] = []
    var labelStart = start
    // A label may be set apart by spaces (责 任 人), so that it begins behind the last other mark.
    var phraseStart = start
    var position = start
    while position < characters.count {
      let character = characters[position]
      while let last = ends.last, last < position { ends.removeLast() }
      if character.closing != nil, character != "《", character != "“" {
        if let statement = bracketed(characters, position, closings[position], depth: ends.count) {
          found.append(statement)
          position = statement.range.upperBound
          labelStart = position
          phraseStart = position
          continue
        }
        if closings[position] >= 0 { ends.append(closings[position]) }
        labelStart = position + 1
        phraseStart = position + 1
      } else if character == ":" {
        if ends.isEmpty,
          let (label, begin) = label(of: characters, labelStart, phraseStart, before: position)
        {
          let statement = plain(characters, begin, label, closings)
          found.append(statement)
          position = statement.range.upperBound
          labelStart = position
          phraseStart = position
          continue
        }
        labelStart = position + 1
        phraseStart = position + 1
      } else if character.endsSentence || character == "," || character == " " || character == "\t"
      {
        labelStart = position + 1
        if character != " " { phraseStart = position + 1 }
      }
      position += 1
    }
    return found
  }

  /// The label before a colon, and where it begins: behind the last space, or with spaces inside.
  private static func label(
    of characters: Characters,
    _ start: Int,
    _ phrase: Int,
    before colon: Int
  ) -> (label: RoleLabel, start: Int)? {
    let near = max(start, colon - RoleLabel.longest)
    if let label = RoleLabel(characters[near..<colon]) { return (label, start) }
    guard phrase < start, colon - phrase <= 2 * RoleLabel.longest else { return nil }
    return RoleLabel(characters[phrase..<colon]).map { ($0, phrase) }
  }

  /// Where each opening bracket is closed; -1 for one that never is, and for other characters.
  static func closings(of characters: Characters) -> [Int] {
    var closings = [Int](repeating: -1, count: characters.count)
    var stack: [Int] = []
    var open: [Unicode.Scalar: Int] = [:]
    for (position, character) in characters.enumerated() {
      if character.closing != nil {
        stack.append(position)
        open[character, default: 0] += 1
      } else if let opening = character.opening, open[opening, default: 0] > 0 {
        while let last = stack.popLast() {
          open[characters[last], default: 0] -= 1
          guard characters[last] == opening else { continue }
          closings[last] = position
          break
        }
      }
    }
    return closings
  }

  /// Whether a statement seems to begin with the bracket at `position`.
  static func mayBegin(_ characters: Characters, at position: Int) -> Bool {
    let ahead = characters[(position + 1)...].prefix(RoleLabel.longest + 1)
    if let colon = ahead.firstIndex(of: ":"), RoleLabel(ahead[..<colon]) != nil { return true }
    var depth = 0
    var end = position
    while end < characters.count, end - position < 600 {
      if characters[end].closing != nil { depth += 1 }
      if characters[end].opening != nil { depth -= 1 }
      if depth == 0 { break }
      end += 1
    }
    guard depth == 0, end > position else { return false }
    return bracketed(characters, position, end, depth: 0) != nil
  }

  /// Whether a line ends with a statement in brackets.
  static func endsWithStatement(_ characters: Characters) -> Bool {
    let tail = characters.suffix(longest)
    var depth = 0
    for position in tail.indices.reversed() {
      if characters[position].opening != nil { depth += 1 }
      if characters[position].closing != nil { depth -= 1 }
      if depth == 0 { return mayBegin(characters, at: position) }
    }
    return false
  }

  // MARK: Reading one

  private static func bracketed(
    _ characters: Characters,
    _ open: Int,
    _ close: Int,
    depth: Int
  ) -> StatementText? {
    guard depth < 2 else { return nil }
    let ahead = characters[(open + 1)...].prefix(RoleLabel.longest + 1)
    let beginsWithLabel =
      ahead.firstIndex(of: ":").map { RoleLabel(ahead[..<$0]) != nil } ?? false
    let end: Int
    if close < 0 {
      guard beginsWithLabel else { return nil }
      end = characters.count
    } else {
      end = close
    }
    guard end - open <= longest else { return nil }
    let (content, rule) = withoutRule(characters[(open + 1)..<end])
    guard
      beginsWithLabel || content.containsAny(words)
        || content.containsAny(unitWords)
    else { return nil }
    let range = open..<min(end + 1, characters.count)
    guard var read = read(content, range: range, isUnclosed: close < 0) else { return nil }
    read.rule = rule
    if read.labels.isEmpty {
      // Units alone are a statement only where a sentence or a heading is over.
      let isAtEnd = end + 1 >= characters.count || characters[end + 1] == "。"
      let before = open > 0 ? characters[open - 1] : "。"
      guard read.isStated || isAtEnd || before == "。" else { return nil }
      if !read.isStated, read.mentions.count == 1, before != "。" {
        let name = Array(read.mentions[0].name.unicodeScalars)
        guard UnitWords.level(of: name[...]) != nil, !isUnitBefore(characters, open) else {
          return nil
        }
      }
    }
    return read
  }

  /// Whether a unit's name stands before the bracket, so that the bracket belongs to it.
  private static func isUnitBefore(_ characters: Characters, _ open: Int) -> Bool {
    let before = characters[max(0, open - 12)..<open]
    return before.ending(of: UnitWords.endings) != nil
  }

  /// A statement that a label begins without a bracket; it goes to the end of its sentence.
  private static func plain(
    _ characters: Characters,
    _ start: Int,
    _ label: RoleLabel,
    _ closings: [Int]
  ) -> StatementText {
    var end = start
    while end < characters.count, characters[end] != "。" {
      end = closings[end] > end ? closings[end] + 1 : end + 1
    }
    let range = start..<min(end + 1, characters.count)
    let (content, rule) = withoutRule(characters[start..<min(end, start + longest)])
    if var read = read(content, range: range, isBracketed: false) {
      read.rule = rule
      return read
    }
    return StatementText(
      range: range,
      isBracketed: false,
      isUnclosed: false,
      mentions: [],
      leaders: [],
      openRoles: [],
      isStated: true,
      labels: [label.role],
      doubts: [("", .emptyStatement)]
    )
  }

  /// A statement's content, and what it declares of those behind it.
  private static func withoutRule(
    _ content: ArraySlice<Unicode.Scalar>
  ) -> (content: ArraySlice<Unicode.Scalar>, rule: ArraySlice<Unicode.Scalar>) {
    guard content.containsAny(["以下", "不再"]) else { return (content, []) }
    var start = content.startIndex
    var depth = 0
    for position in content.indices {
      let character = content[position]
      if character.closing != nil { depth += 1 }
      if character.opening != nil { depth = max(0, depth - 1) }
      let isLast = position == content.endIndex - 1
      guard isLast || depth == 0 && (character == "," || character.endsSentence) else { continue }
      let clause = content[start...position]
      if clause.contains("以下"), clause.containsAny(["均", "都", "同"]) || clause.contains("不再") {
        return (content[..<start], content[start...])
      }
      start = position + 1
    }
    return (content, [])
  }

  /// Reads what stands in a statement; `nil` when it is none.
  static func read(
    _ content: ArraySlice<Unicode.Scalar>,
    range: Range<Int>,
    isBracketed: Bool = true,
    isUnclosed: Bool = false
  ) -> StatementText? {
    var mentions: [Mention] = []
    var leaders: [LeaderMention] = []
    var labels: [Role] = []
    var doubts: [(about: String, reason: ReviewReason)] = isUnclosed ? [("", .openBracket)] : []
    var openRoles: Set<Role> = []
    var terms: [String] = []
    var isStated = false
    var isCertain = true
    for (label, list, hidden) in sections(of: content) {
      if let hidden {
        if hidden.containsAny(termLabels) {
          var term = list.trimmed
          while let last = term.last, ";,。".unicodeScalars.contains(last) { term = term.dropLast() }
          terms.append(term.string)
        } else if hidden.containsAny(contactLabels) {
          doubts.append((hidden.string, .contact))
        }
        continue
      }
      if let label {
        labels.append(label.role)
        isStated = true
        if list.trimmed.isEmpty { doubts.append(("", .emptyStatement)) }
      }
      if let label, label.namesPeople || label.role == .liaison || label.isDeputy {
        let people = LeaderList(list, label: label)
        if !people.mentions.isEmpty {
          leaders += people.mentions
          doubts += people.doubts
          continue
        }
      }
      let units = UnitList(list, label: label)
      if units.hasVerb { isStated = true }
      let isRead = units.isCertain || units.hasVerb && units.isLikely
      if label == nil, !isRead || units.mentions.isEmpty { isCertain = false }
      if label == nil, isRead, !units.isCertain {
        // Whoever is not known is kept, and told.
        doubts += units.mentions.filter { !UnitWords.isUnit(Array($0.name.unicodeScalars)[...]) }
          .map { ($0.name, .strangeUnit) }
      }
      terms += units.terms.map(\.string)
      openRoles.formUnion(units.openRoles)
      mentions += units.mentions.map { mention in
        var mention = mention
        // A unit cannot be a leader; what a leader's label holds is answered for by it.
        if mention.role == .accountable { mention.role = .responsible }
        return mention
      }
      doubts += units.doubts
    }
    guard !labels.isEmpty || (isCertain && !mentions.isEmpty) else { return nil }
    if !isStated { doubts.append((mentions[0].name, .unstatedRole)) }
    return StatementText(
      range: range,
      isBracketed: isBracketed,
      isUnclosed: isUnclosed,
      mentions: mentions,
      leaders: leaders,
      openRoles: openRoles,
      terms: terms.filter { !$0.isEmpty },
      isStated: isStated,
      labels: labels,
      doubts: doubts
    )
  }

  /// What labels of terms hold: 完成时限, 时间节点.
  private static let termLabels: [Word] = [
    "时限", "完成时间", "时间节点", "期限", "时间安排", "完成日期", "进度",
  ]
  private static let contactLabels: [Word] = ["联系人", "联络", "电话", "联系方式"]

  /// A part of a statement: its label, what stands behind it, and the words of a label that gives no role.
  private typealias Section = (
    label: RoleLabel?, list: ArraySlice<Unicode.Scalar>, hidden: ArraySlice<Unicode.Scalar>?
  )

  /// The parts of a statement, each with its label.
  private static func sections(of content: ArraySlice<Unicode.Scalar>) -> [Section] {
    var sections: [Section] = []
    var label: RoleLabel?
    var start = content.startIndex
    var wordStart = content.startIndex
    // Behind the last mark that is no space: a label may be set apart by spaces.
    var phraseStart = content.startIndex
    // A label that is no role (完成时限) ends the list before it and hides its own.
    var hidden: ArraySlice<Unicode.Scalar>?
    func close(at end: Int) {
      let list = content[start..<max(start, end)]
      guard hidden != nil || label != nil || !list.trimmed.isEmpty else { return }
      sections.append((label, list, hidden))
    }
    let closings = closings(of: Array(content))
    var position = content.startIndex
    while position < content.endIndex {
      let closing = closings[position - content.startIndex]
      if closing > 0 {
        position = content.startIndex + closing + 1
        continue
      }
      switch content[position] {
      case ":":
        var word = content[wordStart..<position]
        var next = RoleLabel(word)
        if next == nil, phraseStart < wordStart,
          let spaced = RoleLabel(content[phraseStart..<position])
        {
          (next, word) = (spaced, content[phraseStart..<position])
        }
        guard next != nil || (2...6).contains(word.count) else { break }
        close(at: word.startIndex)
        hidden = next == nil ? word : nil
        label = next
        start = position + 1
        wordStart = start
        phraseStart = start
      case " ": wordStart = position + 1
      case ",", ";", "。", "\t":
        wordStart = position + 1
        phraseStart = wordStart
      default: break
      }
      position += 1
    }
    close(at: content.endIndex)
    return sections
  }
}

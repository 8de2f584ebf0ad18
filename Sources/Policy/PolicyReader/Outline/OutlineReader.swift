/// Cuts lines into items by their numbers, whatever order of numbers the document has.
///
/// The first number of a form stands below what is open; a later one of the same form stands beside
/// the earlier. So neither the depth of a form nor where its count begins need be known.
struct OutlineReader {
  var outline = Outline()
  var open: [Int] = []
  /// The newest number of each form that is open.
  private var counts: [Marker.Form: Int] = [:]
  /// The most items that run on in one line; each cut copies the rest of the line.
  private static let mostCuts = 400
  /// How far ahead the second of a count is looked for.
  private static let farthest = 2_000
  private var cuts = 0
  /// How often the second of a count has been looked for in the line.
  private var looks = 0
  /// The rows of the table that is being read.
  private var tableLines: [PolicyLine] = []
  var review: [ReviewEntry] = []
  /// The unit of money of the table that is being read, where a line above states it.
  var moneyUnit: String?

  /// The outline of `lines`.
  static func read(_ lines: [PolicyLine], review: inout [ReviewEntry]) -> Outline {
    var reader = OutlineReader()
    reader.root("", line: 1, isAnnex: false)
    for line in lines {
      if line.characters.contains("\t") {
        reader.tableLines.append(line)
      } else {
        reader.endTable()
        reader.read(line)
      }
    }
    reader.endTable()
    review += reader.review
    return reader.outline
  }

  private mutating func endTable() {
    guard !tableLines.isEmpty else { return }
    let tables = DocumentTable.tables(in: tableLines)
    tableLines = []
    for table in tables { read(table) }
  }

  /// Reads a line that is none of a table.
  mutating func read(_ line: PolicyLine) {
    var rest: PolicyLine? = line
    cuts = 0
    looks = 0
    while let next = rest { rest = take(next) }
  }

  /// Reads a line, or its part before a number that runs on in it; the rest comes back.
  private mutating func take(_ line: PolicyLine) -> PolicyLine? {
    let characters = line.characters
    if let annex = Self.annex(characters) {
      root(annex, line: line.line(at: 0), isAnnex: true)
      return nil
    }
    var start = 0
    if let marker = Marker(in: characters, at: 0), marker.length < characters.count {
      start = marker.length
      let heading = Heading(of: characters, from: start)
      begin(marker, heading, line)
      return finish(line, from: start, body: heading.end)
    }
    if let leadIn = leadIn(of: characters) {
      begin(leadIn, line)
      return finish(line, from: start, body: leadIn.end)
    }
    return finish(line, from: 0, body: 0)
  }

  private mutating func finish(_ line: PolicyLine, from start: Int, body: Int) -> PolicyLine? {
    guard cuts < Self.mostCuts, let cut = runningOn(line.characters, from: max(body, start)) else {
      addParagraph(line, from: start, body: body)
      return nil
    }
    cuts += 1
    addParagraph(line.prefix(to: cut), from: start, body: min(body, cut))
    return line.suffix(from: cut)
  }

  mutating func addParagraph(_ line: PolicyLine, from start: Int, body: Int) {
    guard let item = open.last else { return }
    outline.paragraphs.append(Paragraph(item: item, line: line, start: start, body: body))
  }

  // MARK: Items

  private mutating func root(_ label: String, line: Int, isAnnex: Bool) {
    outline.items.append(
      OutlineItem(
        standing: .root,
        parent: isAnnex ? 0 : nil,
        label: label,
        title: label,
        isUntitled: false,
        line: line,
        place: label
      )
    )
    open = isAnnex ? [0, outline.items.count - 1] : [0]
    counts = [:]
  }

  mutating func begin(_ marker: Marker, _ heading: Heading, _ line: PolicyLine) {
    closeLeadIns()
    if let level = open.firstIndex(where: { form(of: $0) == marker.form }) {
      for closed in open[level...] {
        if let form = form(of: closed), form != marker.form { counts[form] = nil }
      }
      open.removeSubrange(level...)
    }
    counts[marker.form] = marker.ordinal
    push(.numbered(marker.form), marker.label, heading, line)
  }

  private mutating func begin(_ heading: Heading, _ line: PolicyLine) {
    closeLeadIns()
    push(.leadIn, heading.title, heading, line)
  }

  /// Closes the items that a phrase or a row began.
  mutating func closeLeadIns() {
    while let last = open.last, outline.items[last].isLeadIn { open.removeLast() }
  }

  private mutating func push(
    _ standing: OutlineItem.Standing,
    _ label: String,
    _ heading: Heading,
    _ line: PolicyLine
  ) {
    push(standing, label, title: heading.title, line)
  }

  /// Opens an item below what is open; one without a title is named by what it stands under.
  mutating func push(
    _ standing: OutlineItem.Standing,
    _ label: String,
    title words: String,
    _ line: PolicyLine
  ) {
    let parent = open.last
    let above = parent.map { outline.items[$0].place } ?? ""
    let isUntitled = words.isEmpty
    let title =
      isUntitled ? Self.name(label, under: parent.map { outline.items[$0].title }) : words
    if isUntitled {
      review.append(
        ReviewEntry(
          line: line.line(at: 0),
          place: above.isEmpty ? label : above + "/" + label,
          about: title,
          reason: .noHeading
        )
      )
    }
    outline.items.append(
      OutlineItem(
        standing: standing,
        parent: parent,
        label: label,
        title: title,
        isUntitled: isUntitled,
        line: line.line(at: 0),
        place: above.isEmpty ? label : above + "/" + label
      )
    )
    open.append(outline.items.count - 1)
  }

  /// The name of an item without a heading: 培育主体(第3项), 第四条.
  private static func name(_ label: String, under parent: String?) -> String {
    let number = label.filter { $0 != "(" && $0 != ")" }
    let own = number.hasPrefix("第") ? number : "第\(number)项"
    guard let parent, !parent.isEmpty else { return own }
    return "\(parent)(\(own))"
  }

  private func form(of item: Int) -> Marker.Form? {
    if case .numbered(let form) = outline.items[item].standing { form } else { nil }
  }

  // MARK: Lines without a number

  /// `附件`, `附件2`, `附件1:…` at the start of an annex; a line that only announces one says more.
  private static func annex(_ characters: Characters) -> String? {
    let words: [Word] = ["附件", "附表", "附录"]
    guard let word = characters.beginning(of: words) else { return nil }
    var end = word.characters.count
    while end < characters.count,
      characters[end].isDigit || Marker.chinese(characters[end]) != nil
        || characters[end] == " " || characters[end] == "-"
    {
      end += 1
    }
    let rest = characters[end...]
    guard rest.isEmpty || (rest.count == 1 && rest.first == ":") else { return nil }
    return Heading.short(characters[..<end]).filter { $0 != " " }
  }

  /// The phrase before a colon, or before the first full stop of a paragraph that ends in a
  /// statement; `nil` for other text and for the labels of a statement.
  private func leadIn(of characters: Characters) -> Heading? {
    guard open.count > 1 || outline.items.count > 1 else { return nil }
    var end = 0
    while end < characters.count, end < 20 {
      let character = characters[end]
      if character == ":" || character == "。" { break }
      if character == "," || character.endsSentence || character == "、" && end > 12 { return nil }
      end += 1
    }
    guard end > 1, end < min(20, characters.count) else { return nil }
    let words = characters[..<end]
    if characters[end] == ":" {
      // 云山河 河长: the label of a statement behind the name of what it is of.
      if let space = words.lastIndex(of: " "), RoleLabel(words[(space + 1)...]) != nil,
        !words[..<space].contains(" ")
      {
        return Heading(of: characters[..<space].map { $0 } + ["。"], from: 0)
      }
      guard Role(label: words) == nil, !words.containsAny(["如下", "以下", "电话", "联系人", "附件", "来源"])
      else { return nil }
      return Heading(of: characters, from: 0)
    }
    guard end + 1 < characters.count, let last = characters.last, last == ")" || last == "〕" else {
      return nil
    }
    guard StatementText.endsWithStatement(characters) else { return nil }
    return Heading(of: characters, from: 0)
  }

  /// Where the next number runs on in a line: behind a statement, or behind a sentence and next in
  /// count.
  private mutating func runningOn(_ characters: Characters, from start: Int) -> Int? {
    var isList = false
    var labelStart = start
    var position = start
    if start < characters.count, start == 0 || characters[start] != ":" { labelStart = start }
    while position < characters.count {
      let character = characters[position]
      switch character {
      case ":":
        isList = Role(label: characters[max(labelStart, position - 12)..<position]) != nil
      case "。", ";", ",", "(", "〔", ")", "〕", " ":
        labelStart = position + 1
        if character == "。" { isList = false }
      default: break
      }
      position += 1
      guard position < characters.count, position > start + 1 else { continue }
      let isAfterEnd = character == "。" || character == ")" || character == "〕"
      guard isAfterEnd || isList || character == ":", !character.isDigit,
        Marker.chinese(character) == nil
      else {
        continue
      }
      guard let marker = Marker(in: characters, at: position), marker.form != .digitsBeforeBracket
      else { continue }
      guard
        isAfterEnd || isList
          ? isNext(marker, inList: isList) || begins(marker, characters, from: position)
          : begins(marker, characters, from: position)
      else { continue }
      return position
    }
    return nil
  }

  /// Whether a first number begins a count that the line goes on with: 如下:一、…。二、….
  private mutating func begins(_ marker: Marker, _ characters: Characters, from start: Int) -> Bool
  {
    guard marker.ordinal == 1, counts[marker.form] == nil, looks < Self.mostCuts else {
      return false
    }
    looks += 1
    let end = min(characters.count, start + Self.farthest)
    for position in (start + marker.length)..<max(start + marker.length, end) {
      guard "。;)〕".unicodeScalars.contains(characters[position]) else { continue }
      if let next = Marker(in: characters, at: position + 1), next.form == marker.form {
        return next.ordinal == 2
      }
    }
    return false
  }

  private func isNext(_ marker: Marker, inList isList: Bool) -> Bool {
    if let count = counts[marker.form] {
      if marker.ordinal == count + 1 { return true }
      return isList && marker.ordinal == 1
    }
    return isList && marker.ordinal == 1
  }
}

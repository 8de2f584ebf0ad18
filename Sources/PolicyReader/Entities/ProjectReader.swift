/// Finds projects: the lists between a verb of action and 项目.
struct ProjectReader {
  private let outline: Outline
  private(set) var projects: [ProjectEntity] = []
  private(set) var review: [ReviewEntry] = []
  private var known: Set<String> = []

  private static let longestName = 40

  init(_ outline: Outline, besides ranges: [[Range<Int>]]) {
    self.outline = outline
    for (paragraph, ranges) in zip(outline.paragraphs, ranges) {
      let letters = paragraph.line.letters
      guard !letters.contains("\t"), letters.contains("项目") else { continue }
      var position = paragraph.body
      for range in ranges + [letters.count..<letters.count] {
        if position < range.lowerBound { read(letters, position..<range.lowerBound, paragraph) }
        position = max(position, range.upperBound)
      }
    }
  }

  /// Gives each project the enterprise that its name begins with.
  mutating func name(_ builder: (String) -> String?) {
    for position in projects.indices {
      projects[position].builder = builder(projects[position].name)
    }
  }

  private mutating func read(_ letters: Letters, _ range: Range<Int>, _ paragraph: Paragraph) {
    var start = range.lowerBound
    var depth = 0
    for position in range {
      let letter = letters[position]
      if letter.closing != nil { depth += 1 }
      if letter.opening != nil { depth = max(0, depth - 1) }
      let isEnd = position == range.upperBound - 1
      let isStop = letter == "," || letter.endsSentence
      guard isEnd || isStop && (depth == 0 || letter == "。") else { continue }
      readClause(letters, start..<(isStop ? position : position + 1), paragraph)
      start = position + 1
      depth = 0
    }
  }

  private mutating func readClause(
    _ letters: Letters,
    _ range: Range<Int>,
    _ paragraph: Paragraph
  ) {
    guard range.count < 600, let last = letters[range].last("项目") else { return }
    guard let (status, wording, names) = Self.verb(of: letters[range]), names < last else { return }
    let tail = letters[(last + 2)..<range.upperBound]
    guard tail.first.map({ !"的给与向方中内".unicodeScalars.contains($0) }) ?? true else { return }
    let list = letters[names..<last]
    let finalStatus = Self.status(of: tail) ?? status
    let finalWording = Self.status(of: tail) == nil ? wording : Heading.short(tail.prefix(4))
    var found: [ArraySlice<Unicode.Scalar>] = []
    var isOpen = false
    for piece in Self.pieces(list) {
      var piece = piece
      if let open = piece.lastIndex(of: "等"), open > piece.startIndex {
        // 支持某某等企业开展…: who does it, not what is done.
        guard !piece[open...].contains("企业") else { continue }
        isOpen = true
        piece = piece[..<open]
      }
      if piece.ends("项目") { piece = piece.dropLast(2) }
      if Self.isName(piece) { found.append(piece) }
    }
    for name in found { add(name, finalStatus, finalWording, paragraph, at: names) }
    if isOpen, let name = found.last {
      note(paragraph, names, name.string, .openList)
    }
  }

  /// The verb that begins a clause, and where the names begin behind it.
  private static func verb(
    of clause: ArraySlice<Unicode.Scalar>
  ) -> (status: String, wording: String, names: Int)? {
    var rest = clause
    var isFound: (status: String, wording: String)?
    for _ in 0..<4 {
      if let pair = EntityWords.statusVerbs.first(where: { rest.starts($0.verb) }) {
        let first = isFound?.status ?? pair.status
        isFound = (first, isFound?.wording ?? pair.verb.letters.string)
        rest = rest.dropFirst(pair.verb.letters.count)
      } else if let adverb = rest.beginning(of: EntityWords.adverbs) {
        rest = rest.dropFirst(adverb.letters.count)
      } else {
        break
      }
    }
    guard let isFound else { return nil }
    return (isFound.status, isFound.wording, rest.startIndex)
  }

  /// What the words behind 项目 say of its state.
  private static func status(of tail: ArraySlice<Unicode.Scalar>) -> String? {
    let tail = tail.prefix(10)
    if tail.containsAny(["竣工", "投产", "建成", "投用", "投入使用"]) { return "竣工投产" }
    if tail.containsAny(["前期"]) { return "前期" }
    if tail.containsAny(["谋划", "储备"]) { return "谋划" }
    if tail.containsAny(["按期建设", "开工"]) { return "在建" }
    return nil
  }

  /// The names between 、 and between the joint of the last two, brackets kept whole.
  private static func pieces(
    _ list: ArraySlice<Unicode.Scalar>
  ) -> [ArraySlice<Unicode.Scalar>] {
    var pieces: [ArraySlice<Unicode.Scalar>] = []
    var start = list.startIndex
    var depth = 0
    for position in list.indices {
      if list[position].closing != nil { depth += 1 }
      if list[position].opening != nil { depth = max(0, depth - 1) }
      guard depth == 0, list[position] == "、" else { continue }
      pieces.append(list[start..<position])
      start = position + 1
    }
    pieces.append(list[start...])
    guard pieces.count > 1 || list.contains("项目和") else { return pieces }
    return pieces.flatMap { piece in
      for joint in ["项目和", "和"] as [Word] {
        guard let found = piece.first(joint), piece.count > 7 else { continue }
        let (left, right) = (piece[..<found], piece[(found + joint.letters.count)...])
        guard left.count > 2, right.count > 1 else { continue }
        return [left, right]
      }
      return [piece]
    }
  }

  private static func isName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard name.count >= 2, name.count <= longestName else { return false }
    guard !name.contains(where: { EntityWords.strangers.contains($0) }) else { return false }
    return name.beginning(of: EntityWords.generic) == nil && !name.contains("企业")
  }

  private mutating func add(
    _ name: ArraySlice<Unicode.Scalar>,
    _ status: String,
    _ wording: String,
    _ paragraph: Paragraph,
    at offset: Int
  ) {
    let isNamed = name.ending(of: ["项目", "工程", "基地", "行动"]) != nil
    let full = isNamed ? name.string : name.string + "项目"
    guard known.insert(full).inserted else { return }
    let line = paragraph.line.line(at: offset)
    projects.append(
      ProjectEntity(
        name: full,
        status: status,
        wording: wording,
        capacity: Self.capacity(of: Array(name)),
        builder: nil,
        place: outline.items[paragraph.item].place,
        line: line,
        item: paragraph.item
      )
    )
    if ["支持", "促进", "推动", "确保", "保障", "做好"].contains(wording) {
      note(paragraph, offset, full, .guessedStatus)
    }
  }

  private mutating func note(
    _ paragraph: Paragraph,
    _ offset: Int,
    _ about: String,
    _ reason: ReviewReason
  ) {
    review.note(paragraph, offset, about, reason, in: outline)
  }

  /// The first size in a name: 30万千瓦, 6000吨.
  private static func capacity(of name: Letters) -> String? {
    for position in name.indices where name[position].isDigit {
      guard position == 0 || !name[position - 1].isDigit else { continue }
      if let quantity = QuantityText(in: name, at: position),
        !["P", "T", "个", "条", "对"].contains(quantity.unit)
      {
        return "\(quantity.value) \(quantity.unit)"
      }
    }
    return nil
  }
}

extension ArraySlice where Element == Unicode.Scalar {
  /// Where `word` stands last.
  fileprivate func last(_ word: Word) -> Int? {
    indices.last { holds(word, at: $0) }
  }
}

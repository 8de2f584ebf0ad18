/// Finds enterprises: the lists before 等…企业, lists behind 依托 whose names end as companies' do,
/// and names that are formed with 集团 or 股份.
struct EnterpriseReader {
  let outline: Outline
  private(set) var enterprises: [EnterpriseEntity] = []
  var review: [ReviewEntry] = []
  private var known: [String: Int] = [:]
  private let firms: KnownFirms

  /// The longest name, and the farthest that a list is followed back.
  static let longestName = 18
  private static let longestList = 160
  /// The longest phrase between 等 and 企业.
  private static let longestModifier = 16

  /// - Parameter firms: Firms that are looked for by their names.
  init(_ outline: Outline, besides ranges: [[Range<Int>]], firms: KnownFirms = .none) {
    self.outline = outline
    self.firms = firms
    readRows()
    for (paragraph, ranges) in zip(outline.paragraphs, ranges) {
      let characters = paragraph.line.characters
      guard !characters.contains("\t") else { continue }
      if let (content, list) = ListedNames.labelled(paragraph, in: outline),
        case .enterprises(let isAnchor) = content
      {
        readList(
          list,
          isAnchor: isAnchor,
          item: outline.items[paragraph.item].parent ?? 0,
          line: paragraph.line.line(at: 0),
          hasSpaces: false
        )
        continue
      }
      var position = paragraph.body
      for range in ranges + [characters.count..<characters.count] {
        if position < range.lowerBound {
          readKnown(characters, position..<range.lowerBound, paragraph)
          readLists(characters, position..<range.lowerBound, paragraph)
          readLed(characters, position..<range.lowerBound, paragraph)
          readNamed(characters, position..<range.lowerBound, paragraph)
          readSupports(characters, position..<range.lowerBound, paragraph)
          readForms(characters, position..<range.lowerBound, paragraph)
        }
        position = max(position, range.upperBound)
      }
    }
  }

  /// Adds an enterprise that a project names.
  mutating func add(guessed name: String, at project: ProjectEntity) {
    let isNew = add(name, isAnchor: false, item: project.item, line: project.line)
    guard isNew else { return }
    review.append(
      ReviewEntry(line: project.line, place: project.place, about: name, reason: .guessedBuilder)
    )
  }

  /// The enterprise whose name a project's name begins with; the longest of several.
  func builder(of project: String) -> String? {
    let characters = Array(project.unicodeScalars)
    for length in stride(from: min(Self.longestName, characters.count - 1), to: 1, by: -1) {
      let name = characters[..<length].string
      if let position = known[name] { return enterprises[position].name }
    }
    return nil
  }

  @discardableResult
  mutating func add(
    _ name: String,
    isAnchor: Bool,
    item: Int,
    line: Int,
    hasRow: Bool = false
  ) -> Bool {
    guard known[name] == nil else { return false }
    known[name] = enterprises.count
    enterprises.append(
      EnterpriseEntity(
        name: name,
        isAnchor: isAnchor,
        place: outline.items[item].place,
        line: line,
        item: item,
        hasRow: hasRow
      )
    )
    return true
  }

  // MARK: Firms of a register

  /// Reads the firms that the register names, each as the register writes it, with the text's word as an alias.
  private mutating func readKnown(
    _ characters: Characters,
    _ range: Range<Int>,
    _ paragraph: Paragraph
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      guard let entry = firms.entry(in: characters, at: position, within: range.upperBound) else {
        position += 1
        continue
      }
      let name = firms.names[entry.firm]
      add(name, isAnchor: false, item: paragraph.item, line: paragraph.line.line(at: position))
      alias(entry.word.string, of: name)
      position += entry.word.count
    }
  }

  /// Another word of the text for an enterprise.
  private mutating func alias(_ word: String, of name: String) {
    guard word != name, let position = known[name], known[word] == nil else { return }
    known[word] = position
    enterprises[position].aliases.append(word)
  }

  // MARK: Lists before 等企业

  private mutating func readLists(
    _ characters: Characters,
    _ range: Range<Int>,
    _ paragraph: Paragraph
  ) {
    let text = characters[range]
    var next = text.first("企业")
    while let found = next {
      next = text.first("企业", from: found + 2)
      let modifiers = characters[max(range.lowerBound, found - Self.longestModifier)..<found]
      guard let open = modifiers.lastIndex(of: "等"),
        !modifiers[open...].contains(where: { ",。;、:".unicodeScalars.contains($0) })
      else { continue }
      guard !Self.isKindOnly(characters[(open + 1)..<found]) else { continue }
      let isAnchor = characters[open..<found].containsAny(EntityWords.leading)
      let names = names(characters, from: range.lowerBound, to: open)
      for name in names {
        add(name, isAnchor: isAnchor, item: paragraph.item, line: paragraph.line.line(at: open))
      }
      if !names.isEmpty {
        review.append(
          ReviewEntry(
            line: paragraph.line.line(at: open),
            place: outline.items[paragraph.item].place,
            about: names[names.count - 1],
            reason: .openList
          )
        )
      }
    }
  }

  /// Whether what stands between 等 and 企业 shows that the list holds kinds, not names.
  private static func isKindOnly(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    if words.containsAny(["技术", "应用", "领域", "环节", "服务", "条件", "要求", "标准"]) { return true }
    // 等四类企业; 等芯片类企业 says what the firms make.
    guard let kind = words.lastIndex(of: "类") else { return false }
    let before = words[..<kind]
    return before.isEmpty || before.ending(of: ["各", "几", "多", "这", "此", "同", "种"]) != nil
      || before.last.map { $0.isDigit || Marker.chinese($0) != nil } == true
  }

  /// The names of the list that ends at `end`; none when one of them is no name.
  private func names(_ characters: Characters, from start: Int, to end: Int) -> [String] {
    var low = end
    while low > start, end - low < Self.longestList,
      !",。;:(".unicodeScalars.contains(characters[low - 1])
    {
      low -= 1
    }
    var list = characters[low..<end]
    let trigger = (list.indices).last { position in
      // 、联合化工: what begins a later name of the list is no verb.
      guard position == list.startIndex || characters[position - 1] != "、" else { return false }
      return EntityWords.triggers.contains {
        $0.characters.count > 1 && list.holds($0, at: position)
      }
    }
    if let trigger, let word = list[trigger...].beginning(of: EntityWords.triggers) {
      list = list[(trigger + word.characters.count)...]
    } else if let word = list.beginning(of: EntityWords.triggers) {
      list = list.dropFirst(word.characters.count)
    }
    let pieces = list.split(separator: "、").flatMap { Self.cut($0) }
    let names = pieces.filter { Self.isName($0) }
    guard names.count == pieces.count else { return names.count > 1 ? names.map(\.string) : [] }
    return names.map(\.string)
  }

  /// Cuts at the joint between the last two of a list.
  private static func cut(_ piece: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
    for joint in ["以及", "和", "及", "与"] as [Word] {
      guard let found = piece.first(joint) else { continue }
      let (left, right) = (piece[..<found], piece[(found + joint.characters.count)...])
      guard left.count > 1, right.count > 1 else { continue }
      return [left, right]
    }
    return [piece]
  }

  static func isName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard name.count >= 2, name.count <= longestName else { return false }
    guard !name.contains(where: { EntityWords.strangers.contains($0) || $0 == "与" }) else {
      return false
    }
    return !name.containsAny(EntityWords.notEnterprises)
      && !EntityWords.branches.contains(name.string)
  }

  // MARK: Lists that are said to lead

  /// Reads 以甲、乙为龙头, 以甲、乙等为代表的; what is no firm's name is left out.
  private mutating func readLed(
    _ characters: Characters,
    _ range: Range<Int>,
    _ paragraph: Paragraph
  ) {
    let text = characters[range]
    var next = text.first("为")
    while let found = next {
      next = text.first("为", from: found + 1)
      let ahead = characters[(found + 1)..<min(range.upperBound, found + 5)]
      let isLeading = ahead.beginning(of: EntityWords.leading) != nil
      guard isLeading || ahead.beginning(of: ["代表", "骨干", "主体"]) != nil else { continue }
      var low = found
      while low > range.lowerBound, found - low < Self.longestList,
        !",。;:(".unicodeScalars.contains(characters[low - 1]), characters[low - 1] != "以"
      {
        low -= 1
      }
      guard low > range.lowerBound, characters[low - 1] == "以" else { continue }
      var list = characters[low..<found]
      if let open = list.lastIndex(of: "等") {
        guard !list[open...].contains("企业") || list[open...].count < Self.longestModifier else {
          continue
        }
        list = list[..<open]
      }
      for piece in list.split(separator: "、").flatMap({ Self.cut($0) }) {
        // 以绿色农药为主体 names a product.
        guard Self.isName(piece), piece.beginning(of: BuilderGuess.common) == nil,
          isLeading || piece.ending(of: EntityWords.tradeEndings) != nil
        else { continue }
        let line = paragraph.line.line(at: low)
        add(piece.string, isAnchor: isLeading, item: paragraph.item, line: line)
      }
    }
  }

  /// Reads 龙头企业(甲、乙) and 链主企业：甲、乙.
  private mutating func readNamed(
    _ characters: Characters,
    _ range: Range<Int>,
    _ paragraph: Paragraph
  ) {
    let text = characters[range]
    var next = text.first("企业")
    while let found = next {
      next = text.first("企业", from: found + 2)
      let before = characters[range.lowerBound..<found]
      let isLeading = before.ending(of: EntityWords.leading) != nil
      guard isLeading || before.ending(of: ["重点", "骨干", "代表", "核心", "培育"]) != nil,
        found + 2 < range.upperBound, characters[found + 2] == "(" || characters[found + 2] == ":"
      else { continue }
      let isBracket = characters[found + 2] == "("
      let rest = characters[(found + 3)..<range.upperBound].prefix(Self.longestList)
      let end = rest.firstIndex { character in
        character.endsSentence || character == (isBracket ? ")" : ",")
      }
      guard let end = end ?? (isBracket ? nil : rest.endIndex) else { continue }
      var list = rest[..<end]
      if let open = list.lastIndex(of: "等") { list = list[..<open] }
      for piece in list.split(separator: "、") where Self.isName(piece.trimmed) {
        let name = piece.trimmed.string
        add(name, isAnchor: isLeading, item: paragraph.item, line: paragraph.line.line(at: found))
      }
    }
  }

  // MARK: Lists behind 依托

  private mutating func readSupports(
    _ characters: Characters,
    _ range: Range<Int>,
    _ paragraph: Paragraph
  ) {
    let text = characters[range]
    var next = text.first("依托")
    while let found = next {
      next = text.first("依托", from: found + 2)
      let end = text[(found + 2)...].prefix(Self.longestList).firstIndex {
        ",。;:".unicodeScalars.contains($0)
      }
      guard let end, end > found + 2 else { continue }
      let pieces = characters[(found + 2)..<end].split(separator: "、").flatMap { Self.cut($0) }
      for piece in pieces where Self.isName(piece) && piece.count > 3 {
        guard let ending = piece.ending(of: EntityWords.companyEndings),
          piece.count > ending.characters.count + 1
        else { continue }
        add(
          piece.string,
          isAnchor: false,
          item: paragraph.item,
          line: paragraph.line.line(at: found)
        )
      }
    }
  }

  // MARK: 集团, 股份

  /// Where a place in brackets within a name begins: 某某(海州)科技有限公司.
  private static func place(_ characters: Characters, endingBefore end: Int, from start: Int)
    -> Int?
  {
    guard characters[end - 1] == ")" else { return nil }
    let inner = characters[max(start, end - 8)..<(end - 1)]
    guard let open = inner.lastIndex(of: "("), open > start, end - open > 3,
      inner[(open + 1)...].allSatisfy(\.isHan), characters[open - 1].isHan
    else { return nil }
    return open
  }

  private mutating func readForms(
    _ characters: Characters,
    _ range: Range<Int>,
    _ paragraph: Paragraph
  ) {
    let text = characters[range]
    for form in ["有限公司", "集团", "股份"] as [Word] {
      var next = text.first(form)
      while let found = next {
        let end = found + form.characters.count
        next = text.first(form, from: end)
        let next = end < characters.count ? characters[end] : "。"
        guard !"化公有制式型资".unicodeScalars.contains(next) else { continue }
        var low = found
        while low > range.lowerBound, found - low < Self.longestName,
          !EntityWords.strangers.contains(characters[low - 1])
        {
          if characters[low - 1].isHan {
            low -= 1
          } else if let open = Self.place(characters, endingBefore: low, from: range.lowerBound) {
            low = open
          } else {
            break
          }
        }
        // 对接某某公司: the verb begins with a word that no name holds.
        if low > range.lowerBound, characters[low - 1] == "对", characters[low] == "接" { low += 1 }
        var name = characters[low..<end]
        let start = name.indices.last { position in
          EntityWords.triggers.contains { $0.characters.count > 1 && name.holds($0, at: position) }
        }
        if let start, let word = name[start...].beginning(of: EntityWords.triggers) {
          name = name[(start + word.characters.count)...]
        }
        guard name.count > form.characters.count + 1, Self.isName(name),
          UnitWords.level(of: name) == nil
        else { continue }
        add(name.string, isAnchor: false, item: paragraph.item, line: paragraph.line.line(at: low))
      }
    }
  }
}

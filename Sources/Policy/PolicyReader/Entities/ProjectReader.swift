/// Finds projects: the lists between a verb of action and 项目.
struct ProjectReader {
  let outline: Outline
  var projects: [ProjectEntity] = []
  var review: [ReviewEntry] = []
  private var known: Set<String> = []

  init(_ outline: Outline, besides ranges: [[Range<Int>]]) {
    self.outline = outline
    readRows()
    for (paragraph, ranges) in zip(outline.paragraphs, ranges) {
      let characters = paragraph.line.characters
      guard !characters.contains("\t"), characters.contains("项目") else { continue }
      if let (content, list) = ListedNames.labelled(paragraph, in: outline),
        content == .projects || content == .project
      {
        readList(
          list,
          item: outline.items[paragraph.item].parent ?? 0,
          line: paragraph.line.line(at: 0),
          hasSpaces: false
        )
        continue
      }
      var position = paragraph.body
      for range in ranges + [characters.count..<characters.count] {
        if position < range.lowerBound { read(characters, position..<range.lowerBound, paragraph) }
        position = max(position, range.upperBound)
      }
    }
  }

  /// Gives each project the enterprise that its name begins with.
  mutating func name(_ builder: (String) -> String?) {
    for position in projects.indices where projects[position].builder == nil {
      projects[position].builder = builder(projects[position].name)
    }
  }

  private mutating func read(_ characters: Characters, _ range: Range<Int>, _ paragraph: Paragraph)
  {
    var start = range.lowerBound
    var depth = 0
    for position in range {
      let character = characters[position]
      if character.closing != nil { depth += 1 }
      if character.opening != nil { depth = max(0, depth - 1) }
      let isEnd = position == range.upperBound - 1
      let isStop = character == "," || character.endsSentence
      guard isEnd || isStop && (depth == 0 || character == "。") else { continue }
      readClause(characters, start..<(isStop ? position : position + 1), paragraph)
      start = position + 1
      depth = 0
    }
  }

  private mutating func readClause(
    _ characters: Characters,
    _ range: Range<Int>,
    _ paragraph: Paragraph
  ) {
    guard range.count < 600, let last = characters[range].last("项目") else { return }
    let tail = characters[(last + 2)..<range.upperBound]
    guard Self.mayFollow(tail) else { return }
    let behind = Self.status(of: tail)
    let list: ProjectNames
    let status: String
    let wording: String
    var start = range.lowerBound
    if let verb = Self.verb(of: characters[range]), verb.names < last {
      list = ProjectNames(characters[verb.names..<last])
      start = verb.names
      status = behind ?? verb.status
      wording = behind == nil ? verb.wording : Heading.short(tail.drop { $0 == "的" }.prefix(4))
    } else {
      // 甲乙化工二期、丙丁三期等项目落地: no verb stands before the list.
      if characters[start..<last].starts("其中") { start += 2 }
      list = ProjectNames(characters[start..<last])
      guard list.isPlain, list.isOpen || list.names.count > 1 && behind != nil else { return }
      status = behind ?? "在建"
      wording = behind == nil ? "项目" : Heading.short(tail.drop { $0 == "的" }.prefix(4))
      if behind == nil {
        note(paragraph, start, list.names[0].characters.string, .guessedStatus)
      }
    }
    for name in list.names { add(name, status, wording, paragraph, at: start) }
    if list.isOpen, let name = list.names.last {
      note(paragraph, start, name.characters.string, .openList)
    }
  }

  /// Whether the words behind 项目 let a list of projects end there.
  private static func mayFollow(_ tail: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = tail.first else { return true }
    if first == "的" {
      return tail.dropFirst().beginning(of: [
        "建设", "投产", "实施", "落地", "开工", "推进", "前期", "竣工", "建成", "达产",
      ]) != nil
    }
    return !"给与向方中内".unicodeScalars.contains(first)
  }

  /// The verb that begins a clause, and where the names begin behind it.
  private static func verb(
    of clause: ArraySlice<Unicode.Scalar>
  ) -> (status: String, wording: String, names: Int)? {
    var rest = withoutRegion(clause)
    var isFound: (status: String, wording: String)?
    for _ in 0..<4 {
      if let pair = EntityWords.statusVerbs.first(where: { rest.starts($0.verb) }) {
        let first = isFound?.status ?? pair.status
        isFound = (first, isFound?.wording ?? pair.verb.characters.string)
        rest = rest.dropFirst(pair.verb.characters.count)
      } else if let adverb = rest.beginning(of: EntityWords.adverbs) {
        rest = rest.dropFirst(adverb.characters.count)
      } else {
        break
      }
    }
    guard let isFound else { return nil }
    return (isFound.status, isFound.wording, rest.startIndex)
  }

  /// A clause without the region that acts in it: 城北区重点抓好….
  private static func withoutRegion(
    _ clause: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    guard let end = clause.prefix(8).firstIndex(where: { "市县区镇".unicodeScalars.contains($0) }),
      end - clause.startIndex >= 1
    else { return clause }
    let rest = clause[(end + 1)...]
    let isVerb = EntityWords.statusVerbs.contains { rest.starts($0.verb) }
    return isVerb || rest.beginning(of: EntityWords.adverbs) != nil ? rest : clause
  }

  /// What the words behind 项目 say of its state.
  private static func status(of tail: ArraySlice<Unicode.Scalar>) -> String? {
    let tail = tail.prefix(10)
    if tail.containsAny(["竣工", "投产", "建成", "投用", "投入使用"]) { return "收尾" }
    if tail.containsAny(["前期"]) { return "前期" }
    if tail.containsAny(["谋划", "储备"]) { return "谋划" }
    if tail.containsAny(["按期建设", "开工", "开复工", "复工", "落地", "续建"]) { return "在建" }
    return nil
  }

  private mutating func add(
    _ project: ProjectNames.Name,
    _ status: String,
    _ wording: String,
    _ paragraph: Paragraph,
    at offset: Int
  ) {
    let name = project.characters
    let isNamed = name[...].ending(of: ["项目", "工程", "基地", "行动"]) != nil
    let full = isNamed ? name.string : name.string + "项目"
    guard known.insert(full).inserted else { return }
    let line = paragraph.line.line(at: offset)
    projects.append(
      ProjectEntity(
        name: full,
        status: status,
        wording: wording,
        capacity: Self.capacity(of: name),
        builder: nil,
        named: project.enterprise?.string,
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

  /// Adds a project unless one of its name is there.
  mutating func add(_ project: ProjectEntity) {
    if known.insert(project.name).inserted { projects.append(project) }
  }

  /// The first size in a name: 30万千瓦, 6000吨.
  static func capacity(of name: Characters) -> String? {
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

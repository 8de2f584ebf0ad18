/// A clause that names the chains for which somebody answers: 市工信局牵头负责化工产业链、石材产业链.
struct NamedDuty {
  let mentions: [Mention]
  /// What they answer for, in the order of the clause.
  let objects: [String]

  private static let verbs: [Word] = [
    "负责", "牵头", "抓好", "主抓", "统筹", "推进", "组织", "具体", "落实", "承担", "包抓", "分管", "建设", "发展",
  ]
  private static let endings: [Word] = ["产业链", "产业集群", "集群"]
  private static let longest = 80

  /// `nil` for a clause of another form.
  init?(_ clause: ArraySlice<Unicode.Scalar>) {
    let clause = clause.trimmed
    guard clause.count <= Self.longest, let ending = clause.ending(of: Self.endings) else {
      return nil
    }
    for start in clause.indices.dropFirst(2) where clause[start...].beginning(of: Self.verbs) != nil
    {
      var rest = clause[start...]
      while let word = rest.beginning(of: Self.verbs) {
        rest = rest.dropFirst(word.characters.count)
      }
      let verbs = clause[start..<rest.startIndex]
      guard verbs.containsAny(["负责", "牵头", "主抓", "包抓"]) else { continue }
      let units = UnitList(clause[..<start], label: nil)
      guard units.isCertain, !units.mentions.isEmpty,
        units.mentions.allSatisfy({ mention in
          UnitWords.level(of: Array(mention.name.unicodeScalars)[...]) != nil
        })
      else { return nil }
      objects = Self.objects(of: rest, ending)
      let role: Role = verbs.containsAny(["牵头", "主抓", "包抓"]) ? .lead : .responsible
      mentions = units.mentions.map { Mention(role: role, name: $0.name) }
      guard !objects.isEmpty else { return nil }
      return
    }
    return nil
  }

  /// The names of a list that may share the ending of its last: 化工、石材产业链.
  private static func objects(of list: ArraySlice<Unicode.Scalar>, _ ending: Word) -> [String] {
    let pieces = list.split { "、和及".unicodeScalars.contains($0) }.map(\.trimmed)
    let names = pieces.map { piece in
      piece.ending(of: endings) == nil ? piece.string + ending.characters.string : piece.string
    }
    let isName = pieces.allSatisfy { piece in
      piece.count <= 16 && piece.allSatisfy { $0.isHan || $0.isLatin || $0.isDigit }
        && !piece.containsAny(["的", "各", "重点产业", "相关", "有关"])
    }
    return isName && pieces.contains { $0.count > ending.characters.count } ? names : []
  }
}

extension Outline {
  /// The item that a clause names, which is opened beside the clause's own where there is none.
  ///
  /// - Parameter known: The items by their titles.
  mutating func item(
    named name: String,
    beside paragraph: Paragraph,
    known: inout [String: Int]
  ) -> Int {
    if let item = known[name] { return item }
    known[name] = items.count
    let parent = paragraph.item
    let above = items[parent].place
    items.append(
      OutlineItem(
        standing: .row,
        parent: parent,
        label: name,
        title: name,
        isUntitled: false,
        line: paragraph.line.line(at: 0),
        place: above.isEmpty ? name : above + "/" + name
      )
    )
    return items.count - 1
  }
}

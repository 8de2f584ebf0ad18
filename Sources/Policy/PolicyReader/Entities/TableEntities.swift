/// Names in a cell, or behind a label that says what they are.
enum ListedNames {
  private static let marks = Set("、,;".unicodeScalars)
  private static let longest = 40
  /// What begins words that name nobody: 多个项目, 若干企业.
  private static let nobody: [Word] = [
    "待引进", "待定", "待明确", "待招引", "拟引进", "空缺", "各", "多个", "若干", "有关", "相关", "其他", "一批", "无", "暂无",
    "等", "全市", "全区", "全县", "以上", "不少于",
  ]

  /// What a label says that is listed behind it (链主企业:, 重点项目:), and the list; `nil` for any other text.
  static func labelled(
    _ paragraph: Paragraph,
    in outline: Outline
  ) -> (content: TableColumn.Content, list: ArraySlice<Unicode.Scalar>)? {
    let item = outline.items[paragraph.item]
    let characters = paragraph.line.characters
    guard item.isLeadIn, paragraph.body > 0, characters[paragraph.body - 1] == ":",
      let column = TableColumn(head: Array(item.title.unicodeScalars)[...])
    else { return nil }
    return (column.content, characters[paragraph.body...].prefix { $0 != "。" })
  }

  /// The names, and what stands among them and is none.
  ///
  /// - Parameter hasSpaces: Whether spaces part names too, as the paragraphs of a cell do.
  static func read(
    _ list: ArraySlice<Unicode.Scalar>,
    hasSpaces: Bool
  ) -> (names: [Characters], isOpen: Bool, others: [String]) {
    var names: [Characters] = []
    var others: [String] = []
    var isOpen = false
    var depth = 0
    var start = list.startIndex
    func take(_ end: Int) {
      var piece = list[start..<end].trimmed
      if let marker = Marker(in: Array(piece), at: 0), marker.length < piece.count {
        piece = piece.dropFirst(marker.length)
      }
      if let open = piece.lastIndex(of: "等"), piece.endIndex - open < 12 {
        isOpen = true
        piece = piece[..<open]
      }
      piece = piece.trimmed
      guard !piece.isEmpty else { return }
      let isName =
        piece.count > 1 && piece.count <= longest && piece.beginning(of: nobody) == nil
        && !piece.contains("。") && piece.contains { $0.isHan || $0.isLatin }
      // (拟引进)某某公司 is not here yet.
      guard isName, piece.first != "(" else { return others.append(piece.string) }
      // What a bracket behind a name adds (its head, 拟培育) is no part of it, and is told.
      let name = UnitWords.base(piece)
      if name.count < piece.count, name.count > 1 { others.append(piece[name.endIndex...].string) }
      names.append(Array(name.count > 1 ? name : piece))
    }
    for position in list.indices {
      let character = list[position]
      if character.closing != nil { depth += 1 }
      if character.opening != nil { depth = max(0, depth - 1) }
      // Between Latin words a space parts nothing.
      let isGap =
        hasSpaces && character == " " && position > list.startIndex && !list[position - 1].isLatin
      guard depth == 0, marks.contains(character) || isGap else { continue }
      take(position)
      start = position + 1
    }
    take(list.endIndex)
    return (names, isOpen, others)
  }
}

extension EnterpriseReader {
  /// Reads the rows of tables that are about an enterprise, or list some.
  mutating func readRows() {
    for row in outline.rows {
      for (column, text) in row.fields {
        switch column.content {
        case .enterprise:
          let (names, _, others) = ListedNames.read(text[...], hasSpaces: false)
          for name in names.prefix(1) {
            add(name.string, isAnchor: false, item: row.item, line: row.number, hasRow: true)
          }
          for other in others + names.dropFirst().map(\.string) {
            review.note(row, other, .strangeName, in: outline)
          }
        case .enterprises(let isAnchor):
          readList(
            text[...],
            isAnchor: isAnchor,
            item: row.item,
            line: row.number,
            hasSpaces: true
          )
        case .builder where row.text(of: .project) != nil && !Self.isOffice(text):
          for name in ListedNames.read(text[...], hasSpaces: true).names {
            add(
              name.string,
              isAnchor: false,
              item: outline.items[row.item].parent ?? 0,
              line: row.number
            )
          }
        default: break
        }
      }
    }
  }

  /// Adds the firms of a list that says itself what it holds.
  mutating func readList(
    _ list: ArraySlice<Unicode.Scalar>,
    isAnchor: Bool,
    item: Int,
    line: Int,
    hasSpaces: Bool
  ) {
    let (names, isOpen, others) = ListedNames.read(list, hasSpaces: hasSpaces)
    for name in names { add(name.string, isAnchor: isAnchor, item: item, line: line) }
    let place = outline.items[item].place
    if isOpen, let last = names.last {
      review.append(ReviewEntry(line: line, place: place, about: last.string, reason: .openList))
    }
    for other in others {
      review.append(ReviewEntry(line: line, place: place, about: other, reason: .strangeName))
    }
  }

  /// Whether a builder is an office, which the model knows no building of.
  static func isOffice(_ name: Characters) -> Bool {
    UnitWords.level(of: name[...]) != nil && UnitWords.isUnit(name[...])
      && name[...].ending(of: ["公司", "集团", "厂", "医院", "学院", "大学", "学校", "院", "中心"]) == nil
  }
}

extension ProjectReader {
  /// What words for the state of a project mean; those that begin or change a work say nothing of how far it is.
  private static let states: [(words: [Word], status: String)] = [
    (["竣工", "收尾", "验收"], "收尾"), (["已投产", "投产", "运营", "建成"], "已投产"),
    (["续建", "在建", "已开工", "开工", "施工"], "在建"), (["前期", "拟建", "洽谈", "签约", "待建"], "前期"),
    (["谋划", "储备", "策划"], "谋划"),
  ]

  /// Reads the rows of tables that are about a project, or list some, and lists behind 重点项目.
  mutating func readRows() {
    for row in outline.rows {
      if let name = row.text(of: .project) { readRow(row, name.string) }
      for (column, text) in row.fields where column.content == .projects {
        readList(text[...], item: row.item, line: row.number, hasSpaces: true)
      }
    }
  }

  private mutating func readRow(_ row: TableRow, _ name: String) {
    let wording = row.text(of: .status)
    let builder = row.text(of: .builder)
    if let builder, EnterpriseReader.isOffice(builder) {
      review.note(row, builder.string, .officeBuilder, in: outline)
    }
    var project = ProjectEntity(
      name: name,
      status: wording.flatMap { words in
        Self.states.first { words.containsAny($0.words) }?.status
      },
      wording: wording?.string,
      capacity: Self.capacity(of: Array(name.unicodeScalars)),
      builder: builder.flatMap { builder in
        EnterpriseReader.isOffice(builder)
          ? nil : ListedNames.read(builder[...], hasSpaces: true).names.first?.string
      },
      named: nil,
      place: outline.items[row.item].place,
      line: row.number,
      item: row.item
    )
    project.hasRow = true
    project.content = row.text(of: .content)?.string
    project.years = row.text(of: .years)?.string
    project.investment = sum(.investment, of: row)
    project.yearInvestment = sum(.yearInvestment, of: row)
    add(project)
  }

  /// A sum in the unit of its head, or in its own.
  private mutating func sum(_ content: TableColumn.Content, of row: TableRow) -> String? {
    guard let (column, text) = row.fields.first(where: { $0.column.content == content }) else {
      return nil
    }
    let digits = text.filter { $0 != "," && !$0.isSpace }
    if let unit = column.unit, !digits.isEmpty,
      digits.allSatisfy({ $0.isDigit || $0 == "." }), digits.count(where: { $0 == "." }) < 2
    {
      return "\(QuantityText.plain(digits.string)) \(unit)"
    }
    if let quantity = QuantityText(in: digits, at: 0, moneyIsMeant: true),
      quantity.range.upperBound == digits.count
    {
      return "\(quantity.value) \(quantity.unit)"
    }
    review.note(row, "\(column.label) \(text.string)", .unreadSum, in: outline)
    return nil
  }

  /// Adds the projects of a list that says itself what it holds.
  mutating func readList(
    _ list: ArraySlice<Unicode.Scalar>,
    item: Int,
    line: Int,
    hasSpaces: Bool
  ) {
    let (names, isOpen, others) = ListedNames.read(list, hasSpaces: hasSpaces)
    for name in names {
      add(
        ProjectEntity(
          name: name.string,
          status: nil,
          wording: nil,
          capacity: Self.capacity(of: name),
          builder: nil,
          named: nil,
          place: outline.items[item].place,
          line: line,
          item: item
        )
      )
    }
    let about = others + (isOpen ? names.last.map { [$0.string] } ?? [] : [])
    for text in about {
      review.append(
        ReviewEntry(
          line: line,
          place: outline.items[item].place,
          about: text,
          reason: others.contains(text) ? .strangeName : .openList
        )
      )
    }
  }
}

extension [ReviewEntry] {
  /// Notes what is uncertain about a row of a table.
  mutating func note(
    _ row: TableRow,
    _ about: String,
    _ reason: ReviewReason,
    in outline: Outline
  ) {
    append(
      ReviewEntry(
        line: row.number,
        place: outline.items[row.item].place,
        about: about,
        reason: reason
      )
    )
  }
}

import Bilingual
import ChainModel
import Diagnostics

/// The sheets that are about the data set as a whole, and how each is laid out.
enum WholeSheets {
  /// A line of the first sheet: a field of the manifest, or one wording of its title.
  struct ManifestLine {
    let field: String
    let label: BilingualText
    /// Other words for it.
    var words: [String] = []
    /// The language of a wording.
    var wording: Language?
  }

  static let manifestLines = [
    ManifestLine(
      field: "title",
      label: BilingualText(zh: "标题（中文）", en: "title (Chinese)"),
      words: ["标题", "title"],
      wording: .zh
    ),
    ManifestLine(
      field: "title",
      label: BilingualText(zh: "标题（英文）", en: "title (English)"),
      wording: .en
    ),
    ManifestLine(field: "jurisdiction", label: BilingualText(zh: "地区", en: "jurisdiction")),
    ManifestLine(field: "language", label: BilingualText(zh: "语言", en: "language")),
    ManifestLine(field: "date", label: BilingualText(zh: "日期", en: "date")),
    ManifestLine(field: "documents", label: BilingualText(zh: "文件", en: "documents")),
    ManifestLine(field: fingerprint, label: BilingualText(zh: "指纹", en: "fingerprint")),
  ]

  /// The line that says what the workbook was made from; it is no field of a manifest.
  static let fingerprint = "fingerprint"

  static func isFingerprint(_ word: String) -> Bool {
    let label = manifestLines.last?.label
    return word == fingerprint
      || [label?.zh, label?.en].contains { $0.map(NameKey.init) == NameKey(word) }
  }

  static let manifestColumns = [
    BilingualText(zh: "项目", en: "item"), BilingualText(zh: "内容", en: "content"),
  ]

  static let queryColumns = [
    SheetColumns.name,
    BilingualText(zh: "表达式", en: "expression"),
    BilingualText(zh: "说明（中文）", en: "description (Chinese)"),
    BilingualText(zh: "说明（英文）", en: "description (English)"),
  ]

  static let vocabularyColumns = [BilingualText(zh: "词汇（YAML）", en: "vocabulary (YAML)")]

  /// The word for a language, in itself.
  static func word(for language: Language) -> String {
    switch language {
    case .zh: "中文"
    case .en: "English"
    }
  }

  static func headings(_ columns: [BilingualText], of sheet: BilingualText, _ language: Language)
    -> HeadedTable.Headings
  {
    HeadedTable.Headings(
      sheet: sheet,
      key: (0, columns[0]),
      names: columns.map { $0[language] },
      meaning: { text in
        columns.firstIndex { [$0.zh, $0.en].map(NameKey.init).contains(NameKey(text)) }
      }
    )
  }
}

extension SheetCells {
  /// What dataset.yaml would hold.
  func manifest(log: inout FaultLog) -> EntryNode {
    let name = BilingualText(zh: "数据集", en: "data set")
    let headings = WholeSheets.headings(WholeSheets.manifestColumns, of: name, language)
    let top = range(0, 0)
    guard let table = table(headings, log: &log), let labels = table.columns[0] else {
      return EntryNode(.mapping([]), range: top)
    }
    guard let contents = table.columns[1] else {
      let column = WholeSheets.manifestColumns[1]
      log.report(.missingColumn(column, at: log.location(of: range(table.headingRow, 0))))
      return EntryNode(.mapping([]), range: top)
    }
    var pairs: [EntryNode.Pair] = []
    var title: [(line: Int, pair: EntryNode.Pair)] = []
    var seen: Set<Int> = []
    for row in table.rows(of: grid) where log.hasRoom {
      guard let label = full(labels, row: row, log: &log).first else { continue }
      let word = grid.cell(row, label).text.trimmingSpace()
      guard let line = line(called: word) else {
        log.report(
          .unknownField(
            word,
            of: name,
            fields: WholeSheets.manifestLines.map { $0.label[language] },
            at: log.location(of: range(row, label))
          )
        )
        continue
      }
      guard seen.insert(line).inserted else {
        log.report(.duplicateKey(word, at: log.location(of: range(row, label))))
        continue
      }
      let field = WholeSheets.manifestLines[line]
      guard field.field != WholeSheets.fingerprint,
        let place = full(contents, row: row, log: &log).first
      else { continue }
      let key = EntryNode(.scalar(field.field), range: range(row, label))
      if let wording = field.wording {
        let language = EntryNode(.scalar(wording.rawValue), range: key.range)
        title.append((row, EntryNode.Pair(key: language, value: scalar(row, place))))
      } else {
        let value =
          field.field == "documents"
          ? EntryNode(.sequence(texts(row, place, log: &log)), range: range(row, place))
          : field.field == "language" ? languageNode(row, place) : scalar(row, place)
        pairs.append(EntryNode.Pair(key: key, value: value))
      }
    }
    if let first = title.first {
      let key = EntryNode(.scalar("title"), range: range(first.line, labels[0]))
      // One wording does for both languages.
      let value =
        title.count == 1
        ? first.pair.value : EntryNode(.mapping(title.map(\.pair)), range: key.range)
      pairs.append(EntryNode.Pair(key: key, value: value))
    }
    return EntryNode(.mapping(pairs), range: range(table.headingRow, labels[0]))
  }

  private func line(called word: String) -> Int? {
    WholeSheets.manifestLines.firstIndex { line in
      let words = [line.label.zh, line.label.en] + line.words
      let isField = line.wording == nil && line.field == word
      return isField || words.map(NameKey.init).contains(NameKey(word))
    }
  }

  private func languageNode(_ row: Int, _ column: Int) -> EntryNode {
    let node = scalar(row, column)
    let word = NameKey(node.scalar ?? "")
    let language = Language.allCases.first { NameKey(WholeSheets.word(for: $0)) == word }
    return language.map { EntryNode(.scalar($0.rawValue), range: node.range) } ?? node
  }

  /// What queries.yaml would hold.
  func queries(log: inout FaultLog) -> EntryNode {
    let sheet = BilingualText(zh: "查询", en: "queries")
    let headings = WholeSheets.headings(WholeSheets.queryColumns, of: sheet, language)
    let top = range(0, 0)
    var items: [EntryNode] = []
    if let table = table(headings, log: &log) {
      for row in table.rows(of: grid) where log.hasRoom {
        items.append(query(row, table, log: &log))
      }
    }
    let list = EntryNode(.sequence(items), range: top)
    let key = EntryNode(.scalar("queries"), range: top)
    return EntryNode(.mapping([EntryNode.Pair(key: key, value: list)]), range: top)
  }

  private func query(_ row: Int, _ table: HeadedTable, log: inout FaultLog) -> EntryNode {
    func node(_ column: Int, _ field: String) -> EntryNode.Pair? {
      let place = full(table.columns[column] ?? [], row: row, log: &log).first
      return place.map { place in
        let value = scalar(row, place)
        return EntryNode.Pair(key: EntryNode(.scalar(field), range: value.range), value: value)
      }
    }
    var pairs = [node(0, "name"), node(1, "expression")].compactMap(\.self)
    let wordings = [node(2, "zh"), node(3, "en")].compactMap(\.self)
    if let first = wordings.first {
      let value =
        wordings.count == 1 ? first.value : EntryNode(.mapping(wordings), range: first.value.range)
      let key = EntryNode(.scalar("description"), range: value.range)
      pairs.append(EntryNode.Pair(key: key, value: value))
    }
    return EntryNode(.mapping(pairs), range: range(row, table.columns[0]?.first ?? 0))
  }

  /// The lines of what ontology.yaml would hold, and the row of the first of them.
  func vocabulary(log: inout FaultLog) -> (text: String, firstRow: Int)? {
    let sheet = BilingualText(zh: "词汇表", en: "vocabulary")
    let headings = WholeSheets.headings(WholeSheets.vocabularyColumns, of: sheet, language)
    guard let table = table(headings, log: &log), let column = table.columns[0]?.first else {
      return nil
    }
    // An empty row is an empty line, and a line break in a cell is none that YAML should see.
    let lines = (table.firstRow..<max(table.firstRow, grid.rows.count)).map { row in
      grid.cell(row, column).text.replacing("\n", with: " ")
    }
    return (lines.joined(separator: "\n") + "\n", table.firstRow)
  }
}

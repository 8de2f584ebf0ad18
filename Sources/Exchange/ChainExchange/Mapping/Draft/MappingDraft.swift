public import Bilingual
public import ChainModel
import Diagnostics
import YAML

/// A mapping to begin with: every label and column of the files, with guesses at what they mean.
struct MappingDraft {
  private let tables: [RecordTable]
  private let words: GuessedWords
  private let language: Language
  private let form: ForeignGraph.Form
  private var lines: [String] = []
  private var names: [String: Int] = [:]
  /// The entity that edges of a table most likely lead to, and the column that is its key.
  private var listed: (entity: String, key: String)?

  init(_ foreign: ForeignGraph, date: CalendarDate, language: Language) {
    tables = foreign.files.flatMap(\.tables).filter { $0.count > 0 }
    words = GuessedWords(ontology: foreign.ontology)
    self.language = language
    form = foreign.form
    writeHead(date)
    // What edges lead to is named before they are.
    let edgeTables = tables.filter { $0.form == .rows && isEdgeList($0) }
    for table in tables where !edgeTables.contains(where: { $0.path == table.path }) {
      switch table.form {
      case .rows: writeRows(table)
      case .nodes: writeNodes(table)
      case .edges: writeEdges(table)
      }
    }
    for table in edgeTables { writeEdgeList(table) }
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  private func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }

  private mutating func add(_ indent: Int, _ line: String) {
    lines.append(String(repeating: "  ", count: indent) + line)
  }

  private static func scalar(_ text: String) -> String {
    // A structural column is plain to YAML and to people.
    text.hasPrefix("$") && text.dropFirst().allSatisfy(\.isLetter)
      ? text : YAMLText.scalar(text, .usual)
  }

  /// A text within a comment: on one line, and not too long for one.
  private static func shown(_ text: String) -> String {
    let line = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }
      .joined()
    return line.count > 30 ? String(line.prefix(30)) + "…" : line
  }

  /// A name for an entity or a relation that no other has.
  private mutating func name(_ word: String) -> String {
    let number = (names[word] ?? 0) + 1
    names[word] = number
    return number == 1 ? word : "\(word)_\(number)"
  }

  // MARK: The whole

  private mutating func writeHead(_ date: CalendarDate) {
    let files = tables.map(\.fileName).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let stem = files.first.map { name in
      name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
    add(
      0,
      say(
        "# 映射草稿：由文件中的标签和列猜出，请逐行核对。",
        "# A draft: guesses from the labels and columns of the files. Look at every line."
      )
    )
    add(
      0,
      say(
        "# kind 是类别，relation 是关系；没有猜出的写在注释里。改好后：",
        "# What was not guessed stands in comments. When it is right:"
      )
    )
    add(
      0,
      "#   liantu import \(form.rawValue) … --mapping mapping.yaml -o "
        + say("文件夹", "folder")
    )
    add(0, "dataset:")
    add(1, "title: " + Self.scalar(stem.flatMap { $0.isEmpty ? nil : $0 } ?? say("标题", "title")))
    add(
      1,
      "jurisdiction: " + say("待填", "unknown") + say("  # 所属地区", "  # the region that it is about")
    )
    add(1, "language: \(language.rawValue)")
    add(1, "date: \(date)" + say("  # 资料所述的日期", "  # the day on which the facts stood so"))
    if let file = files.first {
      add(1, "documents: [\(Self.scalar(file))]" + say("  # 可引用的文件", "  # what facts may cite"))
    }
    add(
      0,
      say(
        "basis: industry-knowledge  # 或 source: {column: 出处所在的列}",
        "basis: industry-knowledge  # or source: {column: …}, a column that says where a fact stands"
      )
    )
    add(0, tables.isEmpty ? "queries: []" : "queries:")
  }

  private mutating func beginQuery(_ table: RecordTable) {
    let isOne = Set(tables.map(\.path)).count == 1
    let file = (form == .csv ? "csv_url: " : "file: ") + Self.scalar(table.fileName)
    let form = table.form == .rows ? [] : ["records: \(table.form.rawValue)"]
    let fields = (isOne && table.form != .rows ? [] : [file]) + form
    for (number, field) in fields.enumerated() { add(1, (number == 0 ? "- " : "  ") + field) }
  }

  // MARK: Nodes

  private mutating func writeNodes(_ table: RecordTable) {
    let columns = ColumnDigest.all(of: table)
    beginQuery(table)
    add(2, "entities:")
    guard let sort = sort(of: columns, table) else {
      let kind = words.kind(table.fileName)
      writeEntity(columns, table, kind, filter: nil, count: table.count)
      return
    }
    for (value, count) in sort.values {
      writeEntity(columns, table, words.kind(value), filter: (sort.name, value), count: count)
    }
  }

  /// The column that tells what sorts of records there are.
  private func sort(of columns: [ColumnDigest], _ table: RecordTable) -> ColumnDigest? {
    let fit = columns.filter { !$0.isCut && $0.count * 2 >= table.count && $0.values.count > 0 }
    let structural = [StructuralColumn.relation, StructuralColumn.label]
    if table.form == .edges,
      let found = fit.first(where: { structural.contains($0.name) })
    {
      return found
    }
    return GuessedWords.sorts.lazy.compactMap { word in
      fit.first { NameKey($0.name).text == word }
    }.first
  }

  private mutating func writeEntity(
    _ columns: [ColumnDigest],
    _ table: RecordTable,
    _ guess: NodeKind?,
    filter: (column: String, value: String)?,
    count: Int,
    key: String? = nil
  ) {
    let kind = words.ontology[guess ?? .segment] ?? words.ontology.kinds[0]
    let name = name(kind.kind.name)
    if listed == nil, let key { listed = (name, key) }
    add(3, "\(name):" + say("  # \(count) 个", "  # \(count) of them"))
    let doubt = guess == nil ? say("  # 猜不出，请改", "  # no guess; please change it") : ""
    add(4, "kind: \(kind.kind.name)" + doubt)
    if let key { add(4, "keys: [\(Self.scalar(key))]") }
    if let filter {
      add(4, "filters: {\(Self.scalar(filter.column)): \(Self.scalar(filter.value))}")
    }
    add(4, "properties:")
    let names = columns.map(\.name)
    let title = words.name(among: names) ?? names.first ?? StructuralColumn.id
    add(5, "name: {column: \(Self.scalar(title))}")
    var used = [title, filter?.column, key].compactMap { $0 }
    for column in columns where !used.contains(column.name) {
      guard let attribute = words.attribute(column.name, of: kind) else { continue }
      used.append(column.name)
      add(5, property(attribute, column))
    }
    for column in columns where !used.contains(column.name) && !column.name.hasPrefix("$") {
      add(5, "# ?: {column: \(Self.scalar(column.name))}  # " + digest(column))
    }
  }

  private func property(_ attribute: AttributeDefinition, _ column: ColumnDigest) -> String {
    var fields = "column: \(Self.scalar(column.name))"
    // A bare number wants a unit, which nobody can guess.
    let isBare = column.values.contains { Double($0.text) != nil }
    if attribute.type == .quantity, isBare {
      return "# \(attribute.name.name): {\(fields), unit: …}  # " + digest(column)
    }
    if case .option(let options) = attribute.type, !column.isCut {
      let known = options.flatMap { [$0.key, $0.label.zh, $0.label.en] }
      let strange = column.values.map(\.text).filter { !known.contains($0) }
      if !strange.isEmpty {
        let pairs = strange.map { "\(Self.scalar($0)): \"\"" }.joined(separator: ", ")
        fields += ", values: {\(pairs)}"
      }
    }
    if case .flag = attribute.type {
      let pairs = column.values.map(\.text).compactMap { word in
        Self.flags[word].map { "\(Self.scalar(word)): \"\($0)\"" }
      }
      if !pairs.isEmpty { fields += ", values: {\(pairs.joined(separator: ", "))}" }
    }
    return "\(attribute.name.name): {\(fields)}"
  }

  /// What people write for yes and no.
  private static let flags = [
    "是": "true", "否": "false", "有": "true", "无": "false", "yes": "true", "no": "false",
    "Yes": "true", "No": "false", "Y": "true", "N": "false", "1": "true", "0": "false",
  ]

  private func digest(_ column: ColumnDigest) -> String {
    let samples = column.values.prefix(3).map { Self.shown($0.text) }
    return say(
      "\(column.count) 个值，如 \(samples.joined(separator: "、"))",
      "\(column.count) \(column.count == 1 ? "value" : "values"), such as \(samples.joined(separator: ", "))"
    )
  }

  // MARK: Edges

  private mutating func writeEdges(_ table: RecordTable) {
    let columns = ColumnDigest.all(of: table)
    beginQuery(table)
    add(2, "relations:")
    let isUndirected = columns.contains { $0.name == StructuralColumn.directed }
    writeRelations(columns, table, isUndirected: isUndirected, ends: [])
  }

  private mutating func writeRelations(
    _ columns: [ColumnDigest],
    _ table: RecordTable,
    isUndirected: Bool,
    ends: [String]
  ) {
    let sort = sort(of: columns, table)
    let sorts = sort.map { $0.values.map { (Optional($0.text), $0.count) } } ?? [(nil, table.count)]
    for (value, count) in sorts {
      let guess = value.flatMap { words.relation($0) }
      let relation = guess?.relation ?? words.ontology.relations[0].kind
      add(3, "\(name(relation.name)):" + say("  # \(count) 条", "  # \(count) of them"))
      let doubt = guess == nil ? say("  # 猜不出，请改", "  # no guess; please change it") : ""
      add(4, "relation: \(relation.name)" + doubt)
      if guess?.isInverse == true { add(4, "inverse: true") }
      if let sort, let value {
        add(4, "filters: {\(Self.scalar(sort.name)): \(Self.scalar(value))}")
      }
      if isUndirected {
        add(4, "undirected: as-drawn" + say("  # 有的边没有方向", "  # some edges have no direction"))
      }
      for end in ends { add(4, end) }
    }
    let used = [sort?.name].compactMap { $0 }
    for column in columns where !used.contains(column.name) && !column.name.hasPrefix("$") {
      if ends.contains(where: { $0.contains(Self.scalar(column.name)) }) { continue }
      add(4, "# ?: {column: \(Self.scalar(column.name))}  # " + digest(column))
    }
  }

  // MARK: Tables

  private func isEdgeList(_ table: RecordTable) -> Bool {
    words.ends(among: table.columns) != nil
  }

  private mutating func writeRows(_ table: RecordTable) {
    let columns = ColumnDigest.all(of: table)
    beginQuery(table)
    add(2, "entities:")
    let names = columns.map(\.name)
    let stem = table.fileName.lastIndex(of: ".").map { String(table.fileName[..<$0]) } ?? ""
    let guess = words.kind(stem) ?? words.name(among: names).flatMap { words.kind($0) }
    writeEntity(
      columns,
      table,
      guess,
      filter: nil,
      count: table.count,
      key: words.key(among: names)
    )
  }

  private mutating func writeEdgeList(_ table: RecordTable) {
    guard let ends = words.ends(among: table.columns) else { return }
    let columns = ColumnDigest.all(of: table)
    beginQuery(table)
    var references: [String] = []
    if let listed {
      references = [
        "from: {entity: \(listed.entity), column: \(Self.scalar(ends.source))}",
        "to: {entity: \(listed.entity), column: \(Self.scalar(ends.target))}",
      ]
    } else {
      add(2, "entities:")
      for (field, column) in [("from", ends.source), ("to", ends.target)] {
        let entity = name(field)
        add(3, "\(entity):")
        let guess = words.kind(column)
        let doubt = guess == nil ? say("  # 猜不出，请改", "  # no guess; please change it") : ""
        add(4, "kind: \((guess ?? .segment).name)" + doubt)
        add(4, "properties: {name: {column: \(Self.scalar(column))}}")
        references.append("\(field): {entity: \(entity)}")
      }
    }
    add(2, "relations:")
    let rest = columns.filter { ![ends.source, ends.target].contains($0.name) }
    writeRelations(rest, table, isUndirected: false, ends: references)
  }
}

extension ForeignGraph {
  /// A mapping to begin with: every label and column of the files, with guesses at what they mean and
  /// comments where there is none.
  ///
  /// - Parameters:
  ///   - date: the day that it gives the data set.
  ///   - language: of its comments.
  public func mappingDraft(date: CalendarDate, language: Language) -> String {
    MappingDraft(self, date: date, language: language).text
  }
}

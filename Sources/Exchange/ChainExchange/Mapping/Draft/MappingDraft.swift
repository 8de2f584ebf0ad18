public import Bilingual
public import ChainModel
import Diagnostics
import YAML

/// A mapping to begin with: every label and column of the files, with guesses at what they mean.
struct MappingDraft {
  let tables: [RecordTable]
  let words: GuessedWords
  let language: Language
  let form: ForeignGraph.Form
  var lines: [String] = []
  var names: [String: Int] = [:]
  var drafted = DraftedKinds()
  /// The entity that edges of a table most likely lead to, and the column that is its key.
  var listed: (entity: String, key: String)?

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

  func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }

  mutating func add(_ indent: Int, _ line: String) {
    lines.append(String(repeating: "  ", count: indent) + line)
  }

  static func scalar(_ text: String) -> String {
    // A structural column is plain to YAML and to people.
    text.hasPrefix("$") && text.dropFirst().allSatisfy(\.isLetter)
      ? text : YAMLText.scalar(text, .usual)
  }

  /// A text within a comment: on one line, and not too long for one.
  static func shown(_ text: String) -> String {
    let line = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }
      .joined()
    return line.count > 30 ? String(line.prefix(30)) + "…" : line
  }

  /// A name for an entity or a relation that no other has.
  mutating func name(_ word: String) -> String {
    let number = (names[word] ?? 0) + 1
    names[word] = number
    return number == 1 ? word : "\(word)_\(number)"
  }

  // MARK: The whole

  mutating func writeHead(_ date: CalendarDate) {
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
        "# kind 是类别，relation 是关系；猜的注明由哪个词猜出，猜不出的注明请改，其余的列写在注释里。改好后：",
        "# Guesses say from what, places to fill in say so, other columns stand in comments. Then:"
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

  mutating func beginQuery(_ table: RecordTable) {
    let isOne = Set(tables.map(\.path)).count == 1
    let file = (form == .csv ? "csv_url: " : "file: ") + Self.scalar(table.fileName)
    let form = table.form == .rows ? [] : ["records: \(table.form.rawValue)"]
    let fields = (isOne && table.form != .rows ? [] : [file]) + form
    for (number, field) in fields.enumerated() { add(1, (number == 0 ? "- " : "  ") + field) }
  }

  // MARK: Nodes

  mutating func writeNodes(_ table: RecordTable) {
    beginQuery(table)
    add(2, "entities:")
    let columns = ColumnDigest.all(of: table)
    writeSorts(columns, table, GuessedWords.sorts, words.kind(table.fileName), key: nil)
  }

  /// Writes an entity for each sort of records that a column tells apart, and one for those of which
  /// it says nothing.
  mutating func writeSorts(
    _ columns: [ColumnDigest],
    _ table: RecordTable,
    _ names: [String],
    _ guess: GuessedWords.Guess<NodeKind>?,
    key: String?
  ) {
    let sort = sort(of: columns, table, names)
    let words = words
    drafted.add(table, by: sort?.name) { word in
      (sort == nil ? guess : words.kind(word))?.meaning ?? .segment
    }
    guard let sort else {
      return writeEntity(columns, table, guess, filter: nil, count: table.count, key: key)
    }
    let groups = ColumnDigest.groups(of: table, by: sort.name)
    for (value, count) in sort.values {
      let columns = groups[value] ?? []
      let guess = words.kind(value)
      writeEntity(columns, table, guess, filter: (sort.name, value), count: count, key: key)
    }
    let rest = table.records(without: sort.name)
    guard rest > 0 else { return }
    writeEntity(groups[""] ?? [], table, nil, filter: (sort.name, ""), count: rest, key: key)
  }

  /// The column that tells what sorts of records there are: one that most records have, else one
  /// that some have.
  func sort(
    of columns: [ColumnDigest],
    _ table: RecordTable,
    _ names: [String]
  ) -> ColumnDigest? {
    let told = columns.filter { !$0.isCut && $0.values.count > 0 }
    let common = told.filter { $0.count * 2 >= table.count }
    for fit in [common, told] {
      let structural = [StructuralColumn.relation, StructuralColumn.label]
      if table.form == .edges,
        let found = structural.lazy.compactMap({ name in fit.first { $0.name == name } }).first
      {
        return found
      }
      let named = names.lazy.compactMap { word in
        fit.first { GuessedWords.squeezed($0.name) == word && !$0.name.hasPrefix("$") }
      }
      if let found = named.first { return found }
    }
    return nil
  }

  mutating func writeEntity(
    _ columns: [ColumnDigest],
    _ table: RecordTable,
    _ guess: GuessedWords.Guess<NodeKind>?,
    filter: (column: String, value: String)?,
    count: Int,
    key: String?
  ) {
    let kind = words.ontology[guess?.meaning ?? .segment] ?? words.ontology.kinds[0]
    let name = name(kind.kind.name)
    if listed == nil, let key { listed = (name, key) }
    add(3, "\(name):" + say("  # \(count) 个", "  # \(count) of them"))
    add(4, "kind: \(kind.kind.name)" + doubt(guess != nil, guess?.from))
    if let key { add(4, "keys: [\(Self.scalar(key))]") }
    if let filter {
      add(4, "filters: {\(Self.scalar(filter.column)): \(Self.scalar(filter.value))}")
    }
    add(4, "properties:")
    let names = columns.map(\.name)
    let title = words.name(among: names) ?? names.first ?? StructuralColumn.id
    add(5, "name: {column: \(Self.scalar(title))}")
    var used = [title, filter?.column, key].compactMap { $0 }
    let isPart = words.ontology[RelationKind("partOf")]?.sources.contains(kind.kind) == true
    if isPart, names.contains(StructuralColumn.parent) {
      let why = say("  # 画在其中的节点", "  # the node that it is drawn inside")
      add(5, "partOf: {column: \(StructuralColumn.parent)}" + why)
    }
    for column in columns where !used.contains(column.name) {
      guard let attribute = words.attribute(column.name, of: kind) else { continue }
      used.append(column.name)
      add(5, property(attribute, column))
    }
    for column in columns where !used.contains(column.name) && !column.name.hasPrefix("$") {
      let isParent = isPart && GuessedWords.isParent(column.name)
      let field = isParent ? "partOf" : "?"
      add(5, "# \(field): {column: \(Self.scalar(column.name))}  # " + digest(column))
    }
  }

  /// What is said of a line that is not sure.
  func doubt(_ isGuessed: Bool, _ word: String?) -> String {
    guard isGuessed else { return say("  # 猜不出，请改", "  # no guess; please change it") }
    guard let word else { return "" }
    let shown = Self.shown(word)
    return say("  # 由“\(shown)”猜出", "  # guessed from '\(shown)'")
  }

  func property(_ attribute: AttributeDefinition, _ column: ColumnDigest) -> String {
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

  func digest(_ column: ColumnDigest) -> String {
    let samples = column.values.prefix(3).map { Self.shown($0.text) }
    return say(
      "\(column.count) 个值，如 \(samples.joined(separator: "、"))",
      "\(column.count) \(column.count == 1 ? "value" : "values"), such as \(samples.joined(separator: ", "))"
    )
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

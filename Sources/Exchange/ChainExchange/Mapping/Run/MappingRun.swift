import ChainFiles
import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// Makes nodes and relations of records, in two rounds as data files are read: all nodes first, then
/// what relates them.
struct MappingRun {
  let ontology: Ontology
  let mapping: ImportMapping
  let tables: [RecordTable]
  /// The text of each table's file.
  let sources: [SourceText]
  var log: FaultLog
  var summary = ImportSummary()

  var found: [FoundEntity] = []
  var keys = KeyRegistry()
  /// What stands for nothing in each table; `nil` where every text stands for itself.
  let emptyWords: [EmptyWordCounts]?
  /// The nodes that files of graphs hold, taken or not.
  var drawnNodes: DrawnNodes
  /// What is left out with a count where it would be a fault.
  var tolerance: ForeignGraph.Tolerance = []
  /// In the order in which the builder was given the relations.
  var relationPlaces: [(place: RecordPlace, name: String)] = []
  /// The relations of which an edge without a direction was told.
  var reportedUndirected: Set<String> = []
  /// Names in which lines were joined, in each table: how many, and the first.
  var joinedNames: [Int: (count: Int, place: BytePlace)] = [:]
  /// The edge whose missing end was told last: several relations may be made of it.
  var reportedEnd: (table: Int, record: Int)?
  let suggestions = SuggestionBudget()

  init(_ mapping: ImportMapping, _ ontology: Ontology, _ files: [RecordSource], log: FaultLog) {
    self.mapping = mapping
    self.ontology = ontology
    self.log = log
    let tables = files.flatMap(\.tables).map { $0.keeping(mapping.keptRows) }
    self.tables = tables
    // What we wrote ourselves means what it says.
    let words = EmptyWords(kept: mapping.keptWords)
    emptyWords = mapping.isLenient ? nil : tables.map { _ in EmptyWordCounts(words) }
    drawnNodes = DrawnNodes(tables)
    sources = files.flatMap { file in file.tables.map { _ in file.source } }
  }

  func location(_ place: RecordPlace) -> Diagnostic.Location {
    place.place.location(in: sources[place.table])
  }

  /// Where a text stands: in the data, or in the mapping.
  func location(
    _ text: RecordText,
    of mapping: TextMapping,
    _ record: Record,
    _ table: Int
  ) -> Diagnostic.Location {
    if text.place == nil, let place = mapping.place { return place }
    return location(RecordPlace(table: table, place: text.place ?? record.place))
  }

  func record(_ index: Int, of table: Int) -> Record {
    Record(table: tables[table], index: index, emptyWords: emptyWords?[table])
  }

  /// Warns of what stood for nothing and of names on several lines, once everything was read.
  mutating func reportTexts() {
    for (table, counts) in (emptyWords ?? []).enumerated() {
      guard let first = counts.first else { continue }
      let place = RecordPlace(table: table, place: first)
      log.report(.emptyWords(counts.counts, at: location(place)))
    }
    for (table, joined) in joinedNames.sorted(by: { $0.key < $1.key }) {
      let place = RecordPlace(table: table, place: joined.place)
      log.report(.joinedNames(joined.count, at: location(place)))
    }
  }

  // MARK: First round: nodes

  mutating func gather() {
    for number in tables.indices {
      let table = tables[number]
      let queries = mapping.queries.filter { $0.reads(table) }
      var records = ImportSummary.Records(
        path: table.path,
        noun: table.form.noun,
        total: table.count,
        asides: table.asides.count
      )
      var unmapped = UnmappedRecords(queries)
      if table.form == .nodes, let column = table.column(StructuralColumn.id) {
        for index in 0..<table.count {
          let id = table.cells(of: index).first { $0.column == UInt32(column) }
          if let id { drawnNodes.draw(table.text(id)) }
        }
      }
      for index in 0..<table.count {
        guard log.hasRoom else { return log.cut() }
        let record = record(index, of: number)
        var isTaken = false
        for query in queries where record.passes(query.filter, in: sources[number]) {
          if query.isIgnored {
            records.ignored += isTaken ? 0 : 1
            isTaken = true
            continue
          }
          for entity in query.entities {
            guard record.passes(entity.filter, in: sources[number]) else { continue }
            isTaken = true
            take(entity, of: record, number, query.origin)
          }
          isTaken =
            isTaken
            || query.relations.contains { relation in
              relation.owner == nil && record.passes(relation.filter, in: sources[number])
            }
        }
        guard !isTaken else { continue }
        records.unmapped += 1
        unmapped.add(record, in: sources[number])
      }
      if table.count > 0 { summary.records.append(records) }
      for group in unmapped.groups {
        log.report(
          .unmappedRecords(
            group.label,
            count: group.count,
            form: table.form,
            at: location(RecordPlace(table: number, place: group.place))
          )
        )
      }
    }
  }

  /// The things that a record stands for by one mapping, with the key of each; `nil` for a key when
  /// the record has nothing for it.
  func instances(
    of entity: EntityMapping,
    _ record: Record,
    _ table: Int
  ) -> [(key: String?, record: Record)] {
    let source = sources[table]
    guard record.passes(entity.filter, in: source) else { return [] }
    guard let each = entity.each else { return [(key(of: entity, record, source), record)] }
    return each.texts(of: record, in: source).map { item in
      var part = record
      part.item = item
      return (key(of: entity, part, source), part)
    }
  }

  private func key(of entity: EntityMapping, _ record: Record, _ source: SourceText) -> String? {
    var columns = entity.keys.map(\.text)
    if columns.isEmpty, record.table.form == .nodes, entity.each == nil {
      columns = [StructuralColumn.id]
    }
    if columns.isEmpty {
      guard let name = entity.title.texts(of: record, in: source).first else { return nil }
      return KeyRegistry.key(entity.keyLiteral, [NameKey(name.text).text])
    }
    let parts = columns.map { column in
      record.texts(column, in: source)
        .filter { StructuralColumn.identities.contains(column) || !record.isEmpty($0) }
        .map(\.text).joined(separator: "\u{1}")
    }
    guard parts.contains(where: { !$0.isEmpty }) else { return nil }
    return KeyRegistry.key(entity.keyLiteral, parts)
  }

  private mutating func take(
    _ entity: EntityMapping,
    of record: Record,
    _ table: Int,
    _ general: OriginMapping
  ) {
    for (key, record) in instances(of: entity, record, table) {
      guard log.hasRoom else { return log.cut() }
      guard let key, hasRequired(entity, record, table) else {
        summary.addIncomplete(entity.name.text)
        continue
      }
      let known = keys[key].first { found[$0].kind.kind == entity.kind.kind }
      // The identity of a drawn node stands for one thing alone.
      if known == nil, record.table.form == .nodes, entity.each == nil, entity.keys.isEmpty,
        let other = keys[key].first
      {
        log.report(
          .conflictingKind(
            entity.kind.kind.name,
            other: found[other].kind.kind.name,
            first: location(found[other].place).text,
            at: location(RecordPlace(table: table, place: record.place))
          )
        )
        continue
      }
      if let taken = take(entity, record, table, general, key, known) {
        note(taken, entity, record, table)
      }
    }
  }

  /// Notes of what a drawn node became, since edges speak of it by its identity.
  private mutating func note(
    _ taken: Int,
    _ entity: EntityMapping,
    _ record: Record,
    _ table: Int
  ) {
    guard record.table.form == .nodes,
      let id = record.texts(StructuralColumn.id, in: sources[table]).first?.text
    else { return }
    guard entity.each == nil else { return drawnNodes.takeList(id) }
    let keys = entity.keys.map(\.text)
    drawnNodes.take(
      DrawnNodes.Taken(entity: taken, isItself: keys.isEmpty || keys == [StructuralColumn.id]),
      id: id,
      table: table,
      graph: record.texts(StructuralColumn.graph, in: sources[table]).first?.text ?? ""
    )
  }

  private func hasRequired(_ entity: EntityMapping, _ record: Record, _ table: Int) -> Bool {
    let texts = [entity.title, entity.id, entity.aliases].compactMap { $0 }
    return (texts + entity.attributes.map(\.text)).allSatisfy { text in
      !text.isRequired || !text.texts(of: record, in: sources[table]).isEmpty
    }
  }

  /// The number of what was found; `nil` and a report where it is faulty.
  private mutating func take(
    _ entity: EntityMapping,
    _ record: Record,
    _ table: Int,
    _ general: OriginMapping,
    _ key: String,
    _ known: Int?
  ) -> Int? {
    let source = sources[table]
    let names = entity.title.texts(of: record, in: source)
    let place = RecordPlace(table: table, place: names.first?.place ?? record.place)
    guard let first = names.first else {
      log.report(.emptyName(entity.name.text, at: location(place)))
      return nil
    }
    if !entity.title.split.isEmpty, names.count > 1 {
      summary.addAliases(names.count - 1, of: entity.name.text)
    }
    let spellings = (names + (entity.aliases?.texts(of: record, in: source) ?? [])).map {
      RecordText(text: $0.text.onOneLine, place: $0.place)
    }
    for text in names where text.text.contains(where: \.isNewline) {
      let first = joinedNames[table]
      joinedNames[table] = ((first?.count ?? 0) + 1, first?.place ?? place.place)
    }
    for spelling in spellings where !spelling.text.isPrintable {
      log.report(.unprintable(at: location(spelling, of: entity.title, record, table)))
      return nil
    }
    let name = spellings[0].text
    var attributes: [(name: AttributeName, value: AttributeValue)] = []
    for (definition, text) in entity.attributes {
      if let value = value(definition, text, record, table) {
        attributes.append((definition.name, value))
      }
    }
    let aliases = spellings.dropFirst().map(\.text).filter { $0 != name }
    guard let known else {
      let id = entity.id?.texts(of: record, in: source).first?.text
      // What an identity is anyway need not be said.
      let usual = "\(entity.kind.kind.name):\(name)"
      keys.add(found.count, key: key)
      found.append(
        FoundEntity(
          kind: entity.kind,
          name: name,
          id: id == usual ? nil : id,
          aliases: aliases.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
          attributes: attributes,
          place: place,
          origin: origin([entity.origin, general, mapping.origin], record, table)
        )
      )
      return found.count - 1
    }
    let at = location(first, of: entity.title, record, table)
    if found[known].name != name {
      let label = BilingualText(zh: "名称", en: "name")
      log.report(
        .conflictingValue(of: label, first: location(found[known].place).text, at: at)
      )
    }
    for alias in aliases where !found[known].aliases.contains(alias) {
      found[known].aliases.append(alias)
    }
    for (name, value) in attributes { merge(value, name, into: known, at: at) }
    return known
  }

  private mutating func merge(
    _ value: AttributeValue,
    _ name: AttributeName,
    into known: Int,
    at place: Diagnostic.Location
  ) {
    guard let position = found[known].attributes.firstIndex(where: { $0.name == name }) else {
      found[known].attributes.append((name, value))
      return
    }
    let old = found[known].attributes[position].value
    guard old != value else { return }
    if case .list(let olds) = old, case .list(let news) = value {
      let all = olds + news.filter { !olds.contains($0) }
      found[known].attributes[position].value = .list(all)
      return
    }
    let label = found[known].kind.attributes.first { $0.name == name }?.label
    log.report(
      .conflictingValue(
        of: label ?? BilingualText(same: name.name),
        first: location(found[known].place).text,
        at: place
      )
    )
  }
}

extension String {
  /// The text with its line ends as blanks; none where letters need no blanks between them.
  var onOneLine: String {
    guard unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" || $0 == "\t" }) else {
      return self
    }
    let lines = split { $0.isNewline || $0 == "\t" }.map { String($0).trimmingSpace() }
      .filter { !$0.isEmpty }
    return lines.dropFirst().reduce(lines.first ?? "") { text, line in
      let isTight = [text.unicodeScalars.last, line.unicodeScalars.first].allSatisfy {
        $0.map { $0.value >= 0x2E80 } ?? true
      }
      return text + (isTight ? "" : " ") + line
    }
  }

  var isPrintable: Bool {
    var text = self
    return text.withUTF8 { Printable.isPrintable($0) }
  }
}

import ChainFiles
import Bilingual
import ChainModel
import GraphKernel

/// A data set as sheets: one on the whole, one for each kind, one for the queries, and one for what
/// it adds to the vocabulary.
struct DatasetSheets {
  private let dataset: Dataset
  private let language: Language
  private let naming: SheetNaming
  private let cells: ListCellWriter

  private var graph: ChainGraph { dataset.graph }

  init(_ dataset: Dataset, language: Language) {
    self.dataset = dataset
    self.language = language
    naming = SheetNaming(dataset.graph.ontology, language: language)
    cells = ListCellWriter(
      graph: dataset.graph,
      document: dataset.documents.first,
      language: language
    )
  }

  /// The sheets that people see, left to right, the first with the fingerprint of the data set.
  func sheets() throws(DatasetWorkbookFailure) -> [SheetDraft] {
    try sheets(with: try ExportedState(of: dataset).fingerprint)
  }

  /// The sheets that people see, left to right, the first with a fingerprint.
  func sheets(with fingerprint: Fingerprint) throws(DatasetWorkbookFailure) -> [SheetDraft] {
    var sheets = try contents()
    sheets[0].rows.append([WholeSheets.manifestLines.last?.label[language] ?? "", fingerprint.text])
    try checkTexts()
    for sheet in sheets { try check(sheet) }
    return sheets
  }

  /// The sheets without a fingerprint. Kinds without nodes have theirs too, for whoever has one to
  /// add; but chains and what they cite belong to no city, which nobody adds to a city's workbook.
  func contents() throws(DatasetWorkbookFailure) -> [SheetDraft] {
    var sheets = [manifest()]
    for kind in graph.ontology.kinds {
      let isOfLibrary = kind.kind == .chain || kind.kind == .reference
      if isOfLibrary, graph.nodes(of: kind.kind).isEmpty { continue }
      sheets.append(sheet(of: kind))
    }
    sheets.append(queries())
    if let vocabulary = try vocabulary() { sheets.append(vocabulary) }
    return sheets
  }

  private func check(_ sheet: SheetDraft) throws(DatasetWorkbookFailure) {
    for row in sheet.rows {
      for (column, text) in zip(sheet.columns, row) where text.utf16.count > 32_767 {
        throw .longText(sheet: sheet.name, row: row[0], column: column.heading)
      }
    }
  }

  /// Refuses texts that a cell would give back otherwise. Names hold no such characters.
  private func checkTexts() throws(DatasetWorkbookFailure) {
    for node in graph.nodes {
      for (definition, value) in graph.attributes(of: node) where !value.survivesCell {
        throw .controlCharacter(
          sheet: naming.name(of: .kind(graph.kind(of: node)), in: language),
          row: graph.name(of: node),
          column: definition.label[language]
        )
      }
    }
  }

  // MARK: Kinds

  private func sheet(of kind: KindDefinition) -> SheetDraft {
    let columns = SheetColumns(of: kind, in: graph.ontology)
    let written = columns.written(of: graph)
    let rows = graph.nodes(of: kind.kind).map { node in
      written.map { text(of: columns.columns[$0].meaning, node) } + [RowMark(node, graph).text]
    }
    let mark = SheetDraft.Column(
      heading: columns.markHeading(in: language),
      note: WholeSheets.markNote[language],
      isHidden: true
    )
    let notes = ColumnNotes(columns: columns, written: written, graph: graph, language: language)
    return SheetDraft(
      name: naming.name(of: .kind(kind.kind), in: language),
      columns: written.enumerated().map { place, position in
        SheetDraft.Column(
          heading: columns.heading(of: position, in: language),
          note: notes.note(
            on: position,
            example: rows.lazy.map { $0[place] }.first { !$0.isEmpty }
          ),
          choices: choices(of: columns.columns[position].meaning),
          isNumber: columns.columns[position].isNumber
        )
      } + [mark],
      rows: rows
    )
  }

  private func text(of meaning: EntrySchema.Meaning, _ node: NodeIndex) -> String {
    switch meaning {
    case .name: return graph.name(of: node).asCellText()
    case .aliases: return cells.list(graph.aliases(of: node))
    case .attribute(let definition):
      return graph.attribute(definition.name, of: node).map { text(of: $0, definition) } ?? ""
    case .relation(let relation, let end):
      return cells.list(
        graph.relations(of: node, at: end, relation.kind),
        of: relation,
        at: end,
        origin: graph.origin(of: node)
      )
    case .source:
      let origin = graph.origin(of: node)
      return origin.document == nil ? "" : cells.text(of: origin, isInside: false)
    case .basis: return ListCellWriter.word(for: graph.origin(of: node).basis, in: language)
    case .id:
      let id = graph.id(of: node)
      let isUsual = id == "\(graph.kind(of: node).name):\(graph.name(of: node))"
      return isUsual ? "" : id.asCellText()
    }
  }

  private func text(of value: AttributeValue, _ definition: AttributeDefinition) -> String {
    switch value {
    case .list(let values): cells.list(values.map { text(of: $0, definition) })
    case .option(let option): word(for: option, of: definition)
    case .flag(let flag): yesOrNo(flag)
    case .text, .integer, .quantity, .date: value.description(in: language).asCellText()
    }
  }

  private func yesOrNo(_ flag: Bool) -> String {
    AttributeValue.flag(flag).description(in: language)
  }

  /// The label of an option, or its key where the label would be read as another.
  private func word(for option: AttributeDefinition.Option, of definition: AttributeDefinition)
    -> String
  {
    guard case .option(let options) = definition.type else { return option.key }
    let words = [option.label[language], option.label.zh, option.label.en, option.key]
    return words.first { $0 == $0.asCellText() && options.option(called: $0) == option }
      ?? option.key
  }

  private func choices(of meaning: EntrySchema.Meaning) -> [String] {
    switch meaning {
    case .basis: return Basis.allCases.map { ListCellWriter.word(for: $0, in: language) }
    case .attribute(let definition) where !definition.isList:
      switch definition.type {
      case .flag: return [yesOrNo(true), yesOrNo(false)]
      case .option(let options): return options.map { word(for: $0, of: definition) }
      case .text, .integer, .quantity, .date: return []
      }
    default: return []
    }
  }

  // MARK: The whole

  private func manifest() -> SheetDraft {
    let contents = [
      dataset.title.zh, dataset.title.en, dataset.jurisdiction,
      WholeSheets.word(for: dataset.language), dataset.date.description,
      cells.list(documents: dataset.documents),
    ]
    return SheetDraft(
      name: naming.name(of: .manifest, in: language),
      columns: zip(WholeSheets.manifestColumns, WholeSheets.manifestNotes).map { column, note in
        SheetDraft.Column(heading: column[language], note: note[language])
      },
      rows: zip(WholeSheets.manifestLines, contents).map { line, content in
        [line.label[language], content.asCellText()]
      }
    )
  }

  private func queries() -> SheetDraft {
    SheetDraft(
      name: naming.name(of: .queries, in: language),
      columns: zip(WholeSheets.queryColumns, WholeSheets.queryNotes).map { column, note in
        SheetDraft.Column(heading: column[language], note: note[language])
      },
      rows: dataset.queries.map { query in
        [
          query.name, query.expression, query.description?.zh ?? "", query.description?.en ?? "",
        ].map { $0.asCellText() }
      }
    )
  }

  private func vocabulary() throws(DatasetWorkbookFailure) -> SheetDraft? {
    let written: String?
    do throws(WritingFault) {
      written = try OntologyWriter(graph.ontology).text()
    } catch { throw .vocabulary(error.message) }
    guard let text = written else { return nil }
    return SheetDraft(
      name: naming.name(of: .vocabulary, in: language),
      columns: [
        SheetDraft.Column(
          heading: WholeSheets.vocabularyColumns[0][language],
          note: WholeSheets.vocabularyNote[language]
        )
      ],
      rows: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { [String($0)] }
    )
  }
}

extension SheetColumns.Column {
  var isNumber: Bool {
    guard case .attribute(let definition) = meaning else { return false }
    return definition.type == .integer && !definition.isList
  }
}

extension AttributeValue {
  /// Whether a cell gives back every text of the value as it is, but for space at its ends.
  fileprivate var survivesCell: Bool {
    switch self {
    case .text(let text): text.trimmingSpace() == text.asCellText()
    case .list(let values): values.allSatisfy(\.survivesCell)
    case .integer, .quantity, .date, .option, .flag: true
    }
  }
}

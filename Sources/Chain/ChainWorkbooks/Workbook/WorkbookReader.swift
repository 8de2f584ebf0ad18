import ChainFiles
import Bilingual
import ChainModel
import Diagnostics

/// Reads a data set from the sheets of a workbook: each row becomes the entry that a file of YAML
/// would hold, and is read as one, so that every fault is the same.
struct WorkbookReader {
  private let path: String
  private let grids: [Grid]
  let text: GridText
  private var log: FaultLog
  private var vocabularyFaults: [Diagnostic] = []
  /// What the first sheet says that the workbook was made from.
  private(set) var fingerprint: Fingerprint?
  /// What it was made from, where the workbook carries it whole.
  private(set) var exported: (fingerprint: Fingerprint, dataset: Dataset)?
  /// Where the rows and cells of nodes are.
  private(set) var places = WorkbookPlaces()

  init(_ grids: [Grid], path: String) {
    // A sheet of nothing is what programs put into a new workbook.
    self.grids = grids.filter { !$0.isEmpty || SheetNaming.special($0.name) != nil }
    self.path = path
    text = GridText(self.grids, path: path)
    log = FaultLog(path: path, cells: text.source)
  }

  mutating func read() -> Loaded {
    let ontology = readOntology()
    let manifestSheet = grids.firstIndex { SheetNaming.special($0.name) == .manifest }
    fingerprint = manifestSheet.flatMap { cells($0, .zh).fingerprint() }
    exported = grids.first { SheetNaming.special($0.name) == .exported }
      .flatMap { ExportedState.read($0, path: path) }
    // The language decides how messages name columns, so it is looked for first and quietly.
    let language = manifestSheet.flatMap { self.language(of: $0) } ?? .zh
    var root: EntryNode?
    if let manifestSheet {
      root = cells(manifestSheet, language).manifest(log: &log)
    } else {
      let name = SheetNaming(ontology, language: language)
      log.report(
        .missingSheet(
          BilingualText(
            zh: name.name(of: .manifest, in: .zh),
            en: name.name(of: .manifest, in: .en)
          ),
          path: path
        )
      )
    }

    var entries = EntryReader(ontology: ontology)
    let content = readSheets(ontology, language)
    entries.readNodes(of: content.root, isFile: false, log: &log)
    let (places, aliasPlaces) = (entries.places, entries.aliasPlaces)
    let manifest = root.flatMap {
      Manifest($0, needsDocuments: content.hasPlaces, log: &log)
    }
    let documents = manifest.map { entries.resolveDocuments($0.documents, log: &log) }
    if log.hasRoom { entries.readRelations(log: &log) }
    var graph: ChainGraph?
    // Without its relations' half, the graph would show faults that the data does not have.
    if !log.isCut { graph = entries.finish(log: &log) }

    let diagnostics = vocabularyFaults + log.diagnostics
    let dataset = manifest.flatMap {
      $0.dataset(documents: documents, graph: graph, queries: content.queries)
    }
    let isSound = !diagnostics.contains { $0.severity == .error }
    let whole = Diagnostic.Location(path: path, range: nil)
    return Loaded(
      dataset: isSound ? dataset : nil,
      diagnostics: diagnostics,
      sources: [path: text.source],
      aliases: aliasPlaces
    ) { places.indices.contains($0.position) ? places[$0.position] : whole }
  }

  private func cells(_ sheet: Int, _ language: Language) -> SheetCells {
    SheetCells(grid: grids[sheet], sheet: sheet, text: text, language: language)
  }

  private func language(of sheet: Int) -> Language? {
    var quiet = FaultLog(path: path)
    let root = cells(sheet, .zh).manifest(log: &quiet)
    return FieldReader(root, log: &quiet)?["language"]?.scalar.flatMap { Language(rawValue: $0) }
  }

  // MARK: Sheets

  private struct Content {
    var root: EntryNode
    var queries: [NamedQuery] = []
    /// Whether some place stands without its document.
    var hasPlaces = false
  }

  private mutating func readSheets(_ ontology: Ontology, _ language: Language) -> Content {
    let naming = SheetNaming(ontology, language: language)
    var pairs: [EntryNode.Pair] = []
    var queries: [NamedQuery] = []
    var seen: [SheetNaming.Sheet: String] = [:]
    let identities = identities(naming, ontology, language)
    for (number, grid) in grids.enumerated() {
      guard log.hasRoom else {
        log.cut()
        break
      }
      let cells = cells(number, language)
      let place = log.location(of: cells.range(0, 0))
      guard let sheet = naming.sheet(called: grid.name) else {
        // Programs keep the choices of their lists in such sheets.
        if grid.isHidden { continue }
        let names = naming.names(in: language, ontology)
        log.report(.unknownSheet(grid.name, names: names, at: place))
        continue
      }
      if let first = seen[sheet] {
        log.report(.duplicateSheet(grid.name, first: first, at: place))
        continue
      }
      seen[sheet] = grid.name
      switch sheet {
      case .manifest, .vocabulary, .exported: break
      case .queries:
        let root = cells.queries(log: &log)
        queries = QueryFileReader(source: text.source).queries(of: root, log: &log)
      case .kind(let kind):
        guard let definition = ontology[kind] else { continue }
        var reader = KindSheetReader(
          cells: cells,
          columns: SheetColumns(of: definition, in: ontology),
          identities: identities
        )
        let key = EntryNode(.scalar(kind.name), range: cells.range(0, 0))
        let entries = EntryNode(.sequence(reader.entries(log: &log)), range: key.range)
        pairs.append(EntryNode.Pair(key: key, value: entries))
        places.add(reader, sheet: number, of: kind)
      }
    }
    let start = SourceRange(start: SourcePosition(line: 1, column: 1))
    let root = EntryNode(.mapping(pairs), range: start)
    return Content(root: root, queries: queries, hasPlaces: Self.hasPlaces(root))
  }

  /// Whom the rows of all sheets are, found before any is read: references go to and fro.
  private func identities(
    _ naming: SheetNaming,
    _ ontology: Ontology,
    _ language: Language
  ) -> WorkbookIdentities {
    guard let exported else { return WorkbookIdentities() }
    let rows = ExportedRows(of: exported.dataset)
    var identities = WorkbookIdentities(exported: rows)
    for (number, grid) in grids.enumerated() {
      guard case .kind(let kind) = naming.sheet(called: grid.name), let definition = ontology[kind],
        identities.sheets[kind] == nil
      else { continue }
      let columns = SheetColumns(of: definition, in: ontology)
      let reader = KindSheetReader(cells: cells(number, language), columns: columns)
      identities.sheets[kind] = reader.rowIdentities(rows)
    }
    return identities
  }

  /// Whether an entry, or an item in it, states a place alone.
  private static func hasPlaces(_ node: EntryNode) -> Bool {
    switch node.content {
    case .scalar: false
    case .sequence(let items): items.contains(where: hasPlaces)
    case .mapping(let pairs):
      pairs.contains { pair in
        (pair.key.scalar == "source" && pair.value.scalar != nil) || hasPlaces(pair.value)
      }
    }
  }

  private mutating func readOntology() -> Ontology {
    guard let sheet = grids.firstIndex(where: { SheetNaming.special($0.name) == .vocabulary }),
      let (lines, firstRow) = cells(sheet, .zh).vocabulary(log: &log)
    else { return .builtIn }
    let (ontology, faults) = OntologyReader.read(
      Array(lines.utf8),
      path: path,
      extending: .builtIn
    )
    vocabularyFaults = faults.map { fault in
      guard let range = fault.location?.range else { return fault }
      let row = firstRow + range.start.line - 1
      let line = text.line(sheet: sheet, row: row, column: 0)
      let start = SourcePosition(line: line, column: range.start.column)
      let moved = SourceRange(start: start, length: range.length)
      return Diagnostic(
        fault.severity,
        code: fault.code,
        message: fault.message,
        help: fault.help,
        at: log.location(of: moved)
      )
    }
    return ontology
  }
}

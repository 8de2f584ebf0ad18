import CSVReading
import ChainModel
import SourceDiagnostics
import YAMLReading

/// What the columns of edges.csv are, and what its cells are looked up in.
struct EdgeColumns: Sendable {
  let source: Int
  let target: Int
  let type: Int
  let open: Int?
  let origin: OriginColumns
  let relations: WordTable
  let ontology: Ontology

  /// `nil` where a column is missing that a relation cannot be without; that is reported.
  init?(_ header: BulkHeader, _ ontology: Ontology, log: inout BulkFaultLog) {
    var reader = BulkHeaderReader(
      header,
      known: [":START_ID", ":END_ID", ":TYPE"] + OriginColumns.names + ["open:boolean"]
    )
    let source = reader.role("START_ID", &log)
    let target = reader.role("END_ID", &log)
    let type = reader.role("TYPE", &log)
    origin = OriginColumns(&reader, &log)
    open = reader.named("open", types: ["boolean"], &log)
    reader.finish(&log)
    guard let source, let target, let type else { return nil }
    self.source = source
    self.target = target
    self.type = type
    self.ontology = ontology
    relations = WordTable(ontology.relations.enumerated().map { ($1.kind.name, $0) })
  }
}

/// The nodes that relations speak of.
struct EdgeEnds: Sendable {
  let identities: TextColumn
  let index: TextIndex
  let kinds: NumberColumn<UInt16>
  let allowed: RelationEnds
  /// Whether an identity that is not there is a fault; it is not where nodes were lost to faults.
  let areComplete: Bool
  let suggestions: @Sendable () -> [String]
}

/// The relations of a chunk, in columns.
struct EdgeRows: BulkRows {
  private let columns: EdgeColumns
  private let ends: EdgeEnds
  private(set) var kinds: [UInt16] = []
  private(set) var sources: [UInt32] = []
  private(set) var targets: [UInt32] = []
  /// The origin of each relation, by the chunk's numbers; nothing without columns of origins.
  private(set) var origins: [UInt32] = []
  private(set) var citations = ChunkOrigins()
  private var finder: TextFinder

  init(_ columns: EdgeColumns, _ ends: EdgeEnds) {
    self.columns = columns
    self.ends = ends
    finder = TextFinder(ends.index, of: ends.identities)
  }

  mutating func take(
    _ block: borrowing CSVTokenizer,
    _ bytes: UnsafePointer<UInt8>,
    log: inout BulkFaultLog
  ) {
    let (width, count) = (block.columnCount, block.rowCount)
    block.withCells { cells in
      Self.find(columns.source, cells, width, count, bytes, &finder, into: &sources)
      Self.find(columns.target, cells, width, count, bytes, &finder, into: &targets)
      for row in 0..<count {
        let row = UnsafeBufferPointer(rebasing: cells[row * width..<(row + 1) * width])
        let place = kinds.count
        kinds.append(kind(row, bytes, from: sources[place], to: targets[place], &log))
        guard !columns.origin.isEmpty else { continue }
        origins.append(
          citations.number(
            columns.origin,
            bytes,
            row: row,
            subject: columns.type,
            log: &log
          )
        )
      }
    }
  }

  private static func find(
    _ column: Int,
    _ cells: UnsafeBufferPointer<CSVCell>,
    _ width: Int,
    _ count: Int,
    _ bytes: UnsafePointer<UInt8>,
    _ finder: inout TextFinder,
    into found: inout [UInt32]
  ) {
    withUnsafeTemporaryAllocation(of: UnsafeBufferPointer<UInt8>.self, capacity: count) { wanted in
      for row in 0..<count {
        wanted.initializeElement(at: row, to: cells[row * width + column].text(in: bytes))
      }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { entries in
        finder.find(UnsafeBufferPointer(wanted), into: entries)
        found.append(contentsOf: UnsafeBufferPointer(entries))
      }
    }
  }

  /// The kind of the relation in a row, with the mark of an open list.
  @inline(__always)
  private func kind(
    _ row: UnsafeBufferPointer<CSVCell>,
    _ bytes: UnsafePointer<UInt8>,
    from source: UInt32,
    to target: UInt32,
    _ log: inout BulkFaultLog
  ) -> UInt16 {
    let word = row[columns.type].text(in: bytes)
    let kind = columns.relations[word]
    let isFound = source != TextFinder.missing && target != TextFinder.missing
    if let kind, isFound,
      ends.allowed.allow(
        kind,
        from: Int(ends.kinds[Int(source)]),
        to: Int(ends.kinds[Int(target)])
      )
    {
      return UInt16(kind) | (isOpen(row, bytes, &log) ? RelationTable.openMark : 0)
    }
    report(row, bytes, kind: kind, from: source, to: target, &log)
    _ = isOpen(row, bytes, &log)
    return 0
  }

  private func isOpen(
    _ row: UnsafeBufferPointer<CSVCell>,
    _ bytes: UnsafePointer<UInt8>,
    _ log: inout BulkFaultLog
  ) -> Bool {
    guard let open = columns.open, row[open].count > 0 else { return false }
    let text = row[open].text(in: bytes)
    if text.elementsEqual("true".utf8) { return true }
    if !text.elementsEqual("false".utf8) {
      let text = String(decoding: text, as: UTF8.self)
      log.report(row[open].written) { .badFlag(text, at: $0) }
    }
    return false
  }

  // MARK: Faults

  private func report(
    _ row: UnsafeBufferPointer<CSVCell>,
    _ bytes: UnsafePointer<UInt8>,
    kind: Int?,
    from source: UInt32,
    to target: UInt32,
    _ log: inout BulkFaultLog
  ) {
    if kind == nil {
      let word = String(decoding: row[columns.type].text(in: bytes), as: UTF8.self)
      let relations = columns.ontology.relations.map(\.kind.name)
      log.report(row[columns.type].written) {
        .unknownRelation(word, relations: relations, at: $0)
      }
    }
    for (end, node) in [(RelationEnd.source, source), (.target, target)] {
      let cell = row[end == .source ? columns.source : columns.target]
      let id = String(decoding: cell.text(in: bytes), as: UTF8.self)
      guard node != TextFinder.missing else {
        let suggestions = ends.suggestions
        if id.isEmpty {
          log.report(cell.written) { .emptyText(at: $0) }
        } else if ends.areComplete {
          log.report(cell.written) { .unknownIdentity(id, candidates: suggestions(), at: $0) }
        }
        continue
      }
      guard let kind else { continue }
      let relation = columns.ontology.relations[kind]
      let ofNode = columns.ontology.kinds[Int(ends.kinds[Int(node)])].kind
      if !relation.kinds(at: end).contains(ofNode) {
        log.report(cell.written) {
          .forbiddenReference(id, kind: ofNode, relation: relation, end: end, at: $0)
        }
      }
    }
  }
}

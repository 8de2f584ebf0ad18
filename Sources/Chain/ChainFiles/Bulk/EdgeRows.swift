import Columns
internal import CPrefetch
import CSV
import ChainModel
import Diagnostics

/// What the columns of edges.csv are, and what its cells are looked up in.
struct EdgeColumns: Sendable {
  let source: Int
  let target: Int
  let type: Int
  let open: Int?
  let origin: OriginColumns
  let period: PeriodColumns
  let relations: WordTable
  /// For each relation and kind whether the kind may stand at its source, and at its target.
  let allowed: [UInt8]
  let ontology: Ontology

  /// `nil` where a column is missing that a relation cannot be without; that is reported.
  init?(_ header: BulkHeader, _ ontology: Ontology, log: inout BulkFaultLog) {
    var reader = BulkHeaderReader(
      header,
      known: [":START_ID", ":END_ID", ":TYPE"] + OriginColumns.names + ["open:boolean"]
        + PeriodColumns.names
    )
    let source = reader.role("START_ID", &log)
    let target = reader.role("END_ID", &log)
    let type = reader.role("TYPE", &log)
    origin = OriginColumns(&reader, &log)
    open = reader.named("open", types: ["boolean"], &log)
    period = PeriodColumns(&reader, &log)
    reader.finish(&log)
    guard let source, let target, let type else { return nil }
    self.source = source
    self.target = target
    self.type = type
    self.ontology = ontology
    relations = WordTable(ontology.relations.enumerated().map { ($1.kind.name, $0) })
    allowed = ontology.relations.flatMap { relation in
      ontology.kinds.map { kind in
        (relation.sources.contains(kind.kind) ? Self.asSource : 0)
          | (relation.targets.contains(kind.kind) ? Self.asTarget : 0)
      }
    }
  }
}

extension EdgeColumns {
  /// Whether rows say what they rest on, or for which days.
  var statesOrigins: Bool { !origin.isEmpty || !period.isEmpty }

  fileprivate static let asSource: UInt8 = 1
  fileprivate static let asTarget: UInt8 = 2
}

/// The nodes that relations speak of.
struct EdgeEnds: Sendable {
  let identities: TextColumn
  let index: TextIndex
  let kinds: NumberColumn<UInt16>
  /// Whether an identity that is not there is a fault, or one of the wrong kind; neither is where
  /// nodes or kinds were lost to faults.
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
      let first = kinds.count
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: count) { found in
        readKinds(cells, bytes, from: first, into: found, &log)
        kinds.append(contentsOf: UnsafeBufferPointer(found))
      }
      guard columns.statesOrigins else { return }
      for row in 0..<count {
        let row = UnsafeBufferPointer(rebasing: cells[row * width..<(row + 1) * width])
        origins.append(
          citations.number(
            columns.origin,
            bytes,
            row: row,
            subject: columns.type,
            period: columns.period.isEmpty
              ? .always : columns.period.period(bytes, row: row, log: &log),
            log: &log
          )
        )
      }
    }
  }

  mutating func reserve(rows count: Int) {
    kinds.reserveCapacity(count)
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
    if columns.statesOrigins { origins.reserveCapacity(count) }
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

  /// Reads the kinds of a block's relations, with the marks of open lists.
  ///
  /// - Parameter first: the number of the block's first relation, whose ends are found already.
  private func readKinds(
    _ cells: UnsafeBufferPointer<CSVCell>,
    _ bytes: UnsafePointer<UInt8>,
    from first: Int,
    into found: UnsafeMutableBufferPointer<UInt16>,
    _ log: inout BulkFaultLog
  ) {
    // Unsafe: the loop is measured; it reads columns whose numbers were just looked up in them.
    let (columns, ends) = (columns, ends)
    let width = cells.count / CSVTokenizer.blockRows
    let kindCount = columns.ontology.kinds.count
    let hasOpen = columns.open != nil
    columns.relations.withReader { relations in
      columns.allowed.withUnsafeBufferPointer { allowed in
        ends.kinds.withUnsafeBufferPointer { nodeKinds in
          sources.withUnsafeBufferPointer { sources in
            targets.withUnsafeBufferPointer { targets in
              for row in found.indices {
                let ahead = first + row + 12
                if ahead < sources.count {
                  prefetch_for_reading(
                    nodeKinds.baseAddress.map { $0 + Int(truncatingIfNeeded: sources[ahead]) }
                  )
                  prefetch_for_reading(
                    nodeKinds.baseAddress.map { $0 + Int(truncatingIfNeeded: targets[ahead]) }
                  )
                }
                let (source, target) = (sources[first + row], targets[first + row])
                let kind = relations[cells[row * width + columns.type].text(in: bytes)]
                if let kind, source != TextFinder.missing, target != TextFinder.missing,
                  allowed[kind * kindCount + Int(nodeKinds[Int(source)])] & EdgeColumns.asSource
                    != 0,
                  allowed[kind * kindCount + Int(nodeKinds[Int(target)])] & EdgeColumns.asTarget
                    != 0, !hasOpen
                {
                  found[row] = UInt16(truncatingIfNeeded: kind)
                  continue
                }
                found[row] = slowKind(
                  UnsafeBufferPointer(rebasing: cells[row * width..<(row + 1) * width]),
                  bytes,
                  kind: kind,
                  from: source,
                  to: target,
                  &log
                )
              }
            }
          }
        }
      }
    }
  }

  /// The kind of a relation in a row that may have faults, or the mark of an open list.
  private func slowKind(
    _ row: UnsafeBufferPointer<CSVCell>,
    _ bytes: UnsafePointer<UInt8>,
    kind: Int?,
    from source: UInt32,
    to target: UInt32,
    _ log: inout BulkFaultLog
  ) -> UInt16 {
    report(row, bytes, kind: kind, from: source, to: target, &log)
    let mark = isOpen(row, bytes, &log) ? RelationTable.openMark : 0
    return UInt16(kind ?? 0) | mark
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
      let labelled = columns.ontology.relation(labelled: word)
      log.report(row[columns.type].written) {
        .unknownRelation(word, relations: relations, labelled: labelled, at: $0)
      }
    }
    for (end, node) in [(RelationDefinition.End.source, source), (.target, target)] {
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
      // A node whose kind was not understood may stand anywhere until it is.
      guard let kind, ends.areComplete else { continue }
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

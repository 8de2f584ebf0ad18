import CSV
import ChainModel
import Diagnostics

/// What the columns of nodes.csv are.
struct NodeColumns: Sendable {
  let id: Int
  let label: Int
  let name: Int
  let aliases: Int?
  let origin: OriginColumns
  let attributes: [AttributeCells]
  let kinds: WordTable
  let ontology: Ontology
  let words: AttributeWords

  /// `nil` where a column is missing that a node cannot be without; that is reported.
  init?(_ header: BulkHeader, _ ontology: Ontology, log: inout BulkFaultLog) {
    var names: [String] = []
    for attribute in ontology.kinds.flatMap(\.attributes)
    where !names.contains(attribute.name.name) && !Self.reserved.contains(attribute.name.name) {
      names.append(attribute.name.name)
    }
    var reader = BulkHeaderReader(
      header,
      known: ["id:ID", ":LABEL", "name", "aliases:string[]"] + OriginColumns.names + names
    )
    let id = reader.role("ID", &log)
    let label = reader.role("LABEL", &log)
    let name = reader.named("name", &log)
    if name == nil { log.report(header.range) { .missingHeader("name", at: $0) } }
    aliases = reader.named("aliases", types: ["string[]"], &log)
    origin = OriginColumns(&reader, &log)
    let words = AttributeWords(ontology)
    attributes = names.compactMap { name in
      guard let column = reader.named(name, types: Self.types(of: name, ontology), &log) else {
        return nil
      }
      return AttributeCells(column: column, name: name, ontology: ontology, words: words)
    }
    reader.finish(&log)
    guard let id, let label, let name else { return nil }
    self.id = id
    self.label = label
    self.name = name
    self.ontology = ontology
    self.words = words
    kinds = WordTable(ontology.kinds.enumerated().map { ($1.kind.name, $0) })
  }

  /// The names that mean something else than an attribute.
  static let reserved = ["id", "name", "aliases"] + OriginColumns.names

  /// The types that a column of the attribute can have for the kinds that have it.
  private static func types(of name: String, _ ontology: Ontology) -> [String] {
    let definitions = ontology.kinds.flatMap(\.attributes).filter { $0.name.name == name }
    return definitions.flatMap { AttributeCells.types(of: $0) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// The nodes of a chunk, in columns.
struct NodeRows: BulkRows {
  private let columns: NodeColumns
  private(set) var kinds: [UInt16] = []
  private(set) var identities = ByteTexts()
  private(set) var spellings = ByteTexts()
  /// Where the spellings of each node end; nothing without a column of aliases.
  private(set) var spellingEnds: [UInt32] = []
  private(set) var attributes = AttributeWriter()
  /// The origin of each node, by the chunk's numbers; nothing without columns of origins.
  private(set) var origins: [UInt32] = []
  private(set) var citations = ChunkOrigins()
  /// Whether no identity was lost to a fault.
  private(set) var isComplete = true

  init(_ columns: NodeColumns) { self.columns = columns }

  mutating func reserve(rows count: Int) {
    kinds.reserveCapacity(count)
    identities.reserve(texts: count, of: 12)
    spellings.reserve(texts: count, of: 24)
    if !columns.origin.isEmpty { origins.reserveCapacity(count) }
  }

  mutating func take(
    _ block: borrowing CSVTokenizer,
    _ bytes: UnsafePointer<UInt8>,
    log: inout BulkFaultLog
  ) {
    let width = block.columnCount
    block.withCells { cells in
      for row in 0..<block.rowCount {
        take(
          UnsafeBufferPointer(rebasing: cells[row * width..<(row + 1) * width]),
          bytes,
          &log
        )
      }
    }
  }

  private mutating func take(
    _ row: UnsafeBufferPointer<CSVCell>,
    _ bytes: UnsafePointer<UInt8>,
    _ log: inout BulkFaultLog
  ) {
    let label = row[columns.label].text(in: bytes)
    let kind = columns.kinds[label]
    if kind == nil {
      let (text, names) = (
        String(decoding: label, as: UTF8.self), columns.ontology.kinds.map(\.kind.name)
      )
      let labelled = columns.ontology.kind(labelled: text)
      log.report(row[columns.label].written) {
        .unknownKind(text, kinds: names, labelled: labelled, at: $0)
      }
      isComplete = false
    }
    kinds.append(UInt16(kind ?? 0))
    if !Self.takeText(row[columns.id], bytes, into: &identities, &log) { isComplete = false }
    _ = Self.takeText(row[columns.name], bytes, into: &spellings, &log)
    if let aliases = columns.aliases {
      if row[aliases].count > 0 { takeAliases(row[aliases], bytes, &log) }
      spellingEnds.append(UInt32(spellings.count))
    }
    if !columns.origin.isEmpty {
      let subject = columns.name
      origins.append(
        citations.number(columns.origin, bytes, row: row, subject: subject, log: &log)
      )
    }
    guard !columns.attributes.isEmpty else { return }
    if let kind {
      for attribute in columns.attributes {
        attribute.write(row[attribute.column], bytes, kind: kind, to: &attributes, log: &log)
      }
    }
    attributes.endNode()
  }

  private mutating func takeAliases(
    _ cell: CSVCell,
    _ bytes: UnsafePointer<UInt8>,
    _ log: inout BulkFaultLog
  ) {
    CellList.forEach(of: cell, in: bytes) { part, range in
      if part.isEmpty {
        log.report(range) { .emptyText(at: $0) }
      } else if !Printable.isPrintable(part) {
        let text = String(decoding: part, as: UTF8.self)
        log.report(range) { .unprintable(text, at: $0) }
      }
      spellings.append(part)
    }
  }

  /// Takes a cell that must hold a name; `false` and a report when it does not.
  ///
  /// Static, since `self` would be copied beside the texts that are written to, and they with it.
  @inline(__always)
  private static func takeText(
    _ cell: CSVCell,
    _ bytes: UnsafePointer<UInt8>,
    into texts: inout ByteTexts,
    _ log: inout BulkFaultLog
  ) -> Bool {
    let text = cell.text(in: bytes)
    texts.append(text)
    if text.isEmpty {
      log.report(cell.written) { .emptyText(at: $0) }
      return false
    }
    guard Printable.isPrintable(text) else {
      let text = String(decoding: text, as: UTF8.self)
      log.report(cell.written) { .unprintable(text, at: $0) }
      return false
    }
    return true
  }
}

/// Texts one behind the other, while they are gathered.
struct ByteTexts: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []

  var count: Int { ends.count }

  mutating func reserve(texts count: Int, of size: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(count * size)
  }

  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }
}

import Bilingual
import Diagnostics

/// A chain of the library that a data set uses: an item of `uses`, as it is written.
struct ChainUse {
  /// A word of the data set's own, and where it stands.
  struct Word {
    let text: String
    let node: EntryNode
  }

  let item: EntryNode
  /// The file that says so, by its place among the data set's files.
  let file: Int
  let chain: Word
  let edition: Word?
  /// The edition with which the data set's statements were made, where it is an older one.
  let after: Word?
  /// Segments that cover more or less since, looked at and found right.
  let settled: [Word]
  /// The clusters that its segments become parts of.
  let clusters: [Word]
  /// Labels of the data set's own, for segments of the library.
  let renamed: [(segment: Word, label: Word)]
  /// Segments that are left out.
  let except: [Word]
  /// Finer segments, each a part of one of the library.
  let split: [(segment: Word, parts: [Word])]
  /// Segments of the data set's own, as entries.
  let added: [EntryNode]
  /// Where the data set's documents speak of segments of the library.
  let cites: [(segment: Word, source: EntryNode)]

  static let fields = [
    "chain", "edition", "after", "settled", "for", "rename", "except", "because", "split", "add",
    "cites",
  ]

  init?(_ item: EntryNode, file: Int, log: inout FaultLog) {
    guard let fields = FieldReader(item, log: &log) else { return nil }
    fields.allow(Self.fields, of: BilingualText(zh: "所用参考链", en: "a chain that is used"), log: &log)
    guard fields["chain"] != nil else {
      log.report(.missingField("chain", at: log.location(of: item)))
      return nil
    }
    guard let chain = fields["chain"].flatMap({ Self.word($0, &log) }) else { return nil }
    self.item = item
    self.file = file
    self.chain = chain
    edition = fields["edition"].flatMap { Self.word($0, &log) }
    after = fields["after"].flatMap { Self.word($0, &log) }
    settled = Self.words(fields["settled"], &log)
    clusters = Self.words(fields["for"], &log)
    renamed = Self.pairs(fields["rename"], &log).compactMap { key, value in
      Self.word(value, &log).map { (key, $0) }
    }
    except = Self.words(fields["except"], &log)
    if let node = fields["except"], fields["because"] == nil {
      log.report(.exceptWithoutReason(at: log.location(of: node)))
    }
    if let reason = fields["because"] { _ = FieldReader.text(reason, log: &log) }
    split = Self.pairs(fields["split"], &log).map { ($0, Self.words($1, &log)) }
    added = fields["add"]?.items ?? []
    cites = Self.pairs(fields["cites"], &log)
  }

  private static func word(_ node: EntryNode, _ log: inout FaultLog) -> Word? {
    FieldReader.text(node, log: &log).map { Word(text: $0, node: node) }
  }

  private static func words(_ node: EntryNode?, _ log: inout FaultLog) -> [Word] {
    node?.items.compactMap { word($0, &log) } ?? []
  }

  /// What a mapping from segments to something says.
  private static func pairs(
    _ node: EntryNode?,
    _ log: inout FaultLog
  ) -> [(Word, EntryNode)] {
    guard let node, let fields = FieldReader(node, log: &log) else { return [] }
    return fields.pairs.map { (Word(text: $0.field, node: $0.pair.key), $0.pair.value) }
  }
}

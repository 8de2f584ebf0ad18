import Columns
import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// What a snapshot says of the data set as a whole, and the words that its columns speak of.
struct SnapshotMetadata {
  var title: BilingualText
  var jurisdiction: String
  var language: Language
  var date: CalendarDate
  var documents: [NodeIndex]
  var queries: [NamedQuery]
  var isStatedAlone: Bool
  var ontology: Ontology
  var words: AttributeWords
  /// What the hashes of the two indices were made with.
  var spellingSeed: UInt64
  var identitySeed: UInt64
  /// The semantics that have relations.
  var semantics: [Semantics]
  /// Files that stand beside the data and are not data, by their paths in its folder.
  var companions: [Companion]

  init(of dataset: Dataset, companions: [Companion]) {
    let graph = dataset.graph
    title = dataset.title
    jurisdiction = dataset.jurisdiction
    language = dataset.language
    date = dataset.date
    documents = dataset.documents
    queries = dataset.queries
    isStatedAlone = dataset.isStatedAlone
    ontology = graph.ontology
    words = graph.nodeTable.attributes.words
    spellingSeed = graph.names.spellings.seed
    identitySeed = graph.names.identities.seed
    semantics = Semantics.allCases.filter { graph.relationTables[$0] != nil }
    self.companions = companions
  }
}

extension SnapshotMetadata {
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(title)
    writer.write(jurisdiction)
    writer.write(language.rawValue)
    writer.write(date.description)
    writer.write(each: documents) { $0.write($1.position) }
    writer.write(each: queries) { $0.write($1) }
    writer.write(isStatedAlone)
    writer.write(ontology)
    writer.write(each: words.names) { $0.write($1.name) }
    writer.write(each: words.options) { $0.write($1) }
    writer.write(each: words.units) { $0.write($1) }
    writer.write(spellingSeed)
    writer.write(identitySeed)
    writer.write(each: semantics) { $0.write($1.rawValue) }
    writer.write(each: companions) { writer, companion in
      writer.write(companion.path)
      writer.write(each: companion.bytes) { $0.write($1) }
    }
    return writer.bytes
  }

  /// Reads what ``bytes`` gives.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ByteReader.Failure) {
    var reader = ByteReader(bytes)
    title = try reader.bilingualText()
    jurisdiction = try reader.text()
    language = try reader.word { Language(rawValue: $0) }
    date = try reader.word { CalendarDate(parsing: $0) }
    documents = try reader.list { reader throws(ByteReader.Failure) in
      NodeIndex(offset: try reader.index())
    }
    queries = try reader.list { reader throws(ByteReader.Failure) in try reader.namedQuery() }
    isStatedAlone = try reader.flag()
    ontology = try reader.ontology()
    words = AttributeWords()
    words.names = try reader.list { reader throws(ByteReader.Failure) in
      AttributeName(try reader.text())
    }
    words.options = try reader.list { reader throws(ByteReader.Failure) in try reader.option() }
    words.units = try reader.list { reader throws(ByteReader.Failure) in try reader.unit() }
    spellingSeed = try reader.word()
    identitySeed = try reader.word()
    semantics = try reader.list { reader throws(ByteReader.Failure) in
      try reader.word { Semantics(rawValue: $0) }
    }
    companions = try reader.list { reader throws(ByteReader.Failure) in
      Companion(
        path: try reader.text(),
        bytes: try reader.list { reader throws(ByteReader.Failure) in try reader.byte() }
      )
    }
    guard reader.isAtEnd, Set(semantics).count == semantics.count else {
      throw ByteReader.Failure()
    }
  }
}

extension ByteWriter {
  mutating func write(_ text: BilingualText) {
    write(text.zh)
    write(text.en)
  }

  fileprivate mutating func write(_ query: NamedQuery) {
    write(query.name)
    write(query.expression)
    write(optional: query.description) { $0.write($1) }
  }
}

extension ByteReader {
  mutating func bilingualText() throws(Failure) -> BilingualText {
    BilingualText(zh: try text(), en: try text())
  }

  /// A word that `meaning` knows.
  mutating func word<Meaning>(_ meaning: (String) -> Meaning?) throws(Failure) -> Meaning {
    guard let meaning = meaning(try text()) else { throw Failure() }
    return meaning
  }

  /// A dense index.
  fileprivate mutating func index() throws(Failure) -> UInt32 {
    guard let index = UInt32(exactly: try number()), index < .max else { throw Failure() }
    return index
  }

  fileprivate mutating func namedQuery() throws(Failure) -> NamedQuery {
    NamedQuery(
      name: try text(),
      expression: try text(),
      description: try optional { reader throws(Failure) in try reader.bilingualText() }
    )
  }
}

import Columns
import ChainModel
import Diagnostics
import Dispatch
import GraphKernel

/// The nodes of all chunks, in columns, and found by their identities and names.
struct JoinedNodes: Sendable {
  let kinds: NumberColumn<UInt16>
  let identities: TextColumn
  /// The nodes whose identity another has.
  let repeated: [TextIndex.Duplicate]
  /// The origins of each chunk's nodes, by the chunk's numbers.
  let origins: [[UInt32]]
  let citations: [ChunkOrigins]
  /// Whether each node of the file is here.
  let isComplete: Bool
  private let identityIndex: TextIndex
  private let spellings: SpellingColumn
  private let spellingIndex: TextIndex
  private let attributes: AttributeColumn

  init(_ parts: [NodeRows], _ columns: NodeColumns, isComplete: Bool) {
    self.isComplete = isComplete
    kinds = NumberColumn(joining: parts.map(\.kinds))
    let identities = TextColumn(parts.map(\.identities))
    let texts = TextColumn(parts.map(\.spellings))
    origins = parts.map(\.origins)
    citations = parts.map(\.citations)
    let hasAliases = texts.count > kinds.count
    spellings = SpellingColumn(
      texts: texts,
      starts: NumberColumn(joiningEnds: hasAliases ? parts.map(\.spellingEnds) : []).orNothing
    )
    attributes = AttributeWriter.join(parts.map(\.attributes), words: columns.words)
    self.identities = identities
    // The two indices have nothing to do with one another.
    let results = Results()
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      if number == 0 {
        results.identities = TextIndex.entering(identities)
      } else {
        results.names = TextIndex.entering(names: texts)
      }
    }
    guard let (index, repeated) = results.identities, let names = results.names else {
      preconditionFailure("both indices are made")
    }
    identityIndex = index
    self.repeated = repeated
    spellingIndex = names
  }

  /// What two threads write, each its own.
  private final class Results: @unchecked Sendable {
    var identities: (TextIndex, [TextIndex.Duplicate])?
    var names: TextIndex?
  }

  /// What relations are looked up in.
  func ends(_ suggestions: SuggestionBudget) -> EdgeEnds {
    let identities = identities
    return EdgeEnds(
      identities: identities,
      index: identityIndex,
      kinds: kinds,
      areComplete: isComplete,
      suggestions: {
        suggestions.affords(identities.count) ? (0..<identities.count).map { identities[$0] } : []
      }
    )
  }

  /// The node with an identity.
  func node(id: UnsafeBufferPointer<UInt8>) -> NodeIndex? {
    CanonicalForm.withBytes(of: id) { form in
      identityIndex.entries(of: form) { identities.isEqual($0, to: id) }
    }
    .last.map { NodeIndex($0) }
  }

  /// The document that `text` names, by its identity or its name.
  func document(_ text: String, _ ontology: Ontology) -> NodeIndex? {
    guard let kind = ontology.position(of: .document) else { return nil }
    var text = text
    let byIdentity = text.withUTF8 { node(id: $0) }
    if let byIdentity, Int(kinds[byIdentity.position]) == kind { return byIdentity }
    return kinds.indices.first { node in
      Int(kinds[node]) == kind && spellings.texts[spellings.name(of: node)] == text
    }.map { NodeIndex($0) }
  }

  /// The table of the nodes, whose origins have the numbers that all chunks share.
  func table(
    _ ontology: Ontology,
    origins: NumberColumn<UInt32>
  ) -> (table: NodeTable, names: NameTable) {
    let table = NodeTable(
      kinds: kinds,
      spellings: spellings,
      identities: IdentityColumn(texts: identities, nodes: NumberColumn([])),
      attributes: attributes,
      origins: origins,
      byKind: KindIndex(kinds: kinds, kindCount: ontology.kinds.count)
    )
    return (table, NameTable(spellings: spellingIndex, identities: identityIndex))
  }
}

extension TextColumn {
  /// The texts of all parts, one part behind the other.
  fileprivate init(_ parts: [ByteTexts]) {
    self.init(
      offsets: NumberColumn(joiningEnds: parts.map(\.ends)),
      bytes: NumberColumn(joining: parts.map(\.bytes))
    )
  }
}

extension NumberColumn<UInt32> {
  /// The column, or none where it only says that nothing begins.
  fileprivate var orNothing: NumberColumn { count > 1 ? self : NumberColumn([]) }
}

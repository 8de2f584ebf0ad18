import Columns
import Diagnostics
internal import GraphKernel

extension NodeTable {
  /// Gathers nodes, and finds them by name while it does.
  struct Builder: Sendable {
    private let ontology: Ontology
    private(set) var kinds: [UInt16] = []
    private var spellings = TextColumn.Builder()
    private var starts: [UInt32] = [0]
    private var identities = TextColumn.Builder()
    private var identified: [UInt32] = []
    private var attributes = AttributeColumn.Builder()
    private var spellingIndex = TextIndex.Builder()
    private var identityIndex = TextIndex.Builder()
    /// The nodes that take their identity from their name, each under what look-ups compare of it.
    private var namesakes: [Namesake: UInt32] = [:]

    /// What a node without an identity of its own is told apart by.
    private struct Namesake: Hashable {
      let kind: Int
      let name: NameKey
    }

    init(ontology: Ontology) { self.ontology = ontology }

    var count: Int { kinds.count }

    /// Adds a node; the one that has its identity already, or `nil`.
    ///
    /// No name leads to a node whose identity is another's: the names of a million of them are no
    /// chain that each next one has to be compared with.
    mutating func append(
      kind: Int,
      name: String,
      id: String?,
      aliases: [String],
      attributes: [(name: AttributeName, value: AttributeValue)]
    ) -> NodeIndex? {
      let node = count
      let namesake = Namesake(kind: kind, name: NameKey(name))
      let first = bearer(of: id, name, namesake)
      kinds.append(UInt16(kind))
      self.attributes.append(attributes)
      for spelling in [name] + aliases {
        if first == nil { enter(spelling: spelling) } else { skip(spelling: spelling) }
      }
      starts.append(UInt32(spellings.count))
      guard first == nil else {
        if let id { skip(identity: id, of: node) }
        return first
      }
      if let id { enter(identity: id, of: node) } else { namesakes[namesake] = UInt32(node) }
      return nil
    }

    /// The node that has the identity of one to come.
    private func bearer(of id: String?, _ name: String, _ namesake: Namesake) -> NodeIndex? {
      if let id { return node(id: id) }
      if let node = namesakes[namesake] { return NodeIndex(offset: node) }
      // Data may give another what this one would be called.
      return given(ChainGraph.id(ontology.kinds[namesake.kind].kind, name))
    }

    private mutating func skip(spelling: String) {
      spellingIndex.skip()
      spellings.append(spelling)
    }

    private mutating func skip(identity: String, of node: Int) {
      identityIndex.skip()
      identities.append(identity)
      identified.append(UInt32(node))
    }

    private mutating func enter(spelling: String) {
      Self.enter(spelling: spelling, into: &spellingIndex, of: spellings)
      spellings.append(spelling)
    }

    // Texts are lent for the time of a call: one held while they grow would make a copy of all.
    private static func enter(
      spelling: String,
      into index: inout TextIndex.Builder,
      of texts: TextColumn.Builder
    ) {
      NameKey(spelling).withBytes { key in
        _ = index.enter(
          key,
          where: { texts.isNameKey(key, at: $0) },
          text: { position, body in NameKey(texts[position]).withBytes(body) }
        )
      }
    }

    private mutating func enter(identity: String, of node: Int) {
      Self.enter(identity: identity, into: &identityIndex, of: identities)
      identities.append(identity)
      identified.append(UInt32(node))
    }

    private static func enter(
      identity: String,
      into index: inout TextIndex.Builder,
      of texts: TextColumn.Builder
    ) {
      var identity = identity
      identity.withUTF8 { bytes in
        CanonicalForm.withBytes(of: bytes) { form in
          _ = index.enter(
            form,
            where: { texts.isEqual($0, to: bytes) },
            text: { position, body in
              texts.slice(position).withUnsafeBufferPointer {
                CanonicalForm.withBytes(of: $0, body)
              }
            }
          )
        }
      }
    }

    // MARK: Nodes added so far

    func kind(of node: NodeIndex) -> NodeKind { ontology.kinds[Int(kinds[node.position])].kind }

    func name(of node: NodeIndex) -> String { spellings[Int(starts[node.position])] }

    /// The name of `node` and behind it its aliases.
    func spellings(of node: NodeIndex) -> [String] {
      (starts[node.position]..<starts[node.position + 1]).map { spellings[Int($0)] }
    }

    func id(of node: NodeIndex) -> String {
      if let text = text(of: node) { return identities[text] }
      return ChainGraph.id(kind(of: node), name(of: node))
    }

    private func text(of node: NodeIndex) -> Int? {
      var (low, high) = (0, identified.count)
      while low < high {
        let middle = (low + high) / 2
        if identified[middle] < node.offset { low = middle + 1 } else { high = middle }
      }
      return low < identified.count && identified[low] == node.offset ? low : nil
    }

    /// The nodes that bear `name` as name or alias, in the order of their entry.
    func nodes(named name: some StringProtocol) -> [NodeIndex] {
      let found = NameKey(name).withBytes { key in
        spellingIndex.entries(of: key) { spellings.isNameKey(key, at: $0) }
      }
      var nodes: [NodeIndex] = []
      for spelling in found.reversed() {
        let node = node(of: spelling)
        if nodes.last != node { nodes.append(node) }
      }
      return nodes
    }

    private func node(of spelling: Int) -> NodeIndex {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= spelling { low = middle + 1 } else { high = middle }
      }
      return NodeIndex(low - 1)
    }

    /// The node whose identity equals `id`, as strings do.
    func node(id: String) -> NodeIndex? {
      if let bearer = given(id) { return bearer }
      // By bytes: characters are slow to part, and no part of another looks like a colon.
      guard let colon = id.utf8.firstIndex(of: UInt8(ascii: ":")),
        let kind = ontology.position(of: NodeKind(String(id[..<colon])))
      else { return nil }
      let name = id[id.index(after: colon)...]
      return namesakes[Namesake(kind: kind, name: NameKey(name))].map { NodeIndex(offset: $0) }
        .flatMap { self.name(of: $0) == name ? $0 : nil }
    }

    /// The node to which the data gives the identity `id`.
    private func given(_ id: String) -> NodeIndex? {
      var id = id
      let found = id.withUTF8 { bytes in
        CanonicalForm.withBytes(of: bytes) { form in
          identityIndex.entries(of: form) { identities.isEqual($0, to: bytes) }
        }
      }
      return found.first.map { NodeIndex(Int(identified[$0])) }
    }

    // MARK: The table

    func finish(origins: [UInt32]) -> (table: NodeTable, names: NameTable) {
      let kinds = NumberColumn(self.kinds)
      let isPlain = starts.count == spellings.count + 1
      let isIdentified = identified.count == count
      let table = NodeTable(
        kinds: kinds,
        spellings: SpellingColumn(
          texts: spellings.finish(),
          starts: NumberColumn(isPlain ? [] : starts)
        ),
        identities: IdentityColumn(
          texts: identities.finish(),
          nodes: NumberColumn(isIdentified ? [] : identified)
        ),
        attributes: attributes.finish(),
        origins: NumberColumn(origins),
        byKind: KindIndex(kinds: kinds, kindCount: ontology.kinds.count)
      )
      let names = NameTable(
        spellings: spellingIndex.finish(),
        identities: identityIndex.finish()
      )
      return (table, names)
    }
  }
}

extension TextColumn.Builder {
  /// Whether `key` is what look-ups compare of the text at `position`.
  fileprivate func isNameKey(_ key: UnsafeRawBufferPointer, at position: Int) -> Bool {
    let text = slice(position)
    if text.elementsEqual(key) { return true }
    let isPlain = text.withUnsafeBufferPointer { NameKey.isPlain($0) }
    return !isPlain && NameKey(self[position]).text.utf8.elementsEqual(key)
  }
}

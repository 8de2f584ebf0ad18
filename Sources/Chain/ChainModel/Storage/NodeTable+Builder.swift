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
    /// Nodes whose identity is another's; no name leads to them.
    private var rejected: Set<UInt32> = []

    init(ontology: Ontology) { self.ontology = ontology }

    var count: Int { kinds.count }

    /// Adds a node; the one that has its identity already, or `nil`.
    mutating func append(
      kind: Int,
      name: String,
      id: String?,
      aliases: [String],
      attributes: [(name: AttributeName, value: AttributeValue)]
    ) -> NodeIndex? {
      let node = count
      let identity = id ?? ChainGraph.id(ontology.kinds[kind].kind, name)
      let first = self.node(id: identity) ?? (id == nil ? namesake(of: name, kind) : nil)
      if first != nil { rejected.insert(UInt32(node)) }
      kinds.append(UInt16(kind))
      self.attributes.append(attributes)
      for spelling in [name] + aliases { enter(spelling: spelling) }
      starts.append(UInt32(spellings.count))
      if let id { enter(identity: id, of: node) }
      return first
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
        _ = index.enter(
          UnsafeRawBufferPointer(bytes),
          where: { texts.slice($0).elementsEqual(bytes) },
          text: { position, body in texts.slice(position).withUnsafeBytes(body) }
        )
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
        if nodes.last != node, !rejected.contains(node.offset) { nodes.append(node) }
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

    /// The node whose identity is `id`, character by character.
    func node(id: String) -> NodeIndex? {
      var id = id
      let given = id.withUTF8 { bytes in
        identityIndex.entries(of: UnsafeRawBufferPointer(bytes)) {
          identities.slice($0).elementsEqual(bytes)
        }
      }
      let bearer = given.map { NodeIndex(Int(identified[$0])) }
        .last { !rejected.contains($0.offset) }
      if let bearer { return bearer }
      // By bytes: characters are slow to part, and no part of another looks like a colon.
      guard let colon = id.utf8.firstIndex(of: UInt8(ascii: ":")),
        let kind = ontology.position(of: NodeKind(String(id[..<colon])))
      else { return nil }
      let name = id[id.index(after: colon)...]
      return nodes(named: name).first { node in
        kinds[node.position] == kind && text(of: node) == nil
          && self.name(of: node).utf8.elementsEqual(name.utf8)
      }
    }

    /// The node of a kind that took its identity from a name that is looked up as `name` is.
    private func namesake(of name: String, _ kind: Int) -> NodeIndex? {
      let key = NameKey(name)
      return nodes(named: name).first { node in
        kinds[node.position] == kind && text(of: node) == nil
          && NameKey(self.name(of: node)) == key
      }
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

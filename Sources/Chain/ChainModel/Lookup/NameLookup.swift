import Diagnostics
public import GraphKernel

/// What came of looking a name up.
public enum NameLookup: Hashable, Sendable {
  /// The one node that is meant.
  case found(NodeIndex)
  /// Several nodes could be meant, in name order.
  case ambiguous([NodeIndex])
  /// No node is meant; names that are close to what was written.
  case missing(suggestions: [String])
}

/// How a text matched a node.
public enum NameMatch: String, Hashable, Sendable, CaseIterable {
  /// Its identity.
  case id
  /// Its name.
  case name
  /// One of its aliases.
  case alias
  /// A name that it bore before.
  case former
  /// A part of its name or of an alias.
  case fragment
  /// The pinyin initials of its name or of an alias, or a part of them.
  case pinyin
}

/// A node that a text matched.
public struct FoundNode: Hashable, Sendable {
  /// The node.
  public let node: NodeIndex
  /// How it matched.
  public let match: NameMatch
}

extension ChainGraph {
  /// The node that `text` names among the nodes of `kinds` (`nil` for all).
  ///
  /// Tried in turn: identity; name; alias; a name borne before; a fragment of name or alias; all pinyin
  /// initials; some. The first of these that matches decides, and when it matches several nodes the name is ambiguous.
  ///
  /// - Complexity: O(1) for identities, names and aliases; O(*n*) over the nodes beyond that.
  public func lookUp(_ text: String, among kinds: [NodeKind]? = nil) -> NameLookup {
    let bearers = bearers(of: text, among: kinds)
    if !bearers.isEmpty { return decided(bearers) }
    let (name, kinds) = splittingKind(off: text, among: kinds)
    let former = formerBearers(of: name, among: kinds)
    if !former.isEmpty { return decided(former) }
    let inexact = inexactMatches(of: name, among: kinds)
    let fragments = inexact.filter { $0.match == .fragment }.map(\.node)
    let typed = inexact.filter { $0.match == .pinyin }.map(\.node)
    let whole = typed.filter { node in
      ([self.name(of: node)] + aliases(of: node)).contains { PinyinInitials.spell($0, name) }
    }
    for candidates in [fragments, whole, typed] where !candidates.isEmpty {
      return decided(candidates)
    }
    return .missing(suggestions: suggestions(for: name, among: kinds))
  }

  /// The nodes that bear `text` as it is, as identity, else as name, else as alias, in name order;
  /// none when it is a fragment or initials. `enterprise:英华` names 英华 among the enterprises.
  ///
  /// - Complexity: O(1) but for the nodes found.
  public func bearers(of text: String, among kinds: [NodeKind]? = nil) -> [NodeIndex] {
    let (name, kinds) = splittingKind(off: text, among: kinds)
    if let node = self.node(id: text), accepts(node, kinds) { return [node] }
    let exact = nodes(named: name).filter { accepts($0, kinds) }
    let named = exact.filter { NameKey(self.name(of: $0)) == NameKey(name) }
    return inNameOrder(named.isEmpty ? exact : named)
  }

  /// Every node that `text` matches in some way, the surest match first, ties in name order; each
  /// node once.
  public func find(_ text: String, among kinds: [NodeKind]? = nil) -> [FoundNode] {
    let (name, kinds) = splittingKind(off: text, among: kinds)
    var found: [FoundNode] = []
    if let node = self.node(id: text), accepts(node, kinds) {
      found.append(FoundNode(node: node, match: .id))
    }
    let exact = nodes(named: name).filter { accepts($0, kinds) }
    found += exact.map { node in
      let isName = NameKey(self.name(of: node)) == NameKey(name)
      return FoundNode(node: node, match: isName ? .name : .alias)
    }
    found += formerBearers(of: name, among: kinds).map { FoundNode(node: $0, match: .former) }
    found += inexactMatches(of: name, among: kinds)
    var seen: Set<NodeIndex> = []
    return NameMatch.allCases.flatMap { match in
      inNameOrder(found.filter { $0.match == match }.map(\.node))
        .filter { seen.insert($0).inserted }
        .map { FoundNode(node: $0, match: match) }
    }
  }

  /// The names that `node` bore before, in the order of the data.
  public func formerNames(of node: NodeIndex) -> [FormerName] {
    guard case .list(let values) = attribute(.formerly, of: node) else { return [] }
    return values.compactMap { value in
      guard case .text(let text) = value else { return nil }
      return try? FormerName(parsing: text)
    }
  }

  /// The nodes that bore `name` before and do not now, in name order; who has such a name by now is another
  /// question, see ``bearers(of:among:)``.
  ///
  /// - Complexity: O(*n*) over the nodes of the kinds.
  package func formerBearers(of name: String, among kinds: [NodeKind]? = nil) -> [NodeIndex] {
    let key = NameKey(name)
    let known = ontology.kinds.filter { definition in
      definition.attributes.contains { $0.name == .formerly }
    }
    let wanted = known.map(\.kind).filter { kinds?.contains($0) ?? true }
    return inNameOrder(
      wanted.flatMap { nodes(of: $0) }.filter { node in
        formerNames(of: node).contains { NameKey($0.name) == key }
      }
    )
  }

  /// The nodes in name order: by name, then by identity, scalar by scalar.
  public func inNameOrder(_ nodes: some Sequence<NodeIndex>) -> [NodeIndex] {
    nodes.sorted(by: precedesInNameOrder)
  }

  /// Whether `a` stands before `b` in name order.
  public func precedesInNameOrder(_ a: NodeIndex, _ b: NodeIndex) -> Bool {
    let spellings = nodeTable.spellings
    let order = spellings.texts.precedes(
      spellings.name(of: a.position),
      spellings.name(of: b.position)
    )
    return order ?? (id(of: a) < id(of: b))
  }

  private func decided(_ candidates: [NodeIndex]) -> NameLookup {
    candidates.count == 1 ? .found(candidates[0]) : .ambiguous(inNameOrder(candidates))
  }

  private func accepts(_ node: NodeIndex, _ kinds: [NodeKind]?) -> Bool {
    kinds?.contains(kind(of: node)) ?? true
  }

  /// `enterprise:英华` names 英华 among the enterprises.
  private func splittingKind(
    off text: String,
    among kinds: [NodeKind]?
  ) -> (name: String, kinds: [NodeKind]?) {
    guard let colon = text.firstIndex(of: ":") else { return (text, kinds) }
    let kind = NodeKind(String(text[..<colon]))
    guard ontology[kind] != nil else { return (text, kinds) }
    let narrowed = kinds.map { $0.contains(kind) ? [kind] : [] } ?? [kind]
    return (String(text[text.index(after: colon)...]), narrowed)
  }

  private func inexactMatches(of text: String, among kinds: [NodeKind]?) -> [FoundNode] {
    let key = NameKey(text).text
    guard !key.isEmpty, key.unicodeScalars.count <= 100 else { return [] }
    let isTyped = key.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    let initials = isTyped ? Array(key.utf8) : nil
    var found: [FoundNode] = []
    for node in nodes where accepts(node, kinds) {
      let names = [name(of: node)] + aliases(of: node)
      if names.contains(where: { NameKey($0).text.contains(key) }) {
        found.append(FoundNode(node: node, match: .fragment))
      } else if let initials,
        names.contains(where: { PinyinInitials.position(of: initials, in: $0) != nil })
      {
        found.append(FoundNode(node: node, match: .pinyin))
      }
    }
    return found
  }

  private func suggestions(for text: String, among kinds: [NodeKind]?) -> [String] {
    let candidates = inNameOrder(nodes.filter { accepts($0, kinds) }).lazy
      .flatMap { [self.name(of: $0)] + self.aliases(of: $0) }
    return SpellingSuggestion.closest(to: text, among: candidates)
  }
}

import Bilingual
import ChainModel
import Diagnostics

/// How what a data set says of older editions is understood: names lead to the segments that stand for
/// them, and what no segment stands for stays as it was, to be looked at.
extension UsedChains {
  /// What was settled of a use when it was added.
  struct Following {
    let editions: ChainEditions
    /// The step from which on changes are younger than the data set's statements.
    let first: Int
    /// What the data set looked at and found right, by identity.
    var settled: Set<String> = []
  }

  /// Finds the older editions of a chain that is used, and the one that the data set speaks of.
  mutating func follow(_ chain: ReferenceChain, _ use: ChainUse, _ log: inout FaultLog) {
    let editions = editions(of: chain)
    var first = editions.steps.count
    if let after = use.after {
      if let step = editions.steps(after: after.text) {
        first = step
      } else {
        // One fault is enough.
        first = 0
        let known = editions.steps.map(\.old.edition) + [chain.edition]
        let place = log.location(of: after.node)
        log.report(.unknownAfter(after.text, of: chain.id, known: known, at: place))
      }
    }
    // Two uses of a chain speak of it with one voice: that of the older edition.
    first = min(first, following[chain.id]?.first ?? first)
    let settled = following[chain.id]?.settled ?? []
    following[chain.id] = Following(editions: editions, first: first, settled: settled)
  }

  /// Lets former names lead to the segments of the chain, and tells which lead nowhere.
  mutating func nameFormer(
    of chain: ReferenceChain,
    _ names: inout LibraryNames,
    _ homes: inout [String: (chain: Int, entry: ReferenceChain.Segment)]
  ) -> [Ended] {
    guard let following = following[chain.id], !following.editions.steps.isEmpty else { return [] }
    var ended: [String: Ended] = [:]
    for (name, isMerged, place) in following.editions.formerNames()
    where names.id(of: name) == nil {
      switch place {
      case .here(let id):
        names.add(name, for: id)
        if isMerged { merged[SegmentMentions.key(name)] = id }
        formerNames[id, default: []].append(name)
      case .elsewhere(let segment, let home):
        names.add(name, for: segment.id)
        formerNames[segment.id, default: []].append(name)
        guard spoken.contains(SegmentMentions.key(name)) else { continue }
        moved.insert(segment.id)
        if homes[segment.id] == nil { homes[segment.id] = (position(of: home), segment) }
      case .ended(let end):
        ended[end.segment.id, default: Ended(end: end)].names.append(name)
      }
    }
    return ended.values.sorted { $0.end.segment.id < $1.end.segment.id }
  }

  /// Where a segment is at home that a chain imports by a name of another edition than is pinned: a chain that
  /// was published before is used beside one that was published since.
  mutating func formerHome(
    of name: String
  ) -> (chain: Int, entry: ReferenceChain.Segment)? {
    let key = SegmentMentions.key(name)
    for path in library.paths() {
      guard let present = chain(at: path) else { continue }
      // It may be of the present edition, and the data set pins an older one, which may not have it.
      if let entry = present.segments.first(where: { $0.isCalled(NameKey(name)) }) {
        return pinnedHome(of: entry, of: present, called: name) ?? (position(of: present), entry)
      }
      let chain = pinned.first { $0.id == present.id } ?? present
      let former = editions(of: chain).formerNames().first { SegmentMentions.key($0.name) == key }
      guard case .here(let id) = former?.place,
        let entry = chain.segments.first(where: { $0.id == id })
      else { continue }
      formerNames[id, default: []].append(name)
      return (position(of: chain), entry)
    }
    return nil
  }

  /// A segment that another chain imports, in the edition of its own chain that the data set pins, whichever
  /// use comes first; `nil` where that is the present one, or does not have it.
  mutating func pinnedHome(
    of entry: ReferenceChain.Segment,
    of chain: ReferenceChain,
    called name: String
  ) -> (chain: Int, entry: ReferenceChain.Segment)? {
    guard let edition = pins[chain.id] ?? pins[chain.name], edition != chain.edition,
      let past = past(chain.id, edition: edition),
      let older = past.segments.first(where: { $0.id == entry.id })
    else { return nil }
    // What imports it calls it by its younger name.
    formerNames[older.id, default: []].append(name)
    return (position(of: past), older)
  }

  /// A segment that the chain has no longer, with all that it was called.
  struct Ended {
    let end: ChainEditions.End
    var names: [String] = []
  }

  /// Takes what is no longer in the chain as it was, where the data set speaks of it since before; of what
  /// it cannot speak it is told when it does.
  mutating func keep(
    _ ended: [Ended],
    of chain: ReferenceChain,
    _ use: ChainUse,
    in clusters: [String],
    _ names: inout LibraryNames
  ) {
    guard let following = following[chain.id] else { return }
    let left = Set(use.except.map { SegmentMentions.key($0.text) })
    for item in ended {
      let keys = item.names.map { SegmentMentions.key($0) }
      guard item.end.step >= following.first else {
        for key in keys { gone[key] = GoneSegment(item.end, of: chain) }
        continue
      }
      for name in item.names { names.add(name, for: item.end.segment.id) }
      guard keys.contains(where: { spoken.contains($0) && !own.contains($0) }),
        left.isDisjoint(with: keys)
      else { continue }
      let place = take(item.end.segment, of: position(ofPast: item.end.chain))
      for cluster in clusters where !segments[place].clusters.contains(cluster) {
        segments[place].clusters.append(cluster)
      }
      formerNames[item.end.segment.id] = item.names
      ends[item.end.segment.id] = item.end
    }
  }

  /// What is to be looked at in a segment that the data set speaks of: what it covers is another since.
  func changesToLookAt(in segment: Segment) -> [String] {
    if let end = ends[segment.entry.id] { return [end.words.zh] }
    guard
      let following = following.values.first(where: { following in
        following.editions.present.segments.contains { $0.id == segment.entry.id }
      }), !following.settled.contains(segment.entry.id)
    else { return [] }
    let keys =
      (segment.entry.spellings + (formerNames[segment.entry.id] ?? [])
      + [segment.label?.text].compactMap(\.self)).map { SegmentMentions.key($0) }
    guard keys.contains(where: { spoken.contains($0) }) else { return [] }
    let sources = following.editions.sources(of: segment.entry.id, from: following.first)
    let changes = sources.flatMap { following.editions.statements(on: $0, from: following.first) }
      .filter { $0.statement.kind == .narrow || $0.statement.kind == .widen }
      .map { $0.statement.words(in: $0.edition).zh }
    let judged = following.editions.parts(of: segment.entry.id, among: sources, following.first)
      .filter { part in
        part.segment.spellings.contains { self.judged.contains(SegmentMentions.key($0)) }
      }
      .map { "\($0.edition) 并入：\($0.segment.name)，所述只指它" }
    // Of segments that were merged before, each came by the same change.
    var seen: Set<String> = []
    return (changes + judged).filter { seen.insert($0).inserted }
  }

  /// The edition that a segment is new in, to data that speak of an older one: whoever surveyed the whole chain
  /// before did not look at it.
  func editionSince(of segment: Segment) -> String? {
    let id = segment.entry.id
    guard ends[id] == nil, !moved.contains(id) else { return nil }
    let known = following.values.first { following in
      following.first < following.editions.steps.count
        && following.editions.present.segments.contains { $0.id == id }
    }
    guard let known, known.editions.sources(of: id, from: known.first).isEmpty else { return nil }
    return known.editions.present.edition
  }

  // MARK: Segments as they were

  /// The entry of a segment that its chain has no longer, with the flows to what is here.
  ///
  /// A flow is in the entry of one of its ends; here all of them are, but those from what is itself as it
  /// was, which are in that one's.
  func entry(asItWas end: ChainEditions.End, flows: [RelationDefinition]) -> EntryNode {
    var names = LibraryNames()
    names.add(end.chain.segments)
    let isField = Set(flows.flatMap { [$0.field(at: .source), $0.field(at: .target)] })
    var pairs = end.segment.item.pairs.filter { !isField.contains($0.key.scalar ?? "") }
    var seen: Set<[String]> = []
    for flow in flows {
      for side in [RelationDefinition.End.source, .target] {
        let items = flowItems(flow, side, of: end, names).filter { id, item in
          let isInverse = side == .target && ends[id] != nil
          let kind = item["kind"]?.scalar ?? ""
          return !isInverse && seen.insert([flow.field(at: side), kind, id]).inserted
        }
        guard let first = items.first?.item else { continue }
        let list = EntryNode(.sequence(items.map(\.item)), range: first.range)
        pairs.append(.init(key: .text(flow.field(at: side), like: first), value: list))
      }
    }
    return EntryNode(.mapping(pairs), range: end.segment.item.range)
  }

  /// What one field of a segment's entry says, by itself and by the entries of the others.
  private func flowItems(
    _ flow: RelationDefinition,
    _ side: RelationDefinition.End,
    of end: ChainEditions.End,
    _ names: LibraryNames
  ) -> [(id: String, item: EntryNode)] {
    func item(_ item: EntryNode, to id: String) -> (id: String, item: EntryNode) {
      let rest = item.pairs.filter { $0.key.scalar != "to" }
      let to = EntryNode.Pair(key: .text("to", like: item), value: .text(id, like: item))
      return (id, EntryNode(.mapping([to] + rest), range: item.range))
    }
    let own = end.segment.item[flow.field(at: side)]?.items ?? []
    let stated = own.compactMap { node in
      (node["to"] ?? node).scalar.flatMap { idHere(of: $0, end, names) }.map { item(node, to: $0) }
    }
    let others = end.chain.segments.filter { $0.id != end.segment.id }
    let inverse = others.flatMap { other -> [(id: String, item: EntryNode)] in
      guard let id = idHere(of: other.name, end, names) else { return [] }
      return (other.item[flow.field(at: side.opposite)]?.items ?? []).filter { node in
        (node["to"] ?? node).scalar.flatMap { names.id(of: $0) } == end.segment.id
      }
      .map { item($0, to: id) }
    }
    return (stated + inverse).filter { $0.id != end.segment.id }
  }

  /// The identity here of what an older edition calls by a name; `nil` for what is not here.
  private func idHere(
    of name: String,
    _ end: ChainEditions.End,
    _ names: LibraryNames
  ) -> String? {
    var id = names.id(of: name)
    if let known = id, let editions = following[end.chain.id]?.editions {
      switch editions.place(of: known, from: end.step) {
      case .here(let present): id = present
      case .elsewhere(let segment, _): id = segment.id
      case .ended(let other): id = other.segment.id
      }
    }
    if id == nil {
      let key = NameKey(name)
      id = segments.first { $0.entry.spellings.contains { NameKey($0) == key } }?.entry.id
    }
    return id.flatMap { places[$0] == nil ? nil : $0 }
  }
}

/// A segment that a chain has no longer, for who names it.
struct GoneSegment {
  let chain: String
  /// The edition that had it last, and the one that has it no longer.
  let last: String
  let words: BilingualText
  let instead: [String]

  init(_ end: ChainEditions.End, of chain: ReferenceChain) {
    self.chain = chain.id
    last = end.chain.edition
    words = end.words
    instead = end.instead
  }
}

extension ChainEditions {
  /// Of the segments before a step that are now `id`, those that were merged into it, each with the edition
  /// that did so.
  func parts(
    of id: String,
    among sources: [String],
    _ first: Int
  ) -> [(edition: String, segment: ReferenceChain.Segment)] {
    guard steps.indices.contains(first) else { return [] }
    return sources.compactMap { source in
      let merge = statements(on: source, from: first).first { $0.statement.kind == .merge }
      guard let merge, source != id,
        let segment = steps[first].old.segments.first(where: { $0.id == source })
      else { return nil }
      return (merge.edition, segment)
    }
  }

  /// The segments of the edition before a step that are now `id`.
  func sources(of id: String, from first: Int) -> [String] {
    guard steps.indices.contains(first) else { return [] }
    return steps[first].old.segments.map(\.id).filter { old in
      if case .here(id) = place(of: old, from: first) { true } else { false }
    }
  }
}

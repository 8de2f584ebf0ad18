import ChainModel
import Diagnostics
import GraphKernel

/// The entries of segments that a data set takes from the library of chains.
struct BorrowedEntries {
  /// An entry of the library.
  struct Item {
    let file: Int
    let item: EntryNode
  }

  /// Which files are of the library.
  var files: Set<Int> = []
  private var items: [Item] = []
  /// By name and other names.
  private var positions: [NameKey: Int] = [:]
  private var taken: Set<Int> = []
  /// The node of each that the data set speaks of in an entry of its own.
  private var nodes: [Int: NodeIndex] = [:]
  /// Segments of older editions that cannot be spoken of.
  var gone: [NameKey: GoneSegment] = [:]
  /// Segments that uses leave out, with the chain of each.
  var excepted: [NameKey: String] = [:]
  /// What segments were called in older editions.
  var former: Set<NameKey> = []
  /// What those were called that were merged into others.
  var merged: Set<NameKey> = []

  mutating func add(_ item: EntryNode, file: Int) {
    let names = [item["name"]].compactMap { $0 } + (item["aliases"]?.items ?? [])
    for name in names.compactMap(\.scalar) {
      if positions[NameKey(name)] == nil { positions[NameKey(name)] = items.count }
    }
    items.append(Item(file: file, item: item))
  }

  /// What the library says of a segment that the data set calls `name`, once.
  mutating func take(_ name: String) -> Item? {
    guard let position = positions[NameKey(name)], taken.insert(position).inserted else {
      return nil
    }
    return items[position]
  }

  /// What the library calls the segment into which the one that was called `name` was merged: what was the
  /// name of a part is none of the whole. `nil` for other names.
  func wholeName(of name: String) -> String? {
    guard merged.contains(SegmentMentions.key(name)), let position = positions[NameKey(name)] else {
      return nil
    }
    return items[position].item["name"]?.scalar
  }

  /// Remembers the node of a segment that was taken by a name.
  mutating func bind(_ name: String, to node: NodeIndex) {
    if let position = positions[NameKey(name)] { nodes[position] = node }
  }

  /// The node of a segment that was taken by another of its names.
  func node(of name: String) -> NodeIndex? { positions[NameKey(name)].flatMap { nodes[$0] } }

  /// The entries of a file that the data set says nothing of.
  func free(in file: Int) -> [EntryNode] {
    items.indices.filter { items[$0].file == file && !taken.contains($0) }.map { items[$0].item }
  }
}

/// A relation by its kind and ends.
struct StatedRelation: Hashable {
  private let kind: RelationKind
  private let source: NodeIndex
  private let target: NodeIndex

  init(_ kind: RelationKind, _ source: NodeIndex, _ target: NodeIndex) {
    self.kind = kind
    self.source = source
    self.target = target
  }
}

extension EntryReader {
  /// Makes the library's files known, before the data set's own entries are read: what an entry of its own
  /// says of a segment stands before what the library says.
  mutating func borrow(_ roots: [(path: String, root: EntryNode)], log: inout FaultLog) {
    let own = log.path
    for (path, root) in roots {
      log.path = path
      guard let top = FieldReader(root, log: &log) else { continue }
      let file = readDefaults(of: top, isFixed: true, log: &log)
      borrowed.files.insert(file)
      borrowedTops.append((top, file))
      for item in top["segment"]?.items ?? [] { borrowed.add(item, file: file) }
    }
    log.path = own
  }

  /// Makes nodes of what is borrowed and was not spoken of.
  mutating func readBorrowed(log: inout FaultLog) {
    let own = log.path
    for (top, file) in borrowedTops {
      log.path = files[file].path
      let free = EntryNode(.sequence(borrowed.free(in: file)), range: top.node.range)
      let pairs = top.node.pairs.map { pair in
        pair.key.scalar == "segment" ? EntryNode.Pair(key: pair.key, value: free) : pair
      }
      let root = EntryNode(.mapping(pairs), range: top.node.range)
      guard let rest = FieldReader(root, log: &log) else { continue }
      readNodes(of: rest, file, log: &log)
    }
    log.path = own
  }

  /// Whether an entry is of a segment that the data set has an entry of already, by another of its names, or
  /// of one that its chain has no longer; it makes no node then.
  mutating func isTakenAlready(
    _ name: String,
    _ own: FieldReader,
    _ schema: EntrySchema,
    _ rest: Rest,
    _ log: inout FaultLog
  ) -> Bool {
    guard schema.kind.kind == .segment, own["id"] == nil, let node = own["name"],
      !borrowed.files.isEmpty
    else { return false }
    let place = log.location(of: node)
    if let gone = borrowed.gone[SegmentMentions.key(name)] {
      log.report(.goneSegment(name, gone, at: place))
      nameless.append(rest)
      return true
    }
    guard let first = borrowed.node(of: name) else { return false }
    log.report(.repeatedSegment(name, builder.name(of: first), at: place))
    additions.append(Entry(node: first, name: name, place: place, rest: rest, isAgain: true))
    return true
  }

  /// Whether a relation is still to be said: the data set's own word stands before the library's, and what two
  /// segments were said to do before they became one is said once.
  mutating func isNew(
    _ target: Target,
    _ source: NodeIndex,
    _ goal: NodeIndex,
    of entry: Entry,
    _ log: inout FaultLog
  ) -> Bool {
    guard !borrowed.files.isEmpty else { return true }
    let relation = StatedRelation(target.definition.kind, source, goal)
    let isBorrowed = borrowed.files.contains(entry.rest.file)
    guard let names = stated[relation] else {
      if !isBorrowed { stated[relation] = [entry.name, target.name] }
      return true
    }
    guard !isBorrowed else { return false }
    // Said twice by the same names, it is the graph's to refuse.
    let others = zip(names, [entry.name, target.name]).filter { NameKey($0) != NameKey($1) }
    let former = others.flatMap { [$1, $0] }.first {
      borrowed.former.contains(SegmentMentions.key($0))
    }
    guard let former else { return true }
    log.report(.repeatedByMerging(former, at: target.place))
    return false
  }

  /// Completes what an entry of the data set says by what the library says of the same segment, and
  /// returns the relations that are still to be read.
  mutating func borrowing(
    _ name: String,
    _ schema: EntrySchema,
    stated: Set<String>,
    _ id: inout String?,
    _ aliases: inout [String],
    _ attributes: inout [(name: AttributeName, value: AttributeValue)],
    _ log: inout FaultLog
  ) -> Rest? {
    guard schema.kind.kind == .segment, !borrowed.files.isEmpty,
      !borrowed.files.contains(where: { files[$0].path == log.path }),
      let found = borrowed.take(name)
    else { return nil }
    let own = log.path
    defer { log.path = own }
    log.path = files[found.file].path
    var rest = Rest(file: found.file)
    let inherited = files[found.file].defaults.fields(of: .segment).filter {
      found.item[$0.field] == nil
    }
    let fields = found.item.pairs.map { ($0.key.scalar ?? "", $0.value) } + inherited
    let known = Set(attributes.map(\.name))
    for (field, value) in fields {
      switch schema.meanings[field] {
      case .id: id = id ?? value.scalar
      case .name, .aliases:
        let taken = Set(([name] + aliases).map { NameKey($0) })
        aliases += value.items.compactMap(\.scalar).filter { !taken.contains(NameKey($0)) }
      case .attribute(let definition) where !known.contains(definition.name):
        if let read = AttributeReader(ontology: ontology).read(value, as: definition, log: &log) {
          attributes.append((definition.name, read))
        }
      case .source: rest.source = value
      case .basis: rest.basis = value
      // What it is a part of is the data set's to say, where it says so itself.
      case .relation(let definition, _)
      where definition.semantics == .containment && stated.contains(field):
        break
      case .relation(let definition, let end): rest.relations.append((definition, end, value))
      case .attribute, nil: break
      }
    }
    return rest
  }
}

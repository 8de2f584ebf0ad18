import ChainModel
import Diagnostics

/// Where a data set speaks of segments, found without looking up what the names mean.
struct SegmentMentions {
  /// A place where a segment is named.
  struct Mention {
    /// What it is called there.
    let name: String
    let sort: ChainUpdatePlan.Sort
    /// Whose entry says so: the entry's name, or the field of a use.
    let speaker: String
    /// The file, by its place among the data set's files.
    let file: Int
    let range: SourceRange

    /// Whether it says that a segment is or is not here. Said of a part, it holds for no whole.
    var isJudgement: Bool { sort == .survey || sort == .entry }

    /// Names are compared by this; a kind before the name is none of it.
    var key: NameKey { SegmentMentions.key(name) }
  }

  private(set) var mentions: [Mention] = []
  /// Segments that have an identity of the data set's own.
  private(set) var own: Set<NameKey> = []
  private let ontology: Ontology
  private let schemas: [String: EntrySchema]
  private var file = 0
  /// Faults of the form are told by who reads the entries.
  private var silent = FaultLog(path: "", room: 0)

  init(_ roots: [EntryNode], _ ontology: Ontology) {
    self.ontology = ontology
    schemas = Dictionary(
      ontology.kinds.map { ($0.kind.name, EntrySchema(of: $0, in: ontology)) },
      uniquingKeysWith: { first, _ in first }
    )
    for (position, root) in roots.enumerated() {
      file = position
      for pair in root.pairs {
        switch pair.key.scalar ?? "" {
        case "uses": for use in pair.value.items { look(inUse: use) }
        case "defaults": look(inDefaults: pair.value)
        case let kind: for item in pair.value.items { look(in: item, of: kind) }
        }
      }
    }
  }

  static func key(_ name: String) -> NameKey {
    let prefix = NodeKind.segment.name + ":"
    return NameKey(name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name)
  }

  /// The keys of all mentions.
  var keys: Set<NameKey> { Set(mentions.map(\.key)) }

  // MARK: Looking

  private mutating func add(
    _ name: String,
    _ sort: ChainUpdatePlan.Sort,
    by speaker: String,
    at range: SourceRange
  ) {
    mentions.append(Mention(name: name, sort: sort, speaker: speaker, file: file, range: range))
  }

  private mutating func look(in item: EntryNode, of kind: String) {
    guard let schema = schemas[kind] else { return }
    let name = item["name"]?.scalar?.trimmingSpace() ?? ""
    let isSegment = kind == NodeKind.segment.name
    if isSegment, let heading = item["name"] {
      if item["id"] == nil {
        add(name, .entry, by: name, at: heading.range)
      } else {
        let aliases = item["aliases"]?.items.compactMap(\.scalar) ?? []
        own.formUnion(([name] + aliases).map { Self.key($0) })
      }
    }
    for pair in item.pairs { look(in: pair, schema, of: isSegment ? name : nil, by: name) }
  }

  /// - Parameter segment: the segment whose entry it is; `nil` for an entry of another kind.
  private mutating func look(
    in pair: EntryNode.Pair,
    _ schema: EntrySchema,
    of segment: String?,
    by speaker: String
  ) {
    guard case .relation(let relation, let end) = schema.meanings[pair.key.scalar ?? ""] else {
      return
    }
    let namesSegments = relation.kinds(at: end.opposite).contains(.segment)
    for item in pair.value.items {
      guard case .reference(let read) = RelationItem.read(item, log: &silent) else { continue }
      if namesSegments {
        add(read.name, sort(of: relation, by: schema), by: speaker, at: read.range)
      }
      // Who works on a segment may stand in the segment's own entry.
      guard let segment, relation.semantics != .containment else { continue }
      add(segment, sort(of: relation, at: end), by: read.name, at: read.range)
    }
  }

  private func sort(
    of relation: RelationDefinition,
    by schema: EntrySchema
  ) -> ChainUpdatePlan.Sort {
    switch (relation.semantics, schema.kind.kind) {
    case (.presence, .enterprise): .enterprise
    case (.presence, .project): .project
    case (.presence, _): .evidence
    case (.flow, _), (.return, _): .flow
    case (.survey, _), (.testimony, _): .survey
    default: .other
    }
  }

  /// The sort of what stands in a segment's own entry: by the kinds of the other end.
  private func sort(
    of relation: RelationDefinition,
    at end: RelationDefinition.End
  ) -> ChainUpdatePlan.Sort {
    let kinds = relation.kinds(at: end.opposite)
    let kind: NodeKind = kinds.contains(.enterprise) ? .enterprise : .project
    switch relation.semantics {
    case .presence where kinds == .only([kind]): return kind == .enterprise ? .enterprise : .project
    case .presence: return .evidence
    case .flow, .return: return .flow
    case .survey, .testimony: return .survey
    default: return .other
    }
  }

  private mutating func look(inDefaults node: EntryNode) {
    for kind in node.pairs {
      guard let name = kind.key.scalar, let schema = schemas[name] else { continue }
      for pair in kind.value.pairs { look(in: pair, schema, of: nil, by: "defaults") }
    }
  }

  /// What a use leaves out it says nothing of.
  private mutating func look(inUse use: EntryNode) {
    for field in ["rename", "split", "cites"] {
      for pair in use[field]?.pairs ?? [] {
        guard let name = pair.key.scalar?.trimmingSpace() else { continue }
        add(name, .use, by: field, at: pair.key.range)
      }
    }
    for item in use["add"]?.items ?? [] { look(in: item, of: NodeKind.segment.name) }
  }
}

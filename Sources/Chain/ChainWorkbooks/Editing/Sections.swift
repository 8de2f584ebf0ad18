import ChainModel
import Diagnostics
import GraphKernel
import YAML

/// Which entries leave the lists of entries in the files, and which come in.
struct Sections {
  /// The list of the entries of one kind in one file.
  struct Section {
    let file: Int
    let kind: NodeKind
    let pair: YAMLPair
    var count = 0
    /// Positions of entries in the list.
    var removed: [Int] = []
    var added: [YAMLEntry] = []
  }

  private(set) var all: [Section] = []
  /// New entries of kinds that no file holds yet, in the order of the ontology.
  private(set) var homeless: [(kind: KindDefinition, entries: [YAMLEntry])] = []

  private let context: EditContext
  private let plan: RelationPlan

  init(_ context: EditContext, _ plan: RelationPlan) throws(EditingFault) {
    self.context = context
    self.plan = plan
    for (number, file) in context.trace.files.enumerated() {
      guard !file.isFixed, case .mapping(let pairs) = file.root.content else { continue }
      for pair in pairs {
        guard let name = pair.key.scalar, name != "defaults", name != "uses" else { continue }
        all.append(Section(file: number, kind: NodeKind(name), pair: pair))
      }
    }
    var positions: [Int: [NodeKind: Int]] = [:]
    for (position, section) in all.enumerated() {
      positions[section.file, default: [:]][section.kind] = position
    }
    for (position, entry) in context.trace.entries.enumerated() {
      guard let section = positions[entry.file]?[entry.schema.kind.kind] else { continue }
      if context.difference.matching.after(NodeIndex(position)) == nil {
        all[section].removed.append(all[section].count)
      }
      all[section].count += 1
    }
    for node in context.difference.addedNodes { try place(node) }
  }

  /// Puts a new node where its like are: in the file where most of its kind are part of what it is part
  /// of, else where most of what it relates to stands, such as the segment that an enterprise operates
  /// in, else where most of its kind are.
  private mutating func place(_ node: NodeIndex) throws(EditingFault) {
    let kind = context.new.kind(of: node)
    var siblings: [Int: Int] = [:]
    for whole in context.new.relations(of: node, at: .source, .containment) {
      for part in context.new.relations(of: whole.target, at: .target, .containment) {
        guard context.new.kind(of: part.source) == kind,
          let old = context.difference.matching.before(part.source)
        else { continue }
        siblings[context.trace.entries[old.position].file, default: 0] += 1
      }
    }
    var related: [Int: Int] = [:]
    for relation in Semantics.allCases.flatMap({ context.new.relations(of: node, at: .source, $0) })
    {
      guard let old = context.difference.matching.before(relation.target) else { continue }
      related[context.trace.entries[old.position].file, default: 0] += 1
    }
    let homes = all.indices.filter { position in
      let section = all[position]
      guard case .sequence = section.pair.value.content, section.pair.value.style != .alias else {
        return false
      }
      // A brackets' list that loses all its entries cannot take new ones beside.
      let isEmptied = section.count > 0 && section.removed.count == section.count
      return section.kind == kind && !(isEmptied && section.pair.value.style == .flow)
        && NewEntry(node, context, plan, file: section.file).suitsDefaults
    }
    let home = homes.max { a, b in
      func rank(_ home: Int) -> (Int, Int, Int, Int) {
        let file = all[home].file
        // Of equals, the first.
        return (siblings[file, default: 0], related[file, default: 0], all[home].count, -home)
      }
      return rank(a) < rank(b)
    }
    if let home {
      all[home].added.append(try NewEntry(node, context, plan, file: all[home].file).entry())
      return
    }
    let entry = try NewEntry(node, context, plan, file: nil).entry()
    if let position = homeless.firstIndex(where: { $0.kind.kind == kind }) {
      homeless[position].entries.append(entry)
    } else {
      homeless.append((context.new.definition(of: node), [entry]))
    }
  }
}

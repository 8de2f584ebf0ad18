package import Bilingual
package import GraphKernel

/// What two people made of one data set, put together: a three-way merge of facts.
///
/// A field that one side alone changed becomes what that side made of it; what both changed alike is
/// changed once; what both changed differently is a conflict. Relations and other names are merged one
/// by one, so that two people may add to one list; other names that both changed are told. A row with
/// a conflict is left as *theirs* has it, in all that *mine* changed there, until somebody chooses: half
/// a row would be nobody's.
package struct DatasetMerge: Sendable {
  /// Whose word counts.
  package enum Side: String, Sendable, Hashable {
    /// Those of the workbook.
    case mine
    /// Those of the data set as it is now.
    case theirs
  }

  /// What one chooses for: the data set as a whole, a node with the relations of its row, a query.
  package enum Row: Hashable, Sendable {
    case whole
    /// A node, by its number among those of all three.
    case node(Int)
    case query(String)
  }

  /// A node in each of the three; `nil` where it is not.
  package struct Unit: Sendable, Hashable {
    package var base: NodeIndex?
    package var mine: NodeIndex?
    package var theirs: NodeIndex?
  }

  /// One thing that is not what it was.
  package struct Change: Sendable {
    /// Who changed it.
    package enum Part: String, Sendable, CaseIterable {
      case mine, theirs
      /// Both, alike.
      case both
      /// Both, differently.
      case conflict
      /// Both, differently, in a list whose items are put together.
      case joined
    }

    package let part: Part
    /// The row that it stands in.
    package let row: Row
    /// A kind of nodes, a relation, the whole, a query.
    package let what: BilingualText
    /// The names of the nodes.
    package let name: String
    /// The field, as data writes it; empty for a node, a relation or a query as a whole.
    package let field: String
    /// The word for the field.
    package let label: BilingualText?
    /// What it was; `nil` for nothing.
    package let base: BilingualText?
    /// What *mine* made of it.
    package let mine: BilingualText?
    /// What *theirs* made of it.
    package let theirs: BilingualText?
    /// The thing that changed.
    let key: Key
  }

  /// Everything that either side changed: the whole, nodes by kind, relations, queries.
  package internal(set) var changes: [Change] = []
  /// The nodes of all three.
  package let units: [Unit]

  /// The state that both set out from; where nobody knows it, `theirs`, and every difference is a
  /// conflict.
  package let base: Dataset
  /// The data set of whoever edited a copy.
  package let mine: Dataset
  /// The data set as it is now.
  package let theirs: Dataset

  let versions: (base: MergeVersion, mine: MergeVersion, theirs: MergeVersion)
  /// What becomes of each thing that differs; of all others, what *theirs* says.
  var decisions: [Key: Decision] = [:]
  /// The rows with a conflict.
  package internal(set) var conflicts: Set<Row> = []
  /// The rows with a list that both sides changed: it is put together, unless somebody chooses.
  package internal(set) var joined: Set<Row> = []
  /// What *theirs* has beyond the part of which a workbook was made.
  let unseen: Unseen
  let isBaseKnown: Bool
  let same: @Sendable (String) -> String

  /// A thing that has one value in each of the three.
  enum Key: Hashable {
    case whole(String)
    case presence(Int)
    case field(Int, String)
    case relation(MergeVersion.RelationKey)
    case query(String)
  }

  enum Decision: Hashable {
    case mine, theirs, conflict, joined
  }

  /// Compares the three.
  ///
  /// - Parameters:
  ///   - base: what both set out from; `nil` when nobody knows, and then nothing is merged unasked.
  ///   - part: the part of `theirs` that *mine* was made from; `nil` for all of it. What is beyond it is
  ///     no edit of anybody.
  ///   - same: the form of a text in which a difference counts; a cell keeps no space at its ends.
  /// - Complexity: O(*v* + *e*) time and memory.
  package init(
    base: Dataset?,
    mine: Dataset,
    theirs: Dataset,
    part: Dataset? = nil,
    same: @escaping @Sendable (String) -> String = { $0 }
  ) {
    let origin = base ?? theirs
    (self.base, self.mine, self.theirs, self.same) = (origin, mine, theirs, same)
    isBaseKnown = base != nil
    let mineMatching = NodeMatching(from: origin.graph, to: mine.graph)
    let theirMatching = NodeMatching(from: origin.graph, to: theirs.graph)
    var units = origin.graph.nodes.map { node in
      Unit(base: node, mine: mineMatching.after(node), theirs: theirMatching.after(node))
    }
    for node in theirs.graph.nodes where theirMatching.before(node) == nil {
      // Who adds the same in both adds it once.
      let own = mine.graph.node(id: theirs.graph.id(of: node)).flatMap { own in
        mineMatching.before(own) == nil && mine.graph.kind(of: own) == theirs.graph.kind(of: node)
          ? own : nil
      }
      units.append(Unit(base: nil, mine: own, theirs: node))
    }
    let shared = Set(units.compactMap { $0.base == nil ? $0.mine : nil })
    for node in mine.graph.nodes
    where mineMatching.before(node) == nil && !shared.contains(node) {
      units.append(Unit(base: nil, mine: node, theirs: nil))
    }
    self.units = units
    versions = (
      MergeVersion(origin, units.map(\.base), same), MergeVersion(mine, units.map(\.mine), same),
      MergeVersion(theirs, units.map(\.theirs), same)
    )
    unseen = Unseen(of: versions.theirs, beyond: part, versions.base)
    compare()
  }

  /// Whether *theirs* says something that both did not set out from, nor *mine* says.
  package var hasMovedOn: Bool {
    changes.contains { [.theirs, .conflict, .joined].contains($0.part) }
  }

  /// The identity by which people name a row; `nil` for the data set as a whole and for queries.
  package func id(of row: Row) -> String? {
    guard case .node(let number) = row else { return nil }
    let unit = units[number]
    return unit.base.map { base.graph.id(of: $0) } ?? unit.theirs.map { theirs.graph.id(of: $0) }
      ?? unit.mine.map { mine.graph.id(of: $0) }
  }

  /// Decides by the three values of a thing; `nil` when it is not changed.
  func part<Value: Equatable>(_ base: Value?, _ mine: Value?, _ theirs: Value?) -> Change.Part? {
    if mine == theirs { return isBaseKnown && base != mine ? .both : nil }
    guard isBaseKnown else { return .conflict }
    if mine == base { return .theirs }
    return theirs == base ? .mine : .conflict
  }
}

/// What a data set has beyond a part of it that was exported, and the export did not have either.
struct Unseen: Sendable {
  private(set) var units: Set<Int> = []
  private(set) var relations: Set<MergeVersion.RelationKey> = []

  init(of whole: MergeVersion, beyond part: Dataset?, _ base: MergeVersion) {
    guard let part else { return }
    let graph = whole.dataset.graph
    for node in graph.nodes where part.graph.node(id: graph.id(of: node)) == nil {
      let unit = whole.number(of: node)
      if base.nodes[unit] == nil { units.insert(unit) }
    }
    var known: Set<MergeVersion.RelationKey> = []
    for relation in part.graph.allRelations() {
      let ends = [relation.source, relation.target].map { graph.node(id: part.graph.id(of: $0)) }
      guard let source = ends[0], let target = ends[1] else { continue }
      known.insert(
        MergeVersion.RelationKey(
          kind: relation.kind,
          source: whole.number(of: source),
          target: whole.number(of: target),
          from: relation.period.from
        )
      )
    }
    relations = Set(
      whole.relations.keys.filter { !known.contains($0) && base.relations[$0] == nil }
    )
  }

  var isEmpty: Bool { units.isEmpty && relations.isEmpty }
}

extension RelationDefinition {
  /// The end whose nodes have a column for the relation.
  package var columnEnd: RelationDefinition.End { semantics == .responsibility ? .target : .source }
}

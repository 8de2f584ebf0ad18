import Bilingual
public import ChainModel
import GraphKernel

extension Answer {
  /// What one data set says and another does not: a row for each field of each change.
  ///
  /// In the order of `DatasetDifference`: the whole, nodes that are new, gone and changed, relations
  /// alike, queries.
  public init(_ difference: DatasetDifference, command: String) {
    let table = Answer.Table(
      [
        Answer.Table.Column("change", zh: "变动", en: "change"),
        Answer.Table.Column("what", zh: "种类", en: "what"),
        Answer.Table.Column("name", zh: "对象", en: "name"),
        Answer.Table.Column("field", zh: "项目", en: "field"),
        Answer.Table.Column("before", zh: "原为", en: "before"),
        Answer.Table.Column("after", zh: "现为", en: "after"),
      ],
      difference.changes
    ) { change in
      [
        .word(key: change.sort.rawValue, label: change.sort.label), .sentence(change.what),
        .text(change.name), change.field.map { .sentence($0.label) } ?? .none,
        change.field?.before.map { .sentence($0) } ?? .none,
        change.field?.after.map { .sentence($0) } ?? .none,
      ]
    }
    self.init(command: command, table: table)
  }
}

/// One line of a difference.
private struct Change {
  enum Sort: String {
    case added, removed, changed

    var label: BilingualText {
      switch self {
      case .added: BilingualText(zh: "新增", en: "added")
      case .removed: BilingualText(zh: "删除", en: "removed")
      case .changed: BilingualText(zh: "修改", en: "changed")
      }
    }
  }

  let sort: Sort
  /// A kind of nodes, a relation, the whole.
  let what: BilingualText
  let name: String
  var field: DatasetDifference.FieldChange?
}

extension DatasetDifference {
  fileprivate var changes: [Change] {
    wholeChanges + nodeChanges + relationChanges + queryChanges
  }

  private var wholeChanges: [Change] {
    let whole = BilingualText(zh: "数据集", en: "data set")
    let fields = manifest.map { field in
      Change(sort: .changed, what: whole, name: after.title.zh, field: field)
    }
    guard changesVocabulary else { return fields }
    return fields + [
      Change(sort: .changed, what: BilingualText(zh: "词汇", en: "vocabulary"), name: "ontology")
    ]
  }

  private var nodeChanges: [Change] {
    func change(_ sort: Change.Sort, _ node: NodeIndex, _ graph: ChainGraph) -> Change {
      let kind = graph.kind(of: node)
      let label = graph.ontology[kind]?.label ?? BilingualText(same: kind.name)
      return Change(sort: sort, what: label, name: graph.name(of: node))
    }
    return addedNodes.map { change(.added, $0, after.graph) }
      + removedNodes.map { change(.removed, $0, before.graph) }
      + changedNodes.flatMap { changed in
        changed.fields.map { field in
          var line = change(.changed, changed.before, before.graph)
          line.field = field
          return line
        }
      }
  }

  private var relationChanges: [Change] {
    func change(_ sort: Change.Sort, _ relation: Relation, _ graph: ChainGraph) -> Change {
      let label = graph.ontology[relation.kind]?.label ?? BilingualText(same: relation.kind.name)
      let ends = [relation.source, relation.target].map { graph.name(of: $0) }
      let days = relation.period.isAlways ? "" : "（\(relation.period)）"
      return Change(sort: sort, what: label, name: ends.joined(separator: " → ") + days)
    }
    return addedRelations.map { change(.added, $0, after.graph) }
      + removedRelations.map { change(.removed, $0, before.graph) }
      + changedRelations.flatMap { changed in
        changed.fields.map { field in
          var line = change(.changed, changed.before, before.graph)
          line.field = field
          return line
        }
      }
  }

  private var queryChanges: [Change] {
    let query = BilingualText(zh: "查询", en: "query")
    return queries.flatMap { change -> [Change] in
      if change.before == nil { return [Change(sort: .added, what: query, name: change.name)] }
      if change.after == nil { return [Change(sort: .removed, what: query, name: change.name)] }
      return change.fields.map {
        Change(sort: .changed, what: query, name: change.name, field: $0)
      }
    }
  }
}

internal import Bilingual
package import GraphKernel

/// Compares two data sets whose nodes are matched.
struct Comparison {
  let before: Dataset
  let after: Dataset
  let matching: NodeMatching

  // MARK: The whole

  func manifest() -> [DatasetDifference.FieldChange] {
    let documents = before.documents.map { before.graph.name(of: $0) }
    let newDocuments = after.documents.map { after.graph.name(of: $0) }
    let areSame = before.documents.map { matching.after($0) } == after.documents.map { $0 }
    var changes: [DatasetDifference.FieldChange?] = []
    let title = BilingualText(zh: "标题", en: "title")
    if before.title != after.title {
      changes.append(DatasetDifference.FieldChange("title", title, before.title, after.title))
    }
    changes.append(
      DatasetDifference.FieldChange(
        "jurisdiction",
        BilingualText(zh: "地区", en: "jurisdiction"),
        from: before.jurisdiction,
        to: after.jurisdiction
      )
    )
    changes.append(
      DatasetDifference.FieldChange(
        "language",
        BilingualText(zh: "语言", en: "language"),
        from: before.language.rawValue,
        to: after.language.rawValue
      )
    )
    changes.append(
      DatasetDifference.FieldChange(
        "date",
        BilingualText(zh: "日期", en: "date"),
        from: before.date.description,
        to: after.date.description
      )
    )
    // A document that is renamed is told once, as the node that it is.
    if !areSame {
      changes.append(
        DatasetDifference.FieldChange(
          "documents",
          BilingualText(zh: "文件", en: "documents"),
          from: documents,
          to: newDocuments
        )
      )
    }
    return changes.compactMap { $0 }
  }

  func queries() -> [DatasetDifference.QueryChange] {
    func byName(_ queries: [NamedQuery]) -> [String: NamedQuery] {
      Dictionary(queries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (old, new) = (byName(before.queries), byName(after.queries))
    let names = before.queries.map(\.name) + after.queries.map(\.name).filter { old[$0] == nil }
    return names.compactMap { name in
      let (a, b) = (old[name], new[name])
      var fields: [DatasetDifference.FieldChange] = []
      if let a, let b {
        let expression = DatasetDifference.FieldChange(
          "expression",
          BilingualText(zh: "表达式", en: "expression"),
          from: a.expression,
          to: b.expression
        )
        if let expression { fields.append(expression) }
        if a.description != b.description {
          let label = BilingualText(zh: "说明", en: "description")
          fields.append(
            DatasetDifference.FieldChange("description", label, a.description, b.description)
          )
        }
        if fields.isEmpty { return nil }
      }
      return DatasetDifference.QueryChange(name: name, before: a, after: b, fields: fields)
    }
  }

  // MARK: Nodes

  func fields(of old: NodeIndex, _ new: NodeIndex) -> [DatasetDifference.FieldChange] {
    let (a, b) = (before.graph, after.graph)
    // Whether an identity is written out, or follows from the name again, is no fact.
    let isSame = a.id(of: old) == b.id(of: new)
    let identity = isSame ? a.statedID(of: old) ?? b.statedID(of: new) : b.statedID(of: new)
    var changes: [DatasetDifference.FieldChange?] = [
      DatasetDifference.FieldChange(
        "name",
        BilingualText(zh: "名称", en: "name"),
        from: a.name(of: old),
        to: b.name(of: new)
      ),
      DatasetDifference.FieldChange(
        "id",
        BilingualText(zh: "标识", en: "id"),
        from: a.statedID(of: old),
        to: identity
      ),
      DatasetDifference.FieldChange(
        "aliases",
        BilingualText(zh: "别名", en: "aliases"),
        from: a.aliases(of: old),
        to: b.aliases(of: new)
      ),
    ]
    let definitions = b.definition(of: new).attributes
    let gone = a.definition(of: old).attributes.filter { old in
      !definitions.contains { $0.name == old.name }
    }
    for definition in definitions + gone {
      let values = (a.attribute(definition.name, of: old), b.attribute(definition.name, of: new))
      guard values.0 != values.1 else { continue }
      changes.append(
        DatasetDifference.FieldChange(
          definition.name.name,
          definition.label,
          values.0.map { BilingualText($0) },
          values.1.map { BilingualText($0) }
        )
      )
    }
    changes.append(change(from: a.origin(of: old), to: b.origin(of: new)))
    return changes.compactMap { $0 }
  }

  private func change(from old: Origin, to new: Origin) -> DatasetDifference.FieldChange? {
    guard matching.after(old) != new else { return nil }
    return DatasetDifference.FieldChange(
      "source",
      BilingualText(zh: "出处", en: "source"),
      BilingualText(old, before.graph),
      BilingualText(new, after.graph)
    )
  }

  // MARK: Relations

  /// A relation in terms of the second data set.
  private struct Key: Hashable {
    let kind: RelationKind
    let source: NodeIndex
    let target: NodeIndex
    /// Of several periods each is a relation of its own.
    let from: CalendarDate?
  }

  func relations() -> (
    added: [Relation], removed: [Relation], changed: [DatasetDifference.RelationChange]
  ) {
    var unseen: [Key: Relation] = [:]
    for relation in after.graph.allRelations() {
      let key = Key(
        kind: relation.kind,
        source: relation.source,
        target: relation.target,
        from: relation.period.from
      )
      unseen[key] = relation
    }
    var removed: [Relation] = []
    var changed: [DatasetDifference.RelationChange] = []
    for old in before.graph.allRelations() {
      guard let source = matching.after(old.source), let target = matching.after(old.target),
        let new = unseen.removeValue(
          forKey: Key(kind: old.kind, source: source, target: target, from: old.period.from)
        )
      else {
        removed.append(old)
        continue
      }
      let fields = [
        change(from: old.origin.holding(new.period), to: new.origin), openness(old, new),
        end(old.period, new.period),
      ].compactMap { $0 }
      if !fields.isEmpty {
        changed.append(DatasetDifference.RelationChange(before: old, after: new, fields: fields))
      }
    }
    return (
      inOrder(unseen.map(\.value), \.self, after), inOrder(removed, \.self, before),
      inOrder(changed, \.before, before)
    )
  }

  private func end(
    _ old: Origin.Period,
    _ new: Origin.Period
  ) -> DatasetDifference.FieldChange? {
    DatasetDifference.FieldChange(
      "until",
      BilingualText(zh: "止", en: "until"),
      from: old.until?.description,
      to: new.until?.description
    )
  }

  private func openness(_ old: Relation, _ new: Relation) -> DatasetDifference.FieldChange? {
    func word(_ isOpen: Bool) -> BilingualText? {
      isOpen ? BilingualText(zh: "等", en: "etc.") : nil
    }
    guard old.isOpen != new.isOpen else { return nil }
    let label = BilingualText(zh: "名单未尽", en: "open list")
    return DatasetDifference.FieldChange("open", label, word(old.isOpen), word(new.isOpen))
  }

  private func inOrder<Change>(
    _ changes: [Change],
    _ relation: KeyPath<Change, Relation>,
    _ dataset: Dataset
  ) -> [Change] {
    let ontology = dataset.graph.ontology
    func order(_ change: Change) -> (Int, NodeIndex, NodeIndex, UInt32) {
      let relation = change[keyPath: relation]
      return (
        ontology.position(of: relation.kind) ?? 0, relation.source, relation.target,
        relation.period.from?.packed ?? 0
      )
    }
    return changes.sorted { order($0) < order($1) }
  }
}

extension ChainGraph {
  /// The identity that the data gives `node`; `nil` where that follows from kind and name.
  package func statedID(of node: NodeIndex) -> String? {
    let id = id(of: node)
    return id == Self.id(kind(of: node), name(of: node)) ? nil : id
  }

  /// Every relation, by meaning.
  package func allRelations() -> [Relation] {
    Semantics.allCases.flatMap { semantics in
      digraph(semantics).arcs.map { relation($0, semantics) }
    }
  }
}

import Bilingual
package import ChainModel
package import Diagnostics

/// What a file says once for all of its entries: fields for entries of a kind, an origin for
/// relations of a kind.
package struct FileDefaults {
  /// For each kind, in the order of the file.
  package private(set) var kinds:
    [(schema: EntrySchema, fields: [(field: String, value: EntryNode)])] = []
  /// For each relation, in the order of the file.
  package private(set) var relations:
    [(kind: RelationKind, source: EntryNode?, basis: EntryNode?, sort: EntryNode?)] = []

  init(
    _ node: EntryNode?,
    ontology: Ontology,
    schemas: [String: EntrySchema],
    log: inout FaultLog
  ) {
    guard let node, let top = FieldReader(node, log: &log) else { return }
    for (name, pair) in top.pairs {
      guard let fields = FieldReader(pair.value, log: &log) else { continue }
      if let schema = schemas[name] {
        fields.allow(
          schema.fields.filter { $0 != "name" && $0 != "id" },
          of: schema.kind.label,
          log: &log
        )
        kinds.append((schema, fields.pairs.map { ($0.field, $0.pair.value) }))
      } else if ontology[RelationKind(name)] != nil {
        fields.allow(
          ["source", "basis", "kind"],
          of: BilingualText(zh: "关系", en: "a relation"),
          log: &log
        )
        relations.append((RelationKind(name), fields["source"], fields["basis"], fields["kind"]))
      } else {
        let words = ontology.kinds.map(\.kind.name) + ontology.relations.map(\.kind.name)
        log.report(
          .unknownWord(
            name,
            meaning: BilingualText(zh: "类别或关系", en: "kind or relation"),
            words: words,
            at: log.location(of: pair.key)
          )
        )
      }
    }
  }

  /// The fields that entries of `kind` take where they do not write them.
  package func fields(of kind: NodeKind) -> [(field: String, value: EntryNode)] {
    kinds.first { $0.schema.kind.kind == kind }?.fields ?? []
  }

  /// The origin of relations of a kind that do not state their own; a sort of a relation takes that
  /// of the relation where it has none.
  package func origin(
    of relation: RelationDefinition
  ) -> (source: EntryNode?, basis: EntryNode?)? {
    let own = relations.first { $0.kind == relation.kind }
    return (own ?? relations.first { $0.kind == relation.variant?.base })
      .map { ($0.source, $0.basis) }
  }

  /// Which sort relations of a kind are that do not say so.
  package func sort(of relation: RelationKind) -> EntryNode? {
    relations.first { $0.kind == relation }?.sort
  }
}

import Bilingual
import ChainModel
import Diagnostics

extension MappingFileReader {
  static let referenceFields =
    TextMappingFields.all + ["entity", "kind", "open", "source", "basis"]

  mutating func reference(
    _ node: EntryNode,
    _ relation: RelationDefinition,
    _ end: RelationDefinition.End,
    _ query: QueryMapping
  ) -> ReferenceMapping? {
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(Self.referenceFields, of: BilingualText(zh: "引用", en: "a reference"), log: &log)
    let place = log.location(of: node)
    let allowed = relation.kinds(at: end)
    let hasText = TextMappingFields.sources.contains { fields[$0] != nil }
    var text = hasText ? self.text(fields) : TextMapping()
    // Several columns make one key together.
    if let columns = text?.columns, columns.count > 1, text?.join == nil {
      text?.join = KeyRegistry.separator
    }
    if let entityNode = fields["entity"] {
      guard let name = FieldReader.text(entityNode, log: &log), let text else { return nil }
      let own = query.entities.firstIndex { $0.name.text == name }
      guard let space = keySpaces[name], hasText || own != nil else {
        let names = hasText ? keySpaces.keys.sorted() : query.entities.map(\.name.text)
        log.report(.unknownEntity(name, names: names, at: log.location(of: entityNode)))
        return nil
      }
      guard allowed.contains(space.kind) || ontology[space.kind] == nil else {
        log.report(
          .forbiddenReference(
            name,
            kind: space.kind,
            relation: relation,
            end: end,
            at: log.location(of: entityNode)
          )
        )
        return nil
      }
      if let own, !hasText {
        return ReferenceMapping(target: .own(own), text: TextMapping(), place: place)
      }
      return ReferenceMapping(
        target: .key(kind: space.kind, literal: space.literal),
        text: text,
        place: place
      )
    }
    guard hasText else {
      log.report(.missingField("column", at: place))
      return nil
    }
    guard let text else { return nil }
    guard let kindNode = fields["kind"] else {
      return ReferenceMapping(target: .key(kind: nil, literal: ""), text: text, place: place)
    }
    guard let kinds = self.kinds(kindNode, relation, end) else { return nil }
    return ReferenceMapping(target: .named(kinds), text: text, place: place)
  }

  private mutating func kinds(
    _ node: EntryNode,
    _ relation: RelationDefinition,
    _ end: RelationDefinition.End
  ) -> RelationDefinition.KindSelection? {
    var kinds: [NodeKind] = []
    for item in node.items {
      guard let name = FieldReader.text(item, log: &log) else { return nil }
      let kind = NodeKind(name)
      let place = log.location(of: item)
      guard ontology[kind] != nil else {
        log.report(.unknownKind(name, kinds: ontology.kinds.map(\.kind.name), at: place))
        return nil
      }
      guard relation.kinds(at: end).contains(kind) else {
        log.report(
          .forbiddenReference(name, kind: kind, relation: relation, end: end, at: place)
        )
        return nil
      }
      kinds.append(kind)
    }
    return .only(kinds)
  }
}

package import ChainModel

/// What each field of an entry of one kind means, derived from the ontology: there is no parsing
/// code for a single kind.
package struct EntrySchema {
  package enum Meaning {
    case name
    case id
    case aliases
    case source
    case basis
    case attribute(AttributeDefinition)
    case relation(RelationDefinition, end: RelationDefinition.End)
  }

  static let common = ["name", "id", "aliases", "source", "basis"]

  package let kind: KindDefinition
  package private(set) var meanings: [String: Meaning]
  /// All fields, in the order in which a message lists them.
  package private(set) var fields: [String]
  /// Fields that would mean two things.
  package private(set) var clashes: [String] = []

  package init(of kind: KindDefinition, in ontology: Ontology) {
    self.kind = kind
    meanings = [
      "name": .name, "id": .id, "aliases": .aliases, "source": .source, "basis": .basis,
    ]
    fields = Self.common
    for attribute in kind.attributes { add(attribute.name.name, .attribute(attribute)) }
    for relation in ontology.relations {
      for end in [RelationDefinition.End.source, .target]
      where relation.kinds(at: end).contains(kind.kind) {
        add(relation.field(at: end), .relation(relation, end: end))
      }
    }
  }

  private mutating func add(_ field: String, _ meaning: Meaning) {
    if meanings[field] == nil { fields.append(field) } else { clashes.append(field) }
    meanings[field] = meaning
  }
}

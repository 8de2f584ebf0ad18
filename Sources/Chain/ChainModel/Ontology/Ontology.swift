/// The vocabulary of a data set: kinds of nodes, kinds of relations, units.
///
/// Built from declarations that are already valid; readers report what is not.
public struct Ontology: Sendable {
  /// The kinds, in the order of their declaration.
  public let kinds: [KindDefinition]
  /// The relations, in the order of their declaration.
  public let relations: [RelationDefinition]
  /// The units, in the order of their declaration.
  public let units: [UnitOfMeasure]

  private let kindPositions: [NodeKind: Int]
  private let relationPositions: [RelationKind: Int]
  private let unitPositions: [String: Int]
  private let abilities: Abilities

  /// A vocabulary; of two declarations with one name the first holds.
  public init(
    kinds: [KindDefinition],
    relations: [RelationDefinition],
    units: [UnitOfMeasure]
  ) {
    self.kinds = kinds
    self.relations = relations
    self.units = units
    kindPositions = Self.positions(of: kinds.map(\.kind))
    relationPositions = Self.positions(of: relations.map(\.kind))
    unitPositions = Self.positions(of: units.map(\.symbol))
    abilities = Abilities(kinds.map(\.kind), relations)
  }

  private static func positions<Key: Hashable>(of keys: [Key]) -> [Key: Int] {
    Dictionary(zip(keys, 0...), uniquingKeysWith: { first, _ in first })
  }

  /// The declaration of `kind`; `nil` when there is none.
  public subscript(kind: NodeKind) -> KindDefinition? {
    kindPositions[kind].map { kinds[$0] }
  }

  /// The declaration of `relation`; `nil` when there is none.
  public subscript(relation: RelationKind) -> RelationDefinition? {
    relationPositions[relation].map { relations[$0] }
  }

  /// The unit written `symbol`; `nil` when there is none.
  public func unit(_ symbol: String) -> UnitOfMeasure? {
    unitPositions[symbol].map { units[$0] }
  }

  /// Where `kind` stands among ``kinds``.
  public func position(of kind: NodeKind) -> Int? { kindPositions[kind] }

  /// Where `relation` stands among ``relations``.
  public func position(of relation: RelationKind) -> Int? { relationPositions[relation] }

  /// The relations of one meaning, in the order of their declaration.
  public func relations(of semantics: Semantics) -> [RelationDefinition] {
    relations.filter { $0.semantics == semantics }
  }

  /// The sorts of the relation `kind`, itself the first where it is one of them; empty without any.
  public func variants(of kind: RelationKind) -> [RelationDefinition] {
    relations.filter { $0.variant?.base == kind }
  }

  /// The roles in which somebody answers for something, in the order of their declaration.
  public var roles: [RelationKind] { abilities.roles }

  /// The kinds that can answer for something: the parties.
  public var partyKinds: [NodeKind] { abilities.parties }

  /// The kinds that something can be located in: the places.
  public var placeKinds: [NodeKind] { abilities.places }

  /// The kinds that can be upstream or downstream of one another.
  public var flowKinds: [NodeKind] { abilities.flows }
}

extension Ontology {
  /// What kinds can do by the relations that take them, found once: questions ask it of every node.
  private final class Abilities: Sendable {
    let parties: [NodeKind]
    let places: [NodeKind]
    let flows: [NodeKind]
    let roles: [RelationKind]

    init(_ kinds: [NodeKind], _ relations: [RelationDefinition]) {
      func taken(
        by semantics: Semantics,
        at ends: [RelationDefinition.End]
      ) -> [NodeKind] {
        let selections = relations.filter { $0.semantics == semantics }
          .flatMap { relation in ends.map { relation.kinds(at: $0) } }
        return kinds.filter { kind in selections.contains { $0.contains(kind) } }
      }
      parties = taken(by: .responsibility, at: [.source])
      places = taken(by: .location, at: [.target])
      flows = taken(by: .flow, at: [.source, .target])
      roles = relations.filter { $0.semantics == .responsibility }.map(\.kind)
    }
  }
}

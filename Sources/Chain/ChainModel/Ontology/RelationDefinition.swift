public import Bilingual

/// A kind of relation: what it means, between which kinds, and how data writes it.
public struct RelationDefinition: Hashable, Sendable {
  /// The name.
  public let kind: RelationKind
  /// The phrase read from source to target.
  public let label: BilingualText
  /// The phrase read from target to source.
  public let inverse: BilingualText
  /// What it means to the algorithms.
  public let semantics: Semantics
  /// The kinds that it can start from.
  public let sources: RelationDefinition.KindSelection
  /// The kinds that it can lead to.
  public let targets: RelationDefinition.KindSelection
  /// The field under which its source writes it.
  public let field: String
  /// The field under which its target writes it.
  public let inverseField: String
  /// Which sort of another relation it is, where it is one: that of equipment of `supplies`.
  public let variant: RelationDefinition.Variant?
  /// What a document says by it; `nil` for all but semantics ``Semantics/testimony``.
  public let testimony: RelationDefinition.Testimony?

  /// A relation; see the properties.
  public init(
    kind: RelationKind,
    label: BilingualText,
    inverse: BilingualText,
    semantics: Semantics,
    sources: RelationDefinition.KindSelection,
    targets: RelationDefinition.KindSelection,
    field: String,
    inverseField: String,
    variant: RelationDefinition.Variant? = nil,
    testimony: RelationDefinition.Testimony? = nil
  ) {
    self.kind = kind
    self.label = label
    self.inverse = inverse
    self.semantics = semantics
    self.sources = sources
    self.targets = targets
    self.field = field
    self.inverseField = inverseField
    self.variant = variant
    self.testimony = testimony
  }
}

extension RelationDefinition {
  /// The kinds that may stand at one end of a relation.
  public enum KindSelection: Hashable, Sendable {
    /// Every kind.
    case any
    /// The kinds listed.
    case only([NodeKind])

    /// What facts may be cited from: documents, registers, and references for general
    /// knowledge.
    package static let citable = Self.only([.document, .register, .reference])

    /// Whether `kind` may stand there.
    public func contains(_ kind: NodeKind) -> Bool {
      switch self {
      case .any: true
      case .only(let kinds): kinds.contains(kind)
      }
    }
  }
}

extension RelationDefinition {
  /// A sort of a relation, which data may write as that relation with a word: `{to: 泳装成衣, kind: 装备}`.
  public struct Variant: Hashable, Sendable {
    /// The relation that it is a sort of.
    public let base: RelationKind
    /// The word.
    public let label: BilingualText

    /// A sort; see the properties.
    public init(of base: RelationKind, label: BilingualText) {
      self.base = base
      self.label = label
    }
  }
}

extension RelationDefinition {
  /// The end of a relation from which one looks along it.
  public enum End: Hashable, Sendable {
    /// The node that the relation starts from.
    case source
    /// The node that the relation leads to.
    case target

    /// The other end.
    public var opposite: Self { self == .source ? .target : .source }
  }
}

extension RelationDefinition {
  /// The kinds that may stand at `end`.
  public func kinds(at end: RelationDefinition.End) -> RelationDefinition.KindSelection {
    end == .source ? sources : targets
  }

  /// The field under which a node that stands at `end` writes the relation.
  public func field(at end: RelationDefinition.End) -> String {
    end == .source ? field : inverseField
  }

  /// The phrase that reads the relation from the node at `end`.
  public func phrase(from end: RelationDefinition.End) -> BilingualText {
    end == .source ? label : inverse
  }
}

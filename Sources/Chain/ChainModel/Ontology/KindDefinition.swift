public import Bilingual

/// A kind of node and the attributes that its nodes can have.
public struct KindDefinition: Hashable, Sendable {
  /// The name, which is also the top-level key in the data.
  public let kind: NodeKind
  /// The word for people.
  public let label: BilingualText
  /// The attributes, in the order in which they are shown.
  public var attributes: [AttributeDefinition]

  /// The kind `kind`, shown as `label`.
  public init(kind: NodeKind, label: BilingualText, attributes: [AttributeDefinition]) {
    self.kind = kind
    self.label = label
    self.attributes = attributes
  }
}

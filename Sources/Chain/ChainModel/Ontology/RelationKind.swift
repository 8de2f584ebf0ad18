/// The name of a kind of relation, such as `supplies`.
///
/// The ontology declares the relations; the static members are those that the code itself
/// speaks of. A relation of semantics ``Semantics/responsibility`` is a *role*.
public struct RelationKind: Hashable, Sendable, Comparable {
  /// The name, as the ontology writes it.
  public let name: String

  /// The relation called `name`.
  public init(_ name: String) { self.name = name }

  /// Name order.
  public static func < (a: Self, b: Self) -> Bool { a.name < b.name }

  /// 责任领导.
  public static let accountable = RelationKind("accountable")
  /// 牵头单位.
  public static let lead = RelationKind("lead")
  /// 责任单位.
  public static let responsible = RelationKind("responsible")
  /// 对接: the city's side of a province's cluster.
  public static let liaison = RelationKind("liaison")
  /// 统筹.
  public static let coordinate = RelationKind("coordinate")
  /// 配合.
  public static let support = RelationKind("support")
  /// 龙头带动.
  public static let anchors = RelationKind("anchors")
  /// 从事.
  public static let operatesIn = RelationKind("operatesIn")
  /// 控股方.
  public static let controlledBy = RelationKind("controlledBy")
  /// 可补: an enterprise of elsewhere that somebody confirmed could fill a gap.
  public static let couldFill = RelationKind("couldFill")
}

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
  /// 报送单位: reports on an item where that is not who leads it.
  public static let reporter = RelationKind("reporter")
  /// 承接: a party or an item takes the place of another of its kind.
  package static let succeeds = RelationKind("succeeds")
  /// 接办: of several successors of a party the one that an item goes to.
  package static let takesOver = RelationKind("takesOver")
  /// 废止: an edition takes the place of another.
  package static let replaces = RelationKind("replaces")
  /// 调整: an edition says otherwise of the items that it speaks of.
  package static let amends = RelationKind("amends")
  /// 可补: an enterprise of elsewhere that somebody confirmed could fill a gap.
  public static let couldFill = RelationKind("couldFill")
}

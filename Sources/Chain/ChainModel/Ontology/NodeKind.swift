/// The name of a kind of node, such as `enterprise`.
///
/// The ontology declares the kinds; the static members are those that the code itself speaks of.
public struct NodeKind: Hashable, Sendable, Comparable {
  /// The name, as the ontology and the data write it.
  public let name: String

  /// The kind called `name`.
  public init(_ name: String) { self.name = name }

  /// Name order.
  public static func < (a: Self, b: Self) -> Bool { a.name < b.name }

  /// 文件: what facts are cited from.
  public static let document = NodeKind("document")
  /// 参考资料: what general knowledge is cited from, such as a standard or a classification.
  public static let reference = NodeKind("reference")
  /// 名录: a register of enterprises, of which somebody confirms rows.
  public static let register = NodeKind("register")
  /// 参考产业链: a chain that belongs to no city.
  public static let chain = NodeKind("chain")
  /// 产业集群.
  public static let cluster = NodeKind("cluster")
  /// 产业链环节: a product, process or service.
  public static let segment = NodeKind("segment")
  /// 企业.
  public static let enterprise = NodeKind("enterprise")
  /// 项目.
  public static let project = NodeKind("project")
  /// 领导.
  public static let leader = NodeKind("leader")
  /// 部门.
  public static let department = NodeKind("department")
  /// 任务.
  public static let task = NodeKind("task")
  /// 摸排.
  public static let survey = NodeKind("survey")
  /// 产业.
  public static let industry = NodeKind("industry")
  /// 园区.
  public static let park = NodeKind("park")
  /// 行政区.
  public static let region = NodeKind("region")
  /// 目标.
  public static let target = NodeKind("target")
}

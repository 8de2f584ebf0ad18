/// A cluster, or a chain that is treated like one.
public struct ClusterEntity: Sendable {
  /// Without its tier: `有色冶金产业集群`.
  public let name: String
  /// 千亿级 and the like; `nil` where none is said.
  public let tier: String?
  /// The place of its heading that carries statements, else of the first.
  public internal(set) var place: String
  /// The line in the file, from 1.
  public let line: Int
  /// Its headings in the outline.
  var items: [Int]
}

/// An enterprise.
public struct EnterpriseEntity: Sendable {
  /// As the text first has it.
  public let name: String
  /// Whether the text calls it one that leads.
  public let isAnchor: Bool
  /// The place in the document.
  public let place: String
  /// The line in the file, from 1.
  public let line: Int
  let item: Int
}

/// A project.
public struct ProjectEntity: Sendable {
  /// With 项目 or what it is called at its end.
  public let name: String
  /// 谋划, 前期, 在建, 竣工投产 or 已投产.
  public let status: String
  /// The verb that the status follows from.
  public let wording: String
  /// Number and unit, such as `20 万千瓦`; `nil` where none is said.
  public let capacity: String?
  /// The enterprise that its name begins with.
  public internal(set) var builder: String?
  /// The enterprise that its list names alone (华能 of 华能、大唐等光伏项目).
  let named: String?
  /// The place in the document.
  public let place: String
  /// The line in the file, from 1.
  public let line: Int
  let item: Int
}

/// A park.
public struct ParkEntity: Sendable {
  /// As the text has it.
  public let name: String
  /// The place in the document.
  public let place: String
  /// The line in the file, from 1.
  public let line: Int
  let item: Int
}

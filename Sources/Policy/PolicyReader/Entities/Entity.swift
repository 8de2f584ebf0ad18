/// A cluster, or a chain that is treated like one.
package struct ClusterEntity: Sendable {
  /// Without its tier: `有色冶金产业集群`.
  package let name: String
  /// 千亿级 and the like; `nil` where none is said.
  package let tier: String?
  /// The place of its heading that carries statements, else of the first.
  package internal(set) var place: String
  /// The line in the file, from 1.
  package let line: Int
  /// Its headings in the outline.
  var items: [Int]
}

/// An enterprise.
package struct EnterpriseEntity: Sendable {
  /// As a register that was given has it, else as the text first does.
  package let name: String
  /// The text's other words for it.
  package internal(set) var aliases: [String] = []
  /// Whether the text calls it one that leads.
  package let isAnchor: Bool
  /// The place in the document.
  package let place: String
  /// The line in the file, from 1.
  package let line: Int
  let item: Int
  /// Whether a row of a table is about it, so that the row's statement is its own.
  var hasRow = false
}

/// A project.
package struct ProjectEntity: Sendable {
  /// With 项目 or what it is called at its end.
  package let name: String
  /// 谋划, 前期, 在建, 收尾 or 已投产; `nil` where the document does not say.
  package let status: String?
  /// The words that the status follows from.
  package let wording: String?
  /// Number and unit, such as `20 万千瓦`; `nil` where none is said.
  package let capacity: String?
  /// The enterprise that builds it: that a table names, or that its name begins with.
  package internal(set) var builder: String?
  /// What is built, as a table has it.
  package var content: String?
  /// What it costs, such as `12.5 亿元`.
  package var investment: String?
  /// What is spent on it in the document's year.
  package var yearInvestment: String?
  /// From when to when it is built.
  package var years: String?
  /// Whether a row of a table is about it, so that the row's statement is its own.
  package var hasRow = false
  /// The enterprise that its list names alone (华能 of 华能、大唐等光伏项目).
  let named: String?
  /// The place in the document.
  package let place: String
  /// The line in the file, from 1.
  package let line: Int
  let item: Int
}

/// A park.
package struct ParkEntity: Sendable {
  /// As the text has it.
  package let name: String
  /// The place in the document.
  package let place: String
  /// The line in the file, from 1.
  package let line: Int
  let item: Int
}

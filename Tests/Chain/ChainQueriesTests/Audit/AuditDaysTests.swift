import ChainFiles
import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// What is written of successions and editions and changes nothing is warned of, and the rest is not.
struct AuditDaysTests {
  private func found(_ facts: String) throws -> [String] {
    let folder = try DatasetFolder.dataset(["facts.yaml": facts])
    defer { withExtendedLifetime(folder) {} }
    let loaded = Dataset.load(folder: folder.path)
    let graph = try #require(loaded.dataset, "\(loaded.diagnostics.map(\.message.en))").graph
    return graph.audit(rules: [.idleSuccession]).map { graph.name(of: $0.node) }
  }

  private static let parties = """
    department:
      - {name: 旧局, source: 一, until: 2024-03-31}
      - {name: 新局, source: 一, succeeds: {to: 旧局, from: 2024-04-01}}
      - {name: 接办局, source: 一, takesOver: [单列项目, 继承项目]}

    """
  private static let items = """
    cluster:
      - {name: 集群, level: 市级, source: 一, lead: 旧局}
    project:
      - {name: 单列项目, source: 二, partOf: 集群, lead: 旧局}
      - {name: 继承项目, source: 二, partOf: 集群}
      - {name: 分出项目, source: 二, succeeds: 单列项目}

    """

  @Test func `taking over what only inherits is told, and the rest is in order`() throws {
    #expect(try found(Self.parties + Self.items) == ["接办局"])
    let named = Self.items.replacing(
      "继承项目, source: 二, partOf: 集群",
      with: "继承项目, source: 二, lead: 旧局"
    )
    #expect(try found(Self.parties + named).isEmpty)
  }

  @Test func `a circle of successors is told of each, itself too`() throws {
    let circle = """
      department:
        - {name: 甲, source: 一, succeeds: {to: 乙, from: 2024-01-01}}
        - {name: 乙, source: 一, succeeds: {to: 甲, from: 2024-02-01}}
        - {name: 丙, source: 一, succeeds: {to: 甲, from: 2024-02-01}}

      """
    #expect(try found(circle) == ["甲", "乙"])
  }

  @Test func `a cluster that succeeds hands nothing over`() throws {
    let clusters = """
      cluster:
        - {name: 旧集群, level: 市级, source: 一}
        - {name: 新集群, level: 市级, source: 一, succeeds: 旧集群}

      """
    #expect(try found(clusters) == ["新集群"])
  }

  @Test func `an edition without a day, and one that ends before it begins`() throws {
    func documents(_ new: String) -> String {
      """
      document:
        - {name: 旧文, source: 一, date: 2023-01-01}
        - {name: 新文, source: 一, \(new)}

      """
    }
    #expect(try found(documents("replaces: 旧文")) == ["新文"])
    #expect(try found(documents("amends: {to: 旧文, from: 2024-01-01}")).isEmpty)
    #expect(try found(documents("replaces: 旧文, effective: 2024-01-01")).isEmpty)
    #expect(try found(documents("effective: 2024-05-01, expires: 2024-04")) == ["新文"])
    #expect(try found(documents("effective: 2024-05-01, expires: 2024-05")).isEmpty)
  }
}

import ChainModel
import TestSupport
import Testing

@testable import ChainFiles

/// Names that things bore before: read, found, written, and never confused with the names of others.
@Suite struct FormerNameTests {
  private static let facts = """
    department:
      - {name: 市数据局, source: 一, formerly: [{name: 市营商局, until: 2024-05-31}, 市信息中心]}
      - {name: 市工信局, source: 一, formerly: 市经信委【2018-12-31止】}
    project:
      - {name: 新项目, id: project:旧项目, source: 一, formerly: 旧项目, lead: 市营商局}
      - {name: 二期, source: 一, lead: 市经信委}

    """

  private func load(_ facts: String = facts) throws -> Loaded {
    let folder = try DatasetFolder.dataset(["facts.yaml": facts])
    return withExtendedLifetime(folder) { Dataset.load(folder: folder.path) }
  }

  private func dataset(_ facts: String = facts) throws -> Dataset {
    let loaded = try load(facts)
    return try #require(loaded.dataset, "\(loaded.diagnostics)")
  }

  @Test(arguments: [
    ("市营商局", "市营商局", nil), ("市营商局【2024-05-31止】", "市营商局", "2024-05-31"),
    ("市营商局【2024年5月止】", "市营商局", "2024-05"), ("甲【乙】", "甲【乙】", nil),
  ])
  func `a former name may have a last day`(_ text: String, _ name: String, _ day: String?) throws {
    let former = try FormerName(parsing: text)
    #expect(former.name == name && former.until?.description == day)
    #expect(try FormerName(parsing: former.description) == former)
  }

  @Test func `the day is read from either form, and a name without one has none`() throws {
    let graph = try dataset().graph
    let names = ["市数据局", "市工信局"].map { name in
      graph.bearers(of: name).first.map { graph.formerNames(of: $0).map(\.description) } ?? []
    }
    #expect(names == [["市营商局【2024-05-31止】", "市信息中心"], ["市经信委【2018-12-31止】"]])
  }

  @Test func `references and questions by an old name mean whom it was`() throws {
    let graph = try dataset().graph
    func leads(_ name: String) -> [String] {
      graph.bearers(of: name).flatMap { graph.relations(of: $0, at: .target, .lead) }
        .map { graph.name(of: $0.source) }
    }
    #expect(leads("新项目") == ["市数据局"] && leads("二期") == ["市工信局"])
    let project = try #require(graph.node(id: "project:旧项目"))
    #expect(graph.lookUp("旧项目") == .found(project))
    #expect(graph.find("旧项目").map(\.match) == [.id] || graph.find("旧项目").first?.node == project)
    let department = try #require(graph.bearers(of: "市数据局").first)
    #expect(graph.lookUp("市营商局", among: [.department]) == .found(department))
    #expect(graph.find("市营商局").map(\.match) == [.former])
    #expect(graph.lookUp("市营商局", among: [.project]) == .missing(suggestions: []))
  }

  @Test func `who has the name now is meant, and two who had it are asked about`() throws {
    let taken = Self.facts + "leader: [{name: 张, source: 一}]\n"
    let again = taken.replacing(
      "  - {name: 市工信局",
      with: "  - {name: 市营商局, source: 二}\n  - {name: 市工信局"
    )
    let graph = try dataset(again).graph
    let lead = graph.bearers(of: "新项目").flatMap { graph.relations(of: $0, at: .target, .lead) }
    #expect(lead.map { graph.name(of: $0.source) } == ["市营商局"])
    let both = Self.facts.replacing("市经信委【2018-12-31止】", with: "市营商局")
      .replacing("lead: 市经信委", with: "lead: 市工信局")
    let faults = try load(both).diagnostics.filter { $0.severity == .error }
    #expect(faults.map(\.code) == ["ambiguous-reference"], "\(faults)")
  }

  @Test(arguments: [
    ("市经信委【2018-13-31止】", "bad-former-name"), ("【2018-12-31止】", "bad-former-name"),
    ("{name: 市经信委, until: 去年}", "bad-date"), ("{until: 2018}", "missing-field"),
    ("{name: 市经信委, to: 2018}", "unknown-field"),
  ])
  func `what is no name or no day is a fault`(_ text: String, _ code: String) throws {
    let facts = Self.facts.replacing("formerly: 市经信委【2018-12-31止】", with: "formerly: [\(text)]")
      .replacing("lead: 市经信委", with: "lead: 市工信局")
    #expect(try load(facts).diagnostics.filter { $0.severity == .error }.map(\.code) == [code])
  }

  @Test func `what is written reads back the same`() throws {
    let before = try dataset()
    let files = try before.yamlFiles()
    #expect(files.contains { $0.text.contains("{name: 市营商局, until: 2024-05-31}") })
    let folder = try DatasetFolder()
    for file in files { try folder.write(file.text, to: file.name) }
    let loaded = Dataset.load(folder: folder.path)
    let after = try #require(loaded.dataset, "\(loaded.diagnostics)")
    #expect(DatasetDifference(from: before, to: after).isEmpty)
  }
}

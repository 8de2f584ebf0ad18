import ChainModel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainQueries

/// Who answers for an item on a day: periods, successions, editions.
@Suite struct StandingTests {
  private func graph(_ facts: String) throws -> ChainGraph {
    let folder = try DatasetFolder.dataset(["facts.yaml": facts])
    let loaded = withExtendedLifetime(folder) { Dataset.load(folder: folder.path) }
    return try #require(loaded.dataset, "\(loaded.diagnostics)").graph
  }

  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(parsing: text))
  }

  /// Who leads an item on a day; a `?` behind who is only possible.
  private func leads(_ item: String, _ graph: ChainGraph, _ text: String) throws -> [String] {
    let asked = graph.inForce(on: try day(text))
    let node = try #require(asked.bearers(of: item).first)
    return asked.owners(of: node).filter { $0.role == .lead }.map {
      asked.name(of: $0.party) + ($0.certainty == .certain ? "" : "?")
    }
  }

  private static let succession = """
    department:
      - {name: 旧局, source: 一, until: 2024-05-31}
      - {name: 新局, source: 一, from: 2024-06-01, succeeds: 旧局}
      - {name: 他局, source: 一}
    project:
      - {name: 甲, source: 一, lead: 旧局}
      - {name: 乙, source: 一, lead: {to: 旧局, until: 2024-04-30}}
      - {name: 丙, source: 一, lead: [旧局, 新局]}
      - {name: 丁, source: 一, until: 2024-07-31, lead: 他局}

    """

  @Test(arguments: [
    ("甲", "2024-05-31", ["旧局"]), ("甲", "2024-06-01", ["新局"]), ("乙", "2024-04-30", ["旧局"]),
    ("乙", "2024-05-01", []), ("乙", "2024-07-01", []), ("丙", "2024-07-01", ["新局"]),
    ("丁", "2024-07-31", ["他局"]), ("丁", "2024-08-01", []),
  ])
  func `an open statement goes to who succeeded; a closed one to nobody`(
    _ item: String,
    _ day: String,
    _ expected: [String]
  ) throws {
    #expect(try leads(item, graph(Self.succession), day) == expected)
  }

  @Test func `who ended without a successor leaves a vacancy`() throws {
    let facts = Self.succession.replacing(", succeeds: 旧局", with: "")
    let asked = try graph(facts).inForce(on: day("2024-07-01"))
    let item = try #require(asked.bearers(of: "甲").first)
    #expect(asked.owners(of: item).isEmpty)
    let vacancy = try #require(asked.vacancies(of: item).first)
    #expect(asked.name(of: vacancy.predecessor) == "旧局" && vacancy.party == nil)
    #expect(vacancy.since?.description == "2024-06-01")
  }

  @Test func `several successors are possible, and who takes an item over has it alone`() throws {
    let facts = Self.succession.replacing(
      "name: 他局, source: 一",
      with: "name: 他局, source: 一, succeeds: {to: 旧局, from: 2024-06-01}"
    )
    let both = try graph(facts)
    #expect(try leads("甲", both, "2024-06-01") == ["新局?", "他局?"])
    let special = try graph(
      Self.succession.replacing("name: 他局, source: 一", with: "name: 他局, source: 一, takesOver: 甲")
    )
    #expect(try leads("甲", special, "2024-06-01") == ["他局"])
    #expect(try leads("丙", special, "2024-06-01") == ["新局"])
  }

  private static let editions = """
    document:
      - {name: 旧文, source: 一, date: 2023-01-01}
      - {name: 新文, source: 一, date: 2024-02-20, effective: 2024-03-01}
    department:
      - {name: 甲局, source: 一}
      - {name: 乙局, source: 一}
    project:
      - name: 甲
        source: 一
        lead: [{to: 甲局, source: {document: 旧文, place: 一}}, {to: 乙局, source: {document: 新文, place: 一}}]
      - {name: 乙, source: 一, lead: {to: 甲局, source: {document: 旧文, place: 二}}}

    """

  @Test(arguments: [
    ("", "甲", "2024-02-29", ["甲局"]), ("", "甲", "2024-03-01", ["甲局", "乙局"]),
    ("amends", "甲", "2024-02-29", ["甲局"]), ("amends", "甲", "2024-03-01", ["乙局"]),
    ("amends", "乙", "2024-03-01", ["甲局"]), ("replaces", "乙", "2024-02-29", ["甲局"]),
    ("replaces", "乙", "2024-03-01", []), ("replaces", "甲", "2024-03-01", ["乙局"]),
  ])
  func `an edition ends what it replaces, and of what it amends what it states anew`(
    _ relation: String,
    _ item: String,
    _ day: String,
    _ expected: [String]
  ) throws {
    let field = relation.isEmpty ? "" : ", \(relation): 旧文"
    let facts = Self.editions.replacing(
      "effective: 2024-03-01",
      with: "effective: 2024-03-01\(field)"
    )
    #expect(try leads(item, graph(facts), day) == expected)
  }

  @Test func `a document that has expired states nothing`() throws {
    let facts = Self.editions.replacing(
      "date: 2023-01-01",
      with: "date: 2023-01-01, expires: 2024-01"
    )
    let graph = try graph(facts)
    #expect(try leads("乙", graph, "2024-01-31") == ["甲局"])
    #expect(try leads("乙", graph, "2024-02-01") == [])
  }

  @Test func `nodes keep their numbers, and those that are not there are in no list`() throws {
    let whole = try graph(Self.succession)
    let asked = whole.inForce(on: try day("2024-08-01"))
    #expect(asked.nodes.map { asked.id(of: $0) } == whole.nodes.map { whole.id(of: $0) })
    #expect(asked.nodes(of: .project).map { asked.name(of: $0) } == ["甲", "乙", "丙"])
    #expect(asked.nodes(of: .department).map { asked.name(of: $0) } == ["新局", "他局"])
  }

  @Test func `what holds always is the same on every day`() throws {
    let facts = "segment: [{name: 上, source: 一, supplies: 下}, {name: 下, source: 一}]\n"
    let graph = try graph(facts)
    #expect(!graph.isDated && graph.turningDays.isEmpty)
    #expect(graph.inForce(on: try day("1990")).allRelations() == graph.allRelations())
  }
}

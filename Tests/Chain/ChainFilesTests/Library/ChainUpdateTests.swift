import ChainModel
import ChainQueries
import Diagnostics
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// The plan for a data set whose chains have another edition.
struct ChainUpdateTests {
  private func folder(_ city: String) throws -> DatasetFolder { try EditionSamples.folder(city) }

  @Test func `the plan says what follows, what is to be looked at and what to write`() throws {
    let folder = try folder(EditionSamples.city(edition: "2026.1"))
    let plan = try #require(ChainUpdate(folder.path)).plan
    let follows = plan.follows.map { "\($0.change.kind) \($0.change.before) \($0.change.after)" }
    #expect(
      follows == [
        "renamed [\"卤水\"] [\"浓卤水\"]", "merged [\"洗涤盐\"] [\"精盐\"]",
        "moved [\"盐湖提锂\"] [\"盐湖提锂\"]",
      ]
    )
    #expect(
      Set(plan.reviews.flatMap(\.change.before)) == ["盐化工", "浴盐", "蒸发装备", "原盐"]
    )
    #expect(plan.reviews.allSatisfy { $0.path == folder.path + "/city.yaml" })
    let city = MarkedText(EditionSamples.city(edition: "2026.1"))
    let marked = Set(city.ranges.map(\.start.line))
    let gone = plan.reviews.filter { ["盐化工", "浴盐"].contains($0.change.before.first) }
    // What a document says of a segment stands in the segment's own entry, without its name.
    let lines = Set(gone.map(\.line))
    #expect(lines.isSuperset(of: marked) && lines.count == marked.count + 1)
    #expect(plan.lines.map(\.text) == ["edition: \"2026.2\"", "after: \"2026.1\""])
    #expect(
      plan.news.filter { $0.change.kind == .added }.flatMap(\.change.after) == ["氯碱", "溴素", "碘盐"]
    )
  }

  @Test func `its counts are those of the graph`() throws {
    let folder = try folder(EditionSamples.city(edition: "2026.1"))
    let plan = try #require(ChainUpdate(folder.path)).plan
    let graph = try #require(folder.load().dataset?.graph)
    func count(_ node: NodeIndex, _ sort: ChainUpdatePlan.Sort) -> Int {
      let both: [RelationDefinition.End] = [.source, .target]
      let all = Semantics.allCases.flatMap { semantics in
        both.flatMap { end in graph.relations(of: node, at: end, semantics).map { ($0, end) } }
      }
      .filter { $0.0.origin.basis == .document }
      func kind(_ relation: (Relation, RelationDefinition.End)) -> NodeKind {
        graph.kind(of: relation.0.node(at: relation.1.opposite))
      }
      switch sort {
      case .enterprise: return all.count { kind($0) == .enterprise }
      case .project: return all.count { kind($0) == .project }
      case .survey: return all.count { [.survey, .document].contains(kind($0)) }
      case .flow: return all.count { graph.ontology[$0.0.kind]?.semantics == .flow }
      default: return 0
      }
    }
    var told: [String: [ChainUpdatePlan.Sort: Int]] = [:]
    for follow in plan.follows { told[follow.change.before[0], default: [:]] = follow.counts }
    for review in plan.reviews {
      told[review.change.before[0], default: [:]][review.sort, default: 0] += 1
    }
    #expect(told.count == 7)
    for (name, counts) in told {
      let node = try #require(graph.bearers(of: name).first)
      for sort in [ChainUpdatePlan.Sort.enterprise, .project, .survey, .flow] {
        // A name of the present edition is not counted where the segment is only renamed.
        #expect(counts[sort, default: 0] == count(node, sort), "\(name) \(sort)")
      }
    }
  }

  @Test func `with its lines the data set reads as planned, and the plan is empty`() throws {
    let folder = try folder(EditionSamples.city(edition: "2026.1"))
    let update = try #require(ChainUpdate(folder.path))
    let planned = try #require(update.datasets().present.dataset).graph
    let written = MarkedText(
      EditionSamples.city(edition: "2026.2", more: "    after: \"2026.1\"\n")
    )
    try folder.write(written.text, to: "city.yaml")
    let read = try #require(folder.load().dataset).graph
    #expect(DatasetSameness.lines(planned) == DatasetSameness.lines(read))
    let after = try #require(ChainUpdate(folder.path)).plan
    #expect(after.lines.isEmpty && after.news.isEmpty)
    #expect(after.reviews.count == update.plan.reviews.count)
  }

  @Test(
    arguments: [
      ("  - {chain: salt, edition: \"2026.1\", for: 盐业集群}\n", false),
      ("  - chain: salt\n    edition: '2026.1'\n    for: 盐业集群\n", false),
      ("  - chain: salt\n    for: 盐业集群\n    edition: 2026.1\n", false),
      ("  - {chain: salt, edition: \"2026.1\", after: \"2026.1\", for: 盐业集群}\n", true),
    ]
  )
  func `an edition is put in its place, however it is written`(use: String, isSaid: Bool) throws {
    let city =
      ChainSamples.cluster + "uses:\n" + use + """
        enterprise:
          - {name: 甲厂, source: 三, operatesIn: 浴盐}

        """
    let folder = try folder(city)
    let update = try #require(ChainUpdate(folder.path))
    #expect(update.plan.lines.count == (isSaid ? 1 : 2))
    let present = update.datasets().present
    #expect(present.diagnostics.allSatisfy { $0.severity != .error })
    #expect(present.dataset?.graph.pending.keys.sorted() == ["salt/bath"])
  }

  @Test func `what the library changed is told apart from what the city changed`() throws {
    func city(_ more: String) -> String {
      ChainSamples.cluster + """
        uses:
          - {chain: salt, edition: "2026.1", for: 盐业集群}
        enterprise:
          - {name: 甲厂, source: 三, operatesIn: [洗涤盐, 浴盐]}
        \(more)
        """
    }
    let was = try folder(city(""))
    let now = try folder(city("  - {name: 乙厂, source: 三/2, operatesIn: [浴盐, 原盐]}\n"))
    let library = ChainLibrary(of: now.path)
    let earlier = try #require(ChainUpdate(was.path, library: library))
    let update = try #require(ChainUpdate(now.path))
    let (pinned, moved) = earlier.datasets()
    let old = try #require(pinned.dataset?.graph)
    let led = try #require(moved.dataset?.graph)
    let new = try #require(update.datasets().present.dataset?.graph)
    func texts(_ changes: [VerdictChange]) -> [String] {
      changes.map { change in
        let words = [change.before, change.after].map { $0?.rawValue ?? "-" }
        return "\(change.cause) \(change.name) \(words.joined(separator: " → "))"
      }
    }
    let library1 = VerdictChange.changes(
      from: old,
      to: led,
      following: earlier.following,
      cause: .library
    )
    #expect(
      texts(library1) == [
        "library 氯碱 - → unknown", "library 溴素 - → unknown", "library 盐化工 unknown → -",
        "library 盐湖提锂 unknown → -", "library 碘盐 - → unknown", "library 精盐 unknown → single",
      ]
    )
    let city1 = VerdictChange.changes(from: led, to: new, following: [:], cause: .city)
    #expect(texts(city1) == ["city 原盐 unknown → single", "city 浴盐 single → many"])
  }
}

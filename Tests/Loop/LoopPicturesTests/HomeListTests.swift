import Bilingual
import ChainLoop
import ChainQueries
import ChainViews
import GraphKernel
import LoopPictures
import ProgressLoop
import Testing

/// A home says of its party what the questions about it say, each asked by itself.
struct HomeListTests {
  private func list(_ question: LoopQuestion, of party: String, _ loop: DatasetLoop) throws
    -> ReadList
  {
    let words = QuestionWords(question.rawValue, of: [party])
    return ReadList(
      answer: try loop.answer(question, words, at: LoopSample.at, known: nil),
      language: .zh
    )
  }

  private func parties(_ loop: DatasetLoop) -> [String] {
    let graph = loop.dataset.graph
    return graph.ontology.partyKinds.flatMap { graph.nodes(of: $0) }.map { graph.id(of: $0) }
  }

  @Test(arguments: 1...8) func `its rows are those of each question alone`(seed: Int) throws {
    let loop = try LoopSample(items: 30, seed: UInt64(seed)).loop()
    var late = 0
    for party in parties(loop) {
      let home = try list(.home, of: party, loop)
      let asked = try list(.late, of: party, loop).rows("rows").filter { $0["state"] == "late" }
      #expect(home.rows("late").map { $0["item"] } == asked.map { $0["item"] }, "\(party)")
      late += asked.count
      let missing = try list(.unreported, of: party, loop).rows("rows")
        .filter { $0["state"] == "missing" }
      let own =
        party.hasPrefix("leader:")
        ? missing : missing.filter { row in party == "department:" + (row["party"] ?? "") }
      #expect(home.rows("unreported").map { $0["item"] } == own.map { $0["item"] }, "\(party)")
      let node = try #require(loop.dataset.graph.node(id: party))
      let items = loop.items(within: node, on: LoopSample.at)
      let lights = items.map { loop.loop.status(of: $0, at: LoopSample.at).light.rawValue }
      for light in Light.allCases {
        #expect(home.figures[light.rawValue] == String(lights.count { $0 == light.rawValue }))
      }
      #expect(home.figures["late"] == String(asked.count))
      #expect(home.figures["unreported"] == String(own.count))
      #expect(home.figures["changes"] == String(home.rows("changes").count))
    }
    #expect(late > 0)
  }

  @Test func `changes are those since the reports of the month before were due`() throws {
    let loop = try LoopSample(items: 30, seed: 3).loop()
    let party = try #require(loop.dataset.graph.node(id: "department:部门a"))
    let home = PartyHome(loop, of: party, at: LoopSample.at)
    let rules = loop.loop.world.rules
    #expect(home.since == rules.dueDay(of: home.period.advanced(by: -1)) + 1)
    let items = Set(loop.items(within: party, on: LoopSample.at))
    let all = loop.loop.changes(since: home.since, until: LoopSample.at)
    #expect(home.changes == all.filter { items.contains($0.item) } && !home.changes.isEmpty)
  }

  @Test func `without plan and journal there are items alone`() throws {
    let loop = try LoopSample(isBare: true).loop()
    let home = try list(.home, of: "department:部门a", loop)
    #expect(!home.rows("rows").isEmpty && home.rows("late").isEmpty)
    #expect(home.figures["late"] == nil && home.figures["lead"] != nil)
  }
}

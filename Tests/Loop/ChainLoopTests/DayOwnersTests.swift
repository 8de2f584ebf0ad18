import ChainFiles
import ChainModel
import ChainQueries
import Diagnostics
import ProgressLoop
import TestSupport
import Testing

@testable import ChainLoop

/// Who leads on a day, answered twice: by the graph of the day, and by the loop, which knows of days and not
/// of graphs.
@Suite struct DayOwnersTests {
  /// A made-up city: parties that end and are succeeded, editions, items within clusters.
  private func facts(_ random: inout SplitMix64) -> String {
    func day() -> String {
      "2024-\(["01", "03", "05", "07", "09"].randomElement(using: &random) ?? "01")-01"
    }
    func chance(_ parts: Int) -> Bool { Int.random(in: 0..<10, using: &random) < parts }
    let parties = (0..<6).map { "局\($0)" }
    let items = (0..<6).map { "事\($0)" }
    var text = "document:\n"
    text += "  - {name: 旧文, source: 一, date: 2023-06-01\(chance(2) ? ", expires: \(day())" : "")}\n"
    let edition = chance(3) ? ", replaces: 旧文" : chance(5) ? ", amends: 旧文" : ""
    text += "  - {name: 新文, source: 一, date: 2024-02-01, effective: \(day())\(edition)}\n"
    text += "department:\n"
    for (number, party) in parties.enumerated() {
      var fields = "name: \(party), source: 一"
      if chance(3) { fields += ", until: \(day())" }
      // Later ones succeed earlier ones: no circles.
      if number > 0, chance(4) {
        let old = parties[Int.random(in: 0..<number, using: &random)]
        fields += ", succeeds: " + (chance(6) ? "{to: \(old), from: \(day())}" : old)
        if chance(4) { fields += ", takesOver: \(items.randomElement(using: &random) ?? "事0")" }
      }
      text += "  - {\(fields)}\n"
    }
    func statements() -> String {
      let named = parties.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
      let list = named.map { party in
        let document = chance(5) ? "旧文" : "新文"
        let end = chance(3) ? ", until: \(day())" : ""
        let from = chance(2) && end.isEmpty ? ", from: \(day())" : ""
        return "{to: \(party), source: {document: \(document), place: 一}\(from)\(end)}"
      }
      return list.isEmpty ? "" : ", lead: [\(list.joined(separator: ", "))]"
    }
    text += "cluster:\n  - {name: 群, source: 一\(statements())}\nproject:\n"
    for item in items {
      let part = chance(6) ? ", partOf: 群" : ""
      text += "  - {name: \(item), source: 一\(part)\(statements())}\n"
    }
    return text
  }

  @Test func `the graph of a day and the loop say the same of three hundred cities`() throws {
    var (asked, handed) = (0, 0)
    for seed in 0..<300 {
      var random = SplitMix64(seed: UInt64(seed))
      let text = facts(&random)
      let folder = try DatasetFolder.dataset(["facts.yaml": text])
      let loaded = withExtendedLifetime(folder) { Dataset.load(folder: folder.path) }
      let dataset = try #require(loaded.dataset, "\(loaded.diagnostics)\n\(text)")
      var diagnostics: [Diagnostic] = []
      let loop = DatasetLoop(dataset, LoopFiles(folder: folder.path, diagnostics: &diagnostics))
      for month in 1...10 {
        for date in ["01", "02", "15"] {
          let written = "2024-\(month < 10 ? "0" : "")\(month)-\(date)"
          let day = try #require(CalendarDate(parsing: written))
          let graph = dataset.asked(on: day).graph
          for item in graph.nodes(of: .project) {
            let number = try #require(loop.number(of: item))
            let own = graph.owners(of: item).filter { $0.role == .lead }.map {
              "\(graph.name(of: $0.party)) \($0.certainty == .certain)"
            }
            let other = loop.loop.owners(of: number, as: .lead, at: Day(lastOf: day)).compactMap {
              owner in
              owner.party.map { "\(loop.loop.parties[$0].name) \(owner.certainty == .certain)" }
            }
            asked += 1
            handed += graph.owners(of: item).count { graph.handover($0.relation) != nil }
            #expect(
              Set(own) == Set(other),
              "seed \(seed), \(graph.name(of: item)) on \(written)\n\(text)"
            )
            if Set(own) != Set(other) { return }
          }
        }
      }
    }
    #expect(asked > 50_000 && handed > 1_000, "\(asked) questions, \(handed) of them of successors")
  }
}

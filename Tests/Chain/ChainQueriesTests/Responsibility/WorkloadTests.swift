import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct WorkloadTests {
  @Test func `the busiest comes first, ties in name order, idle parties not at all`() throws {
    let sketch = try ChainSketch {
      $0.item("任务一", .lead, "乙局")
      $0.item("任务二", .responsible, "丙局", "乙局", "甲局")
      $0.item("任务三", .responsible, "丙局", "乙局")
      $0.item("任务三", .accountable, "王某")
      $0.collective("各局", "all", "闲局")
      $0.item("任务三", .support, "各局")
    }.sketched()
    let workloads = sketch.graph.workloads()
    #expect(sketch.names(workloads.map(\.party)) == ["乙局", "丙局", "各局", "王某", "甲局"])
    #expect(workloads.map(\.total) == [3, 2, 1, 1, 1])
    let roles = sketch.graph.ontology.roles
    let lead = try #require(roles.firstIndex(of: .lead))
    let responsible = try #require(roles.firstIndex(of: .responsible))
    let busiest = try #require(workloads.first)
    #expect(busiest.counts[lead] == 1)
    #expect(busiest.counts[responsible] == 2)
    #expect(busiest.counts.count == roles.count)
  }

  @Test func `on random graphs the counts are those of the lists`() throws {
    for seed in UInt64(0)..<500 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomResponsibility(&generator)
      let graph = try sketch.graph()
      let workloads = graph.workloads()
      func counts(_ party: Int) -> [Int] {
        graph.ontology.roles.map { role in
          sketch.links.filter { $0.kind == role && $0.source == party }.count
        }
      }
      func total(_ party: Int) -> Int { counts(party).reduce(0, +) }
      let parties = (sketch.all(.leader) + sketch.all(.department)).filter { total($0) > 0 }
      let expected = parties.sorted { a, b in
        total(a) != total(b) ? total(a) > total(b) : sketch.isBefore(a, b)
      }
      #expect(workloads.map(\.party.position) == expected, "seed \(seed)")
      #expect(workloads.map(\.counts) == expected.map(counts), "seed \(seed)")
    }
  }
}

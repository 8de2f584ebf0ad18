import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct CoverageTests {
  private func coverage(_ tell: (inout ChainSketch) -> Void) throws -> Coverage {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "环节")
      tell(&$0)
    }.sketched()
    return sketch.graph.coverage(of: sketch["环节"])
  }

  @Test func `two enterprises make a segment strong`() throws {
    let found = try coverage {
      $0.enterprise("甲", worksIn: "环节")
      $0.enterprise("乙", worksIn: "环节")
    }
    #expect(found == .strong)
  }

  @Test func `one enterprise makes it weak, whatever projects there are`() throws {
    let found = try coverage {
      $0.enterprise("甲", worksIn: "环节")
      $0.project("项目", fills: "环节", status: "building")
    }
    #expect(found == .weak)
  }

  @Test(arguments: ["preparing", "building", "completing", "operating"])
  func `a project under way makes it building, beside planned ones too`(_ status: String) throws {
    let found = try coverage {
      $0.project("在手", fills: "环节", status: status)
      $0.project("谋划", fills: "环节", status: "planned")
    }
    #expect(found == .building)
  }

  @Test(arguments: ["planned", nil])
  func `projects that are planned, or of which no status is told, make it planned`(
    _ status: String?
  ) throws {
    #expect(try coverage { $0.project("项目", fills: "环节", status: status) } == .planned)
  }

  @Test func `with neither it is missing`() throws {
    #expect(try coverage { _ in } == .missing)
  }

  @Test func `an enterprise from elsewhere is no local actor`() throws {
    let found = try coverage {
      $0.enterprise("外来", worksIn: "环节", external: true)
      $0.enterprise("本地", worksIn: "环节")
    }
    #expect(found == .weak)
    #expect(try coverage { $0.enterprise("外来", worksIn: "环节", external: true) } == .missing)
  }

  @Test func `the actors of a part count for its whole, each once`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "整船")
      $0.part(.segment, "客船", of: "整船")
      $0.part(.segment, "游艇", of: "客船", "整船")
      $0.enterprise("渤船", worksIn: "整船", "客船", "游艇")
      $0.enterprise("游艇厂", worksIn: "游艇")
    }.sketched()
    #expect(sketch.graph.coverage(of: sketch["整船"]) == .strong)
    #expect(sketch.graph.coverage(of: sketch["客船"]) == .strong)
    #expect(sketch.names(sketch.graph.actors(on: sketch["整船"]).enterprises) == ["渤船", "游艇厂"])
    let other = try ChainSketch {
      $0.cluster("链", of: "整船")
      $0.part(.segment, "客船", of: "整船")
      $0.enterprise("渤船", worksIn: "整船")
    }.sketched()
    #expect(other.graph.coverage(of: other["整船"]) == .weak)
    #expect(other.graph.coverage(of: other["客船"]) == .missing)
  }

  @Test func `on random graphs coverage is what the table says`() throws {
    for seed in UInt64(0)..<1_000 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      let oracle = GapOracle(sketch, cluster: 0)
      for segment in sketch.all(.segment) {
        let node = NodeIndex(segment)
        #expect(graph.coverage(of: node) == oracle.coverage(of: segment), "seed \(seed)")
        let actors = graph.actors(on: node)
        let enterprises = actors.enterprises.map(\.position)
        let projects = actors.projects.map(\.position)
        #expect(Set(enterprises) == oracle.enterprises(on: segment), "seed \(seed)")
        #expect(Set(projects) == oracle.projects(on: segment), "seed \(seed)")
        #expect(Set(enterprises).count == enterprises.count, "seed \(seed)")
        #expect(Set(projects).count == projects.count, "seed \(seed)")
      }
    }
  }
}

import ChainModel
import ChainQueries
import GraphKernel
import Testing

@Suite struct StatementTests {
  @Test func `an item's statements come by role, each with its list as written`() throws {
    let sketch = try ChainSketch {
      $0.node(.department, "甲局")
      $0.item("任务", .responsible, "丙局", "甲局", isOpen: true)
      $0.item("任务", .lead, "乙局")
      $0.item("任务", .responsible, "丁局", isOpen: true)
      $0.part(.project, "项目", of: "任务")
    }.sketched()
    let statements = sketch.graph.statements(on: sketch["任务"])
    #expect(statements.map(\.role) == [.lead, .responsible])
    #expect(statements.map { sketch.names($0.parties) } == [["乙局"], ["丙局", "甲局", "丁局"]])
    #expect(statements.map(\.isOpen) == [false, true])
    #expect(statements.allSatisfy { $0.item == sketch["任务"] })
    #expect(sketch.graph.statements(on: sketch["项目"]).isEmpty)
  }
}

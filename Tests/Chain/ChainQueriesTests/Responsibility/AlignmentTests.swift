import ChainModel
import ChainQueries
import GraphKernel
import Testing

@Suite struct AlignmentTests {
  @Test func `the province's side and the city's side stand together`() throws {
    var sketch = ChainSketch()
    let province = sketch.node(.cluster, "精细化工")
    let other = sketch.node(.cluster, "氢能")
    let city = sketch.node(.cluster, "泳装")
    let second = sketch.node(.cluster, "化工")
    for cluster in [province, other] { sketch.set(.level, "province", of: cluster) }
    for cluster in [city, second] { sketch.set(.level, "city", of: cluster) }
    // A correspondence reads from both ends.
    sketch.link(.correspondsTo, city, province)
    sketch.link(.correspondsTo, province, second)
    sketch.item("精细化工", .accountable, "张某")
    sketch.item("精细化工", .responsible, "省工信厅", "省发改委")
    let leader = sketch.node(.leader, "李某")
    sketch.item("精细化工", .liaison, "市工信局")
    sketch.link(.liaison, leader, province)
    let graph = try sketch.graph()
    let alignment = graph.alignment()
    #expect(alignment.map(\.cluster.position) == [province, other])
    let first = try #require(alignment.first)
    func names(_ nodes: [NodeIndex]) -> [String] { nodes.map { graph.name(of: $0) } }
    #expect(names(first.provinceLeaders) == ["张某"])
    #expect(names(first.provinceMembers) == ["省工信厅", "省发改委"])
    #expect(names(first.cityLeaders) == ["李某"])
    #expect(names(first.cityMembers) == ["市工信局"])
    #expect(names(first.cityClusters) == ["化工", "泳装"])
    let last = try #require(alignment.last)
    #expect(last.provinceLeaders.isEmpty && last.cityLeaders.isEmpty && last.cityClusters.isEmpty)
  }

  @Test func `a pair of clusters that name each other stands once`() throws {
    var sketch = ChainSketch()
    let province = sketch.node(.cluster, "精细化工")
    let city = sketch.node(.cluster, "化工")
    sketch.set(.level, "province", of: province)
    sketch.link(.correspondsTo, city, province)
    sketch.link(.correspondsTo, province, city)
    let alignment = try sketch.graph().alignment()
    #expect(alignment.map { $0.cityClusters.map(\.position) } == [[city]])
  }
}

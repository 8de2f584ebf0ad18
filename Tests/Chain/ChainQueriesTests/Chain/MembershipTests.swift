import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// What belongs to what, and the enterprises of a cluster.
struct MembershipTests {
  @Test func `a project belongs to the cluster of the segment that it fills, as its part does`()
    throws
  {
    let sketch = try ChainSketch {
      $0.cluster("泳装", of: "印花")
      $0.project("印花项目", fills: "印花")
      $0.part(.project, "二期", of: "印花项目")
      $0.enterprise("厂", worksIn: "印花")
      $0.item("泳装", .lead, "市工信局")
    }.sketched()
    let found = sketch.graph.belongings(of: sketch["二期"])
    #expect(sketch.names(found.map(\.node)) == ["印花项目", "印花", "泳装"])
    #expect(found.map(\.distance) == [1, 2, 3])
    #expect(sketch.names(found.map(\.via)) == ["二期", "印花项目", "印花"])
    let members = sketch.graph.members(of: sketch["泳装"])
    #expect(sketch.names(members.map(\.node)) == ["印花", "印花项目", "二期"])
    // Who works there belongs to nothing by that.
    #expect(sketch.graph.belongings(of: sketch["厂"]).isEmpty)
    // Owners, duties and the query language see it alike.
    let owners = sketch.graph.owners(of: sketch["印花项目"])
    #expect(sketch.names(owners.map(\.party)) == ["市工信局"])
    let duties = sketch.graph.duties(of: sketch["市工信局"], isInheriting: true)
    #expect(Set(sketch.names(duties.map(\.item))) == ["泳装", "印花", "印花项目", "二期"])
    #expect(Set(try sketch.query("in(泳装)")) == ["印花", "印花项目", "二期"])
    #expect(sketch.graph.isPart(sketch["二期"], of: sketch["泳装"]))
  }

  @Test func `on random graphs belonging is reached by parts and by what projects fill`() throws {
    for seed in UInt64(0)..<300 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomWhole(&generator)
      let graph = try sketch.graph()
      let links = sketch.links.filter { [.partOf, .fills].contains($0.kind) }
      for start in sketch.nodes.indices {
        for isUp in [true, false] {
          let found =
            isUp
            ? graph.belongings(of: NodeIndex(start)) : graph.members(of: NodeIndex(start))
          var distances = [start: 0]
          for distance in 1..<sketch.nodes.count {
            for link in links {
              let (near, far) = isUp ? (link.source, link.target) : (link.target, link.source)
              if distances[near] == distance - 1, distances[far] == nil {
                distances[far] = distance
              }
            }
          }
          var expected = distances
          expected[start] = nil
          #expect(found.count == expected.count, "seed \(seed)")
          for membership in found {
            #expect(expected[membership.node.position] == membership.distance, "seed \(seed)")
            #expect(
              distances[membership.via.position] == membership.distance - 1,
              "seed \(seed)"
            )
          }
          #expect(found.map(\.distance) == found.map(\.distance).sorted(), "seed \(seed)")
        }
      }
    }
  }

  @Test func `an enterprise is of a cluster by its work, projects, lead or place in it`() throws {
    let sketch = try ChainSketch {
      $0.cluster("泳装", of: "印花", "成衣")
      $0.cluster("化工", of: "炼油")
      $0.enterprise("印花厂", worksIn: "印花", "炼油")
      $0.project("项目", fills: "成衣")
      $0.builds("建设方", "项目", isOpen: true)
      $0.node(.enterprise, "龙头")
      $0.link(.anchors, $0.node(.enterprise, "龙头"), $0.node(.cluster, "泳装"))
      $0.link(.partOf, $0.node(.enterprise, "成员"), $0.node(.cluster, "泳装"))
      $0.enterprise("炼油厂", worksIn: "炼油")
      $0.node(.enterprise, "无关")
    }.sketched()
    let found = sketch.graph.enterprises(of: sketch["泳装"])
    #expect(sketch.names(found.map(\.enterprise)) == ["印花厂", "建设方", "龙头", "成员"])
    #expect(found.map { sketch.names($0.segments) } == [["印花"], [], [], []])
    #expect(found.map { sketch.names($0.projects) } == [[], ["项目"], [], []])
    #expect(found.map(\.isAnchor) == [false, false, true, false])
    #expect(found.map(\.isOpen) == [false, true, false, false])
    #expect(found.map(\.relations.count) == [1, 1, 1, 1])
    let all = sketch.graph.enterprises(of: nil)
    #expect(
      sketch.names(all.map(\.enterprise)) == ["印花厂", "建设方", "龙头", "成员", "炼油厂", "无关"]
    )
    #expect(sketch.names(all[0].segments) == ["印花", "炼油"])
  }

  @Test func `on random graphs no enterprise of a cluster is lost, and none is added`() throws {
    for seed in UInt64(0)..<300 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomWhole(&generator)
      let graph = try sketch.graph()
      let oracle = QueryOracle(sketch)
      for cluster in sketch.all(.cluster) {
        let inside = oracle.members(of: [cluster]).union([cluster])
        let expected = sketch.all(.enterprise).filter { enterprise in
          sketch.links.contains {
            $0.source == enterprise && inside.contains($0.target)
              && [.operatesIn, .builds, .anchors, .partOf].contains($0.kind)
          }
        }
        let found = graph.enterprises(of: NodeIndex(cluster))
        #expect(found.map(\.enterprise.position) == expected, "seed \(seed)")
      }
      #expect(graph.enterprises(of: nil).count == sketch.all(.enterprise).count, "seed \(seed)")
    }
  }
}

import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct GapsTests {
  private func gaps(_ sketch: Sketched, _ states: Set<Coverage> = [.missing]) -> [Gap] {
    sketch.graph.chain(of: sketch["链"]).gaps(states: states)
  }

  private func gap(_ name: String, _ sketch: Sketched) throws -> Gap {
    try #require(gaps(sketch).first { $0.segment == sketch[name] })
  }

  @Test func `a run with somebody on both sides is a break`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "纤维", "染整", "印花", "泳装")
      $0.flow("纤维", "染整", "印花", "泳装")
      $0.enterprise("化纤厂", worksIn: "纤维")
      $0.enterprise("英华", worksIn: "泳装")
    }.sketched()
    #expect(sketch.names(gaps(sketch).map(\.segment)) == ["印花", "染整"])
    #expect(gaps(sketch).map(\.pattern) == [.break, .break])
  }

  @Test func `a run with nobody upstream is bought in, one with nobody downstream is open`() throws
  {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "纤维", "面料", "泳装", "品牌", "电商")
      $0.flow("纤维", "面料", "泳装", "品牌", "电商")
      $0.enterprise("英华", worksIn: "泳装")
    }.sketched()
    #expect(try gap("纤维", sketch).pattern == .openHead)
    #expect(try gap("面料", sketch).pattern == .openHead)
    #expect(try gap("品牌", sketch).pattern == .openTail)
    #expect(try gap("电商", sketch).pattern == .openTail)
  }

  @Test func `a gap beside a run that breaks is bought in when nothing feeds it`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "纤维", "染整", "染料", "泳装")
      $0.flow("纤维", "染整", "泳装")
      $0.flow("染料", "染整")
      $0.enterprise("化纤厂", worksIn: "纤维")
      $0.enterprise("英华", worksIn: "泳装")
    }.sketched()
    #expect(try gap("染整", sketch).pattern == .break)
    #expect(try gap("染料", sketch).pattern == .openHead)
  }

  @Test func `a run that stands alone has no pattern`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "甲", "乙", "丙")
      $0.flow("甲", "乙")
    }.sketched()
    #expect(gaps(sketch).map(\.pattern) == [nil, nil, nil])
  }

  @Test func `a planned project is enough to stand beside a gap`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "前", "缺", "后")
      $0.flow("前", "缺", "后")
      $0.project("前项目", fills: "前")
      $0.project("后项目", fills: "后", status: "planned")
    }.sketched()
    #expect(try gap("缺", sketch).pattern == .break)
    #expect(sketch.names(try gap("缺", sketch).feeds) == ["后"])
    #expect(try gap("缺", sketch).nearestUpstream.isEmpty)
  }

  @Test func `a gap blocks what no other way supplies, and feeds all that lies behind`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "矿", "缺", "旁路", "甲", "乙", "丙")
      $0.flow("矿", "缺", "甲", "丙")
      $0.flow("矿", "旁路", "丙")
      $0.flow("缺", "乙")
      for name in ["矿", "旁路", "甲", "乙", "丙"] { $0.enterprise("\(name)厂", worksIn: name) }
    }.sketched()
    #expect(sketch.names(try gap("缺", sketch).feeds) == ["丙", "乙", "甲"])
    #expect(sketch.names(try gap("缺", sketch).blocks) == ["乙", "甲"])
  }

  @Test func `supply begins on a cycle that nothing feeds, so its member blocks no other`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "电池", "回收", "整车")
      $0.flow("电池", "回收", "电池")
      $0.flow("电池", "整车")
      $0.enterprise("回收厂", worksIn: "回收")
      $0.enterprise("车厂", worksIn: "整车")
    }.sketched()
    #expect(sketch.names(try gap("电池", sketch).blocks) == ["整车"])
    #expect(sketch.names(try gap("电池", sketch).feeds) == ["回收", "整车"])
  }

  @Test func `the nearest enterprises on each side are given, all at the least distance`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "远", "乙", "甲", "缺", "空", "后")
      $0.flow("远", "甲", "缺", "空", "后")
      $0.flow("乙", "缺")
      $0.enterprise("远厂", worksIn: "远")
      $0.enterprise("甲厂", worksIn: "甲")
      $0.enterprise("乙厂", worksIn: "乙")
      $0.enterprise("又一厂", worksIn: "乙")
      $0.enterprise("外来", worksIn: "空", external: true)
      $0.enterprise("后厂", worksIn: "后")
    }.sketched()
    let gap = try gap("缺", sketch)
    #expect(sketch.names(gap.nearestUpstream.map(\.segment)) == ["乙", "甲"])
    #expect(gap.nearestUpstream.map(\.distance) == [1, 1])
    #expect(gap.nearestUpstream.map { sketch.names($0.enterprises) } == [["乙厂", "又一厂"], ["甲厂"]])
    #expect(sketch.names(gap.nearestDownstream.map(\.segment)) == ["后"])
    #expect(gap.nearestDownstream.map(\.distance) == [2])
  }

  @Test func `breaks come first, then what blocks more, feeds more, and the name`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "源", "断", "末")
      $0.flow("源", "断", "末")
      $0.cluster("链", of: "头乙", "头甲", "头丙", "子一", "子二", "孤乙", "孤甲")
      // Three heads: 丙 blocks two, 甲 and 乙 block none and feed one and two.
      $0.flow("头丙", "子一")
      $0.flow("头丙", "子二")
      $0.flow("头乙", "独")
      $0.flow("头甲", "独")
      $0.flow("头乙", "另")
      $0.flow("头甲", "另")
      $0.flow("头乙", "三")
      $0.flow("旁", "三")
      $0.cluster("链", of: "独", "另", "三", "旁")
      for name in ["源", "末", "子一", "子二", "独", "另", "三", "旁"] {
        $0.enterprise("\(name)厂", worksIn: name)
      }
    }.sketched()
    #expect(sketch.names(gaps(sketch).map(\.segment)) == ["断", "头丙", "头乙", "头甲", "孤乙", "孤甲"])
  }

  @Test func `segments in other states are given when asked for, without a pattern`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "前", "弱", "后")
      $0.flow("前", "弱", "后")
      $0.enterprise("厂", worksIn: "弱")
      $0.project("扩建", fills: "弱", status: "building")
    }.sketched()
    let weak = gaps(sketch, [.weak])
    #expect(sketch.names(weak.map(\.segment)) == ["弱"])
    #expect(weak.map(\.pattern) == [nil])
    #expect(weak.map { sketch.names($0.projects) } == [["扩建"]])
    #expect(gaps(sketch, []).isEmpty)
    #expect(gaps(sketch, Set(Coverage.allCases)).count == 3)
  }

  @Test(arguments: 0..<4)
  func `on random graphs gaps are what brute force finds`(_ block: Int) throws {
    for seed in UInt64(block) * 300..<UInt64(block + 1) * 300 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      for cluster in sketch.all(.cluster) {
        let oracle = GapOracle(sketch, cluster: cluster)
        let states: Set<Coverage> = generator.oneIn(3) ? Set(Coverage.allCases) : [.missing]
        let gaps = graph.chain(of: NodeIndex(cluster)).gaps(states: states)
        let expected = oracle.flow.segments.filter { states.contains(oracle.coverage(of: $0)) }
        #expect(Set(gaps.map(\.segment.position)) == Set(expected), "seed \(seed)")
        #expect(gaps.count == expected.count, "seed \(seed)")
        for gap in gaps { expect(gap, oracle, seed) }
        for (a, b) in zip(gaps, gaps.dropFirst()) {
          #expect(ranks(a, before: b, sketch), "seed \(seed)")
        }
      }
    }
  }

  private func expect(_ gap: Gap, _ oracle: GapOracle, _ seed: UInt64) {
    let segment = gap.segment.position
    #expect(gap.state == oracle.coverage(of: segment), "seed \(seed)")
    #expect(gap.pattern == oracle.pattern(of: segment), "seed \(seed)")
    #expect(Set(gap.feeds.map(\.position)) == oracle.feeds(segment), "seed \(seed)")
    #expect(Set(gap.blocks.map(\.position)) == oracle.blocks(segment), "seed \(seed)")
    #expect(Set(gap.projects.map(\.position)) == oracle.projects(on: segment), "seed \(seed)")
    for (nearest, isUpstream) in [(gap.nearestUpstream, true), (gap.nearestDownstream, false)] {
      let expected = oracle.nearest(segment, upstream: isUpstream)
      #expect(Set(nearest.map(\.segment.position)) == expected?.segments ?? [], "seed \(seed)")
      #expect(nearest.allSatisfy { $0.distance == expected?.distance }, "seed \(seed)")
      for actors in nearest {
        let enterprises = Set(actors.enterprises.map(\.position))
        #expect(
          enterprises == oracle.enterprises(on: actors.segment.position),
          "seed \(seed)"
        )
      }
    }
    for nodes in [
      gap.feeds, gap.blocks, gap.nearestUpstream.map(\.segment),
      gap.nearestDownstream.map(\.segment),
    ] {
      let positions = nodes.map(\.position)
      #expect(
        zip(positions, positions.dropFirst()).allSatisfy(oracle.sketch.isBefore),
        "seed \(seed)"
      )
    }
  }

  private func ranks(_ a: Gap, before b: Gap, _ sketch: ChainSketch) -> Bool {
    if (a.pattern == .break) != (b.pattern == .break) { return a.pattern == .break }
    if a.blocks.count != b.blocks.count { return a.blocks.count > b.blocks.count }
    if a.feeds.count != b.feeds.count { return a.feeds.count > b.feeds.count }
    return sketch.isBefore(a.segment.position, b.segment.position)
  }
}

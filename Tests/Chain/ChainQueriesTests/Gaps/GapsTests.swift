import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct GapsTests {
  private func gaps(_ sketch: Sketched, _ verdicts: Set<Verdict> = Verdict.gaps) -> [Gap] {
    sketch.graph.chain(of: sketch["链"]).gaps(verdicts)
  }

  private func gap(_ name: String, _ sketch: Sketched) throws -> Gap {
    try #require(gaps(sketch).first { $0.segment == sketch[name] })
  }

  @Test func `what is said to be lacking or was not found is a gap, and nothing else`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "未查", "拟", "缺", "查", "在建", "有", "资源")
      $0.stated(.statesWanted, "拟")
      $0.lacking("缺", "在建", "资源")
      $0.survey("摸排", of: "查", "有", "资源")
      $0.project("项目", fills: "在建", status: "building")
      $0.enterprise("厂", worksIn: "有")
      $0.role("resource", of: "资源")
    }.sketched()
    #expect(sketch.names(gaps(sketch).map(\.segment)) == ["缺", "查"])
    #expect(gaps(sketch).map(\.verdict) == [.lacking, .missing])
    #expect(gaps(sketch).map(\.isStated) == [true, false])
  }

  @Test func `a gap with somebody on both sides lies inside`() throws {
    let sketch = try ChainSketch {
      $0.lacking("染整", "印花")
      $0.cluster("链", of: "纤维", "染整", "印花", "泳装")
      $0.flow("纤维", "染整", "印花", "泳装")
      $0.enterprise("化纤厂", worksIn: "纤维")
      $0.enterprise("英华", worksIn: "泳装")
    }.sketched()
    #expect(sketch.names(gaps(sketch).map(\.segment)) == ["印花", "染整"])
    #expect(gaps(sketch).map(\.position) == [.inner, .inner])
    #expect(gaps(sketch).map(\.measure) == [.fill, .fill])
  }

  @Test func `a gap with nobody upstream is a head, one with nobody downstream a tail`() throws {
    let sketch = try ChainSketch {
      $0.lacking("纤维", "面料", "品牌", "电商")
      $0.cluster("链", of: "纤维", "面料", "泳装", "品牌", "电商")
      $0.flow("纤维", "面料", "泳装", "品牌", "电商")
      $0.enterprise("英华", worksIn: "泳装")
    }.sketched()
    #expect(try gap("纤维", sketch).position == .head)
    #expect(try gap("面料", sketch).position == .head)
    #expect(try gap("品牌", sketch).position == .tail)
    #expect(try gap("电商", sketch).position == .tail)
    #expect(try gap("面料", sketch).measure == .fill)
    #expect(try gap("品牌", sketch).measure == .extend)
  }

  @Test func `a gap beside one that lies inside is a head when nothing feeds it`() throws {
    let sketch = try ChainSketch {
      $0.lacking("染整", "染料")
      $0.cluster("链", of: "纤维", "染整", "染料", "泳装")
      $0.flow("纤维", "染整", "泳装")
      $0.flow("染料", "染整")
      $0.enterprise("化纤厂", worksIn: "纤维")
      $0.enterprise("英华", worksIn: "泳装")
    }.sketched()
    #expect(try gap("染整", sketch).position == .inner)
    #expect(try gap("染料", sketch).position == .head)
  }

  @Test func `gaps with nobody around them stand apart, and nothing follows`() throws {
    let sketch = try ChainSketch {
      $0.lacking("甲", "乙", "丙")
      $0.cluster("链", of: "甲", "乙", "丙")
      $0.flow("甲", "乙")
    }.sketched()
    #expect(gaps(sketch).map(\.position) == [.apart, .apart, .apart])
    #expect(gaps(sketch).map(\.measure) == [nil, nil, nil])
  }

  @Test func `what is here without a name is enough to stand beside a gap, a plan is not`() throws {
    let sketch = try ChainSketch {
      $0.lacking("缺")
      $0.cluster("链", of: "前", "缺", "后", "远")
      $0.flow("前", "缺", "后", "远")
      $0.sign(.brand, "前牌", of: "前")
      $0.project("后项目", fills: "后", status: "operating")
      $0.project("远项目", fills: "远", status: "building")
    }.sketched()
    #expect(try gap("缺", sketch).position == .inner)
    #expect(sketch.names(try gap("缺", sketch).feeds) == ["后"])
    #expect(try gap("缺", sketch).demand.isEmpty)
    #expect(try gap("缺", sketch).nearestUpstream.isEmpty)
    let planned = try ChainSketch {
      $0.lacking("缺")
      $0.cluster("链", of: "前", "缺", "后")
      $0.flow("前", "缺", "后")
      $0.project("前项目", fills: "前", status: "building")
      $0.project("后项目", fills: "后", status: "planned")
    }.sketched()
    #expect(try gap("缺", planned).position == .apart)
  }

  @Test func `what returns puts no gap between others, whatever kind of flow leads on`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "设备", "电池", "整车", "回收")
      $0.flow("电池", "整车")
      $0.lacking("电池")
      $0.enterprise("车厂", worksIn: "整车")
      $0.enterprise("回收厂", worksIn: "回收")
      $0.link(.returns, $0.node(.segment, "回收"), $0.node(.segment, "电池"))
    }.sketched()
    #expect(try gap("电池", sketch).position == .head)
    let equipped = try ChainSketch {
      $0.cluster("链", of: "设备", "电池", "整车")
      $0.flow("电池", "整车")
      $0.lacking("电池")
      $0.enterprise("车厂", worksIn: "整车")
      $0.enterprise("设备厂", worksIn: "设备")
      $0.link(.equips, $0.node(.segment, "设备"), $0.node(.segment, "电池"))
    }.sketched()
    #expect(try gap("电池", equipped).position == .inner)
  }

  @Test func `a gap blocks what no other way supplies, and feeds all that lies behind`() throws {
    let sketch = try ChainSketch {
      $0.lacking("缺")
      $0.cluster("链", of: "矿", "缺", "旁路", "甲", "乙", "丙")
      $0.flow("矿", "缺", "甲", "丙")
      $0.flow("矿", "旁路", "丙")
      $0.flow("缺", "乙")
      for name in ["矿", "旁路", "甲", "乙", "丙"] { $0.enterprise("\(name)厂", worksIn: name) }
    }.sketched()
    #expect(sketch.names(try gap("缺", sketch).feeds) == ["丙", "乙", "甲"])
    #expect(sketch.names(try gap("缺", sketch).blocks) == ["乙", "甲"])
    #expect(sketch.names(try gap("缺", sketch).demand) == ["乙", "甲"])
  }

  @Test func `supply begins on a cycle that nothing feeds, so its member blocks no other`() throws {
    let sketch = try ChainSketch {
      $0.lacking("电池")
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
      $0.lacking("缺")
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

  @Test func `what is said comes first, then demand, feeds, blocks, and the name`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "称", "甲", "乙", "丙", "丁", "戊乙", "戊甲")
      $0.cluster("链", of: "一", "二", "三", "四", "五", "旁")
      $0.survey("摸排", of: "甲", "乙", "丙", "丁", "戊乙", "戊甲")
      // Said by name, though nobody needs it.
      $0.lacking("称")
      // Two need 丁 at once, of whom all that follow are fed. 丙 is needed by one, and feeds two.
      $0.flow("丁", "一")
      $0.flow("丁", "二")
      $0.flow("丙", "三", "四")
      // 甲 and 乙 are needed by one and feed one: 乙 alone blocks it.
      $0.flow("乙", "五")
      $0.flow("甲", "四")
      for name in ["一", "二", "三", "四", "五"] { $0.enterprise("\(name)厂", worksIn: name) }
      // It feeds one that is here, of which nobody is named: that is no demand.
      $0.sign(.brand, "旁牌", of: "旁")
      $0.flow("戊甲", "旁")
      $0.flow("戊乙", "旁")
    }.sketched()
    let found = gaps(sketch)
    #expect(sketch.names(found.map(\.segment)) == ["称", "丁", "丙", "乙", "甲", "戊乙", "戊甲"])
    #expect(found.map(\.demand.count) == [0, 2, 1, 1, 1, 0, 0])
    #expect(found.map(\.feeds.count) == [0, 2, 2, 1, 1, 1, 1])
    #expect(found.map(\.blocks.count) == [0, 2, 1, 1, 0, 0, 0])
  }

  @Test func `segments of other verdicts are given when asked for, without a position`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "前", "弱", "后")
      $0.flow("前", "弱", "后")
      $0.enterprise("厂", worksIn: "弱")
      $0.project("扩建", fills: "弱", status: "building")
    }.sketched()
    let weak = gaps(sketch, [.single])
    #expect(sketch.names(weak.map(\.segment)) == ["弱"])
    #expect(weak.map(\.position) == [nil])
    #expect(weak.map { sketch.names($0.projects) } == [["扩建"]])
    #expect(gaps(sketch, []).isEmpty)
    #expect(gaps(sketch, Set(Verdict.allCases)).count == 3)
  }

  @Test func `a measure is suggested where something follows from what is known`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "多", "一", "弱", "名", "建", "拟", "推", "未", "矿")
      for name in ["甲", "乙"] { $0.enterprise(name, worksIn: "多") }
      $0.enterprise("丙", worksIn: "一")
      $0.stated(.statesShort, "弱")
      $0.sign(.brand, "牌", of: "名")
      $0.project("项目", fills: "建", status: "building")
      $0.stated(.statesWanted, "拟")
      $0.enterprise("丁", worksIn: "推", isGeneral: true)
      $0.role("resource", of: "矿")
    }.sketched()
    let found = gaps(sketch, Set(Verdict.allCases))
    let measured = found.filter { $0.measure != nil }
    let strengthened = measured.filter { $0.measure == .strengthen }.map(\.segment)
    #expect(sketch.names(strengthened) == ["一", "弱"])
    let tracked = measured.filter { $0.measure == .track }.map(\.segment)
    #expect(sketch.names(tracked) == ["建"])
    #expect(measured.count == 3 && found.count == 9)
    #expect(found.allSatisfy { $0.position == nil })
  }

  @Test(arguments: 0..<4)
  func `on random graphs gaps are what brute force finds`(_ block: Int) throws {
    for seed in UInt64(block) * 300..<UInt64(block + 1) * 300 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      for cluster in sketch.all(.cluster) {
        let oracle = GapOracle(sketch, cluster: cluster)
        let verdicts = generator.oneIn(3) ? Set(Verdict.allCases) : [.missing, .lacking]
        let gaps = graph.chain(of: NodeIndex(cluster)).gaps(verdicts)
        let expected = oracle.flow.segments.filter { verdicts.contains(oracle.verdict(of: $0)) }
        #expect(Set(gaps.map(\.segment.position)) == Set(expected), "seed \(seed)")
        #expect(gaps.count == expected.count, "seed \(seed)")
        for gap in gaps { expect(gap, oracle, seed) }
        for (a, b) in zip(gaps, gaps.dropFirst()) {
          #expect(ranks(a, before: b, oracle), "seed \(seed)")
        }
      }
    }
  }

  private func expect(_ gap: Gap, _ oracle: GapOracle, _ seed: UInt64) {
    let segment = gap.segment.position
    #expect(gap.verdict == oracle.verdict(of: segment), "seed \(seed)")
    #expect(gap.position == oracle.position(of: segment), "seed \(seed)")
    #expect(Set(gap.demand.map(\.position)) == oracle.demand(segment), "seed \(seed)")
    #expect(Set(gap.feeds.map(\.position)) == oracle.feeds(segment), "seed \(seed)")
    #expect(Set(gap.blocks.map(\.position)) == oracle.blocks(segment), "seed \(seed)")
    #expect(Set(gap.projects.map(\.position)) == oracle.projects(on: segment), "seed \(seed)")
    for (nearest, isUpstream) in [(gap.nearestUpstream, true), (gap.nearestDownstream, false)] {
      let expected = oracle.nearest(segment, upstream: isUpstream)
      #expect(Set(nearest.map(\.segment.position)) == expected?.segments ?? [], "seed \(seed)")
      #expect(nearest.allSatisfy { $0.distance == expected?.distance }, "seed \(seed)")
      for actors in nearest {
        let houses = oracle.evidence.houses(actors.enterprises.map(\.position))
        #expect(
          houses == oracle.evidence.houses(on: actors.segment.position),
          "seed \(seed)"
        )
      }
    }
    for nodes in [
      gap.demand, gap.feeds, gap.blocks, gap.nearestUpstream.map(\.segment),
      gap.nearestDownstream.map(\.segment),
    ] {
      let positions = nodes.map(\.position)
      #expect(
        zip(positions, positions.dropFirst()).allSatisfy(oracle.sketch.isBefore),
        "seed \(seed)"
      )
    }
  }

  private func ranks(_ a: Gap, before b: Gap, _ oracle: GapOracle) -> Bool {
    func isStated(_ gap: Gap) -> Bool {
      oracle.sketch.links.contains {
        $0.kind == .statesLacking && $0.target == gap.segment.position
      }
    }
    if isStated(a) != isStated(b) { return isStated(a) }
    if a.demand.count != b.demand.count { return a.demand.count > b.demand.count }
    if a.feeds.count != b.feeds.count { return a.feeds.count > b.feeds.count }
    if a.blocks.count != b.blocks.count { return a.blocks.count > b.blocks.count }
    return oracle.sketch.isBefore(a.segment.position, b.segment.position)
  }
}

import ChainModel
import TestSupport

/// Random graphs that the ontology allows.
extension ChainSketch {
  /// Numbers of the nodes of a kind.
  func all(_ kind: NodeKind) -> [Int] { nodes.indices.filter { nodes[$0].kind == kind } }

  /// A chain: segments in clusters and in one another, flows with cycles, loops and parallels,
  /// enterprises (some external) and projects in every status, and every sort of evidence.
  static func randomChain(_ generator: inout SplitMix64) -> ChainSketch {
    var sketch = ChainSketch()
    sketch.addClusters(&generator)
    sketch.addSegments(&generator)
    sketch.addFlows(&generator)
    sketch.addActors(&generator)
    sketch.addEvidence(&generator)
    return sketch
  }

  /// Items within items, statements in every role, and collectives within collectives, which may
  /// go round in circles.
  static func randomResponsibility(_ generator: inout SplitMix64) -> ChainSketch {
    var sketch = ChainSketch()
    sketch.addClusters(&generator)
    sketch.addItems(&generator)
    sketch.addParties(&generator)
    sketch.addStatements(&generator)
    return sketch
  }

  /// A chain with people who answer for its parts, and enterprises that build its projects.
  static func randomWhole(_ generator: inout SplitMix64) -> ChainSketch {
    var sketch = randomChain(&generator)
    for project in sketch.all(.project) {
      for enterprise in sketch.all(.enterprise) where generator.oneIn(5) {
        sketch.link(
          .builds,
          enterprise,
          project,
          isOpen: generator.oneIn(5),
          isGeneral: generator.oneIn(6)
        )
      }
      for segment in sketch.all(.segment) where generator.oneIn(9) {
        sketch.link(.partOf, project, segment)
      }
    }
    sketch.addParties(&generator)
    sketch.addStatements(&generator)
    return sketch
  }

  /// A new node with a name that says nothing of its number; once in eight times the name of
  /// another node.
  mutating func add(_ kind: NodeKind, _ generator: inout SplitMix64) -> Int {
    let number = nodes.count
    if generator.oneIn(8), let twin = nodes.randomElement(using: &generator) {
      return node(kind, twin.name, id: "\(kind.name):\(generator.number(below: 90) + 10)-\(number)")
    }
    let letters = (0..<3).map { _ in ["甲", "乙", "丙", "丁", "B", "a"][generator.number(below: 6)] }
    return node(kind, letters.joined() + String(number), id: "\(kind.name):\(number)")
  }

  private mutating func addClusters(_ generator: inout SplitMix64) {
    for _ in 0...generator.number(below: 3) {
      let cluster = add(.cluster, &generator)
      if cluster > 0, generator.oneIn(3) {
        link(.partOf, cluster, generator.number(below: cluster))
      }
    }
  }

  private mutating func addSegments(_ generator: inout SplitMix64) {
    let clusters = all(.cluster)
    for _ in 0..<generator.number(below: 11) {
      let earlier = all(.segment)
      let segment = add(.segment, &generator)
      if let whole = earlier.randomElement(using: &generator), generator.oneIn(5) {
        link(.partOf, segment, whole, isGeneral: generator.oneIn(4))
      }
      if !generator.oneIn(6) { link(.partOf, segment, clusters[0]) }
      if let other = clusters.randomElement(using: &generator), generator.oneIn(4) {
        link(.partOf, segment, other)
      }
      if generator.oneIn(5) { set(.stage, Self.stages[generator.number(below: 3)], of: segment) }
    }
  }

  private static let stages = ["upstream", "midstream", "downstream"]

  private mutating func addFlows(_ generator: inout SplitMix64) {
    let segments = all(.segment)
    // Half of the chains run mostly one way, as real ones do.
    let isMostlyForward = generator.oneIn(2)
    for _ in 0..<generator.number(below: segments.count * 5 / 2 + 1) {
      var from = generator.number(below: segments.count)
      var to = generator.number(below: segments.count)
      if isMostlyForward, from > to, !generator.oneIn(10) { swap(&from, &to) }
      if from == to, !generator.oneIn(4) { continue }
      let kinds: [RelationKind] = [.supplies, .supplies, .supplies, .recycles, .equips, .returns]
      link(kinds[generator.number(below: kinds.count)], segments[from], segments[to])
    }
  }

  private mutating func addActors(_ generator: inout SplitMix64) {
    let segments = all(.segment)
    for _ in 0..<generator.number(below: 7) {
      let enterprise = add(.enterprise, &generator)
      if generator.oneIn(4) { setExternal(enterprise) }
      for segment in segments where generator.oneIn(6) {
        link(
          .operatesIn,
          enterprise,
          segment,
          isOpen: generator.oneIn(6),
          isGeneral: generator.oneIn(5)
        )
      }
    }
    let statuses = ["planned", "preparing", "building", "completing", "operating"]
    for _ in 0..<generator.number(below: 6) {
      let project = add(.project, &generator)
      if !generator.oneIn(5) {
        set(.status, statuses[generator.oneIn(2) ? 0 : generator.number(below: 5)], of: project)
      }
      for segment in segments where generator.oneIn(7) {
        link(
          .fills,
          project,
          segment,
          isOpen: generator.oneIn(8),
          isGeneral: generator.oneIn(6)
        )
      }
    }
  }

  private mutating func addItems(_ generator: inout SplitMix64) {
    let kinds: [NodeKind] = [.task, .project, .target, .university, .segment]
    let wholeKinds: Set<NodeKind> = [.task, .project, .target, .segment, .cluster]
    for _ in 0..<generator.number(below: 9) {
      let wholes = nodes.indices.filter { wholeKinds.contains(nodes[$0].kind) }
      let item = add(kinds[generator.number(below: kinds.count)], &generator)
      for whole in wholes where generator.oneIn(3) { link(.partOf, item, whole) }
    }
  }

  private mutating func addParties(_ generator: inout SplitMix64) {
    for _ in 0...generator.number(below: 3) { _ = add(.leader, &generator) }
    for _ in 0...generator.number(below: 5) {
      let department = add(.department, &generator)
      if generator.oneIn(2) {
        set(.quantifier, generator.oneIn(2) ? "some" : "all", of: department)
      }
    }
    let departments = all(.department)
    for member in departments {
      for collective in departments where generator.oneIn(5) {
        link(.memberOf, member, collective)
      }
    }
  }

  private mutating func addStatements(_ generator: inout SplitMix64) {
    let parties: [(RelationKind, [Int])] = [
      (.accountable, all(.leader)), (.lead, all(.department)), (.responsible, all(.department)),
      (.coordinate, all(.leader) + all(.department)),
    ]
    let items = nodes.indices.filter { ![.leader, .department].contains(nodes[$0].kind) }
    for item in items {
      for (role, candidates) in parties where generator.oneIn(4) {
        for party in candidates where generator.oneIn(3) {
          link(role, party, item, isOpen: generator.oneIn(4))
        }
      }
    }
  }
}

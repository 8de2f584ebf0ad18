import Bilingual
import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// The algebra of sets, and what functions have to do with it, on random graphs.
struct LawTests {
  /// A random graph and some random sets on it, as expressions.
  private struct Case {
    let graph: ChainGraph
    let sets: [String]
    let seed: UInt64

    init(_ seed: UInt64, depth: Int = 2) throws {
      var generator = SplitMix64(seed: seed)
      graph = try ChainSketch.randomWhole(&generator).graph()
      self.seed = seed
      var sets: [String] = []
      for _ in 0..<3 {
        var random = RandomExpression(graph)
        sets.append("(" + random.expression(depth, &generator) + ")")
      }
      self.sets = sets
    }

    func expectEqual(_ a: String, _ b: String, _ more: String = "") throws {
      let (first, second) = (try graph.query(a), try graph.query(b))
      #expect(first == second, "seed \(seed): \(a) | \(b) \(more)")
    }
  }

  @Test(arguments: UInt64(0)..<250)
  func `sets obey the laws of sets`(_ seed: UInt64) throws {
    let random = try Case(seed)
    let (a, b, c) = (random.sets[0], random.sets[1], random.sets[2])
    try random.expectEqual("\(a) & \(b)", "\(b) & \(a)")
    try random.expectEqual("\(a) + \(b)", "\(b) + \(a)")
    try random.expectEqual("(\(a) & \(b)) & \(c)", "\(a) & (\(b) & \(c))")
    try random.expectEqual("\(a) + \(b) + \(c)", "\(a) + (\(b) + \(c))")
    try random.expectEqual("\(a) & (\(b) + \(c))", "\(a) & \(b) + \(a) & \(c)")
    try random.expectEqual("\(a) + \(b) & \(c)", "(\(a) + \(b)) & (\(a) + \(c))")
    try random.expectEqual("\(a) - (\(b) + \(c))", "\(a) - \(b) - \(c)")
    try random.expectEqual("\(a) - \(b) & \(c)", "(\(a) - \(b)) + (\(a) - \(c))")
    try random.expectEqual("\(a) & (\(b) - \(c))", "\(a) & \(b) - \(c)")
    try random.expectEqual("let x = \(a) in x & \(b)", "\(a) & \(b)")
    try random.expectEqual("maybe(\(a))", a)
  }

  @Test(arguments: UInt64(0)..<250)
  func `a function of two sets together is that of each, less the starts`(_ seed: UInt64) throws {
    let random = try Case(seed)
    let (a, b) = (random.sets[0], random.sets[1])
    let functions = ["upstream", "downstream"]
    let details = ["", ", 1", ", 2", ", responsibility", ", partOf", ", 2, presence"]
    for function in functions {
      for detail in details {
        try random.expectEqual(
          "\(function)(\(a) + \(b)\(detail))",
          "\(function)(\(a)\(detail)) + \(function)(\(b)\(detail)) - (\(a) + \(b))"
        )
      }
    }
    for function in [
      "in(§)", "owners(§)", "led-by(maybe(§))", "duties(maybe(§), inherited)", "members(§)",
      "gaps(§)", "weak(§)", "wanted(§)", "unknown(§)", "verdict(§)", "evidence(§)",
      "chokepoints(§)", "neighbors(§)", "follow(§, 属于)", "orphans(§)",
      "between(§, segment)", "where(§, has(status))",
    ] {
      let on = { (set: String) in function.replacing("§", with: set) }
      try random.expectEqual(on("(\(a) + \(b))"), "\(on(a)) + \(on(b))", function)
    }
  }

  @Test(arguments: UInt64(0)..<250)
  func `functions that say the same find the same`(_ seed: UInt64) throws {
    let random = try Case(seed)
    let a = random.sets[0]
    try random.expectEqual("led-by(maybe(\(a)))", "duties(maybe(\(a)), lead, inherited)")
    try random.expectEqual("owners(\(a)) - \(a)", "upstream(\(a), 1, responsibility)")
    try random.expectEqual("follow(\(a), 属于)", "follow(\(a), 包含, inverse)")
    try random.expectEqual("upstream(\(a), partOf)", "downstream(\(a), 包含)")
    // Projects belong to what they fill, too.
    try random.expectEqual("in(\(a)) - \(a) - project", "upstream(\(a), partOf) - project")
    try random.expectEqual(
      "upstream(\(a)) & segment",
      "between(segment, \(a)) & upstream(\(a)) & segment"
    )
    try random.expectEqual(
      "neighbors(\(a), supplies)",
      "follow(\(a), supplies) + follow(\(a), supplies, inverse)"
    )
    try random.expectEqual("gaps() & in(\(a))", "gaps(\(a)) & in(\(a))")
    try random.expectEqual("verdict(\(a), missing, lacking)", "gaps(\(a))")
    try random.expectEqual("where(\(a), kind = project)", "\(a) & project")
    try random.expectEqual(
      "where(\(a), not (external or status = planned))",
      "\(a) - where(\(a), external) - where(\(a), status = planned)"
    )
  }

  @Test(arguments: UInt64(0)..<400)
  func `Chinese and English words find the same, in the same order`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let graph = try ChainSketch.randomWhole(&generator).graph()
    let depth = generator.number(below: 5)
    var twin = generator
    var random = RandomExpression(graph, language: .en)
    var other = RandomExpression(graph, language: .zh)
    let text = random.expression(depth, &generator)
    let chinese = other.expression(depth, &twin)
    let first = try graph.dataset().evaluate(text)
    let second = try graph.dataset().evaluate(chinese)
    #expect(first.content == second.content, "seed \(seed): \(text) | \(chinese)")
    let again = try Query(parsing: try Query(parsing: text).text(in: .zh))
    #expect(try graph.dataset().evaluate(again).content == first.content, "seed \(seed): \(text)")
  }

  @Test(arguments: UInt64(0)..<200)
  func `the order is by kind, then by name, whatever the order of entry`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sketch = ChainSketch.randomWhole(&generator)
    let (graph, shuffled) = (try sketch.graph(), try sketch.shuffledGraph(&generator))
    var random = RandomExpression(graph)
    random.hasWays = false
    let text = random.expression(4, &generator)
    let ids = try graph.dataset().evaluate(text).nodes.map { graph.id(of: $0) }
    let others = try shuffled.dataset().evaluate(text).nodes.map { shuffled.id(of: $0) }
    #expect(ids == others, "seed \(seed): \(text)")
  }

  @Test(arguments: UInt64(0)..<200)
  func `every step has a sentence in both languages, and the last the size of the whole`(
    _ seed: UInt64
  ) throws {
    var generator = SplitMix64(seed: seed)
    let graph = try ChainSketch.randomWhole(&generator).graph()
    var random = RandomExpression(graph)
    let result = try graph.dataset().evaluate(random.expression(4, &generator))
    for text in [result.sentence] + result.steps.map(\.meaning) {
      #expect(!text.zh.isEmpty && !text.en.isEmpty, "seed \(seed)")
    }
    if let last = result.steps.last { #expect(last.count == result.count, "seed \(seed)") }
  }
}

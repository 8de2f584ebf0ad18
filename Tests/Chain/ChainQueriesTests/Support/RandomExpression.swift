import Bilingual
import ChainModel
import ChainQueries
import GraphKernel
import TestSupport

/// Writes random expressions that mean something on a graph.
struct RandomExpression {
  let graph: ChainGraph
  /// The language of the words; `nil` for either, word by word.
  let language: Language?
  /// Whether ways may occur, whose search is long.
  var hasWays = true

  private var variables: [String] = []

  init(_ graph: ChainGraph, language: Language? = nil) {
    self.graph = graph
    self.language = language
  }

  /// An expression of at most `depth` levels.
  mutating func expression(_ depth: Int, _ generator: inout SplitMix64) -> String {
    guard depth > 0 else { return operand(&generator) }
    switch generator.number(below: 8) {
    case 0: return operand(&generator)
    case 1:
      let sign = [" + ", " - ", "+", " ＋ "][generator.number(below: 4)]
      return part(depth, &generator) + sign + part(depth, &generator)
    case 2:
      return part(depth, &generator) + [" & ", "&"][generator.number(below: 2)]
        + part(depth, &generator)
    case 3:
      let name = "v\(variables.count)"
      let value = expression(depth - 1, &generator)
      variables.append(name)
      defer { variables.removeLast() }
      let body = expression(depth - 1, &generator)
      let (first, then) = (
        word("let", "设", &generator), word("in", "则", &generator)
      )
      return "\(first) \(name) = \(value) \(then) \(body)"
    case 4:
      return word("where", "筛选", &generator)
        + "(" + part(depth, &generator) + ", " + condition(2, &generator) + ")"
    default: return call(depth, &generator)
    }
  }

  private func word(_ en: String, _ zh: String, _ generator: inout SplitMix64) -> String {
    switch language {
    case .en: en
    case .zh: zh
    case nil: generator.oneIn(2) ? en : zh
    }
  }

  /// An operand in brackets, which do no harm.
  private mutating func part(_ depth: Int, _ generator: inout SplitMix64) -> String {
    "(" + expression(depth - 1, &generator) + ")"
  }

  private func operand(_ generator: inout SplitMix64) -> String {
    if let variable = variables.randomElement(using: &generator), generator.oneIn(2) {
      return variable
    }
    switch generator.number(below: 5) {
    case 0:
      return ["segment", "企业", "project", "集群", "部门", "leader"][generator.number(below: 6)]
        .replacing("集群", with: "产业集群")
    case 1:
      return ["*", "segment:*", "*1*", "企业:*"][generator.number(below: 4)]
        .replacing("企业:*", with: "maybe(企业:*)").replacing("*1*", with: "maybe(*1*)")
        .replacing("segment:*", with: "maybe(segment:*)")
    default:
      guard let node = graph.nodes.randomElement(using: &generator) else { return "*" }
      return "\"\(graph.id(of: node))\""
    }
  }

  private mutating func call(_ depth: Int, _ generator: inout SplitMix64) -> String {
    let set = expression(depth - 1, &generator)
    func function(_ function: QueryFunction, _ arguments: String) -> String {
      word(function.word(.en), function.word(.zh), &generator) + "(" + arguments + ")"
    }
    let relation = ["flow", "presence", "属于", "lead", "包含", "\"is part of\""][
      generator.number(below: 6)
    ]
    let depthOf = generator.oneIn(2) ? ", \(generator.number(below: 3) + 1)" : ""
    let other = operand(&generator)
    switch generator.number(below: hasWays ? 17 : 15) {
    case 0, 1: return function(.upstream, set + depthOf)
    case 2, 3: return function(.downstream, set + depthOf)
    case 4: return function(.downstream, set + depthOf + ", " + relation)
    case 5: return function(.in, set)
    case 6: return function(.between, set + ", " + other)
    case 7: return function(.owners, set + (generator.oneIn(2) ? ", lead" : ""))
    // A set that can hold no party is an error, but where it may be.
    case 8: return function(.ledBy, "maybe(\(set))")
    case 9:
      return function(
        .duties,
        "maybe(\(set))" + (generator.oneIn(2) ? ", inherited" : ", 继承, lead")
      )
    case 10: return function(.members, set)
    case 11:
      let functions: [QueryFunction] = [.gaps, .weak, .wanted, .unknown, .evidence, .verdict]
      let kind = functions[generator.number(below: functions.count)]
      return function(kind, generator.oneIn(3) ? "" : set)
    case 12:
      switch generator.number(below: 5) {
      case 0: return function(.cutPoints, generator.oneIn(3) ? "" : set)
      case 1: return function(.betweenness, "\(set), \(generator.number(below: 3) + 1)")
      case 2: return function(.core, set + (generator.oneIn(2) ? ", 2" : ""))
      case 3: return function(.connected, set + (generator.oneIn(2) ? ", strong" : ", \(relation)"))
      default: return function(.chokepoints, generator.oneIn(3) ? "" : set)
      }
    case 13:
      return generator.oneIn(2)
        ? function(.neighbors, set + ", " + relation)
        : function(.follow, set + ", " + relation + (generator.oneIn(2) ? ", inverse" : ""))
    case 14: return function(.orphans, set + (generator.oneIn(2) ? ", " + relation : ""))
    case 15: return function(.path, set + ", " + other)
    default:
      let ends = graph.nodes(of: .segment).prefix(6).map { "\"\(graph.id(of: $0))\"" }
      guard let start = ends.randomElement(using: &generator), let end = ends.last else {
        return set
      }
      return function(.paths, "\(start), \(end), \(generator.number(below: 3) + 1)")
    }
  }

  private func condition(_ depth: Int, _ generator: inout SplitMix64) -> String {
    if depth > 0, generator.oneIn(2) {
      let (a, b) = (condition(depth - 1, &generator), condition(depth - 1, &generator))
      switch generator.number(below: 4) {
      case 0: return "(\(a)) \(word("and", "且", &generator)) (\(b))"
      case 1: return "\(a) \(word("or", "或", &generator)) \(b)"
      case 2: return "\(word("not", "非", &generator)) (\(a))"
      default: return a
      }
    }
    return [
      "status = 在建", "状态 != planned", "status >= preparing", "external", "name ~ 甲",
      "\(word("has", "有", &generator))(stage)", "stage = 上游", "verdict = 未查", "kind = 企业",
      "value >= 20 万千瓦", "value < 1.5亿元", "deadline <= 2025-12", "count > -1",
    ][generator.number(below: 13)]
  }
}

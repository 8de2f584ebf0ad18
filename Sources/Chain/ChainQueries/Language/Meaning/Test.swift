import ChainModel
import Diagnostics
import GraphKernel

/// A condition with every word looked up.
indirect enum Test: Sendable {
  case any([Test])
  case all([Test])
  case not(Test)
  case has(Subject)
  case comparison(Subject, Comparison, Value)

  /// What is compared.
  enum Subject: Sendable, Hashable {
    case attribute(AttributeName)
    case name
    case kind
    case basis
    case verdict
  }

  /// What it is compared with; several where a word can be read in more than one way.
  struct Value: Sendable {
    var text = ""
    var number: Double?
    var quantity: Quantity?
    var date: CalendarDate?
    var flag: Bool?
    /// The keys that the word has as an option of any kind.
    var keys: Set<String> = []
  }
}

extension Test {
  /// Whether the condition holds for `node`.
  ///
  /// A comparison with what a node does not have is false, with `!=` as with any other sign; of a
  /// list, one item is enough.
  func holds(for node: NodeIndex, in graph: ChainGraph) -> Bool {
    switch self {
    case .any(let parts): return parts.contains { $0.holds(for: node, in: graph) }
    case .all(let parts): return parts.allSatisfy { $0.holds(for: node, in: graph) }
    case .not(let part): return !part.holds(for: node, in: graph)
    case .has(let subject): return !Self.values(of: subject, node, graph).isEmpty
    case .comparison(let subject, let comparison, let value):
      let values = Self.values(of: subject, node, graph)
      if comparison == .unequal {
        return !values.isEmpty && !values.contains { Self.compare($0, .equal, value) }
      }
      return values.contains { Self.compare($0, comparison, value) }
    }
  }

  /// One value of a node, with its place among the options where it is one.
  private struct Found {
    var value: AttributeValue
    var order: [String] = []
  }

  private static func values(
    of subject: Subject,
    _ node: NodeIndex,
    _ graph: ChainGraph
  ) -> [Found] {
    func word(_ key: String, _ order: [String]) -> Found {
      Found(
        value: .option(AttributeDefinition.Option(key: key, label: .init(same: key))),
        order: order
      )
    }
    switch subject {
    case .name:
      return ([graph.name(of: node)] + graph.aliases(of: node)).map { Found(value: .text($0)) }
    case .kind: return [word(graph.kind(of: node).name, [])]
    case .basis: return [word(graph.origin(of: node).basis.rawValue, [])]
    case .verdict:
      guard graph.ontology.flowKinds.contains(graph.kind(of: node)) else { return [] }
      return [word(graph.verdict(of: node).rawValue, Verdict.fromWorst.map(\.rawValue))]
    case .attribute(let name):
      guard let value = graph.attribute(name, of: node),
        let definition = graph.definition(of: node).attributes.first(where: { $0.name == name })
      else { return [] }
      var order: [String] = []
      if case .option(let options) = definition.type { order = options.map(\.key) }
      if case .list(let values) = value { return values.map { Found(value: $0, order: order) } }
      return [Found(value: value, order: order)]
    }
  }

  private static func compare(_ found: Found, _ comparison: Comparison, _ value: Value) -> Bool {
    switch found.value {
    case .text(let text):
      let (a, b) = (NameKey(text), NameKey(value.text))
      return comparison == .contains ? a.text.contains(b.text) : a == b
    case .flag(let flag): return flag == value.flag
    case .integer(let number):
      return value.number.map { holds(comparison, Double(number), $0) } ?? false
    case .quantity(let quantity): return compare(quantity, comparison, value)
    case .date(let date): return value.date.map { compare(date, comparison, $0) } ?? false
    case .option(let option):
      if comparison == .equal { return value.keys.contains(option.key) }
      if let size = option.quantity, value.quantity != nil {
        return compare(size, comparison, value)
      }
      guard let place = found.order.firstIndex(of: option.key) else { return false }
      let others = found.order.indices.filter { value.keys.contains(found.order[$0]) }
      return others.contains { holds(comparison, Double(place), Double($0)) }
    case .list: return false
    }
  }

  private static func compare(
    _ quantity: Quantity,
    _ comparison: Comparison,
    _ value: Value
  ) -> Bool {
    guard let other = value.quantity, other.unit.dimension == quantity.unit.dimension else {
      return false
    }
    let (a, b) = (quantity.baseAmount, other.baseAmount)
    // Units are decimal fractions of one another, and binary ones carry a rounding.
    if abs(a - b) <= 1e-9 * max(abs(a), abs(b)) { return holds(comparison, 0, 0) }
    return holds(comparison, a, b)
  }

  /// A date lies in another that is less exact, as 2025-06 lies in 2025; what is as exact as both
  /// decides before and after.
  private static func compare(
    _ date: CalendarDate,
    _ comparison: Comparison,
    _ other: CalendarDate
  ) -> Bool {
    let (a, b) = (parts(of: date), parts(of: other))
    let common = min(a.count, b.count)
    let (first, second) = (a.prefix(common), b.prefix(common))
    if first.elementsEqual(second) {
      return a.count >= b.count && holds(comparison, 0, 0)
    }
    return holds(comparison, first.lexicographicallyPrecedes(second) ? 0 : 1, 0.5)
  }

  private static func parts(of date: CalendarDate) -> [Int] {
    [date.year, date.month, date.day].compactMap { $0 }
  }

  private static func holds(_ comparison: Comparison, _ a: Double, _ b: Double) -> Bool {
    switch comparison {
    case .equal: a == b
    case .unequal: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .contains: false
    }
  }
}

import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// Looks every word of an expression up in a data set.
struct Resolver {
  let graph: ChainGraph
  let limits: QueryLimits
  let clock: QueryClock
  private let queries: [String: NamedQuery]

  /// What is wrong, in reading order; not many, since each costs a search for what was meant.
  private(set) var faults: [QueryFault] = []
  private static let mostFaults = 8

  /// The named queries met so far, those that others build on first.
  private(set) var named: [NamedPlan] = []
  private var numbers: [String: Int] = [:]
  /// The named queries that are being looked up, the outermost first.
  private var open: [String] = []

  private var source: QuerySource
  private var variables: [(name: String, number: Int)] = []
  private var variableCount = 0
  /// Whether a name may match nothing here.
  private var isLenient = false
  private var lookUps: [Word: [NodeIndex]] = [:]
  /// The kinds whose nodes are filtered here, as far as the expression says.
  private(set) var filtered: Set<NodeKind> = []

  init(_ dataset: Dataset, _ source: QuerySource, _ limits: QueryLimits, _ clock: QueryClock) {
    graph = dataset.graph
    self.limits = limits
    self.clock = clock
    self.source = source
    queries = Dictionary(
      dataset.queries.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  mutating func report(_ message: QueryMessage, at range: SyntaxRange) {
    if faults.count < Self.mostFaults { faults.append(source.fault(message, at: range)) }
  }

  private var isFull: Bool { faults.count >= Self.mostFaults }

  mutating func plan(_ expression: Expression) -> Plan {
    Plan(action: action(expression), expression: expression)
  }

  private mutating func action(_ expression: Expression) -> Plan.Action {
    if isFull { return .nodes([]) }
    if clock.isOver {
      report(.outOfTime(clock.limit), at: expression.range)
      return .nodes([])
    }
    switch expression.form {
    case .name(let word): return name(word)
    case .call(let call): return self.call(call, expression.range)
    case .filter(let set, let condition):
      let plan = plan(set)
      filtered = kinds(of: plan)
      return .filter(plan, test(condition))
    case .sum(let first, let terms):
      let first = plan(first)
      return .sum(first, terms.map { (isAdded: $0.isAdded, set: plan($0.set)) })
    case .intersection(let sets): return .intersection(sets.map { plan($0) })
    case .binding(let name, let value, let body):
      let value = plan(value)
      let number = variableCount
      variableCount += 1
      variables.append((name.text, number))
      defer { variables.removeLast() }
      return .binding(number, value, plan(body))
    }
  }

  /// The kinds of the plan's nodes, where its form says them.
  private func kinds(of plan: Plan) -> Set<NodeKind> {
    switch plan.action {
    case .kinds(let kinds): Set(kinds)
    case .nodes(let nodes): Set(nodes.map { graph.kind(of: $0) })
    case .filter(let set, _), .binding(_, _, let set): kinds(of: set)
    case .intersection(let sets): sets.lazy.map { kinds(of: $0) }.first { !$0.isEmpty } ?? []
    case .sum(let first, let terms):
      terms.filter(\.isAdded).reduce(kinds(of: first)) { $0.union(kinds(of: $1.set)) }
    default: []
    }
  }

  // MARK: Names

  /// A variable; else a named query; else a node that bears the name; else a kind; else a function
  /// that needs no argument; else what look-up finds by fragment or initials.
  private mutating func name(_ word: Word) -> Plan.Action {
    if word.isQuoted { return .nodes(node(word)) }
    if let variable = variables.last(where: { $0.name == word.text }) {
      return .variable(variable.number)
    }
    if let query = queries[word.text] { return self.query(query, at: word.range) }
    if Glob.isPattern(word.text) { return .nodes(matches(of: word)) }
    if graph.bearers(of: text(of: word)).isEmpty {
      if let kind = graph.ontology.kind(word.text) { return .kinds([kind]) }
      if let function = QueryFunction(word: word.text), function.definition.sets.lowerBound == 0,
        !function.definition.details.contains(.required)
      {
        return .call(function, [], Plan.Options())
      }
    }
    return .nodes(node(word))
  }

  /// The word as look-up reads it: a label before the colon is the kind that it names.
  private func text(of word: Word) -> String {
    if let qualifier = word.qualifier {
      let kind = graph.ontology.kind(qualifier)?.name ?? qualifier
      return kind + ":" + word.text
    }
    guard !word.isQuoted, let colon = word.text.firstIndex(of: ":"),
      let kind = graph.ontology.kind(String(word.text[..<colon]))
    else { return word.text }
    return kind.name + word.text[colon...]
  }

  private mutating func node(_ word: Word) -> [NodeIndex] {
    if let known = lookUps[word] { return known }
    let found: [NodeIndex]
    switch graph.lookUp(text(of: word)) {
    case .found(let node): found = [node]
    case .ambiguous(let nodes):
      let kinds =
        word.isQuoted ? [] : graph.ontology.kinds.filter { $0.label.zh.hasSuffix(word.text) }
      let words = kinds.map(\.label.zh) + nodes.map { graph.id(of: $0) }
      report(.ambiguous(word.text, count: nodes.count, words), at: word.range)
      return []
    case .missing(let suggestions):
      if !isLenient {
        let words =
          word.isQuoted
          ? []
          : variables.map(\.name) + queries.keys.sorted() + graph.ontology.kindWords
            + QueryFunction.allCases.flatMap(\.words)
        let close = SpellingSuggestion.closest(
          to: word.text,
          among: (words + suggestions).uniqued()
        )
        report(
          joined(word).map { .joinedNames(word.text, expression: $0) }
            ?? .unknownName(word.text, suggestions: close),
          at: word.range
        )
      }
      return []
    }
    lookUps[word] = found
    return found
  }

  /// The expression that a word without spaces was to be, where each of its parts means something:
  /// `企业 - 项目` of `企业-项目`, `甲 + 乙` of `甲、乙`.
  private func joined(_ word: Word) -> String? {
    guard !word.isQuoted else { return nil }
    for (signs, operation) in [("-－", " - "), ("、", " + ")] {
      let parts = word.text.split { signs.contains($0) }.map(String.init)
      guard (2...8).contains(parts.count) else { continue }
      let areKnown = parts.allSatisfy { part in
        if variables.contains(where: { $0.name == part }) || queries[part] != nil { return true }
        if graph.ontology.kind(part) != nil { return true }
        if case .found = graph.lookUp(text(of: Word(text: part))) { return true }
        return false
      }
      if areKnown { return parts.joined(separator: operation) }
    }
    return nil
  }

  private mutating func matches(of word: Word) -> [NodeIndex] {
    guard word.text.unicodeScalars.count <= Glob.mostCharacters else {
      report(.patternTooLong(Glob.mostCharacters), at: word.range)
      return []
    }
    if let known = lookUps[word] { return known }
    var pattern = word.text[...]
    var kind: NodeKind?
    if let colon = pattern.firstIndex(of: ":"),
      let named = graph.ontology.kind(String(pattern[..<colon]))
    {
      kind = named
      pattern = pattern[pattern.index(after: colon)...]
    }
    let glob = Glob(NameKey(pattern).text)
    let found = (kind.map { graph.nodes(of: $0) } ?? Array(graph.nodes)).filter { node in
      ([graph.name(of: node)] + graph.aliases(of: node)).contains { glob.matches(NameKey($0).text) }
    }
    if found.isEmpty, !isLenient { report(.unmatchedPattern(word.text), at: word.range) }
    lookUps[word] = found
    return found
  }

  // MARK: Named queries

  private mutating func query(_ query: NamedQuery, at range: SyntaxRange) -> Plan.Action {
    if let number = numbers[query.name] { return .named(number) }
    guard !open.contains(query.name) else {
      let circle = open.drop { $0 != query.name } + [query.name]
      report(.circularQueries(Array(circle)), at: range)
      return .nodes([])
    }
    guard open.count < limits.nesting else {
      report(.queriesTooDeep(limits.nesting), at: range)
      return .nodes([])
    }
    let outer = (source, variables, isLenient)
    (source, variables, isLenient) = (QuerySource(query), [], false)
    open.append(query.name)
    defer {
      open.removeLast()
      (source, variables, isLenient) = outer
    }
    do throws(QueryFault) {
      let plan = plan(try Parser.parse(query.expression, source, limits))
      named.append(NamedPlan(source: source, name: query.name, plan: plan))
      numbers[query.name] = named.count - 1
      return .named(named.count - 1)
    } catch {
      faults.append(error)
      return .nodes([])
    }
  }

  // MARK: Functions

  private mutating func call(_ call: Expression.Call, _ range: SyntaxRange) -> Plan.Action {
    let wasLenient = isLenient
    if call.function == .maybe { isLenient = true }
    let sets = call.sets.map { plan($0) }
    isLenient = wasLenient
    if call.function == .ledBy || call.function == .duties { checkParties(sets[0]) }
    let details = call.function.definition.details
    if details.contains(.kinds) {
      return .kinds(call.details.compactMap { kind($0) })
    }
    var options = Plan.Options()
    var members: Set<RelationSelection.Member> = []
    for detail in call.details {
      switch detail {
      case .number(let number):
        if details.contains(.depth) { options.depth = number } else { options.limit = number }
      case .word(let word):
        if details.contains(.inherited), Self.means(word, QueryDetailWord.inherited) {
          options.isInheriting = true
        } else if details.contains(.inverse), Self.means(word, QueryDetailWord.inverse) {
          options.isInverse = true
        } else if details.contains(.strong), Self.means(word, QueryDetailWord.strong) {
          options.isStrong = true
        } else if details.contains(.verdicts) {
          if let verdicts = verdicts(word) {
            options.verdicts = (options.verdicts ?? []).union(verdicts)
          }
        } else if details.contains(.roles) {
          if let role = role(word) { options.roles.append(role) }
        } else if details.contains(.relations) {
          members.formUnion(relations(word))
        } else {
          report(.argumentCount(call.function), at: word.range)
        }
      }
    }
    if !members.isEmpty { options.relations = RelationSelection(members, in: graph.ontology) }
    if call.function == .follow, members.isEmpty, faults.isEmpty {
      report(.argumentCount(.follow), at: range)
    }
    return .call(call.function, sets, options)
  }

  /// Tells a set whose form says that none of it could ever answer for anything.
  private mutating func checkParties(_ plan: Plan) {
    switch plan.action {
    case .nodes, .kinds: break
    default: return
    }
    let given = kinds(of: plan)
    let parties = graph.ontology.kinds.filter { definition in
      graph.ontology.relations.contains { relation in
        relation.semantics == .responsibility && relation.sources.contains(definition.kind)
      }
    }
    guard !isLenient, let other = graph.ontology.kinds.first(where: { given.contains($0.kind) }),
      !parties.contains(where: { given.contains($0.kind) })
    else { return }
    report(.noParty(other.label, parties: parties.map(\.label)), at: plan.expression.range)
  }

  private static func means(_ word: Word, _ text: BilingualText) -> Bool {
    word.text == text.zh || word.text == text.en
  }
}

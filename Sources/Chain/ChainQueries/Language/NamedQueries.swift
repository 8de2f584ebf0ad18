import Bilingual
public import ChainModel
public import Diagnostics

extension Dataset {
  /// What is wrong with the queries that the data set gives names: in their expressions, in their
  /// names, and circles among them; each fault at its place in the file, in the order of the file.
  ///
  /// - Complexity: O(queries · what each looks up).
  public func queryFaults(limits: QueryLimits = QueryLimits()) -> [Diagnostic] {
    let clock = QueryClock(limits)
    var seen: Set<Diagnostic> = []
    return queries.flatMap { query -> [QueryFault] in
      let source = QuerySource(query)
      let whole = SyntaxRange(start: 0, end: 0, scalars: 1)
      if let message = nameFault(of: query) { return [source.fault(message, at: whole)] }
      var resolver = Resolver(self, source, limits, clock)
      let name = Word(text: query.name)
      _ = resolver.plan(Expression(form: .name(name)))
      return resolver.faults
    }.map(\.diagnostic).filter { seen.insert($0).inserted }
  }

  /// Why a name cannot be used in an expression, or would hide something else.
  private func nameFault(of query: NamedQuery) -> QueryMessage? {
    let name = query.name
    guard Lexer.isBareWord(name), QueryWord(Word(text: name)) == nil, !Glob.isPattern(name),
      !name.contains(":")
    else { return .badQueryName(name) }
    if QueryFunction(word: name) != nil {
      return .queryNameTaken(name, by: BilingualText(zh: "函数", en: "a function"))
    }
    if graph.ontology.kind(name) != nil {
      return .queryNameTaken(name, by: BilingualText(zh: "类别", en: "a kind"))
    }
    if let node = graph.bearers(of: name).first {
      let id = graph.id(of: node)
      return .queryNameTaken(name, by: BilingualText(zh: "对象 \(id) 的名称", en: "the name of \(id)"))
    }
    return nil
  }
}

import Bilingual
public import ChainModel
import ChainQueries
import GraphKernel

extension Dataset {
  /// The view that `words` mean.
  ///
  /// - Throws: The first ``ViewFault``: an unknown view, a name that means nothing or several
  ///   things, an option that the view does not heed, a value out of range.
  public func request(_ words: ViewWords) throws(ViewFault) -> ViewRequest {
    guard let name = ViewName(word: words.view) else { throw .unknownView(words.view) }
    let definition = name.definition
    var subjects: [NodeIndex] = []
    guard words.subjects.count <= definition.mostSubjects else {
      throw .tooManySubjects(of: definition)
    }
    for (position, text) in words.subjects.enumerated() {
      let subject = definition.subject(at: position)
      if subject.isOptional, text == Self.everything { continue }
      let kinds = subject.kinds(in: graph.ontology)
      subjects.append(try node(text, among: kinds, at: .subject(position)))
    }
    guard subjects.count >= definition.fewestSubjects else {
      throw .missingSubject(of: definition)
    }
    for option in ViewOption.allCases
    where words.options[option] != nil && !definition.options.contains(option) {
      throw .unheeded(option, by: definition)
    }
    for option in ViewOption.allCases where option.hasOneValue {
      guard let values = words.options[option], values.count != 1 else { continue }
      throw .needsOneValue(option, values.count)
    }
    return ViewRequest(name, of: subjects, options: try options(words.options))
  }

  /// The word that stands for everything.
  private static let everything = "all"

  private func options(_ words: [ViewOption: [String]]) throws(ViewFault) -> ViewOptions {
    var options = ViewOptions()
    options.depth = try Self.number(words, .depth, 1...1_000_000)
    options.radius = try Self.number(words, .radius, 1...10) ?? options.radius
    options.limit = try Self.number(words, .limit, 1...10_000) ?? options.limit
    options.isInheriting = words[.inherited] != nil
    options.showsImpliedFlows = words[.allFlows] != nil
    for (position, text) in (words[.role] ?? []).enumerated() {
      options.roles.append(try role(text, at: .option(.role, position)))
    }
    for (position, text) in (words[.kind] ?? []).enumerated() {
      options.kinds.append(try kind(text, at: .option(.kind, position)))
    }
    for (position, text) in (words[.relation] ?? []).enumerated() {
      options.relations.append(try relation(text, at: .option(.relation, position)))
    }
    for (position, text) in (words[.stage] ?? []).enumerated() {
      options.stages.append(try Self.stage(text, at: .option(.stage, position)))
    }
    if let text = words[.within]?.first {
      options.cluster = try node(text, among: [.cluster], at: .option(.within, 0))
    }
    return options
  }

  private static func number(
    _ words: [ViewOption: [String]],
    _ option: ViewOption,
    _ range: ClosedRange<Int>
  ) throws(ViewFault) -> Int? {
    guard let text = words[option]?.first else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .badNumber(text, of: option, range)
    }
    return number
  }

  /// The node that `text` names among `kinds`; a fault of `part` where it names none, or several.
  func node(
    _ text: String,
    among kinds: [NodeKind]?,
    at part: ViewFault.Part
  ) throws(ViewFault) -> NodeIndex {
    let found = graph.lookUp(text, among: kinds)
    if let fault = ViewFault(found, of: text, among: kinds, in: graph, at: part) { throw fault }
    guard case .found(let node) = found else {
      throw ViewFault(part, .notFound, BilingualText(same: text))
    }
    return node
  }

  /// A role by name or by a label in either language.
  public func role(
    _ word: String,
    at part: ViewFault.Part = .option(.role, 0)
  ) throws(ViewFault) -> RelationKind {
    try relation(
      word,
      among: graph.ontology.relations(of: .responsibility),
      at: part,
      BilingualText(zh: "职责", en: "role")
    )
  }

  /// A relation by name or by a label in either language, read from either end.
  public func relation(
    _ word: String,
    at part: ViewFault.Part = .option(.relation, 0)
  ) throws(ViewFault) -> RelationKind {
    try relation(
      word,
      among: graph.ontology.relations,
      at: part,
      BilingualText(zh: "关系", en: "relation")
    )
  }

  private func relation(
    _ word: String,
    among relations: [RelationDefinition],
    at part: ViewFault.Part,
    _ meaning: BilingualText
  ) throws(ViewFault) -> RelationKind {
    let match = relations.first { relation in
      [
        relation.kind.name, relation.label.zh, relation.label.en, relation.inverse.zh,
        relation.inverse.en,
      ].contains(word)
    }
    guard let match else {
      throw .unknownWord(word, at: part, meaning, among: relations.map(\.kind.name))
    }
    return match.kind
  }

  /// A kind by name or by its label in either language.
  public func kind(
    _ word: String,
    at part: ViewFault.Part = .option(.kind, 0)
  ) throws(ViewFault) -> NodeKind {
    let match = graph.ontology.kinds.first { kind in
      [kind.kind.name, kind.label.zh, kind.label.en].contains(word)
    }
    guard let match else {
      throw .unknownWord(
        word,
        at: part,
        BilingualText(zh: "类别", en: "kind"),
        among: graph.ontology.kinds.map(\.kind.name)
      )
    }
    return match.kind
  }

  private static func stage(
    _ word: String,
    at part: ViewFault.Part
  ) throws(ViewFault) -> Stage {
    let match = Stage.allCases.first { stage in
      [stage.rawValue, stage.label.zh, stage.label.en].contains(word)
    }
    guard let match else {
      throw .unknownWord(
        word,
        at: part,
        BilingualText(zh: "环节位置", en: "stage"),
        among: Stage.allCases.map(\.rawValue)
      )
    }
    return match
  }
}

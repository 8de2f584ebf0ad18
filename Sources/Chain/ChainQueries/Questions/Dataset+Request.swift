import Bilingual
public import ChainModel
package import GraphKernel

extension Dataset {
  /// The question that `words` mean.
  ///
  /// - Throws: The first ``QuestionFault``: an unknown question, a name that means nothing or several
  ///   things, an option that the question does not heed, a value out of range.
  public func request(_ words: QuestionWords) throws(QuestionFault) -> QuestionRequest {
    guard let name = QuestionName(word: words.question) else {
      throw .unknown(words.question, among: QuestionName.allCases)
    }
    return try request(words, of: name.definition)
  }

  /// What the words mean as those of one question, be it of the table or of the rows of a wing above.
  package func request(
    _ words: QuestionWords,
    of definition: QuestionDefinition
  ) throws(QuestionFault) -> QuestionRequest {
    var request = QuestionRequest(definition.name)
    guard words.subjects.count <= definition.mostSubjects else {
      throw .tooManySubjects(of: definition)
    }
    let given = QuestionOption.allCases.filter { words.options[$0] != nil }
    for option in given where !definition.heeds(option) {
      throw .unheeded(option, by: definition)
    }
    for option in given where option.hasOneValue {
      let count = words.options[option]?.count ?? 0
      guard count == 1 else { throw .needsOneValue(option, count) }
    }
    // A number out of its range is a fault whatever the names mean.
    for option in given where option.range != nil {
      _ = try meanings(of: words.options[option] ?? [], option)
    }
    var count = 0
    for (position, text) in words.subjects.enumerated() {
      let subject = definition.subject(at: position)
      if subject.isOptional, text == QuestionSubject.everything { continue }
      count += 1
      guard subject.isNode else {
        request.text = text
        continue
      }
      let kinds = subject.kinds(in: graph.ontology)
      request.subjects.append(try node(text, among: kinds, at: .subject(position)))
    }
    guard count >= definition.fewestSubjects else { throw .missingSubject(of: definition) }
    for option in given {
      let values = words.options[option] ?? []
      // A list of no values asks for none in particular.
      if values.isEmpty, !option.isSwitch { continue }
      request.options.take(option, try meanings(of: values, option))
    }
    return request
  }

  private func meanings(
    of values: [String],
    _ option: QuestionOption
  ) throws(QuestionFault) -> QuestionOptionMeanings {
    var meanings = QuestionOptionMeanings()
    for (position, text) in values.enumerated() {
      let part = QuestionFault.Part.option(option, position)
      switch option.form {
      case .switch: break
      case .number(let range, _):
        guard let number = Int(text), range.contains(number) else {
          throw .badNumber(text, of: option, range)
        }
        meanings.number = number
      case .cluster: meanings.cluster = try node(text, among: [.cluster], at: part)
      case .chain: meanings.words.append(try chain(text, at: part))
      case .role: meanings.relations.append(try role(text, at: part))
      case .relation: meanings.relations.append(try relation(text, at: part))
      case .kind: meanings.kinds.append(try kind(text, at: part))
      case .words(let words, _):
        guard let word = words.first(where: { $0.isMeant(by: text) }) else {
          let replaced = option == .state ? Verdict.replaced[text] : nil
          throw .unknownWord(
            text,
            at: part,
            option.meaning,
            among: replaced?.map(\.rawValue) ?? words.map(\.name),
            isReplaced: replaced != nil
          )
        }
        meanings.words.append(word.name)
      }
    }
    return meanings
  }

  /// The node that `text` names among `kinds`; a fault of `part` where it names none, or several.
  package func node(
    _ text: String,
    among kinds: [NodeKind]?,
    at part: QuestionFault.Part
  ) throws(QuestionFault) -> NodeIndex {
    // A library has chains where a city has clusters.
    let isLibrary = kinds == [.cluster] && !graph.nodes(of: .chain).isEmpty
    let kinds = isLibrary ? [.cluster, .chain] : kinds
    let found = graph.lookUp(text, among: kinds)
    if let fault = QuestionFault(found, of: text, among: kinds, in: graph, at: part) { throw fault }
    guard case .found(let node) = found else {
      throw QuestionFault(part, .notFound, BilingualText(same: text))
    }
    return node
  }

  /// The identity of a reference chain that the data set uses, by identity, name or a fragment of one name
  /// alone.
  private func chain(
    _ text: String,
    at part: QuestionFault.Part
  ) throws(QuestionFault) -> String {
    let sections = graph.sections()
    let fragments = text.isEmpty ? [] : sections.filter { $0.name.contains(text) }
    guard
      let section = sections.first(where: { [$0.id, $0.name].contains(text) })
        ?? (fragments.count == 1 ? fragments[0] : nil)
    else {
      throw .unknownWord(
        text,
        at: part,
        BilingualText(zh: "所用的参考链", en: "reference chain in use"),
        among: sections.flatMap { [$0.id, $0.name] }
      )
    }
    return section.id
  }

  /// A role by name or by a label in either language.
  public func role(
    _ word: String,
    at part: QuestionFault.Part = .option(.role, 0)
  ) throws(QuestionFault) -> RelationKind {
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
    at part: QuestionFault.Part = .option(.relation, 0)
  ) throws(QuestionFault) -> RelationKind {
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
    at part: QuestionFault.Part,
    _ meaning: BilingualText
  ) throws(QuestionFault) -> RelationKind {
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
    at part: QuestionFault.Part = .option(.kind, 0)
  ) throws(QuestionFault) -> NodeKind {
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
}

extension QuestionOption {
  /// What one of its words is: 状态.
  fileprivate var meaning: BilingualText {
    switch self {
    case .stage: BilingualText(zh: "环节位置", en: "stage")
    case .state: BilingualText(zh: "状态", en: "state")
    case .rule: BilingualText(zh: "规则", en: "rule")
    default: BilingualText(same: rawValue)
    }
  }
}

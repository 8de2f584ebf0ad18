import Bilingual
import ChainModel
import GraphKernel

/// Says a query in the words of people.
struct QuerySentence {
  let graph: ChainGraph
  let named: [NamedPlan]

  func sentence(for plan: Plan) -> BilingualText {
    var phrase = phrase(for: plan)
    // A name alone explains nothing; names inside it stay, since they could double at every level.
    if case .named(let number) = plan.action {
      let meaning = self.phrase(for: named[number].plan)
      phrase = BilingualText(zh: "\(phrase.zh)，即\(meaning.zh)", en: "\(phrase.en): \(meaning.en)")
    }
    return BilingualText(zh: "求：\(phrase.zh)。", en: "Asked for: \(phrase.en).")
  }

  /// The plan as a noun phrase that says which way relations are followed.
  func phrase(for plan: Plan) -> BilingualText {
    switch plan.action {
    case .nodes(let nodes): return names(nodes, plan)
    case .kinds(let kinds):
      let labels = kinds.map { graph.ontology[$0]?.label ?? BilingualText(same: $0.name) }
      return BilingualText(
        zh: "所有" + labels.map(\.zh).joined(separator: "、"),
        en: "every " + labels.map(\.en).joined(separator: " and every ")
      )
    case .variable: return BilingualText(same: Printer(language: .en).text(plan.expression))
    case .named(let number):
      let name = named[number].name
      return BilingualText(zh: "命名查询“\(name)”的结果", en: "what the query '\(name)' finds")
    case .binding(_, let value, let body):
      guard case .binding(let name, _, _) = plan.expression.form else { return phrase(for: body) }
      let (value, body) = (phrase(for: value), phrase(for: body))
      return BilingualText(
        zh: "\(body.zh)（其中 \(name.text) 指\(value.zh)）",
        en: "\(body.en) (where \(name.text) stands for \(value.en))"
      )
    case .sum(let first, let terms):
      return terms.reduce(part(first)) { said, term in
        let other = part(term.set)
        return term.isAdded
          ? BilingualText(
            zh: "\(said.zh)，加上\(other.zh)",
            en: "\(said.en), together with \(other.en)"
          )
          : BilingualText(zh: "\(said.zh)，除去\(other.zh)", en: "\(said.en), without \(other.en)")
      }
    case .intersection(let sets):
      let parts = sets.map { part($0) }
      return BilingualText(
        zh: "同时属于下列各项的对象：" + parts.map(\.zh).joined(separator: "；"),
        en: "what is among all of these: " + parts.map(\.en).joined(separator: "; ")
      )
    case .filter(let set, _):
      guard case .filter(_, let condition) = plan.expression.form else { return phrase(for: set) }
      let of = part(set)
      return BilingualText(
        zh: "\(of.zh)中符合“\(Printer(language: .zh).text(condition))”的",
        en: "\(of.en) for which '\(Printer(language: .en).text(condition))' holds"
      )
    case .call(let function, let sets, let options): return call(function, sets, options)
    }
  }

  /// The phrase in brackets where it would run into its surroundings.
  private func part(_ plan: Plan) -> BilingualText {
    let said = phrase(for: plan)
    switch plan.action {
    case .sum, .intersection, .binding:
      return BilingualText(zh: "（\(said.zh)）", en: "(\(said.en))")
    default: return said
    }
  }

  private func names(_ nodes: [NodeIndex], _ plan: Plan) -> BilingualText {
    if nodes.count == 1 {
      let name = graph.name(of: nodes[0])
      return BilingualText(zh: "“\(name)”", en: "'\(name)'")
    }
    guard case .name(let word) = plan.expression.form, !nodes.isEmpty else {
      return BilingualText(zh: "空集", en: "nothing")
    }
    return BilingualText(
      zh: "名称符合“\(word.text)”的对象",
      en: "what is called like '\(word.text)'"
    )
  }

  private func relations(_ selection: RelationSelection) -> BilingualText {
    let forward = selection.members.filter { !$0.isInverse }.map(\.kind)
    let semantics = Semantics.allCases.first {
      graph.ontology.relations(of: $0).map(\.kind) == forward && forward.count > 1
    }
    if let semantics, forward.count == selection.members.count {
      return semantics.label
    }
    let phrases = selection.members.compactMap { member in
      graph.ontology[member.kind]?.phrase(from: member.isInverse ? .target : .source)
    }
    return BilingualText(
      zh: phrases.map(\.zh).joined(separator: "、"),
      en: phrases.map(\.en).joined(separator: "' or '")
    )
  }

  private func roles(_ roles: [RelationKind]) -> BilingualText? {
    guard !roles.isEmpty else { return nil }
    let labels = roles.compactMap { graph.ontology[$0]?.inverse }
    return BilingualText(
      zh: labels.map(\.zh).joined(separator: "、"),
      en: labels.map(\.en).joined(separator: " or ")
    )
  }

  private func call(
    _ function: QueryFunction,
    _ sets: [Plan],
    _ options: Plan.Options
  ) -> BilingualText {
    let of = sets.map { part($0) }
    let selected = options.relations.map { relations($0) }
    switch function {
    case .upstream, .downstream: return reach(function, of[0], options, selected)
    case .between, .path, .paths: return ways(function, of, options, selected)
    case .neighbors, .follow, .orphans: return near(function, of.first, options, selected)
    case .owners, .ledBy, .duties, .members: return people(function, of[0], options)
    case .chokepoints, .gaps, .weak, .wanted, .unknown, .verdict, .evidence:
      return segments(function, of.first, options.verdicts)
    case .cutPoints, .cut, .betweenness, .core, .connected:
      return structure(function, of, options, selected)
    case .in:
      let (zh, en) = (
        of.map(\.zh).joined(separator: "、"), of.map(\.en).joined(separator: " and ")
      )
      return BilingualText(zh: "\(zh)所包含或坐落其中的一切", en: "everything inside \(en)")
    case .impact:
      return BilingualText(
        zh: "移除\(of[0].zh)后有变化的环节和集群",
        en: "the segments and clusters that change when \(of[0].en) is taken away"
      )
    case .kind, .where, .maybe: return of.first ?? BilingualText(same: "")
    }
  }

  private func reach(
    _ function: QueryFunction,
    _ of: BilingualText,
    _ options: Plan.Options,
    _ selected: BilingualText?
  ) -> BilingualText {
    let steps = options.depth.map { depth in
      BilingualText(zh: "（\(depth) 步之内）", en: " in at most \(depth) steps")
    }
    let (zh, en) = (steps?.zh ?? "（不限步数）", steps?.en ?? " in any number of steps")
    if let relations = options.relations, isResponsibility(relations) {
      return function == .upstream
        ? BilingualText(
          zh: "负责\(of.zh)的领导和部门\(zh)，按最近的条款，含继承",
          en: "whoever answers for \(of.en)\(en), by the nearest statement, inherited ones included"
        )
        : BilingualText(
          zh: "\(of.zh)负责的对象\(zh)，按最近的条款，含继承",
          en: "what \(of.en) answers for\(en), by the nearest statement, inherited ones included"
        )
    }
    if let selected {
      return function == .upstream
        ? BilingualText(
          zh: "经“\(selected.zh)”逐步通到\(of.zh)的对象\(zh)",
          en: "what '\(selected.en)' leads from, to \(of.en)\(en)"
        )
        : BilingualText(
          zh: "从\(of.zh)经“\(selected.zh)”逐步到达的对象\(zh)",
          en: "what '\(selected.en)' leads to, from \(of.en)\(en)"
        )
    }
    return function == .upstream
      ? BilingualText(
        zh: "供给\(of.zh)的环节\(zh)，以及这些环节上的企业和项目",
        en: "the segments that feed \(of.en)\(en), and who stands on them"
      )
      : BilingualText(
        zh: "\(of.zh)所供给的环节\(zh)，以及这些环节上的企业和项目",
        en: "the segments that \(of.en) feeds\(en), and who stands on them"
      )
  }

  /// Whether the walk goes along every role, from parties to what they answer for.
  private func isResponsibility(_ selection: RelationSelection) -> Bool {
    let roles = graph.ontology.relations(of: .responsibility)
    return selection.members.count == roles.count
      && selection.members.allSatisfy { member in
        !member.isInverse && roles.contains { $0.kind == member.kind }
      }
  }

  private func ways(
    _ function: QueryFunction,
    _ of: [BilingualText],
    _ options: Plan.Options,
    _ selected: BilingualText?
  ) -> BilingualText {
    let (zh, en) = (selected?.zh ?? "供给", selected?.en ?? "supplies")
    let (from, to) = (of[0], of[1])
    switch function {
    case .path:
      return BilingualText(
        zh: "从\(from.zh)经“\(zh)”到\(to.zh)的一条最短路径",
        en: "one shortest way over '\(en)' from \(from.en) to \(to.en)"
      )
    case .paths:
      let limit = options.limit ?? 20
      return BilingualText(
        zh: "从\(from.zh)经“\(zh)”到\(to.zh)的路径（短的在前，至多 \(limit) 条）",
        en: "the ways over '\(en)' from \(from.en) to \(to.en), the shortest \(limit) at most"
      )
    default:
      return BilingualText(
        zh: "从\(from.zh)经“\(zh)”到\(to.zh)途中的一切" + (selected == nil ? "，以及其上的企业和项目" : ""),
        en: "what lies on the ways over '\(en)' from \(from.en) to \(to.en)"
          + (selected == nil ? ", and who stands there" : "")
      )
    }
  }

  private func near(
    _ function: QueryFunction,
    _ of: BilingualText?,
    _ options: Plan.Options,
    _ selected: BilingualText?
  ) -> BilingualText {
    switch function {
    case .follow:
      let (zh, en) = (selected?.zh ?? "", selected?.en ?? "")
      let (ofZh, ofEn) = (of?.zh ?? "", of?.en ?? "")
      return options.isInverse
        ? BilingualText(
          zh: "与\(ofZh)有“\(zh)”关系的主体",
          en: "what '\(en)' joins, as its source, to \(ofEn)"
        )
        : BilingualText(zh: "\(ofZh)“\(zh)”的对象", en: "what \(ofEn) '\(en)'")
    case .orphans:
      let (zh, en) = (of?.zh ?? "全部对象", of?.en ?? "all nodes")
      return BilingualText(
        zh: "\(zh)中没有任何\(selected.map { "“\($0.zh)”" } ?? "")关系的",
        en: "\(en) that no \(selected.map { "'\($0.en)' " } ?? "")relation touches"
      )
    default:
      return BilingualText(
        zh: "与\(of?.zh ?? "")有直接\(selected.map { "“\($0.zh)”" } ?? "")关系的对象（不论方向）",
        en: "what one \(selected.map { "'\($0.en)' " } ?? "")relation joins to \(of?.en ?? ""), "
          + "either way"
      )
    }
  }

  private func people(
    _ function: QueryFunction,
    _ of: BilingualText,
    _ options: Plan.Options
  ) -> BilingualText {
    let role = roles(options.roles)
    switch function {
    case .owners:
      return BilingualText(
        zh: "\(of.zh)的\(role?.zh ?? "责任领导和部门")（按最近的条款，含继承）",
        en: "whoever answers for \(of.en)\(role.map { " as \($0.en)" } ?? ""), "
          + "by the nearest statement, inherited ones included"
      )
    case .ledBy:
      return BilingualText(
        zh: "\(of.zh)牵头的事项（含继承）",
        en: "what \(of.en) leads, inherited items included"
      )
    case .duties:
      return BilingualText(
        zh: "\(of.zh)\(role.map { "作为\($0.zh)" } ?? "")负责的事项\(options.isInheriting ? "（含继承）" : "")",
        en: "what \(of.en) answers for\(role.map { " as \($0.en)" } ?? "")"
          + (options.isInheriting ? ", inherited items included" : "")
      )
    default:
      return BilingualText(zh: "\(of.zh)的成员", en: "the members of \(of.en)")
    }
  }

  private func segments(
    _ function: QueryFunction,
    _ of: BilingualText?,
    _ verdicts: Set<Verdict>?
  ) -> BilingualText {
    let (zh, en) = (of.map { "\($0.zh)中的" } ?? "全部", of.map { " in \($0.en)" } ?? "")
    switch function {
    case .gaps:
      return BilingualText(
        zh: "\(zh)缺链环节（查实或文件称缺）",
        en: "the segments\(en) that are missing or said to be lacking"
      )
    case .weak:
      return BilingualText(
        zh: "\(zh)弱项（不足或单一企业）",
        en: "the segments\(en) that are short or have one enterprise"
      )
    case .wanted:
      return BilingualText(zh: "\(zh)拟发展的环节", en: "the segments\(en) that are wanted")
    case .unknown:
      return BilingualText(
        zh: "\(zh)未查的环节",
        en: "the segments\(en) of which nothing is known"
      )
    case .verdict:
      let labels = Verdict.allCases.filter { verdicts?.contains($0) ?? ($0 != .uncounted) }
        .map(\.label)
      return BilingualText(
        zh: "\(zh)结论为\(labels.map(\.zh).joined(separator: "、"))的环节",
        en: "the segments\(en) that are \(labels.map(\.en).joined(separator: " or "))"
      )
    case .evidence:
      return BilingualText(
        zh: "\(zh)环节的证据",
        en: "what the verdicts of the segments\(en) rest on"
      )
    default:
      return BilingualText(
        zh: "\(zh)卡点环节（失去它，就有环节断绝供给）",
        en: "the segments\(en) whose loss blocks others"
      )
    }
  }
}

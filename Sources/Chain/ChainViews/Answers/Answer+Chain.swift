import Bilingual
public import ChainModel
public import ChainQueries
public import GraphKernel

extension Answer {
  /// What `upstream` and `downstream` say; `isExplaining` adds to each row the way to it, as a
  /// sentence.
  public static func reach(
    _ reach: ChainReach,
    from start: NodeIndex,
    command: String,
    in graph: ChainGraph,
    isExplaining: Bool
  ) -> Answer {
    var table = Answer.Table(
      [
        .id, .kind, .name, Answer.Table.Column("distance", zh: "步数", en: "distance"),
        Answer.Table.Column("via", zh: "经由", en: "via"), .verdict, .basis, .source,
      ],
      reach.steps
    ) { step in
      graph.headCells(step.segment) + [
        .number(step.distance), graph.reference(step.via),
        verdictCell(of: graph.assessment(of: step.segment)),
        graph.basisCell(step.flow.origin), graph.sourceCell(step.flow.origin),
      ]
    }
    if isExplaining {
      let ways = ReachExplanation(graph: graph, start: start, steps: reach.steps)
      table = table.appending(.explanation, reach.steps.map { .sentence(ways.sentence(for: $0)) })
    }
    let name = graph.name(of: start)
    let onCycle = BilingualText(
      zh: "“\(name)”位于循环上：它经下游又供给自己",
      en: "'\(name)' lies on a cycle: what it feeds comes back to it"
    )
    return Answer(
      command: command,
      subject: graph.summary(of: start),
      table: table,
      notes: reach.isOnCycle ? [onCycle] : []
    )
  }

  /// What `paths` says; `isExplaining` adds to each path its flows and what they rest on.
  public static func paths(
    _ found: FlowPaths,
    from start: NodeIndex,
    to end: NodeIndex,
    in graph: ChainGraph,
    isExplaining: Bool
  ) -> Answer {
    var table = paths(found.paths, in: graph)
    if isExplaining {
      let explanation = FlowExplanation(graph: graph)
      table = table.appending(
        .explanation,
        found.paths.map { .sentence(explanation.sentence(alongPath: $0)) }
      )
    }
    let cut = BilingualText(
      zh: "还有更多路径未列出；用 --limit 增加",
      en: "there are more paths; raise --limit to see them"
    )
    return Answer(
      command: "paths",
      subject: graph.summary(of: start),
      table: table,
      notes: found.isCut ? [cut] : []
    )
  }

  /// What `layers` says; `isExplaining` adds to each row why the segment stands where it does.
  public static func layers(of chain: Chain, isExplaining: Bool) -> Answer {
    let graph = chain.graph
    let layers = chain.layers()
    var table = Answer.Table(
      [
        .id, .name, Answer.Table.Column("stage", zh: "位置", en: "stage"),
        Answer.Table.Column("rank", zh: "层级", en: "rank"),
        Answer.Table.Column("cycle", zh: "循环", en: "cycle"), .verdict, .basis, .source,
      ],
      layers
    ) { layer in
      let origin = graph.origin(of: layer.segment)
      return [
        .text(graph.id(of: layer.segment)), .text(graph.name(of: layer.segment)),
        .word(key: layer.stage.rawValue, label: layer.stage.label), .number(layer.rank),
        .flag(layer.isOnCycle), verdictCell(of: graph.assessment(of: layer.segment)),
        graph.basisCell(origin), graph.sourceCell(origin),
      ]
    }
    if isExplaining {
      table = table.appending(
        .explanation,
        layers.map { .sentence(reason(for: $0, in: graph)) }
      )
    }
    return Answer(command: "layers", subject: graph.summary(of: chain.cluster), table: table)
  }

  private static func reason(for layer: LayeredSegment, in graph: ChainGraph) -> BilingualText {
    let name = graph.name(of: layer.segment)
    if layer.isDeclared {
      return BilingualText(
        zh: "“\(name)”的位置由数据声明：\(layer.stage.label.zh)",
        en: "the data declares the stage of '\(name)': \(layer.stage.label.en)"
      )
    }
    let through = layer.rank + layer.height
    if through == 0 {
      return BilingualText(
        zh: "“\(name)”没有供给关系，列为\(layer.stage.label.zh)",
        en: "'\(name)' has no flows and counts as \(layer.stage.label.en)"
      )
    }
    return BilingualText(
      zh: "“\(name)”在最长路径 \(through) 步中的第 \(layer.rank) 步，列为\(layer.stage.label.zh)",
      en: "'\(name)' stands at step \(layer.rank) of \(through) on its longest way: "
        + layer.stage.label.en
    )
  }

  static func verdictCell(_ verdict: Verdict) -> Answer.Cell {
    .word(key: verdict.rawValue, label: verdict.label)
  }
}

extension Answer.Cell {
  /// A list of identities for machines, one line for people.
  static func path(_ ids: [String], caption: String) -> Answer.Cell {
    .captioned(.list(ids.map { .text($0) }), caption: BilingualText(same: caption))
  }
}

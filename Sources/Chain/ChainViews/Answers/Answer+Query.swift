import Bilingual
public import ChainModel
public import ChainQueries
import GraphKernel

extension Answer {
  /// What `query` says; `isExplaining` puts the query as a sentence and what was done before the
  /// rows. Behind paths stand the nodes on them, by the numbers of the picture.
  public static func query(
    _ result: QueryResult,
    in graph: ChainGraph,
    isExplaining: Bool
  ) -> Answer {
    let table: Answer.Table
    var behind: [Answer.Section] = []
    var notes = graph.absences(of: result.named)
    switch result.content {
    case .nodes(let nodes): table = self.nodes(nodes, in: graph)
    case .paths(let paths, let isCut):
      table = self.paths(paths, in: graph)
      behind = [
        Answer.Section(
          key: "nodes",
          title: BilingualText(zh: "途经", en: "on the paths"),
          content: .table(nodes(result.nodes, in: graph).numbered())
        )
      ]
      if isCut {
        notes.append(
          BilingualText(
            zh: "还有更多路径未列出；在 paths 中写更大的条数",
            en: "there are more paths; write a larger number into paths"
          )
        )
      }
    }
    let rows = Answer.Section(
      key: "rows",
      title: BilingualText(zh: "结果", en: "result"),
      content: .table(table)
    )
    guard isExplaining else {
      guard !behind.isEmpty else { return Answer(command: "query", table: table, notes: notes) }
      return Answer(command: "query", sections: [rows] + behind, notes: notes)
    }
    return Answer(
      command: "query",
      sections: [
        Answer.Section(
          key: "sentence",
          title: BilingualText(zh: "含义", en: "meaning"),
          content: .value(.sentence(result.sentence))
        ),
        Answer.Section(
          key: "plan",
          title: BilingualText(zh: "步骤", en: "plan"),
          content: .table(plan(result.steps))
        ), rows,
      ] + behind,
      notes: notes
    )
  }

  /// Nodes as rows: identity, kind and name.
  static func nodes(_ nodes: [NodeIndex], in graph: ChainGraph) -> Answer.Table {
    Answer.Table([.id, .kind, .name], nodes) { graph.headCells($0) }
  }

  /// Ways as rows: length and nodes.
  static func paths(_ paths: [[NodeIndex]], in graph: ChainGraph) -> Answer.Table {
    let columns = [
      Answer.Table.Column("length", zh: "步数", en: "length"),
      Answer.Table.Column("nodes", zh: "路径", en: "path"),
    ]
    return Answer.Table(columns, paths) { path in
      let names = path.map { graph.name(of: $0) }.joined(separator: " → ")
      return [.number(path.count - 1), .path(path.map { graph.id(of: $0) }, caption: names)]
    }
  }

  private static func plan(_ steps: [QueryResult.Step]) -> Answer.Table {
    Answer.Table(
      [
        Answer.Table.Column("step", zh: "步", en: "step"),
        Answer.Table.Column("expression", zh: "表达式", en: "expression"),
        Answer.Table.Column("size", zh: "数量", en: "size"),
        Answer.Table.Column("meaning", zh: "含义", en: "meaning"),
      ],
      steps.enumerated()
    ) { position, step in
      [
        .number(position + 1), .sentence(step.expression), .number(step.count),
        .sentence(step.meaning),
      ]
    }
  }
}

public import Bilingual
public import ChainModel

/// What an import took, and what it left out.
public struct ImportSummary: Sendable {
  /// The records of one file.
  public struct Records: Sendable {
    /// The file, as the user names it.
    public let path: String
    /// Rows, nodes or edges.
    public let noun: BilingualText
    /// How many there are.
    public let total: Int
    /// How many rows there are besides that are no records, such as totals.
    public internal(set) var asides = 0
    /// How many of them the mapping leaves out on purpose.
    public internal(set) var ignored = 0
    /// How many of them the mapping does not speak of.
    public internal(set) var unmapped = 0
  }

  /// For each table that was read, in the order of the files.
  public internal(set) var records: [Records] = []
  /// How many nodes there are of each kind, in the order of the ontology; none that is zero.
  public internal(set) var nodes: [(kind: KindDefinition, count: Int)] = []
  /// How many relations there are of each kind, in the order of the ontology; none that is zero.
  public internal(set) var relations: [(kind: RelationDefinition, count: Int)] = []
  /// What records lack that they would be taken with: the entity or relation, and how often.
  public internal(set) var incomplete: [(name: String, count: Int)] = []
  /// Further items of names that are split, which became aliases: the entity, and how many.
  public internal(set) var splitAliases: [(name: String, count: Int)] = []
  /// How many relations stood in several rows and were taken once.
  public internal(set) var merged = 0

  /// A summary of nothing.
  public init() {}

  mutating func addIncomplete(_ name: String) {
    guard let position = incomplete.firstIndex(where: { $0.name == name }) else {
      incomplete.append((name, 1))
      return
    }
    incomplete[position].count += 1
  }

  mutating func addAliases(_ count: Int, of name: String) {
    guard let position = splitAliases.firstIndex(where: { $0.name == name }) else {
      splitAliases.append((name, count))
      return
    }
    splitAliases[position].count += count
  }

  /// Counts what a graph holds.
  public mutating func count(_ graph: ChainGraph) {
    nodes = graph.ontology.kinds.compactMap { kind in
      let count = graph.nodes(of: kind.kind).count
      return count > 0 ? (kind, count) : nil
    }
    relations = graph.relationCounts().compactMap { kind, count in
      graph.ontology[kind].flatMap { count > 0 ? ($0, count) : nil }
    }
  }

  /// The summary in lines, the last without an end.
  public var text: BilingualText {
    BilingualText(zh: lines(.zh).joined(separator: "\n"), en: lines(.en).joined(separator: "\n"))
  }

  private func lines(_ language: Language) -> [String] {
    func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }
    func list(_ counts: [(label: BilingualText, count: Int)]) -> String {
      let parts = counts.map { "\($0.label[language]) \($0.count)" }
      return parts.joined(separator: say("，", ", "))
    }
    var lines: [String] = []
    for part in records {
      var line = "\(part.path): \(part.total) \(part.noun[language])"
      if part.asides > 0 {
        line += say("，另有 \(part.asides) 行不是记录", ", and \(part.asides) that are no records")
      }
      if part.ignored > 0 {
        line += say("，有意略过 \(part.ignored)", ", \(part.ignored) left out on purpose")
      }
      if part.unmapped > 0 {
        line += say("，映射未涉及 \(part.unmapped)", ", \(part.unmapped) not spoken of")
      }
      lines.append(line)
    }
    for (name, count) in incomplete {
      lines.append(
        say(
          "“\(name)”有 \(count) 处因内容为空而没有取",
          "'\(name)': \(count) left out where the record has nothing for it"
        )
      )
    }
    for (name, count) in splitAliases {
      lines.append(
        say(
          "“\(name)”的名称拆分后，\(count) 项作了别名；若每项是一个对象，用 each",
          "'\(name)': \(count) further items of split names became aliases; if each is a node, use each"
        )
      )
    }
    if merged > 0 {
      lines.append(say("重复的关系合并 \(merged) 处", "\(merged) repeated relations taken once"))
    }
    let nodeCount = nodes.reduce(0) { $0 + $1.count }
    let relationCount = relations.reduce(0) { $0 + $1.count }
    lines.append(
      say("取得 \(nodeCount) 个节点", "\(nodeCount) nodes")
        + (nodes.isEmpty ? "" : say("：", ": ") + list(nodes.map { ($0.kind.label, $0.count) }))
    )
    lines.append(
      say("取得 \(relationCount) 条关系", "\(relationCount) relations")
        + (relations.isEmpty
          ? "" : say("：", ": ") + list(relations.map { ($0.kind.label, $0.count) }))
    )
    return lines
  }
}

extension RecordTable.Form {
  var noun: BilingualText {
    switch self {
    case .rows: BilingualText(zh: "行", en: "rows")
    case .nodes: BilingualText(zh: "个节点", en: "nodes")
    case .edges: BilingualText(zh: "条边", en: "edges")
    }
  }
}

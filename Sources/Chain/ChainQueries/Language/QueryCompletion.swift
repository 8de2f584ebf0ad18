public import ChainModel
import Diagnostics
import GraphKernel

extension Dataset {
  /// `typed` with its last word completed in every way that makes sense: functions with their
  /// bracket, named queries, kinds, then names; in that order, each group in name order. At most
  /// `limit`.
  ///
  /// - Complexity: O(nodes).
  public func completions(of typed: String, limit: Int = 200) -> [String] {
    let start = Self.startOfLastWord(in: typed)
    let (head, part) = (String(typed[..<start]), NameKey(typed[start...].drop { $0 == "\"" }).text)
    let functions = QueryFunction.allCases.flatMap(\.words).map { $0 + "(" }
    let kinds = graph.ontology.kindWords
    let (kind, prefix) = qualifier(of: part)
    let names = spellings(among: kind.map { [$0] })
    let words = [functions, queries.map(\.name), kinds].flatMap { $0.sorted() }
    let written = names.map { name in
      prefix + (Lexer.isBareWord(name) ? name : Word(text: name, isQuoted: true).written)
    }
    let fitting = ((kind == nil ? words : []) + written).lazy.filter { candidate in
      part.isEmpty || NameKey(candidate.replacing("\"", with: "")).text.hasPrefix(part)
    }
    return fitting.uniqued().prefix(limit).map { head + $0 }
  }

  /// The names and aliases of nodes of `kinds` (`nil` for all) that begin with `typed`, in name
  /// order. At most `limit`.
  ///
  /// - Complexity: O(nodes).
  public func nameCompletions(
    of typed: String,
    among kinds: [NodeKind]? = nil,
    limit: Int = 200
  ) -> [String] {
    let part = NameKey(typed).text
    return spellings(among: kinds).lazy.filter { NameKey($0).text.hasPrefix(part) }.uniqued()
      .prefix(limit).map { $0 }
  }

  private func spellings(among kinds: [NodeKind]?) -> [String] {
    let nodes = kinds.map { $0.flatMap { graph.nodes(of: $0) } } ?? Array(graph.nodes)
    return graph.inNameOrder(nodes).flatMap { [graph.name(of: $0)] + graph.aliases(of: $0) }
  }

  /// The kind that stands before the colon of `part`, and how it is written.
  private func qualifier(of part: String) -> (kind: NodeKind?, prefix: String) {
    guard let colon = part.firstIndex(of: ":"),
      let kind = graph.ontology.kind(String(part[..<colon]))
    else { return (nil, "") }
    return (kind, String(part[...colon]))
  }

  /// Where the word begins that is being typed: after the last sign or space; a quote belongs to it.
  private static func startOfLastWord(in typed: String) -> String.Index {
    let ends: Set<Character> = [
      "(", ")", ",", "+", "&", " ", "=", "（", "，", "）", "＋", "＆", "＝", "\"", "\u{3000}",
    ]
    return typed.lastIndex { ends.contains($0) }
      .map { typed[$0] == "\"" ? $0 : typed.index(after: $0) } ?? typed.startIndex
  }
}

public import ChainModel
import GraphKernel
import SourceDiagnostics

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
    let names = graph.inNameOrder(graph.nodes).flatMap { node in
      [graph.name(of: node)] + graph.aliases(of: node)
    }
    let words = [functions, queries.map(\.name), kinds].flatMap { $0.sorted() }
    let candidates =
      words + names.map { Lexer.isBareWord($0) ? $0 : Word(text: $0, isQuoted: true).written }
    let fitting = candidates.lazy.filter { candidate in
      part.isEmpty || NameKey(candidate.drop { $0 == "\"" }).text.hasPrefix(part)
    }
    return fitting.uniqued().prefix(limit).map { head + $0 }
  }

  /// Where the word begins that is being typed: after the last sign or space; a quote belongs to it.
  private static func startOfLastWord(in typed: String) -> String.Index {
    let ends: Set<Character> = ["(", ")", ",", "+", "&", " ", "=", "（", "，", "）", "\"", "\u{3000}"]
    return typed.lastIndex { ends.contains($0) }
      .map { typed[$0] == "\"" ? $0 : typed.index(after: $0) } ?? typed.startIndex
  }
}

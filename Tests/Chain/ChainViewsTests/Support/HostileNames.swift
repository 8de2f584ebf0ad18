import ChainModel
import ChainQueries
import ChainViews
import Testing

/// Names that try to break out of each format.
enum HostileNames {
  static let all = [
    "\u{1B}[2J\u{1B}]0;owned\u{07}", "\u{9B}31m红", "行\n行", "a\r\nb", "tab\tc", "del\u{7F}", "=1+1",
    "+cmd|' /C calc'!A0", "-1-1", "@SUM(A1)", "＝1+1", "=\u{301}1", "\n=1+1", "\t=1", "a,b",
    "a,\u{301}b",
    "say \"hi\"", "say \"\u{308}hi", "a|b", "a|\u{308}b", "back\\slash|",
    "\"><script>alert(1)</script>", "&amp; & &#x41;", "'><img src=x onerror=alert(1)>",
    "]]>", "<!-- -->", "</td></tr></table>", "_x0041_", "\u{301}\u{308}", "\u{FFFE}\u{FFFF}",
    "[a]:b*c?d/e\\f", "'quoted'", "History", "锂 6000", "\u{202E}abc",
    "`code` *bold* _it_ [x](y)",
    "<script>alert(1)</script>", "# title", "锂😀电", "e\u{301}", "\u{200D}\u{200B}", "\u{2028}x",
    String(repeating: "长", count: 10_000), String(repeating: "短", count: 40_000), "-5", " lead",
    "'",
  ]

  private static let built: ChainGraph? = {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    // An identity of its own for each: several of the names differ in white space alone.
    for (number, name) in all.enumerated() {
      let attributes = [(name: AttributeName("content"), value: AttributeValue.text(name))]
      _ = builder.addNode(
        .task,
        name: name,
        id: "task:\(number)",
        aliases: [name + "!"],
        attributes: attributes,
        origin: .industryKnowledge
      )
    }
    return try? builder.finish()
  }()

  /// A task of each name.
  static func graph() throws -> ChainGraph { try #require(built) }

  /// Answers that hold the names in cells, in records, in lists and as the subject.
  static func answers() throws -> [Answer] {
    let graph = try graph()
    return [.audit(graph.audit(), in: graph)] + graph.nodes.map { .show($0, in: graph) }
  }
}

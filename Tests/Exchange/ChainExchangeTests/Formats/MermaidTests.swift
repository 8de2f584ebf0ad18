import ChainExchange
import ChainFiles
import ChainModel
import Testing

@testable import ChainTestSupport

/// Mermaid has no reader here, so what is written must be of a form that leaves nothing open.
struct MermaidTests {
  /// Texts hold no quote, no bracket of markup, no sign of a setting or of a colon; a `#` only begins
  /// the number of a character.
  private static let text = ##"(?:[^"#&<>`%\\:*_~\p{Cc}]|#\d{2,3};)*"##

  private static func isSound(_ line: Substring, comments: Bool) throws -> Bool {
    let forms = [
      "flowchart LR",
      "  classDef kind_\\w+ fill:#[0-9A-F]{6},stroke:#[0-9A-F]{6},color:#[0-9A-F]{6}",
      "  n\\d+\\[\"\(text)\"\\]:::kind_\\w+", "  n\\d+ (?:-->|-\\.->)\\|\"\(text)\"\\| n\\d+",
    ]
    let known = comments ? forms + ["%% n\\d+(?: n\\d+)? \\{[^%]*\\}"] : forms
    return try line.wholeMatch(of: Regex(known.joined(separator: "|"))) != nil
  }

  @Test(arguments: [false, true])
  func `every line is of a known form, whatever names hold`(comments: Bool) throws {
    for seed in UInt64(0)..<30 {
      let dataset = try RandomDataset.make(seed: seed)
      let options = ExchangeOptions(language: .zh, hasComments: comments)
      let lines = try dataset.text(as: .mermaid, options).split(separator: "\n")
      for line in lines {
        #expect(try Self.isSound(line, comments: comments), "seed \(seed): \(line.prefix(300))")
      }
      let graph = dataset.graph
      // A name may hold the stroke, but no arrow's head.
      let arrows = lines.count { $0.contains(">|\"") && $0.hasPrefix("  n") }
      #expect(lines.count { $0.contains("[\"") && $0.hasPrefix("  n") } == graph.nodes.count)
      #expect(arrows == graph.relationCounts().reduce(0) { $0 + $1.count })
    }
  }

  @Test func `characters that mean something are written by their numbers`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    _ = builder.addNode(.segment, name: "a\"b#<%{c}`", origin: .industryKnowledge)
    let text = try ExchangeTextTests.dataset(builder).text(as: .mermaid)
    #expect(text.contains("n0[\"a#34;b#35;#60;#37;{c}#96;\"]:::kind_segment\n"))
  }
}

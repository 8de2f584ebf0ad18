import Bilingual
import ChainModel
import Escapes
import GraphKernel
import JSON

/// Writes a flowchart of Mermaid, which is a picture: names, kinds and phrases, dashed where a fact is
/// general knowledge, with … where a list is open. What else is known stands in comments, on demand.
struct MermaidWriter: ExchangeWriter {
  static let format = ExchangeFormat.mermaid
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "Mermaid 流程图（Markdown 页面）",
      en: "a flowchart of Mermaid (for pages in Markdown)"
    ),
    notes: BilingualText(
      zh: """
        Mermaid 缺省至多画 500 条线、50000 个字；超过时给出提示，请用 --within 选取一部分。
        不加 --comments 时不写属性和出处。
        """,
      en: """
        Mermaid draws 500 arrows and 50,000 characters at most, unless it is told otherwise; a graph beyond that \
        is written with a warning. Pick a part with --within.
        Attributes and sources are left out without --comments.
        """
    ),
    examples: [
      BilingualText(
        zh: "--within '上游(高端聚烯烃, 2)' -o 上游.mmd",
        en: "--within 'upstream(高端聚烯烃, 2)' -o upstream.mmd"
      ),
      BilingualText(
        zh: "--within '相邻(锦西石化)' --comments",
        en: "--within 'neighbors(锦西石化)' --comments"
      ),
    ],
    endings: ["mmd"],
    options: [.comments, .looks],
    limits: FormatLimits(characters: MermaidLimits.characters, relations: MermaidLimits.arrows) {
      BilingualText(
        zh: "警告：共 \($0) 条线、\($1) 个字，超过 Mermaid 缺省的 \(MermaidLimits.arrows) 条线或"
          + " \(MermaidLimits.characters) 个字；用 --within 选取一部分，或调高 maxEdges 和 maxTextSize",
        en: "warning: \($0) arrows and \($1) characters, beyond the \(MermaidLimits.arrows) or "
          + "\(MermaidLimits.characters) that Mermaid draws; pick a part with --within, or raise "
          + "maxEdges and maxTextSize"
      )
    }
  )

  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  func write(to output: inout ExchangeOutput) throws {
    let graph = content.graph
    output.write("flowchart LR\n")
    let used = graph.ontology.kinds.filter { !graph.nodes(of: $0.kind).isEmpty }
    for kind in used {
      let look = content.look(of: kind.kind)
      output.write("  classDef \(Self.style(kind.kind)) ")
      output.write("fill:\(look.fill),stroke:\(look.line),color:\(look.text)\n")
    }
    for node in graph.nodes {
      output.write("  n\(node.position)[\"")
      output.write(mermaid: graph.name(of: node))
      output.write("\"]:::\(Self.style(graph.kind(of: node)))\n")
      if content.options.hasComments {
        output.write("%% n\(node.position) ")
        var facts = [("id", ExchangeValue.text(graph.id(of: node)))]
        content.forEachValue(of: node) { facts.append(($0.name, $1)) }
        output.write(mermaidComment: facts)
      }
      try output.next()
    }
    for position in 0..<content.relationCount {
      let relation = content.relation(position)
      let arrow = relation.origin.basis.isStated ? "-->" : "-.->"
      output.write("  n\(relation.source.position) \(arrow)|\"")
      output.write(mermaid: content.phrase(of: relation.kind) + (relation.isOpen ? " …" : ""))
      output.write("\"| n\(relation.target.position)\n")
      if content.options.hasComments {
        output.write("%% n\(relation.source.position) n\(relation.target.position) ")
        var facts: [(String, ExchangeValue)] = []
        content.forEachValue(of: relation) { facts.append(($0.name, $1)) }
        output.write(mermaidComment: facts)
      }
      try output.next()
    }
  }

  /// The name of a kind's class, which no word of the language can be.
  private static func style(_ kind: NodeKind) -> String {
    let characters = kind.name.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? Character(scalar) : "_"
    }
    return "kind_" + String(characters)
  }
}

/// What Mermaid draws, unless its settings are changed.
public enum MermaidLimits {
  /// The most units of UTF-16, in which JavaScript counts characters.
  public static let characters = 50_000
  /// The most arrows.
  public static let arrows = 500
}

extension Escaper {
  fileprivate static let mermaid = Escaper(
    "\"#&<>`%\\:*_~".unicodeScalars.map { .one($0, "#\($0.value);") }
      + [.each(0...0x1F, " "), .each(0x7F...0x7F, " ")]
  )
  fileprivate static let mermaidComment = Escaper([.numbered(0x25...0x25)])
}

extension ExchangeOutput {
  /// Writes text inside quotes; whatever could be taken for syntax, for markup or for a setting is
  /// written by its number.
  fileprivate mutating func write(mermaid text: String) {
    write(text, escaping: .mermaid)
  }

  /// Writes a line of JSON behind the mark of a comment. Settings are looked for in comments too, so
  /// no percent sign may stand there.
  fileprivate mutating func write(mermaidComment facts: [(String, ExchangeValue)]) {
    var json = JSONWriter()
    json.object { json in
      for (name, value) in facts {
        json.key(name)
        json.value(value)
      }
    }
    write(json.text, escaping: .mermaidComment)
    write("\n")
  }
}

import Bilingual
import ChainModel
import Escapes
import GraphKernel

/// Writes the language of Graphviz: what to draw, not where; and everything that is known as further
/// attributes, which begin with `data_` so that none means something to a layout.
///
/// A name and a `data_` attribute read back as they are; see ``DOTText``. In a label, a backslash is
/// written twice, which draws one.
struct DOTWriter: ExchangeWriter {
  static let format = ExchangeFormat.dot
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "Graphviz 的 DOT，未排版",
      en: "DOT for Graphviz, not laid out"
    ),
    notes: BilingualText(
      zh: "全部对象和关系，属性以 data_ 开头；要一张排好的图，用 draw … -o 图.dot。",
      en: """
        All nodes and relations, with their attributes under data_…; for a view as it is drawn, draw … \
        -o view.dot.
        """
    ),
    examples: [
      BilingualText(zh: "-o 图谱.dot", en: "-o graph.dot"),
      BilingualText(
        zh: "--within '上游(高端聚烯烃, 2)' -o 上游.dot",
        en: "--within 'upstream(高端聚烯烃, 2)' -o upstream.dot"
      ),
    ],
    endings: ["dot", "gv"],
    options: [.looks]
  )

  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  func write(to output: inout ExchangeOutput) throws {
    output.write("digraph liantu {\n  graph [charset=\"UTF-8\", rankdir=LR, label=")
    output.write(dotLabel: content.title)
    output.write(
      """
      ];
        node [shape=box, style="rounded,filled", fontname="Noto Sans CJK SC,sans-serif"];
        edge [fontname="Noto Sans CJK SC,sans-serif"];

      """
    )
    let graph = content.graph
    for node in graph.nodes {
      let look = content.look(of: graph.kind(of: node))
      output.write("  ")
      try write(identity: graph.id(of: node), to: &output)
      output.write(" [label=")
      output.write(dotLabel: graph.name(of: node))
      output.write(
        ", fillcolor=\"\(look.fill)\", color=\"\(look.line)\", fontcolor=\"\(look.text)\""
      )
      content.forEachValue(of: node) { Self.write($0, $1, to: &output) }
      output.write("];\n")
      try output.next()
    }
    for position in 0..<content.relationCount {
      let relation = content.relation(position)
      output.write("  ")
      try write(identity: graph.id(of: relation.source), to: &output)
      output.write(" -> ")
      try write(identity: graph.id(of: relation.target), to: &output)
      output.write(" [label=")
      output.write(dotLabel: content.phrase(of: relation.kind))
      if relation.origin.basis == .industryKnowledge { output.write(", style=dashed") }
      content.forEachValue(of: relation) { Self.write($0, $1, to: &output) }
      output.write("];\n")
      try output.next()
    }
    output.write("}\n")
  }

  private func write(identity: String, to output: inout ExchangeOutput) throws(ExchangeFailure) {
    // Graphviz takes a name that begins with this sign for the number of something without a name.
    guard identity.utf8.first != UInt8(ascii: "%"), let text = DOTText(identity), text.isExact
    else { throw .identity(identity) }
    output.write(text.written)
  }

  private static func write(
    _ field: ExchangeField,
    _ value: ExchangeValue,
    to output: inout ExchangeOutput
  ) {
    output.write(", data_\(field.name)=")
    if case .text(let text) = value {
      output.write(DOTText(nearest: text).written)
    } else {
      output.write(DOTText(json: value.json).written)
    }
  }
}

extension ExchangeOutput {
  /// Writes a quoted text that is drawn, in which an ampersand would begin an entity.
  fileprivate mutating func write(dotLabel text: String) {
    write(UInt8(ascii: "\""))
    write(text, escaping: .dotLabel)
    write(UInt8(ascii: "\""))
  }
}

extension Escaper {
  // A zero would end the text, and pictures cannot hold the other controls.
  fileprivate static let dotLabel = Escaper([
    .one("&", "&amp;"), .one("\"", "\\\""), .one("\\", "\\\\"), .one("\n", "\n"), .one("\t", " "),
    .one("\r", " "), .each(0...0x1F, unwritable), .each(0x7F...0x7F, unwritable),
  ])
}

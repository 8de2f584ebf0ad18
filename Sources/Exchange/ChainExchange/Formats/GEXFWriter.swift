import Bilingual
import ChainModel
import GraphKernel

/// Writes GEXF 1.3 (gexf.net): nodes by identity with the colour of their kind, edges with the
/// relation as their kind, and from when to when each is valid as far as the data know.
struct GEXFWriter: ExchangeWriter {
  static let format = ExchangeFormat.gexf
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "GEXF 1.3（Gephi），带颜色和有效期",
      en: "GEXF 1.3 (Gephi), with colours and validity"
    ),
    notes: BilingualText(
      zh: "有效期：始于基期或出处文件的日期，止于时限；关系在两端都有效时有效。",
      en: """
        Valid from the baseline or the date of the document that is cited, until the deadline; a relation \
        while both of its ends are.
        """
    ),
    examples: [
      BilingualText(zh: "-o 图谱.gexf", en: "-o graph.gexf"),
      BilingualText(
        zh: "--within '属于(船舶机械)' -o 船舶机械.gexf",
        en: "--within 'in(船舶机械)' -o shipbuilding.gexf"
      ),
    ],
    endings: ["gexf"],
    options: [.looks]
  )

  private let content: ExchangeContent
  private let validity: Validity
  /// The fields that are attributes; what `label` and `kind` say is none of them.
  private let relationFields: [ExchangeField]

  init(_ content: ExchangeContent) {
    self.content = content
    validity = Validity(content.graph)
    relationFields = content.schema.relationFields
  }

  func write(to output: inout ExchangeOutput) throws {
    output.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
      <meta lastmodifieddate="\(content.dataset.date.firstDay)"><creator>Liantu</creator><description>
      """
    )
    output.write(xml: content.title)
    output.write(
      """
      </description></meta>
      <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">

      """
    )
    write(content.schema.nodeFields, of: "node", to: &output)
    write(content.schema.relationFields, of: "edge", to: &output)
    output.write("<nodes>\n")
    for node in content.graph.nodes { try write(node, to: &output) }
    output.write("</nodes>\n<edges>\n")
    for position in 0..<content.relationCount {
      try write(content.relation(position), position, to: &output)
    }
    output.write("</edges>\n</graph>\n</gexf>\n")
  }

  private func write(
    _ fields: [ExchangeField],
    of owner: String,
    to output: inout ExchangeOutput
  ) {
    output.write("<attributes class=\"\(owner)\" mode=\"static\">\n")
    for field in fields where field.name != "name" {
      let type =
        switch field.type {
        case _ where field.isList: "string"
        case .text: "string"
        case .integer: "long"
        case .decimal: "double"
        case .flag: "boolean"
        }
      output.write("<attribute id=\"\(field.name)\" title=\"\(field.name)\" type=\"\(type)\"/>\n")
    }
    output.write("</attributes>\n")
  }

  private func write(_ node: NodeIndex, to output: inout ExchangeOutput) throws {
    let graph = content.graph
    output.write("<node id=\"")
    try output.write(xmlIdentity: graph.id(of: node))
    output.write("\" label=\"")
    output.write(xml: graph.name(of: node))
    output.write("\"")
    write(validity.interval(of: node), to: &output)
    output.write("><attvalues>")
    content.forEachValue(of: node) { Self.write($0, $1, to: &output) }
    let color = content.look(of: graph.kind(of: node)).color
    let rgb = UInt32(color.dropFirst(), radix: 16) ?? 0
    output.write(
      "</attvalues><viz:color r=\"\(rgb >> 16)\" g=\"\(rgb >> 8 & 0xFF)\" b=\"\(rgb & 0xFF)\"/></node>\n"
    )
    try output.next()
  }

  private func write(
    _ relation: Relation,
    _ position: Int,
    to output: inout ExchangeOutput
  ) throws {
    output.write("<edge id=\"e\(position)\" source=\"")
    output.write(xml: content.graph.id(of: relation.source))
    output.write("\" target=\"")
    output.write(xml: content.graph.id(of: relation.target))
    output.write("\" kind=\"")
    output.write(xml: relation.kind.name)
    output.write("\" label=\"")
    output.write(xml: content.phrase(of: relation.kind))
    output.write("\"")
    write(validity.interval(of: relation), to: &output)
    output.write("><attvalues>")
    content.forEachValue(of: relation) { Self.write($0, $1, to: &output) }
    output.write("</attvalues></edge>\n")
    try output.next()
  }

  private func write(_ interval: Validity.Interval, to output: inout ExchangeOutput) {
    if let start = interval.start { output.write(" start=\"\(start)\"") }
    if let end = interval.end { output.write(" end=\"\(end)\"") }
  }

  private static func write(
    _ field: ExchangeField,
    _ value: ExchangeValue,
    to output: inout ExchangeOutput
  ) {
    // The label has said it.
    if field.name == "name" { return }
    output.write("<attvalue for=\"\(field.name)\" value=\"")
    output.write(xml: value)
    output.write("\"/>")
  }
}

import ChainExchange
public import ArgumentParser
import Bilingual
import ChainDrawing
import ChainFiles
import ChainModel
import ChainViews

struct ExportJSONGraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jsongraph",
    abstract: say("JSON Graph Format 第 2 版", "JSON Graph Format, version 2"),
    discussion: say(
      """
      示例：
        liantu export jsongraph -o 图谱.json
        liantu export jsongraph --kind 企业 --kind 产业链环节 -o 企业.json
      """,
      """
      Examples:
        liantu export jsongraph -o graph.json
        liantu export jsongraph --kind enterprise --kind segment -o enterprises.json
      """
    )
  )

  @OptionGroup var export: ExportOptions

  func run() throws {
    let session = try export.session()
    try export.write(session, as: .jsongraph, ExchangeOptions(language: session.language))
  }
}

struct ExportGraphML: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphml",
    abstract: say("GraphML（networkx、Gephi、yEd、igraph）", "GraphML (networkx, Gephi, yEd, igraph)"),
    discussion: say(
      """
      示例：
        liantu export graphml -o 图谱.graphml
        liantu export graphml --relation 供给 --kind 产业链环节 -o 供给.graphml
      """,
      """
      Examples:
        liantu export graphml -o graph.graphml
        liantu export graphml --relation supplies --kind segment -o supplies.graphml
      """
    )
  )

  @OptionGroup var export: ExportOptions

  func run() throws {
    let session = try export.session()
    try export.write(session, as: .graphml, ExchangeOptions(language: session.language))
  }
}

struct ExportGEXF: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gexf",
    abstract: say("GEXF 1.3（Gephi），带颜色和有效期", "GEXF 1.3 (Gephi), with colours and validity"),
    discussion: say(
      """
      有效期：始于基期或出处文件的日期，止于时限；关系在两端都有效时有效。
      示例：
        liantu export gexf -o 图谱.gexf
        liantu export gexf --within '属于(船舶机械)' -o 船舶机械.gexf
      """,
      """
      Valid from the baseline or the date of the document that is cited, until the deadline; a relation \
      while both of its ends are.
      Examples:
        liantu export gexf -o graph.gexf
        liantu export gexf --within 'in(船舶机械)' -o shipbuilding.gexf
      """
    )
  )

  @OptionGroup var export: ExportOptions
  @OptionGroup var looks: LookOptions

  func run() throws {
    let session = try export.session()
    try export.write(session, as: .gexf, try looks.exchange(session))
  }
}

struct ExportCypher: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cypher",
    abstract: say("Cypher 脚本（Neo4j 或 Kuzu）", "a script in Cypher (Neo4j or Kuzu)"),
    discussion: say(
      """
      neo4j：可重复执行，不会重复建立。kuzu：数据库须是新的，脚本先建表。大图请用 export csv。
      示例：
        liantu export cypher -o 图谱.cypher
        liantu export cypher --dialect kuzu -o kuzu.cypher
      """,
      """
      neo4j: may be run again, and changes nothing then. kuzu: for a new database; the script makes the \
      tables first. Large graphs load faster from export csv.
      Examples:
        liantu export cypher -o graph.cypher
        liantu export cypher --dialect kuzu -o kuzu.cypher
      """
    )
  )

  @Option(
    help: ArgumentHelp(
      say("哪种数据库", "the database"),
      valueName: CypherDialect.allCases.map(\.rawValue).joined(separator: "|")
    )
  )
  var dialect: CypherDialect = .neo4j
  @OptionGroup var export: ExportOptions

  func run() throws {
    let session = try export.session()
    let options = ExchangeOptions(language: session.language, dialect: dialect)
    try export.write(session, as: .cypher, options)
  }
}

struct ExportDOT: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dot",
    abstract: say("Graphviz 的 DOT，未排版", "DOT for Graphviz, not laid out"),
    discussion: say(
      """
      全部对象和关系，属性以 data_ 开头；要一张排好的图，用 draw … -o 图.dot。
      示例：
        liantu export dot -o 图谱.dot
        liantu export dot --within '上游(高端聚烯烃, 2)' -o 上游.dot
      """,
      """
      All nodes and relations, with their attributes under data_…; for a view as it is drawn, draw … \
      -o view.dot.
      Examples:
        liantu export dot -o graph.dot
        liantu export dot --within 'upstream(高端聚烯烃, 2)' -o upstream.dot
      """
    )
  )

  @OptionGroup var export: ExportOptions
  @OptionGroup var looks: LookOptions

  func run() throws {
    let session = try export.session()
    try export.write(session, as: .dot, try looks.exchange(session))
  }
}

struct ExportMermaid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mermaid",
    abstract: say("Mermaid 流程图（Markdown 页面）", "a flowchart of Mermaid (for pages in Markdown)"),
    discussion: say(
      """
      Mermaid 缺省至多画 500 条线、50000 个字；超过时给出提示，请用 --within 选取一部分。
      示例：
        liantu export mermaid --within '上游(高端聚烯烃, 2)' -o 上游.mmd
        liantu export mermaid --within '相邻(锦西石化)' --comments
      """,
      """
      Mermaid draws 500 arrows and 50,000 letters at most, unless it is told otherwise; a graph beyond that \
      is written with a warning. Pick a part with --within.
      Examples:
        liantu export mermaid --within 'upstream(高端聚烯烃, 2)' -o upstream.mmd
        liantu export mermaid --within 'neighbors(锦西石化)' --comments
      """
    )
  )

  @Flag(
    help: ArgumentHelp(
      say("属性和出处写成注释（计入字数）", "attributes and sources as comments, which count as letters")
    )
  )
  var comments = false
  @OptionGroup var export: ExportOptions
  @OptionGroup var looks: LookOptions

  func run() throws {
    let session = try export.session()
    var options = try looks.exchange(session)
    options.hasComments = comments
    var characters = 0
    try export.write(session, as: .mermaid, options) { bytes in
      // Every character begins with one byte that goes on no other; those of four count as two.
      for byte in bytes where byte & 0xC0 != 0x80 { characters += byte >= 0xF0 ? 2 : 1 }
    }
    let arrows = session.graph.relationCounts().reduce(0) { $0 + $1.count }
    guard characters > MermaidLimits.characters || arrows > MermaidLimits.arrows else { return }
    let warning = BilingualText(
      zh: "警告：共 \(arrows) 条线、\(characters) 个字，超过 Mermaid 缺省的 \(MermaidLimits.arrows) 条线或"
        + " \(MermaidLimits.characters) 个字；用 --within 选取一部分，或调高 maxEdges 和 maxTextSize",
      en:
        "warning: \(arrows) arrows and \(characters) letters, beyond the \(MermaidLimits.arrows) or "
        + "\(MermaidLimits.characters) that Mermaid draws; pick a part with --within, or raise maxEdges and "
        + "maxTextSize"
    )
    Terminal.tell(warning[session.language])
  }
}

struct ExportTurtle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "turtle",
    abstract: say("RDF Turtle（W3C ORG、PROV-O、SKOS）", "RDF in Turtle (W3C ORG, PROV-O, SKOS)"),
    discussion: say(
      """
      每条关系是一个三元组，并有一个带出处的陈述；--base 是自己网址的开头。
      示例：
        liantu export turtle -o 图谱.ttl
        liantu export turtle --base https://data.example.org/huludao/ -o 葫芦岛.ttl
      """,
      """
      A relation is a triple, and a statement about it that has the source; --base is where your \
      addresses begin.
      Examples:
        liantu export turtle -o graph.ttl
        liantu export turtle --base https://data.example.org/huludao/ -o huludao.ttl
      """
    )
  )

  @Option(
    help: ArgumentHelp(
      say("IRI 的开头", "where IRIs begin"),
      valueName: "iri"
    )
  )
  var base: String = ExchangeOptions.standardBase
  @OptionGroup var export: ExportOptions

  func validate() throws {
    guard !ExchangeOptions.isBase(base) else { return }
    throw ValidationError(
      say(
        "--base 须是完整的 IRI，如 https://data.example.org/huludao/",
        "--base is a whole IRI, such as https://data.example.org/huludao/"
      )
    )
  }

  func run() throws {
    let session = try export.session()
    let options = ExchangeOptions(language: session.language, base: base)
    try export.write(session, as: .turtle, options)
  }
}

/// How nodes look, in the formats that know looks.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "主题文件（缺省为数据集的 theme.yaml，否则自带的）",
        "the theme's file (default: the data set's theme.yaml)"
      ),
      valueName: "file"
    )
  )
  var theme: String?

  func exchange(_ session: Session) throws(Failure) -> ExchangeOptions {
    let theme = try session.theme(named: theme)
    return ExchangeOptions(
      language: session.language,
      looks: theme.exchangeLooks(of: session.graph.ontology)
    )
  }
}

extension Theme {
  /// How nodes of each kind look. Boxes are those of the pictures; the one colour of a kind is that of a
  /// group, which are made to be told apart, and lighter once all of these are given away.
  fileprivate func exchangeLooks(of ontology: Ontology) -> [NodeKind: ExchangeLook] {
    var looks: [NodeKind: ExchangeLook] = [:]
    for (position, kind) in ontology.kinds.enumerated() {
      let card = look(of: ontology.cardStyle(of: kind.kind))
      let round = tints.isEmpty ? 0 : position / tints.count
      let tint = tints.isEmpty ? card.border : tints[position % tints.count]
      looks[kind.kind] = ExchangeLook(
        color: tint.mixed(with: .white, share: 1 - 1 / Double(1 + round)).hex,
        fill: card.head.hex,
        line: card.border.hex,
        text: card.headText.hex
      )
    }
    return looks
  }
}

extension CypherDialect: ExpressibleByArgument {}

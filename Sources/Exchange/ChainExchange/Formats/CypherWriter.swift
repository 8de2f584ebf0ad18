import Bilingual
import ChainModel
import Escapes
import GraphKernel

/// Writes a script in Cypher for the database that the options name.
struct CypherWriter: ExchangeWriter {
  static let format = ExchangeFormat.cypher
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "Cypher 脚本（Neo4j 或 Kuzu）",
      en: "a script in Cypher (Neo4j or Kuzu)"
    ),
    notes: BilingualText(
      zh: "neo4j：可重复执行，不会重复建立。kuzu：数据库须是新的，脚本先建表。大图请用 export csv。",
      en: """
        neo4j: may be run again, and changes nothing then. kuzu: for a new database; the script makes the \
        tables first. Large graphs load faster from export csv.
        """
    ),
    examples: [
      BilingualText(zh: "-o 图谱.cypher", en: "-o graph.cypher"),
      BilingualText(same: "--dialect kuzu -o kuzu.cypher"),
    ],
    endings: ["cypher"],
    options: [.dialect]
  )

  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  func write(to output: inout ExchangeOutput) throws {
    switch content.options.dialect {
    case .neo4j: try Neo4jWriter(content).write(to: &output)
    case .kuzu: try KuzuWriter(content).write(to: &output)
    }
  }
}

/// Writes a script in Cypher that fills a database of Neo4j 5: a constraint, then many rows a
/// statement, each merged, so that running it again changes nothing.
struct Neo4jWriter {
  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  func write(to output: inout ExchangeOutput) throws {
    let graph = content.graph
    // Every node has this label beside its kind, so that one index finds it. Kinds begin with a small
    // letter, so none is called like this.
    output.write(
      "CREATE CONSTRAINT liantu_id IF NOT EXISTS FOR (n:Liantu) REQUIRE n.id IS UNIQUE;\n"
    )
    for kind in graph.ontology.kinds {
      let rows = CypherBatch(
        opening: "UNWIND [\n",
        separator: ",\n",
        closing: "] AS row MERGE (n:Liantu {id: row.id}) SET n = row, n:"
          + CypherText.name(kind.kind.name) + ";\n"
      )
      try rows.write(graph.nodes(of: kind.kind), to: &output) { node, output in
        output.write("{id: ")
        output.write(cypher: graph.id(of: node))
        content.forEachValue(of: node) { output.write(cypher: $0, $1) }
        output.write("}")
      }
    }
    for (position, relation) in graph.ontology.relations.enumerated() {
      let rows = CypherBatch(
        opening: "UNWIND [\n",
        separator: ",\n",
        closing: "] AS row MATCH (a:Liantu {id: row.a}) MATCH (b:Liantu {id: row.b}) MERGE (a)-[r:"
          + CypherText.name(relation.kind.name) + "]->(b) SET r = row.r;\n"
      )
      try rows.write(content.relations(of: position), to: &output) { place, output in
        let relation = content.relation(place)
        output.write("{a: ")
        output.write(cypher: graph.id(of: relation.source))
        output.write(", b: ")
        output.write(cypher: graph.id(of: relation.target))
        output.write(", r: {")
        writeFacts(of: relation, content, to: &output)
        output.write("}}")
      }
    }
  }
}

/// Writes a script in Cypher that fills a new database of Kuzu: a table for each kind that has nodes
/// and each relation that there is, then a statement a row, many to a transaction.
struct KuzuWriter {
  private let content: ExchangeContent
  private static let transaction = CypherBatch(
    opening: "BEGIN TRANSACTION;\n",
    separator: "",
    closing: "COMMIT;\n"
  )

  init(_ content: ExchangeContent) { self.content = content }

  private var graph: ChainGraph { content.graph }

  func write(to output: inout ExchangeOutput) throws {
    writeNodeTables(to: &output)
    writeRelationTables(to: &output)
    for kind in graph.ontology.kinds {
      try Self.transaction.write(graph.nodes(of: kind.kind), to: &output) { node, output in
        output.write("CREATE (:\(CypherText.name(kind.kind.name)) {id: ")
        output.write(cypher: graph.id(of: node))
        content.forEachValue(of: node) { output.write(cypher: $0, $1) }
        output.write("});\n")
      }
    }
    for position in graph.ontology.relations.indices {
      try Self.transaction.write(content.relations(of: position), to: &output) { place, output in
        let relation = content.relation(place)
        output.write("MATCH ")
        write(relation.source, as: "a", to: &output)
        output.write(", ")
        write(relation.target, as: "b", to: &output)
        output.write(" CREATE (a)-[:\(table(of: relation.kind)) {")
        writeFacts(of: relation, content, to: &output)
        output.write("}]->(b);\n")
      }
    }
  }

  private func write(_ node: NodeIndex, as name: String, to output: inout ExchangeOutput) {
    output.write("(\(name):\(CypherText.name(graph.kind(of: node).name)) {id: ")
    output.write(cypher: graph.id(of: node))
    output.write("})")
  }

  /// The table of a relation; tables of kinds and of relations have their names in common.
  private func table(of relation: RelationKind) -> String {
    let isTaken = graph.ontology.kinds.contains {
      $0.kind.name.lowercased() == relation.name.lowercased()
    }
    return CypherText.name(isTaken ? relation.name + "_relation" : relation.name)
  }

  private func writeNodeTables(to output: inout ExchangeOutput) {
    for (position, kind) in graph.ontology.kinds.enumerated()
    where !graph.nodes(of: kind.kind).isEmpty {
      output.write("CREATE NODE TABLE \(CypherText.name(kind.kind.name))(id STRING PRIMARY KEY")
      for field in content.schema.fields(ofKind: position) { write(field, to: &output) }
      output.write(");\n")
    }
  }

  private func writeRelationTables(to output: inout ExchangeOutput) {
    let kinds = graph.ontology.kinds.map { CypherText.name($0.kind.name) }
    for (position, relation) in graph.ontology.relations.enumerated() {
      var pairs: Set<[Int]> = []
      for place in content.relations(of: position) {
        let (source, target) = content.ends(place)
        pairs.insert([source, target].map { Int(graph.nodeTable.kinds[$0.position]) })
      }
      if pairs.isEmpty { continue }
      output.write("CREATE REL TABLE \(table(of: relation.kind))(")
      output.write(
        pairs.sorted { $0.lexicographicallyPrecedes($1) }
          .map { "FROM \(kinds[$0[0]]) TO \(kinds[$0[1]])" }.joined(separator: ", ")
      )
      for field in content.schema.relationFields { write(field, to: &output) }
      output.write(");\n")
    }
  }

  private func write(_ field: ExchangeField, to output: inout ExchangeOutput) {
    let type =
      switch field.type {
      case .text: "STRING"
      case .integer: "INT64"
      case .decimal: "DOUBLE"
      case .flag: "BOOLEAN"
      }
    output.write(", \(CypherText.name(field.name)) \(type)\(field.isList ? "[]" : "")")
  }
}

/// Writes what a relation has between the braces of its map.
private func writeFacts(
  of relation: Relation,
  _ content: ExchangeContent,
  to output: inout ExchangeOutput
) {
  var isFirst = true
  content.forEachValue(of: relation) { field, value in
    output.write(cypher: field, value, isFirst: isFirst)
    isFirst = false
  }
}

/// Rows of which some hundred stand together.
private struct CypherBatch {
  let opening: String
  let separator: String
  let closing: String

  private static let size = 500

  func write<Rows: Sequence>(
    _ rows: Rows,
    to output: inout ExchangeOutput,
    _ row: (Rows.Element, inout ExchangeOutput) throws -> Void
  ) throws {
    var count = 0
    for element in rows {
      output.write(count == 0 ? opening : separator)
      try row(element, &output)
      count += 1
      if count == Self.size {
        output.write(closing)
        count = 0
      }
      try output.next()
    }
    if count > 0 { output.write(closing) }
  }
}

private enum CypherText {
  /// A name in backticks, which may then hold anything.
  static func name(_ text: String) -> String {
    let doubled = text.utf8.contains(UInt8(ascii: "`")) ? text.replacing("`", with: "``") : text
    return "`" + doubled + "`"
  }
}

extension Escaper {
  /// Both databases take every other character as it is, but Kuzu knows no escapes beside these.
  fileprivate static let cypher = Escaper([
    .one("'", "\\'"), .one("\\", "\\\\"), .one("\0", unwritable),
  ])
}

extension ExchangeOutput {
  /// Writes a quoted text.
  fileprivate mutating func write(cypher text: String) {
    write(UInt8(ascii: "'"))
    write(text, escaping: .cypher)
    write(UInt8(ascii: "'"))
  }

  /// Writes an entry of a map.
  fileprivate mutating func write(
    cypher field: ExchangeField,
    _ value: ExchangeValue,
    isFirst: Bool = false
  ) {
    if !isFirst { write(", ") }
    write(CypherText.name(field.name))
    write(": ")
    write(cypher: value)
  }

  private mutating func write(cypher value: ExchangeValue) {
    switch value {
    case .text(let text): write(cypher: text)
    case .integer(let number): write(String(number))
    case .decimal(let number):
      // Kuzu knows no exponents, and without a point the number would be a whole one.
      let text = Quantity.plain(number)
      write(text.contains(".") ? text : text + ".0")
    case .flag(let flag): write(flag ? "true" : "false")
    case .list(let values):
      write("[")
      for (position, value) in values.enumerated() {
        if position > 0 { write(", ") }
        write(cypher: value)
      }
      write("]")
    }
  }
}

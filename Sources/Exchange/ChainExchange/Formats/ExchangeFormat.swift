public import Diagnostics
import ChainFiles
public import Bilingual
public import ChainModel

/// A format in which a graph leaves for the tools of others, as one file: text in UTF-8, but for a
/// database. The two tables of a data set are written by `BulkWriter`.
public enum ExchangeFormat: String, Sendable, Hashable, CaseIterable {
  /// JSON Graph Format, version 2.
  case jsongraph
  /// GraphML with typed keys.
  case graphml
  /// GEXF 1.3 with colours and validity.
  case gexf
  /// Statements that fill a graph database.
  case cypher
  /// The language of Graphviz, not laid out.
  case dot
  /// A flowchart of Mermaid.
  case mermaid
  /// RDF in Turtle, with the vocabularies ORG, PROV-O and SKOS.
  case turtle
  /// A database of SQLite, with views for people.
  case sqlite
}

extension ExchangeFormat {
  /// What writes it, and tells of it.
  var writer: any ExchangeWriter.Type {
    switch self {
    case .jsongraph: JSONGraphWriter.self
    case .graphml: GraphMLWriter.self
    case .gexf: GEXFWriter.self
    case .cypher: CypherWriter.self
    case .dot: DOTWriter.self
    case .mermaid: MermaidWriter.self
    case .turtle: TurtleWriter.self
    case .sqlite: SQLiteWriter.self
    }
  }

  /// What its command is made from.
  package var row: any ExportRow.Type { writer }
}

/// How a graph is written for others.
public struct ExchangeOptions: Sendable {
  /// The language of labels: of kinds, relations and options.
  public var language: Language
  /// How nodes of a kind look, in the formats that know looks; plain where nothing is said.
  public var looks: [NodeKind: ExchangeLook]
  /// The database that Cypher is for.
  public var dialect: CypherDialect
  /// Where the IRIs of Turtle begin; an absolute IRI, best with `/` or `#` at its end.
  public var base: String
  /// Whether Mermaid has everything that is known in comments, which count towards its limit.
  public var hasComments: Bool
  /// How items stand on a day, for a database; `nil` leaves those tables empty.
  package var progress: ReportedProgress?

  /// Labels in `language`; see the properties.
  public init(
    language: Language,
    looks: [NodeKind: ExchangeLook] = [:],
    dialect: CypherDialect = .neo4j,
    base: String = Self.standardBase,
    hasComments: Bool = false
  ) {
    self.language = language
    self.looks = looks
    self.dialect = dialect
    self.base = base
    self.hasComments = hasComments
  }

  /// The base for those who have no address of their own: a name that leads nowhere.
  public static let standardBase = "https://liantu.example/"
}

/// How nodes of a kind look; colours as `#RRGGBB`.
public struct ExchangeLook: Sendable, Hashable {
  /// The one colour that tells the kind from others.
  public let color: String
  /// Inside a box.
  public let fill: String
  /// The border of a box.
  public let line: String
  /// The text inside a box.
  public let text: String

  /// - Precondition: each is `#` and six hexadecimal digits.
  public init(color: String, fill: String, line: String, text: String) {
    precondition(
      [color, fill, line, text].allSatisfy {
        $0.utf8.count == 7 && $0.hasPrefix("#") && UInt32($0.dropFirst(), radix: 16) != nil
      },
      "colours are written #RRGGBB"
    )
    self.color = color
    self.fill = fill
    self.line = line
    self.text = text
  }

  /// Black on white.
  static let plain = ExchangeLook(
    color: "#808080",
    fill: "#FFFFFF",
    line: "#000000",
    text: "#000000"
  )
}

/// Which database a script in Cypher is for.
public enum CypherDialect: String, Sendable, Hashable, CaseIterable {
  /// Neo4j 5: a constraint, then statements of many rows that can be run again.
  case neo4j
  /// Kuzu: a table for each kind and relation, then a statement a row.
  case kuzu
}

/// Why a graph cannot be written in a format.
public enum ExchangeFailure: LiantuError, Hashable {
  /// The identity holds a character that the format has no way to write, so that two nodes might
  /// become one; the identity.
  case identity(String)
  /// The database could not be written; in SQLite's words.
  case database(String)

  /// A stable name.
  public var code: String {
    switch self {
    case .identity: "unwritable-identity"
    case .database: "unwritable-database"
    }
  }

  /// What the command's exit code follows from.
  public var cause: ErrorCause {
    switch self {
    case .identity: .data
    case .database: .machine
    }
  }

  /// What is wrong.
  public var message: BilingualText {
    switch self {
    case .identity(let id):
      BilingualText(
        zh: "对象“\(id)”的标识含有此格式无法表示的控制字符",
        en: "the identity of '\(id)' holds a control character, which this format cannot write"
      )
    case .database(let text):
      BilingualText(
        zh: "写不出数据库：\(text)；它先写在临时文件夹里（环境变量 TMPDIR 可改），那里可能没有空间",
        en:
          "cannot write the database: \(text); it is made in the folder for temporary files, which "
          + "TMPDIR names, and which may be full"
      )
    }
  }
}

extension Dataset {
  /// Gives the bytes of the data set in `format` to `sink`, about a megabyte at a time.
  ///
  /// ```swift
  /// var bytes: [UInt8] = []
  /// let options = ExchangeOptions(language: .en)
  /// try dataset.write(as: .graphml, options: options, to: { bytes += $0 })
  /// ```
  ///
  /// Nodes and relations come in the order of the data (by kind, where the format wants that); the
  /// same data and options give the same bytes.
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - options: what of the data is written, and in which words.
  ///   - progress: told the share that is written, from 0 to 1, each time bytes are given away.
  ///   - sink: takes the bytes, in their order.
  /// - Throws: what `sink` throws, or an ``ExchangeFailure``.
  /// - Complexity: O(*v* + *e*) in time; beside the graph 14 bytes a relation and what is being given
  ///   away.
  public func write(
    as format: ExchangeFormat,
    options: ExchangeOptions,
    progress: (Double) -> Void = { _ in },
    to sink: ([UInt8]) throws -> Void
  ) throws {
    let content = ExchangeContent(self, options)
    try withoutActuallyEscaping(sink) { sink in
      try withoutActuallyEscaping(progress) { progress in
        var output = ExchangeOutput(
          total: graph.nodes.count + content.relationCount,
          progress: progress,
          sink: sink
        )
        try format.writer.init(content).write(to: &output)
        try output.finish()
      }
    }
  }
}

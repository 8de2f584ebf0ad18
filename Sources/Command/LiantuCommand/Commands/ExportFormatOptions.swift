public import ArgumentParser
import Bilingual
import ChainDrawing
import ChainExchange
import ChainModel
import ChainViews

/// What a format can be asked of its own, as options of a command.
protocol ExportFormatOptions: ParsableArguments {
  /// Asks for it.
  func set(_ options: inout ExchangeOptions, for session: Session) throws(Failure)

  /// Refuses a place that the format is not written to.
  func check(_ output: String?) throws
}

extension ExportFormatOptions {
  func check(_ output: String?) throws {}
}

extension ExchangeOption {
  /// The options by which it is asked.
  var group: any ExportFormatOptions.Type {
    switch self {
    case .looks: LookOptions.self
    case .dialect: DialectOption.self
    case .base: BaseOption.self
    case .comments: CommentOption.self
    case .database: DatabaseOptions.self
    }
  }
}

/// Nothing to ask.
struct NoFormatOptions: ExportFormatOptions {
  func set(_ options: inout ExchangeOptions, for session: Session) {}
}

/// Two groups of options as one.
struct PairedFormatOptions<First: ExportFormatOptions, Second: ExportFormatOptions>:
  ExportFormatOptions
{
  @OptionGroup var first: First
  @OptionGroup var second: Second

  func set(_ options: inout ExchangeOptions, for session: Session) throws(Failure) {
    try first.set(&options, for: session)
    try second.set(&options, for: session)
  }

  func check(_ output: String?) throws {
    try first.check(output)
    try second.check(output)
  }
}

struct DialectOption: ExportFormatOptions {
  @Option(
    help: ArgumentHelp(
      say("哪种数据库", "the database"),
      valueName: CypherDialect.allCases.map(\.rawValue).joined(separator: "|")
    )
  )
  var dialect: CypherDialect = .neo4j

  func set(_ options: inout ExchangeOptions, for session: Session) { options.dialect = dialect }
}

struct CommentOption: ExportFormatOptions {
  @Flag(
    help: ArgumentHelp(
      say("属性和出处写成注释（计入字数）", "attributes and sources as comments, which count as letters")
    )
  )
  var comments = false

  func set(_ options: inout ExchangeOptions, for session: Session) {
    options.hasComments = comments
  }
}

struct BaseOption: ExportFormatOptions {
  @Option(help: ArgumentHelp(say("IRI 的开头", "where IRIs begin"), valueName: "iri"))
  var base: String = ExchangeOptions.standardBase

  func validate() throws {
    guard !ExchangeOptions.isBase(base) else { return }
    throw ValidationError(
      say(
        "--base 须是完整的 IRI，如 https://data.example.org/huludao/",
        "--base is a whole IRI, such as https://data.example.org/huludao/"
      )
    )
  }

  func set(_ options: inout ExchangeOptions, for session: Session) { options.base = base }
}

/// How nodes look, in the formats that know looks.
struct LookOptions: ExportFormatOptions {
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

  func set(_ options: inout ExchangeOptions, for session: Session) throws(Failure) {
    options.looks = try session.theme(named: theme).exchangeLooks(of: session.graph.ontology)
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

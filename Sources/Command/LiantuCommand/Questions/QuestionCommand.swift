import ArgumentParser
import Bilingual
import ChainQueries
import ChainViews

/// A question of the table as a command of its own: `liantu gaps 泳装`.
///
/// The parser knows a command by its type, so each row of the table has one: `Row` counts to it.
struct QuestionCommand<Row: TableRow>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let question = Row.question
    return CommandConfiguration(
      commandName: question.name.rawValue,
      abstract: question.summary[Speech.language],
      discussion: question.discussion
    )
  }

  @OptionGroup var question: QuestionArguments<Row>
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var words = question.words
    words.question = Row.question.name.rawValue
    try Session(dataset).write(words, output)
  }
}

/// A row of the table of questions, as a type.
protocol TableRow: QuestionScope {
  /// The row's place in the table.
  static var position: Int { get }
}

extension TableRow {
  static var question: QuestionDefinition { QuestionTable.all[position] }

  static var arguments: [QuestionArgument] {
    question.subjects.enumerated().map { .subject($1, at: $0) }
      + question.options.map { .option($0) }
  }
}

/// The first row.
private enum First: TableRow {
  static var position: Int { 0 }
}

/// The row after another.
private enum Next<Row: TableRow>: TableRow {
  static var position: Int { Row.position + 1 }
}

/// The commands of the questions, by topic, but for those that have a command with more to it.
enum QuestionCommands {
  /// The commands under a heading, in the order of the table.
  static func of(_ topic: QuestionDefinition.Topic) -> [any ParsableCommand.Type] {
    commands(from: First.self).filter { $0.question.topic == topic }.map(\.command)
  }

  private static let special: [QuestionName: any ParsableCommand.Type] = [
    .query: QueryCommand.self, .show: ShowCommand.self, .stats: Stats.self,
  ]

  private static func commands<Row: TableRow>(
    from row: Row.Type
  ) -> [(question: QuestionDefinition, command: any ParsableCommand.Type)] {
    guard Row.position < QuestionTable.all.count else { return [] }
    let command = special[Row.question.name] ?? QuestionCommand<Row>.self
    return [(Row.question, command)] + commands(from: Next<Row>.self)
  }
}

extension QuestionDefinition {
  /// What help says below the summary: what words mean, and examples.
  var discussion: String {
    let language = Speech.language
    let lines = examples.map { "  liantu " + $0[language] }
    let example =
      lines.count == 1
      ? say("示例：", "Example: ") + lines[0].dropFirst(2)
      : say("示例：", "Examples:") + "\n" + lines.joined(separator: "\n")
    return (remark.map { $0[language] + "\n" } ?? "") + example
  }
}

/// The numbers, of all of the data or of a part of it.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: QuestionName.stats.definition.summary[Speech.language],
    discussion: say(
      """
      示例：
        liantu stats
        liantu stats --kind 企业 --kind 产业链环节 --within '上游(高端聚烯烃)'
      """,
      """
      Examples:
        liantu stats
        liantu stats --kind enterprise --kind segment --within '上游(高端聚烯烃)'
      """
    )
  )

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset, filter).write(QuestionWords(.stats), output)
  }
}

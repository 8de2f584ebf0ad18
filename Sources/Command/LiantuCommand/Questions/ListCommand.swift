import ArgumentParser
import ChainQueries
import ChainViews
import Diagnostics
import LoopPictures

/// The arguments of any question.
enum AnyQuestion: QuestionScope {
  static let arguments: [QuestionArgument] =
    [.question, .subjects] + QuestionOption.allCases.map { .option($0) }
}

/// The arguments of any question that has a picture.
enum AnyView: QuestionScope {
  static let arguments: [QuestionArgument] =
    [.question, .subjects]
    + QuestionOption.allCases.filter(\.changesPicture)
    .filter { option in QuestionName.views.contains { $0.definition.heeds(option) } }
    .map { .option($0) }
}

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "出清单：与同名的命令相同；有图的，与图内容一致、编号一致",
      "print the answer to any question: what its picture shows, by the same numbers"
    ),
    discussion: say(
      """
      \(QuestionHelp.lines(of: QuestionTable.all + QuestionTable.progress))
      示例：
        liantu list responsibility
        liantu list gaps 泳装 -o 缺链清单.csv
        liantu list projects 市工信局
        liantu list duties
        liantu list progress -o 进度清单.xlsx
      """,
      """
      \(QuestionHelp.lines(of: QuestionTable.all + QuestionTable.progress))
      Examples:
        liantu list responsibility
        liantu list gaps 泳装 -o gaps.csv
        liantu list projects 市工信局
        liantu list duties
        liantu list progress -o progress.xlsx
      """
    )
  )

  @OptionGroup var question: QuestionArguments<AnyQuestion>
  @OptionGroup var days: LoopOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let asked = try days.asked(question.words) else {
      return try Session(dataset).write(question.words, output)
    }
    let session = try Session(dataset)
    try session.write(try session.answer(asked, question.words, days, dataset), output)
  }
}

/// What help says of the questions.
enum QuestionHelp {
  /// The questions, each with what it is of and the options that it heeds.
  static func lines(of definitions: [QuestionDefinition]) -> String {
    let width = definitions.map(\.usage.count).max() ?? 0
    let lines = definitions.map { definition in
      let options = definition.options.map { "--" + $0.rawValue }
      let heeded = options.isEmpty ? "" : " (" + options.joined(separator: " ") + ")"
      return "  " + definition.usage.padded(toCells: width + 2)
        + say(definition.label.zh + "：" + definition.summary.zh, definition.summary.en) + heeded
    }
    return say("图与清单：", "Views:") + "\n" + lines.joined(separator: "\n")
  }
}

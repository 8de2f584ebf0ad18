import ArgumentParser
import Bilingual
import ChainDrawing
import ChainLoop
import ChainModel
import ChainQueries
import ChainViews
import LoopPictures
import ProgressLoop

/// `liantu progress`: the list of the picture that shows everything on one page.
struct ProgressCommand: ParsableCommand {
  static let configuration = LoopList.configuration(
    of: .progress,
    zh: """
      与 draw progress 的图内容一致、编号一致：总数、各集群、逐项的灯和原因、各月灯数、各单位报送。
      示例：
        liantu progress
        liantu progress 市工信局 --at 2024-11-06 -o 进度清单.xlsx
      """,
    en: """
      What draw progress shows, by the same numbers: figures, clusters, the light of each item and why,
      lights by month, reports by department.
      Examples:
        liantu progress
        liantu progress 市工信局 --at 2024-11-06 -o progress.xlsx
      """
  )

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var days: LoopOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try LoopList.write(.progress, scope, days, dataset, output)
  }
}

/// `liantu schedule`: the list of the picture of months and milestones.
struct ScheduleCommand: ParsableCommand {
  static let configuration = LoopList.configuration(
    of: .schedule,
    zh: """
      与 draw schedule 的图内容一致、编号一致：各事项的计划节点和实际节点、逐月的灯和原因。
      示例：
        liantu schedule 船舶机械
        liantu schedule --at 2024-11-06 -o 节点清单.xlsx
      """,
    en: """
      What draw schedule shows, by the same numbers: milestones as planned and as reached, and the light
      of each month with its reasons.
      Examples:
        liantu schedule 船舶机械
        liantu schedule --at 2024-11-06 -o schedule.xlsx
      """
  )

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var days: LoopOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try LoopList.write(.schedule, scope, days, dataset, output)
  }
}

/// `liantu home`: what a leader or a department answers for, and how it stands.
struct HomeCommand: ParsableCommand {
  static let configuration = LoopList.configuration(
    of: .home,
    zh: """
      与网页中这个部门或领导的主页相同：直接和继承的事项、各项的灯和原因、逾期未完成的节点、上期未报的、
      上期报送截止以来的变化。没有计划和台账的数据集只列事项。
      示例：
        liantu home 市工信局
        liantu home 罗奎亮 -o 责任主页.xlsx
      """,
    en: """
      What the explorer shows as its home: items, stated and inherited, the light of each and why,
      milestones that are late, what it did not report, and what has changed since the last reports were
      due. A data set without plan and journal has the items alone.
      Examples:
        liantu home 市工信局
        liantu home 罗奎亮 -o home.xlsx
      """
  )

  @Argument(
    help: ArgumentHelp(say("部门或领导", "a department or a leader"), valueName: "party")
  )
  var party: String

  @OptionGroup var days: LoopOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try LoopList.write(
      .home,
      QuestionWords(LoopQuestion.home.rawValue, of: [party]),
      days,
      dataset,
      output
    )
  }
}

/// What the commands of the pictures' lists share.
private enum LoopList {
  static func configuration(of question: LoopQuestion, zh: String, en: String)
    -> CommandConfiguration
  {
    CommandConfiguration(
      commandName: question.rawValue,
      abstract: question.definition.summary[Speech.language],
      discussion: say(zh, en)
    )
  }

  static func write(
    _ question: LoopQuestion,
    _ scope: ScopeOptions,
    _ days: LoopOptions,
    _ dataset: DatasetOptions,
    _ output: OutputOptions
  ) throws(Failure) {
    let words = QuestionWords(question.rawValue, of: scope.scope.map { [$0] } ?? [])
    try write(question, words, days, dataset, output)
  }

  static func write(
    _ question: LoopQuestion,
    _ words: QuestionWords,
    _ days: LoopOptions,
    _ dataset: DatasetOptions,
    _ output: OutputOptions
  ) throws(Failure) {
    let session = try Session(dataset)
    try session.write(try session.answer(question, words, days, dataset), output)
  }
}

extension LoopOptions {
  /// The question of plan and journal that words ask; `nil` for one that the data set alone answers, which heeds
  /// no day of knowledge.
  func asked(_ words: QuestionWords) throws -> LoopQuestion? {
    if let question = LoopQuestion(word: words.question) { return question }
    guard QuestionName(word: words.question) != nil else {
      throw Failure(
        QuestionFault.unknown(words.question, among: QuestionTable.all + QuestionTable.progress)
      )
    }
    guard known == nil else {
      throw ValidationError(
        say("--known 只用于进展的图和清单", "--known goes with pictures and lists of progress")
      )
    }
    return nil
  }
}

extension Session {
  /// The list of a question of plan and journal.
  func answer(
    _ question: LoopQuestion,
    _ words: QuestionWords,
    _ days: LoopOptions,
    _ options: DatasetOptions
  ) throws(Failure) -> Answer {
    let loop = try loop()
    do throws(QuestionFault) {
      return try loop.answer(
        question,
        words,
        at: options.at.map { Day(asked: $0) } ?? loop.defaultDay,
        known: days.known.map { Day(asked: $0) }
      )
    } catch {
      throw Failure(error, in: language)
    }
  }

  /// The picture of a question of plan and journal.
  func plate(
    _ question: LoopQuestion,
    _ words: QuestionWords,
    _ days: LoopOptions,
    _ options: DatasetOptions
  ) throws(Failure) -> Plate {
    let loop = try loop()
    do throws(QuestionFault) {
      return try loop.plate(
        question,
        words,
        at: options.at.map { Day(asked: $0) } ?? loop.defaultDay,
        known: days.known.map { Day(asked: $0) },
        language: language
      )
    } catch {
      throw Failure(error, in: language)
    }
  }
}

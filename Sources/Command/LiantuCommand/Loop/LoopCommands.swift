import ArgumentParser
import Bilingual
import ChainLoop
import ChainModel
import ChainViews
import GraphKernel
import ProgressLoop

/// `liantu status`: how every item stands.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("各事项进展如何：状态、投资、进度、红黄绿灯及原因", "how items stand: status, money, light and why"),
    discussion: say(
      """
      读数据集文件夹里的 plans/*.csv（计划）、journal/*.csv（台账）和 reporting.yaml（规则）。
      缺省的日子是最后一次记录的那天；灯取最坏的一项，每条原因写明依据的行号；没有可判断的为灰，不是绿。
      示例：
        liantu status
        liantu status 船舶机械 --at 2024-06
        liantu status 市工信局 --at 2024-06-30 --known 2024-08-31
      """,
      """
      Reads plans/*.csv, journal/*.csv and reporting.yaml of the data set's folder. Without --at it is asked
      about the last day on which anything was recorded. A light is the worst of what fires, each reason with
      its line; where nothing can be judged it is grey, not green.
      Examples:
        liantu status
        liantu status 船舶机械 --at 2024-06
        liantu status 市工信局 --at 2024-06-30 --known 2024-08-31
      """
    )
  )

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var days: LoopOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let asked = try scope.asked(of: dataset)
    let known = days.known.map { Day(asked: $0) }
    try asked.session.write(
      .status(asked.loop, asked.items, at: asked.day, known: known),
      output
    )
  }
}

/// `liantu late`: what was not reached by its planned day.
struct Late: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("逾期清单：计划日已过而没有完成的节点", "milestones whose planned day has passed"),
    discussion: say(
      """
      计划日当天不算逾期；年、月以最后一天为期。延期从决定之日起算，此前逾期的仍是逾期，原计划日写在旁边。
      示例：
        liantu late
        liantu late 市工信局 --at 2024-09-30
      """,
      """
      The planned day itself is not late; a year or a month ends on its last day. A deadline that was put off
      holds from the day of that decision: what was late before was late, and the first day stands beside it.
      Examples:
        liantu late
        liantu late 市工信局 --at 2024-09-30
      """
    )
  )

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var days: LoopOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let asked = try scope.asked(of: dataset)
    let known = days.known.map { Day(asked: $0) }
    try asked.session.write(
      .late(asked.loop, asked.items, at: asked.day, known: known),
      output
    )
  }
}

/// `liantu unreported`: who owes a report of a month.
struct Unreported: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("未报清单：某月谁该报而没有报", "who owes a report of a month, and on what"),
    discussion: say(
      """
      应报的是当月最后一天牵头的单位；报送期没有过就不算未报。没有牵头单位的事项列为无人报送。
      示例：
        liantu unreported --period 2024-06
        liantu unreported 市工信局 --period 2024-06 --at 2024-07-31
      """,
      """
      Who leads on the month's last day is expected to report; before the due day has passed nothing is
      missing. Items without a lead are listed as nobody's.
      Examples:
        liantu unreported --period 2024-06
        liantu unreported 市工信局 --period 2024-06 --at 2024-07-31
      """
    )
  )

  @OptionGroup var scope: ScopeOptions
  @Option(
    help: ArgumentHelp(
      say(
        "报告期，如 2024-06（缺省为所问之日以前的那个月）",
        "the month, as 2024-06 (default: the one before the day asked about)"
      ),
      valueName: "month"
    )
  )
  var period: ReportPeriod?

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let asked = try scope.asked(of: dataset)
    let month = period ?? asked.day.period.advanced(by: -1)
    try asked.session.write(
      .unreported(asked.loop, asked.items, of: month, known: asked.day),
      output
    )
  }
}

/// `liantu history`: what was reported of an item, line by line.
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("一个事项的台账：逐行列出报过什么、更正过什么", "what was reported of an item, line by line"),
    discussion: say(
      """
      示例：
        liantu history 锦西石化技改项目
        liantu history 锦西石化技改项目 --at 2024-06-30 --format json
      """,
      """
      Examples:
        liantu history 锦西石化技改项目
        liantu history 锦西石化技改项目 --at 2024-06-30 --format json
      """
    )
  )

  @Argument(
    help: ArgumentHelp(say("项目、任务或目标", "a project, a task or a target"), valueName: "item")
  )
  var item: String

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(dataset)
    let loop = try session.loop()
    let day = dataset.at.map { Day(asked: $0) } ?? loop.defaultDay
    let node = try session.resolve(item, among: LoopWorld.itemKinds)
    guard let number = loop.number(of: node) else { return }
    try session.write(.history(loop, of: number, known: day), output)
  }
}

extension ReportPeriod: ExpressibleByArgument {
  package init?(argument: String) { self.init(parsing: argument) }
}

import ArgumentParser
import Bilingual
import ChainLoop
import ChainModel
import ChainViews
import ProgressLoop

/// `liantu changes`: what a data set says and an earlier state of it did not; how items stand that stood
/// otherwise before.
struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "变了什么：与以前的数据集相比，或与以前某一天的进展相比",
      "what has changed: in the data, or in how items stand"
    ),
    discussion: say(
      """
      --from：与以前的数据集相比。它可以是文件夹、快照（.liantu）或工作簿（.xlsx）；每月留一份快照，就能看出上次
      以来的变化。改了名的仍是同一个（编号相同，或写明 formerly）；次序不算变化。挂链的判断不在数据之内，不比。
      --since：那一天所见（按当时记录的行）与所问之日（--at，缺省为最后一次记录的那天）相比：状态、投资、节点、
      计划、责任人、督办、灯，各写明是发生了、后来才知道、新报、更正、计划调整还是算出来的。可只问一个范围。
      没有变化时只有表头；任一方有错就不比。
      示例：
        liantu changes --from Data/huludao-2023
        liantu snapshot -o 本月.liantu
        liantu changes --from 本月.liantu
        liantu changes --since 2024-06-06 --at 2024-07-06
        liantu changes 市工信局 --since 2024-06-06 --at 2024-07-06
      """,
      """
      --from: against an earlier data set, which is a folder, a snapshot (.liantu) or a workbook (.xlsx): a
      snapshot kept each month shows what has changed since. What was renamed is the same by its id, or where
      formerly says so; order is no change. Decisions on registers are no data, and are not compared.
      --since: what was seen on that day, by the lines recorded until then, against the day asked about
      (--at, by default the last on which anything was recorded): status, money, milestones, plans, owners,
      notices, lights; each row says whether it happened, was learned late, reported, corrected, planned
      anew or computed. It can be asked of a part.
      Without a change there are headings alone; where either has errors nothing is compared.
      Examples:
        liantu changes --from Data/huludao-2023
        liantu snapshot -o month.liantu
        liantu changes --from month.liantu
        liantu changes --since 2024-06-06 --at 2024-07-06
        liantu changes 市工信局 --since 2024-06-06 --at 2024-07-06
      """
    )
  )

  @OptionGroup var scope: ScopeOptions
  @Option(
    help: ArgumentHelp(
      say("以前的数据集：文件夹、快照或工作簿", "the earlier data set: a folder, a snapshot or a workbook"),
      valueName: "path"
    )
  )
  var from: String?
  @Option(
    help: ArgumentHelp(
      say("与哪一天所见相比；月、年为其最后一天", "the earlier day; of a month or a year the last"),
      valueName: "date"
    )
  )
  var since: CalendarDate?

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (from == nil) == (since == nil) else {
      guard since == nil, scope.scope != nil else { return }
      throw ValidationError(
        say(
          "范围须与 --since 合用；比数据集时不分范围",
          "a part is asked about with --since; data sets are compared whole"
        )
      )
    }
    throw ValidationError(
      from == nil
        ? say(
          "写明与什么相比：--from 以前的数据集，或 --since 日子",
          "say what to compare with: --from DATASET, or --since DATE"
        )
        : say(
          "--from 比的是数据集，--since 比的是进展：一次只用一个",
          "--from compares data sets and --since how items stand: one at a time"
        )
    )
  }

  func run() throws {
    guard let since else { return try compareDatasets() }
    let asked = try scope.asked(of: dataset)
    let day = Day(asked: since)
    guard day <= asked.day else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "--since \(day) 在所问之日 \(asked.day) 之后；用 --at 另指一天",
          en: "--since \(day) comes after the day asked about, \(asked.day); name another by --at"
        ),
        in: asked.session.language
      )
    }
    try asked.session.write(
      .changes(asked.loop, asked.items, since: day, until: asked.day),
      output
    )
  }

  private func compareDatasets() throws {
    guard let from else { return }
    let session = try Session(dataset)
    var options = dataset
    options.dataset = from
    let before = try Session(options)
    let difference = DatasetDifference(from: before.dataset, to: session.dataset)
    try session.write(Answer(difference, command: "changes"), output)
  }
}

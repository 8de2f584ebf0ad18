import ArgumentParser
import Bilingual
import ChainModel
import ChainViews

/// `liantu changes`: what a data set says and an earlier state of it did not.
struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("与以前的数据集相比，变了什么", "what a data set says that an earlier one did not"),
    discussion: say(
      """
      以前的数据集可以是文件夹、快照（.liantu）或工作簿（.xlsx）；每月留一份快照，就能看出上次以来的变化。
      改了名的仍是同一个（编号相同，或写明 formerly）；次序不算变化。挂链的判断不在数据之内，不比。
      没有变化时只有表头；任一方有错就不比。
      示例：
        liantu changes --from Data/huludao-2023
        liantu snapshot -o 本月.liantu
        liantu changes --from 本月.liantu
      """,
      """
      The earlier data set is a folder, a snapshot (.liantu) or a workbook (.xlsx): a snapshot kept each
      month shows what has changed since. What was renamed is the same by its id, or where formerly says
      so; order is no change. Decisions on registers are no data, and are not compared. Without a change
      there are headings alone; where either has errors nothing is compared.
      Examples:
        liantu changes --from Data/huludao-2023
        liantu snapshot -o month.liantu
        liantu changes --from month.liantu
      """
    )
  )

  @Option(
    help: ArgumentHelp(
      say("以前的数据集：文件夹、快照或工作簿", "the earlier data set: a folder, a snapshot or a workbook"),
      valueName: "path"
    )
  )
  var from: String

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(dataset)
    var options = dataset
    options.dataset = from
    let before = try Session(options)
    let difference = DatasetDifference(from: before.dataset, to: session.dataset)
    try session.write(Answer(difference, command: "changes"), output)
  }
}

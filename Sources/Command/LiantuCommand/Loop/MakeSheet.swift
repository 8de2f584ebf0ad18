import ArgumentParser
import Bilingual
import ChainLoop
import ChainModel
import ChainViews
import GraphKernel
import LoopSheets
import ProgressLoop

/// `liantu sheet`: what a department is asked about a month, to be filled in.
struct MakeSheet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: say("月报表：发给一个单位填报的 Excel 表", "the sheet in which a department reports on a month"),
    discussion: say(
      """
      只列这个单位当月应报的事项，按责任分解表的次序。灰色是告诉的（年计划、上月累计、计划日、上月灯），黄色是要填的；
      已经报过的预先填好。填好后用 collect 收回。制表日缺省为最后一次记录的那天，至少是下月 1 日；--at 另指。
      示例：
        liantu sheet 市工信局 --period 2024-06 -o 工信局.xlsx
        liantu sheet 市文化旅游广播电视局 --period 2024-06 --at 2024-07-02 -o 文旅局.xlsx
      """,
      """
      Lists what the department is expected to report on for the month, in the order of the table of
      responsibilities. Grey is told (plans, last month's figure and light), yellow is asked; what has been
      reported already stands in it. When it comes back, collect reads it. The day on which it is made is
      the last on which anything was recorded, at least the first of the next month, or --at.
      Examples:
        liantu sheet 市工信局 --period 2024-06 -o 工信局.xlsx
        liantu sheet 市文化旅游广播电视局 --period 2024-06 --at 2024-07-02 -o culture.xlsx
      """
    )
  )

  @Argument(help: ArgumentHelp(say("单位", "the department"), valueName: "party"))
  var party: String
  @Option(help: ArgumentHelp(say("报告期，如 2024-06", "the month, as 2024-06"), valueName: "month"))
  var period: ReportPeriod
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入的 Excel 文件", "the Excel file to write"), valueName: "file")
  )
  var output: String
  @OptionGroup var overwriting: OverwritingOptions
  @OptionGroup var dataset: DatasetOptions

  func validate() throws {
    try FileEnding.check(output, among: AnswerFormat.xlsx.endings)
    try FileEnding.checkNoWorkbook(output, isForced: overwriting.force)
  }

  func run() throws {
    let session = try Session(dataset)
    let loop = try session.loop()
    let node = try session.resolve(party, among: session.graph.ontology.partyKinds)
    let made = dataset.at.map { Day(asked: $0) } ?? max(loop.defaultDay, period.last + 1)
    let number = loop.number(ofParty: node)
    let sheet = ProgressSheet(loop, of: number, about: period, made: made)
    guard !sheet.items.isEmpty else {
      throw Failure(.notFound, nothing(of: node, made, loop, session), in: session.language)
    }
    let bytes: [UInt8]
    do throws(WorkbookFailure) { bytes = try sheet.file(language: session.language) } catch {
      throw Failure(error, in: session.language)
    }
    try OutputFile.write(bytes, to: output)
  }

  /// That nothing is expected of a party, and of whom something is.
  private func nothing(
    of node: NodeIndex,
    _ made: Day,
    _ loop: DatasetLoop,
    _ session: Session
  ) -> BilingualText {
    let name = session.graph.name(of: node)
    let others = loop.loop.parties(expectedOn: period, known: made)
      .map { loop.loop.name(ofParty: $0, on: period.last) }
    let shown = others.prefix(12).joined(separator: "、")
    let more = BilingualText(
      zh: others.isEmpty ? "" : "；要报的有：\(shown)" + (others.count > 12 ? " 等" : ""),
      en: others.isEmpty
        ? ""
        : "; expected are: \(shown.replacing("、", with: ", "))" + (others.count > 12 ? ", …" : "")
    )
    return BilingualText(
      zh: "\(period) 没有要“\(name)”报的事项" + more.zh,
      en: "nothing is expected of '\(name)' for \(period)" + more.en
    )
  }
}

import ArgumentParser
import Bilingual
import ChainLoop
import ChainViews
import GraphKernel
import ProgressLoop

/// `liantu supervision`: the notices, their terms and answers, and which are settled.
struct Supervision: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "督办清单：文号、级别、期限、反馈和销号",
      "notices: number, level, term, answers, and which are settled"
    ),
    discussion: say(
      """
      读台账里的督办（notice）和整改反馈（answer）。期限当天反馈的算按期；几家牵头的，各家都反馈了才销号
      （规则写 several-leads: any 的，一家即可）；更正过的反馈按第一次收到的日子算。
      示例：
        liantu supervision
        liantu supervision 市工信局 --at 2024-09-30
        liantu supervision 船舶机械 --at 2024-09-30 --known 2024-12-31 --format json
      """,
      """
      Reads the notices and answers of the journal. An answer on the last day of the term is in time; of
      several leads each has to answer (one of them where the rules say several-leads: any); an answer that
      was corrected came in when it first did.
      Examples:
        liantu supervision
        liantu supervision 市工信局 --at 2024-09-30
        liantu supervision 船舶机械 --at 2024-09-30 --known 2024-12-31 --format json
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
      .supervision(asked.loop, asked.items, at: asked.day, known: known),
      output
    )
  }
}

/// `liantu assess`: how departments or leaders did over some months, by the rules of the data set.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "考评表：按时报送、投资、节点，及得分",
      "how departments or leaders did: reports, money, milestones, score"
    ),
    discussion: say(
      """
      计分办法写在 reporting.yaml 的 score；缺省按比率：按时报送 20、投资 40、节点 40，再扣督办等。
      没有应报事项的不评分。合计有两行：各家相加的，和全市每个事项只算一次的。--explain 列出每个数由哪些行而来。
      示例：
        liantu assess
        liantu assess --from 2024-01 --to 2024-06 --at 2024-07-31
        liantu assess 市工信局 --explain
        liantu assess --by leader --format csv
      """,
      """
      How it is scored stands in reporting.yaml under score; by default rates: 20 for reports on time, 40 for
      money, 40 for milestones, less notices. Who owes no report has no score. There are two totals: the rows
      added up, and the city's, in which every item is counted once. --explain lists what each number is made of.
      Examples:
        liantu assess
        liantu assess --from 2024-01 --to 2024-06 --at 2024-07-31
        liantu assess 市工信局 --explain
        liantu assess --by leader --format csv
      """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say("部门或领导（缺省为全部）", "a department or a leader (default: all)"),
      valueName: "party"
    )
  )
  var party: String?

  @Option(
    help: ArgumentHelp(
      say("起于哪个月，如 2024-01（缺省为当年一月）", "the first month, as 2024-01 (default: January of the year)"),
      valueName: "month"
    )
  )
  var from: ReportPeriod?

  @Option(
    help: ArgumentHelp(
      say(
        "止于哪个月（缺省为报送期已过的最后一个月）",
        "the last month (default: the last whose day of reporting has passed)"
      ),
      valueName: "month"
    )
  )
  var to: ReportPeriod?

  @Option(
    help: ArgumentHelp(
      say("department：按部门；leader：按领导", "department, or leader"),
      valueName: "department|leader"
    )
  )
  var by: AssessedBy?

  @Flag(help: ArgumentHelp(say("列出每个数由哪些行而来", "list what each number is made of")))
  var explain = false

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard let from, let to, to < from else { return }
    throw ValidationError(
      say("--from \(from) 在 --to \(to) 之后", "--from \(from) comes after --to \(to)")
    )
  }

  func run() throws {
    let session = try Session(dataset)
    let loop = try session.loop()
    let known = dataset.at.map { Day(asked: $0) } ?? loop.defaultDay
    let rules = loop.loop.world.rules
    let last = to ?? rules.lastDue(on: known)
    let first = from ?? rules.firstAssessed(until: last)
    guard first <= last else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "--from \(first) 在报送期已过的最后一个月 \(last) 之后；写明 --to，或用 --at 换一天问",
          en:
            "--from \(first) comes after \(last), the last month that is due; say --to, or another day with --at"
        ),
        in: session.language
      )
    }
    let node = try party.map { name throws(Failure) in
      try session.resolve(name, among: session.graph.ontology.partyKinds)
    }
    let isLeader = node.map { session.graph.kind(of: $0) == .leader } ?? false
    var question = AssessmentQuestion(
      from: first,
      to: last,
      known: known,
      by: by ?? (isLeader ? .leader : .department)
    )
    question.party = node.flatMap { loop.number(ofParty: $0) }
    question.isExplained = explain
    try session.write(.assessment(loop, question), output)
  }
}

extension AssessedBy: ExpressibleByArgument {}

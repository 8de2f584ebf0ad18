import ArgumentParser
import ChainViews

struct Owners: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("某事项由谁负责，依据哪一条", "who answers for an item, by which statement"),
    discussion: say(
      "示例：liantu owners 泰峰锂业碳酸锂项目 --explain",
      "Example: liantu owners 泰峰锂业碳酸锂项目 --explain"
    )
  )

  @Argument(
    help: ArgumentHelp(say("事项：集群、环节、项目、企业、任务……", "the item: cluster, segment, project, …")),
    completion: Completion.names()
  )
  var item: String
  @Flag(help: ArgumentHelp(say("用一句话说明推导", "say the derivation as a sentence")))
  var explain = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(.owners(of: item), isExplaining: explain, output)
  }
}

struct Duties: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("某单位或领导负责的事项", "every item that a department or a leader answers for"),
    discussion: say(
      """
      示例：
        liantu duties 市工信局 --role lead
        liantu duties 市工信局 --role lead --inherited --kind project
        liantu duties 兴城市
      """,
      """
      Examples:
        liantu duties 市工信局 --role lead
        liantu duties 市工信局 --role lead --inherited --kind project
        liantu duties 兴城市
      """
    )
  )

  @Argument(
    help: ArgumentHelp(say("部门或领导", "the department or leader")),
    completion: Completion.names { $0.partyKinds }
  )
  var party: String
  @Option(
    help: ArgumentHelp(say("只列某种职责（可重复），如 lead", "only these roles (repeatable), such as lead"))
  )
  var role: [String] = []
  @Option(help: ArgumentHelp(say("只列某类事项（可重复），如 project", "only these kinds (repeatable)")))
  var kind: [String] = []
  @Flag(
    help: ArgumentHelp(say("加上其中包含、且未另行指定的事项", "add what lies inside and has no nearer statement"))
  )
  var inherited = false
  @Flag(help: ArgumentHelp(say("用一句话说明推导", "say the derivation as a sentence")))
  var explain = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(
      .duties(of: party, roles: role, kinds: kind, isInheriting: inherited),
      isExplaining: explain,
      output
    )
  }
}

struct AlignmentTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alignment",
    abstract: say("省级集群与市里的人和集群对照", "the province's clusters beside the city's people"),
    discussion: say(
      "示例：liantu alignment --format csv -o 省市对接表.csv",
      "Example: liantu alignment --format csv -o alignment.csv"
    )
  )

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(.alignment, output)
  }
}

struct WorkloadTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workload",
    abstract: say("各单位和领导的事项数量", "how much each department and leader answers for"),
    discussion: say("示例：liantu workload", "Example: liantu workload")
  )

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(.workload, output)
  }
}

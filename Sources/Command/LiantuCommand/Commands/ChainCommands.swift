public import ArgumentParser
import ChainQueries
import ChainViews

struct Upstream: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("某环节的上游：供给它的一切", "everything that feeds a segment"),
    discussion: say(
      "示例：liantu upstream 高端聚烯烃 --depth 2",
      "Example: liantu upstream 高端聚烯烃 --depth 2"
    )
  )

  @OptionGroup var reach: ReachOptions

  func run() throws {
    try reach.run(.upstream(of: reach.segment, depth: reach.depth))
  }
}

struct Downstream: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("某环节的下游：它供给的一切", "everything that a segment feeds"),
    discussion: say("示例：liantu downstream 芳烃", "Example: liantu downstream 芳烃")
  )

  @OptionGroup var reach: ReachOptions

  func run() throws {
    try reach.run(.downstream(of: reach.segment, depth: reach.depth))
  }
}

struct Paths: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("两个环节之间的供给路径", "the supply paths between two segments"),
    discussion: say("示例：liantu paths 原油 高端聚烯烃", "Example: liantu paths 原油 高端聚烯烃")
  )

  @Argument(
    help: ArgumentHelp(say("起点环节", "the segment to start from")),
    completion: Completion.names { $0.flowKinds }
  )
  var from: String
  @Argument(
    help: ArgumentHelp(say("终点环节", "the segment to reach")),
    completion: Completion.names { $0.flowKinds }
  )
  var to: String
  @Option(help: ArgumentHelp(say("最多列出的路径数", "the most paths to list")))
  var limit = Question.defaultPathLimit
  @Flag(help: ArgumentHelp(say("用一句话说明推导", "say the derivation as a sentence")))
  var explain = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError(say("--limit 应在 1 到 10000 之间", "--limit must be from 1 to 10000"))
    }
  }

  func run() throws {
    try Session(dataset).write(
      .paths(from: from, to: to, limit: limit),
      isExplaining: explain,
      output
    )
  }
}

struct Layers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("集群产业链的上中下游", "a cluster's chain by stage and rank"),
    discussion: say("示例：liantu layers 泳装", "Example: liantu layers 泳装")
  )

  @Argument(
    help: ArgumentHelp(say("产业集群", "the cluster")),
    completion: Completion.names { _ in [.cluster] }
  )
  var cluster: String
  @Flag(help: ArgumentHelp(say("用一句话说明推导", "say the derivation as a sentence")))
  var explain = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(.layers(of: cluster), isExplaining: explain, output)
  }
}

struct Gaps: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "缺链：缺什么，为什么，补上能带动什么，找谁",
      "what a chain lacks, why, what it would unlock, whom to ask"
    ),
    discussion: say(
      """
      断链：两侧均有已覆盖环节；外购：只有下游有；延链：只有上游有。
      示例：
        liantu gaps 泳装
        liantu gaps --state missing --state planned --format csv -o 缺链清单.csv
      """,
      """
      A break has covered segments on both sides, an open head downstream alone, \
      an open tail upstream alone.
      Examples:
        liantu gaps 泳装
        liantu gaps --state missing --state planned --format csv -o gaps.csv
      """
    )
  )

  @Argument(
    help: ArgumentHelp(say("产业集群（缺省为全部）", "the cluster (default: all)")),
    completion: Completion.names { _ in [.cluster] }
  )
  var scope: String?
  @Option(help: ArgumentHelp(say("列出哪些状态（可重复）", "which states to list (repeatable)")))
  var state: [Coverage] = [.missing]
  @Flag(help: ArgumentHelp(say("用一句话说明推导", "say the derivation as a sentence")))
  var explain = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(.gaps(in: scope, states: state), isExplaining: explain, output)
  }
}

extension Coverage: ExpressibleByArgument {}

import ArgumentParser
import ChainViews

struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: say(
      "假如失去某些企业、项目或环节：什么断供、降级，该告诉谁",
      "what if enterprises, projects or segments were gone: what loses supply, whom to tell"
    ),
    discussion: say(
      """
      断供：原有供给方，一个不剩；单一来源：原有多个供给方，只剩一个。供给方是直接上游环节上的本地企业和项目。
      示例：
        liantu impact 锦西石化
        liantu impact 锦西石化 英华 --format json
        liantu draw impact 锦西石化 -o 影响图.svg
      """,
      """
      A segment loses all supply when it had suppliers and none is left, and falls to a single source \
      when it had several and one is left. Suppliers are the local enterprises and the projects on the \
      segments that feed it directly.
      Examples:
        liantu impact 锦西石化
        liantu impact 锦西石化 英华 --format json
        liantu draw impact 锦西石化 -o impact.svg
      """
    )
  )

  @Argument(
    help: ArgumentHelp(say("企业、项目或环节", "enterprises, projects or segments")),
    completion: Completion.names { $0.removableKinds }
  )
  var nodes: [String]
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(.impact(of: nodes), output)
  }
}

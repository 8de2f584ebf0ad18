import ArgumentParser
import ChainViews

/// The options of the two commands that follow the flow.
struct ReachOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(say("产业链环节", "the segment")),
    completion: Completion.names { $0.flowKinds }
  )
  var segment: String
  @Option(help: ArgumentHelp(say("最多几步（缺省不限）", "the most steps (default: all)"))) var depth: Int?
  @Flag(help: ArgumentHelp(say("用一句话说明推导", "say the derivation as a sentence")))
  var explain = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let depth, depth < 1 {
      throw ValidationError(say("--depth 至少为 1", "--depth must be at least 1"))
    }
  }

  func run(_ question: Question) throws {
    try Session(dataset).write(question, isExplaining: explain, output)
  }
}

public import ArgumentParser
import Bilingual
import ChainQueries
import ChainViews

struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("按名称、别名、拼音首字母或部分名称查找", "find nodes by name, alias, pinyin initials or fragment"),
    discussion: say(
      """
      示例：
        liantu find 锂
        liantu find jxsh
      """,
      """
      Examples:
        liantu find 锂
        liantu find jxsh
      """
    )
  )

  @Argument(help: ArgumentHelp(say("要找的文字", "what to look for"))) var text: String
  @Option(help: ArgumentHelp(say("只找某类（可重复）", "only these kinds (repeatable)"))) var kind:
    [String] = []
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(dataset)
    let answer = try session.answer(.find(text, kinds: kind))
    try session.write(answer, output)
    if answer.rowCount == 0 {
      throw Failure(
        .notFound,
        BilingualText(zh: "没有与“\(text)”匹配的对象", en: "nothing matches '\(text)'")
      )
    }
  }
}

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("一个对象的属性、关系和出处", "a node's attributes, relations and source"),
    discussion: say("示例：liantu show 锦西石化", "Example: liantu show 锦西石化")
  )

  @Argument(
    help: ArgumentHelp(say("名称或标识", "a name or an identity")),
    completion: Completion.names()
  )
  var node: String
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(.show(node), output)
  }
}

struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("文件自相矛盾或未写明之处", "what the document contradicts or leaves open"),
    discussion: say(
      "示例：liantu audit --rule no-lead --rule counterpart-differs",
      "Example: liantu audit --rule no-lead --rule counterpart-differs"
    )
  )

  @Option(help: ArgumentHelp(say("只查某些规则（可重复）", "only these rules (repeatable)")))
  var rule: [AuditRule] = []
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(.audit(rules: rule), output)
  }
}

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("对象、关系的数量和各集群的覆盖", "numbers of nodes and relations, coverage by cluster"),
    discussion: say(
      """
      示例：
        liantu stats
        liantu stats --kind 企业 --kind 产业链环节 --within '上游(高端聚烯烃)'
      """,
      """
      Examples:
        liantu stats
        liantu stats --kind enterprise --kind segment --within '上游(高端聚烯烃)'
      """
    )
  )

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset, filter).write(.statistics, output)
  }
}

extension AuditRule: ExpressibleByArgument {}

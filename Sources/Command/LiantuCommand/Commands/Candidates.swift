import ArgumentParser
import Bilingual
import ChainModel
import ChainQueries
import ChainRegisters
import RegisterReader

/// `liantu candidates`: which firms of elsewhere make what a chain lacks.
struct Candidates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "目标企业：外地名录中哪些企业做本地缺的环节",
      "which firms of an outside register make what a chain lacks"
    ),
    discussion: say(
      """
      读取外地的名录（上市公司、别的市），对一个环节、或一个集群的全部缺链，列出可能做它的企业、凭据，以及沿链到最近的\
      本地买家几步、是谁。-o 目标企业.xlsx 写出工作簿，判断后用 attach --decisions 交回：判断为“是”的成为缺链清单和招商\
      清单里的“目标企业”，不算本地企业，不改变任何结论。
      示例：
        liantu candidates 芳烃 --from 企业名录.csv
        liantu candidates 泳装 --from 企业名录.csv -o 目标企业.xlsx
        liantu attach --decisions 目标企业.xlsx
      """,
      """
      Reads a register of elsewhere (listed firms, another city), and lists for a segment, or for all gaps \
      of a cluster, the firms that may make it, by which words, and how many flows away the nearest local \
      buyers are, and who. -o candidates.xlsx makes a workbook; decided and brought back with attach \
      --decisions, a yes becomes a target enterprise in the list of gaps: no local firm, and no verdict \
      changes.
      Examples:
        liantu candidates 芳烃 --from 企业名录.csv
        liantu candidates 泳装 --from 企业名录.csv -o candidates.xlsx
        liantu attach --decisions candidates.xlsx
      """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say("环节，或集群（它的全部缺链）", "a segment, or a cluster for all its gaps"),
      valueName: "segment"
    )
  )
  var segment: String

  @Option(
    help: ArgumentHelp(say("外地的名录", "the register of elsewhere"), valueName: "register")
  )
  var from: String

  @OptionGroup var reading: RegisterOptions

  @Flag(help: ArgumentHelp(say("也列只是文字相近的", "list also what is alike in wording alone")))
  var similar = false

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(dataset)
    let graph = session.graph
    let scope = try session.resolve(segment, among: graph.ontology.flowKinds + [.cluster])
    var limits = RegisterReview.Limits()
    limits.isOutside = true
    limits.showsSimilar = similar
    limits.scope = scope
    if graph.kind(of: scope) == .cluster {
      limits.segments = Set(graph.chain(of: scope).gaps().map(\.segment))
      guard limits.segments?.isEmpty == false else {
        let name = graph.name(of: scope)
        throw Failure(
          .notFound,
          BilingualText(
            zh:
              "“\(name)”没有缺链；写明环节，如 \(graph.chain(of: scope).segments.prefix(3).map { graph.name(of: $0) }.joined(separator: "、"))",
            en: "'\(name)' has no gap; name a segment, such as "
              + graph.chain(of: scope).segments.prefix(3).map { graph.name(of: $0) }
              .joined(separator: ", ")
          ),
          in: session.language
        )
      }
    }
    try OutputFile.check([output.output], apartFrom: [from], in: session.language)
    let register = try reading.register(from, session.language)
    try Attach.answer(session, register, limits, by: .firm, reading.readOn, output)
  }
}

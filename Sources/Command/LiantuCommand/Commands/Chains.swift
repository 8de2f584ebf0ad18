import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import ChainViews
import Diagnostics
import GraphKernel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `liantu chains`: the library of reference chains.
struct Chains: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("参考产业链库", "the library of reference chains"),
    discussion: say(
      """
      参考链不属于任何城市：城市的数据集在 uses 之下用它，各加自己的企业、项目和证据。
      示例：
        liantu chains list
        liantu chains show 泳装 -o 泳装参考链.svg
        liantu chains check
        liantu chains diff 泳装 2026.1
      """,
      """
      A reference chain belongs to no city: a city's data set uses it under uses, and adds its own
      enterprises, projects and evidence.
      Examples:
        liantu chains list
        liantu chains show 泳装 -o swimwear-chain.svg
        liantu chains check
        liantu chains diff 泳装 2026.1
      """
    ),
    subcommands: [
      ListChains.self, ShowChain.self, CheckChains.self, DiffChains.self, UpdateChains.self,
    ]
  )
}

/// Where the library is, and in which language to speak of it.
struct ChainLibraryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "参考链库的文件夹（缺省依次为 LIANTU_CHAINS、向上最近的 Data/chains、随程序安装的）",
        "the library's folder (default: LIANTU_CHAINS, the nearest Data/chains upward, the one installed with the program)"
      ),
      valueName: "folder"
    )
  )
  var chains: String?

  @Option(
    help: ArgumentHelp(
      say("语言：zh 或 en（缺省随系统）", "zh or en (default: the locale's)"),
      valueName: "lang"
    )
  )
  var lang: Language?

  /// The library's folder.
  func folder() throws(Failure) -> String {
    if let chains { return chains }
    let here = FileManager.default.currentDirectoryPath
    let folders = ChainLibrary(of: here).folders
    // A city's own chains are no library, unless there is no other.
    guard
      let folder = folders.first(where: { $0 != here + "/" + ChainLibrary.own }) ?? folders.first
    else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有找到参考链库；用 --chains 指明文件夹",
          en: "no library of chains is found; name its folder with --chains"
        )
      )
    }
    return folder
  }

  /// The library as a data set.
  func session() throws(Failure) -> Session {
    var options = DatasetOptions()
    options.dataset = try folder()
    options.chains = nil
    options.basis = .all
    options.at = nil
    options.lang = lang
    return try Session(options)
  }
}

struct ListChains: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("库中的参考链", "the chains of the library"),
    discussion: say(
      """
      有出处：物料流（不计卖给市场和贸易的）中引得出资料的。
      示例：
        liantu chains list
        liantu chains list --format csv
      """,
      """
      Sourced: material flows, sales to markets and trade apart, for which something is cited.
      Examples:
        liantu chains list
        liantu chains list --format csv
      """
    )
  )

  @OptionGroup var library: ChainLibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try library.session()
    try session.write(.chains(session.graph), output)
  }
}

struct ShowChain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("画一条参考链，不带任何城市", "draws a chain, without any city"),
    discussion: say(
      """
      示例：
        liantu chains show 泳装 -o 泳装参考链.svg
        liantu chains show petrochem --paper a3 -o petrochem.pdf
      """,
      """
      Examples:
        liantu chains show 泳装 -o swimwear-chain.svg
        liantu chains show petrochem --paper a3 -o petrochem.pdf
      """
    )
  )

  @Argument(
    help: ArgumentHelp(say("参考链的标识或名称", "the chain, by identity or name"), valueName: "chain")
  )
  var chain: String
  @OptionGroup var library: ChainLibraryOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var picture: PictureOptions

  func run() throws {
    let session = try library.session()
    try picture.write(
      try session.view(QuestionWords(.panorama, of: [chain])).picture,
      try session.writer(drawing),
      in: session.language
    )
  }
}

struct CheckChains: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say("检查参考链：形式、代码、流向", "checks chains: their form, codes and flows"),
    discussion: say(
      """
      先检查形式，再检查参考链的规则，以及 changes.yaml 是否交代了各版之间的每个环节。有未豁免的错误时以 1 退出。
      tables/gb4754-2017.tsv 是国民经济行业分类；tables/io-sectors.tsv 和 tables/io-pairs.tsv 不随程序提供，
      放进去就与投入产出表比较。waivers.yaml 里的豁免各有理由。
      示例：
        liantu chains check
        liantu chains check swimwear
        liantu chains check --format csv -o 参考链检查.csv
      """,
      """
      First the form, then the rules of reference chains, and whether changes.yaml tells what became of every
      segment from edition to edition. Exits with 1 when there are errors that are not waived. tables/gb4754-2017.tsv is the classification; tables/io-sectors.tsv
      and tables/io-pairs.tsv do not come with the program: put there, flows are compared with them.
      Each waiver in waivers.yaml has a reason.
      Examples:
        liantu chains check
        liantu chains check swimwear
        liantu chains check --format csv -o chains.csv
      """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say("只看这些参考链（缺省为全部）", "these chains alone (default: all)"),
      valueName: "chain"
    )
  )
  var chains: [String] = []
  @OptionGroup var library: ChainLibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try library.session()
    let waivers = ChainWaivers(library: session.folder)
    let graph = session.graph
    let findings = ChainCheck(
      graph,
      classes: Self.classes(session.folder),
      table: Self.table(session.folder)
    )
    .findings()
    let wanted = try chains.map { name throws(Failure) in try session.chain(called: name) }
    let shown = findings.filter { finding in
      wanted.isEmpty
        || graph.relations(of: finding.segment, at: .source, .containment)
          .contains { wanted.contains($0.target) }
    }
    let told = shown.map { finding in
      (finding: finding, waived: waivers.reason(of: finding, in: graph))
    }
    let open = told.filter { $0.waived == nil }
    let errors = open.count { $0.finding.rule.isError }
    try session.write(.chainFindings(told, in: graph), output)
    let renderer = DiagnosticRenderer(
      language: session.language,
      isColored: Terminal.isColored(.error)
    )
    for fault in waivers.diagnostics {
      Terminal.complain(renderer.render(fault, source: waivers.source))
    }
    let editions = ChainEditionsCheck(library: session.folder)
    if !editions.diagnostics.isEmpty {
      Terminal.complain(renderer.report(editions.diagnostics, editions.sources))
    }
    if errors > 0 || !waivers.diagnostics.isEmpty || !editions.diagnostics.isEmpty {
      throw Failure(.faulty)
    }
  }

  private static func classes(_ folder: String) -> IndustryClassification? {
    text(folder + "/tables/gb4754-2017.tsv").map { IndustryClassification($0) }
  }

  private static func table(_ folder: String) -> InputOutputTable? {
    guard let sectors = text(folder + "/tables/io-sectors.tsv"),
      let pairs = text(folder + "/tables/io-pairs.tsv")
    else { return nil }
    return InputOutputTable(sectors: sectors, pairs: pairs)
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Session {
  /// The chain of the library that `name` means.
  fileprivate func chain(called name: String) throws(Failure) -> NodeIndex {
    let chains = graph.nodes(of: .chain)
    let found =
      chains.first { graph.id(of: $0) == name }
      ?? chains.first { graph.name(of: $0) == name || graph.aliases(of: $0).contains(name) }
    if let found { return found }
    let names = chains.map { graph.id(of: $0) }.joined(separator: ", ")
    throw Failure(
      .notFound,
      BilingualText(
        zh: "参考链库中没有“\(name)”；有：\(names)",
        en: "the library has no chain '\(name)'; it has: \(names)"
      ),
      in: language
    )
  }
}

extension ChainWaivers {
  /// Why a finding is waived; `nil` where it is not.
  fileprivate func reason(of finding: ChainRule.Finding, in graph: ChainGraph) -> String? {
    waivers.first { waiver in
      waiver.rule == finding.rule.rawValue && waiver.from == graph.name(of: finding.segment)
        && waiver.to == finding.other.map { graph.name(of: $0) }
    }?
    .reason
  }
}

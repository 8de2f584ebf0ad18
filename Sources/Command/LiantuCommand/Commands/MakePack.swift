import ArgumentParser
import Bilingual
import ChainDrawing
import ChainModel
import ChainViews
import Diagnostics
import GraphKernel
import ProgressLoop

struct MakePack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: say("成套出图出清单：五图五清单、六图六清单或自定义", "make a whole set of pictures and lists"),
    discussion: say(
      """
      自带：\(Pack.builtIn.map(\.name).joined(separator: "、"))。自定义：写一个 YAML 文件，或放在数据集的 packs 文件夹里按名字用。
      每个集群一个文件夹：图各一个文件，清单合为一个工作簿。数据没有的内容标为“待填”。
      \(MonthlyPack.name)：进度总览、进度表、一个清单工作簿（进度、节点、逾期、未报、督办、变化、考评），和发给各报送单位的
      月报表；--period 指明月份（缺省为所问之日以前的那个月）。
      文件夹必须是新的或空的；--force 覆盖其中的同名文件。
      示例：
        liantu pack 五图五清单 -o 五图五清单
        liantu pack 六图六清单 --of 泳装 --paper a3 -o 泳装六图六清单
        liantu pack 月调度 --period 2024-06 -o 2024年6月调度
      """,
      """
      Built in: \(Pack.builtIn.map(\.name).joined(separator: ", ")). A set of your own is a YAML file, or stands \
      by its name in the data set's folder packs.
      A folder for each cluster: a file for each picture, one workbook for all lists. What the data \
      does not tell is marked to be filled in.
      \(MonthlyPack.name) is the monthly round: progress at a glance, the schedule, one workbook of lists (progress, \
      milestones, late, not reported, notices, changes, assessment), and a sheet for each department that is \
      to report; --period names the month (default: the one before the day asked about).
      The folder must be new or empty; --force overwrites the files of the same names.
      Examples:
        liantu pack 五图五清单 -o maps-and-lists
        liantu pack 六图六清单 --of 泳装 --paper a3 -o swimwear
        liantu pack 月调度 --period 2024-06 -o june
      """
    )
  )

  @Argument(help: ArgumentHelp(say("套名，或 YAML 文件", "the name of a set, or a YAML file")))
  var name: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入的文件夹", "the folder to write"), valueName: "folder")
  )
  var output: String
  @Option(help: ArgumentHelp(say("只做哪些集群（可重复）", "only these clusters (repeatable)")))
  var of: [String] = []
  @Option(
    help: ArgumentHelp(
      say("图的格式（可重复，缺省 pdf）", "the formats of the pictures (repeatable, default: pdf)")
    )
  )
  var format: [PictureFormat] = []
  @Option(
    help: ArgumentHelp(
      say("月调度的报告期，如 2024-06", "the month of the monthly round, as 2024-06"),
      valueName: "month"
    )
  )
  var period: ReportPeriod?
  @Flag(help: ArgumentHelp(say("覆盖同名文件", "overwrite files of the same names"))) var force = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    try FileEnding.checkFolder(output)
    let isMonthly = name == MonthlyPack.name
    guard !isMonthly || of.isEmpty else {
      throw ValidationError(
        say(
          "\(MonthlyPack.name)不分集群；一个集群的图用 liantu draw progress 集群",
          "\(MonthlyPack.name) is of everything; of one cluster ask liantu draw progress CLUSTER"
        )
      )
    }
    guard period == nil || isMonthly else {
      throw ValidationError(
        say("--period 只用于\(MonthlyPack.name)", "--period goes with \(MonthlyPack.name)")
      )
    }
  }

  func run() throws {
    let session = try Session(dataset)
    if name == MonthlyPack.name { return try writeMonth(session) }
    let (pack, source) = try session.pack(named: name)
    let clusters = try of.map { try session.resolve($0, among: [.cluster]) }
    let (sets, diagnostics) = pack.sets(
      on: session.dataset,
      clusters: clusters.isEmpty ? nil : clusters,
      language: session.language
    )
    guard diagnostics.isEmpty else { throw session.tell(diagnostics, in: source) }
    guard !sets.isEmpty else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有一个集群有产业链，“\(pack.title.zh)”按集群出，没有可出的；在环节上写明它属于（partOf）"
            + "哪个集群，或用 --of 指明集群",
          en:
            "no cluster has a chain, and '\(pack.title.en)' is made for each: there is nothing to make; "
            + "state under segments the cluster that they are part of (partOf), or name clusters with --of"
        ),
        in: session.language
      )
    }
    let writer = try session.writer(drawing)
    let target = try OutputFolder(output, isForced: force)
    let count: Int
    do {
      // Without a font a PDF would have boxes for ever; an SVG only where none is found.
      let usual: PictureFormat =
        sets.contains { $0.pictures.contains { $0.picture.lacksFont } } ? .svg : .pdf
      let formats = format.isEmpty ? [usual] : format
      count = try session.write(sets, to: target, writer, formats: formats)
      try target.finish()
    } catch {
      target.abandon()
      throw error
    }
    try Terminal.write(
      BilingualText(
        zh: "\(pack.title.zh)：已在 \(output) 写好 \(count) 个文件\n",
        en: "\(pack.title.en): \(count) files are in \(output)\n"
      )[session.language]
    )
    target.noteLeft()
    let told = [
      of.isEmpty ? pack.leftOut(of: session.graph) : nil, target.changes.text(most: 12),
    ]
    for text in told.compactMap({ $0 }) { try Terminal.write(text[session.language] + "\n") }
  }
}

extension MakePack {
  /// Writes the pack of a month.
  private func writeMonth(_ session: Session) throws {
    var pack = try MonthlyPack(session, period: period, at: dataset.at)
    let writer = try session.writer(drawing)
    let target = try OutputFolder(output, isForced: force)
    let count: Int
    do {
      count = try pack.write(to: target, writer, formats: format.isEmpty ? [.pdf] : format)
      try target.finish()
    } catch {
      target.abandon()
      throw error
    }
    let (month, day) = (pack.period, pack.day)
    try Terminal.write(
      BilingualText(
        zh: "\(MonthlyPack.title.zh) \(month)（截至 \(day)）：已在 \(output) 写好 \(count) 个文件\n",
        en: "\(MonthlyPack.title.en) of \(month) (as of \(day)): \(count) files are in \(output)\n"
      )[session.language]
    )
    target.noteLeft()
    for text in pack.leftOut + [target.changes.text(most: 12)].compactMap({ $0 }) {
      try Terminal.write(text[session.language] + "\n")
    }
  }
}

extension Pack {
  /// The clusters that a set for each leaves out because they have no chain; `nil` where there is none.
  fileprivate func leftOut(of graph: ChainGraph) -> BilingualText? {
    guard repetition == .eachCluster else { return nil }
    let made = Set(graph.clustersWithChain())
    let rest = graph.nodes(of: .cluster).filter { !made.contains($0) }.map { graph.name(of: $0) }
    guard !rest.isEmpty else { return nil }
    let shown = rest.prefix(12)
    let isCut = rest.count > shown.count
    return BilingualText(
      zh: "没有环节而未出的集群 \(rest.count) 个：\(shown.joined(separator: "、"))" + (isCut ? " 等" : ""),
      en:
        "left out, having no segments: \(rest.count) \(rest.count == 1 ? "cluster" : "clusters"), "
        + shown.joined(separator: ", ") + (isCut ? ", …" : "")
    )
  }
}

extension Session {
  /// Draws and writes the sets; how many files they are.
  fileprivate func write(
    _ sets: [Pack.Answers],
    to target: OutputFolder,
    _ writer: PictureWriter,
    formats: [PictureFormat]
  ) throws(Failure) -> Int {
    var progress = Progress(total: sets.reduce(0) { $0 + $1.pictures.count + 1 })
    var count = 0
    for set in sets {
      let prefix = set.folder.map { $0 + "/" } ?? ""
      for (file, picture) in set.pictures {
        progress.step(prefix + file)
        for format in formats {
          for drawn in try writer.files(of: picture, as: format) {
            let name = "\(prefix)\(file)\(drawn.suffix).\(format.rawValue)"
            try target.write(drawn.bytes, to: name)
            count += 1
          }
        }
      }
      guard !set.lists.isEmpty else { continue }
      let name = BilingualText(zh: "清单", en: "lists")[language]
      progress.step(prefix + name)
      try target.write(try workbook(of: set.lists), to: "\(prefix)\(name).xlsx")
      count += 1
    }
    progress.end()
    return count
  }

  /// One workbook of several lists, a sheet for each.
  fileprivate func workbook(
    of lists: [(name: String, list: Answer)]
  ) throws(Failure) -> [UInt8] {
    do {
      return try Answer.workbook(
        of: lists.map { Answer.Named($0.name, $0.list) },
        language: language,
        date: dataset.date
      )
    } catch {
      throw Failure(error, in: language)
    }
  }

  /// The pack called `name`: a file, one of the data set's, or one that comes with the program.
  fileprivate func pack(
    named name: String
  ) throws(Failure) -> (pack: Pack, source: SourceText?) {
    if let (_, pack) = Pack.builtIn.first(where: { $0.name == name }) { return (pack, nil) }
    let own = folder + "/packs/\(name).yaml"
    let isFile = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let path = isFile ? name : own
    let companion = isFile ? nil : try companion("packs/\(name).yaml")
    guard isFile || companion != nil else {
      let names = Pack.builtIn.map(\.name) + [MonthlyPack.name]
      let close = SpellingSuggestion.closest(to: name, among: names)
      let list = (close.isEmpty ? names : close).joined(separator: ", ")
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有名为“\(name)”的套：自带的有 \(list)；自定义的写成 .yaml 文件或放在 \(own)",
          en:
            "no set is called '\(name)': built in are \(list); one of your own is a .yaml file or \(own)"
        ),
        in: language
      )
    }
    let (pack, diagnostics, source) =
      switch companion {
      case .bytes(let bytes, let path): Pack.load(bytes, path: path)
      case .file, nil: Pack.load(path: path)
      }
    guard let pack else { throw tell(diagnostics, in: source) }
    return (pack, source)
  }
}

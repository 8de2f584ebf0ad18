import ArgumentParser
import Bilingual
import ChainDrawing
import ChainModel
import ChainViews
import Diagnostics
import GraphKernel

struct MakePack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: say("成套出图出清单：五图五清单、六图六清单或自定义", "make a whole set of pictures and lists"),
    discussion: say(
      """
      自带：\(Pack.builtIn.map(\.name).joined(separator: "、"))。自定义：写一个 YAML 文件，或放在数据集的 packs 文件夹里按名字用。
      每个集群一个文件夹：图各一个文件，清单合为一个工作簿。数据没有的内容标为“待填”。
      文件夹必须是新的或空的；--force 覆盖其中的同名文件。
      示例：
        liantu pack 五图五清单 -o 五图五清单
        liantu pack 六图六清单 --of 泳装 --paper a3 -o 泳装六图六清单
      """,
      """
      Built in: \(Pack.builtIn.map(\.name).joined(separator: ", ")). A set of your own is a YAML file, or stands \
      by its name in the data set's folder packs.
      A folder for each cluster: a file for each picture, one workbook for all lists. What the data \
      does not tell is marked to be filled in.
      The folder must be new or empty; --force overwrites the files of the same names.
      Examples:
        liantu pack 五图五清单 -o maps-and-lists
        liantu pack 六图六清单 --of 泳装 --paper a3 -o swimwear
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
  @Flag(help: ArgumentHelp(say("覆盖同名文件", "overwrite files of the same names"))) var force = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var drawing: DrawingOptions

  func validate() throws { try FileEnding.checkFolder(output) }

  func run() throws {
    let session = try Session(dataset)
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
      let names = Pack.builtIn.map(\.name)
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

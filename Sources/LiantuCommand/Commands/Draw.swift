import ArgumentParser
import Bilingual
import ChainDrawing
import ChainModel
import ChainViews
import GraphKernel

struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("画图", "draw a picture"),
    discussion: say(
      "示例：liantu draw panorama 泳装 -o 泳装.svg",
      "Example: liantu draw panorama 泳装 -o swimwear.svg"
    ),
    subcommands: [DrawPanorama.self, DrawResponsibility.self]
  )
}

/// Where a picture goes and in which form.
struct PictureOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(
        "写入文件：.svg、.png、.pdf 或 .dot（缺省把 SVG 写到标准输出）",
        "the file: .svg, .png, .pdf or .dot (default: SVG on standard output)"
      ),
      valueName: "file"
    )
  )
  var output: String?

  func validate() throws {
    guard let output, Self.format(of: output) == nil else { return }
    throw ValidationError(
      say(
        "文件名应以 .svg、.png、.pdf 或 .dot 结尾：\(output)",
        "the file must end in .svg, .png, .pdf or .dot: \(output)"
      )
    )
  }

  static func format(of path: String) -> PictureFormat? {
    path.lastIndex(of: ".").flatMap {
      PictureFormat(rawValue: path[path.index(after: $0)...].lowercased())
    }
  }

  func write(_ picture: Picture) throws(Failure) {
    let format = output.flatMap { Self.format(of: $0) } ?? .svg
    let bytes = try picture.rendered(as: format)
    if let output {
      try OutputFile.write(bytes, to: output)
    } else {
      try Terminal.write(bytes)
    }
  }
}

extension Picture {
  func rendered(as format: PictureFormat) throws(Failure) -> [UInt8] {
    do {
      return try render(as: format)
    } catch {
      throw Failure(
        .machine,
        BilingualText(zh: "画图失败：\(error.description)", en: "drawing failed: \(error.description)")
      )
    }
  }
}

struct DrawPanorama: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "panorama",
    abstract: say(
      "集群产业链全景图：上中下游、企业、项目、缺链",
      "a cluster's chain: stages, enterprises, projects, gaps"
    ),
    discussion: say(
      """
      示例：
        liantu draw panorama 船舶机械 -o 船舶机械.svg
        liantu draw panorama 泳装 --basis document -o 泳装.pdf
      """,
      """
      Examples:
        liantu draw panorama 船舶机械 -o shipbuilding.svg
        liantu draw panorama 泳装 --basis document -o swimwear.pdf
      """
    )
  )

  @Argument(help: ArgumentHelp(say("产业集群", "the cluster"))) var cluster: String
  @Flag(help: ArgumentHelp(say("也画可由更长路径推出的供给关系", "draw also the flows that a longer way implies")))
  var allFlows = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var picture: PictureOptions

  func run() throws {
    let session = try Session(dataset)
    try picture.write(
      try session.view(.panorama, of: cluster, showsImpliedFlows: allFlows).picture
    )
  }
}

struct DrawResponsibility: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "responsibility",
    abstract: say("责任图：领导、集群、牵头单位、责任单位", "leaders, clusters, lead and responsible departments"),
    discussion: say(
      """
      示例：
        liantu draw responsibility all -o 责任图.pdf
        liantu draw responsibility 战略性新兴 -o 责任图.svg
      """,
      """
      Examples:
        liantu draw responsibility all -o responsibility.pdf
        liantu draw responsibility 战略性新兴 -o responsibility.svg
      """
    )
  )

  @Argument(help: ArgumentHelp(say("产业集群，或 all（全部）", "the cluster, or all"))) var cluster: String
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var picture: PictureOptions

  func run() throws {
    let session = try Session(dataset)
    try picture.write(try session.view(.responsibility, of: cluster).picture)
  }
}

extension Session {
  /// The view `name` of the cluster that `subject` names; `nil` and `all` stand for all clusters.
  func view(
    _ name: ViewName,
    of subject: String?,
    showsImpliedFlows: Bool = false
  ) throws(Failure) -> ChainView {
    var cluster: NodeIndex?
    if let subject, subject != "all" { cluster = try resolve(subject, among: [.cluster]) }
    do {
      return try dataset.view(
        name,
        of: cluster,
        language: language,
        showsImpliedFlows: showsImpliedFlows
      )
    } catch {
      switch error {
      case .needsCluster:
        throw Failure(
          .usage,
          BilingualText(zh: "全景图需要指明一个集群", en: "a panorama is of one cluster")
        )
      case .hasNoSegments(let cluster): throw noSegments(cluster)
      }
    }
  }
}

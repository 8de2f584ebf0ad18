import ArgumentParser
import Bilingual
import ChainModel
import ChainViews
import GraphKernel

/// `liantu compare`: two clusters whose chains are of the library, side by side.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("两个集群逐环节对比：各有什么", "two clusters, segment by segment: who has what"),
    discussion: say(
      """
      参考链的环节以标识为准，两市叫法不同也对得上；自列的环节以名称为准。
      同一数据集的两个集群用同一条参考链时，各算各的企业和项目；属于哪个集群看企业、项目自己写的 partOf，
      没有写的两方都算。未见有不等于没有。
      示例：
        liantu compare 泳装 --with Data/huludao-2023
        liantu compare 泳装 泳装产业集群 --with Data/huludao-2023 --picture 对比.svg
      """,
      """
      Segments of the library are one by their identities, whatever each city calls them; those of a
      city's own by their names. Two clusters of one data set that use the same chain each count their
      own enterprises and projects, by the partOf of these; what says none counts for both. Not known
      does not mean absent.
      Examples:
        liantu compare 泳装 --with Data/huludao-2023
        liantu compare 泳装 泳装产业集群 --with Data/huludao-2023 --picture comparison.svg
      """
    )
  )

  @Argument(help: ArgumentHelp(say("集群（甲）", "the cluster (A)"), valueName: "cluster"))
  var cluster: String

  @Argument(
    help: ArgumentHelp(
      say("另一个集群（乙；缺省与甲同名）", "the other cluster (B; default: of the same name)"),
      valueName: "other"
    )
  )
  var other: String?

  @Option(
    help: ArgumentHelp(
      say("乙所在的数据集（缺省为同一数据集）", "the data set of B (default: the same)"),
      valueName: "path"
    )
  )
  var with: String?

  @Option(
    help: ArgumentHelp(
      say("另画成图：.svg、.png、.pdf 或 .dot", "draws it too: .svg, .png, .pdf or .dot"),
      valueName: "file"
    )
  )
  var picture: String?

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard let picture, PictureOptions.format(of: picture) == nil else { return }
    throw ValidationError(
      say(
        "图的文件名应以 .svg、.png、.pdf 或 .dot 结尾：\(picture)",
        "the picture's file must end in .svg, .png, .pdf or .dot: \(picture)"
      )
    )
  }

  /// The cluster that is named; in another data set else the one of the very same name, for a fragment
  /// there would be another's.
  private func partner(
    of own: NodeIndex,
    in session: Session,
    _ there: Session
  ) throws(Failure) -> NodeIndex {
    if let other { return try there.resolve(other, among: [.cluster]) }
    let name = session.graph.name(of: own)
    let same = there.graph.bearers(of: name).first { there.graph.kind(of: $0) == .cluster }
    if let same { return same }
    let names = there.graph.clustersWithChain().map { there.graph.name(of: $0) }
    throw Failure(
      .notFound,
      BilingualText(
        zh: "\(with ?? "") 里没有名为“\(name)”的产业集群；写明与它的哪一个对比："
          + names.joined(separator: "、"),
        en: "\(with ?? "") has no cluster called '\(name)'; name the one to compare with: "
          + names.joined(separator: ", ")
      ),
      in: session.language
    )
  }

  func run() throws {
    guard with != nil || other != nil else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "与谁对比：写明另一个集群，或用 --with 指明另一个数据集",
          en: "compared with what? Name another cluster, or another data set with --with"
        ),
        in: dataset.lang ?? Speech.language
      )
    }
    let session = try Session(dataset)
    let own = try session.resolve(cluster, among: [.cluster])
    var there = session
    if let with {
      var options = dataset
      options.dataset = with
      there = try Session(options)
    }
    let partner = try partner(of: own, in: session, there)
    let view = ComparisonView(
      own,
      of: session.dataset,
      with: partner,
      of: with == nil ? nil : there.dataset,
      language: session.language
    ).view()
    if let picture, let format = PictureOptions.format(of: picture) {
      try PictureOptions.write(
        view.picture,
        as: format,
        to: picture,
        try session.writer(drawing),
        in: session.language
      )
    }
    try session.write(view.list, output)
  }
}

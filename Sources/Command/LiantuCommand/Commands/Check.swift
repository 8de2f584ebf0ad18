import ArgumentParser
import Bilingual
import ChainFiles
import ChainLoop
import ChainModel
import ChainQueries
import ChainViews
import Diagnostics
import PolicyReader
import ProgressLoop

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("检查数据集：错误和警告", "the faults of a data set: errors and warnings"),
    discussion: say(
      """
      有错误时以 1 退出；警告不影响使用。
      --at 问别的日子：到那天哪些职位空缺、哪些摸排过期；月和年取最后一天。
      --since 还证明计划和台账只增不改：那时的每一行都在原处，新的行都在末尾。
      示例：
        liantu check
        liantu check --at 2024-06
        liantu check --since Data/huludao-2023
        liantu check --dataset Data/huludao-2023 --format json
      """,
      """
      Exits with 1 when there are errors; warnings never stop a load.
      --at asks about another day: which posts are vacant by then, which surveys have run out; of a month or a
      year the last day is meant.
      --since also proves that plans and journals only grew: every line of then stands where it did, and new
      ones stand behind them.
      Examples:
        liantu check
        liantu check --at 2024-06
        liantu check --since Data/huludao-2023
        liantu check --dataset Data/huludao-2023 --format json
      """
    )
  )

  @Option(
    help: ArgumentHelp(
      say(
        "证明计划和台账从那时起只增不改：git 版本，或当时的数据集文件夹、快照",
        "prove that plans and journals only grew since: a git revision, or a folder or snapshot of then"
      ),
      valueName: "rev|folder"
    )
  )
  var since: String?

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let folder = try Session.locate(dataset)
    let loaded = Session.load(folder, dataset.lang)
    let language = dataset.lang ?? Speech.locale ?? loaded.dataset?.language ?? Speech.language
    let asked = loaded.dataset.map { data in dataset.at.map { data.asked(on: $0) } ?? data }
    let warnings = asked?.warnings(at: loaded.place, spelled: loaded.place) ?? []
    // Without a day that was asked for nothing is said of it, as long as it makes no difference.
    let day = asked.flatMap { data in
      dataset.at != nil || data.graph.isDated ? data.asOneDay.dayNote : nil
    }
    let loop = try loop(of: loaded)
    let texts = loaded.dataset.map { DocumentTexts(of: $0, in: folder).diagnostics } ?? []
    let all = (loaded.diagnostics + warnings + loop.diagnostics + texts).inReadingOrder()
    if output.answerFormat == .table {
      let isColored =
        output.output == nil && Terminal.isColored(.output)
      let renderer = DiagnosticRenderer(language: language, isColored: isColored)
      let sound = BilingualText(zh: "没有发现问题\n", en: "no faults found\n")
      let text =
        all.isEmpty
        ? sound[language]
        : renderer.report(all, loaded.sources.merging(loop.sources) { own, _ in own })
      try output.write(Array((text + (day.map { "\n" + $0[language] + "\n" } ?? "")).utf8))
    } else {
      let answer = Answer.diagnostics(all).noting(day.map { [$0] } ?? [])
      try output.write(answer, language: language, date: loaded.dataset?.date)
    }
    if all.contains(where: { $0.severity == .error }) { throw Failure(.faulty) }
  }

  /// What is wrong with the plan, the journal and the rules of a data set that can be used.
  private func loop(
    of loaded: Loaded
  ) throws(Failure) -> (diagnostics: [Diagnostic], sources: [String: SourceText]) {
    guard let data = loaded.dataset else { return ([], [:]) }
    var diagnostics: [Diagnostic] = []
    let path = try Session.locate(dataset)
    let files = LoopFiles(at: path, loaded.companions, diagnostics: &diagnostics)
    let loop = DatasetLoop(data, files, isThorough: true)
    let growth = try since.map { since throws(Failure) in
      files.growth(since: try earlier(since, of: path))
    }
    return (
      diagnostics + loop.diagnostics + (growth?.diagnostics ?? []),
      Dictionary(
        (growth?.sources ?? []).map { ($0.path, $0) },
        uniquingKeysWith: { first, _ in first }
      ).merging(loop.sources) { own, _ in own }
    )
  }

  /// The plans and journals of then.
  private func earlier(_ since: String, of path: String) throws(Failure) -> LoopFiles {
    var unused: [Diagnostic] = []
    if OutputFile.isFolder(since) { return LoopFiles(folder: since, diagnostics: &unused) }
    if OutputFile.exists(since) {
      let loaded = Session.load(since, dataset.lang)
      guard loaded.dataset != nil else {
        throw Failure(
          .faulty,
          BilingualText(zh: "\(since) 不是数据集", en: "\(since) is no data set")
        )
      }
      return LoopFiles(companions: loaded.companions, of: since)
    }
    guard OutputFile.isFolder(path) else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有 \(since) 这个文件夹或快照；快照不在 git 里比，只有文件夹可以",
          en:
            "there is no folder or snapshot \(since), and only a folder can be held against a revision"
        )
      )
    }
    return try GitFiles(of: path, at: since).files()
  }
}

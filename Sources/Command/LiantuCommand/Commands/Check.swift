import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import ChainViews
import Diagnostics

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("检查数据集：错误和警告", "the faults of a data set: errors and warnings"),
    discussion: say(
      """
      有错误时以 1 退出；警告不影响使用。
      示例：
        liantu check
        liantu check --dataset Data/huludao-2023 --format json
      """,
      """
      Exits with 1 when there are errors; warnings never stop a load.
      Examples:
        liantu check
        liantu check --dataset Data/huludao-2023 --format json
      """
    )
  )

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = Session.load(try Session.locate(dataset), dataset.lang)
    let language = dataset.lang ?? Speech.locale ?? loaded.dataset?.language ?? Speech.language
    let warnings = loaded.dataset?.warnings(at: loaded.place, spelled: loaded.place) ?? []
    let loop = try loop(of: loaded)
    let all = (loaded.diagnostics + warnings + loop.diagnostics).inReadingOrder()
    if output.answerFormat == .table {
      let isColored =
        output.output == nil && Terminal.isColored(.output)
      let renderer = DiagnosticRenderer(language: language, isColored: isColored)
      let sound = BilingualText(zh: "没有发现问题\n", en: "no faults found\n")
      let text =
        all.isEmpty
        ? sound[language]
        : renderer.report(all, loaded.sources.merging(loop.sources) { own, _ in own })
      try output.write(Array(text.utf8))
    } else {
      try output.write(.diagnostics(all), language: language, date: loaded.dataset?.date)
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
    let loop = Session.loop(data, path, loaded.companions, &diagnostics)
    return (diagnostics + loop.diagnostics, loop.sources)
  }
}

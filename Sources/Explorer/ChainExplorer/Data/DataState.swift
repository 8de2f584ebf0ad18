public import Bilingual
internal import ChainDrawing
internal import ChainFiles
internal import ChainLoop
internal import ChainWorkbooks
internal import ChainModel
internal import ChainPages
internal import ChainQueries
public import Diagnostics
internal import PolicyReader
internal import ProgressLoop

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One state of the data, whole and unchanging: every answer comes from one of these.
final class DataState: Sendable {
  /// 1 for the first state, one more for each that took its place.
  let number: Int
  let dataset: Dataset
  /// The language of replies that ask for none.
  let language: Language
  /// How pictures look.
  let theme: Theme
  /// What `check` says.
  let diagnostics: [Diagnostic]
  /// When it was read.
  let time: Date
  /// The replies that have been worked out from it.
  let replies: LRUCache<ReplyKey, FinishedReply>
  /// The pages over it.
  let explorer: Explorer

  private init(
    number: Int,
    _ source: DataSource,
    _ loaded: Loaded,
    told: [Diagnostic],
    dataset: Dataset,
    progress: PlanAndJournal,
    texts: DocumentTexts,
    theme: Theme
  ) {
    self.number = number
    self.dataset = source.isStatedAlone ? dataset.statedByDocuments() : dataset
    explorer = Explorer(
      self.dataset,
      source.isStatedAlone ? progress.statedByDocuments : progress,
      texts
    )
    language = source.language ?? dataset.language
    self.theme = theme
    diagnostics = (told + dataset.warnings(at: loaded.place, spelled: loaded.place))
      .inReadingOrder()
    time = Date()
    replies = LRUCache(mostBytes: source.replyBytes)
  }

  /// The data as they stand on a day, or as pages show them; with general knowledge or without.
  func dataset(on day: CalendarDate?, isStatedAlone: Bool) -> Dataset {
    guard let day else {
      var address = PageAddress(.overview)
      address.isStatedAlone = isStatedAlone
      return explorer.dataset(at: address)
    }
    let asked = dataset.asked(on: day)
    return isStatedAlone ? asked.statedByDocuments() : asked
  }

  /// Reads a data set and the theme beside it.
  ///
  /// - Throws: ``RefusedData`` when either has errors.
  static func read(_ source: DataSource, number: Int) throws(RefusedData) -> DataState {
    let loaded = Dataset.load(source.path)
    var sources = loaded.sources
    var faults = loaded.diagnostics
    var theme: Theme? = .standard
    let themePath = source.path + "/theme.yaml"
    if let (own, diagnostics, text) = themeBeside(loaded, of: source.path, at: themePath) {
      theme = own
      faults += diagnostics
      sources[themePath] = text
    }
    let files = LoopFiles(at: source.path, loaded.companions, diagnostics: &faults)
    let progress = loaded.dataset.map { PlanAndJournal($0, files) }
    if let progress, !files.isEmpty || files.rules != nil {
      faults += progress.loop.diagnostics
      sources.merge(progress.loop.sources) { $1 }
    }
    let texts = loaded.dataset.map { DocumentTexts(of: $0, in: source.path) } ?? .none
    faults += texts.diagnostics
    let isSound = !faults.contains { $0.severity == .error }
    guard let dataset = loaded.dataset, let progress, let theme, isSound else {
      throw RefusedData(diagnostics: faults.inReadingOrder(), sources: sources, time: Date())
    }
    return DataState(
      number: number,
      source,
      loaded,
      told: faults,
      dataset: dataset,
      progress: progress,
      texts: texts,
      theme: theme
    )
  }
}

extension DataState {
  /// The theme of the data set's folder, or the one that travels with its snapshot; `nil` without.
  private static func themeBeside(
    _ loaded: Loaded,
    of folder: String,
    at path: String
  ) -> (theme: Theme?, diagnostics: [Diagnostic], source: SourceText?)? {
    if let companion = loaded.companions.first(where: { $0.path == "theme.yaml" }) {
      return Theme.load(companion.bytes, path: path)
    }
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    if FolderLinks.lead(outOf: folder, path) { return (nil, [.linkOutside(path)], nil) }
    return Theme.load(path: path)
  }
}

/// Where the data comes from, and how it is read.
struct DataSource: Sendable {
  /// A folder, or a snapshot.
  let path: String
  /// The language of replies that ask for none; `nil` for that of the data.
  let language: Language?
  /// Whether general knowledge is left out.
  let isStatedAlone: Bool
  /// The most bytes of replies that are kept for each state.
  let replyBytes: Int
}

/// What a reply depends on besides the state of the data.
struct ReplyKey: Sendable, Hashable {
  let target: String
  /// What stands above a page when newer data has been refused.
  let refusal: Date?
}

/// Data that could not be taken, and why.
public struct RefusedData: LiantuError {
  /// A stable name.
  public var code: String { "refused-data" }
  /// What is wrong, all in all.
  public var message: BilingualText {
    BilingualText(zh: "数据集有错误，不能使用", en: "the data set has errors and cannot be used")
  }
  /// What is wrong, in reading order.
  public let diagnostics: [Diagnostic]
  /// The files, for showing the lines that diagnostics speak of.
  public let sources: [String: SourceText]
  let time: Date

  /// The diagnostics as a compiler would print them, without colour.
  func report(in language: Language) -> String {
    let renderer = DiagnosticRenderer(language: language, isColored: false)
    return diagnostics.map { diagnostic in
      renderer.render(diagnostic, source: diagnostic.location.flatMap { sources[$0.path] })
    }.joined(separator: "\n")
  }
}

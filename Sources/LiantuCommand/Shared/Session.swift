import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import SourceDiagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A data set that is open, and the language to speak about it.
struct Session {
  let dataset: Dataset
  let language: Language

  var graph: ChainGraph { dataset.graph }

  /// Opens the data set that the options mean; its faults are told on standard error.
  init(_ options: DatasetOptions) throws(Failure) {
    let loaded = Dataset.load(folder: try Self.locate(options))
    guard let dataset = loaded.dataset else {
      let language = options.lang ?? Speech.language
      let isColored = Terminal.isColored(.error)
      let renderer = DiagnosticRenderer(language: language, isColored: isColored)
      Terminal.complain(renderer.report(loaded))
      throw Failure(.faulty)
    }
    self.dataset = options.basis == .document ? dataset.statedByDocuments() : dataset
    language = options.lang ?? Speech.locale ?? dataset.language
  }

  /// The folder of the data set that the options mean.
  static func locate(_ options: DatasetOptions) throws(Failure) -> String {
    let locator = DatasetLocator(
      currentFolder: FileManager.default.currentDirectoryPath,
      environment: ProcessInfo.processInfo.environment
    )
    let folder: String
    do {
      folder = try locator.locate(given: options.dataset)
    } catch {
      switch error {
      case .none:
        throw Failure(
          .usage,
          BilingualText(
            zh: "没有找到数据集；用 --dataset 指明文件夹",
            en: "no data set found; name its folder with --dataset"
          )
        )
      case .several(let folders):
        let list = folders.joined(separator: ", ")
        throw Failure(
          .usage,
          BilingualText(
            zh: "有多个数据集：\(list)；用 --dataset 指明一个",
            en: "several data sets: \(list); name one with --dataset"
          )
        )
      }
    }
    guard FileManager.default.fileExists(atPath: folder + "/dataset.yaml") else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有数据集：\(folder) 中没有 dataset.yaml",
          en: "no data set: \(folder) holds no dataset.yaml"
        )
      )
    }
    return folder
  }

  /// The node that `text` names among `kinds`; `nil` stands for all kinds.
  func resolve(_ text: String, among kinds: [NodeKind]? = nil) throws(Failure) -> NodeIndex {
    switch graph.lookUp(text, among: kinds) {
    case .found(let node): return node
    case .ambiguous(let nodes):
      let most = 10
      let ids = nodes.prefix(most).map { graph.id(of: $0) }.joined(separator: "\n  ")
      let more = nodes.count > most ? "\n  …" : ""
      throw Failure(
        .faulty,
        BilingualText(
          zh: "“\(text)”可以指 \(nodes.count) 个对象，请写其中之一：\n  \(ids)\(more)",
          en: "'\(text)' could be any of \(nodes.count) nodes; write one of:\n  \(ids)\(more)"
        ),
        in: language
      )
    case .missing(let suggestions):
      let wanted = kindWords(kinds)
      let zh = suggestions.map { "“\($0)”" }.joined(separator: "或")
      let en = suggestions.map { "'\($0)'" }.joined(separator: " or ")
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有名为“\(text)”的\(wanted.zh)" + (zh.isEmpty ? "" : "；是否要找\(zh)？"),
          en: "no \(wanted.en) is called '\(text)'" + (en.isEmpty ? "" : "; did you mean \(en)?")
        ),
        in: language
      )
    }
  }

  /// The chain of `cluster`; a failure when it has no segments.
  func chain(of cluster: NodeIndex) throws(Failure) -> Chain {
    let chain = graph.chain(of: cluster)
    guard chain.segments.isEmpty else { return chain }
    throw noSegments(cluster)
  }

  /// That `cluster` has no chain to speak of.
  func noSegments(_ cluster: NodeIndex) -> Failure {
    let name = graph.name(of: cluster)
    return Failure(
      .notFound,
      BilingualText(zh: "“\(name)”没有产业链环节", en: "'\(name)' has no segments"),
      in: language
    )
  }

  private func kindWords(_ kinds: [NodeKind]?) -> BilingualText {
    guard let kinds else { return BilingualText(zh: "对象", en: "node") }
    let labels = kinds.compactMap { graph.ontology[$0]?.label }
    return BilingualText(
      zh: labels.map(\.zh).joined(separator: "或"),
      en: labels.map(\.en).joined(separator: " or ")
    )
  }

  /// Writes the answer where the options say.
  func write(_ answer: Answer, _ options: OutputOptions) throws(Failure) {
    try options.write(answer, language: language, date: dataset.date)
  }
}

extension OutputOptions {
  /// Writes an answer on data of the day `date`.
  func write(_ answer: Answer, language: Language, date: CalendarDate?) throws(Failure) {
    let bytes: [UInt8]
    do throws(WorkbookFailure) {
      bytes = try answer.bytes(
        in: answerFormat,
        language: language,
        width: output == nil ? Terminal.width : nil,
        hasByteOrderMark: bom,
        date: date
      )
    } catch {
      switch error.cause {
      case .size: throw Failure(.faulty, error.message, in: language)
      case .machine: throw Failure(.machine, error.message, in: language)
      }
    }
    try write(bytes)
  }

  /// Writes what was made of an answer.
  func write(_ bytes: [UInt8]) throws(Failure) {
    if let output {
      try OutputFile.write(bytes, to: output)
    } else {
      try Terminal.write(bytes)
    }
  }
}

extension DiagnosticRenderer {
  /// All diagnostics of a load, and how many there are.
  func report(_ loaded: Loaded, and more: [Diagnostic] = []) -> String {
    let all = (loaded.diagnostics + more).inReadingOrder()
    let texts = all.map { diagnostic in
      render(diagnostic, source: diagnostic.location.flatMap { loaded.sources[$0.path] })
    }
    return texts.joined(separator: "\n") + (summary(of: all).map { "\n\($0)\n" } ?? "")
  }
}

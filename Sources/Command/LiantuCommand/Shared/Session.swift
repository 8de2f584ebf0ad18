import ChainWorkbooks
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

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A data set that is open, and the language to speak about it.
struct Session {
  private(set) var dataset: Dataset
  /// The data set with whatever holds on any day.
  let whole: Dataset
  /// The day that an option asks about.
  let askedDay: CalendarDate?
  let language: Language
  /// The files, for the lines that diagnostics speak of.
  let sources: [String: SourceText]
  /// The data set's folder or snapshot.
  let folder: String
  /// What travels with a snapshot.
  let travelling: [Companion]

  var graph: ChainGraph { dataset.graph }

  /// Opens the data set that the options mean; its faults are reported on standard error.
  init(_ options: DatasetOptions) throws(Failure) {
    folder = try Self.locate(options)
    let loaded = Self.load(folder, options.lang)
    guard let dataset = loaded.dataset else {
      Terminal.complain(Self.errorRenderer(options.lang).report(loaded))
      throw Failure(.faulty)
    }
    // What an earlier command left half done is never settled without a word.
    for note in loaded.diagnostics where note.code == "write-recovered" {
      Terminal.tell(note.message[options.lang ?? Speech.language])
    }
    whole = dataset
    sources = loaded.sources
    travelling = loaded.companions
    let asked = options.at.map { dataset.asked(on: $0) } ?? dataset
    askedDay = options.at
    self.dataset = options.basis == .document ? asked.statedByDocuments() : asked
    language = options.lang ?? Speech.locale ?? dataset.language
  }

  /// The same session on another data set, such as a part of its own.
  func replacing(_ dataset: Dataset) -> Session {
    var session = self
    session.dataset = dataset
    return session
  }

  /// Reads the data set at `path`; a large snapshot is looked over part by part, and ends the
  /// program when a part is damaged. A long reading shows how far it is.
  static func load(_ path: String, _ lang: Language?) -> Loaded {
    defer { Progress.clear() }
    return Dataset.load(
      path,
      checking: .whenUsed { fault in
        Terminal.complain(errorRenderer(lang).render(fault, source: nil))
        LiantuCommand.end(Failure(.faulty))
      },
      progress: Progress.reading
    )
  }

  /// How faults of the data are reported on standard error.
  private static func errorRenderer(_ lang: Language?) -> DiagnosticRenderer {
    DiagnosticRenderer(language: lang ?? Speech.language, isColored: Terminal.isColored(.error))
  }

  /// The folder or the snapshot of the data set that the options mean.
  static func locate(_ options: DatasetOptions) throws(Failure) -> String {
    if let chains = options.chains {
      guard OutputFile.isFolder(chains) else {
        throw Failure(
          .notFound,
          BilingualText(
            zh: "没有参考链库：没有文件夹 \(chains)",
            en: "no library of chains: there is no folder \(chains)"
          )
        )
      }
      // For whatever this run reads, as the variable says it for all runs.
      setenv(ChainLibrary.variable, chains, 1)
    }
    let locator = DatasetLocator(
      currentFolder: FileManager.default.currentDirectoryPath,
      environment: ProcessInfo.processInfo.environment
    )
    let folder: String
    do throws(DatasetLocator.Failure) {
      folder = try locator.locate(given: options.dataset)
    } catch {
      throw Failure(error)
    }
    guard OutputFile.exists(folder) else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有数据集：没有 \(folder) 这个文件夹或文件",
          en: "no data set: there is no folder or file \(folder)"
        )
      )
    }
    guard DatasetLocator.isMeant(folder) else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有数据集：\(folder) 中没有 dataset.yaml，也没有 nodes.csv",
          en: "no data set: \(folder) holds neither dataset.yaml nor nodes.csv"
        )
      )
    }
    return folder
  }

  /// A file that stands beside the data, where it is to be had.
  enum CompanionPlace {
    case file(String)
    case bytes([UInt8], path: String)
  }

  /// The file `path` of the data set's folder, or of those that travel with its snapshot; a link that
  /// leads out of the folder is refused.
  func companion(_ path: String) throws(Failure) -> CompanionPlace? {
    if let companion = travelling.first(where: { $0.path == path }) {
      return .bytes(companion.bytes, path: "\(folder):\(path)")
    }
    let own = folder + "/" + path
    guard OutputFile.exists(own) else { return nil }
    guard !FolderLinks.lead(outOf: folder, own) else {
      Terminal.complain(Self.errorRenderer(language).render(.linkOutside(own), source: nil))
      throw Failure(.faulty)
    }
    return .file(own)
  }

  /// That decisions on registers are not part of what is written, where there are any.
  func tellAttachments() {
    let count = dataset.attachments.reduce(0) { $0 + $1.decisions.count }
    guard count > 0 else { return }
    let text = BilingualText(
      zh: "挂链的 \(count) 条判断没有写出；它们在数据集的 attachments 文件夹",
      en:
        "\(count) decisions on registers are not written; they are in the data set's folder attachments"
    )
    Terminal.tell(text[language])
  }

  /// The node that `text` names among `kinds`.
  func resolve(_ text: String, among kinds: [NodeKind]) throws(Failure) -> NodeIndex {
    let found = graph.lookUp(text, among: kinds)
    if case .found(let node) = found { return node }
    guard let fault = QuestionFault(found, of: text, among: kinds, in: graph) else {
      throw Failure(.notFound)
    }
    throw Failure(fault, in: language)
  }

  /// Tells what is to be known besides the answer, on standard error.
  func tell(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let renderer = DiagnosticRenderer(language: language, isColored: Terminal.isColored(.error))
    Terminal.complain(renderer.report(diagnostics, [:]))
  }

  /// The answer to a question.
  func answer(_ words: QuestionWords) throws(Failure) -> Answer {
    do {
      return try dataset.answer(words, language: language)
    } catch {
      throw failure(error)
    }
  }

  /// What a command ends with for a fault of its words; those of an expression are told here.
  private func failure(_ fault: QuestionFault) -> Failure {
    fault.query.map { reported($0, in: language, self) } ?? Failure(fault, in: language)
  }

  /// The view that `words` ask for.
  func view(_ words: QuestionWords) throws(Failure) -> ChainView {
    do throws(QuestionFault) {
      return try dataset.view(words, language: language)
    } catch {
      throw failure(error)
    }
  }

  /// The answer as a file in `format`; a table is cut to `width` cells.
  func bytes(
    _ answer: Answer,
    in format: AnswerFormat,
    width: Int?
  ) throws(Failure) -> [UInt8] {
    do throws(WorkbookFailure) {
      return try answer.bytes(in: format, language: language, width: width, date: dataset.date)
    } catch {
      throw Failure(error, in: language)
    }
  }

  /// Writes the answer to a question where the options say; a search that finds nothing fails.
  func write(_ words: QuestionWords, _ options: OutputOptions) throws(Failure) {
    let answer = try answer(words)
    try write(answer, options)
    guard answer.command == QuestionName.find.rawValue, answer.rowCount == 0 else { return }
    let text = words.subjects.first ?? ""
    throw Failure(
      .notFound,
      BilingualText(zh: "没有与“\(text)”匹配的对象", en: "nothing matches '\(text)'"),
      in: language
    )
  }

  /// Writes the answer where the options say.
  func write(_ answer: Answer, _ options: OutputOptions) throws(Failure) {
    try options.write(answer, language: language, date: dataset.date)
    // Of an empty table CSV keeps nothing but its heading; why it is empty is told beside it.
    guard options.answerFormat == .csv, answer.rowCount == 0 else { return }
    for note in answer.notes { Terminal.tell(note[language]) }
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
      throw Failure(error, in: language)
    }
    try write(bytes)
    for remark in answer.remarks(in: answerFormat, language: language) {
      Terminal.tell(remark[language])
    }
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
    report((loaded.diagnostics + more).inReadingOrder(), loaded.sources)
  }

  /// Diagnostics with the lines that they speak of, and how many there are.
  func report(_ diagnostics: [Diagnostic], _ sources: [String: SourceText]) -> String {
    let texts = diagnostics.map { diagnostic in
      render(diagnostic, source: diagnostic.location.flatMap { sources[$0.path] })
    }
    return texts.joined(separator: "\n") + (summary(of: diagnostics).map { "\n\($0)\n" } ?? "")
  }
}

import Bilingual
import ChainFiles
import ChainLoop
import ChainModel
import Diagnostics
import FolderTransactions
import LoopSheets
import ProgressLoop

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder of a data set whose journal gets lines.
struct JournalFolder {
  let path: String
  let language: Language
  let loop: DatasetLoop
  private let files: LoopFiles

  /// Opens the folder; faults of its data, plan and journal are reported, and end the run.
  init(_ path: String, _ lang: Language?) throws(Failure) {
    let spoken = lang ?? Speech.language
    if OutputFile.exists(path) { try FolderUpdate.settle(path, spoken) }
    guard OutputFile.isFolder(path), DatasetLocator.isMeant(path) else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "\(path) 不是数据集的文件夹；-o 写放着 dataset.yaml 的文件夹",
          en: "\(path) is no folder of a data set: name with -o the one that holds dataset.yaml"
        ),
        in: spoken
      )
    }
    let loaded = Session.load(path, lang)
    let renderer = DiagnosticRenderer(language: spoken, isColored: Terminal.isColored(.error))
    guard let dataset = loaded.dataset else {
      Terminal.complain(renderer.report(loaded))
      throw Failure(.faulty)
    }
    var diagnostics: [Diagnostic] = []
    let files = LoopFiles(folder: path, diagnostics: &diagnostics)
    let loop = DatasetLoop(dataset, files)
    let all = (diagnostics + loop.diagnostics).inReadingOrder()
    if all.contains(where: { $0.severity == .error }) {
      Terminal.complain(renderer.report(all, loop.sources))
      throw Failure(.faulty)
    }
    (self.path, self.files, self.loop) = (path, files, loop)
    language = lang ?? Speech.locale ?? dataset.language
  }

  /// Appends lines to the journal, or tells what would be appended.
  ///
  /// What the file holds already stays byte for byte; the journal with the lines is read once more before
  /// anything is written, so that none is written that could not be read.
  func append(
    _ lines: [JournalLine],
    isWriting: Bool,
    tell: (String) -> Void
  ) throws(Failure) {
    guard !lines.isEmpty else {
      return tell(BilingualText(zh: "没有可追加的", en: "nothing to add")[language])
    }
    let append: JournalAppend
    do throws(JournalAppendFault) {
      append = try JournalAppend(lines, to: files, in: path + "/" + FolderListing.journal)
    } catch {
      throw Failure(error, in: language)
    }
    let name = FolderListing.journal + "/" + append.name
    try prove(append)
    let count = append.count
    guard isWriting else {
      return tell(
        BilingualText(
          zh: "要在 \(name) 追加 \(count) 行；尚未写入，加 --write 写入",
          en: "\(Self.lines(count)) would be added to \(name); nothing is written without --write"
        )[language]
      )
    }
    let transaction: FolderTransaction
    do throws(FolderFault) { transaction = try FolderTransaction(path) } catch {
      throw Failure(error, in: language)
    }
    // Nobody else writes there from here on.
    guard isAsRead() else {
      transaction.abandon()
      throw Failure(
        .faulty,
        BilingualText(
          zh: "台账在读取之后有了变化：\(path)；请再试一次",
          en: "the journal has changed since it was read: \(path); try again"
        ),
        in: language
      )
    }
    do throws(FolderFault) {
      try transaction.replace(name, with: append.bytes)
      try transaction.commit()
    } catch {
      throw Failure(error, in: language)
    }
    tell(
      BilingualText(
        zh: "已在 \(name) 追加 \(count) 行",
        en: "\(Self.lines(count)) \(count == 1 ? "is" : "are") added to \(name)"
      )[language]
    )
  }

  private static func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }

  private func isAsRead() -> Bool {
    var diagnostics: [Diagnostic] = []
    let now = LoopFiles(folder: path, diagnostics: &diagnostics)
    return now.journals.map(\.path) == files.journals.map(\.path)
      && now.journals.map(\.bytes) == files.journals.map(\.bytes)
  }

  /// Reads the journal with its new lines; what would be wrong with it ends the run.
  private func prove(_ append: JournalAppend) throws(Failure) {
    let after = DatasetLoop(loop.dataset, append.files)
    let errors = after.diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    let renderer = DiagnosticRenderer(language: language, isColored: Terminal.isColored(.error))
    Terminal.complain(renderer.report(errors.inReadingOrder(), after.sources))
    throw Failure(.faulty)
  }
}

extension Day {
  /// The day on which the program runs, where it runs.
  static var today: Day {
    var now = time(nil)
    var parts = tm()
    _ = localtime_r(&now, &parts)
    // As whole days: what the clock is ahead of that of Greenwich goes with it.
    return Day(number: Int32((now + time_t(parts.tm_gmtoff)) / 86_400))
  }
}

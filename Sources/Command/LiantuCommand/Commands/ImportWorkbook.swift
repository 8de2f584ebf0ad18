import ChainWorkbooks
import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel
import ChainViews
import Diagnostics
import FolderTransactions

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct ImportWorkbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbook",
    abstract: say("由 Excel 工作簿更新数据集", "bring a data set up to date from a workbook"),
    discussion: say(
      """
      读取 export workbook 写出、在 Excel、WPS 或 LibreOffice 里改过的工作簿，按与 YAML 相同的规则检查，列出与文件夹中\
      数据集的差别。不加 --write 什么也不写；加了才逐个文件写入，只动有变化的行，注释和次序不变。--diff 另列出各文件\
      逐行的改动。文件夹是新的或空的，则写成新的数据集。
      工作簿记得导出时的内容。数据集后来有了变化时，差别表分列导出时、工作簿和数据集，只写入工作簿里改过的；同一处两边\
      改得不同，该行不写，要用 --mine（取工作簿）或 --theirs（取数据集）选定：写标识（enterprise:甲厂）、行\
      （企业:12）或 all。改名的行保留标识，旧名成为别名，并记入曾用名，排过序也一样。
      示例：
        liantu import workbook 数据集.xlsx -o 数据集
        liantu import workbook 数据集.xlsx -o 数据集 --diff
        liantu import workbook 数据集.xlsx -o 数据集 --write
        liantu import workbook 数据集.xlsx -o 数据集 --write --mine all
      填好的摸排清单（由 unknown 写出的工作簿）也用本命令读回，成为摸排记录和企业。
      """,
      """
      Reads a workbook that export workbook wrote and people edited in Excel, WPS or LibreOffice, checks \
      it by the rules of YAML, and shows what differs from the data set in the folder. Without --write \
      nothing is written; with it the files are written one by one, only the lines that changed, with \
      comments and order kept. --diff shows these lines too. A folder that is new or empty becomes a \
      new data set.
      The workbook remembers what it was made from. Where the data set has moved on, the difference \
      shows what was exported, what the workbook says and what the data set says; only what was edited \
      in the workbook is written. A row in which both sides changed one thing differently is not, until \
      --mine (the workbook's) or --theirs (the data set's) names it: by its identity \
      (enterprise:甲厂), by its place (企业:12), or all. A row that was renamed keeps its identity, and \
      the old name as an alias, in a sorted sheet too.
      Examples:
        liantu import workbook 数据集.xlsx -o chain
        liantu import workbook 数据集.xlsx -o chain --diff
        liantu import workbook 数据集.xlsx -o chain --write
        liantu import workbook 数据集.xlsx -o chain --write --mine all
      A list to survey by that is filled in (a workbook that unknown wrote) is read back by \
      this command too, as surveys and enterprises.
      """
    )
  )

  @Argument(help: ArgumentHelp(say("工作簿（.xlsx）", "the workbook (.xlsx)"), valueName: "file"))
  var file: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("数据集的文件夹", "the data set's folder"), valueName: "folder")
  )
  var output: String
  @Flag(help: ArgumentHelp(say("写入", "write the changes"))) var write = false
  @Flag(
    help: ArgumentHelp(say("另列出各文件逐行的改动", "show the lines of the files that change too"))
  )
  var diff = false
  @Option(
    help: ArgumentHelp(
      say(
        "两边改得不同的行，取工作簿的：标识、工作表:行号或 all，可写多次",
        "a row that both sides changed, taken from the workbook: an identity, sheet:row or all; "
          + "may be repeated"
      ),
      valueName: "row"
    )
  )
  var mine: [String] = []
  @Option(
    help: ArgumentHelp(
      say("两边改得不同的行，取数据集的；写法同上", "a row that both sides changed, taken from the data set; alike"),
      valueName: "row"
    )
  )
  var theirs: [String] = []
  @Option(
    help: ArgumentHelp(
      say("差别的输出格式", "how the difference is written"),
      valueName: "table|json|csv|markdown"
    )
  )
  var format: AnswerFormat = .table
  @Option(help: ArgumentHelp(say("语言：zh 或 en", "zh or en"), valueName: "lang"))
  var lang: Language?

  func validate() throws {
    try FileEnding.checkFolder(output)
    guard format.isText else {
      throw ValidationError(
        say("差别只能写成文本格式", "the difference is written as a text")
      )
    }
  }

  func run() throws {
    let bytes = try bytes()
    try FolderUpdate.settle(output, lang ?? Speech.language)
    if Dataset.isSurvey(workbook: bytes) { return try takeIn(survey: bytes) }
    let workbook = EditedWorkbook(bytes, path: file)
    let faultLanguage = workbook.loaded.dataset == nil ? spoken : Speech.language
    let dataset = try sound(workbook.loaded, faultLanguage)
    let language = lang ?? Speech.locale ?? dataset.language
    if DatasetLocator.isMeant(output) {
      try merge(workbook, dataset, language)
    } else {
      try make(dataset, language)
    }
  }

  /// The language of all that a run says: that asked for, else that of the locale, else that of the
  /// data set in the folder.
  private var spoken: Language {
    lang ?? Speech.locale ?? (try? EditableFolder(folder: output))?.loaded.dataset?.language
      ?? Speech.language
  }

  /// A list to survey by that came back, for the data set in the folder.
  private func takeIn(survey bytes: [UInt8]) throws {
    let folder = try folder(lang)
    let before = try sound(folder.loaded, lang ?? Speech.language)
    let language = lang ?? Speech.locale ?? before.language
    let loaded = before.adding(survey: bytes, path: file)
    let dataset = try sound(loaded, language)
    // What is read and does not count yet.
    if !loaded.diagnostics.isEmpty { complain(of: loaded, language) }
    let edit = try edited(folder, to: dataset, language)
    try show(Answer(edit.difference, command: Self.command), language)
    try update(
      folder,
      edit,
      unchanged: BilingualText(zh: "工作簿与数据集一致", en: "the workbook says what the data set says"),
      language
    )
  }

  static let command = "import workbook"

  private func bytes() throws(Failure) -> [UInt8] {
    try InputFile.read(file, in: lang)
  }

  /// The data set of what was read; its faults are reported on standard error.
  func sound(_ loaded: Loaded, _ language: Language) throws(Failure) -> Dataset {
    guard let dataset = loaded.dataset else {
      complain(of: loaded, language)
      throw Failure(.faulty)
    }
    return dataset
  }

  private func complain(of loaded: Loaded, _ language: Language) {
    Terminal.complain(renderer(language).report(loaded))
  }

  func renderer(_ language: Language) -> DiagnosticRenderer {
    DiagnosticRenderer(language: language, isColored: Terminal.isColored(.error))
  }

  // MARK: A data set that is there

  /// Writes an edit, or says what would be written.
  func update(
    _ folder: EditableFolder,
    _ edit: FolderEdit,
    unchanged: BilingualText,
    _ language: Language
  ) throws(Failure) {
    try FolderUpdate(
      folder: folder,
      edit: edit,
      isWriting: write,
      showsLines: diff,
      format: format,
      language: language
    ).run(unchanged: unchanged)
  }

  func folder(_ language: Language?) throws(Failure) -> EditableFolder {
    do throws(EditingFault) { return try EditableFolder(folder: output) } catch {
      throw Failure(error, in: language)
    }
  }

  func edited(
    _ folder: EditableFolder,
    to dataset: Dataset,
    _ language: Language
  ) throws(Failure) -> FolderEdit {
    do throws(EditingFault) { return try folder.edited(to: dataset) } catch {
      throw Failure(error, in: language)
    }
  }

  /// The difference, where there is any.
  func show(_ answer: Answer, _ language: Language) throws(Failure) {
    guard answer.rowCount > 0 || format != .table else { return }
    let bytes: [UInt8]
    do throws(WorkbookFailure) {
      bytes = try answer.bytes(in: format, language: language, width: Terminal.width, date: nil)
    } catch {
      throw Failure(error, in: language)
    }
    try Terminal.write(bytes)
  }

  /// Remarks stand on standard error where the answer is for a program.
  private func tell(_ text: BilingualText, _ language: Language) throws(Failure) {
    guard format == .table else { return Terminal.tell(text[language]) }
    try Terminal.write(text[language] + "\n")
  }

  // MARK: A new one

  private func make(_ dataset: Dataset, _ language: Language) throws(Failure) {
    let files: [DatasetFile]
    do throws(WritingFault) { files = try dataset.yamlFiles() } catch {
      throw Failure(error, in: language)
    }
    let count = dataset.graph.nodes.count
    let held = try? FileManager.default.contentsOfDirectory(atPath: output)
    guard held?.isEmpty ?? !OutputFile.exists(output) else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "\(output) 不是数据集，也不是空文件夹",
          en: "\(output) is neither a data set nor an empty folder"
        ),
        in: language
      )
    }
    guard write else {
      return try tell(
        BilingualText(
          zh: "\(output) 中还没有数据集；加 --write 写入 \(files.count) 个文件，\(count) 个对象",
          en: "there is no data set in \(output) yet; --write makes one: \(files.count) files, "
            + "\(count) nodes"
        ),
        language
      )
    }
    let folder = try OutputFolder(output, isForced: false)
    do throws(Failure) {
      for file in files { try folder.write(Array(file.text.utf8), to: file.name) }
      try folder.finish()
    } catch {
      folder.abandon()
      throw error
    }
    try tell(
      BilingualText(
        zh: "已在 \(output) 写入 \(files.count) 个文件，\(count) 个对象",
        en: "\(files.count) files with \(count) nodes are written to \(output)"
      ),
      language
    )
  }
}

import ArgumentParser
import Bilingual
import ChainLoop
import ChainModel
import ChainViews
import ChainFiles
import Diagnostics
import FolderTransactions
import LoopSheets
import ProgressLoop

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `liantu collect`: sheets that came back, into the journal.
struct Collect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("收回月报表，记入台账", "take returned sheets into the journal"),
    discussion: say(
      """
      逐张核对各单位报回的月报表，列出要追加到 journal 的行和前后对照。不加 --write 什么也不写；加了才追加到记录当月的
      文件（journal/2024-07.csv），原有内容一字不动。行按编号对应，可以排序、删行、移动列；空着就是没有说。
      一张表有错就整张不收，错误指到单元格；--back 写出标明错处的同一张表，好退回去。与已报的不同，须用 --reason 说明
      原因才作更正。文件可以写多个，也可以写一个文件夹。
      示例：
        liantu collect 工信局.xlsx -o Data/huludao-2023
        liantu collect 收回 -o Data/huludao-2023 --received 2024-07-04 --write
        liantu collect 工信局.xlsx -o Data/huludao-2023 --reason 漏报一笔 --back 退回.xlsx
      """,
      """
      Checks each sheet that a department returned, and shows the lines that it would add to the journal, with what \
      was said before. Without --write nothing is written; with it the lines go behind the file of the month in which \
      they are recorded (journal/2024-07.csv), and what it held stays as it is. Rows are known by their id: they may \
      be sorted or deleted, and columns moved; an empty cell says nothing.
      A sheet with any fault is not taken, and each fault is told at its cell; --back writes the same sheet with its \
      faults marked. What was reported otherwise before is a correction, and needs --reason. Several files can be \
      given, or a folder.
      Examples:
        liantu collect 工信局.xlsx -o Data/huludao-2023
        liantu collect 收回 -o Data/huludao-2023 --received 2024-07-04 --write
        liantu collect 工信局.xlsx -o Data/huludao-2023 --reason forgotten --back back.xlsx
      """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say("报回的表（.xlsx），或放着它们的文件夹", "the returned sheets (.xlsx), or a folder of them"),
      valueName: "files"
    )
  )
  var files: [String]
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("数据集的文件夹", "the data set's folder"), valueName: "folder")
  )
  var output: String
  @Option(
    help: ArgumentHelp(
      say(
        "收到的日子，是否迟报以此为准（缺省为记录日）",
        "when they came in: whether they are late goes by it (default: when recorded)"
      ),
      valueName: "date"
    )
  )
  var received: CalendarDate?
  @Option(
    help: ArgumentHelp(
      say("记录的日子（缺省为今天）", "when they are recorded (default: today)"),
      valueName: "date"
    )
  )
  var recorded: CalendarDate?
  @Option(
    help: ArgumentHelp(
      say("为什么更正已报的内容", "why what was reported is corrected"),
      valueName: "text"
    )
  )
  var reason: String?
  @Flag(help: ArgumentHelp(say("写入", "write the lines"))) var write = false
  @Option(
    help: ArgumentHelp(
      say(
        "不收的表标明错处，另存到这个 .xlsx 文件；有几个文件时写到这个文件夹",
        "write sheets that are not taken, with their faults marked, to this .xlsx file, or into this folder where "
          + "several files are given"
      ),
      valueName: "path"
    )
  )
  var back: String?
  @OptionGroup var overwriting: OverwritingOptions
  @Option(
    help: ArgumentHelp(
      say("输出格式", "how the answer is written"),
      valueName: "table|json|csv|markdown"
    )
  )
  var format: AnswerFormat = .table
  @Option(help: ArgumentHelp(say("语言：zh 或 en", "zh or en"), valueName: "lang"))
  var lang: Language?

  func validate() throws {
    try FileEnding.checkFolder(output)
    guard format.isText else {
      throw ValidationError(say("只能写成文本格式", "the answer is written as a text"))
    }
    for day in [received, recorded].compactMap(\.self) where day.day == nil {
      throw ValidationError(
        say("\(day) 没有写到日，写作 2024-07-04", "\(day) does not say the day: write 2024-07-04")
      )
    }
    if let received, let recorded, recorded < received {
      throw ValidationError(
        say("收到日晚于记录日", "they were received after they were recorded")
      )
    }
  }

  func run() throws {
    let paths = try paths()
    try checkBack(paths)
    let folder = try JournalFolder(output, lang)
    let day = recorded.map { Day(asked: $0) } ?? Day.today
    let received = received.map { Day(asked: $0) } ?? day
    guard received <= day else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "收到日 \(received) 晚于今天 \(day)；补录旧表用 --recorded 指明记录日",
          en:
            "they came in on \(received), after today, \(day): say with --recorded when they are recorded"
        ),
        in: folder.language
      )
    }
    var collection = SheetCollection(
      folder.loop,
      recorded: day,
      received: received,
      reason: reason ?? ""
    )
    var (diagnostics, sources) = ([Diagnostic](), [String: SourceText]())
    var isRefused = false
    for path in paths {
      let workbook = ReturnedWorkbook(try InputFile.read(path, in: lang), path: path)
      diagnostics += workbook.diagnostics
      sources[path] = workbook.source
      collection.take(workbook)
    }
    diagnostics += collection.diagnostics
    isRefused = diagnostics.contains { $0.severity == .error }
    let renderer = DiagnosticRenderer(
      language: folder.language,
      isColored: Terminal.isColored(.error)
    )
    if !diagnostics.isEmpty {
      Terminal.complain(renderer.report(diagnostics.inReadingOrder(), sources))
    }
    try show(.collected(collection), folder.language)
    try sendBack(collection, paths, folder.language)
    try folder.append(collection.lines, isWriting: write) { text in
      guard format == .table else { return Terminal.tell(text) }
      try? Terminal.write(text + "\n")
    }
    if isRefused { throw Failure(.faulty) }
  }

  // MARK: Files

  /// The files to read: of a folder its workbooks, but for those that a program has open.
  private func paths() throws(Failure) -> [String] {
    var paths: [String] = []
    for file in files {
      guard OutputFile.isFolder(file) else {
        if !Self.isOpenMark(file) { paths.append(file) }
        continue
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: file)) ?? []
      let found = names.sorted().filter {
        $0.lowercased().hasSuffix(".xlsx") && !Self.isOpenMark($0) && !$0.hasPrefix(".")
      }
      guard !found.isEmpty else {
        throw Failure(
          .notFound,
          BilingualText(
            zh: "\(file) 里没有 .xlsx 文件",
            en: "there is no .xlsx file in \(file)"
          ),
          in: lang
        )
      }
      paths += found.map { file + "/" + $0 }
    }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  /// Whether a name is what a spreadsheet program leaves beside a file that it has open.
  private static func isOpenMark(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("~$") || name.hasPrefix(".~lock.")
  }

  // MARK: What is shown

  private func show(_ answer: Answer, _ language: Language) throws(Failure) {
    let bytes: [UInt8]
    do throws(WorkbookFailure) {
      bytes = try answer.bytes(in: format, language: language, width: Terminal.width, date: nil)
    } catch {
      throw Failure(error, in: language)
    }
    try Terminal.write(bytes)
  }

  // MARK: Sheets to send back

  private func checkBack(_ paths: [String]) throws {
    guard let back else { return }
    if FileEnding(of: back)?.text == "xlsx" {
      guard paths.count == 1 else {
        throw ValidationError(
          say("有几个文件，--back 要写文件夹", "several files are read: --back has to be a folder")
        )
      }
      try OutputFile.check([back], apartFrom: paths, in: lang ?? Speech.language)
      try FileEnding.checkNoWorkbook(back, isForced: overwriting.force)
    } else {
      try FileEnding.checkFolder(back)
    }
  }

  private func sendBack(
    _ collection: SheetCollection,
    _ paths: [String],
    _ language: Language
  ) throws {
    guard let back else { return }
    for path in paths {
      let sheet: [UInt8]?
      do throws(WorkbookFailure) { sheet = try collection.sentBack(path) } catch {
        throw Failure(error, in: language)
      }
      guard let bytes = sheet else { continue }
      var target = back
      if FileEnding(of: back)?.text != "xlsx" {
        try OutputFile.makeFolder(back)
        target += "/" + (path.split(separator: "/").last.map(String.init) ?? path)
        try OutputFile.check([target], apartFrom: paths, in: language)
        try FileEnding.checkNoWorkbook(target, isForced: overwriting.force)
      }
      try OutputFile.write(bytes, to: target)
      Terminal.tell(
        BilingualText(
          zh: "标明错处的表写在 \(target)",
          en: "the sheet with its faults marked is \(target)"
        )[language]
      )
    }
  }
}

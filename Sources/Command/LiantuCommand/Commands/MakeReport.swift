import ArgumentParser
import Bilingual
import ChainDrawing
import ChainPages
import ChainViews
import PolicyReader
import ProgressLoop

struct MakeReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say("出网页报告：一个文件，断网也能打开", "make a report: one page that opens without a network"),
    discussion: say(
      """
      图、清单、对象、搜索都在一个 HTML 文件里，可拷到任何电脑用浏览器打开，不联网。
      清单可下载为 Excel 和 CSV；图可存为 SVG、PNG，或打印成 PDF。
      示例：liantu report -o 报告.html
      """,
      """
      Pictures, lists, nodes and search in one HTML file that any browser opens, network or not.
      Lists download as Excel and CSV; pictures are kept as SVG or PNG, or printed to PDF.
      Example: liantu report -o report.html
      """
    )
  )

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入文件（.html）", "the file to write (.html)"), valueName: "file")
  )
  var output: String
  @OptionGroup var dataset: DatasetOptions
  @Option(
    help: ArgumentHelp(
      say(
        "主题文件（缺省为数据集的 theme.yaml，否则自带的）",
        "the theme's file (default: the data set's theme.yaml)"
      ),
      valueName: "file"
    )
  )
  var theme: String?

  func validate() throws {
    guard !output.lowercased().hasSuffix(".html"), !output.lowercased().hasSuffix(".htm")
    else { return }
    throw ValidationError(
      say("文件名应以 .html 结尾：\(output)", "the file must end in .html: \(output)")
    )
  }

  func run() async throws {
    LibraryWords.keep()
    let session = try Session(dataset)
    let theme = try session.theme(named: theme)
    let language = session.language
    var progress: Progress?
    Interruption.watch()
    let texts = DocumentTexts(of: session.whole, in: session.folder)
    session.tell(texts.diagnostics)
    let explorer = Explorer(session.dataset, try session.planAndJournal(), texts)
    let html: String
    do {
      html = try await explorer.report(language: language) { order in
        // SVG is measured here too, by whatever stands for the characters.
        if order.picture.lacksFont { PictureWriter.toldOfFont() }
        return String(decoding: try order.picture.render(as: .svg, theme: theme), as: UTF8.self)
      } progress: { done, total, title in
        if Interruption.isAsked { throw Failure(.machine) }
        if done == 0 { progress = Progress(total: total) }
        progress?.step(title)
      }
    } catch {
      progress?.end()
      Interruption.end()
      throw error
    }
    progress?.end()
    try OutputFile.write(Array(html.utf8), to: output)
    let size = (html.utf8.count + 99_999) / 100_000
    // As other commands that write a file: nothing to say but to somebody who watches.
    guard Terminal.showsProgress else { return }
    Terminal.tell(
      BilingualText(
        zh: "已写好 \(output)（\(size / 10).\(size % 10) MB）",
        en: "\(output) is written (\(size / 10).\(size % 10) MB)"
      )[language]
    )
  }
}

import ArgumentParser
import Bilingual
import ChainDrawing
import ChainFiles
import ChainViews
import SourceDiagnostics

struct DrawGallery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: say("按清单画一组图", "draw the pictures that a list names"),
    discussion: say(
      """
      清单为 gallery.yaml；图写在它旁边，除非用 --folder 指明。
      示例：liantu gallery Graphs/gallery.yaml
      """,
      """
      The list is a gallery.yaml; the pictures go beside it unless --folder names another place.
      Example: liantu gallery Graphs/gallery.yaml
      """
    )
  )

  @Argument(help: ArgumentHelp(say("清单文件", "the list's file"))) var gallery = "Graphs/gallery.yaml"
  @Option(help: ArgumentHelp(say("写入的文件夹", "the folder to write to"))) var folder: String?
  @Option(help: ArgumentHelp(say("格式（可重复）", "the formats (repeatable)")))
  var format: [PictureFormat] = [.dot, .svg]
  @OptionGroup var dataset: DatasetOptions

  func run() throws {
    let session = try Session(dataset)
    let (loaded, diagnostics, source) = Gallery.load(path: gallery)
    guard let loaded else {
      let renderer = DiagnosticRenderer(language: session.language, isColored: false)
      Terminal.complain(diagnostics.map { renderer.render($0, source: source) }.joined())
      throw Failure(.faulty)
    }
    let target = folder ?? gallery.lastIndex(of: "/").map { String(gallery[..<$0]) } ?? "."
    try OutputFile.makeFolder(target)
    for (number, entry) in loaded.entries.enumerated() {
      progress("[\(number + 1)/\(loaded.entries.count)] \(entry.file)")
      let picture = try session.view(ViewWords(entry.view, of: entry.subject.map { [$0] } ?? [])).picture
      for format in format {
        let path = "\(target)/\(entry.file).\(format.rawValue)"
        try OutputFile.write(try picture.rendered(as: format), to: path)
      }
    }
    progress("")
    let count = loaded.entries.count
    try Terminal.write(
      BilingualText(
        zh: "已在 \(target) 画好 \(count) 幅图\n",
        en: "\(count) pictures are in \(target)\n"
      )[
        session.language
      ]
    )
  }

  /// One line that is written over by the next.
  private func progress(_ text: String) {
    if Terminal.showsProgress { Terminal.complain("\r\u{1B}[K\(text)") }
  }
}

extension PictureFormat: ExpressibleByArgument {}

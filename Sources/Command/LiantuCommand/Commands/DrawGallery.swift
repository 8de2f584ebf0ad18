public import ArgumentParser
import Bilingual
import ChainDrawing
import ChainQueries
import ChainViews
import Diagnostics

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
  @OptionGroup var drawing: DrawingOptions

  func validate() throws { try FileEnding.checkFolder(folder) }

  func run() throws {
    let session = try Session(dataset)
    let (loaded, diagnostics, source) = Gallery.load(path: gallery)
    guard let loaded else { throw session.tell(diagnostics, in: source) }
    let target = folder ?? gallery.lastIndex(of: "/").map { String(gallery[..<$0]) } ?? "."
    let writer = try session.writer(drawing)
    let pictures = try session.pictures(of: loaded, source)
    // All pictures or none: a gallery half of which is of older data would be believed.
    let output = try OutputFolder(target, isForced: true)
    do {
      var progress = Progress(total: pictures.count)
      defer { progress.end() }
      for (file, picture) in pictures {
        progress.step(file)
        for format in format {
          for drawn in try writer.files(of: picture, as: format) {
            try output.write(drawn.bytes, to: "\(file)\(drawn.suffix).\(format.rawValue)")
          }
        }
      }
      try output.finish()
    } catch {
      output.abandon()
      throw error
    }
    try Terminal.write(
      BilingualText(
        zh: "已在 \(target) 画好 \(pictures.count) 幅图\n",
        en: "\(pictures.count) pictures are in \(target)\n"
      )[session.language]
    )
    if let text = output.changes.text(most: 5) {
      try Terminal.write(text[session.language] + "\n")
    }
  }
}

extension Session {
  /// The pictures of a gallery; every entry that does not fit the data set is told before the
  /// first picture is drawn.
  fileprivate func pictures(
    of gallery: Gallery,
    _ source: SourceText?
  ) throws(Failure) -> [(file: String, picture: Picture)] {
    var diagnostics: [Diagnostic] = []
    let pictures = gallery.entries.compactMap { entry -> (String, Picture)? in
      guard let words = entry.words else { return nil }
      do throws(QuestionFault) {
        return (entry.name, try dataset.view(words, language: language).picture)
      } catch {
        diagnostics.append(entry.diagnostic(error))
        return nil
      }
    }
    guard diagnostics.isEmpty else { throw tell(diagnostics, in: source) }
    return pictures
  }

  /// Tells faults of a file on standard error; the failure to end with.
  func tell(_ diagnostics: [Diagnostic], in source: SourceText?) -> Failure {
    let isColored = Terminal.isColored(.error)
    let renderer = DiagnosticRenderer(language: language, isColored: isColored)
    Terminal.complain(
      diagnostics.map { renderer.render($0, source: source) }.joined(separator: "\n")
    )
    return Failure(.faulty)
  }
}

extension PictureFormat: ExpressibleByArgument {}

public import ArgumentParser
import Bilingual
import ChainDrawing
import Diagnostics

/// How pictures look, and on which paper: options of every command that draws.
struct DrawingOptions: ParsableArguments {
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
  @Option(
    help: ArgumentHelp(
      say(
        "按纸张出图；放不下就分成总览和分页，编号一致",
        "draw for a paper; what does not fit becomes an overview and parts with the same numbers"
      ),
      valueName: Paper.allCases.map(\.rawValue).joined(separator: "|")
    )
  )
  var paper: Paper?
  @Flag(help: ArgumentHelp(say("纸张竖放（缺省横放）", "the paper upright (default: across)")))
  var portrait = false

  func validate() throws {
    guard portrait, paper == nil else { return }
    throw ValidationError(say("--portrait 须与 --paper 合用", "--portrait goes with --paper"))
  }

  /// The page; `nil` for one as large as the drawing.
  var page: Paper.Page? { paper.map { Paper.Page($0, portrait ? .portrait : .landscape) } }
}

extension Session {
  /// The theme: that of the options, on that of the data set, on the house style.
  func theme(_ options: DrawingOptions) throws(Failure) -> Theme {
    try theme(named: options.theme)
  }

  /// The theme of the file at `path`, on that of the data set, on the house style.
  func theme(named path: String?) throws(Failure) -> Theme {
    var theme = Theme.standard
    switch try companion("theme.yaml") {
    case .file(let path): theme = try sound(Theme.load(path: path, extending: theme))
    case .bytes(let bytes, let path):
      theme = try sound(Theme.load(bytes, path: path, extending: theme))
    case nil: break
    }
    if let path { theme = try sound(Theme.load(path: path, extending: theme)) }
    return theme
  }

  private func sound(
    _ loaded: (theme: Theme?, diagnostics: [Diagnostic], source: SourceText?)
  ) throws(Failure) -> Theme {
    guard let theme = loaded.theme else { throw tell(loaded.diagnostics, in: loaded.source) }
    return theme
  }
}

/// Draws pictures in one theme, cut to one paper.
struct PictureWriter {
  let theme: Theme
  let page: Paper.Page?

  /// The files of a picture in a format: one, or one for each page, told apart by `-2`, `-3` and so
  /// on after the name.
  func files(
    of picture: Picture,
    as format: PictureFormat
  ) throws(Failure) -> [(suffix: String, bytes: [UInt8])] {
    if format != .dot, picture.lacksFont { Self.toldOfFont() }
    do throws(RenderError) {
      guard let page else {
        let drawn = try picture.rendering(as: format, theme: theme)
        if drawn.scale < 1 { Self.tell(of: drawn.scale, format) }
        return [("", drawn.bytes)]
      }
      var files: [(suffix: String, bytes: [UInt8])] = []
      for part in try picture.pages(on: page, theme: theme) {
        let suffix = part.number == 1 ? "" : "-\(part.number)"
        files.append((suffix, try part.picture.render(as: format, theme: theme, page: page)))
      }
      return files
    } catch {
      throw Failure(error)
    }
  }
}

extension PictureWriter {
  /// What is told where a machine has no font with Chinese characters, without the word for it.
  static let fontLack = say(
    """
    本机没有中文字体，图里的汉字在 PNG 和 PDF 中是方框，SVG 在有字体的电脑上正常；\
    请安装 fonts-noto-cjk（如 apt install fonts-noto-cjk）
    """,
    """
    no font on this machine has Chinese characters, so that PNG and PDF show boxes, and SVG \
    is right where there is one; install fonts-noto-cjk (such as apt install fonts-noto-cjk)
    """
  )

  private static let fontWarning: Void = Terminal.tell(say("警告：", "warning: ") + fontLack)

  /// Tells once that characters will be boxes.
  static func toldOfFont() { _ = fontWarning }

  /// Tells that a picture is drawn smaller than usual.
  private static func tell(of scale: Double, _ format: PictureFormat) {
    let name = format.rawValue.uppercased()
    let share = max(1, Int((scale * 100).rounded()))
    Terminal.tell(
      say(
        "这幅图太大，\(name) 按 \(share)% 画，看图程序才打得开；要看清，用 SVG，或用 --paper 分页",
        """
        the picture is too large for a \(name) that viewers open: it is drawn at \(share)%; to read it, \
        draw an SVG, or pages by --paper
        """
      )
    )
  }
}

extension Session {
  /// What draws pictures as the options say.
  func writer(_ options: DrawingOptions) throws(Failure) -> PictureWriter {
    PictureWriter(theme: try theme(options), page: options.page)
  }
}

extension Paper: ExpressibleByArgument {}

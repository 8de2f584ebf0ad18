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
        "按纸张出图；放不下就分成总览和分页，编号一致（PDF 为一个文件，SVG 和 PNG 每页一个）",
        """
        draw for a paper; what does not fit becomes an overview and parts with the same numbers: one PDF, \
        or an SVG or PNG for each page
        """
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
  /// In which it is told what became of a picture that is too large.
  let language: Language

  /// One file of a picture.
  struct File {
    /// What follows the name: nothing, or `-2`, `-3` and so on for further pages.
    var suffix = ""
    var bytes: [UInt8]
    /// How many pages the file has.
    var pageCount = 1
  }

  /// The files of a picture in a format: one, or one for each page where the format has no pages.
  func files(of picture: Picture, as format: PictureFormat) throws(Failure) -> [File] {
    if format != .dot, picture.lacksFont { Self.toldOfFont() }
    do throws(RenderError) {
      guard let page else {
        let drawn = try picture.rendering(as: format, theme: theme, isPaged: true)
        Self.tell(of: drawn, format, in: language)
        return [File(bytes: drawn.bytes, pageCount: drawn.pageCount)]
      }
      let pages = try picture.pages(on: page, theme: theme)
      if format == .pdf, pages.count > 1 {
        let bytes = try Picture.document(of: pages, on: page, theme: theme)
        return [File(bytes: bytes, pageCount: pages.count)]
      }
      var files: [File] = []
      for part in pages {
        let suffix = part.number == 1 ? "" : "-\(part.number)"
        let drawn = try part.picture.rendering(as: format, theme: theme, page: page)
        if pages.count == 1 { Self.tell(of: drawn, format, in: language) }
        files.append(File(suffix: suffix, bytes: drawn.bytes))
      }
      return files
    } catch {
      throw Failure(error)
    }
  }
}

extension PictureWriter {
  /// The files of a plate in a format: one, or one for each page where the format has no pages.
  func files(of plate: Plate, as format: PictureFormat) throws(Failure) -> [File] {
    guard format != .dot else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "这幅图不是关系图，没有 .dot；文件名应以 .svg、.png 或 .pdf 结尾",
          en:
            "the picture is no graph, so there is no .dot of it: the file must end in .svg, .png or .pdf"
        ),
        in: language
      )
    }
    guard page?.orientation != .portrait else {
      throw Failure(
        .usage,
        BilingualText(zh: "这幅图横放，不能用 --portrait", en: "the picture lies across: no --portrait"),
        in: language
      )
    }
    if plate.lacksFont { Self.toldOfFont() }
    do throws(RenderError) {
      let files = try plate.files(as: format, theme: theme, paper: page?.paper ?? .a4)
      return files.enumerated().map { offset, bytes in
        File(
          suffix: offset == 0 ? "" : "-\(offset + 1)",
          bytes: bytes,
          pageCount: format == .pdf ? plate.pages.count : 1
        )
      }
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

  /// Tells what became of a picture that is larger than a person, or a program, can take in.
  private static func tell(
    of drawn: Picture.Rendering,
    _ format: PictureFormat,
    in language: Language
  ) {
    let name = format.rawValue.uppercased()
    if drawn.pageCount > 1 {
      Terminal.tell(
        BilingualText(
          zh: "这幅图太大，一张 A0 也看不清，分成 \(drawn.pageCount) 页 A3；要一页，画成 SVG",
          en: """
            the picture is too large to be read even on A0: it became \(drawn.pageCount) pages of A3; \
            for one page, draw an SVG
            """
        )[language]
      )
    } else if let folded = drawn.folded, format != .dot {
      Terminal.tell(
        BilingualText(
          zh: "这幅图太大，图脚写明：\(folded)；要逐项看，用 --paper 分页，或用 liantu list 列清单",
          en: """
            the picture is large, and its foot says what was folded: \(folded); to see each card, draw \
            pages by --paper, or print the list by liantu list
            """
        )[language]
      )
    }
    guard drawn.scale < 1 else { return }
    let share = max(1, Int((drawn.scale * 100).rounded()))
    Terminal.tell(
      BilingualText(
        zh: "这幅图太大，\(name) 按 \(share)% 画，看图程序才打得开；要看清，用 SVG，或用 --paper 分页",
        en: """
          the picture is too large for a \(name) that viewers open: it is drawn at \(share)%; to read it, \
          draw an SVG, or pages by --paper
          """
      )[language]
    )
  }
}

extension Session {
  /// What draws pictures as the options say.
  func writer(_ options: DrawingOptions) throws(Failure) -> PictureWriter {
    LibraryWords.keep()
    return PictureWriter(theme: try theme(options), page: options.page, language: language)
  }
}

extension Paper: ExpressibleByArgument {}

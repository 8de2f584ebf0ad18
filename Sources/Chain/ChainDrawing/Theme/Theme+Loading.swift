public import Diagnostics
internal import YAML

extension Theme {
  /// The house style: blue for what is there, ochre for what is coming, red-brown for what is not.
  ///
  /// People who do not see all colours, and printers that have none, tell coverage apart by
  /// lightness, border and glyph, and styles of link by dashes and width.
  public static let standard: Theme = {
    let file = YAMLFile.read(PackageResources.theme_yaml, path: "theme.yaml")
    var reader = ThemeReader(path: "theme.yaml", extending: .blank, isComplete: true)
    if let root = file.root { reader.read(root) }
    let faults = file.diagnostics + reader.log.diagnostics
    precondition(faults.isEmpty, "the built-in theme has faults: \(faults)")
    return reader.theme
  }()

  /// Reads a theme's file, which changes as much of another theme as it likes; the theme is `nil`
  /// when the file has faults.
  ///
  /// Every fault is reported in the order of the file, up to 500. The file names any of `fonts`, `sizes`, `palette`, `cards`,
  /// `links`, `tints` and `spacing`; `cards` and `links` hold a mapping for each style, and what is
  /// not named stays as it is in `base`.
  public static func load(
    path: String,
    extending base: Theme = .standard
  ) -> (theme: Theme?, diagnostics: [Diagnostic], source: SourceText?) {
    load(YAMLFile.read(path), path, base)
  }

  /// Reads a theme from the bytes of a file that is known as `path`; see ``load(path:extending:)``.
  public static func load(
    _ bytes: [UInt8],
    path: String,
    extending base: Theme = .standard
  ) -> (theme: Theme?, diagnostics: [Diagnostic], source: SourceText?) {
    load(YAMLFile.read(bytes, path: path), path, base)
  }

  private static func load(
    _ file: YAMLFile.Reading,
    _ path: String,
    _ base: Theme
  ) -> (theme: Theme?, diagnostics: [Diagnostic], source: SourceText?) {
    guard let root = file.root else { return (nil, file.diagnostics, file.source) }
    var reader = ThemeReader(path: path, extending: base)
    reader.read(root)
    let faults = reader.log.diagnostics.inReadingOrder()
    return (faults.isEmpty ? reader.theme : nil, faults, file.source)
  }

  /// What the built-in file is read onto; none of it is left once every field is read.
  private static let blank = Theme(
    fonts: [],
    sizes: Theme.TypeSizes(title: 0, subtitle: 0, column: 0, heading: 0, line: 0, note: 0),
    palette: Theme.Palette(
      page: .white,
      band: .white,
      ink: .black,
      muted: .black,
      faded: .black,
      star: .black,
      project: .black
    ),
    cards: [:],
    links: [:],
    tints: [],
    spacing: Theme.Spacing(
      aspect: 0,
      betweenCards: 0,
      betweenRanks: 0,
      bandMargin: 0,
      cardWidth: 0,
      headingCells: 0,
      lineCells: 0,
      linesPerCard: 0
    )
  )
}

import Bilingual
public import SourceDiagnostics

/// What to draw into a folder of pictures.
public struct Gallery: Sendable {
  /// One picture.
  public struct Entry: Sendable, Hashable {
    /// The name of its files, without an ending.
    public let file: String
    /// The view to draw.
    public let view: String
    /// What the view is of; `nil` for views of everything.
    public let subject: String?
    /// Where the entry stands, for faults that only a data set shows.
    public let place: Diagnostic.Location
  }

  /// The pictures, in the order of the file.
  public let entries: [Entry]

  /// Reads a gallery's file; the entries are `nil` when it has faults.
  public static func load(
    path: String
  ) -> (gallery: Gallery?, diagnostics: [Diagnostic], source: SourceText?) {
    var diagnostics: [Diagnostic] = []
    let limits = YAMLLimits()
    guard let bytes = FolderListing.bytes(of: path, limits: limits, diagnostics: &diagnostics)
    else { return (nil, diagnostics, nil) }
    let source = SourceText(path: path, bytes: bytes)
    var log = FaultLog(path: path)
    var entries: [Entry] = []
    do {
      if let root = try YAMLReader.read(bytes, path: path, limits: limits) {
        entries = read(root, log: &log)
      }
    } catch {
      log.report(error.diagnostic)
    }
    let gallery = log.diagnostics.isEmpty ? Gallery(entries: entries) : nil
    return (gallery, log.diagnostics, source)
  }

  private static func read(_ root: YAMLNode, log: inout FaultLog) -> [Entry] {
    guard let top = MappingReader(root, log: &log) else { return [] }
    let name = BilingualText(zh: "图册", en: "a gallery")
    top.allow(["pictures"], of: name, log: &log)
    guard let pictures = top["pictures"] else {
      log.report(.missingField("pictures", at: log.location(of: root)))
      return []
    }
    return pictures.items.compactMap { item in
      guard let fields = MappingReader(item, log: &log) else { return nil }
      fields.allow(
        ["file", "view", "of"],
        of: BilingualText(zh: "图", en: "a picture"),
        log: &log
      )
      guard let file = fields.requiredText("file", log: &log),
        let view = fields.requiredText("view", log: &log)
      else { return nil }
      // A name with a slash could leave the folder that the pictures are meant for.
      let isPlain = !file.contains("/") && !file.hasPrefix(".")
      guard isPlain else {
        log.report(.badName(file, at: log.location(of: fields["file"] ?? item)))
        return nil
      }
      return Entry(
        file: file,
        view: view,
        subject: fields["of"]?.scalar,
        place: log.location(of: item)
      )
    }
  }
}

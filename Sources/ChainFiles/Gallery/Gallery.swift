import Bilingual
public import SourceDiagnostics
import YAMLReading

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
    let file = YAMLFile.read(path)
    guard let root = file.root else { return (nil, file.diagnostics, file.source) }
    var log = FaultLog(path: path)
    let entries = read(root, log: &log)
    let gallery = log.diagnostics.isEmpty ? Gallery(entries: entries) : nil
    return (gallery, log.diagnostics, file.source)
  }

  private static func read(_ root: YAMLNode, log: inout FaultLog) -> [Entry] {
    guard let top = MappingReader(root, log: &log) else { return [] }
    let name = BilingualText(zh: "图册", en: "a gallery")
    top.allow(["pictures"], of: name, log: &log)
    guard let pictures = top["pictures"] else {
      log.report(.missingField("pictures", at: log.location(of: root)))
      return []
    }
    var files: Set<String> = []
    return pictures.items.compactMap { item in
      guard log.hasRoom, let fields = MappingReader(item, log: &log) else { return nil }
      fields.allow(
        ["file", "view", "of"],
        of: BilingualText(zh: "图", en: "a picture"),
        log: &log
      )
      let file = fields.requiredText("file", log: &log)
      let view = fields.requiredText("view", log: &log)
      let subject = fields["of"].map { MappingReader.text($0, log: &log) }
      guard let file, let view else { return nil }
      // A name with a slash could leave the folder that the pictures are meant for.
      // A letter that a mark is put on is not the letter, and the slash still is one.
      let isPath = file.utf8.contains(UInt8(ascii: "/"))
      let isControl = file.unicodeScalars.contains { $0.properties.generalCategory == .control }
      let place = log.location(of: fields["file"] ?? item)
      guard !isPath, !file.hasPrefix("."), !isControl else {
        log.report(.badFileName(file, at: place))
        return nil
      }
      if !files.insert(file).inserted { log.report(.duplicateKey(file, at: place)) }
      return Entry(
        file: file,
        view: view,
        subject: subject ?? nil,
        place: log.location(of: item)
      )
    }
  }
}

import Bilingual
public import Diagnostics
import YAML

/// What to draw into a folder of pictures.
public struct Gallery: Sendable {
  /// The pictures, in the order of the file.
  public let entries: [ViewEntry]

  /// Reads a gallery's file; the gallery is `nil` when it has faults.
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

  private static func read(_ root: EntryNode, log: inout FaultLog) -> [ViewEntry] {
    guard let top = FieldReader(root, log: &log) else { return [] }
    top.allow(["pictures"], of: BilingualText(zh: "图册", en: "a gallery"), log: &log)
    guard let pictures = top["pictures"] else {
      log.report(.missingField("pictures", at: log.location(of: root)))
      return []
    }
    return ViewEntryReader(nameField: "file", allowsForms: false).entries(of: pictures, log: &log)
  }
}

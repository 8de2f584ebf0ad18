public import Bilingual
public import Diagnostics
import YAML

/// A set of pictures and lists that is handed out together, such as 五图五清单.
public struct Pack: Sendable {
  /// How often the set is made.
  public enum Repetition: String, Sendable, Hashable, CaseIterable {
    /// Once, of everything.
    case once
    /// For each cluster that has a chain; `$cluster` stands for its name.
    case eachCluster = "each-cluster"
  }

  /// The name of the set.
  public let title: BilingualText
  /// How often it is made.
  public let repetition: Repetition
  /// The pictures, each a file.
  public let pictures: [ViewEntry]
  /// The lists, each a sheet of one workbook.
  public let lists: [ViewEntry]

  /// What stands for the cluster in a pack that is made for each.
  public static let clusterWord = "$cluster"
}

extension Pack {
  /// Reads a pack's file; the pack is `nil` when it has faults.
  public static func load(
    path: String
  ) -> (pack: Pack?, diagnostics: [Diagnostic], source: SourceText?) {
    read(YAMLFile.read(path), path: path)
  }

  /// Reads a pack from the bytes of a file that is known as `path`; see ``load(path:)``.
  public static func load(
    _ bytes: [UInt8],
    path: String
  ) -> (pack: Pack?, diagnostics: [Diagnostic], source: SourceText?) {
    read(YAMLFile.read(bytes, path: path), path: path)
  }

  /// The packs that come with the program, by name, in their order.
  public static let builtIn: [(name: String, pack: Pack)] = [
    ("五图五清单", PackageResources.five_and_five_yaml),
    ("六图六清单", PackageResources.six_and_six_yaml),
  ].map { name, bytes in
    let reading = read(YAMLFile.read(bytes, path: name), path: name)
    guard let pack = reading.pack else {
      preconditionFailure("the built-in pack \(name) has faults: \(reading.diagnostics)")
    }
    return (name, pack)
  }

  private static func read(
    _ file: YAMLFile.Reading,
    path: String
  ) -> (pack: Pack?, diagnostics: [Diagnostic], source: SourceText?) {
    guard let root = file.root else { return (nil, file.diagnostics, file.source) }
    var log = FaultLog(path: path)
    let pack = read(root, log: &log)
    return (log.diagnostics.isEmpty ? pack : nil, log.diagnostics, file.source)
  }

  private static func read(_ root: EntryNode, log: inout FaultLog) -> Pack? {
    guard let top = FieldReader(root, log: &log) else { return nil }
    top.allow(
      ["title", "for", "pictures", "lists"],
      of: BilingualText(zh: "图册清单集", en: "a pack"),
      log: &log
    )
    let title = top.requiredWording("title", log: &log)
    let repetition = repetition(top, log: &log)
    let pictures = top["pictures"].map {
      ViewEntryReader(nameField: "file", allowsForms: true).entries(of: $0, log: &log)
    }
    let lists = top["lists"].map {
      ViewEntryReader(nameField: "sheet", allowsForms: true).entries(of: $0, log: &log)
    }
    if pictures == nil, lists == nil {
      log.report(.missingField("pictures", at: log.location(of: root)))
    }
    guard let title else { return nil }
    return Pack(
      title: title,
      repetition: repetition,
      pictures: pictures ?? [],
      lists: lists ?? []
    )
  }

  private static func repetition(
    _ top: FieldReader,
    log: inout FaultLog
  ) -> Repetition {
    guard let node = top["for"], let word = FieldReader.text(node, log: &log) else {
      return .once
    }
    if let repetition = Repetition(rawValue: word) { return repetition }
    let words = Repetition.allCases.map(\.rawValue)
    log.report(
      Diagnostic(
        .error,
        code: "unknown-word",
        message: BilingualText(
          zh: "for 不能是“\(word)”",
          en: "'\(word)' does not say how often the set is made"
        ),
        help: .instead(of: word, among: words),
        at: log.location(of: node)
      )
    )
    return .once
  }
}

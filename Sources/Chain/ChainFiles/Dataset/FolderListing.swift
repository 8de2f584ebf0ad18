import Diagnostics
import YAML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of a data set, read whole.
package struct FolderListing {
  package static let manifest = "dataset.yaml"
  package static let ontology = "ontology.yaml"
  package static let queries = "queries.yaml"
  /// The folder of what was decided of registers.
  package static let attachments = "attachments"
  /// The folders of what was planned and what was reported, and the file of the rules for it.
  package static let plans = "plans"
  package static let journal = "journal"
  package static let reporting = "reporting.yaml"

  /// What stands beside the manifest for other readers: how pictures look, which questions have
  /// names, which sets of views are handed out, which chains it may use. None of it is data.
  private static let reserved: Set<String> = [
    "theme.yaml", queries, "packs", attachments, plans, journal, reporting, ChainLibrary.own,
    ChainLibrary.history,
    ChainLibrary.waivers, ChainLibrary.changes,
  ]

  /// Whether a file of that name, given below the folder, is one of ``yamlFiles(in:diagnostics:)``.
  package static func isData(_ name: Substring) -> Bool {
    let parts = name.split(separator: "/")
    guard let first = parts.first, !reserved.contains(String(first)) else { return false }
    return (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
      && !parts.contains { $0.hasPrefix(".") }
  }

  private static let mostFiles = 5_000
  private static let deepestFolder = 8

  /// The YAML files below `folder`, in the order of their paths; hidden ones are passed
  /// over. A link to a folder is reported, and so is a pipe or a broken link that is called a YAML file.
  static func yamlFiles(in folder: String, diagnostics: inout [Diagnostic]) -> [String] {
    var files: [String] = []
    var pending = [(path: folder, depth: 0)]
    while let (path, depth) = pending.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        diagnostics.append(.unreadable(path))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        if depth == 0, reserved.contains(name) { continue }
        let child = path + "/" + name
        let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        switch YAMLFile.type(of: child) {
        case .typeDirectory where depth < deepestFolder: pending.append((child, depth + 1))
        case .typeDirectory: diagnostics.append(.folderTooDeep(child, limit: deepestFolder))
        case .typeRegular where isYAML: files.append(child)
        default:
          // Data behind it would be missing without a word.
          if FolderLinks.meansFolder(child) {
            diagnostics.append(.linkedFolder(child))
          } else if isYAML {
            diagnostics.append(.unreadable(child))
          }
        }
      }
      if files.count > mostFiles {
        diagnostics.append(.tooManyFiles(folder, limit: mostFiles))
        return []
      }
    }
    return files.sorted()
  }

  /// The files of attachments that stand in `folder` itself, in the order of their paths; hidden ones are
  /// passed over, and so is a folder that is not there.
  static func attachmentFiles(in folder: String, diagnostics: inout [Diagnostic]) -> [String] {
    guard YAMLFile.type(of: folder) != nil else { return [] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      diagnostics.append(.unreadable(folder))
      return []
    }
    return names.filter { isOfAttachments($0[...]) }.map { folder + "/" + $0 }.sorted()
  }

  /// Whether a file of that name in the folder of attachments is one, or a table of its decisions.
  package static func isOfAttachments(_ name: Substring) -> Bool {
    isYAMLInPlace(name) || DecisionTable.isName(name)
  }

  /// Whether a file of that name is a table that stands in its folder itself, and is not hidden.
  package static func isTableInPlace(_ name: Substring) -> Bool { DecisionTable.isName(name) }

  /// Whether a file of that name is one in YAML that stands in its folder itself, and is not hidden.
  package static func isYAMLInPlace(_ name: Substring) -> Bool {
    !name.hasPrefix(".") && !name.contains("/")
      && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
  }
}

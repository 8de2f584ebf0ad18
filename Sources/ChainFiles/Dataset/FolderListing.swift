import SourceDiagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of a data set, read whole.
struct FolderListing {
  static let manifest = "dataset.yaml"
  static let ontology = "ontology.yaml"

  private static let mostFiles = 5_000
  private static let deepestFolder = 8

  /// The YAML files below `folder`, in the order of their paths; hidden ones and links to folders
  /// are passed over. A pipe or a broken link that is called a YAML file is reported.
  static func yamlFiles(in folder: String, diagnostics: inout [Diagnostic]) -> [String] {
    var files: [String] = []
    var pending = [(path: folder, depth: 0)]
    while let (path, depth) = pending.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        diagnostics.append(.unreadable(path))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let child = path + "/" + name
        let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        switch type(of: child) {
        case .typeDirectory where depth < deepestFolder: pending.append((child, depth + 1))
        case .typeDirectory: diagnostics.append(.folderTooDeep(child, limit: deepestFolder))
        case .typeRegular where isYAML: files.append(child)
        default: if isYAML { diagnostics.append(.unreadable(child)) }
        }
      }
      if files.count > mostFiles {
        diagnostics.append(.tooManyFiles(folder, limit: mostFiles))
        return []
      }
    }
    return files.sorted()
  }

  /// The bytes of the regular file at `path`; `nil` and a report when it cannot be had.
  static func bytes(
    of path: String,
    limits: YAMLLimits,
    diagnostics: inout [Diagnostic]
  ) -> [UInt8]? {
    // Asking for the type first keeps a pipe or a device from being read for ever.
    guard type(of: path) == .typeRegular,
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    else {
      diagnostics.append(.unreadable(path))
      return nil
    }
    // The size of a link is its own, so the bytes are counted once more below.
    if let size = attributes[.size] as? UInt64, size > UInt64(limits.bytes) {
      diagnostics.append(.tooLarge(path, limit: limits.bytes))
      return nil
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      diagnostics.append(.unreadable(path))
      return nil
    }
    guard data.count <= limits.bytes else {
      diagnostics.append(.tooLarge(path, limit: limits.bytes))
      return nil
    }
    return [UInt8](data)
  }

  /// What stands at `path`. A link to a file is that file; any other link is nothing.
  static func type(of path: String) -> FileAttributeType? {
    var path = path
    // As many links as systems follow from one to the next.
    for hop in 0..<40 {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let type = attributes?[.type] as? FileAttributeType
      if type != .typeSymbolicLink { return hop == 0 || type == .typeRegular ? type : nil }
      // `attributesOfItem` speaks of the link itself.
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        return nil
      }
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      path = target.hasPrefix("/") ? target : (folder + [target[...]]).joined(separator: "/")
    }
    return nil
  }
}

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
  /// are passed over.
  static func yamlFiles(in folder: String, diagnostics: inout [Diagnostic]) -> [String] {
    var files: [String] = []
    var pending = [(path: folder, depth: 0)]
    while let (path, depth) = pending.popLast() {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for name in names where !name.hasPrefix(".") {
        let child = path + "/" + name
        switch type(of: child) {
        case .typeDirectory where depth < deepestFolder: pending.append((child, depth + 1))
        case .typeRegular where name.hasSuffix(".yaml") || name.hasSuffix(".yml"):
          files.append(child)
        default: break
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

  static func type(of path: String) -> FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let type = attributes?[.type] as? FileAttributeType
    guard type == .typeSymbolicLink else { return type }
    // A link to a file is that file; `attributesOfItem` speaks of the link itself.
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
      return nil
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let whole = target.hasPrefix("/") ? target : folder.joined(separator: "/") + "/" + target
    let linked = try? FileManager.default.attributesOfItem(atPath: whole)
    let linkedType = linked?[.type] as? FileAttributeType
    return linkedType == .typeRegular ? linkedType : nil
  }
}

package import Diagnostics
package import YAML

/// The files of a data set's folder: as they stand on disk, or as they are to stand there.
package struct FolderContents {
  let folder: String
  /// The bytes by path; `nil` for the disk.
  private let held: [String: [UInt8]]?

  /// What stands on disk.
  package init(folder: String) {
    self.folder = folder
    held = nil
  }

  /// Files by their names below `folder`, whether it exists or not.
  package init(folder: String, files: [String: [UInt8]]) {
    self.folder = folder
    held = Dictionary(uniqueKeysWithValues: files.map { (folder + "/" + $0.key, $0.value) })
  }

  /// Whether facts stand in tables.
  package var isBulk: Bool { held == nil && BulkFolder.isMeant(folder) }

  package func holds(_ path: String) -> Bool {
    held.map { $0[path] != nil } ?? (YAMLFile.type(of: path) != nil)
  }

  /// The YAML files that hold data or its manifest or ontology, in the order of their paths.
  package func yamlFiles(diagnostics: inout [Diagnostic]) -> [String] {
    guard let held else { return FolderListing.yamlFiles(in: folder, diagnostics: &diagnostics) }
    return held.keys.filter { FolderListing.isData($0.dropFirst(folder.count + 1)) }.sorted()
  }

  /// The files of what was decided of registers, and their tables, in the order of their paths.
  func attachmentFiles(diagnostics: inout [Diagnostic]) -> [String] {
    let start = folder + "/" + FolderListing.attachments
    guard let held else {
      return FolderListing.attachmentFiles(in: start, diagnostics: &diagnostics)
    }
    return held.keys.filter { path in
      path.hasPrefix(start + "/")
        && FolderListing.isOfAttachments(path.dropFirst(start.count + 1))
    }.sorted()
  }

  /// The bytes of a file; `nil` and a report when they cannot be had.
  package func bytes(
    of path: String,
    limits: YAMLLimits,
    diagnostics: inout [Diagnostic]
  ) -> [UInt8]? {
    guard let held else {
      guard !FolderLinks.lead(outOf: folder, path) else {
        diagnostics.append(.linkOutside(path))
        return nil
      }
      return YAMLFile.bytes(of: path, limits: limits, diagnostics: &diagnostics)
    }
    guard let bytes = held[path] else {
      diagnostics.append(.unreadable(path))
      return nil
    }
    guard bytes.count <= limits.bytes else {
      diagnostics.append(.tooLarge(path, limit: limits.bytes))
      return nil
    }
    return bytes
  }
}

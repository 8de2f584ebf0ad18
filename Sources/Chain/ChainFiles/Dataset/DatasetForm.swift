package import Diagnostics
import YAML

/// How the facts of a folder stand in its files.
package enum DatasetForm: Sendable {
  /// In YAML files.
  case yaml
  /// In two tables, `nodes.csv` and `edges.csv`.
  case tables

  /// The forms of which a folder holds files; both in one that cannot be read.
  package static func held(in folder: String) -> Set<DatasetForm> {
    var forms: Set<DatasetForm> = BulkFolder.isMeant(folder) ? [.tables] : []
    var diagnostics: [Diagnostic] = []
    let shared = [FolderListing.manifest, FolderListing.ontology].map { folder + "/" + $0 }
    let files = FolderListing.yamlFiles(in: folder, diagnostics: &diagnostics)
    // Tables have a manifest and a vocabulary of their own.
    if files.contains(where: { forms.isEmpty || !shared.contains($0) }) { forms.insert(.yaml) }
    return forms
  }
}

extension FolderContents {
  /// The bytes by name below the folder, of all files that are data and of the named queries.
  ///
  /// What cannot be read is missing, and reported.
  package func dataFiles(diagnostics: inout [Diagnostic]) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let queries = folder + "/" + FolderListing.queries
    let paths = yamlFiles(diagnostics: &diagnostics)
    let beside = attachmentFiles(diagnostics: &diagnostics) + (holds(queries) ? [queries] : [])
    for path in paths + beside {
      files[String(path.dropFirst(folder.count + 1))] =
        bytes(of: path, limits: YAMLLimits(), diagnostics: &diagnostics)
    }
    return files
  }
}

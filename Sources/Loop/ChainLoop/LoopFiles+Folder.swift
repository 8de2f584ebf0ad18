package import ChainFiles
package import Diagnostics
package import ProgressLoop
import YAML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension LoopFiles {
  /// The most bytes of one file.
  private static let mostBytes = 512 << 20

  /// The files of a loop of the data set at `path`: those of its folder, or those that travel with its snapshot.
  package init(at path: String, _ companions: [Companion], diagnostics: inout [Diagnostic]) {
    let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
    self =
      isFolder
      ? LoopFiles(folder: path, diagnostics: &diagnostics)
      : LoopFiles(companions: companions, of: path)
  }

  /// The files of a loop that stand in the folder of a data set; a link that leads out of it is a fault.
  package init(folder: String, diagnostics: inout [Diagnostic]) {
    let contents = FolderContents(folder: folder)
    var limits = YAMLLimits()
    limits.bytes = Self.mostBytes
    func files(_ part: String) -> [File] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + part)) ?? []
      for name in names.sorted()
      where !name.hasPrefix(".") && !FolderListing.isTableInPlace(name[...]) {
        diagnostics.append(.unreadLoopFile("\(folder)/\(part)/\(name)"))
      }
      return names.filter { FolderListing.isTableInPlace($0[...]) }.sorted().compactMap { name in
        let path = "\(folder)/\(part)/\(name)"
        return contents.bytes(of: path, limits: limits, diagnostics: &diagnostics)
          .map { File(path: path, bytes: $0) }
      }
    }
    let path = folder + "/" + FolderListing.reporting
    let rules =
      contents.holds(path)
      ? contents.bytes(of: path, limits: YAMLLimits(), diagnostics: &diagnostics) : nil
    self.init(
      plans: files(FolderListing.plans),
      journals: files(FolderListing.journal),
      rules: rules.map { File(path: path, bytes: $0) }
    )
  }

  /// The files of a loop that travel with a snapshot.
  ///
  /// - Parameter path: by which messages name the snapshot.
  package init(companions: [Companion], of path: String) {
    func files(_ part: String) -> [File] {
      companions.filter { $0.path.hasPrefix(part) }
        .map { File(path: "\(path):\($0.path)", bytes: $0.bytes) }
    }
    self.init(
      plans: files(FolderListing.plans + "/"),
      journals: files(FolderListing.journal + "/"),
      rules: files(FolderListing.reporting).first
    )
  }

  /// Whether there is neither plan nor journal.
  package var isEmpty: Bool { plans.isEmpty && journals.isEmpty }
}

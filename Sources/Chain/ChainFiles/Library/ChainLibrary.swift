import Diagnostics
import YAML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The reference chains that can be had: folders of files, of which the first that has a chain gives it.
package struct ChainLibrary {
  /// The chains of a data set of its own, below its folder.
  package static let own = "chains"
  /// Names the library's folder in the environment.
  package static let variable = "LIANTU_CHAINS"
  /// What chains cite, in a folder of them.
  static let sources = "sources.yaml"
  /// Older editions and what changed, in a folder of chains.
  static let history = "history"
  /// What became of segments from edition to edition, in a folder of chains.
  static let changes = "changes.yaml"
  /// What is waived of what the check of chains finds, in a folder of them.
  static let waivers = "waivers.yaml"

  /// In the order in which they are asked.
  package let folders: [String]
  private let limits = YAMLLimits()

  package init(folders: [String]) { self.folders = folders }

  /// What a data set in `folder` finds: its own chains, those of `LIANTU_CHAINS`, those in `Data/chains`
  /// of a folder around it, and those of the program: installed beside it, or of the repository in which
  /// it was built.
  package init(
    of folder: String,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    var folders = [folder + "/" + Self.own]
    if let named = environment[Self.variable], !named.isEmpty {
      folders.append(named)
    } else {
      folders += Self.around(folder) + Self.installed
    }
    self.init(folders: folders.filter { YAMLFile.type(of: $0) == .typeDirectory })
  }

  private static func around(_ folder: String) -> [String] {
    var folders: [String] = []
    var path = URL(filePath: folder).standardizedFileURL.path
    while true {
      folders.append((path == "/" ? "" : path) + "/Data/" + own)
      guard let slash = path.lastIndex(of: "/"), path.count > 1 else { return folders }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }

  private static var installed: [String] {
    guard
      let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      let bin = program.lastIndex(of: "/"), let root = program[..<bin].lastIndex(of: "/")
    else { return [] }
    return [String(program[..<root]) + "/share/liantu/chains"] + around(String(program[..<bin]))
  }

  // MARK: Files

  /// A file of the library that was read, with what is wrong with it as YAML.
  struct File {
    let root: EntryNode?
    let source: SourceText?
    let diagnostics: [Diagnostic]
  }

  func file(_ path: String) -> File? {
    guard YAMLFile.type(of: path) == .typeRegular else { return nil }
    // A chain beside a city's data is data: what it links to must be there too.
    if let folder = folders.first(where: { path.hasPrefix($0 + "/") }),
      FolderLinks.lead(outOf: folder, path)
    {
      return File(root: nil, source: nil, diagnostics: [.linkOutside(path)])
    }
    let reading = YAMLFile.read(path, limits: limits)
    return File(root: reading.root, source: reading.source, diagnostics: reading.diagnostics)
  }

  /// The files that may hold chains of the present edition, folder by folder.
  func paths() -> [String] {
    folders.flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.sorted()
        .filter { $0.hasSuffix(".yaml") && !Self.special.contains($0) && !$0.hasPrefix(".") }
        .map { folder + "/" + $0 }
    }
  }

  private static let special: Set<String> = [
    sources, FolderListing.manifest, FolderListing.ontology, FolderListing.queries, "theme.yaml",
    waivers, changes,
  ]

  /// Where an older edition of a chain would stand, folder by folder.
  func pastPaths(of chain: String, edition: String) -> [String] {
    folders.map { "\($0)/\(Self.history)/\(chain)@\(edition).yaml" }
  }

  /// The names of the chains that there are, for who named another.
  func names() -> [String] {
    paths().map { path in
      String(path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...].dropLast(5))
    }
  }
}

import ChainModel
import Diagnostics
import YAML

/// The chains that a data set uses, as they are now: what its lock would hold.
package struct LockedChains {
  /// A chain that is used.
  package struct Chain {
    package let id: String
    package let name: String
    /// The edition that the data set pins, and the present one of the library.
    package let edition: String
    package let present: String
    /// The editions of which the library tells what became.
    package let past: [String]
    /// Whether the data set says which edition its statements are of.
    package let saysAfter: Bool
  }

  package let chains: [Chain]
  package let lock: ChainLock

  /// What the data set in `folder` uses; `nil` where what it uses cannot be read.
  package init?(_ folder: String) {
    var diagnostics: [Diagnostic] = []
    let contents = FolderContents(folder: folder)
    let paths = contents.yamlFiles(diagnostics: &diagnostics)
    let roots = paths.compactMap { YAMLFile.read($0).root }
    guard roots.count == paths.count else { return nil }
    self.init(paths, roots, ChainLibrary(of: folder))
  }

  /// What files that are not written yet use, such as a draft's; `nil` where what they use cannot be read.
  package init?(files: [(name: String, text: String)], library: ChainLibrary) {
    let readings = files.map { YAMLFile.read(Array($0.text.utf8), path: $0.name) }
    let roots = readings.compactMap(\.root)
    guard roots.count == files.count else { return nil }
    self.init(files.map(\.name), roots, library)
  }

  private init?(_ paths: [String], _ roots: [EntryNode], _ library: ChainLibrary) {
    var used = UsedChains(library, .builtIn, among: roots)
    var silent: Set<String> = []
    for (file, (path, root)) in zip(paths, roots).enumerated() {
      var log = FaultLog(path: path)
      for item in root["uses"]?.items ?? [] {
        guard let use = ChainUse(item, file: file, log: &log) else { return nil }
        used.add(use, lock: nil, log: &log)
        if use.after == nil { silent.insert(use.chain.text) }
      }
      guard !log.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    }
    let pinned = used.pinned
    chains = pinned.map { chain in
      Chain(
        id: chain.id,
        name: chain.name,
        edition: chain.edition,
        present: used.presentEdition(of: chain.id) ?? chain.edition,
        past: used.following[chain.id]?.editions.steps.map(\.old.edition) ?? [],
        saysAfter: silent.isDisjoint(with: [chain.id, chain.name])
      )
    }
    lock = ChainLock(
      lines: Dictionary(
        (pinned + used.lenders).map {
          ($0.id, ChainLock.Line(edition: $0.edition, digest: $0.digest))
        },
        uniquingKeysWith: { first, _ in first }
      )
    )
  }
}

import ChainModel
import Diagnostics
import YAML

extension DatasetReader {
  /// Puts together the chains that the data set's files use, and makes them known to who reads the entries.
  ///
  /// - Returns: what uses add of their own, by the files that say so.
  mutating func borrow(
    for entries: inout EntryReader,
    _ roots: [(path: String, root: EntryNode)],
    _ ontology: Ontology
  ) -> [(path: String, root: EntryNode)] {
    guard roots.contains(where: { $0.root["uses"] != nil }) else { return [] }
    let lock = chainLock()
    var used = UsedChains(library ?? ChainLibrary(of: folder), ontology, among: roots.map(\.root))
    for (file, (path, root)) in roots.enumerated() {
      logging(path) { log in
        for item in root["uses"]?.items ?? [] {
          guard log.hasRoom else { return log.cut() }
          guard let use = ChainUse(item, file: file, log: &log) else { continue }
          used.add(use, lock: lock, log: &log)
        }
      }
    }
    if let lock {
      diagnostics += lock.faults(ofLenders: used.lenders, at: folder + "/" + ChainLock.name)
    }
    let borrowed = used.roots()
    sources.merge(used.sources) { own, _ in own }
    diagnostics += used.diagnostics
    entries.borrowed.gone = used.gone
    entries.borrowed.former = Set(used.formerNames.values.joined().map { SegmentMentions.key($0) })
    entries.borrowed.excepted = used.excepted
    entries.borrowed.merged = Set(used.merged.keys)
    logging(folder) { entries.borrow(borrowed, log: &$0) }
    return used.additions.map { (roots[$0.file].path, $0.root) }
  }

  /// What the lock beside the manifest says; `nil` without one.
  private mutating func chainLock() -> ChainLock? {
    let path = folder + "/" + ChainLock.name
    guard YAMLFile.type(of: path) != nil else { return nil }
    guard let bytes = YAMLFile.bytes(of: path, limits: YAMLLimits(), diagnostics: &diagnostics)
    else {
      return nil
    }
    let lock = ChainLock(bytes: bytes)
    if lock == nil { diagnostics.append(.badLock(path)) }
    return lock
  }
}

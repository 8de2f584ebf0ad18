import Columns
import ChainModel
import GraphKernel

/// Makes a data set of the sections of a snapshot.
struct SnapshotReader {
  typealias Fault = SnapshotSections.Fault

  private let sections: SnapshotSections
  let metadata: SnapshotMetadata

  init(_ file: SnapshotFile) throws(Fault) {
    sections = try SnapshotSections(file)
    guard sections.isIntact(.metadata) else { throw .damaged }
    let bytes: NumberColumn<UInt8> = try sections.column(.metadata)
    let metadata = bytes.withUnsafeBufferPointer { try? SnapshotMetadata($0) }
    guard let metadata else { throw .damaged }
    self.metadata = metadata
  }

  /// The data set; `stop` is called when a part turns out to be damaged once it is used.
  func dataset(stop: @escaping @Sendable () -> Never) throws(Fault) -> Dataset {
    let parts = try SnapshotParts(sections, metadata)
    func gate(_ isSound: @escaping @Sendable () -> Bool) -> Gate {
      Gate { if !isSound() { stop() } }
    }
    let relations = parts.relations
    var tables: [Semantics: Guarded<RelationTable>] = [:]
    for (semantics, table) in relations {
      tables[semantics] = Guarded(
        table,
        behind: gate { parts.isSound(table, semantics) }
      )
    }
    let graph = ChainGraph(
      ontology: metadata.ontology,
      nodeTable: Guarded(parts.nodes, behind: gate { parts.areNodesSound }),
      relationTables: tables,
      togetherBehind: gate { parts.areSequencesSound },
      origins: Guarded(parts.origins, behind: gate { parts.areOriginsSound }),
      names: Guarded(parts.names, behind: gate { parts.areNamesSound })
    )
    return Dataset(
      title: metadata.title,
      jurisdiction: metadata.jurisdiction,
      language: metadata.language,
      date: metadata.date,
      documents: metadata.documents,
      graph: graph,
      queries: metadata.queries,
      isStatedAlone: metadata.isStatedAlone
    )
  }

  /// Whether the whole file is what was written and fits together.
  func isSound() throws(Fault) -> Bool {
    let parts = try SnapshotParts(sections, metadata)
    return parts.areNodesSound && parts.areOriginsSound && parts.areNamesSound
      && parts.relations.allSatisfy { parts.isSound($0.value, $0.key) }
      && parts.areSequencesSound
  }
}

import Bilingual
import ChainModel
import GraphKernel
import SourceDiagnostics

/// Reads a data set's folder in two rounds: all nodes first, then what relates them, so that the
/// order of files and entries does not matter.
struct DatasetReader {
  private static let mostFaults = 500

  private let folder: String
  private let limits: YAMLLimits
  private var diagnostics: [Diagnostic] = []
  private var sources: [String: SourceText] = [:]

  init(folder: String, limits: YAMLLimits) {
    self.folder = folder
    self.limits = limits
  }

  mutating func read() -> Loaded {
    let manifestPath = folder + "/" + FolderListing.manifest
    guard FolderListing.type(of: manifestPath) != nil else {
      diagnostics.append(.missingFile(FolderListing.manifest, in: folder))
      return loaded(nil, [])
    }
    let paths = FolderListing.yamlFiles(in: folder, diagnostics: &diagnostics)
    let ontology = readOntology()
    let manifest = parse(manifestPath).flatMap { root in
      logging(manifestPath) { Manifest(root, log: &$0) }
    }

    var entries = EntryReader(ontology: ontology)
    let special = [FolderListing.manifest, FolderListing.ontology].map { folder + "/" + $0 }
    for path in paths where !special.contains(path) {
      guard let root = parse(path) else { continue }
      logging(path) { entries.readNodes(of: root, log: &$0) }
    }
    let documents = manifest.map { manifest in
      logging(manifestPath) { log in entries.resolveDocuments(manifest.documents, log: &log) }
    }
    diagnostics += entries.readRelations(mostFaults: Self.mostFaults)
    let places = entries.places
    let (graph, faults) = entries.finish()
    diagnostics += faults

    let isSound = !diagnostics.contains { $0.severity == .error }
    guard isSound, let manifest, let documents, let graph else { return loaded(nil, places) }
    let dataset = Dataset(
      title: manifest.title,
      jurisdiction: manifest.jurisdiction,
      language: manifest.language,
      date: manifest.date,
      documents: documents,
      graph: graph
    )
    return loaded(dataset, places)
  }

  private func loaded(_ dataset: Dataset?, _ places: [Diagnostic.Location]) -> Loaded {
    // A fault of a default would otherwise be told once for each entry that takes it.
    var seen: Set<Diagnostic> = []
    let once = diagnostics.filter { seen.insert($0).inserted }
    return Loaded(dataset: dataset, diagnostics: once, sources: sources, places: places)
  }

  private mutating func readOntology() -> Ontology {
    let path = folder + "/" + FolderListing.ontology
    guard FolderListing.type(of: path) != nil,
      let bytes = FolderListing.bytes(of: path, limits: limits, diagnostics: &diagnostics)
    else { return .builtIn }
    sources[path] = SourceText(path: path, bytes: bytes)
    let (ontology, faults) = OntologyReader.read(bytes, path: path, extending: .builtIn)
    diagnostics += faults
    return ontology
  }

  private mutating func parse(_ path: String) -> YAMLNode? {
    guard let bytes = FolderListing.bytes(of: path, limits: limits, diagnostics: &diagnostics)
    else { return nil }
    sources[path] = SourceText(path: path, bytes: bytes)
    do {
      return try YAMLReader.read(bytes, path: path, limits: limits)
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  private mutating func logging<Result>(
    _ path: String,
    _ body: (inout FaultLog) -> Result
  ) -> Result {
    var log = FaultLog(path: path)
    let result = body(&log)
    diagnostics += log.diagnostics
    return result
  }
}

extension Dataset {
  /// Reads the data set in `folder`.
  ///
  /// Every fault is reported, not the first alone. Nothing outside the folder is read, and
  /// nothing is written.
  public static func load(folder: String) -> Loaded {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var reader = DatasetReader(folder: path, limits: YAMLLimits())
    return reader.read()
  }
}

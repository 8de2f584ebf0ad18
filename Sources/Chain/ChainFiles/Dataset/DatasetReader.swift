import Bilingual
public import ChainModel
import Diagnostics
import FolderTransactions
import GraphKernel
package import YAML

/// Reads a data set's folder in two rounds: all nodes first, then what relates them, so that the
/// order of files and entries does not matter.
package struct DatasetReader {
  let folder: String
  private let contents: FolderContents
  private let limits: YAMLLimits
  let bulkPlan: BulkPlan
  /// Where chains are found; `nil` for where the folder has them.
  var library: ChainLibrary?
  var diagnostics: [Diagnostic] = []
  var sources: [String: SourceText] = [:]
  private let isTracing: Bool
  /// Where everything is written, of a data set without errors; see ``init(_:limits:bulkPlan:isTracing:)``.
  package private(set) var trace: EntryTrace?
  /// How many faults are still of use.
  private var room = FaultLog.mostFaults
  package private(set) var isCut = false

  init(folder: String, limits: YAMLLimits, bulkPlan: BulkPlan = BulkPlan()) {
    self.init(FolderContents(folder: folder), limits: limits, bulkPlan: bulkPlan)
  }

  package init(
    _ contents: FolderContents,
    limits: YAMLLimits = YAMLLimits(),
    bulkPlan: BulkPlan = BulkPlan(),
    isTracing: Bool = false
  ) {
    folder = contents.folder
    self.isTracing = isTracing
    self.contents = contents
    self.limits = limits
    self.bulkPlan = bulkPlan
  }

  package mutating func read() -> Loaded {
    if contents.isBulk { return readBulk() }
    let manifestPath = folder + "/" + FolderListing.manifest
    guard contents.holds(manifestPath) else {
      diagnostics.append(.missingFile(FolderListing.manifest, in: folder))
      return loaded(nil, [])
    }
    let paths = contents.yamlFiles(diagnostics: &diagnostics)
    let ontology = readOntology()
    let manifestRoot = parse(manifestPath, orElse: .emptyMapping)
    let special = [FolderListing.manifest, FolderListing.ontology].map { folder + "/" + $0 }
    var roots: [(path: String, root: EntryNode)] = []
    for path in paths where !special.contains(path) {
      guard !isCut, let root = parse(path) else { continue }
      roots.append((path, root))
    }
    // What is not of a city has no document that states it.
    let isLibrary = roots.contains { $0.root["chain"] != nil }
    let manifest = manifestRoot.flatMap { root in
      logging(manifestPath) { Manifest(root, needsDocuments: !isLibrary, log: &$0) }
    }

    var entries = EntryReader(ontology: ontology, isTracing: isTracing)
    let added = borrow(for: &entries, roots, ontology)
    for (path, root) in roots where !isCut {
      logging(path) { entries.readNodes(of: root, log: &$0) }
    }
    for (path, root) in added where !isCut {
      logging(path) { entries.readNodes(of: root, isFixed: true, log: &$0) }
    }
    logging(folder) { entries.readBorrowed(log: &$0) }
    let (places, aliasPlaces) = (entries.places, entries.aliasPlaces)
    let queries = readQueries()
    let attachments = readAttachments()
    guard !isCut else { return loaded(nil, places) }
    let documents = manifest.map { manifest in
      logging(manifestPath) { log in entries.resolveDocuments(manifest.documents, log: &log) }
    }
    logging(folder) { if $0.hasRoom { entries.readRelations(log: &$0) } }
    // Without its relations' half, the graph would show faults that the data does not have.
    guard !isCut else { return loaded(nil, places) }
    trace = entries.trace
    let graph = logging(folder) { entries.finish(log: &$0) }

    let isSound = !diagnostics.contains { $0.severity == .error }
    guard isSound, let manifest else { return loaded(nil, places) }
    let dataset = manifest.dataset(documents: documents, graph: graph, queries: queries)
    return loaded(dataset?.attaching(attachments), places, aliasPlaces)
  }

  private func loaded(
    _ dataset: Dataset?,
    _ places: [Diagnostic.Location],
    _ aliasPlaces: AliasPlaces = AliasPlaces()
  ) -> Loaded {
    Loaded(dataset: dataset, diagnostics: diagnostics, sources: sources, aliases: aliasPlaces) {
      places[$0.position]
    }
  }

  mutating func readOntology() -> Ontology {
    let path = folder + "/" + FolderListing.ontology
    guard contents.holds(path),
      let bytes = contents.bytes(of: path, limits: limits, diagnostics: &diagnostics)
    else { return .builtIn }
    sources[path] = SourceText(path: path, bytes: bytes)
    let (ontology, faults) = OntologyReader.read(bytes, path: path, extending: .builtIn)
    diagnostics += faults
    return ontology
  }

  mutating func readQueries() -> [NamedQuery] {
    let path = folder + "/" + FolderListing.queries
    guard contents.holds(path), let root = parse(path), let source = sources[path] else {
      return []
    }
    return logging(path) { QueryFileReader(source: source).queries(of: root, log: &$0) }
  }

  /// What was decided of registers, in the order of their files.
  mutating func readAttachments() -> [Attachment] {
    var attachments: [Attachment] = []
    let paths = contents.attachmentFiles(diagnostics: &diagnostics)
    for path in paths where !isCut && !DecisionTable.isName(path.fileName) {
      guard let attachment = readAttachment(path) else { continue }
      let same = attachments.first {
        $0.register == attachment.register && $0.isOutside == attachment.isOutside
      }
      if let other = same {
        diagnostics.append(.attachedTwice(other.register, at: path))
      }
      attachments.append(attachment)
    }
    let used = Set(attachments.compactMap(\.table))
    // Who moved the head of a table away would lose its decisions without a word.
    for path in paths where DecisionTable.isName(path.fileName) && !used.contains(path.fileName) {
      if diagnostics.allSatisfy({ $0.severity != .error }) { diagnostics.append(.strayTable(path)) }
    }
    return attachments
  }

  private mutating func readAttachment(_ path: String) -> Attachment? {
    guard let root = parse(path) else { return nil }
    var limits = YAMLLimits()
    limits.bytes = DecisionTable.mostBytes
    var found: [Diagnostic] = []
    var texts: [String: SourceText] = [:]
    let (contents, beside) = (contents, String(path.dropLast(path.fileName.count)))
    let attachment = logging(path) { log in
      AttachmentReader.attachment(of: root, log: &log, sources: &texts) { name in
        let path = beside + name
        return contents.bytes(of: path, limits: limits, diagnostics: &found).map { (path, $0) }
      }
    }
    diagnostics += found
    sources.merge(texts) { $1 }
    return attachment
  }

  /// The root of the file; what stands for a file that holds nothing is `empty`.
  mutating func parse(_ path: String, orElse empty: EntryNode? = nil) -> EntryNode? {
    guard let bytes = contents.bytes(of: path, limits: limits, diagnostics: &diagnostics)
    else { return nil }
    sources[path] = SourceText(path: path, bytes: bytes)
    do {
      return try YAMLReader.read(bytes, path: path, limits: limits) ?? empty
    } catch {
      logging(path) { $0.report(error.diagnostic) }
      return nil
    }
  }

  mutating func logging<Result>(
    _ path: String,
    _ body: (inout FaultLog) -> Result
  ) -> Result {
    var log = FaultLog(path: path, room: room)
    let result = body(&log)
    diagnostics += log.diagnostics
    room -= min(room, log.diagnostics.count)
    isCut = isCut || log.isCut
    return result
  }
}

extension Dataset {
  /// Reads the data set in `folder`.
  ///
  /// Every fault is reported, not the first alone, up to 500. Nothing outside the folder is read,
  /// a link that leads there is a fault, and nothing is written, but that a write of ours which was
  /// broken off is finished or cleared away first, with a warning.
  ///
  /// - Parameters:
  ///   - folder: where its files stand.
  ///   - progress: told how much is read, from 0 to 1, where that takes long: of a folder with
  ///     nodes.csv and edges.csv; by one thread at a time.
  public static func load(
    folder: String,
    progress: (@Sendable (Double) -> Void)? = nil
  ) -> Loaded {
    load(folder: folder, plan: BulkPlan(progress: progress))
  }

  /// Reads the data set that `files` would be, by their names below `folder`, which need not exist.
  package static func load(folder: String, files: [String: [UInt8]]) -> Loaded {
    var reader = DatasetReader(FolderContents(folder: folder, files: files))
    return reader.read()
  }

  static func load(folder: String, plan: BulkPlan) -> Loaded {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    // While nobody writes there; what an earlier write left half done is settled first, and told.
    let reading: (result: Loaded, recovery: FolderRecovery?)
    do throws(FolderFault) {
      reading = try FolderTransaction.reading(path) {
        var reader = DatasetReader(folder: path, limits: YAMLLimits(), bulkPlan: plan)
        return reader.read()
      }
    } catch {
      guard case .noFolder = error else { return .refused(error, at: path) }
      var reader = DatasetReader(folder: path, limits: YAMLLimits(), bulkPlan: plan)
      return reader.read()
    }
    guard let recovery = reading.recovery else { return reading.result }
    return reading.result.adding(.recovered(recovery, at: path))
  }
}

extension String {
  /// What stands behind the last slash.
  fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}

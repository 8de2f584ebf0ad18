import Bilingual
import ChainModel
import Diagnostics
import GraphKernel
import YAML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension DatasetReader {
  /// Reads the data set whose facts stand in two tables.
  mutating func readBulk() -> Loaded {
    let manifestPath = folder + "/" + FolderListing.manifest
    let special = [FolderListing.manifest, FolderListing.ontology].map { folder + "/" + $0 }
    for path in FolderListing.yamlFiles(in: folder, diagnostics: &diagnostics)
    where !special.contains(path) {
      let name = String(path.dropFirst(folder.count + 1))
      logging(path) {
        $0.report(.mixedForms(name, at: Diagnostic.Location(path: path, range: nil)))
      }
    }
    let ontology = readOntology()
    var manifest: Manifest?
    if YAMLFile.type(of: manifestPath) != nil, let root = parse(manifestPath, orElse: .emptyMapping)
    {
      manifest = logging(manifestPath) { Manifest(root, needsDocuments: false, log: &$0) }
    }
    let queries = readQueries()
    let attachments = readAttachments()
    let files = [BulkFolder.nodes, BulkFolder.edges].map { open($0) }
    guard let nodeFile = files[0], let edgeFile = files[1] else { return loaded(nil, nil) }

    var reader = BulkReader(plan: bulkPlan, ontology: ontology)
    reader.readNodes(nodeFile)
    let named = documents(manifest, manifestPath, reader)
    let graph = reader.readEdges(edgeFile, document: named.first)
    tell(reader.nodeFaults, andMore: reader.untoldOfNodes, nodeFile)
    tell(reader.edgeFaults, andMore: reader.untoldOfEdges, edgeFile)
    let isSound = !diagnostics.contains { $0.severity == .error }
    guard isSound, let graph else { return loaded(nil, reader) }
    let dataset = Dataset(
      title: manifest?.title ?? BilingualText(zh: title, en: title),
      jurisdiction: manifest?.jurisdiction ?? title,
      language: manifest?.language ?? .zh,
      date: manifest?.date ?? day(nodeFile.path),
      documents: manifest?.documents.isEmpty == false ? named : graph.nodes(of: .document),
      graph: graph,
      queries: queries,
      attachments: attachments
    )
    return loaded(dataset, reader)
  }

  private func loaded(_ dataset: Dataset?, _ reader: BulkReader?) -> Loaded {
    let folder = Diagnostic.Location(path: folder, range: nil)
    let rows = reader?.nodeIndex
    return Loaded(dataset: dataset, diagnostics: diagnostics, sources: sources) { node in
      rows?.place(of: node.position) ?? folder
    }
  }

  private mutating func open(_ name: String) -> BulkFile? {
    let path = folder + "/" + name
    guard YAMLFile.type(of: path) != nil else {
      let both = BilingualText(
        zh: "\(BulkFolder.nodes) 和 \(BulkFolder.edges) 要放在一起；没有关系时，后者只写表头",
        en: "\(BulkFolder.nodes) and \(BulkFolder.edges) go together; "
          + "without relations the latter has a header alone"
      )
      diagnostics.append(.missingFile(name, in: folder, help: both))
      return nil
    }
    guard !FolderLinks.lead(outOf: folder, path) else {
      diagnostics.append(.linkOutside(path))
      return nil
    }
    guard let file = BulkFile(path: path) else {
      diagnostics.append(.unreadable(path))
      return nil
    }
    let limit = name == BulkFolder.nodes ? BulkFolder.largestNodes : BulkFolder.largestEdges
    guard file.size < limit else {
      let place = Diagnostic.Location(path: path, range: nil)
      diagnostics.append(.tooMuchText(limit: limit, at: place))
      return nil
    }
    return file
  }

  /// The documents that the manifest names, in its order.
  private mutating func documents(
    _ manifest: Manifest?,
    _ path: String,
    _ reader: BulkReader
  ) -> [NodeIndex] {
    guard let manifest, reader.hasNodes else { return [] }
    return logging(path) { log in
      manifest.documents.compactMap { node in
        guard let text = FieldReader.text(node, log: &log) else { return nil }
        let found = reader.document(text)
        if found == nil {
          log.report(
            .unknownReference(
              text,
              kinds: .only([.document]),
              candidates: [],
              at: log.location(of: node)
            )
          )
        }
        return found
      }
    }
  }

  /// Tells faults of a file in its order, with the lines that they stand on.
  private mutating func tell(_ faults: [BulkFault], andMore untold: Int, _ file: BulkFile) {
    guard !faults.isEmpty else { return }
    var lines = BulkLines(file)
    var excerpts: [Int: String] = [:]
    let inOrder = faults.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    logging(file.path) { log in
      for (number, (_, fault)) in inOrder.enumerated() {
        guard log.hasRoom else { return log.cut(more: inOrder.count - number + untold) }
        let (location, text) = lines.find(fault.range)
        if let line = location.range?.start.line { excerpts[line] = text }
        log.report(fault.diagnostic(location))
      }
    }
    sources[file.path] = SourceText(path: file.path, excerpts: excerpts)
  }

  /// What the folder is called, which is the title where no manifest gives one.
  private var title: String {
    URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
  }

  /// The day on which a file was last changed, in Greenwich: where no manifest gives one.
  private func day(_ path: String) -> CalendarDate {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let changed = attributes?[.modificationDate] as? Date ?? Date()
    return CalendarDate(daysSince1970: Int((changed.timeIntervalSince1970 / 86_400).rounded(.down)))
  }
}

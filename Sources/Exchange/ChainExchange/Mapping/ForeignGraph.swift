public import ChainFiles
public import ChainModel
public import Diagnostics
import YAML

/// Graphs and tables that were made elsewhere, read and not yet understood.
///
/// ```swift
/// let file = ForeignGraph.File(path: "chain.graphml", bytes: bytes)
/// let imported = ForeignGraph([file], form: .graphml).imported(by: nil)
/// print(imported.dataset?.graph.nodes.count ?? 0, imported.diagnostics.count)
/// ```
public struct ForeignGraph: Sendable {
  /// A file, as it was given.
  public struct File: Sendable {
    /// The path by which messages name it.
    public let path: String
    /// What it holds.
    public let bytes: [UInt8]

    /// The file at `path` that holds `bytes`.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// What keeps the files from being read, and what of them cannot be taken.
  public var diagnostics: [Diagnostic] { diagnostics(keeping: []) }
  /// The files, for the lines that faults speak of.
  public var sources: [String: SourceText] {
    Dictionary(files.map { ($0.source.path, $0.source) }, uniquingKeysWith: { first, _ in first })
  }
  /// Whether `liantu export` wrote the files, so that they need no mapping.
  public var isOwnExport: Bool { !files.isEmpty && files.allSatisfy { $0.own?.head != nil } }

  private func diagnostics(keeping kept: Set<RowForm>) -> [Diagnostic] {
    files.flatMap { $0.diagnostics + $0.asides(keeping: kept) }
  }

  let files: [RecordSource]
  let form: Form
  let ontology: Ontology

  /// Reads files; faults are in ``diagnostics``.
  ///
  /// - Complexity: O(*n*) over the bytes.
  public init(_ files: [File], form: Form, ontology: Ontology = .builtIn) {
    self.ontology = ontology
    self.form = form
    self.files = files.flatMap { file in
      guard file.bytes.count <= Self.mostBytes else {
        let fault = Diagnostic.tooLarge(file.path, limit: Self.mostBytes)
        return [RecordSource(refused: fault, path: file.path)]
      }
      if let fault = FileNature(file.bytes)?.fault(for: form, path: file.path) {
        return [RecordSource(refused: fault, path: file.path)]
      }
      return form.reader.readAll(file.bytes, path: file.path).map { source in
        guard source.isSound, source.tables.allSatisfy({ $0.count == 0 }) else { return source }
        var source = source
        let place = Diagnostic.Location(path: source.source.path, range: nil)
        source.diagnostics.append(.noRecords(form, at: place))
        return source
      }
    }
  }

  /// What an import leaves out and counts, on request, where it would be a fault.
  ///
  /// ```swift
  /// let tolerance: ForeignGraph.Tolerance = [.parallelEdges, .unresolvedEnds]
  /// let counted = ForeignGraph([file], form: .graphml).imported(by: nil, tolerating: tolerance)
  /// print(counted.summary.merged)
  /// ```
  public struct Tolerance: OptionSet, Sendable {
    /// The bits of the members.
    public let rawValue: Int

    /// The members that the bits stand for.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Edges between the same two nodes that say the same are taken once.
    public static let parallelEdges = Tolerance(rawValue: 1)
    /// Relations are left out an end of which is missing, or means no node or several.
    public static let unresolvedEnds = Tolerance(rawValue: 2)
  }

  /// The most bytes of a file: places are numbers of 32 bits, and all is held in memory.
  public static let mostBytes = 512 << 20
}

/// What a mapping made of foreign files.
public struct ImportedGraph: Sendable {
  /// The data set; `nil` when there are errors.
  public let dataset: Dataset?
  /// Everything that is wrong or left out, in reading order.
  public let diagnostics: [Diagnostic]
  /// The files and the mapping, for the lines that diagnostics speak of.
  public let sources: [String: SourceText]
  /// What was taken, and what was left out.
  public let summary: ImportSummary
}

extension ForeignGraph {
  /// The data set that the files are by a mapping, or by what they say of themselves without one.
  ///
  /// Checked as every data set is: kinds, relations, values, keys, circles. Each fault names the line
  /// of the file that holds it, or that of the mapping.
  ///
  /// - Parameters:
  ///   - mapping: the mapping; `nil` for files that `liantu export` wrote.
  ///   - tolerance: what is left out with a count where it would be a fault.
  /// - Complexity: O(*n*) over the records and the entities and relations of the mapping.
  public func imported(by mapping: File?, tolerating tolerance: Tolerance = []) -> ImportedGraph {
    var sources = sources
    var log = FaultLog(path: files.first?.source.path ?? "")
    let isReadable = !diagnostics.contains { $0.severity == .error }
    var read: ImportMapping?
    if let mapping {
      let reading = YAMLFile.read(mapping.bytes, path: mapping.path)
      sources[mapping.path] = reading.source
      for diagnostic in reading.diagnostics { log.report(diagnostic) }
      if let root = reading.root {
        var reader = MappingFileReader(ontology: ontology, path: mapping.path)
        read = reader.read(root)
        for diagnostic in reader.log.diagnostics { log.report(diagnostic) }
      }
    } else {
      read = files.first?.own?.mapping(ontology)
    }
    for diagnostic in diagnostics(keeping: read?.keptRows ?? []) { log.report(diagnostic) }
    let isSound = isReadable && !log.diagnostics.contains { $0.severity == .error }
    guard let read, isSound else {
      return ImportedGraph(
        dataset: nil,
        diagnostics: log.diagnostics.inReadingOrder(),
        sources: sources,
        summary: ImportSummary()
      )
    }
    var run = MappingRun(read, ontology, files, log: log)
    run.tolerance = tolerance
    let dataset = run.run()
    return ImportedGraph(
      dataset: dataset,
      diagnostics: run.log.diagnostics.inReadingOrder(),
      sources: sources,
      summary: run.summary
    )
  }
}

extension MappingRun {
  /// Both rounds; `nil` and reports when they do not end in a sound data set.
  mutating func run() -> Dataset? {
    if !mapping.isLenient {
      checkColumns()
      checkOrigins()
    }
    guard !log.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    gather()
    if !mapping.isLenient { reportUnmappedColumns() }
    guard !log.isCut else { return nil }
    let dataset = finish()
    reportTexts()
    return dataset
  }
}

extension ForeignGraph {
  /// Every field of a mapping, and every column that files have of themselves, in no order: what a
  /// reference must explain.
  public static let mappingWords: [String] = Set(
    MappingFileReader.fields + MappingFileReader.queryFields + MappingFileReader.entityFields
      + MappingFileReader.relationFields + MappingFileReader.referenceFields
      + StructuralColumn.all
  ).sorted()
}

public import ChainModel
public import GraphKernel
public import SourceDiagnostics

/// What came of reading a data set.
public struct Loaded: Sendable {
  /// The data set; `nil` when it has errors.
  public let dataset: Dataset?
  /// Everything that is wrong, in reading order.
  public let diagnostics: [Diagnostic]
  /// The files, for showing the lines that diagnostics speak of.
  public let sources: [String: SourceText]
  /// What travels with a snapshot beside its data; nothing for a folder, where it can be looked up.
  public let companions: [Companion]
  private let places: NodePlaces

  /// What was read of a folder.
  init(
    dataset: Dataset?,
    diagnostics: [Diagnostic],
    sources: [String: SourceText],
    places: [Diagnostic.Location]
  ) {
    self.dataset = dataset
    self.diagnostics = diagnostics.inReadingOrder()
    self.sources = sources
    self.places = .listed(places)
    companions = []
  }

  /// A data set from a snapshot.
  init(dataset: Dataset, snapshot path: String, companions: [Companion]) {
    self.dataset = dataset
    self.companions = companions
    diagnostics = []
    sources = [:]
    places = .file(path)
  }

  /// Nothing but faults of the file as a whole.
  init(faults: [Diagnostic]) {
    self.init(dataset: nil, diagnostics: faults, sources: [:], places: [])
  }

  /// Where the data declares `node`: the stretch of its name; for a snapshot the file as a whole.
  public func place(of node: NodeIndex) -> Diagnostic.Location {
    switch places {
    case .listed(let places): places[node.position]
    case .file(let path): Diagnostic.Location(path: path, range: nil)
    }
  }
}

/// Where nodes are declared.
private enum NodePlaces: Sendable {
  /// Each in a place of its own.
  case listed([Diagnostic.Location])
  /// All in one file, which has no lines.
  case file(String)
}

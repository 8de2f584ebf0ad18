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
  /// Where each node is declared.
  private let places: [Diagnostic.Location]

  init(
    dataset: Dataset?,
    diagnostics: [Diagnostic],
    sources: [String: SourceText],
    places: [Diagnostic.Location]
  ) {
    self.dataset = dataset
    self.diagnostics = diagnostics.inReadingOrder()
    self.sources = sources
    self.places = places
  }

  /// Where the data declares `node`: the stretch of its name.
  public func place(of node: NodeIndex) -> Diagnostic.Location { places[node.position] }
}

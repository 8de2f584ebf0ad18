public import ChainModel
public import Diagnostics
public import GraphKernel

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
  /// Where each node is declared.
  private let placeOfNode: @Sendable (NodeIndex) -> Diagnostic.Location
  /// Where aliases stand that look like others.
  let aliasPlaces: AliasPlaces

  package init(
    dataset: Dataset?,
    diagnostics: [Diagnostic],
    sources: [String: SourceText] = [:],
    companions: [Companion] = [],
    aliases aliasPlaces: AliasPlaces = AliasPlaces(),
    places placeOfNode: @escaping @Sendable (NodeIndex) -> Diagnostic.Location
  ) {
    self.dataset = dataset
    self.diagnostics = diagnostics.inReadingOrder()
    self.sources = sources
    self.companions = companions
    self.aliasPlaces = aliasPlaces
    self.placeOfNode = placeOfNode
  }

  /// Where the data declares `node`: the stretch of its name, the beginning of its row, or the
  /// snapshot as a whole.
  public func place(of node: NodeIndex) -> Diagnostic.Location { placeOfNode(node) }

  /// Where the data writes a name or an alias of `node` that looks like another, as near as is known.
  package func place(of spelling: String, _ node: NodeIndex) -> Diagnostic.Location {
    aliasPlaces[spelling, node] ?? placeOfNode(node)
  }
}

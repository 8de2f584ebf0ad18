public import GraphKernel

/// What a fact rests on.
public enum Basis: String, Sendable, Hashable, CaseIterable {
  /// The document states it.
  case document
  /// General knowledge of the industry; no document states it.
  case industryKnowledge = "industry-knowledge"
}

/// Where a fact comes from: a place in a document, or general knowledge, for which something may be
/// cited too.
public struct Origin: Hashable, Sendable {
  /// What the fact rests on.
  public let basis: Basis
  /// The document or reference that is cited; `nil` without a citation.
  public let document: NodeIndex?
  /// The place in the document, such as `附件/二/(一)`; empty without a citation.
  public let place: String

  private init(basis: Basis, document: NodeIndex?, place: String) {
    self.basis = basis
    self.document = document
    self.place = place
  }

  /// A fact that `document` states at `place`.
  public static func cited(_ document: NodeIndex, place: String) -> Self {
    Origin(basis: .document, document: document, place: place)
  }

  /// A fact of general knowledge.
  public static let industryKnowledge =
    Origin(basis: .industryKnowledge, document: nil, place: "")

  /// A fact of general knowledge that can be looked up at `place` in `source`, such as a row of a
  /// classification.
  public static func known(from source: NodeIndex, place: String) -> Self {
    Origin(basis: .industryKnowledge, document: source, place: place)
  }

  /// A fact that is cited from a node of `kind`: a reference carries general knowledge.
  package static func citing(_ node: NodeIndex, of kind: NodeKind, place: String) -> Self {
    kind == .reference ? .known(from: node, place: place) : .cited(node, place: place)
  }

  /// The same basis and place in another document; general knowledge without a citation for `nil`.
  package func citing(_ document: NodeIndex?) -> Self {
    document.map { Origin(basis: basis, document: $0, place: place) } ?? .industryKnowledge
  }
}

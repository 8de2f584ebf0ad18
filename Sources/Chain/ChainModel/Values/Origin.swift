public import Bilingual
public import GraphKernel

/// What a fact rests on.
public enum Basis: String, Sendable, Hashable, CaseIterable {
  /// The document states it.
  case document
  /// A register of enterprises, of which somebody confirmed a row.
  case register
  /// General knowledge of the industry; no document states it.
  case industryKnowledge = "industry-knowledge"

  /// Whether somebody states it, in a document or by confirming a row of a register; general knowledge
  /// alone states nothing.
  public var isStated: Bool { self != .industryKnowledge }

  /// The word for people.
  public var label: BilingualText {
    switch self {
    case .document: BilingualText(zh: "文件", en: "document")
    case .register: BilingualText(zh: "名录", en: "register")
    case .industryKnowledge: BilingualText(zh: "行业常识", en: "industry knowledge")
    }
  }
}

/// Where a fact comes from, a place in a document, or general knowledge, for which something may be cited
/// too; and the days for which it is said.
public struct Origin: Hashable, Sendable {
  /// What the fact rests on.
  public let basis: Basis
  /// The document or reference that is cited; `nil` without a citation.
  public let document: NodeIndex?
  /// The place in the document, such as `附件/二/(一)`; empty without a citation.
  public let place: String
  /// The days on which a relation is said to hold; a node says its own in attributes.
  public let period: Origin.Period

  private init(
    basis: Basis,
    document: NodeIndex?,
    place: String,
    period: Origin.Period = .always
  ) {
    self.basis = basis
    self.document = document
    self.place = place
    self.period = period
  }

  /// A fact that `document` states at `place`.
  public static func cited(_ document: NodeIndex, place: String) -> Self {
    Origin(basis: .document, document: document, place: place)
  }

  /// A fact that somebody confirmed of a row of `register`, which is found at `place`.
  public static func confirmed(in register: NodeIndex, place: String) -> Self {
    Origin(basis: .register, document: register, place: place)
  }

  /// A fact of general knowledge.
  public static let industryKnowledge =
    Origin(basis: .industryKnowledge, document: nil, place: "")

  /// A fact of general knowledge that can be looked up at `place` in `source`, such as a row of a
  /// classification.
  public static func known(from source: NodeIndex, place: String) -> Self {
    Origin(basis: .industryKnowledge, document: source, place: place)
  }

  /// A fact that is cited from a node of `kind`: a reference carries general knowledge, a register
  /// what was confirmed of its rows.
  package static func citing(_ node: NodeIndex, of kind: NodeKind, place: String) -> Self {
    switch kind {
    case .reference: .known(from: node, place: place)
    case .register: .confirmed(in: node, place: place)
    default: .cited(node, place: place)
    }
  }

  /// The same basis and place in another document; general knowledge without a citation for `nil`.
  package func citing(_ document: NodeIndex?) -> Self {
    let moved = document.map { Origin(basis: basis, document: $0, place: place) }
    return (moved ?? .industryKnowledge).holding(period)
  }

  /// The same, said for those days.
  public func holding(_ period: Origin.Period) -> Self {
    Origin(basis: basis, document: document, place: place, period: period)
  }
}

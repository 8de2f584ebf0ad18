package import Columns
package import GraphKernel

/// The origins that facts have, each once: a fact holds a number of four bytes.
package struct OriginTable: Sendable {
  /// The number of what is general knowledge, which every table holds.
  package static let industryKnowledge: UInt32 = 0

  /// The document of each origin; `noDocument` for general knowledge.
  package let documents: NumberColumn<UInt32>
  /// The place of each.
  package let places: TextColumn

  static let noDocument = UInt32.max

  /// A table given as columns, equally long.
  package init(documents: NumberColumn<UInt32>, places: TextColumn) {
    precondition(documents.count == places.count, "an origin is a document and a place")
    self.documents = documents
    self.places = places
  }

  package var count: Int { documents.count }

  package subscript(number: UInt32) -> Origin {
    let document = documents[Int(number)]
    if document == Self.noDocument { return .industryKnowledge }
    return .cited(NodeIndex(offset: document), place: places[Int(number)])
  }

  /// What the origin `number` rests on.
  package func basis(_ number: UInt32) -> Basis {
    documents[Int(number)] == Self.noDocument ? .industryKnowledge : .document
  }

  /// The document that the origin `number` cites; `nil` without one.
  package func document(_ number: UInt32) -> NodeIndex? {
    let document = documents[Int(number)]
    return document == Self.noDocument ? nil : NodeIndex(offset: document)
  }

  /// The same origins where documents have other numbers; one whose document is gone is general
  /// knowledge.
  func renumbering(_ renumbered: (NodeIndex) -> NodeIndex?) -> OriginTable {
    let moved = documents.map { document in
      document == Self.noDocument
        ? document : renumbered(NodeIndex(offset: document))?.offset ?? Self.noDocument
    }
    return OriginTable(documents: NumberColumn(moved), places: places)
  }

  /// Whether every document is one of `nodeCount` nodes, and the first origin general knowledge.
  package func areWithin(nodeCount: Int) -> Bool {
    documents.first == Self.noDocument
      && documents.allSatisfy { $0 == Self.noDocument || Int($0) < nodeCount }
  }

  package var byteCount: Int { documents.byteCount + places.byteCount }

  /// Gives numbers to origins.
  package struct Builder: Sendable {
    private var numbers: [Origin: UInt32] = [.industryKnowledge: OriginTable.industryKnowledge]
    private var origins: [Origin] = [.industryKnowledge]

    package init() {}

    /// The number of `origin`, a new one when it had none.
    package mutating func number(of origin: Origin) -> UInt32 {
      if let number = numbers[origin] { return number }
      let number = UInt32(origins.count)
      origins.append(origin)
      numbers[origin] = number
      return number
    }

    package func finish() -> OriginTable {
      OriginTable(
        documents: NumberColumn(origins.map { $0.document?.offset ?? OriginTable.noDocument }),
        places: TextColumn(origins.lazy.map(\.place))
      )
    }
  }
}

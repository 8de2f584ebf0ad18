package import Columns
package import GraphKernel

/// The origins that facts have, each once: a fact holds a number of four bytes.
package struct OriginTable: Sendable {
  /// The number of what is general knowledge, which every table holds.
  package static let industryKnowledge: UInt32 = 0

  /// The document of each origin; `noDocument` for general knowledge, and with one of the ``marks``
  /// for what no document states.
  package let documents: NumberColumn<UInt32>
  /// The place of each.
  package let places: TextColumn
  /// The days of each, packed: from in the upper half, until in the lower; nothing where all hold always.
  package let periods: NumberColumn<UInt64>

  package static let noDocument = UInt32.max
  /// Set in the document's number where a fact is general knowledge; no graph has as many nodes.
  private static let general: UInt32 = 1 << 31
  /// Set where somebody confirmed a row of a register.
  private static let confirmed: UInt32 = 1 << 30
  private static let marks = general | confirmed

  /// A table given as columns, equally long.
  package init(
    documents: NumberColumn<UInt32>,
    places: TextColumn,
    periods: NumberColumn<UInt64> = NumberColumn([])
  ) {
    precondition(
      documents.count == places.count && (periods.isEmpty || periods.count == documents.count),
      "an origin is a document, a place and its days"
    )
    self.documents = documents
    self.places = places
    self.periods = periods
  }

  package var count: Int { documents.count }

  package subscript(number: UInt32) -> Origin {
    let period = period(number)
    guard let document = document(number) else { return .industryKnowledge.holding(period) }
    let place = places[Int(number)]
    let origin: Origin =
      switch basis(number) {
      case .document: .cited(document, place: place)
      case .register: .confirmed(in: document, place: place)
      case .industryKnowledge: .known(from: document, place: place)
      }
    return origin.holding(period)
  }

  /// The days for which the origin `number` speaks.
  package func period(_ number: UInt32) -> Origin.Period {
    periods.isEmpty ? .always : Origin.Period(packed: periods[Int(number)]) ?? .always
  }

  /// Whether every period is one that was packed.
  package var arePeriodsSound: Bool {
    (periods.isEmpty || periods.count == count)
      && periods.allSatisfy { Origin.Period(packed: $0) != nil }
  }

  /// What the origin `number` rests on.
  package func basis(_ number: UInt32) -> Basis {
    let marks = documents[Int(number)] & Self.marks
    return marks == 0 ? .document : marks == Self.confirmed ? .register : .industryKnowledge
  }

  /// The document that the origin `number` cites; `nil` without one.
  package func document(_ number: UInt32) -> NodeIndex? { Self.document(documents[Int(number)]) }

  private static func document(_ number: UInt32) -> NodeIndex? {
    number == noDocument ? nil : NodeIndex(offset: number & ~marks)
  }

  /// How a table writes what an origin cites.
  static func number(of origin: Origin) -> UInt32 {
    origin.document.map { number(citing: $0, origin.basis) } ?? noDocument
  }

  /// How a table writes `document`, by what is cited from it.
  package static func number(citing document: NodeIndex, _ basis: Basis) -> UInt32 {
    switch basis {
    case .document: document.offset
    case .register: document.offset | confirmed
    case .industryKnowledge: document.offset | general
    }
  }

  /// The same origins where documents have other numbers; one whose document is gone is general
  /// knowledge.
  func renumbering(_ renumbered: (NodeIndex) -> NodeIndex?) -> OriginTable {
    let moved = documents.map { number in
      guard let moved = Self.document(number).flatMap(renumbered) else { return Self.noDocument }
      return moved.offset | number & Self.marks
    }
    return OriginTable(documents: NumberColumn(moved), places: places, periods: periods)
  }

  /// Whether every document is one of `nodeCount` nodes, and the first origin general knowledge.
  package func areWithin(nodeCount: Int) -> Bool {
    documents.first == Self.noDocument
      && documents.allSatisfy { number in
        Self.document(number).map { $0.position < nodeCount } ?? true
      }
  }

  package var byteCount: Int { documents.byteCount + places.byteCount + periods.byteCount }

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
      let areBounded = origins.contains { !$0.period.isAlways }
      return OriginTable(
        documents: NumberColumn(origins.map(OriginTable.number(of:))),
        places: TextColumn(origins.lazy.map(\.place)),
        periods: NumberColumn(areBounded ? origins.map(\.period.packed) : [])
      )
    }
  }
}

extension Origin.Period {
  /// Both ends in eight bytes, with zeros for an open one.
  package var packed: UInt64 {
    UInt64(from?.packed ?? 0) << 32 | UInt64(until?.packed ?? 0)
  }

  /// What ``packed`` made; `nil` for anything else.
  package init?(packed: UInt64) {
    func date(_ half: UInt32) -> CalendarDate?? {
      half == 0 ? .some(nil) : CalendarDate(packed: half).map { $0 }
    }
    guard let from = date(UInt32(packed >> 32)),
      let until = date(UInt32(truncatingIfNeeded: packed))
    else { return nil }
    self.init(from: from, until: until)
  }
}

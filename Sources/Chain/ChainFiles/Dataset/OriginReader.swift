import Bilingual
package import ChainModel
import Diagnostics
import GraphKernel

/// Reads what an entry or a relation says of its origin.
package struct OriginReader {
  /// What was read.
  enum Reading {
    /// No place is given, and the basis is none or the document.
    case unstated
    case stated(Origin)
    /// It cannot be understood, which is reported.
    case faulty

    /// The origin to go on with; a faulty one is told once and need not be missed again.
    var origin: Origin? {
      switch self {
      case .unstated: nil
      case .stated(let origin): origin
      case .faulty: .industryKnowledge
      }
    }
  }

  /// The document that a place alone is a place of; `nil` when the manifest names none, which is
  /// reported there.
  let defaultDocument: NodeIndex?

  /// The origin that the two fields state.
  func origin(
    source: EntryNode?,
    basis: EntryNode?,
    _ entries: EntryReader,
    log: inout FaultLog
  ) -> Reading {
    var stated = Basis.document
    if let basis {
      guard let text = FieldReader.text(basis, log: &log) else { return .faulty }
      guard let read = Self.basis(text) else {
        let words = Basis.allCases.map(\.rawValue)
        let meaning = BilingualText(zh: "依据", en: "basis")
        log.report(
          .unknownWord(text, meaning: meaning, words: words, at: log.location(of: basis))
        )
        return .faulty
      }
      stated = read
    }
    guard let source else {
      return stated == .industryKnowledge ? .stated(.industryKnowledge) : .unstated
    }
    guard let origin = citation(source, entries, &log) else { return .faulty }
    if let basis, origin.basis != stated {
      log.report(
        .basisAgainstSource(origin.basis, stated: stated, at: log.location(of: basis))
      )
      return .faulty
    }
    return .stated(origin)
  }

  /// What a source cites: a place in the first document, `{document: …, place: …}`, or rows of
  /// references, such as `gb4754/2821`, of which the first is the origin and the others stand beside it.
  private func citation(
    _ source: EntryNode,
    _ entries: EntryReader,
    _ log: inout FaultLog
  ) -> Origin? {
    if case .mapping = source.content { return named(source, entries, &log) }
    var places: [String] = []
    var first: Origin?
    for item in source.items {
      guard let text = FieldReader.text(item, log: &log) else { return nil }
      if let (reference, place) = Citation(text).parts,
        let node = entries.reference(called: reference)
      {
        if first == nil { first = .known(from: node, place: place) }
        places.append(places.isEmpty ? place : text)
        continue
      }
      guard source.items.count == 1 else {
        guard !places.isEmpty || text.contains("/") else {
          // No row of a reference: a list of places, which nobody can cite at once.
          let shape = BilingualText(zh: "一个值", en: "one value")
          log.report(.unexpectedShape(shape, at: log.location(of: source)))
          return nil
        }
        log.report(
          .unknownReference(
            text,
            kinds: .only([.reference]),
            candidates: [],
            at: log.location(of: item)
          )
        )
        return nil
      }
      guard let defaultDocument else { return nil }
      return .cited(defaultDocument, place: text)
    }
    return first.flatMap { $0.document }.map {
      .known(from: $0, place: Citation.joined(places))
    }
  }

  private func named(
    _ source: EntryNode,
    _ entries: EntryReader,
    _ log: inout FaultLog
  ) -> Origin? {
    guard let fields = FieldReader(source, log: &log) else { return nil }
    fields.allow(["document", "place"], of: BilingualText(zh: "出处", en: "a source"), log: &log)
    let name = fields.requiredText("document", log: &log)
    let place = fields.requiredText("place", log: &log)
    guard let name, let place else { return nil }
    let location = log.location(of: fields["document"] ?? source)
    return entries.resolve(name, among: .citable, at: location, log: &log)
      .map { entries.origin(citing: $0, place: place) }
  }

  package static func basis(_ text: String) -> Basis? {
    switch text {
    case "文件": .document
    case "名录": .register
    case "行业常识": .industryKnowledge
    default: Basis(rawValue: text)
    }
  }
}

extension EntryReader {
  /// The reference that a citation names, if it does.
  func reference(called name: String) -> NodeIndex? {
    let nodes = nodes(named: name, among: .only([.reference]))
    return nodes.count == 1 && builder.id(of: nodes[0]) == name ? nodes[0] : nil
  }

  func origin(citing node: NodeIndex, place: String) -> Origin {
    builder.origin(citing: node, place: place)
  }
}

/// One item of a relation's field.
package struct RelationItem {
  enum Reading {
    case reference(RelationItem)
    /// 等: the list is open.
    case openEnd
  }

  /// The words that leave a list open.
  package static let openEnds = ["等", "etc."]

  let name: String
  let range: SourceRange
  let source: EntryNode?
  let basis: EntryNode?
  /// Which sort of the relation, where the item says so.
  let kind: EntryNode?
  /// Whether this item came out of an open list, though the one that it stands in may be closed.
  let isOpen: Bool
  /// The days on which the item says that the relation holds.
  let period: Origin.Period

  var statesOrigin: Bool { source != nil || basis != nil }

  static func read(_ node: EntryNode, log: inout FaultLog) -> Reading? {
    guard case .mapping = node.content else {
      guard let name = FieldReader.text(node, log: &log) else { return nil }
      if openEnds.contains(name) { return .openEnd }
      return .reference(
        RelationItem(
          name: name,
          range: node.range,
          source: nil,
          basis: nil,
          kind: nil,
          isOpen: false,
          period: .always
        )
      )
    }
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(
      ["to", "source", "basis", "kind", "from", "until", "open"],
      of: BilingualText(zh: "关系", en: "a relation"),
      log: &log
    )
    let period = period(fields, &log)
    guard let name = fields.requiredText("to", log: &log), let to = fields["to"], let period else {
      return nil
    }
    return .reference(
      RelationItem(
        name: name,
        range: to.range,
        source: fields["source"],
        basis: fields["basis"],
        kind: fields["kind"],
        isOpen: fields["open"].map { isOpen($0, log: &log) } ?? false,
        period: period
      )
    )
  }

  /// The days of an item; `nil`, and a report, where one is none or the last comes before the first.
  private static func period(_ fields: FieldReader, _ log: inout FaultLog) -> Origin.Period? {
    var isSound = true
    func day(_ field: String) -> CalendarDate? {
      guard let node = fields[field] else { return nil }
      let text = FieldReader.text(node, log: &log)
      let day = text.flatMap { CalendarDate(parsing: $0) }
      if let text, day == nil { log.report(.badDate(text, at: log.location(of: node))) }
      isSound = isSound && day != nil
      return day
    }
    let (from, until) = (day("from"), day("until"))
    guard isSound else { return nil }
    guard let period = Origin.Period(from: from, until: until) else {
      let text = [from, until].compactMap { $0?.description }.joined(separator: "至")
      log.report(.emptyPeriod(text, at: log.location(of: fields["until"] ?? fields.node)))
      return nil
    }
    return period
  }

  private static func isOpen(_ node: EntryNode, log: inout FaultLog) -> Bool {
    guard let text = FieldReader.text(node, log: &log) else { return false }
    if text != "true", text != "false" { log.report(.badFlag(text, at: log.location(of: node))) }
    return text == "true"
  }
}

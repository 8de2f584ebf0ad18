import ChainFiles
import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// Writes what ``ListCell`` reads, with the marks of one language.
struct ListCellWriter {
  let graph: ChainGraph
  /// The document that a place alone is a place of.
  let document: NodeIndex?
  let language: Language
  private let bearers: SoleBearers

  init(graph: ChainGraph, document: NodeIndex?, language: Language) {
    self.graph = graph
    self.document = document
    self.language = language
    bearers = SoleBearers(graph)
  }

  private var separator: String { language == .zh ? "；" : "; " }

  /// The word for general knowledge.
  static func word(for basis: Basis, in language: Language) -> String {
    language == .zh ? basis.label.zh : basis.rawValue
  }

  /// Texts that are no references: other names, the parts of an attribute.
  func list(_ texts: [String]) -> String {
    texts.map { $0.asCellText() }.filter { !$0.isEmpty }
      .map { quoted($0, when: Self.isSplit($0)) }
      .joined(separator: separator)
  }

  /// The nodes at the far ends of relations, in their order.
  ///
  /// - Parameters:
  ///   - relations: those of one kind at whose `end` the row stands.
  ///   - origin: what a relation rests on when its item says nothing.
  func list(
    _ relations: [Relation],
    of definition: RelationDefinition,
    at end: RelationDefinition.End,
    origin: Origin
  ) -> String {
    let isOpen = !relations.isEmpty && relations.allSatisfy(\.isOpen)
    var items = relations.map { relation in
      var item = name(
        of: relation.node(at: end.opposite),
        among: definition.kinds(at: end.opposite)
      )
      let own = relation.origin.holding(.always)
      if own != origin { item += bracketed(text(of: own, isInside: true)) }
      if !relation.period.isAlways { item += bracketed(relation.period.label[language]) }
      if relation.isOpen, !isOpen { item += bracketed(openEnd) }
      return item
    }
    if isOpen { items.append(openEnd) }
    return items.joined(separator: separator)
  }

  /// References to documents, as the data set lists them.
  func list(documents: [NodeIndex]) -> String {
    list(documents.map { reference(to: $0, among: .only([.document])) })
  }

  /// The place that an origin cites, after its document where that is not the first; the word for
  /// general knowledge.
  ///
  /// - Parameter isInside: whether it stands in the brackets of an item.
  func text(of origin: Origin, isInside: Bool) -> String {
    guard let cited = origin.document else {
      return Self.word(for: .industryKnowledge, in: language)
    }
    let place = origin.place.asCellText()
    let isAlone = cited == document && !Citation(origin.place).isMeant(in: graph)
    let isWord =
      Self.hasColon(place) || OriginReader.basis(place) != nil || Self.isPeriod(place)
      || RelationItem.openEnds.contains(place)
    let written = quoted(
      place,
      when: (isAlone && isWord)
        || (isInside
          && (place.unicodeScalars.contains(where: Self.isBound) || ListCell.Note.isParted(place)))
    )
    guard !isAlone else { return written }
    let name = reference(to: cited, among: .citable)
    let isHard =
      Self.hasColon(name) || (isInside && name.unicodeScalars.contains(where: Self.isBound))
    return quoted(name, when: isHard) + (language == .zh ? "：" : ": ") + written
  }

  private var openEnd: String { language == .zh ? "等" : "etc." }

  private func bracketed(_ note: String) -> String {
    language == .zh ? "【\(note)】" : " [\(note)]"
  }

  /// The name by which an item refers to a node.
  private func name(of node: NodeIndex, among kinds: RelationDefinition.KindSelection) -> String {
    let name = reference(to: node, among: kinds)
    let isHard =
      Self.isSplit(name) || RelationItem.openEnds.contains(name)
      || name.unicodeScalars.contains { ListCell.brackets[$0] != nil }
    return quoted(name, when: isHard)
  }

  /// The name of a node, where no other node is meant by it, else its identity.
  private func reference(to node: NodeIndex, among kinds: RelationDefinition.KindSelection)
    -> String
  {
    let name = graph.name(of: node).asCellText()
    let only: [NodeKind]? =
      switch kinds {
      case .any: nil
      case .only(let kinds): kinds
      }
    return bearers.node(of: name, among: only) == node ? name : graph.id(of: node)
  }

  private func quoted(_ text: String, when isHard: Bool) -> String {
    guard isHard || text.unicodeScalars.first == "\"" else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(doubled)\""
  }

  private static func isSplit(_ text: String) -> Bool {
    text.unicodeScalars.contains { ListCell.separators.contains($0) }
  }

  private static func hasColon(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.contains("：")
      || zip(scalars, scalars.dropFirst()).contains { $0 == ":" && $1 == " " }
  }

  /// Whether a note would be read as days.
  private static func isPeriod(_ text: String) -> Bool {
    do throws(Origin.Period.Fault) { return try Origin.Period(parsing: text) != nil } catch {
      return true
    }
  }

  /// Whether a scalar may end a note.
  private static func isBound(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "】" || scalar == "]" || scalar == "\n"
  }
}

extension String {
  /// The text as it is read back from a cell: line ends made one, control characters but tabs and what
  /// XML forbids replaced, less space at its ends.
  func asCellText() -> String {
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x09, 0x0A: result.append(scalar)
      case 0x0D: if rest.first != "\n" { result.append("\n") }
      case 0..<0x20, 0x7F..<0xA0: result.append(" ")
      case 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result).trimmingSpace()
  }
}

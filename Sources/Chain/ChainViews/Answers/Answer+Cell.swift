public import Bilingual
public import ChainModel
import ChainQueries
package import GraphKernel

extension Answer {
  /// A node as an answer speaks of it.
  public struct NodeSummary: Sendable, Hashable {
    /// The identity.
    public let id: String
    /// The name of the kind, and its word for people.
    public let kind: String
    /// The kind's word for people.
    public let kindLabel: BilingualText
    /// The name.
    public let name: String

    /// `node` as an answer on `graph` speaks of it.
    package init(of node: NodeIndex, in graph: ChainGraph) {
      id = graph.id(of: node)
      kind = graph.kind(of: node).name
      kindLabel = graph.definition(of: node).label
      name = graph.name(of: node)
    }
  }
}

extension Answer {
  /// One value of an answer, with its form for machines and its form for people.
  public indirect enum Cell: Sendable, Hashable {
    /// Nothing: `null` in JSON, empty on paper.
    case none
    /// A text of the data.
    case text(String)
    /// A text of the program.
    case sentence(BilingualText)
    /// A word of the vocabulary: its key for machines, its label for people.
    case word(key: String, label: BilingualText)
    /// A whole number.
    case number(Int)
    /// A decimal number, exact: so many tenths, hundredths and so on, by how many places stand behind the
    /// point; a number for machines and in a spreadsheet.
    case decimal(Int, places: Int)
    /// A number with a unit: a text such as `6000 吨`, and in a spreadsheet a number that adds up.
    case quantity(Quantity)
    /// What the data cannot answer and a person must fill in: `null` for machines, 待填 for people.
    case unanswered
    /// True or false; people see a mark where it is true.
    case flag(Bool)
    /// A node: an object with `id`, `kind` and `name` for machines, the name for people.
    case node(Answer.NodeSummary)
    /// A node: its identity for machines, its name for people.
    case reference(Answer.NodeSummary)
    /// Several values.
    case list([Answer.Cell])
    /// A value for machines; people see `caption`.
    case captioned(Answer.Cell, caption: BilingualText)
    /// Values under names, for machines; people see `caption`.
    case record([Field], caption: BilingualText)

    /// A value under a name.
    public struct Field: Sendable, Hashable {
      /// The name.
      public let key: String
      /// The value.
      public let cell: Answer.Cell

      /// `cell` under the name `key`.
      public init(_ key: String, _ cell: Answer.Cell) {
        self.key = key
        self.cell = cell
      }
    }

    private static let toFill = BilingualText(zh: "待填", en: "to fill")

    /// A number that lacks its point, with so many places behind it.
    private static func digits(_ number: Int, places: Int) -> String {
      guard places > 0 else { return String(number) }
      let digits = String(number.magnitude)
      let missing = max(0, places + 1 - digits.count)
      let padded = String(repeating: "0", count: missing) + digits
      return (number < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// What people read.
    public func text(in language: Language) -> String {
      switch self {
      case .none: return ""
      case .text(let text): return text
      case .sentence(let text): return text[language]
      case .word(_, let label): return label[language]
      case .number(let number): return String(number)
      case .decimal(let number, let places): return Self.digits(number, places: places)
      case .quantity(let quantity): return quantity.description
      case .unanswered: return Self.toFill[language]
      case .flag(let flag): return flag ? "✓" : ""
      case .node(let node), .reference(let node): return node.name
      case .list(let cells):
        return cells.map { $0.text(in: language) }.filter { !$0.isEmpty }
          .joined(separator: language == .zh ? "、" : ", ")
      case .captioned(_, let caption), .record(_, let caption): return caption[language]
      }
    }
  }
}

extension ChainGraph {
  /// `node` as an answer speaks of it.
  func summary(of node: NodeIndex) -> Answer.NodeSummary {
    Answer.NodeSummary(of: node, in: self)
  }

  package func cell(_ node: NodeIndex) -> Answer.Cell { .node(summary(of: node)) }

  func cells(_ nodes: some Sequence<NodeIndex>) -> Answer.Cell { .list(nodes.map { cell($0) }) }

  /// The same, each with a mark for whoever stands there by general knowledge alone.
  func cells(_ nodes: [NodeIndex], on actors: SegmentActors) -> Answer.Cell {
    .list(
      nodes.map { node in
        .captioned(
          cell(node),
          caption: BilingualText(same: actors.mark(node) + name(of: node))
        )
      }
    )
  }

  package func reference(_ node: NodeIndex) -> Answer.Cell { .reference(summary(of: node)) }

  package func kindCell(_ node: NodeIndex) -> Answer.Cell {
    .word(key: kind(of: node).name, label: definition(of: node).label)
  }

  /// Identity, kind and name: the cells that every row about a node begins with.
  func headCells(_ node: NodeIndex) -> [Answer.Cell] {
    [.text(id(of: node)), kindCell(node), .text(name(of: node))]
  }

  package func roleCell(_ role: RelationKind) -> Answer.Cell {
    .word(key: role.name, label: roleLabel(role))
  }

  /// The word for who stands in a role: 牵头单位.
  package func roleLabel(_ role: RelationKind) -> BilingualText {
    ontology[role]?.inverse ?? BilingualText(same: role.name)
  }

  /// The citation; nothing for what is general knowledge. People read of the document only where it is not the
  /// data set's first.
  func sourceCell(_ origin: Origin) -> Answer.Cell {
    guard let document = origin.document else { return .none }
    var fields = [
      Answer.Cell.Field("document", .text(name(of: document))),
      Answer.Cell.Field("place", .text(origin.place)),
    ]
    let (from, until) = (origin.period.from, origin.period.until)
    if let from { fields.append(Answer.Cell.Field("from", .text(from.description))) }
    if let until { fields.append(Answer.Cell.Field("until", .text(until.description))) }
    // A row means nothing without its register, nor a place without the document that is not the first.
    let isNamed = origin.basis == .register || firstDocument.map { $0 != document } ?? false
    let place = isNamed ? "\(name(of: document)) \(origin.place)" : origin.place
    let days = origin.period.label
    return .record(
      fields,
      caption: origin.period.isAlways
        ? BilingualText(same: place)
        : BilingualText(zh: "\(place)，\(days.zh)", en: "\(place), \(days.en)")
    )
  }

  /// What a statement rests on, and whose place its party took.
  package func sourceCell(of relation: Relation) -> Answer.Cell {
    let cell = sourceCell(relation.origin)
    guard let handover = handover(relation) else { return cell }
    let predecessor = name(of: handover.predecessor)
    let maybe = handover.isCertain ? ("", "") : ("可能", "possibly ")
    let caption = BilingualText(
      zh: "\(cell.text(in: .zh))，\(maybe.0)承接自\(predecessor)",
      en: "\(cell.text(in: .en)), \(maybe.1)from \(predecessor)"
    )
    let own = [
      Answer.Cell.Field("succeeds", .text(id(of: handover.predecessor))),
      Answer.Cell.Field("possible", .flag(!handover.isCertain)),
    ].prefix(handover.isCertain ? 1 : 2)
    guard case .record(let fields, _) = cell else { return .record(Array(own), caption: caption) }
    return .record(fields + own, caption: caption)
  }

  func basisCell(_ origin: Origin) -> Answer.Cell {
    .word(key: origin.basis.rawValue, label: origin.basis.label)
  }
}

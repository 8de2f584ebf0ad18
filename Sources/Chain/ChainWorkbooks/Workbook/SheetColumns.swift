import ChainFiles
import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// The columns that the sheet of one kind can have, derived from the ontology.
///
/// A relation has its column at one end: who answers for something stands with what it is about,
/// everything else with what the relation starts from. Read are columns of both ends.
struct SheetColumns {
  struct Column {
    /// The field of an entry that the column is.
    let field: String
    let meaning: EntrySchema.Meaning
    let label: BilingualText
    /// Whether the column is written; others are read only.
    let isWritten: Bool

    /// Which columns a label means first.
    fileprivate var rank: Int {
      switch meaning {
      case .name, .id, .aliases, .source, .basis: 0
      case .attribute, .relation: isWritten ? 1 : 2
      }
    }
  }

  let kind: KindDefinition
  /// Those that are written first, in the order of the sheet.
  let columns: [Column]
  private var positions: [NameKey: Int] = [:]

  static let name = BilingualText(zh: "名称", en: "name")
  private static let mark = BilingualText(zh: "行标", en: "row mark")

  /// The position of the hidden column that says which row of the export a row was, behind all others.
  var markPosition: Int { columns.count }

  init(of kind: KindDefinition, in ontology: Ontology) {
    self.kind = kind
    func column(_ field: String, _ meaning: EntrySchema.Meaning, zh: String, en: String) -> Column {
      Column(
        field: field,
        meaning: meaning,
        label: BilingualText(zh: zh, en: en),
        isWritten: true
      )
    }
    let attributes = kind.attributes.map { attribute in
      Column(
        field: attribute.name.name,
        meaning: .attribute(attribute),
        label: attribute.label,
        isWritten: true
      )
    }
    let relations = ontology.relations.flatMap { relation in
      [RelationDefinition.End.source, .target].filter { relation.kinds(at: $0).contains(kind.kind) }
        .map { end in
          Column(
            field: relation.field(at: end),
            meaning: .relation(relation, end: end),
            label: relation.phrase(from: end),
            isWritten: end == relation.columnEnd
          )
        }
    }
    columns =
      [
        Column(field: "name", meaning: .name, label: Self.name, isWritten: true),
        column("aliases", .aliases, zh: "别名", en: "aliases"),
      ] + attributes + relations.filter(\.isWritten)
      + [
        column("source", .source, zh: "出处", en: "source"),
        column("basis", .basis, zh: "依据", en: "basis"),
        column("id", .id, zh: "编号", en: "id"),
      ] + relations.filter { !$0.isWritten }
    enterWords()
  }

  /// A heading leads to a column by its field, else by its label. A label of two columns leads to
  /// that which every kind has, else to that which is written, else to none.
  private mutating func enterWords() {
    for (position, column) in columns.enumerated() {
      let long = [column.label.zh, column.label.en].map { Self.long($0, column.field) }
      for word in [column.field] + long where positions[NameKey(word)] == nil {
        positions[NameKey(word)] = position
      }
    }
    for word in [Self.mark.zh, Self.mark.en] + Self.longMarks {
      if positions[NameKey(word)] == nil { positions[NameKey(word)] = markPosition }
    }
    for rank in 0...2 {
      var bearers: [NameKey: Set<Int>] = [:]
      for (position, column) in columns.enumerated() where column.rank == rank {
        for word in [column.label.zh, column.label.en] {
          bearers[NameKey(word), default: []].insert(position)
        }
      }
      for (word, bearers) in bearers where positions[word] == nil {
        if bearers.count == 1, let position = bearers.first { positions[word] = position }
      }
    }
  }

  private static func long(_ label: String, _ field: String) -> String { "\(label)（\(field)）" }

  private static let longMarks = [mark.zh, mark.en].map { long($0, "row-mark") }

  /// What stands over the column of marks.
  func markHeading(in language: Language) -> String {
    let words = [Self.mark[language], Self.long(Self.mark[language], "row-mark")]
    return words.first { position(headed: $0) == markPosition } ?? words[1]
  }

  /// The position of the column that a heading means.
  func position(headed text: String) -> Int? { positions[NameKey(text)] }

  /// What stands over a column: its label, and its field where the label alone would mislead.
  func heading(of position: Int, in language: Language) -> String {
    let column = columns[position]
    let label = column.label[language].asCellText()
    return self.position(headed: label) == position ? label : Self.long(label, column.field)
  }

  /// The columns of the sheet that holds the graph's nodes: those of all attributes, and of all
  /// relations that the ontology allows this kind by name; of the others those that a node has.
  func written(of graph: ChainGraph) -> [Int] {
    let nodes = graph.nodes(of: kind.kind)
    return columns.indices.filter { position in
      let column = columns[position]
      guard case .relation(let relation, let end) = column.meaning else { return true }
      guard column.isWritten else { return false }
      guard case .any = relation.kinds(at: end) else { return true }
      return nodes.contains { !graph.relations(of: $0, at: end, relation.kind).isEmpty }
    }
  }
}

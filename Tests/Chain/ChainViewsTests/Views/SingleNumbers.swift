import Bilingual
import ChainDrawing
import ChainModel
import ChainViews
import GraphKernel
import Testing

/// Finds completeness that is told as one number: silence is not absence, so that how much of a
/// chain is here is a range.
struct SingleNumbers {
  /// What the data itself says in per cent: growth that is aimed at, names.
  private let stated: String

  init(_ graph: ChainGraph) {
    var texts: [String] = []
    for node in graph.nodes {
      texts.append(graph.name(of: node))
      for attribute in graph.definition(of: node).attributes {
        guard let value = graph.attribute(attribute.name, of: node) else { continue }
        texts += [value.description(in: .zh), value.description(in: .en)]
      }
    }
    stated = texts.filter(Self.mayTell).joined(separator: "\n")
  }

  /// The parts of `text` that tell completeness as one number.
  func found(in text: String) -> [String] {
    guard Self.mayTell(text) else { return [] }
    // What is left once ranges are taken out: 3%–84%, 1/31–26/31.
    let rest = text.replacing(#/\d+%–\d+%/#, with: "").replacing(#/\d+/\d+–\d+/\d+/#, with: "")
    let shares = rest.matches(of: #/\d+(\.\d+)?\s*[%％]/#).map { String($0.output.0) }
    let words = rest.matches(of: #/(完整度|[Cc]ompleteness)\D{0,2}\d+(\.\d+)?/#)
      .map { String($0.output.0) }
    return shares.filter { !stated.contains($0) } + words
  }

  /// The columns of completeness and the like that hold no range.
  static func columns(of list: Answer) -> [String] {
    list.sections.flatMap { section -> [String] in
      guard case .table(let table) = section.content else { return [] }
      return table.columns.enumerated().flatMap { position, column -> [String] in
        if ["percent", "covered", "coverage"].contains(column.key) { return [column.key] }
        guard column.key == "completeness" else { return [] }
        return table.rows.compactMap { row in
          guard case .record(let fields, _) = row[position],
            Set(fields.map(\.key)).isSuperset(of: ["least", "most"])
          else { return column.key }
          return nil
        }
      }
    }
  }

  /// Per cent, or a word for completeness; most texts are neither, and need no closer look.
  private static func mayTell(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "%")) || text.contains("％") || text.contains("完整度")
      || text.contains("ompleteness")
  }

  /// All that a picture says.
  static func texts(of picture: Picture) -> [String] {
    [picture.title, picture.subtitle] + picture.footnotes + picture.legend.map(\.text)
      + picture.columns.flatMap { [$0.heading, $0.note] }
      + picture.cards.flatMap { card in
        [card.heading, card.tooltip, card.badge, card.tag].compactMap { $0 }
          + card.lines.map(\.text)
      } + picture.links.flatMap { [$0.label, $0.tooltip].compactMap { $0 } }
  }
}

extension ViewChecks {
  /// Neither picture nor list tells completeness as one number.
  func expectNoSingleNumber() {
    let texts =
      SingleNumbers.texts(of: picture)
      + [view.list.text(in: .csv, language: language)] + view.list.notes.map { $0[language] }
    let found = texts.flatMap { numbers.found(in: $0) } + SingleNumbers.columns(of: view.list)
    #expect(found == [], label)
  }
}

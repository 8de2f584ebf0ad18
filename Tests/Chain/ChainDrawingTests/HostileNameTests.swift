import ChainTestSupport
import Foundation
import Testing

@testable import ChainDrawing

/// Names that Graphviz could take for syntax, in pictures and in the DOT of pictures.
@Suite(.serialized) struct HostileNameTests {
  static let names = [
    "线材\\N型", "标准\\G级", "\\L \\E \\T \\H \\n \\l \\r", "a\\\" b", "end\\", "\\\\N", "\\\\\"", "\"",
    "x\\\"]; evil [label=\"y", "x\\\" -> \"y\\\"", "a b", "a\nb", "&#92;N", "<i>", "_n1", "%5C",
    "\\\u{301}N",
  ]

  private static func picture(_ names: [String]) -> Picture {
    Picture(
      name: "x\\\"; evil",
      title: "题\\G",
      columns: [Picture.Column(id: "a\\\"", heading: "列\\G\\n")],
      cards: names.map { Picture.Card(id: "id:" + $0, column: "a\\\"", heading: $0) },
      links: zip(names, names.dropFirst()).map {
        Picture.Link(from: "id:" + $0, to: "id:" + $1, label: "边\\T\\E", tooltip: "由\\T到\\H")
      }
    )
  }

  /// What an attribute means once its entities are resolved.
  private static func resolved(_ text: String) -> String {
    text.replacingOccurrences(of: "&#92;", with: "\\", options: .literal)
      .replacingOccurrences(of: "&amp;", with: "&", options: .literal)
  }

  /// Many enough that cards are plain, and that there are no columns.
  private static let crowds: [Int] = [0, PlainCard.count, 1_200]

  @Test(arguments: crowds)
  func `the DOT of a picture reads back with the ids of its cards and their links`(more: Int) throws
  {
    let names = Self.names + (0..<more).map { "更多 \($0)" }
    var picture = Self.picture(names)
    // What nothing tells apart would be folded into one.
    for index in picture.cards.indices { picture.cards[index].badge = "\(index)" }
    let dot = String(decoding: try picture.render(as: .dot), as: UTF8.self)
    let graph = try #require(ReadDOT(dot, attributes: ["id"]), "no DOT")
    let ids = Dictionary(
      graph.nodes.map { ($0.name, Self.resolved($0.attributes["id"] ?? "")) },
      uniquingKeysWith: { first, _ in first }
    )
    // Line breaks are drawn as spaces.
    let wanted = names.map { "id:" + $0.replacing("\n", with: " ") }
    #expect(ids.count == names.count && ids.values.sorted() == wanted.sorted())
    let links = graph.edges.map { [ids[$0.from] ?? "", ids[$0.to] ?? ""] }
    #expect(Set(links) == Set(zip(wanted, wanted.dropFirst()).map { [$0, $1] }))
    for node in graph.nodes where !node.name.hasPrefix("_n") {
      #expect(node.name == ids[node.name])
    }
  }

  @Test(arguments: [0, PlainCard.count])
  func `pictures show names as they are`(more: Int) throws {
    let names = Self.names + (0..<more).map { "更多 \($0)" }
    let document = SVGReader(try Self.picture(names).render(as: .svg))
    #expect(document.error == nil)
    let text = document.text.replacing("\u{A0}", with: " ")
    for name in Self.names { #expect(text.contains(name.replacing("\n", with: " ")), "\(name)") }
    for words in ["题\\G", "列\\G\\n", "边\\T\\E"] where more == 0 {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("id:线材id:") && !text.contains("cluster_0级"))
  }
}

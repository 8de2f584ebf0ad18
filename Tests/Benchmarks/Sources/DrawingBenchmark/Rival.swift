import Foundation
import Liantu

/// What `dot` makes of a picture.
struct Rival {
  let picture: Picture
  let layout: PictureLayout
  let folder: URL

  /// The processor time of `dot -Tsvg` on the golden form, HTML labels and all; with the ranks of our
  /// layout where `withRanks` says so.
  func time(withRanks: Bool, runs: Int) throws -> Double {
    var text = String(decoding: try picture.render(as: .dot), as: UTF8.self)
    if withRanks {
      let end = text.lastIndex(of: "}") ?? text.endIndex
      text = text[..<end] + ranks { "\"\($0)\"" } + "}\n"
    }
    let file = folder.appending(path: "time.dot")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try ProcessorTime.of(
      "dot",
      ["-Tsvg", file.path, "-o", folder.appending(path: "time.svg").path],
      runs: runs
    )
  }

  /// How often links cross in a layout of `dot` with our ranks and boxes of our cards' sizes.
  func crossings() throws -> Int {
    var names: [String: String] = [:]
    var text = "digraph g {\nrankdir=LR; nodesep=0.18; ranksep=0.83; newrank=true;\n"
    text += "node [shape=box, fixedsize=true, label=\"\"]; edge [arrowhead=none];\n"
    var rank: [String: Int] = [:]
    for (index, ids) in layout.ranks.enumerated() {
      for id in ids { rank[id] = index }
    }
    for (index, card) in picture.cards.enumerated() {
      names[card.id] = "n\(index)"
      guard let box = layout.cards[card.id] else { continue }
      text += "n\(index) [width=\(box.width / 72), height=\(box.height / 72)];\n"
    }
    text += ranks { names[$0] ?? "" }
    for link in picture.links {
      let isBackward = rank[link.from, default: 0] > rank[link.to, default: 0]
      let (from, to) = isBackward ? (link.to, link.from) : (link.from, link.to)
      text += "\(names[from] ?? "") -> \(names[to] ?? "");\n"
    }
    let file = folder.appending(path: "crossings.dot")
    let plain = folder.appending(path: "crossings.plain")
    try (text + "}\n").write(to: file, atomically: true, encoding: .utf8)
    _ = try ProcessorTime.of("dot", ["-Tplain", file.path, "-o", plain.path], runs: 1)
    let curves = try String(contentsOf: plain, encoding: .utf8).split(separator: "\n")
      .compactMap(Self.curve)
    return PictureLayout.crossings(of: curves)
  }

  /// `edge tail head n x1 y1 … xn yn …`
  private static func curve(_ line: Substring) -> PictureLayout.Curve? {
    let words = line.split(separator: " ")
    guard words.count > 4, words[0] == "edge", let count = Int(words[3]), count > 3,
      words.count >= 4 + 2 * count
    else { return nil }
    let numbers = words[4..<4 + 2 * count].compactMap { Double($0) }
    return PictureLayout.Curve(
      from: String(words[1]),
      to: String(words[2]),
      points: (0..<count).map {
        PictureLayout.Point(x: numbers[2 * $0] * 72, y: numbers[2 * $0 + 1] * 72)
      }
    )
  }

  /// Subgraphs that keep each rank together, and edges nobody sees that keep the ranks in order.
  private func ranks(name: (String) -> String) -> String {
    var text = ""
    for ids in layout.ranks {
      text += "{ rank=same; \(ids.map(name).joined(separator: "; ")) }\n"
    }
    for (rank, next) in zip(layout.ranks, layout.ranks.dropFirst()) {
      guard let from = rank.first, let to = next.first else { continue }
      text += "\(name(from)) -> \(name(to)) [style=invis, weight=0];\n"
    }
    return text
  }
}

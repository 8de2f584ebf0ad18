import Foundation
import Liantu

// Prints how fast pictures are laid out and drawn, and how often their lines cross, beside `dot`.
// The first argument is the folder of the package Liantu.

let root = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".")
let folder = FileManager.default.temporaryDirectory.appending(path: "liantu-\(UUID().uuidString)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }

func seconds(_ value: Double) -> String { String(format: "%.3f", value) }

print("# Drawing: ours beside `dot`\n")
print("Repeat with `make bench`, which needs the program `dot`. \(Machine.description)\n")
print(
  """
  ## Processor time in seconds, least of some runs

  `dot` lays out and draws the file that ours writes as DOT, the same labels and columns; the second
  time each of our ranks is given to it as `rank=same`. Its start is included, as is the measuring of
  texts in both. From 800 cards on the cards of a picture are plain, for both. The ratios are those
  of our SVG to either. The SVG of 10,000 cards is one of small boxes that springs place (`sfdp`), as a
  picture that large is drawn; its layout is the one in columns.

  """
)
print("| cards | links | our layout | our SVG | `dot -Tsvg` | the same with our ranks | ratios |")
print("|---|---|---|---|---|---|---|")
let warmUp = try Picture.layered(cards: 20, links: 30, columns: 4, seed: 1).render(as: .svg)
precondition(!warmUp.isEmpty)
for (cards, links, columns) in [
  (30, 45, 4), (100, 150, 5), (300, 450, 8), (1000, 1500, 12), (3000, 4500, 15),
  (10000, 20000, 20),
] {
  let picture = Picture.layered(cards: cards, links: links, columns: columns, seed: 7)
  let runs = cards < 1000 ? 7 : cards < 5000 ? 3 : 1
  var layout: PictureLayout?
  let placing = try ProcessorTime.ofOurs(runs: runs) { layout = try picture.layout() }
  let drawing = try ProcessorTime.ofOurs(runs: runs) { _ = try picture.render(as: .svg) }
  var cells = ["\(cards)", "\(links)", seconds(placing), seconds(drawing)]
  if let layout, cards < 5000 {
    let rival = Rival(picture: picture, layout: layout, folder: folder)
    let free = try rival.time(withRanks: false, runs: cards < 1000 ? 3 : 1)
    let ranked = try rival.time(withRanks: true, runs: cards < 1000 ? 3 : 1)
    cells += [seconds(free), seconds(ranked)]
    cells.append("\(seconds(drawing / free)), \(seconds(drawing / ranked))")
  } else {
    cells += ["", "", ""]
  }
  print("| \(cells.joined(separator: " | ")) |")
}

print("\n## Crossings of links that share no card; the same ranks\n")
print("| picture | ours | `dot` |")
print("|---|---|---|")
var totals = (ours: 0, dot: 0)
@MainActor func compare(_ name: String, _ picture: Picture) throws {
  let layout = try picture.layout()
  let rival = try Rival(picture: picture, layout: layout, folder: folder).crossings()
  print("| \(name) | \(layout.crossings) | \(rival) |")
  totals.ours += layout.crossings
  totals.dot += rival
}
@MainActor func total() {
  print("| **total** | **\(totals.ours)** | **\(totals.dot)** |")
  totals = (0, 0)
}
for (name, picture) in try Gallery.pictures(of: root) { try compare(name, picture) }
total()
for (cards, links, columns) in [(30, 45, 4), (60, 90, 6), (100, 150, 5), (300, 450, 8)] {
  for seed in 1...3 {
    let picture = Picture.layered(cards: cards, links: links, columns: columns, seed: UInt64(seed))
    try compare("layered \(cards)/\(links), seed \(seed)", picture)
  }
}
total()

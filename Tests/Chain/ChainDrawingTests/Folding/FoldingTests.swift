import TestSupport
import Testing

@testable import ChainDrawing

@Suite struct FoldingTests {
  /// Small enough to be looked into.
  private let small = FoldingPolicy(
    cardsWithLines: 10,
    cardsApart: 20,
    cardsInColumns: 40,
    linksPerCard: 3
  )

  @Test func `up to 300 cards, a picture is as it is`() {
    let picture = large(cards: 300, links: 1500, seed: 1)
    #expect(picture.folded().picture == picture)
    #expect(!picture.folded().isPlain)
  }

  @Test func `beyond 300 cards, lines become counts`() {
    let picture = large(cards: 301, links: 100, seed: 2)
    let folding = picture.folded()
    #expect(folding.picture.cards.map(\.id) == picture.cards.map(\.id))
    #expect(folding.picture.links == picture.links)
    #expect(folding.picture.cards.allSatisfy { $0.lines.count <= 1 })
    let folded = picture.cards.filter { $0.lines.count > 1 }
    let lines = folded.reduce(0) { $0 + $1.lines.count }
    #expect(
      folding.picture.footnotes.last == "已合并：\(folded.count) 张卡片的 \(lines) 行文字按符号计数"
    )
  }

  @Test func `counts go by sign, remarks too`() throws {
    var picture = large(cards: 301, links: 0, seed: 3)
    picture.cards[0].lines = [
      Picture.Line(text: "a", role: .emphasis), Picture.Line(text: "b"), Picture.Line(text: "c"),
      Picture.Line(text: "d", role: .project, status: .building),
      Picture.Line(text: "e", role: .project, status: .planned),
      Picture.Line(text: "f", role: .project, status: .operating),
      Picture.Line(text: "等 3 家", role: .muted),
    ]
    let card = try #require(picture.folded().picture.cards.first)
    #expect(card.lines == [Picture.Line(text: "★1 ・2 ●1 ▲1 △1 …1", role: .muted)])
  }

  @Test(arguments: 0..<60)
  func `each card and each link is there exactly once, and the footnote counts them`(
    _ seed: UInt64
  ) throws {
    let picture = twins(seed: seed)
    let folding = picture.folded(by: small)
    let folded = folding.picture
    // Cards.
    let members = folded.cards.flatMap { folding.members[$0.id] ?? [] }
    #expect(members.sorted() == picture.cards.map(\.id).sorted(), "seed \(seed)")
    let cards = Dictionary(uniqueKeysWithValues: picture.cards.map { ($0.id, $0) })
    for card in folded.cards {
      let group = (folding.members[card.id] ?? []).compactMap { cards[$0] }
      #expect(group.allSatisfy { $0.column == card.column && $0.style == card.style })
      #expect(group.first?.id == card.id)
      guard group.count > 2 else { continue }
      #expect(card.heading.hasSuffix("等 \(group.count) 个"))
    }
    // Links: unfolded again, they are those of the picture.
    var unfolded: Set<[String]> = []
    for link in folded.links {
      for from in folding.members[link.from] ?? [] {
        for to in folding.members[link.to] ?? [] {
          guard link.from != link.to || from == to else { continue }
          unfolded.insert([from, to, link.style.rawValue])
        }
      }
    }
    #expect(unfolded == Set(picture.links.map { [$0.from, $0.to, $0.style.rawValue] }), "\(seed)")
    // Counts.
    let groups = folding.members.values.filter { $0.count > 1 }
    #expect(folding.merged == (groups.reduce(0) { $0 + $1.count }, groups.count))
    #expect(
      folding.joined.links - folding.joined.into == picture.links.count - folded.links.count
    )
    let footnote = folded.footnotes.last ?? ""
    if folding.merged.cards > 0 {
      #expect(footnote.contains("\(folding.merged.cards) 张卡片并为 \(folding.merged.into) 张"))
    }
    #expect(
      footnote.contains("按符号计数") == (folding.counted.lines > 0)
        && footnote.contains("颜色表示所在的列") == folding.isPlain
    )
  }

  @Test func `some of these pictures have twins, and some do not`() {
    let merged = (0..<60).map { twins(seed: $0).folded(by: small).merged.into }
    #expect(merged.contains { $0 > 0 })
    #expect(merged.contains(0))
  }

  @Test func `when folding is not enough, the words of links go, and are counted`() {
    var picture = large(cards: 1_100, links: 2_000, seed: 5)
    for index in picture.links.indices.prefix(30) { picture.links[index].label = "标注" }
    let folding = picture.folded()
    #expect(folding.picture.cards.count > 1_000)
    #expect(folding.picture.links.allSatisfy { $0.label == nil && $0.tooltip.isEmpty })
    #expect(folding.unlabelled == 30)
    #expect(folding.picture.footnotes.last?.contains("略去 30 条连线的标注") == true)
    #expect(!folding.isPlain)
  }

  @Test func `crowds and links without end are drawn as small boxes`() throws {
    for picture in [
      large(cards: 3_300, links: 6_600, seed: 6), large(cards: 1_100, links: 4_000, seed: 7),
    ] {
      let folding = picture.folded()
      #expect(folding.isPlain)
      let svg = String(decoding: try picture.render(as: .svg), as: UTF8.self)
      #expect(svg.matches(of: /class="node"/).count == folding.picture.cards.count)
      #expect(svg.matches(of: /class="edge"/).count == folding.picture.links.count)
      #expect(svg.contains("颜色表示所在的列"))
      // A colour for each column, in the key and on the boxes.
      for (column, tint) in zip(picture.columns, Theme.standard.tints) {
        #expect(svg.contains("fill=\"\(tint.hex.lowercased())\""))
        #expect(svg.contains(">\(column.heading)　</text>"))
      }
    }
  }

  @Test func `small boxes come out the same every time, on paper too`() throws {
    let picture = large(cards: 1_100, links: 4_000, seed: 7)
    let page = Paper.Page(.a3)
    #expect(try picture.render(as: .svg, page: page) == picture.render(as: .svg, page: page))
    for format in PictureFormat.allCases { #expect(try !picture.render(as: format).isEmpty) }
  }

  @Test func `no name of a small box becomes syntax`() throws {
    for text in EscapingTests.attacks {
      var picture = large(cards: 30, links: 200, seed: 8)
      for index in picture.cards.indices {
        picture.cards[index].heading = text
        picture.cards[index].tooltip = text
        picture.cards[index].link = text
      }
      picture.columns[0].heading = text
      let drawable = try DrawablePicture(picture, theme: .standard, policy: small)
      #expect(drawable.blueprint.engine == "sfdp")
      let document = SVGReader(try drawable.rendered(as: "svg", on: nil))
      #expect(document.error == nil, "\(document.error ?? "")")
      #expect(!document.elements.contains("script"))
      #expect(document.addresses.allSatisfy { !$0.hasPrefix("javascript:") })
    }
  }

  @Test func `what contradicts itself is found before anything is folded`() {
    var picture = large(cards: 1_200, links: 10, seed: 9)
    picture.links.append(Picture.Link(from: "card:0", to: "nowhere"))
    #expect(throws: RenderError.self) { try picture.render(as: .dot) }
  }

  @Test func `a picture in English folds in English`() {
    var picture = twins(seed: 1)
    picture.language = "en"
    let folded = picture.folded(by: small).picture
    #expect(folded.footnotes.last?.hasPrefix("folded: ") == true)
    #expect(folded.footnotes.last?.contains(/\p{Han}/) == false)
  }

  /// A picture of a few segments with many enterprises each, some of which have the same neighbours.
  private func twins(seed: UInt64) -> Picture {
    var random = SplitMix64(seed: seed)
    let hubs = 4 + random.number(below: 6)
    var picture = large(cards: hubs, links: hubs, seed: seed)
    for index in 0..<(12 + random.number(below: 60)) {
      let id = "enterprise:\(index)"
      picture.cards.append(
        Picture.Card(
          id: id,
          column: random.oneIn(2) ? "a" : "b",
          heading: "企业\(index)",
          style: .enterprise,
          lines: random.oneIn(3)
            ? [Picture.Line(text: "产品"), Picture.Line(text: "等", role: .muted)] : []
        )
      )
      for _ in 0..<(seed.isMultiple(of: 5) ? 6 : 1 + random.number(below: 2)) {
        let hub = picture.cards[random.number(below: hubs)].id
        picture.links.append(
          Picture.Link(from: id, to: hub, style: random.oneIn(2) ? .flow : .action)
        )
      }
    }
    return picture
  }
}

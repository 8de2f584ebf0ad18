import Testing

@testable import ChainDrawing

/// Pictures that are larger than anything a person can read.
@Suite(.serialized) struct LegibilityTests {
  /// A chain of 2,000 segments in three columns.
  private static let crowd = large(cards: 2_000, links: 1_600, seed: 11)

  @Test func `what can be read is what A0 holds in type of five and a half points`() {
    let bound = LegibilityBound(type: 11)
    let (long, short) = ((1_189 - 20) * 72 / 25.4 * 2, (841 - 20) * 72 / 25.4 * 2)
    #expect(bound.holds(Extent(width: long - 1, height: short - 1)))
    #expect(bound.holds(Extent(width: short - 1, height: long - 1)))
    #expect(!bound.holds(Extent(width: long + 1, height: 10)))
    #expect(!bound.holds(Extent(width: short + 1, height: short + 1)))
    #expect(bound.mayHold(area: long * short) && !bound.mayHold(area: long * short + 1))
    // Small type is not blown up.
    #expect(!LegibilityBound(type: 2).holds(Extent(width: long / 2 + 1, height: 10)))
  }

  @Test(arguments: [60, 8, 1])
  func `bundles hold each card once, and only what looks alike`(most: Int) {
    let picture = Self.crowd
    let groups = Bundles(picture, most: most).groups
    #expect(groups.flatMap { $0 }.sorted() == Array(picture.cards.indices))
    #expect(groups.map { $0[0] } == groups.map { $0[0] }.sorted())
    for group in groups {
      let cards = group.map { picture.cards[$0] }
      #expect(Set(cards.map(\.column)).count == 1 && Set(cards.map(\.style)).count == 1)
      #expect(Set(cards.map(\.tag)).count == 1)
      let column = picture.cards.count { $0.column == cards[0].column }
      #expect(group.count <= (column + most - 1) / most)
    }
  }

  @Test(arguments: 0..<10)
  func `bundling counts every card and every link, and says so`(seed: UInt64) {
    let picture = large(cards: 400, links: 900, seed: seed)
    var policy = FoldingPolicy()
    policy.cardsPerColumn = 10
    let folding = picture.folded(by: policy)
    let folded = folding.picture
    #expect(folded.cards.count < 100)
    let members = folded.cards.flatMap { folding.members[$0.id] ?? [] }
    #expect(members.sorted() == picture.cards.map(\.id).sorted())
    var leader: [String: String] = [:]
    for card in folded.cards {
      for id in folding.members[card.id] ?? [] { leader[id] = card.id }
    }
    let inner = picture.links.count { $0.from != $0.to && leader[$0.from] == leader[$0.to] }
    #expect(folding.inner == inner && inner > 0)
    let ends = Set(folded.links.map { [$0.from, $0.to] })
    for link in picture.links {
      guard let from = leader[link.from], let to = leader[link.to] else {
        Issue.record("\(link) is lost")
        continue
      }
      #expect(ends.contains([from, to]) || from == to)
    }
    #expect(
      picture.links.count - folded.links.count - inner == folding.joined.links - folding.joined.into
    )
    let footnote = folded.footnotes.last ?? ""
    #expect(footnote == folding.footnote)
    #expect(footnote.contains("\(folding.merged.cards) 张卡片并为 \(folding.merged.into) 张"))
    #expect(footnote.contains("之间的 \(inner) 条连线未画"))
  }

  @Test func `a PNG of 2,000 cards is folded until a person can read it, and says so`() throws {
    let png = try Self.crowd.rendering(as: .png)
    let sides = [16, 20].map { place in
      png.bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(sides.allSatisfy { (1...16_384).contains($0) }, "\(sides)")
    #expect(png.folded?.contains("2000 张卡片并为") == true, "\(png.folded ?? "")")
    // Type of the picture's lines, in pixels: what a screen shows.
    #expect(Theme.standard.sizes.line * 2 * png.scale >= 11, "\(png.scale)")
    #expect(png.pageCount == 1)
  }

  @Test func `a PDF that nobody could read becomes pages where these are welcome`() throws {
    let wide = DrawingBoundTests.row(60)
    let whole = try wide.rendering(as: .pdf)
    #expect(whole.pageCount == 1)
    let paged = try wide.rendering(as: .pdf, isPaged: true)
    let text = String(decoding: paged.bytes, as: Unicode.ASCII.self)
    #expect(paged.pageCount > 2 && paged.scale == 1 && paged.folded == nil)
    #expect(text.matches(of: /\/MediaBox \[ 0 0 1190.55\d* 841.8/).count == paged.pageCount)
  }

  @Test func `what a person can read stays as it is`() throws {
    for format in [PictureFormat.png, .pdf, .svg] {
      let drawn = try swimwear.rendering(as: format, isPaged: true)
      #expect(drawn.folded == nil && drawn.scale == 1 && drawn.pageCount == 1)
    }
  }
}

import Testing

@testable import ChainDrawing

@Suite struct GeometryTests {
  @Test(arguments: [swimwear, responsibility])
  func `cards keep to their columns, apart, with their text inside`(_ picture: Picture) throws {
    try LayoutReport(picture).check(picture)
  }

  @Test(arguments: [swimwear, responsibility])
  func `a page has the shape of paper laid across or upright`(_ picture: Picture) throws {
    let layout = try picture.layout()
    #expect((0.7...2.2).contains(layout.width / layout.height))
  }

  @Test(arguments: [swimwear, responsibility])
  func `a page is as high as its fullest rank`(_ picture: Picture) throws {
    let layout = try picture.layout()
    let boxes = layout.cards.values
    let top = try #require(boxes.map(\.top).min())
    let bottom = try #require(boxes.map(\.bottom).max())
    let spacing = Theme.standard.spacing.betweenCards
    let heights = layout.ranks.map { rank in
      rank.reduce(0) { $0 + (layout.cards[$1]?.height ?? 0) + spacing }
    }
    #expect(try bottom - top <= #require(heights.max()) * 1.3)
  }

  @Test(arguments: [swimwear, responsibility])
  func `text prints at six points or more on A3`(_ picture: Picture) throws {
    let page = try LayoutReport(picture).page
    let scale = min(1140 / (page.right - page.left), 790 / (page.top - page.bottom))
    #expect(scale * Theme.standard.sizes.line >= 6, "\(scale)")
  }

  @Test func `what feeds a card in its own rank stands above it`() throws {
    let report = try LayoutReport(swimwear)
    var isSeen = false
    for edge in report.edges {
      guard let tail = report.cards[edge.tail], let head = report.cards[edge.head],
        abs((tail.left + tail.right) - (head.left + head.right)) < 1
      else { continue }
      isSeen = true
      #expect(tail.bottom > head.top, "\(edge.tail) is drawn backwards from below \(edge.head)")
    }
    #expect(isSeen)
  }

  @Test(arguments: 0..<60)
  func `any picture keeps the rules`(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let picture = Picture.random(using: &random)
    try LayoutReport(picture).check(picture, "seed \(seed)")
  }

  @Test(arguments: [1, 2, 7, 15])
  func `any number of columns stands side by side`(_ count: Int) throws {
    let cards = (0..<count * 3).map {
      Picture.Card(id: "\($0)", column: "\($0 % count)", heading: "环节\($0)")
    }
    let picture = Picture(
      name: "columns",
      title: "列",
      columns: (0..<count).map { Picture.Column(id: "\($0)", heading: "阶段\($0)") },
      cards: cards,
      links: cards.indices.map { Picture.Link(from: "\($0)", to: "\(($0 * 7 + 3) % cards.count)") }
    )
    try LayoutReport(picture).check(picture)
  }

  @Test func `a picture without links is as tight as a table`() throws {
    let picture = Picture(
      name: "list",
      title: "单",
      columns: [Picture.Column(id: "a", heading: "部门")],
      cards: (0..<60).map { Picture.Card(id: "\($0)", column: "a", heading: "部门\($0)") }
    )
    let layout = try picture.layout()
    try LayoutReport(picture).check(picture)
    #expect((1...2).contains(layout.width / layout.height))
    let tops = Set(layout.ranks.compactMap { $0.first.flatMap { layout.cards[$0]?.top } })
    #expect(layout.ranks.count > 1 && tops.count == 1)
  }

  @Test func `thousands of cards without links get a page that can be looked at`() throws {
    let picture = Picture(
      name: "list",
      title: "单",
      columns: [Picture.Column(id: "a", heading: "部门")],
      cards: (0..<1500).map { Picture.Card(id: "\($0)", column: "a", heading: "部门\($0)") }
    )
    let layout = try picture.layout()
    #expect((0.8...2.5).contains(layout.width / layout.height))
  }

  @Test func `the cards of a big picture keep apart, with their text inside`() throws {
    let picture = Picture(
      name: "big",
      title: "大",
      columns: (0..<8).map { Picture.Column(id: "\($0)", heading: "阶段\($0)") },
      cards: (0..<PlainCard.count).map { index in
        let lines = (0..<index % 5).map { Picture.Line(text: "企业 \($0) 有限责任公司", role: .project) }
        return Picture.Card(
          id: "\(index)",
          column: "\(index % 8)",
          heading: "环节 \(index)",
          lines: lines
        )
      },
      links: (0..<1200).map { Picture.Link(from: "\($0 * 7 % 800)", to: "\(($0 * 13 + 1) % 800)") }
    )
    let report = try LayoutReport(picture)
    let layout = try picture.layout()
    for rank in layout.ranks {
      let boxes = rank.compactMap { report.cards[$0] }
      #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.bottom > $1.top })
      for text in report.texts {
        let met = boxes.first { $0.overlaps(text) }
        if let met, !met.holds(text) { Issue.record("\(text) leaves \(met)") }
      }
    }
  }

  @Test func `a link to the left takes the way of one to the right`() throws {
    let columns = ["a", "b", "c"].map { Picture.Column(id: $0, heading: $0) }
    let cards = columns.map { Picture.Card(id: $0.id, column: $0.id, heading: $0.id) }
    let picture = Picture(
      name: "back",
      title: "回",
      columns: columns,
      cards: cards,
      links: [Picture.Link(from: "c", to: "a", style: .feedback), Picture.Link(from: "a", to: "b")]
    )
    let layout = try picture.layout()
    let back = try #require(layout.curves.first { $0.from == "c" })
    let (first, last) = (try #require(layout.cards["a"]), try #require(layout.cards["c"]))
    for point in back.points {
      #expect((first.right...last.left).contains(point.x))
      #expect(
        (min(first.top, last.top) - 60...max(first.bottom, last.bottom) + 60).contains(point.y)
      )
    }
  }

  @Test func `an empty picture is a page with a title`() throws {
    let picture = Picture(
      name: "empty",
      title: "空",
      columns: [Picture.Column(id: "a", heading: "上游")],
      cards: []
    )
    for format in PictureFormat.allCases {
      #expect(try !picture.render(as: format).isEmpty)
    }
  }

  @Test func `a lone card is drawn`() throws {
    let picture = Picture(
      name: "one",
      title: "一",
      columns: [Picture.Column(id: "a", heading: "上游")],
      cards: [Picture.Card(id: "x", column: "a", heading: "原油")],
      links: [Picture.Link(from: "x", to: "x")]
    )
    try LayoutReport(picture).check(picture)
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Picture {
  /// A picture of any shape: cycles, links backwards and to oneself, long names, empty columns.
  static func random(using random: inout SplitMix) -> Picture {
    let columns = (0..<Int.random(in: 1...5, using: &random)).map {
      Picture.Column(id: "c\($0)", heading: "阶段\($0)", note: "备注")
    }
    let alphabet = Array("泳装面料产业链环节龙头企业制造A1 b（）·、")
    func text(_ range: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: range, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? "链"
        }
      )
    }
    let cards = (0..<Int.random(in: 1...36, using: &random)).map { index in
      let style = Picture.CardStyle.allCases.randomElement(using: &random) ?? .plain
      let lines = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        Picture.Line(
          text: text(0...40),
          role: Picture.LineRole.allCases.randomElement(using: &random) ?? .normal
        )
      }
      return Picture.Card(
        id: "card \(index)",
        column: columns.randomElement(using: &random)?.id ?? "c0",
        heading: text(1...24),
        badge: Bool.random(using: &random) ? "\(index)" : nil,
        style: style,
        tag: Bool.random(using: &random) ? text(1...6) : nil,
        prominence: Picture.Prominence.allCases.randomElement(using: &random) ?? .usual,
        isTentative: Int.random(in: 0..<8, using: &random) == 0,
        lines: lines
      )
    }
    let links = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      Picture.Link(
        from: "card \(Int.random(in: 0..<cards.count, using: &random))",
        to: "card \(Int.random(in: 0..<cards.count, using: &random))",
        style: Picture.LinkStyle.allCases.randomElement(using: &random) ?? .flow,
        label: Int.random(in: 0..<10, using: &random) == 0 ? "标注" : nil,
        prominence: Picture.Prominence.allCases.randomElement(using: &random) ?? .usual,
        isTentative: Int.random(in: 0..<8, using: &random) == 0,
        arrow: Picture.Arrow.allCases.randomElement(using: &random) ?? .forward,
        tint: Int.random(in: 0..<6, using: &random) == 0
          ? Int.random(in: 0..<12, using: &random) : nil
      )
    }
    return Picture(
      name: "random",
      title: "随机",
      subtitle: "—",
      columns: columns,
      cards: cards,
      links: links,
      legend: [Picture.LegendItem(symbol: .card(.missing), text: "缺（查实）")],
      footnotes: ["来源"]
    )
  }
}

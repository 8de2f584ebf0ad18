import TestSupport
import Testing

@testable import ChainDrawing

@Suite struct PaginationTests {
  private let a4 = Paper.Page(.a4)

  @Test func `a picture that fits is one page, as it is`() throws {
    let pages = try swimwear.pages(on: Paper.Page(.a3))
    #expect(pages == [PicturePage(name: "swimwear", picture: swimwear, number: 1, count: 1)])
    #expect(try large(cards: 150, seed: 1).pages(on: Paper.Page(.screen)).count == 1)
  }

  @Test func `what does not fit becomes an overview and parts`() throws {
    let picture = large(cards: 90, seed: 2)
    let pages = try picture.pages(on: a4)
    let count = pages.count
    try #require(count > 2)
    #expect(pages.map(\.number) == Array(1...count))
    #expect(pages.map(\.picture.title).first == "大图（总览）")
    #expect(pages.map(\.picture.title).last == "大图（第 \(count) 页，共 \(count) 页）")
    #expect(Set(pages.map(\.name)).count == count)
    let overview = pages[0].picture
    #expect(overview.cards.allSatisfy { $0.lines.isEmpty && $0.tag == nil })
    #expect(overview.cards.map(\.heading) == picture.cards.map(\.heading))
    // The columns say where their cards stand.
    for column in overview.columns {
      // As in 2–5: a run of pages by its ends.
      let reported = column.note.matches(of: /(\d+)(?:–(\d+))?/).flatMap { run in
        let first = Int(run.1) ?? 0
        return Array(first...max(first, run.2.flatMap { Int($0) } ?? first))
      }
      let real = pages.dropFirst().filter { page in
        page.picture.cards.contains { $0.column == column.id }
      }.map(\.number)
      #expect(Array(reported.prefix(real.count)) == real, "\(column.note)")
    }
  }

  @Test func `every part is legible`() throws {
    for page in [a4, Paper.Page(.a4, .portrait), Paper.Page(.a3)] {
      let theme = page.shaping(.standard)
      for part in try large(cards: 120, seed: 3).pages(on: page).dropFirst() {
        #expect(page.holds(try part.picture.extent(theme: theme), theme: theme), "\(part.name)")
      }
    }
  }

  @Test(arguments: 0..<12)
  func `no card and no link is lost`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let picture = large(
      cards: Int.random(in: 20...70, using: &random),
      links: Int.random(in: 0...160, using: &random),
      seed: seed
    )
    try check(try picture.pages(on: a4), of: picture, "seed \(seed)")
  }

  @Test func `a part of the whole begins a page, small ones share the last`() throws {
    var picture = large(cards: 90, seed: 2)
    for index in picture.cards.indices {
      picture.cards[index].section = index < 40 ? "甲" : index < 80 ? "乙" : index < 85 ? "丙" : nil
    }
    let pages = try picture.pages(on: a4)
    try check(pages, of: picture, "sections")
    let parts = pages.dropFirst().map(\.picture)
    let sections = parts.map { part in
      var names: [String] = []
      for card in part.cards where names.last != card.section ?? "" {
        names.append(card.section ?? "")
      }
      return names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.sorted()
    }
    #expect(sections.first == ["甲"] && sections.last == ["", "丙"], "\(sections)")
    #expect(sections.allSatisfy { $0.count == 1 || $0 == ["", "丙"] }, "\(sections)")
    for (part, names) in zip(parts, sections) {
      for name in names where !name.isEmpty { #expect(part.subtitle.contains(name)) }
      // What is said of a column is said of all of it.
      for column in part.columns where !column.note.isEmpty {
        #expect(
          part.cards.count { $0.column == column.id }
            == picture.cards.count { $0.column == column.id }
        )
      }
    }
  }

  @Test func `a hub's links are told in full`() throws {
    var picture = large(cards: 130, links: 0, seed: 5)
    for card in picture.cards.dropFirst() {
      picture.links.append(Picture.Link(from: picture.cards[0].id, to: card.id, style: .lead))
    }
    let pages = try picture.pages(on: a4)
    try check(pages, of: picture, "hub")
    #expect(
      pages.contains { page in
        page.picture.cards.contains { $0.lines.contains { $0.text.contains("见页脚") } }
      }
    )
  }

  @Test func `a picture in English speaks English`() throws {
    var picture = large(cards: 90, seed: 2)
    picture.language = "en"
    picture.footnotes = []
    let pages = try picture.pages(on: a4)
    #expect(pages[0].picture.title.hasSuffix(" (overview)"))
    #expect(pages[1].picture.title.hasSuffix(" (page 2 of \(pages.count))"))
    #expect(!pages.flatMap(\.picture.footnotes).contains { $0.contains(/\p{Han}/) })
  }

  @Test func `links of common knowledge give way on a crowded overview, which says so`() throws {
    let picture = large(cards: 400, links: 300, seed: 7)
    let overview = try #require(try picture.pages(on: a4).first).picture
    let count = picture.links.count { $0.style == .inferred }
    #expect(overview.links == picture.links.filter { $0.style != .inferred })
    #expect(overview.footnotes.contains("总览中未画 \(count) 条行业常识关系，见各分页"))
    #expect(overview.footnotes.contains { $0.hasPrefix("总览字号小于 5.5 磅") })
  }

  @Test func `badges are numbers, and the others get those that are free`() {
    let cards = [nil, "2", nil, "", "甲", nil].enumerated().map {
      Picture.Card(id: "\($0.offset)", column: "a", heading: "", badge: $0.element)
    }
    let picture = Picture(name: "p", title: "", columns: [], cards: cards)
    #expect(picture.numbered().cards.map(\.badge) == ["1", "2", "3", "4", "甲", "5"])
  }

  /// Checks what must hold of the pages of any picture.
  private func check(_ pages: [PicturePage], of picture: Picture, _ hint: String) throws {
    let parts = pages.count > 1 ? Array(pages.dropFirst()).map(\.picture) : pages.map(\.picture)
    // Every card stands in exactly one part.
    #expect(
      parts.flatMap(\.cards).map(\.id).sorted() == picture.cards.map(\.id).sorted(),
      "\(hint)"
    )
    guard pages.count > 1 else { return }
    // A number is the same on all pages, and belongs to one card.
    var numbers: [String: String] = [:]
    for card in pages.flatMap(\.picture.cards) {
      let badge = try #require(card.badge)
      #expect(numbers[card.id] == nil || numbers[card.id] == badge, "\(hint)")
      numbers[card.id] = badge
    }
    #expect(Set(numbers.values).count == numbers.count)
    for card in picture.cards { if let badge = card.badge { #expect(numbers[card.id] == badge) } }
    // Every link is drawn in one part, or told at both ends.
    var partOf: [String: Int] = [:]
    for (index, part) in parts.enumerated() {
      for card in part.cards { partOf[card.id] = index }
    }
    var drawn = 0
    for link in picture.links {
      let from = try #require(partOf[link.from])
      let to = try #require(partOf[link.to])
      if from == to {
        #expect(parts[from].links.contains(link), "\(hint)")
        drawn += 1
      } else {
        let signs =
          switch link.arrow {
          case .forward: ("→", "←")
          case .backward: ("←", "→")
          case .none: ("—", "—")
          }
        #expect(
          reported(signs.0, on: link.from, in: parts[from]).contains(numbers[link.to] ?? ""),
          "\(hint)"
        )
        #expect(
          reported(signs.1, on: link.to, in: parts[to]).contains(numbers[link.from] ?? ""),
          "\(hint)"
        )
      }
    }
    #expect(parts.reduce(0) { $0 + $1.links.count } == drawn, "\(hint)")
    // What is told is also shown: no card has more lines than it can show.
    let limit = Theme.standard.spacing.linesPerCard
    for card in parts.flatMap(\.cards) {
      #expect(card.lines.count <= limit || !card.lines.contains { $0.text.hasPrefix("→") })
    }
  }

  /// The numbers after a sign, on the card or at the foot of its page.
  private func reported(_ sign: String, on id: String, in part: Picture) -> Set<String> {
    guard let card = part.cards.first(where: { $0.id == id }) else { return [] }
    let rows =
      card.lines.filter { $0.role == .muted }.map(\.text).filter { $0.hasPrefix(sign + " ") }
      + part.footnotes.filter { $0.hasPrefix("\(card.badge ?? "") \(sign) ") }
      .map { String($0.dropFirst((card.badge ?? "").count + 1)) }
    return Set(rows.flatMap { $0.dropFirst(2).split(separator: "、").map(String.init) })
  }
}

/// A picture of a chain with far too many cards for a sheet.
func large(cards count: Int, links: Int = 60, seed: UInt64) -> Picture {
  var random = SplitMix64(seed: seed)
  let columns = [
    Picture.Column(id: "a", heading: "上游", note: "原料"), Picture.Column(id: "b", heading: "中游"),
    Picture.Column(id: "c", heading: "下游"),
  ]
  let cards = (0..<count).map { index in
    Picture.Card(
      id: "card:\(index)",
      column: columns[random.number(below: 4) % 3].id,
      heading: "环节\(index)",
      badge: random.oneIn(5) ? "\(index + 500)" : nil,
      style: Picture.CardStyle.allCases[random.number(below: 5)],
      tag: random.oneIn(6) ? "缺链" : nil,
      lines: (0..<random.number(below: 6)).map {
        Picture.Line(text: "企业\($0)", role: $0 == 0 ? .emphasis : .normal)
      }
    )
  }
  let styles: [Picture.LinkStyle] = [.flow, .inferred, .gap]
  return Picture(
    name: "large",
    title: "大图",
    columns: columns,
    cards: cards,
    links: (0..<(count > 1 ? links : 0)).map { _ in
      Picture.Link(
        from: "card:\(random.number(below: count))",
        to: "card:\(random.number(below: count))",
        style: styles[random.number(below: 3)],
        arrow: random.oneIn(4) ? .backward : random.oneIn(6) ? .none : .forward
      )
    },
    legend: [
      Picture.LegendItem(symbol: .card(.many), text: "多家企业"),
      Picture.LegendItem(symbol: .line(.emphasis), text: "龙头"),
    ],
    footnotes: ["来源"]
  )
}

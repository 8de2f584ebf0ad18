/// Cuts a picture whose cards are all numbered into parts that fit a page.
struct Pagination {
  let picture: Picture
  private let page: Paper.Page
  private let theme: Theme
  private let words: PageWords
  private let references: References

  init(of picture: Picture, on page: Paper.Page, theme: Theme) {
    self.picture = picture
    self.page = page
    self.theme = theme
    words = PageWords(picture)
    references = References(picture, theme: theme)
  }

  // MARK: Where to cut

  /// The cards of each part, as positions in the picture.
  func parts() throws(RenderError) -> [[Int]] {
    var parts: [[Int]] = []
    for section in sections() { parts += try self.parts(of: section) }
    return parts
  }

  /// The cards of each section, in the order of their first cards. Small ones stand together, last, with
  /// the cards of none.
  private func sections() -> [[Int]] {
    var order: [String?] = []
    var bySection: [String?: [Int]] = [:]
    for (index, card) in picture.cards.enumerated() {
      if bySection[card.section] == nil { order.append(card.section) }
      bySection[card.section, default: []].append(index)
    }
    let all = order.compactMap { section in bySection[section].map { (section, $0) } }
    let isOwn = { (section: String?, cards: [Int]) in
      section != nil && cards.count >= Self.fewestOnOwnPage
    }
    let rest = all.filter { !isOwn($0.0, $0.1) }.flatMap(\.1)
    return all.filter(isOwn).map(\.1) + (rest.isEmpty ? [] : [rest])
  }

  private static let fewestOnOwnPage = 8

  private func parts(of section: [Int]) throws(RenderError) -> [[Int]] {
    var parts: [[Int]] = []
    var current: [Int] = []
    for column in byColumn(section) {
      if try fits(current + column) {
        current += column
        continue
      }
      if !current.isEmpty { parts.append(current) }
      current = []
      if try fits(column) {
        current = column
      } else {
        parts += try runs(of: column)
      }
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }

  private func byColumn(_ section: [Int]) -> [[Int]] {
    var byColumn: [String: [Int]] = [:]
    for index in section { byColumn[picture.cards[index].column, default: []].append(index) }
    return picture.columns.compactMap { byColumn[$0.id] }
  }

  private func holdsAll(of column: String, _ cards: [Int]) -> Bool {
    picture.cards.count { $0.column == column }
      == cards.count { picture.cards[$0].column == column }
  }

  private func fits(_ cards: [Int]) throws(RenderError) -> Bool {
    // A page for each card is as far as cutting goes.
    if cards.count <= 1 { return true }
    return try part(cards, number: 99, count: 99).fits(page, theme: theme)
  }

  /// A column that is too tall, as few runs of about equal height as do.
  private func runs(of column: [Int]) throws(RenderError) -> [[Int]] {
    var count = 2
    while count < column.count {
      let runs = cut(column, into: count)
      var doesFit = true
      for run in runs where doesFit { doesFit = try fits(run) }
      if doesFit { return runs }
      // Far from the aim, the steps may be longer; each costs a layout.
      count += max(1, count / 6)
    }
    return column.map { [$0] }
  }

  private func cut(_ column: [Int], into count: Int) -> [[Int]] {
    let heights = column.map { picture.cards[$0].leastHeight(theme: theme) }
    let share = heights.reduce(0, +) / Double(count)
    var runs: [[Int]] = Array(repeating: [], count: count)
    var reached = 0.0
    for (card, height) in zip(column, heights) {
      let run = Int((reached + height / 2) / share)
      runs[min(count - 1, max(0, run))].append(card)
      reached += height
    }
    return runs.filter { !$0.isEmpty }
  }

  // MARK: What stands on the pages

  /// The overview and the parts.
  func pages(of parts: [[Int]]) throws(RenderError) -> [PicturePage] {
    let count = parts.count + 1
    let pictures =
      [try overview(of: parts)]
      + parts.enumerated().map {
        part($0.element, number: $0.offset + 2, count: count)
      }
    let digits = String(count).count
    return pictures.enumerated().map { index, picture in
      let number = String(index + 1)
      let padding = String(repeating: "0", count: digits - number.count)
      return PicturePage(
        name: self.picture.name + "-" + padding + number,
        picture: picture,
        number: index + 1,
        count: count
      )
    }
  }

  /// Every card as a heading and a number.
  private func overview(of parts: [[Int]]) throws(RenderError) -> Picture {
    var overview = picture
    overview.title = words.overviewTitle(picture.title)
    for index in overview.cards.indices {
      overview.cards[index].lines = []
      overview.cards[index].tag = nil
    }
    var pagesOfColumn: [String: [Int]] = [:]
    for (index, part) in parts.enumerated() {
      for column in Set(part.map { picture.cards[$0].column }) {
        pagesOfColumn[column, default: []].append(index + 2)
      }
    }
    for index in overview.columns.indices {
      guard let pages = pagesOfColumn[overview.columns[index].id] else { continue }
      let note = overview.columns[index].note
      overview.columns[index].note = words.place(pages) + (note.isEmpty ? "" : " · " + note)
    }
    overview.legend = overview.legendInUse
    overview.footnotes.append(words.numbersExplained)
    if try overview.fits(page, theme: theme) { return overview }
    let inferred = overview.links.count { $0.style == .inferred }
    if inferred > 0 {
      overview.links.removeAll { $0.style == .inferred }
      overview.footnotes.append(words.leftOut(inferred))
      overview.legend = overview.legendInUse
      if try overview.fits(page, theme: theme) { return overview }
    }
    // Drawn, it may be folded so far that it can be read.
    let drawn = try DrawablePicture.legible(overview, theme: theme).extent()
    if !page.holds(drawn, theme: theme) { overview.footnotes.append(words.small) }
    return overview
  }

  /// Some of the cards as they are, with the links among them; the others are told by numbers.
  private func part(_ cards: [Int], number: Int, count: Int) -> Picture {
    let inside = Set(cards.map { picture.cards[$0].id })
    let columns = Set(cards.map { picture.cards[$0].column })
    var part = picture
    part.title = words.partTitle(picture.title, number: number, count: count)
    part.columns = picture.columns.filter { columns.contains($0.id) }
    let sections = cards.compactMap { picture.cards[$0].section }
    let names = sections.indices.filter { !sections[..<$0].contains(sections[$0]) }
      .map { sections[$0] }
    part.subtitle = [names, part.columns.map(\.heading)].filter { !$0.isEmpty }
      .map { $0.joined(separator: words.comma) }.joined(separator: " · ")
    for index in part.columns.indices where !holdsAll(of: part.columns[index].id, cards) {
      // What is said of the column is said of all of it.
      part.columns[index].note = ""
    }
    part.links = picture.links.filter { inside.contains($0.from) && inside.contains($0.to) }
    var footnotes: [String] = []
    part.cards = cards.map { index in
      references.reported(on: picture.cards[index], inside: inside, footnotes: &footnotes)
    }
    part.legend = part.legendInUse
    part.footnotes += [words.numbersExplained] + footnotes
    return part
  }
}

extension Picture {
  /// The entries of the legend whose symbols occur in the picture.
  package var legendInUse: [Picture.LegendItem] {
    let lines = cards.flatMap(\.lines)
    return legend.filter { item in
      switch item.symbol {
      case .card(let style): cards.contains { $0.style == style }
      case .link(let style): links.contains { $0.style == style }
      case .line(let role): lines.contains { $0.role == role }
      case .project(let status):
        lines.contains { line in
          // Statuses that look alike share an entry.
          line.role == .project
            && CardMarkup.glyph(of: .project, status: line.status)
              == CardMarkup.glyph(of: .project, status: status)
        }
      case .tag(let text): cards.contains { $0.tag?.contains(text) ?? false }
      }
    }
  }
}

import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// Holds a picture against its list, and both against the graph.
struct ViewChecks {
  let view: ChainView
  let request: QuestionRequest
  let dataset: Dataset
  let numbers: SingleNumbers
  let label: Comment

  init(
    _ view: ChainView,
    _ request: QuestionRequest,
    _ dataset: Dataset,
    _ numbers: SingleNumbers,
    _ label: String
  ) {
    self.view = view
    self.request = request
    self.dataset = dataset
    self.numbers = numbers
    self.label = Comment(rawValue: label)
  }

  var graph: ChainGraph { dataset.graph }
  var picture: Picture { view.picture }

  /// Everything that must hold for the view.
  func expectAll() {
    expectSound()
    expectNumbered()
    expectLooksOfSegments()
    expectNoSingleNumber()
    switch request.name {
    case .panorama: expectPanorama()
    case .gaps, .weak, .wanted, .unknown:
      request.subjects.isEmpty ? expectAllGaps() : expectGaps()
    case .enterprises: expectEnterprises()
    case .attached: expectAttached()
    case .overview: expectOverview()
    case .responsibility: expectResponsibility()
    case .duties: request.subjects.isEmpty ? expectAllDuties() : expectDuties()
    case .alignment: expectAlignment()
    case .projects: expectProjects()
    case .park, .region: expectPlace()
    case .upstream, .downstream: expectReach()
    case .paths: expectPaths()
    case .neighborhood: expectNeighborhood()
    case .impact: expectImpact()
    case .chokepoints: expectChokepoints()
    case .betweenness: expectBetweenness()
    case .core: expectCores()
    case .components: expectComponents()
    case .ontology: expectOntology()
    default: Issue.record("nothing is checked of \(request.name.rawValue)")
    }
  }

  // MARK: Every picture

  private func expectSound() {
    let ids = Set(picture.cards.map(\.id))
    #expect(ids.count == picture.cards.count, label)
    for link in picture.links {
      #expect(ids.contains(link.from) && ids.contains(link.to), label)
      #expect(link.from != link.to, label)
    }
    let columns = Set(picture.columns.map(\.id))
    #expect(columns.count == picture.columns.count, label)
    #expect(columns.isSuperset(of: picture.cards.map(\.column)), label)
    for column in picture.columns where !column.note.isEmpty {
      #expect(Self.numbers(in: column.note) == [cards(in: column.id).count], label)
    }
    #expect(picture.title == view.title[language], label)
    #expect(view.list.command == request.name.rawValue, label)
    if let subject = request.subjects.first {
      #expect(view.list.subject?.id == graph.id(of: subject), label)
      #expect(picture.title.contains(graph.name(of: subject)), label)
      #expect(view.list.title?.zh.contains(graph.name(of: subject)) == true, label)
    }
  }

  /// Rows count from 1, and each card with a number stands for the row of that number.
  private func expectNumbered() {
    let rows = rows
    #expect(rows.map { $0["number"] } == rows.indices.map { .number($0 + 1) }, label)
    var badges: [Int: [String]] = [:]
    for card in picture.cards {
      guard let badge = card.badge else { continue }
      guard let number = Int(badge), rows.indices.contains(number - 1) else {
        Issue.record("badge \(badge): \(label.rawValue)")
        continue
      }
      let mentioned = ids(in: rows[number - 1])
      let node = mentioned.first { stands(card, for: $0) }
      #expect(node != nil, "\(card.id) is not in row \(number): \(label.rawValue)")
      if isNumberedByFirstMention, let node {
        let first = rows.firstIndex { row in
          request.name == .duties ? ids(row, "party") == [node] : ids(in: row).contains(node)
        }
        #expect(first == number - 1, "\(card.id): \(label.rawValue)")
      }
      badges[number, default: []].append(card.id)
    }
    guard !isNumberedByFirstMention, !isTableOfHeat, request.name != .ontology else { return }
    for number in rows.indices.map({ $0 + 1 }) {
      #expect(badges[number]?.count == 1, "row \(number) has \(badges[number] ?? []): \(label)")
    }
  }

  /// Where cards stand for what several rows mention, each has the number of the first.
  private var isNumberedByFirstMention: Bool {
    [.neighborhood, .components].contains(request.name)
      || (request.name == .duties && request.subjects.isEmpty)
  }

  /// Whether lines of cards, not cards, have the numbers of rows.
  private var isTableOfHeat: Bool {
    [.gaps, .weak, .wanted, .unknown].contains(request.name) && request.subjects.isEmpty
  }

  /// A card's id is the node's, or that, an at sign and which copy it is.
  func stands(_ card: Picture.Card, for id: String) -> Bool {
    card.id == id || card.id.hasPrefix(id + "@")
  }

  // MARK: Rows

  /// The rows of the list, each by the keys of its columns.
  var rows: [[String: Answer.Cell]] {
    // Which of several tables the picture shows.
    let key =
      switch request.name {
      case .paths: "segments"
      case .chokepoints: "points"
      case .components: "components"
      default: "rows"
      }
    return rows(of: key)
  }

  /// The rows of one of the list's tables.
  func rows(of key: String) -> [[String: Answer.Cell]] {
    guard case .table(let table)? = view.list.sections.first(where: { $0.key == key })?.content
    else { return [] }
    return table.rows.map { row in
      Dictionary(zip(table.columns.map(\.key), row), uniquingKeysWith: { first, _ in first })
    }
  }

  func text(_ row: [String: Answer.Cell], _ key: String) -> String { row[key]?.text(in: .zh) ?? "" }

  func word(_ row: [String: Answer.Cell], _ key: String) -> String? {
    guard case .word(let word, _)? = row[key] else { return nil }
    return word
  }

  func number(_ row: [String: Answer.Cell], _ key: String) -> Int? {
    guard case .number(let number)? = row[key] else { return nil }
    return number
  }

  /// The nodes that a cell names, in its order.
  func ids(_ row: [String: Answer.Cell], _ key: String) -> [String] {
    row[key].map { Self.ids(in: $0) } ?? []
  }

  /// The row's node: what stands in the column `id`.
  func id(_ row: [String: Answer.Cell]) -> String {
    guard case .text(let id)? = row["id"] else { return "" }
    return id
  }

  private func ids(in row: [String: Answer.Cell]) -> Set<String> {
    Set([id(row)] + row.values.flatMap { Self.ids(in: $0) })
  }

  private static func ids(in cell: Answer.Cell) -> [String] {
    switch cell {
    case .node(let node), .reference(let node): [node.id]
    case .list(let cells): cells.flatMap { ids(in: $0) }
    case .captioned(let cell, _): ids(in: cell)
    case .record(let fields, _): fields.flatMap { ids(in: $0.cell) }
    default: []
    }
  }

  // MARK: Pictures

  func cards(in column: String) -> [Picture.Card] { picture.cards.filter { $0.column == column } }

  /// The only card of an id.
  func card(_ id: String) -> Picture.Card? { picture.cards.first { $0.id == id } }

  /// The card that has the number of a row.
  func card(ofRow position: Int) -> Picture.Card? {
    picture.cards.first { $0.badge == String(position + 1) }
  }

  /// How often each pair of cards is linked, whichever way a link is drawn.
  static func pairs(_ links: [Picture.Link]) -> [Set<String>: Int] {
    Dictionary(links.map { ([$0.from, $0.to], 1) }, uniquingKeysWith: +)
  }

  static func count<Value: Hashable>(_ values: some Sequence<Value>) -> [Value: Int] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The links as the relations that they stand for: from the node that a relation leaves to the
  /// one that it leads to.
  static func directed(_ link: Picture.Link) -> [String] {
    link.arrow == .backward ? [link.to, link.from] : [link.from, link.to]
  }

  func ends(_ relation: Relation) -> [String] {
    [graph.id(of: relation.source), graph.id(of: relation.target)]
  }

  /// All whole numbers of a text, in order.
  static func numbers(in text: String) -> [Int] {
    text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
  }

  var figures: [Int] { Self.numbers(in: picture.subtitle) }
}

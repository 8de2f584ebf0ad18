import Liantu
import Testing

/// The places of the document: its headings, joined by slashes.
enum Citations {
  static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八"]

  static let pathItems = items("二", [3, 3, 3, 3, 4, 3, 4, 3])
  static let keyTasks = items("三", [3, 3, 4, 3])
  static let safeguards = numerals.prefix(6).map { "四/(\($0))" }
  static let annexOne = items("附件/一", [12, 10])

  static let all: Set<String> = Set(
    ["序言", "一/(一)", "一/(二)", "附件/二"] + pathItems + keyTasks + safeguards + annexOne
      + numerals.map { "二/(\($0))/发展目标" } + numerals.map { "附件/二/(\($0))" }
  )

  private static func items(_ part: String, _ counts: [Int]) -> [String] {
    zip(numerals, counts).flatMap { numeral, count in
      (1...count).map { "\(part)/(\(numeral))/\($0)" }
    }
  }
}

struct CitationTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  private func isSound(_ origin: Origin) -> Bool {
    switch origin.basis {
    case .document:
      origin.document == huludao.dataset.documents.first && Citations.all.contains(origin.place)
    // The document alone is the source of these data.
    case .register: false
    // What the library's chains say may cite where it can be looked up.
    case .industryKnowledge:
      origin.document.map { graph.kind(of: $0) == .reference } ?? origin.place.isEmpty
    }
  }

  @Test func `every node cites a place that the document has, or is general knowledge`() {
    let unsound = graph.nodes.filter { !isSound(graph.origin(of: $0)) }
    #expect(unsound.isEmpty, "\(unsound.map { graph.id(of: $0) + huludao.place(of: $0) })")
  }

  @Test func `every relation cites a place that the document has, or is general knowledge`() {
    for semantics in Semantics.allCases {
      for node in graph.nodes {
        for relation in graph.relations(of: node, at: .source, semantics) {
          let ends = "\(graph.id(of: relation.source)) → \(graph.id(of: relation.target))"
          #expect(isSound(relation.origin), "\(ends) \(relation.origin.place)")
        }
      }
    }
  }

  @Test func `every place with facts is cited`() {
    var cited: Set<String> = []
    for node in graph.nodes {
      cited.insert(huludao.place(of: node))
      for semantics in Semantics.allCases {
        cited.formUnion(
          graph.relations(of: node, at: .source, semantics).map(\.origin.place)
        )
      }
    }
    #expect(Citations.all.subtracting(cited).isEmpty)
  }

  @Test func `no text of the data is a sentence`() {
    // What the library says of its segments and references is its own.
    let isOwn = { (node: NodeIndex) in
      graph.kind(of: node) != .reference && graph.attribute(.chain, of: node) == nil
    }
    for node in graph.nodes where isOwn(node) {
      let texts = graph.attributes(of: node).map { $0.value.description(in: .zh) }
      for text in texts + [graph.name(of: node)] {
        #expect(!text.contains("。") && text.count <= 60, "\(graph.id(of: node)): \(text)")
      }
    }
  }

  @Test func `the data set has no errors, and nothing but the document's own gaps as warnings`() {
    let found = Huludao.loaded.diagnostics.map { "\($0.code): \($0.message.en)" }
    #expect(found.isEmpty, "\(found)")
  }
}

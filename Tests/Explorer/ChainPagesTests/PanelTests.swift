import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainPages

/// What stands beside a segment: what may be said of it, everything that this rests on with its
/// place, and of what nobody has looked at whom to ask.
@Suite("Panels of segments")
struct PanelTests {
  /// Each segment is called as its verdict ought to be, and each statement has a place of its own.
  private static let facts = """
    defaults:
      segment: {partOf: 集群}
    cluster:
      - {name: 集群, source: 一, lead: {to: 工信局, source: 二/1}}
    department:
      - {name: 工信局, source: 一}
    segment:
      - {name: short, source: 一, statedShort: {to: 意见, source: 三/1}}
      - {name: many, source: 一}
      - {name: single, source: 一}
      - {name: unnamed, source: 一, statedRunning: {to: 意见, source: 三/2}}
      - {name: building, source: 一}
      - {name: missing, source: 一}
      - {name: lacking, source: 一, statedLacking: {to: 意见, source: 三/3}}
      - {name: wanted, source: 一, statedWanted: {to: 意见, source: 三/4}}
      - {name: presumed, source: 一}
      - {name: unknown, source: 一, supplies: {to: single, source: 一}}
      - {name: uncounted, source: 一, role: 资源}
      - {name: 整体, source: 一}
      - {name: 部件, source: 一, partOf: {to: 整体, source: 一}}
    enterprise:
      - {name: 甲厂, source: 一, operatesIn: {to: many, source: 四/1}}
      - name: 乙厂
        source: 一
        operatesIn: [{to: many, source: 四/2}, {to: single, source: 四/3}]
      - {name: 丙厂, source: 一, operatesIn: {to: presumed, basis: industry-knowledge}}
      - {name: 丁厂, source: 一, operatesIn: {to: short, source: 四/4}}
      - {name: 戊厂, source: 一, operatesIn: {to: 部件, source: 四/5}}
    project:
      - {name: 甲项目, source: 一, status: 在建, fills: {to: building, source: 五/1}}
      - {name: 乙项目, source: 一, status: 谋划, fills: {to: wanted, source: 五/2}}
    survey:
      - name: 秋季走访
        source: 一
        date: 2023-08-01
        validUntil: 2024-08-01
        surveys: {to: missing, source: 六/1}
      - name: 往年问卷
        source: 一
        date: 2021-08-01
        validUntil: 2022-08-01
        surveys: {to: unknown, source: 六/2}
    """

  /// What the panel of a segment of `facts` must say, besides its verdict.
  private static let words: [(Verdict, [String])] = [
    (.short, ["称弱", "三/1", "丁厂", "四/4"]), (.many, ["甲厂", "四/1", "乙厂", "四/2"]),
    (.single, ["乙厂", "四/3"]), (.unnamed, ["称有", "三/2"]),
    (.building, ["在建", "甲项目", "五/1"]), (.missing, ["摸排", "秋季走访", "2023-08-01", "六/1"]),
    (.lacking, ["称缺", "三/3"]), (.wanted, ["称拟发展", "三/4", "乙项目", "五/2"]),
    (.presumed, ["丙厂", "行业常识"]),
    (.unknown, ["过期", "往年问卷", "2022-08-01", "六/2", "工信局", "“unknown”", "规上", "规下", "1 个环节"]),
    (.uncounted, []),
  ]

  @Test func `the panel of each verdict shows it, what it rests on and where that is written`()
    async throws
  {
    let folder = try DatasetFolder.dataset(["facts.yaml": Self.facts])
    let reading = Dataset.load(folder: folder.path)
    let explorer = Explorer(
      try #require(reading.dataset, "\(reading.diagnostics.map(\.message.en))")
    )
    #expect(Self.words.map(\.0.rawValue).sorted() == Verdict.allCases.map(\.rawValue).sorted())
    for (verdict, words) in Self.words {
      let panel = await Panel("segment:\(verdict.rawValue)", .zh, of: explorer)
      #expect(panel.badges == [verdict.rawValue: verdict.label.zh])
      let statement = panel.statement
      #expect((statement == nil) == words.isEmpty, "\(verdict)")
      for word in words { #expect(statement?.contains(word) == true, "\(verdict): \(word)") }
      #expect((statement?.contains("核实") ?? false) == (verdict == .unknown), "\(verdict)")
    }
    let whole = await Panel("segment:整体", .zh, of: explorer)
    for word in ["单一企业", "部分", "戊厂", "四/5"] {
      #expect(whole.statement?.contains(word) == true, "\(word)")
    }
  }

  @Test(arguments: [
    (Language.zh, ["“离子膜烧碱”、“液碱”", "张三 2023-08-01 核定"], "3 条（可能 2）"),
    (.en, ["'离子膜烧碱', '液碱'", "confirmed by 张三, 2023-08-01"], "3 (2 possible)"),
  ])
  func `a firm of a register stands with its row, its words and who confirmed it`(
    _ language: Language,
    _ words: [String],
    _ open: String
  ) async throws {
    let facts = """
      cluster: [{name: 集群, source: 一}]
      register: [{name: 规上名录, date: 2023-08-01, source: 一}]
      segment: [{name: 烧碱, partOf: 集群, source: 一}]
      enterprise:
        - name: 甲厂
          source: {document: 规上名录, place: 2023-08-01 行 7}
          operatesIn: {to: 烧碱, source: {document: 规上名录, place: 2023-08-01 行 7}}
        - {name: 乙厂, source: 一, operatesIn: {to: 烧碱, source: 二}}
      """
    let evidence = "{field: products, words: [离子膜烧碱, 液碱], tier: 1, row: 7}"
    let attachment = """
      register: 规上名录
      date: 2023-08-01
      firms: 9
      open: [{segment: 烧碱, possible: 2, all: 3}]
      decisions:
        - {firm: 甲厂, segment: 烧碱, verdict: yes, by: 张三, date: 2023-08-01, evidence: \(evidence)}
      """
    let folder = try DatasetFolder.dataset([
      "facts.yaml": facts, "attachments/规上名录.yaml": attachment,
    ])
    let reading = Dataset.load(folder: folder.path)
    let explorer = Explorer(
      try #require(reading.dataset, "\(reading.diagnostics.map(\.message.en))")
    )
    let panel = await Panel("segment:烧碱", language, of: explorer)
    for word in ["规上名录 2023-08-01 行 7"] + words.map({ Markup(text: $0).html }) {
      #expect(panel.statement?.contains(word) == true, "\(word): \(panel.statement ?? "")")
    }
    #expect(panel.html.contains(open))
  }

  @Test(arguments: Language.allCases)
  func `no evidence of any segment is kept back, and only unknown ones ask`(_ language: Language)
    async throws
  {
    let explorer = try Samples.large()
    let graph = explorer.dataset.graph
    let segments = graph.clustersWithChain().flatMap { graph.chain(of: $0).segments }
    var (pieces, questions) = (0, 0)
    for segment in Set(segments).sorted() where graph.isCounted(segment) {
      let name = graph.name(of: segment)
      let verdict = graph.verdict(of: segment)
      let panel = await Panel(graph.id(of: segment), language, of: explorer)
      #expect(
        panel.badges[verdict.rawValue] == Markup(text: verdict.label[language]).html,
        "\(name)"
      )
      let statement = try #require(panel.statement, "\(name)")
      #expect(statement.contains(Markup(text: verdict.label[language]).html), "\(name)")
      for piece in Self.evidence(of: segment, in: graph) {
        let origin = piece.origin
        let general = BilingualText(zh: "行业常识", en: "general knowledge")
        let place = origin.document == nil ? general[language] : origin.place
        let giver = origin.document == piece.source ? "" : graph.name(of: piece.source)
        for word in [place, giver].map({ Markup(text: $0).html }) where !word.isEmpty {
          #expect(statement.contains(word), "\(name): \(word)")
        }
        pieces += 1
      }
      // Whoever leads is asked, for the segment or for what it is part of.
      let asked = language == .zh ? "核实" : "ask "
      #expect(statement.contains(asked) == (verdict == .unknown), "\(name)")
      guard verdict == .unknown else { continue }
      let leads = graph.owners(of: segment).filter { $0.role.name == "lead" }.map(\.party)
      #expect(!leads.isEmpty, "\(name)")
      for lead in leads {
        #expect(statement.contains(Markup(text: graph.name(of: lead)).html), "\(name)")
      }
      questions += 1
    }
    #expect(pieces > 150 && questions > 50)
  }

  /// What the data say for or against a segment: on itself of every kind; of its parts what shows
  /// presence, since absence never rises to a whole.
  private static func evidence(of segment: NodeIndex, in graph: ChainGraph) -> [Relation] {
    func relations(_ kinds: [String], of node: NodeIndex) -> [Relation] {
      kinds.flatMap { graph.relations(of: node, at: .target, RelationKind($0)) }.filter {
        // An enterprise from elsewhere and a platform that is not there yet show nothing.
        let status = graph.option(AttributeName("status"), of: $0.source)
        let isThere = $0.kind.name != "evidences" || status == nil || status == "existing"
        return !graph.hasFlag(AttributeName("external"), $0.source) && isThere
      }
    }
    let parts = graph.parts(of: segment).map(\.node).filter { graph.kind(of: $0) == .segment }
    let presence = ["operatesIn", "fills", "evidences", "statesRunning"]
    let others = ["statesShort", "statesLacking", "statesWanted", "surveys"]
    return relations(presence + others, of: segment)
      + parts.flatMap { relations(presence, of: $0) }
  }
}

/// A panel as it was sent.
private struct Panel {
  /// The words of its badges in the head, by their verdicts.
  let badges: [String: String]
  /// The part that says how the segment stands and why; `nil` where there is none.
  let statement: Substring?
  /// All of it.
  let html: Substring

  init(_ id: String, _ language: Language, of explorer: Explorer) async {
    var address = PageAddress(.panel(id))
    address.language = language
    let html = await explorer.page(at: address, drawing: blank).html
    let panel = html.range(of: "<article").map { html[$0.lowerBound...] } ?? ""
    self.html = panel
    let head = panel.prefix(upTo: panel.range(of: "</header>")?.lowerBound ?? panel.endIndex)
    badges = Dictionary(
      head.matches(of: /<span class="badge ([a-z]+)">([^<]+)<\/span>/)
        .map { (String($0.1), String($0.2)) }
    ) { $1 }
    let heading = language == .zh ? "<h3>结论与证据" : "<h3>Verdict and evidence"
    guard let start = panel.range(of: heading)?.upperBound,
      let end = panel.range(of: "</section>", range: start..<panel.endIndex)
    else {
      statement = nil
      return
    }
    statement = panel[start..<end.lowerBound]
  }
}

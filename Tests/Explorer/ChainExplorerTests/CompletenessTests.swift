import Bilingual
import ChainDrawing
import ChainModel
import ChainPages
import ChainQueries
import Foundation
import Testing

@testable import ChainExplorer

/// How much of a chain is here is a range wherever it is told: on pages, in pictures, in answers.
@Suite struct CompletenessTests {
  /// What the targets of the data set say in per cent, which is no completeness.
  private static func search(_ graph: ChainGraph) -> ShareSearch {
    let given = graph.nodes(of: .target).flatMap { target -> [ShareSearch.Given] in
      Language.allCases.compactMap { language in
        guard
          let value = graph.attribute(AttributeName("value"), of: target)?.description(
            in: language
          ),
          value.contains("%")
        else { return nil }
        let metric = graph.attribute(AttributeName("metric"), of: target)?
          .description(in: language)
        return .init(names: [graph.name(of: target)] + (metric.map { [$0] } ?? []), value: value)
      }
    }
    return ShareSearch(given: Set(given).sorted { $0.value < $1.value })
  }

  private static func json(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test func `the search finds one share and lets ranges and the data's own rates pass`() throws {
    let search = ShareSearch(given: [.init(names: ["产值年均增速"], value: "6 %")])
    for text in [
      "完整度 46 %", "泳装：46% 已覆盖", "completeness: 46%", "已覆盖 12/26", "46％", "12 of 26 (46 per cent)",
      "16%–84%，即 46%", "产值 6 %", "完整度百分之四十六", "完整度 12/26–20/26 (46%)",
    ] {
      #expect(search.faults(in: text) == [text])
    }
    for text in [
      "5/31–26/31 (16%–84%)", "完整度（至少–至多）", "产值年均增速 6 %以上（2025）", "6 %", "计入 31 个环节", "二/(六)/2",
    ] {
      #expect(search.faults(in: text).isEmpty, "\(text)")
    }
    for text in [
      #"{"completeness": 46}"#, #"{"rows": [{"percent": 46.5}]}"#, #"[["46 %"]]"#,
      #"{"completeness": {"covered": 3}}"#,
    ] {
      #expect(search.faults(inJSON: try Self.json(text)).count == 1, "\(text)")
    }
    let whole = #"{"completeness": {"least": 5, "most": 26, "all": 31, "surveyed": 0}}"#
    #expect(search.faults(inJSON: try Self.json(whole)).isEmpty)
    let texts = ShareSearch.texts(
      ofHTML: "<p aria-label=\"46%\">a<b>46 %</b></p><script>1%</script>"
    )
    #expect(texts == ["", "46%", "a", "46 %"])
  }

  /// The report holds all pages of the catalogue and the panels of all nodes, and draws all pictures.
  @Test(arguments: Language.allCases)
  func `no page, panel or picture tells the completeness of a chain as one share`(
    _ language: Language
  ) async throws {
    let explorer = try await Site.shared().server.keeper.state.current.explorer
    let search = Self.search(explorer.dataset.graph)
    #expect(search.given.count > 3)
    let pictures = Shared<[Picture]>([])
    let html = try await explorer.report(language: language) { order in
      pictures.change { $0.append(order.picture) }
      return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>"
    }
    let texts = ShareSearch.texts(ofHTML: html)
    #expect(texts.flatMap { search.faults(in: $0) } == [])
    #expect(texts.reduce(0) { $0 + search.ranges(in: $1) } >= 16)
    #expect(pictures.value.count > 100)
    var ranges = 0
    for picture in pictures.value {
      let json = try Self.json(String(decoding: try JSONEncoder().encode(picture), as: UTF8.self))
      #expect(search.faults(inJSON: json) == [], "\(picture.title)")
      ranges +=
        search.ranges(in: picture.subtitle)
        + picture.cards.flatMap(\.lines).reduce(0) { $0 + search.ranges(in: $1.text) }
    }
    #expect(ranges >= 8)
  }

  /// Addresses of answers: every question in the ways of the table, the gaps of every verdict in
  /// every chain, and what follows when an actor is gone.
  private static func addresses(_ graph: ChainGraph) -> [String] {
    let asked = QuestionTests.all.map { asked in
      let options = asked.options.flatMap { option, values in
        option.isSwitch ? [option.rawValue] : values.map { "\(option.rawValue)=\($0.encoded)" }
      }
      let words = asked.subjects.map { "of=\($0.encoded)" } + options
      return "list/\(asked.name.rawValue)?" + words.joined(separator: "&")
    }
    let states = Verdict.allCases.map { "state=\($0.rawValue)" }.joined(separator: "&")
    let chains = graph.clustersWithChain().map { graph.id(of: $0).encoded }
      .flatMap {
        ["gaps?scope=\($0)&explain&\(states)", "layers/\($0)?explain", "list/panorama?of=\($0)"]
      }
    let actors = [NodeKind.enterprise, .project].flatMap { graph.nodes(of: $0) }
      .map { "impact?node=\(graph.id(of: $0).encoded)" }
    return asked + chains + actors
  }

  @Test func `no answer tells the completeness of a chain as one share`() async throws {
    let site = try Site.shared()
    let graph = await site.server.keeper.state.current.dataset.graph
    let search = Self.search(graph)
    let addresses = Self.addresses(graph)
    #expect(addresses.count > 200)
    try await site.asking { ask in
      var ranges = 0
      for (address, language) in addresses.flatMap({ [($0, "zh"), ($0, "en")] }) {
        let target = address + (address.contains("?") ? "&" : "?") + "lang=" + language
        let text = try await ask.text("/api/v1/" + target)
        let faults = search.faults(inJSON: try Self.json(text))
        #expect(faults.isEmpty, "\(target): \(faults.prefix(3))")
        ranges += text.contains("\"least\"") ? 1 : 0
      }
      #expect(ranges > 4)
    }
  }

  /// The range by its definition, from the answer's own counts of segments.
  @Test func `the range of each chain is that of its counts`() async throws {
    try await Site.shared().asking { ask in
      let rows = try #require(
        try await ask("/api/v1/stats").object()["completeness"] as? [[String: Any]]
      )
      #expect(rows.count == 8)
      for row in rows {
        let count = { (name: String) in row[name] as? Int ?? -1_000 }
        let present = ["short", "many", "single", "unnamed"].map(count).reduce(0, +)
        let absent = ["missing", "lacking"].map(count).reduce(0, +)
        let others = ["building", "wanted", "presumed", "unknown"].map(count).reduce(0, +)
        let range = try #require(row["completeness"] as? [String: Int])
        let all = present + absent + others
        #expect(count("counted") == all)
        #expect(
          range == [
            "least": present, "most": all - absent, "all": all, "surveyed": count("surveyed"),
          ]
        )
      }
    }
  }
}

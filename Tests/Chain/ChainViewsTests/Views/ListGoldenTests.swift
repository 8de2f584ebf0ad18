import Bilingual
import ChainQueries
import ChainViews
import Testing

/// The list of each view on the tiny data set, character by character.
struct ListGoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let words: QuestionWords
    var testDescription: String { name }

    init(
      _ view: QuestionName,
      _ subjects: [String] = [],
      _ options: [QuestionOption: [String]] = [:],
      as name: String? = nil
    ) {
      self.name = name ?? view.rawValue
      words = QuestionWords(view.rawValue, of: subjects, options: options)
    }
  }

  static let cases = [
    Case(.panorama, ["纸业集群"]),
    Case(.panorama, ["纸业集群"], [.stage: ["下游"]], as: "panorama-downstream"),
    Case(.gaps, ["纸业集群"]), Case(.gaps, as: "gaps-all"), Case(.overview),
    Case(.gaps, ["纸业集群"], [.state: ["多家企业", "unknown"]], as: "gaps-states"),
    Case(.weak, ["纸业集群"]), Case(.weak, as: "weak-all"), Case(.wanted), Case(.unknown),
    Case(.unknown, ["纸业集群"], as: "unknown-cluster"),
    Case(.enterprises), Case(.enterprises, ["纸业集群"], as: "enterprises-cluster"),
    Case(.responsibility), Case(.responsibility, ["纸业集群"], as: "responsibility-cluster"),
    Case(.duties, ["甲县政府"], [.inherited: []]), Case(.duties, as: "duties-all"),
    Case(.alignment), Case(.projects), Case(.projects, ["甲县"], as: "projects-region"),
    Case(.park, ["造纸园"]), Case(.region, ["甲县"]), Case(.upstream, ["造纸"]),
    Case(.downstream, ["木材"], [.depth: ["2"]]), Case(.paths, ["木材", "烟标"]),
    Case(.neighborhood, ["晨光纸业"], [.radius: ["2"]]), Case(.ontology),
    Case(.chokepoints), Case(.betweenness, ["纸业集群"]), Case(.core), Case(.components),
    Case(.impact, ["晨光纸业"]), Case(.attached),
    Case(.attached, ["纸业集群"], as: "attached-cluster"),
  ]

  @Test(arguments: cases, Language.allCases)
  func `the list of a view is printed as it was`(_ golden: Case, _ language: Language) throws {
    let view = try Samples.tiny().view(golden.words, language: language)
    Golden.expect(
      view.list.text(in: .table, language: language),
      equals: "list-\(golden.name).\(language.rawValue).table"
    )
  }

  @Test func `every view has a golden list`() {
    #expect(Set(Self.cases.map(\.words.question)) == Set(QuestionName.viewsOfNodes.map(\.rawValue)))
  }
}

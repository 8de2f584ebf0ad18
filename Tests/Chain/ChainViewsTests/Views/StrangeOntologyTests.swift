import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import TestSupport
import Testing

/// A data set whose own kinds are called as the views call their columns and cards.
struct StrangeOntologyTests {
  private static let files = [
    "ontology.yaml": """
    kinds:
      place:
        label: {zh: 地点, en: place}
        attributes:
          status: {label: {zh: 状态, en: status}, type: text}
      role:
        label: {zh: 岗位, en: role}
      party:
        label: {zh: 机构, en: party}
      items:
        label: {zh: 物品, en: items}
      relation:
        label: {zh: 关系, en: relation}
      any:
        label: {zh: 任何, en: any}
    relations:
      standsAt:
        label: {zh: 坐落于, en: stands at}
        inverse: {zh: 有, en: holds}
        semantics: location
        from: [items, role, party, place]
        to: [place]
        field: standsAt
        inverseField: holds
      minds:
        label: {zh: 照管, en: minds}
        inverse: {zh: 照管者, en: minder}
        semantics: responsibility
        from: [role, party]
        to: any
        field: minds
        inverseField: mindedBy
      becomes:
        label: {zh: 变成, en: becomes}
        inverse: {zh: 来自, en: comes from}
        semantics: flow
        from: [items, segment]
        to: [items, segment]
        field: becomes
        inverseField: comesFrom

    """,
    "facts.yaml": """
    place:
      - {name: 某地, source: 一, standsAt: 大地, status: 好}
      - {name: 大地, source: 一}
    role:
      - {name: lead, source: 一, standsAt: 某地, minds: [甲物, 机构一, 'role:lead']}
      - {name: minds, source: 一, minds: 某地}
    party:
      - {name: 机构一, source: 一, standsAt: 大地, minds: [某群, 甲物, 'role:minds']}
    items:
      - {name: 甲物, source: 一, standsAt: 某地, becomes: [乙物, 甲物]}
      - {name: 乙物, source: 一, becomes: 甲物}
    relation:
      - {name: lead, source: 一}
    any:
      - {name: sources, source: 一}
    cluster:
      - {name: 某群, source: 一, level: 市级}
      - {name: 省群, source: 一, level: 省级, correspondsTo: [某群, 另一省群]}
      - {name: 另一省群, source: 一, level: 省级}
    segment:
      - {name: 一环, source: 一, partOf: 某群, becomes: 甲物}

    """,
  ]

  private func dataset() throws -> Dataset {
    let folder = try DatasetFolder.dataset(Self.files)
    let loaded = withExtendedLifetime(folder) { Dataset.load(folder: folder.path) }
    return try #require(loaded.dataset, "\(loaded.diagnostics.map(\.message.en))")
  }

  @Test(arguments: QuestionName.viewsOfNodes, Language.allCases)
  func `kinds that nobody foresaw go through every view`(
    _ name: QuestionName,
    _ language: Language
  ) throws {
    let dataset = try dataset()
    let numbers = SingleNumbers(dataset.graph)
    var count = 0
    // What the built-in kinds alone can be, by the kinds that can take their place here.
    let places = dataset.graph.nodes(of: NodeKind("place"))
    let own = places.map { QuestionRequest(.region, of: [$0]) }
    let requests = ViewCases(dataset: dataset).requests(for: name) + (name == .region ? own : [])
    for request in requests {
      do throws(ViewFailure) {
        let view = try dataset.view(request, language: language)
        let subjects = request.subjects.map { dataset.graph.id(of: $0) }
        ViewChecks(view, request, dataset, numbers, "\(name) \(subjects)").expectAll()
        _ = try? view.picture.render(as: .dot)
        count += 1
      } catch {
        guard case .isEmpty = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
    #expect(count > 0 || [.park, .projects].contains(name))
  }

  @Test func `a place of the data set's own kind is a region to look at`() throws {
    let view = try dataset().view(QuestionWords("region", of: ["某地"]), language: .zh)
    #expect(view.picture.title == "某地 · 区域分布图")
    #expect(view.list.rowCount == 2)
  }
}

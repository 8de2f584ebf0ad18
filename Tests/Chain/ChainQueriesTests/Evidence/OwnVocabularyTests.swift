import ChainFiles
import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// A data set that brings relations of its own for what is here, what is said, and who looked.
struct OwnVocabularyTests {
  private static let ontology = """
    kinds:
      association: {label: {zh: 协会, en: association}}
      inspection:
        label: {zh: 检查, en: inspection}
        attributes:
          date: {label: {zh: 日期, en: date}, type: date}
          validUntil: {label: {zh: 有效期至, en: valid until}, type: date}
    relations:
      certifies:
        label: {zh: 认证, en: certifies}
        inverse: {zh: 认证方, en: is certified by}
        semantics: presence
        from: [association]
        to: [segment]
        field: certifies
        inverseField: certifiedBy
      processesIn:
        label: {zh: 代工, en: processes in}
        inverse: {zh: 代工企业, en: is processed by}
        semantics: presence
        from: [enterprise]
        to: [segment]
        field: processesIn
        inverseField: processors
      praises:
        label: {zh: 称有, en: praises}
        inverse: {zh: 称有者, en: is praised by}
        semantics: testimony
        says: running
        from: [association]
        to: [segment]
        field: praises
        inverseField: praisedBy
      misses:
        label: {zh: 反映缺, en: misses}
        inverse: {zh: 反映者, en: is missed by}
        semantics: testimony
        says: lacking
        from: [association]
        to: [segment]
        field: misses
        inverseField: missedBy
      inspects:
        label: {zh: 检查, en: inspects}
        inverse: {zh: 检查记录, en: is inspected by}
        semantics: survey
        from: [inspection]
        to: [segment, cluster]
        field: inspects
        inverseField: inspectedBy
      franchises:
        label: {zh: 加盟, en: joins}
        inverse: {zh: 加盟店, en: is joined by}
        semantics: control
        from: [enterprise]
        to: [enterprise]
        field: franchiseOf
        inverseField: franchises

    """

  private static let facts = """
    defaults:
      segment: {source: 一, partOf: 泳装}
      enterprise: {source: 一}
    cluster:
      - {name: 泳装, source: 一}
    segment:
      - {name: 印花}
      - {name: 成衣}
      - {name: 面料}
      - {name: 辅料}
      - {name: 品牌店}
      - {name: 设计}
      - {name: 检测, partOf: []}
    association:
      - {name: 泳装协会, source: 一, certifies: 印花, praises: 面料, misses: 辅料}
    enterprise:
      - {name: 甲, processesIn: [成衣, 品牌店], franchiseOf: 丙}
      - {name: 乙, processesIn: 品牌店, franchiseOf: 丙}
      - {name: 丁, processesIn: [{to: 设计, basis: industry-knowledge}]}
      - {name: 丙}

    """

  private func verdicts(_ inspection: String) throws -> [String: Verdict] {
    let folder = try DatasetFolder.dataset([
      "ontology.yaml": Self.ontology, "facts.yaml": Self.facts, "inspection.yaml": inspection,
    ])
    let loaded = Dataset.load(folder: folder.path)
    #expect(loaded.diagnostics.map(\.message.en) == [])
    let graph = try #require(loaded.dataset?.graph)
    return Dictionary(
      uniqueKeysWithValues: graph.nodes(of: .segment).map {
        (graph.name(of: $0), graph.verdict(of: $0))
      }
    )
  }

  @Test
  func `presence, testimony and control are read by what they mean, whatever they are called`()
    throws
  {
    let found = try verdicts("inspection: []\n")
    #expect(found["印花"] == .unnamed)
    #expect(found["成衣"] == .single)
    #expect(found["面料"] == .unnamed)
    #expect(found["辅料"] == .lacking)
    #expect(found["品牌店"] == .single)
    #expect(found["设计"] == .presumed)
    #expect(found["检测"] == .unknown)
  }

  @Test func `a survey of another kind closes what it looked at, while it holds`() throws {
    let holds = try verdicts(
      "inspection:\n  - {name: 检查, source: 一, date: 2023-01-01, inspects: 泳装}\n"
    )
    #expect(holds["设计"] == .missing && holds["辅料"] == .missing)
    #expect(holds["印花"] == .unnamed && holds["检测"] == .unknown)
    let hasEnded = try verdicts(
      "inspection:\n  - {name: 检查, source: 一, validUntil: 2023-08-17, inspects: [设计, 检测]}\n"
    )
    #expect(hasEnded["设计"] == .presumed && hasEnded["检测"] == .unknown)
  }
}

import TestSupport
import Testing

@testable import ChainTestSupport

struct ReferenceFaultTests {
  @Test func `an unknown reference is shown with the name that was meant`() throws {
    try expectFaults(
      .init("unknown-reference", didYouMean: "泳装面料"),
      in: """
        segment:
          - {name: 泳装面料, source: 二}
          - {name: 泳装成衣, source: 二, suppliedBy: ⟦泳装面科⟧}
        """
    )
  }

  @Test func `the name that was meant may be an alias`() throws {
    try expectFaults(
      .init("unknown-reference", didYouMean: "市发改委"),
      in: """
        department:
          - {name: 市发展和改革委员会, aliases: [市发改委], source: 二}
        task:
          - {name: 任务, source: 二, lead: ⟦市发该委⟧}
        """
    )
  }

  @Test func `a list that holds nothing but its open end is shown`() throws {
    try expectFaults(
      "open-list-alone",
      in: """
        task:
          - {name: 任务, source: 二, responsible: [⟦等⟧]}
        """
    )
  }

  @Test func `a reference to nothing like it is shown without a guess`() throws {
    let folder = try DatasetFolder.dataset([
      "x.yaml": "region:\n  - {name: 兴城市, source: 二, partOf: 太平洋沿岸经济带}\n"
    ])
    let fault = try #require(folder.load().diagnostics.first)
    #expect(fault.code == "unknown-reference")
    #expect(fault.help == nil)
    expectTold(fault)
  }

  @Test func `each unknown reference of a list is shown`() throws {
    try expectFaults(
      "unknown-reference",
      "unknown-reference",
      "unknown-reference",
      in: """
        department:
          - {name: 市财政局, source: 二}
        task:
          - name: 任务
            source: 二
            responsible: [⟦甲⟧, 市财政局, {to: ⟦乙⟧, source: 三}, 等]
            lead:
              - ⟦丙⟧
        """
    )
  }

  @Test func `an ambiguous reference is shown with its candidates`() throws {
    let text = """
      region:
        - {name: 兴城, id: 'region:city', source: 二}
        - {name: 兴城, id: 'region:town', source: 二}
      park:
        - {name: 产业园, source: 二, locatedIn: ⟦兴城⟧}
      """
    try expectFaults("ambiguous-reference", in: text)
    let loaded = try DatasetFolder.dataset(["x.yaml": MarkedText(text).text]).load()
    let fault = try #require(loaded.diagnostics.first)
    #expect(fault.message.en.hasSuffix("region:city, region:town"))
    #expect(fault.message.zh.hasSuffix("region:city、region:town"))
  }

  @Test func `an alias that two bear is ambiguous, and a name is not`() throws {
    try expectFaults(
      "ambiguous-reference",
      in: """
        region:
          - {name: 兴城市, aliases: [古城], source: 二}
          - {name: 绥中县, aliases: [古城, 兴城市], source: 二}
        park:
          - {name: 产业园, source: 二, locatedIn: [兴城市, ⟦古城⟧]}
        """
    )
  }

  @Test func `an identity or a kind tells namesakes apart`() throws {
    let loaded = try DatasetFolder.dataset([
      "x.yaml": """
      region:
        - {name: 兴城, id: 'region:city', source: 二}
        - {name: 兴城, id: 'region:town', source: 二}
      park:
        - {name: 兴城, source: 二, locatedIn: 'region:town'}
        - {name: 产业园, source: 二, locatedIn: 'park:兴城'}
      """
    ]).load()
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func `a reference to a kind that the relation does not allow is shown`() throws {
    try expectFaults(
      "forbidden-relation",
      "forbidden-relation",
      in: """
        leader:
          - {name: 柳晓东, source: 二}
        task:
          - {name: 任务, source: 二, lead: ⟦柳晓东⟧, parts: [⟦柳晓东⟧]}
        """
    )
  }

  @Test func `a relation that is written twice is shown the second time`() throws {
    try expectFaults(
      "duplicate-relation",
      "duplicate-relation",
      in: """
        segment:
          - {name: 面料, source: 二, supplies: [成衣, ⟦成衣⟧]}
          - {name: 成衣, source: 二, suppliedBy: {to: ⟦面料⟧, source: 三}}
        """
    )
  }

  @Test func `things that contain one another are shown once a circle`() throws {
    try expectFaults(
      "containment-cycle",
      "containment-cycle",
      in: """
        region:
          - {name: ⟦甲⟧, source: 二, partOf: 乙}
          - {name: 乙, source: 二, partOf: 丙}
          - {name: 丙, source: 二, partOf: 甲}
          - {name: ⟦丁⟧, source: 二, partOf: 丁}
          - {name: 戊, source: 二, partOf: 甲}
        """
    )
    let loaded = try DatasetFolder.dataset([
      "x.yaml": """
      region:
        - {name: 甲, source: 二, partOf: 乙}
        - {name: 乙, source: 二, partOf: 甲}
      """
    ]).load()
    #expect(loaded.diagnostics.first?.message.en.hasSuffix("甲 → 乙 → 甲") == true)
  }

  @Test func `several wholes are no circle`() throws {
    let loaded = try DatasetFolder.dataset([
      "x.yaml": """
      region:
        - {name: 甲, source: 二, partOf: [乙, 丙]}
        - {name: 乙, source: 二, partOf: 丁}
        - {name: 丙, source: 二, partOf: 丁}
        - {name: 丁, source: 二}
      """
    ]).load()
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func `a source can name a document of its own, which must exist`() throws {
    try expectFaults(
      .init("unknown-reference", didYouMean: "意见"),
      "unknown-reference",
      in: """
        region:
          - {name: 兴城市, source: {document: ⟦意见2⟧, place: 二}}
          - {name: 绥中县, source: {document: ⟦兴城市⟧, place: 二}}
        """
    )
  }
}

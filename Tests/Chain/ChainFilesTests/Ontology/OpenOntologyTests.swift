import ChainFiles
import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport

/// A data set that brings words of its own.
struct OpenOntologyTests {
  private static let files = [
    "ontology.yaml": """
    units:
      人: {dimension: people, factor: 1}
    kinds:
      university:
        label: {zh: 大学, en: university}
        attributes:
          students: {label: {zh: 在校生, en: students}, type: quantity}
          rank:
            label: {zh: 层次, en: rank}
            type: enum
            values:
              top: {zh: 双一流, en: top}
              other: {zh: 普通, en: other}
      enterprise:
        attributes:
          employees: {label: {zh: 职工, en: employees}, type: quantity}
    relations:
      incubates:
        label: {zh: 孵化, en: incubates}
        inverse: {zh: 孵化自, en: is incubated by}
        semantics: action
        from: [university]
        to: [enterprise]
        field: incubates
        inverseField: incubatedBy
      partOf: {from: [university]}
      lead: {from: [university]}

    """,
    "x.yaml": """
    university:
      - name: 渤海船舶职业学院
        aliases: [渤船学院]
        source: 二/(四)/1
        students: 8000 人
        rank: 普通
        partOf: 船舶机械产业集群
        incubates: [甲船厂, {to: 乙船厂, source: 二/(四)/2}]
        leads: 人才培养
    enterprise:
      - {name: 甲船厂, source: 二, employees: 120 人}
      - {name: 乙船厂, source: 二, incubatedBy: 东北大学}
    cluster:
      - {name: 船舶机械产业集群, source: 二}
    task:
      - {name: 人才培养, source: 三, partOf: 船舶机械产业集群}

    """,
    "y.yaml": "university:\n  - {name: 东北大学, source: 二, rank: top}\n",
  ]

  private func graph() throws -> ChainGraph {
    let loaded = try DatasetFolder.dataset(Self.files).load()
    #expect(loaded.diagnostics.map(\.message.en) == [])
    return try #require(loaded.dataset?.graph)
  }

  @Test func `a kind of the data set's own has its attributes`() throws {
    let graph = try graph()
    let node = try #require(graph.node(id: "university:渤海船舶职业学院"))
    #expect(graph.kind(of: node) == NodeKind("university"))
    #expect(graph.definition(of: node).label == .init(zh: "大学", en: "university"))
    #expect(graph.option(AttributeName("rank"), of: node) == "other")
    let students = graph.attribute(AttributeName("students"), of: node)
    #expect(students?.description(in: .zh) == "8000 人")
    #expect(graph.origin(of: node).place == "二/(四)/1")
  }

  @Test func `a kind that stands already gets a further attribute`() throws {
    let graph = try graph()
    let node = try #require(graph.node(id: "enterprise:甲船厂"))
    #expect(graph.attribute(.init("employees"), of: node)?.description(in: .en) == "120 人")
  }

  @Test func `a relation of the data set's own reads from both ends`() throws {
    let graph = try graph()
    let college = try #require(graph.node(id: "university:渤海船舶职业学院"))
    let yard = try #require(graph.node(id: "enterprise:乙船厂"))
    let incubates = RelationKind("incubates")
    let out = graph.relations(of: college, at: .source, incubates)
    #expect(out.map { graph.name(of: $0.target) } == ["甲船厂", "乙船厂"])
    #expect(out.map(\.origin.place) == ["二/(四)/1", "二/(四)/2"])
    let back = graph.relations(of: yard, at: .target, incubates)
    #expect(Set(back.map { graph.name(of: $0.source) }) == ["渤海船舶职业学院", "东北大学"])
    #expect(graph.ontology[incubates]?.phrase(from: .target).en == "is incubated by")
  }

  @Test func `a kind of the data set's own can be part of a cluster`() throws {
    let graph = try graph()
    let cluster = try #require(graph.node(id: "cluster:船舶机械产业集群"))
    let parts = graph.parts(of: cluster).map { graph.id(of: $0.node) }
    #expect(parts.contains("university:渤海船舶职业学院"))
  }

  @Test func `queries find a node of the data set's own kind`() throws {
    let graph = try graph()
    let college = try #require(graph.node(id: "university:渤海船舶职业学院"))
    for text in ["渤船学院", "university:渤海船舶职业学院", "渤海船舶", "bhcb"] {
      #expect(graph.lookUp(text) == .found(college), "\(text)")
    }
    #expect(
      graph.statistics().nodes.contains { $0.kind == NodeKind("university") && $0.count == 2 }
    )
  }

  @Test func `a kind of the data set's own answers for an item`() throws {
    let graph = try graph()
    let college = try #require(graph.node(id: "university:渤海船舶职业学院"))
    let task = try #require(graph.node(id: "task:人才培养"))
    #expect(graph.ontology.partyKinds.contains(NodeKind("university")))
    #expect(graph.owners(of: task).map(\.party) == [college])
    #expect(graph.duties(of: college).map(\.item) == [task])
  }

  @Test func `misspelling a word of the data set's own is a fault like any other`() throws {
    var files = Self.files
    files["y.yaml"] = """
      univercity: []
      university:
        - {name: 东北大学, source: 二, rang: top}
        - {name: 辽宁大学, source: 二, rank: topp, students: 9 个人}
      """
    let loaded = try DatasetFolder.dataset(files).load()
    let reported = loaded.diagnostics.map { "\($0.code) \($0.help?.en ?? "")" }
    #expect(
      reported == [
        "unknown-kind did you mean 'university'?", "unknown-field did you mean 'rank'?",
        "unknown-value did you mean 'top'?", "unknown-unit did you mean '个' or '人'?",
      ]
    )
  }
}

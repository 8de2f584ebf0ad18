import Bilingual
import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

struct BulkReadingTests {
  @Test func `a folder of two tables is a data set`() throws {
    let folder = try DatasetFolder.tables(nodes: Tables.nodes, edges: Tables.edges)
    let loaded = folder.load()
    #expect(loaded.diagnostics == [])
    let dataset = try #require(loaded.dataset)
    let graph = dataset.graph
    let cluster = try #require(graph.node(id: "c"))
    #expect(graph.name(of: cluster) == "聚烯烃产业集群")
    #expect(graph.aliases(of: cluster) == ["聚烯烃", "PO"])
    #expect(graph.option(.level, of: cluster) == "city")
    #expect(graph.lookUp("po") == .found(cluster))
    let document = try #require(graph.node(id: "d"))
    #expect(graph.origin(of: cluster) == .cited(document, place: "二/(一)"))
    let project = try #require(graph.node(id: "p"))
    #expect(graph.attribute(.capacity, of: project)?.description(in: .zh) == "100 万吨/年")
    #expect(graph.attribute(AttributeName("count"), of: project) == .integer(2))
    let parts = graph.relations(of: cluster, at: .target, .containment)
    #expect(parts.map { graph.name(of: $0.source) } == ["原油", "乙烯"])
    #expect(parts.map(\.isOpen) == [false, true])
    #expect(parts[0].origin == .cited(document, place: "二"))
    let supply = graph.relations(of: try #require(graph.node(id: "s1")), at: .source, .flow)
    #expect(supply.map(\.origin) == [.industryKnowledge])
  }

  @Test func `without a manifest the folder gives the title and the file the date`() throws {
    let folder = try DatasetFolder.tables(nodes: Tables.nodes, edges: Tables.edges)
    let dataset = try #require(folder.load().dataset)
    let name = URL(fileURLWithPath: folder.path).lastPathComponent
    #expect(dataset.title == BilingualText(zh: name, en: name))
    #expect(dataset.jurisdiction == name)
    #expect(dataset.language == .zh)
    #expect(dataset.documents.map { dataset.graph.name(of: $0) } == ["意见"])
    let time = Date.now.formatted(.iso8601.year().month().day())
    #expect(dataset.date.description == time)
  }

  @Test func `a manifest gives title, language, date and the document that places are of`() throws {
    let nodes = Tables.nodes.replacing("c,cluster,聚烯烃产业集群,聚烯烃;PO,d,", with: "c,cluster,聚烯烃产业集群,,,")
    let manifest = """
      title: {zh: 试验, en: trial}
      jurisdiction: 葫芦岛市
      language: en
      date: 2023-08
      documents: [意见]

      """
    let folder = try DatasetFolder.tables(
      nodes: nodes,
      edges: Tables.edges,
      [
        "dataset.yaml": manifest,
        "queries.yaml": "queries:\n  - {name: 全部, expression: kind(segment)}\n",
      ]
    )
    let loaded = folder.load()
    let dataset = try #require(loaded.dataset, "\(loaded.diagnostics)")
    #expect(dataset.title.en == "trial")
    #expect(dataset.language == .en)
    #expect(dataset.date.description == "2023-08")
    let cluster = try #require(dataset.graph.node(id: "c"))
    #expect(dataset.graph.origin(of: cluster).place == "二/(一)")
  }

  @Test func `an ontology of its own brings kinds, attributes and relations`() throws {
    let ontology = """
      kinds:
        patent:
          label: {zh: 专利, en: patent}
          attributes:
            tags: {label: {zh: 标签, en: tags}, type: text, list: true}
      relations:
        protects:
          label: {zh: 保护, en: protects}
          inverse: {zh: 受其保护, en: is protected by}
          semantics: action
          from: [patent]
          to: [segment]
          field: protects
          inverseField: protectedBy

      """
    let folder = try DatasetFolder.tables(
      nodes: "id:ID,:LABEL,name,tags:string[]\nx,patent,甲,新;快\ns,segment,乙,\n",
      edges: ":START_ID,:END_ID,:TYPE\nx,s,protects\n",
      ["ontology.yaml": ontology]
    )
    let loaded = folder.load()
    let graph = try #require(loaded.dataset?.graph, "\(loaded.diagnostics)")
    let patent = try #require(graph.node(id: "x"))
    #expect(graph.attribute(AttributeName("tags"), of: patent) == .list([.text("新"), .text("快")]))
    #expect(graph.relations(of: patent, at: .source, .action).count == 1)
  }

  @Test(arguments: ["\n", "\r\n"]) func `lines end with LF or CRLF, the last one need not`(
    end: String
  ) throws {
    let nodes = "\u{FEFF}" + Tables.nodes.replacing("\n", with: end)
    let edges = String(Tables.edges.dropLast()).replacing("\n", with: end)
    let folder = try DatasetFolder.tables(nodes: nodes, edges: edges)
    for chunkSize in [1, 3, 17, 100, 1 << 20] {
      let loaded = folder.load(chunkSize: chunkSize)
      let graph = try #require(loaded.dataset?.graph, "\(loaded.diagnostics)")
      #expect(graph.nodes.count == 5)
      #expect(graph.relationCounts().reduce(0) { $0 + $1.count } == 4)
    }
  }

  @Test func `tables without rows are a graph without nodes`() throws {
    for end in ["", "\n"] {
      let folder = try DatasetFolder.tables(
        nodes: "id:ID,:LABEL,name" + end,
        edges: ":START_ID,:END_ID,:TYPE" + end
      )
      let loaded = folder.load()
      #expect(loaded.dataset?.graph.nodes.count == 0, "\(loaded.diagnostics)")
    }
  }

  @Test func `a place of a node is its row, also behind cells of several lines`() throws {
    let nodes = """
      id:ID,:LABEL,name,content:string
      a,task,甲,"一
      二"
      b,task,乙,

      """
    let folder = try DatasetFolder.tables(nodes: nodes, edges: ":START_ID,:END_ID,:TYPE\n")
    let loaded = folder.load()
    let graph = try #require(loaded.dataset?.graph, "\(loaded.diagnostics)")
    let node = try #require(graph.node(id: "b"))
    #expect(loaded.place(of: node).range?.start.line == 4)
    let plain = try DatasetFolder.tables(nodes: Tables.nodes, edges: Tables.edges).load()
    let project = try #require(plain.dataset?.graph.node(id: "p"))
    #expect(plain.place(of: project).range?.start.line == 6)
  }
}

import Bilingual
import ChainDrawing
import ChainFiles
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing
import TestSupport

/// A picture equals its list.
struct ViewTests {
  @Test(arguments: Language.allCases, [false, true])
  func `the panorama of every Huludao cluster equals its list`(_ language: Language, _ all: Bool)
    throws
  {
    let dataset = try Samples.large()
    for cluster in dataset.graph.clustersWithChain() {
      let view = ChainView.panorama(
        of: cluster,
        in: dataset,
        language: language,
        showsImpliedFlows: all
      )
      let checks = ViewChecks(view, dataset.graph, dataset.graph.name(of: cluster))
      checks.expectSoundPicture()
      checks.expectPanorama(of: cluster, mostLines: 6, showsImpliedFlows: all)
    }
  }

  @Test(arguments: Language.allCases)
  func `the responsibilities of every Huludao cluster, and of all, equal their list`(
    _ language: Language
  ) throws {
    let dataset = try Samples.large()
    let clusters = dataset.graph.clustersWithChain()
    for items in clusters.map({ [$0] }) + [clusters, dataset.graph.nodes(of: .cluster)] {
      let title = BilingualText(same: "")
      let view = ChainView.responsibility(
        for: items,
        title: title,
        in: dataset,
        language: language
      )
      let checks = ViewChecks(view, dataset.graph, "\(items.count) items")
      checks.expectSoundPicture()
      checks.expectResponsibility()
    }
  }

  @Test func `the emerging cluster's picture shows the item that overrides it`() throws {
    let dataset = try Samples.large()
    let cluster = try #require(dataset.graph.node(id: "cluster:战略性新兴产业集群"))
    let view = ChainView.responsibility(
      for: [cluster],
      title: BilingualText(same: ""),
      in: dataset,
      language: .zh
    )
    let headings = view.picture.cards.map(\.heading)
    #expect(headings.contains("新能源电池材料延伸") && headings.contains("甄国强"))
    #expect(view.list.rowCount == 2)
    #expect(view.picture.footnotes.contains { $0.contains("市工业和信息化局统筹其中 1 项") })
  }

  @Test func `without general knowledge a panorama shows what the document states`() throws {
    let dataset = try Samples.large().statedByDocuments()
    for cluster in dataset.graph.clustersWithChain() {
      let view = ChainView.panorama(of: cluster, in: dataset, language: .zh)
      #expect(!view.picture.links.contains { $0.style == .inferred })
      let checks = ViewChecks(view, dataset.graph, dataset.graph.name(of: cluster))
      checks.expectSoundPicture()
      checks.expectPanorama(of: cluster, mostLines: 6, showsImpliedFlows: false)
    }
  }

  @Test func `pictures of random graphs equal their lists`() throws {
    for seed in UInt64(0)..<150 {
      let dataset = try RandomDataset.make(seed: seed)
      let graph = dataset.graph
      let language: Language = seed.isMultiple(of: 2) ? .zh : .en
      let mostLines = Int(seed % 4) + 2
      for cluster in graph.nodes(of: .cluster) {
        let view = ChainView.panorama(
          of: cluster,
          in: dataset,
          language: language,
          mostLines: mostLines,
          showsImpliedFlows: seed.isMultiple(of: 3)
        )
        let checks = ViewChecks(view, graph, "seed \(seed), \(graph.name(of: cluster))")
        checks.expectSoundPicture()
        checks.expectPanorama(
          of: cluster,
          mostLines: mostLines,
          showsImpliedFlows: seed.isMultiple(of: 3)
        )
      }
      let view = ChainView.responsibility(
        for: graph.nodes(of: .cluster),
        title: BilingualText(same: "x"),
        in: dataset,
        language: language
      )
      let checks = ViewChecks(view, graph, "seed \(seed), responsibility")
      checks.expectSoundPicture()
      checks.expectResponsibility()
    }
  }
}

/// Small graphs of everything that a picture can show, cycles and self-supply included.
enum RandomDataset {
  static func make(seed: UInt64) throws -> Dataset {
    var random = SplitMix64(seed: seed)
    var builder = ChainGraphBuilder(ontology: .builtIn)
    let document = builder.addNode(.document, name: "文件")
    builder.setOrigin(.cited(document, place: "一"), of: document)
    func origin() -> Origin {
      Bool.random(using: &random) ? .cited(document, place: "一") : .industryKnowledge
    }
    func add(_ kind: NodeKind, _ prefix: String, _ most: Int) -> [NodeIndex] {
      (0..<Int.random(in: 1...most, using: &random)).map { number in
        builder.addNode(kind, name: "\(prefix)\(number)", origin: origin())
      }
    }
    let clusters = add(.cluster, "群", 2)
    let segments = add(.segment, "环", 10)
    let enterprises = add(.enterprise, "企", 6)
    let leaders = add(.leader, "人", 3)
    let departments = add(.department, "局", 4)
    let tasks = add(.task, "任", 3)
    let statuses = builder.ontology[.project]?.attributes.first { $0.name == .status }
    guard case .option(let options)? = statuses?.type else { throw NoStatuses() }
    let projects = (0..<Int.random(in: 0...5, using: &random)).map { number in
      let option = options.randomElement(using: &random)
      let status = option.map { [(name: AttributeName.status, value: AttributeValue.option($0))] }
      return builder.addNode(
        .project,
        name: "项\(number)",
        attributes: status ?? [],
        origin: origin()
      )
    }
    var seen: Set<String> = []
    func relate(_ kind: String, _ sources: [NodeIndex], _ targets: [NodeIndex], _ count: Int) {
      for _ in 0..<count {
        guard let source = sources.randomElement(using: &random),
          let target = targets.randomElement(using: &random),
          seen.insert("\(kind) \(source) \(target)").inserted
        else { continue }
        let isOpen = Bool.random(using: &random)
        builder.addRelation(
          RelationKind(kind),
          from: source,
          to: target,
          origin: origin(),
          isOpen: isOpen
        )
      }
    }
    relate("supplies", segments, segments, 14)
    for part in segments + enterprises + projects + tasks { relate("partOf", [part], clusters, 1) }
    relate("partOf", projects, tasks, 2)
    relate("operatesIn", enterprises, segments, 8)
    relate("fills", projects, segments, 5)
    relate("anchors", enterprises, clusters, 2)
    let items = clusters + tasks + projects
    relate("accountable", leaders, items, 4)
    relate("lead", departments, items, 3)
    relate("responsible", departments, items, 5)
    relate("liaison", leaders + departments, items, 3)
    relate("coordinate", departments, clusters, 1)
    guard let date = CalendarDate(parsing: "2024") else { throw NoStatuses() }
    return Dataset(
      title: BilingualText(same: "随机"),
      jurisdiction: "市",
      language: .zh,
      date: date,
      documents: [document],
      graph: try builder.finish()
    )
  }

  private struct NoStatuses: Error {}
}

import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import TestSupport
import Testing

/// A picture equals its list.
struct ViewTests {
  /// Checks all requests; those without an answer must have nothing to answer with.
  ///
  /// - Returns: How many had an answer.
  @discardableResult
  private func expectEqual(
    _ requests: [QuestionRequest],
    _ dataset: Dataset,
    _ language: Language,
    _ label: String = ""
  ) -> Int {
    let graph = dataset.graph
    let numbers = SingleNumbers(graph)
    return requests.count { request in
      let subjects = request.subjects.map { graph.name(of: $0) }.joined(separator: ", ")
      let label = "\(label) \(request.name.rawValue) \(subjects) \(request.options)"
      do throws(ViewFailure) {
        let view = try dataset.view(request, language: language)
        ViewChecks(view, request, dataset, numbers, label).expectAll()
        return true
      } catch {
        let isEmpty = isEmpty(request, graph)
        #expect(isEmpty, "\(label): \(error)")
        return false
      }
    }
  }

  /// Whether the graph holds nothing that a view could show.
  private func isEmpty(_ request: QuestionRequest, _ graph: ChainGraph) -> Bool {
    let options = request.options
    let subject = request.subjects.first
    switch request.name {
    case .panorama, .gaps, .weak, .wanted, .unknown, .attached:
      return subject.map { graph.chain(of: $0).segments.isEmpty }
        ?? graph.clustersWithChain().isEmpty
    case .overview:
      return graph.nodes(of: .cluster).allSatisfy { cluster in
        graph.option(.level, of: cluster) == "province"
          || graph.wholes(of: cluster).contains { graph.kind(of: $0.node) == .cluster }
      }
    case .responsibility: return graph.nodes(of: .cluster).isEmpty
    case .duties:
      let parties =
        subject.map { [$0] }
        ?? graph.ontology.partyKinds.flatMap { graph.nodes(of: $0) }
      return parties.allSatisfy { party in
        graph.duties(of: party, isInheriting: options.isInheriting).allSatisfy { duty in
          (subject == nil && duty.through != nil)
            || !(options.roles.isEmpty || options.roles.contains(duty.role))
            || !(options.kinds.isEmpty || options.kinds.contains(graph.kind(of: duty.item)))
        }
      }
    case .alignment: return graph.alignment().isEmpty
    case .projects:
      guard let subject else { return graph.nodes(of: .project).isEmpty }
      let around =
        graph.belonging(to: subject) + graph.occupants(of: subject).map(\.node)
        + graph.duties(of: subject, isInheriting: true).map(\.item)
      return around.allSatisfy { graph.kind(of: $0) != .project }
    case .park, .region:
      guard let subject else { return false }
      return graph.occupants(of: subject).allSatisfy { occupant in
        let isOutside = options.cluster.map { !graph.isPart(occupant.node, of: $0) } ?? false
        return isOutside
          || !(options.kinds.isEmpty || options.kinds.contains(graph.kind(of: occupant.node)))
      }
    case .paths:
      return graph.downstream(of: request.subjects[0], withReturns: options.followsReturns).steps
        .allSatisfy { $0.segment != request.subjects[1] }
    case .chokepoints:
      let network = graph.flowNetwork(of: subject)
      return network.chokepoints().isEmpty && network.bridges().isEmpty
        && network.supplyCuts().isEmpty
    case .betweenness:
      return graph.flowNetwork(of: subject).betweenness(limit: 1).segments.isEmpty
    case .core, .components: return graph.flowNetwork(of: subject).segments.isEmpty
    case .upstream, .downstream, .neighborhood, .impact, .ontology: return false
    default: return false
    }
  }

  @Test(arguments: QuestionName.viewsOfNodes, Language.allCases)
  func `a view of the Huludao data equals its list, whatever it is of`(
    _ name: QuestionName,
    _ language: Language
  ) throws {
    let dataset = try Samples.large()
    let requests = ViewCases(dataset: dataset, stride: 17).requests(for: name)
    // The document places nothing in the two parks that it names.
    if name != .park { #expect(expectEqual(requests, dataset, language) > 0) }
  }

  @Test(arguments: QuestionName.viewsOfNodes)
  func `a view of what the document states alone equals its list`(_ name: QuestionName) throws {
    let dataset = try Samples.large().statedByDocuments()
    expectEqual(ViewCases(dataset: dataset, stride: 19).requests(for: name), dataset, .zh)
    if name == .panorama {
      let cluster = try #require(dataset.graph.clustersWithChain().first)
      let view = try dataset.view(QuestionRequest(.panorama, of: [cluster]), language: .zh)
      #expect(!view.picture.links.contains { $0.style == .inferred })
    }
  }

  @Test(arguments: QuestionName.viewsOfNodes, Language.allCases)
  func `a view of a small data set with kinds of its own equals its list`(
    _ name: QuestionName,
    _ language: Language
  ) throws {
    let dataset = try Samples.tiny()
    let count = expectEqual(ViewCases(dataset: dataset).requests(for: name), dataset, language)
    #expect(count > 0)
  }

  @Test(arguments: Language.allCases)
  func `registers half decided are drawn as they are listed`(_ language: Language) throws {
    var random = SplitMix64(seed: 17)
    let dataset = try Samples.large()
    let graph = dataset.graph
    let segments = graph.nodes(of: .segment)
    let day = try #require(CalendarDate(parsing: "2023-08-01"))
    func decision(_ number: Int) -> FirmDecision {
      FirmDecision(
        creditCode: "",
        firm: "甲\(number)公司",
        segment: graph.id(of: segments[random.number(below: segments.count)]),
        verdict: FirmDecision.Verdict.allCases[random.number(below: 3)],
        by: "某",
        date: day,
        evidence: FirmDecision.Evidence(field: "", words: [], term: "", tier: nil, row: 1, text: "")
      )
    }
    let open = segments.filter { _ in random.number(below: 3) == 0 }.map { segment in
      let all = 1 + random.number(below: 9)
      return Attachment.Open(
        segment: graph.id(of: segment),
        possible: random.number(below: all + 1),
        all: all
      )
    }
    let attachments = [false, true].map { isOutside in
      Attachment(
        file: "\(isOutside).yaml",
        register: "名录",
        date: day,
        isOutside: isOutside,
        firmCount: 9,
        open: open,
        terms: [],
        names: [],
        decisions: (0..<200).map(decision)
      )
    }
    let attached = dataset.attaching(attachments)
    let requests = ViewCases(dataset: attached).requests(for: .attached)
    #expect(expectEqual(requests, attached, language) > 5)
  }

  @Test(arguments: QuestionName.viewsOfNodes)
  func `a view of random data equals its list`(_ name: QuestionName) throws {
    var count = 0
    for seed in UInt64(0)..<60 {
      let dataset = try RandomDataset.make(seed: seed)
      let language: Language = seed.isMultiple(of: 2) ? .zh : .en
      let requests = ViewCases(dataset: dataset).requests(for: name)
      count += expectEqual(requests, dataset, language, "seed \(seed)")
    }
    #expect(count >= 20)
  }

  @Test func `the emerging cluster's picture shows the item that overrides it`() throws {
    let dataset = try Samples.large()
    let words = QuestionWords("responsibility", of: ["战略性新兴产业集群"])
    let view = try dataset.view(words, language: .zh)
    let headings = view.picture.cards.map(\.heading)
    #expect(headings.contains("新能源电池材料延伸") && headings.contains("甄国强"))
    #expect(view.list.rowCount == 2)
    #expect(view.picture.footnotes.contains { $0.contains("市工业和信息化局统筹其中 1 项") })
  }
}

import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// The lists of what is weak, wanted and unknown, and of enterprises: each row against the graph.
struct VerdictListTests {
  private typealias Row = [String: Answer.Cell]

  private static let lists: [QuestionName: Set<Verdict>] = [
    .weak: [.short, .single], .wanted: [.wanted], .unknown: [.unknown],
  ]

  /// The data sets, and of each the clusters to ask about; none for all.
  private func scopes() throws -> [(dataset: Dataset, cluster: NodeIndex?)] {
    let random = try (UInt64(0)..<20).map { try RandomDataset.make(seed: $0) }
    return ([try Samples.tiny(), try Samples.large()] + random).flatMap { dataset in
      ([nil] + dataset.graph.clustersWithChain().map(Optional.some)).map { (dataset, $0) }
    }
  }

  private func list(_ name: QuestionName, _ dataset: Dataset, _ cluster: NodeIndex?) throws
    -> (answer: Answer, rows: [Row], keys: [String])
  {
    let request = QuestionRequest(name, of: cluster.map { [$0] } ?? [])
    let answer = try dataset.answer(request, language: .zh)
    guard case .table(let table)? = answer.sections.first?.content else { return (answer, [], []) }
    let keys = table.columns.map(\.key)
    let rows = table.rows.map {
      Dictionary(zip(keys, $0), uniquingKeysWith: { first, _ in first })
    }
    return (answer, rows, keys)
  }

  private func ids(_ row: Row, _ key: String) -> [String] {
    guard case .list(let cells)? = row[key] else { return [] }
    return cells.compactMap { cell in
      switch cell {
      case .node(let node), .captioned(.node(let node), _): node.id
      default: nil
      }
    }
  }

  private func id(_ row: Row) -> String { row["id"]?.text(in: .zh) ?? "" }

  @Test(arguments: [QuestionName.weak, .wanted, .unknown])
  func `a list has the segments of its verdicts and no other`(_ name: QuestionName) throws {
    let verdicts = try #require(Self.lists[name])
    for (dataset, cluster) in try scopes() {
      let graph = dataset.graph
      let (answer, rows, _) = try list(name, dataset, cluster)
      #expect(answer.command == name.rawValue)
      let clusters = cluster.map { [$0] } ?? graph.clustersWithChain()
      let expected = clusters.flatMap { graph.chain(of: $0).segments }
        .filter { verdicts.contains(graph.verdict(of: $0)) }.map { graph.id(of: $0) }
      #expect(rows.map { id($0) }.sorted() == expected.sorted())
      for row in rows {
        guard case .word(let verdict, _)? = row["verdict"],
          let segment = graph.node(id: id(row))
        else {
          Issue.record("\(row)")
          continue
        }
        #expect(verdict == graph.verdict(of: segment).rawValue)
      }
    }
  }

  @Test func `what nobody has looked at is a question to somebody, with columns to fill in`()
    throws
  {
    let titles = ["结果", "企业", "依据", "调查人", "日期"]
    for (dataset, cluster) in try scopes() {
      let graph = dataset.graph
      let (answer, rows, keys) = try list(.unknown, dataset, cluster)
      #expect(answer.notes.contains { $0.zh.contains("未查不等于没有") })
      guard !rows.isEmpty else { continue }
      let fields = keys.filter { $0.hasPrefix("fill-") }
      #expect(fields.count == titles.count)
      if case .table(let table)? = answer.sections.first?.content {
        #expect(table.columns.suffix(titles.count).map(\.title.zh) == titles)
      }
      for row in rows {
        let question = row["question"]?.text(in: .zh) ?? ""
        #expect(question.contains("“\(row["name"]?.text(in: .zh) ?? "?")”"))
        let asked = ids(row, "owners").compactMap { graph.node(id: $0) }
        #expect(asked.allSatisfy { question.contains(graph.name(of: $0)) }, "\(question)")
        let segment = try #require(graph.node(id: id(row)))
        #expect(asked.isEmpty == graph.owners(of: segment).isEmpty)
        #expect(fields.allSatisfy { row[$0] == .unanswered })
      }
    }
  }

  @Test func `the list of enterprises has a row an enterprise, and loses none`() throws {
    for (dataset, cluster) in try scopes() {
      let graph = dataset.graph
      let (_, rows, _) = try list(.enterprises, dataset, cluster)
      let expected =
        cluster.map { graph.enterprisesByRelation(of: $0) } ?? graph.nodes(of: .enterprise)
      #expect(rows.map { id($0) } == expected.map { graph.id(of: $0) })
      let inside = cluster.map { graph.belonging(to: $0).union([$0]) }
      for (row, enterprise) in zip(rows, expected) {
        func targets(_ semantics: Semantics, _ isMeant: (Relation) -> Bool) -> [String] {
          graph.relations(of: enterprise, at: .source, semantics)
            .filter { isMeant($0) && inside?.contains($0.target) ?? true }
            .map { graph.id(of: $0.target) }
        }
        #expect(ids(row, "segments") == targets(.presence) { _ in true })
        #expect(ids(row, "projects") == targets(.action) { graph.kind(of: $0.target) == .project })
        let leads = !targets(.action) { $0.kind == .anchors }.isEmpty
        #expect(row["role"]?.text(in: .zh).contains("龙头") == leads)
      }
    }
  }

  @Test func `what general knowledge alone says of an enterprise is marked`() throws {
    let dataset = try Samples.tiny()
    let (_, rows, _) = try list(.enterprises, dataset, nil)
    let row = try #require(rows.first { id($0) == "enterprise:晨光纸业" })
    #expect(row["segments"]?.text(in: .zh) == "造纸、≈制浆")
  }
}

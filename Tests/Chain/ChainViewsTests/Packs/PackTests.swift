import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import TestSupport
import Testing

/// Sets of pictures and lists.
struct PackTests {
  private func sets(
    _ pack: Pack,
    _ dataset: Dataset,
    of clusters: [NodeIndex]? = nil,
    _ language: Language = .zh
  ) -> [Pack.Answers] {
    let (sets, diagnostics) = pack.sets(on: dataset, clusters: clusters, language: language)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
    return sets
  }

  private func pack(_ text: String) throws -> Pack {
    let folder = try DatasetFolder(["set.yaml": text])
    let reading = Pack.load(path: folder.path + "/set.yaml")
    return try #require(reading.pack, "\(reading.diagnostics.map(\.message.en))")
  }

  private func rows(_ list: Answer) -> [[String: Answer.Cell]] {
    guard case .table(let table)? = list.sections.first?.content else { return [] }
    return table.rows.map { row in
      Dictionary(zip(table.columns.map(\.key), row), uniquingKeysWith: { first, _ in first })
    }
  }

  @Test(arguments: Pack.builtIn.indices, Language.allCases)
  func `each entry of a built-in set is a picture or a list for every cluster`(
    _ position: Int,
    _ language: Language
  ) throws {
    let (name, pack) = Pack.builtIn[position]
    for dataset in [try Samples.large(), try Samples.tiny()] {
      let clusters = dataset.graph.clustersWithChain()
      let sets = sets(pack, dataset, language)
      #expect(sets.count == clusters.count, "\(name)")
      for (set, cluster) in zip(sets, clusters) {
        let clusterName = dataset.graph.name(of: cluster)
        #expect(set.folder == clusterName && set.title.zh.contains(clusterName))
        #expect(set.pictures.map(\.name) == pack.pictures.map(\.name))
        #expect(set.lists.map(\.name) == pack.lists.map(\.name))
        for (entry, made) in zip(pack.pictures, set.pictures) {
          #expect(!made.picture.cards.isEmpty, "\(entry.name)")
          #expect(made.picture.title.contains(clusterName), "\(entry.name)")
          let wording = try #require(entry.title)
          #expect(made.picture.title.hasSuffix(wording[language]), "\(made.picture.title)")
        }
        for (entry, made) in zip(pack.lists, set.lists) {
          #expect(made.list.rowCount > 0, "\(entry.name)")
          #expect(made.list.title?.zh.hasPrefix(clusterName) == true, "\(entry.name)")
          expectFilled(made.list, entry, dataset.graph, "\(clusterName) \(entry.name)")
        }
      }
    }
  }

  // MARK: 待填

  /// Cells to fill in stand where people fill fields in, and where the graph holds no answer;
  /// nowhere else.
  private func expectFilled(
    _ list: Answer,
    _ entry: ViewEntry,
    _ graph: ChainGraph,
    _ label: String
  ) {
    for row in rows(list) {
      let node = row["id"].flatMap { cell -> NodeIndex? in
        guard case .text(let id) = cell else { return nil }
        return graph.node(id: id)
      }
      for (key, cell) in row {
        let isBlank = cell == .unanswered
        if key == "number" {
          #expect(!isBlank, "\(label)")
        } else if key.hasPrefix("fill-") || node == nil {
          // The fields of the set, and the only row of a list that the data has nothing for.
          #expect(isBlank, "\(label): \(key)")
        } else if let node {
          let isOpen = isUnanswered(key, node, graph, list.command)
          #expect(isBlank == isOpen, "\(label): \(key) of \(graph.name(of: node))")
        }
        if isBlank { #expect(cell.text(in: .zh) == "待填", "\(label)") }
      }
    }
    let fills = rows(list).first?.keys.filter { $0.hasPrefix("fill-") }.count
    #expect(fills == max(entry.fill.count, entry.words == nil ? 1 : 0), "\(label)")
  }

  /// Whether the graph has nothing to say under a column of a list.
  private func isUnanswered(
    _ key: String,
    _ node: NodeIndex,
    _ graph: ChainGraph,
    _ view: String
  ) -> Bool {
    func lacks(_ name: AttributeName) -> Bool { graph.attribute(name, of: node) == nil }
    func canHave(_ name: AttributeName) -> Bool {
      graph.definition(of: node).attributes.contains { $0.name == name }
    }
    func owned(_ role: RelationKind) -> Bool {
      graph.owners(of: node).contains { $0.role == role }
    }
    func wholes(_ kind: NodeKind) -> Bool {
      graph.relations(of: node, at: .source, .containment)
        .contains { graph.kind(of: $0.target) == kind }
    }
    switch (view, key) {
    case ("overview", "tier"): return lacks(.tier)
    case ("overview", "industries"): return !wholes(.industry)
    case ("overview", "targets"):
      return !graph.relations(of: node, at: .target, .containment)
        .contains { graph.kind(of: $0.source) == .target }
    case ("overview", "accountable"), ("projects", "leader"): return !owned(.accountable)
    case ("overview", "lead"), ("projects", "department"): return !owned(.lead)
    case ("projects", "content"):
      return lacks(.content) && graph.relations(of: node, at: .source, .presence).isEmpty
    case ("projects", "builder"):
      return graph.relations(of: node, at: .target, .action).isEmpty
    case ("projects", "place"):
      return graph.relations(of: node, at: .source, .location).isEmpty
    case ("projects", "capacity"): return lacks(.capacity)
    case ("projects", "status"), ("responsibility", "progress"):
      return lacks(.status) && lacks(AttributeName("wording"))
    case ("responsibility", "deadline"): return lacks(.deadline)
    case ("gaps", "candidates"), ("gaps", "park"): return lacksOffers(key, node, graph)
    case ("region", "status"), ("park", "status"):
      return canHave(.status) && lacks(.status) && lacks(AttributeName("wording"))
    case ("region", "capacity"), ("park", "capacity"): return canHave(.capacity) && lacks(.capacity)
    default: return false
    }
  }

  /// Whether no project for a segment or its parts has a builder, or a park that it stands in.
  private func lacksOffers(_ key: String, _ segment: NodeIndex, _ graph: ChainGraph) -> Bool {
    let projects = graph.nodes(of: .project).filter { project in
      graph.relations(of: project, at: .source, .presence).contains { fills in
        fills.target == segment || graph.isPart(fills.target, of: segment)
      }
    }
    return projects.allSatisfy { project in
      key == "candidates"
        ? graph.relations(of: project, at: .target, .action).isEmpty
        : graph.relations(of: project, at: .source, .location)
          .allSatisfy { graph.kind(of: $0.target) != .park }
    }
  }

  @Test func `fields to fill in are columns of the list and lines of its cards`() throws {
    let dataset = try Samples.tiny()
    let pack = try pack(
      """
      title: 试
      for: each-cluster
      pictures:
        - {file: 图, view: gaps, of: $cluster, fill: [{zh: 甲项, en: a}, 乙项]}
      lists:
        - {sheet: 表, view: gaps, of: $cluster, fill: [{zh: 甲项, en: a}, 乙项]}

      """
    )
    let cluster = try #require(dataset.graph.node(id: "cluster:纸业集群"))
    let plain = try dataset.view(QuestionRequest(.gaps, of: [cluster]), language: .zh)
    let set = try #require(sets(pack, dataset).first)
    let picture = try #require(set.pictures.first?.picture)
    #expect(picture.cards.map(\.id) == plain.picture.cards.map(\.id))
    #expect(picture.links == plain.picture.links)
    for (card, original) in zip(picture.cards, plain.picture.cards) {
      let isNumbered = original.badge != nil
      #expect(
        card.lines.map(\.text) == (isNumbered ? ["甲项：待填", "乙项：待填"] : original.lines.map(\.text))
      )
    }
    let list = try #require(set.lists.first?.list)
    guard case .table(let table)? = list.sections.first?.content else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.suffix(2).map(\.title.zh) == ["甲项", "乙项"])
    #expect(table.columns.suffix(2).map(\.title.en) == ["a", "乙项"])
    #expect(table.rows.allSatisfy { $0.suffix(2) == [.unanswered, .unanswered] })
    #expect(list.rowCount == plain.list.rowCount)
    let english = try #require(sets(pack, dataset, .en).first?.pictures.first?.picture)
    #expect(english.cards.contains { $0.lines.first?.text == "a: to fill in" })
  }

  // MARK: Forms

  @Test func `what the data has nothing for is a form, with the reason`() throws {
    let dataset = try Samples.tiny()
    let pack = try pack(
      """
      title: {zh: 试, en: Trial}
      for: each-cluster
      pictures:
        - {file: 全空, fill: [名称, 日期]}
        - {file: 无填}
        - {file: 无处, view: region, of: $jurisdiction}
        - {file: 无路, title: 路, view: paths, of: [烟标, 木材], fill: [说明]}
      lists:
        - {sheet: 政策, fill: [政策名称, 文号]}
        - {sheet: 园区, view: region, of: $jurisdiction, fill: [主导产业]}
        - {sheet: 项目, view: duties, of: 张三, kind: task}

      """
    )
    let set = try #require(sets(pack, dataset).first)
    let pictures = set.pictures.map(\.picture)
    #expect(pictures.allSatisfy { $0.name == "form" && $0.cards.count == 1 })
    #expect(pictures[0].cards[0].lines.map(\.text) == ["名称：待填", "日期：待填"])
    #expect(pictures[1].cards[0].lines.map(\.text) == ["内容：待填"])
    #expect(pictures[0].title == "纸业集群 · 全空" && pictures[3].title == "纸业集群 · 路")
    #expect(pictures[2].subtitle.contains("没有名为“样例市”的行政区"))
    #expect(pictures[3].subtitle == "从“烟标”没有到“木材”的供给路径")
    for picture in pictures { #expect(try !picture.render(as: .svg).isEmpty) }
    for (name, list) in set.lists {
      let row = try #require(rows(list).first)
      #expect(list.rowCount == 1 && row["number"] == .number(1), "\(name)")
      #expect(row.values.filter { $0 == .unanswered }.count == row.count - 1, "\(name)")
      let csv = list.text(in: .csv, language: .zh)
      #expect(csv.contains("待填"), "\(csv)")
    }
    #expect(rows(set.lists[0].list)[0].count == 3)
  }

  // MARK: Clusters

  @Test func `a set is made for each cluster, or for those that are asked for, or once`() throws {
    let dataset = try Samples.large()
    let graph = dataset.graph
    let each = try pack(
      "title: 甲\nfor: each-cluster\nlists: [{sheet: 表, view: 缺链清单, of: $cluster}]\n"
    )
    #expect(sets(each, dataset).count == 8)
    let swimwear = try #require(graph.node(id: "cluster:泳装产业集群"))
    let one = sets(each, dataset, of: [swimwear])
    #expect(one.map(\.folder) == ["泳装产业集群"])
    let view = try dataset.view(QuestionRequest(.gaps, of: [swimwear]), language: .zh)
    #expect(one[0].lists[0].list.rowCount == view.list.rowCount)
    // A cluster without a chain has forms.
    let provincial = try #require(graph.alignment().first?.cluster)
    let none = sets(each, dataset, of: [provincial])
    #expect(none[0].lists[0].list.rowCount == 1)
    let once = try pack("title: 甲\nlists: [{sheet: 表, view: alignment}]\n")
    let all = sets(once, dataset)
    #expect(all.count == 1 && all[0].folder == nil && all[0].title.zh == "甲")
    #expect(all[0].lists[0].list.rowCount == 22)
  }

  @Test func `the region of a data set stands under its word, within the cluster`() throws {
    let dataset = try Samples.large()
    let pack = try pack(
      """
      title: 甲
      for: each-cluster
      pictures: [{file: 图, view: region, of: $jurisdiction, within: $cluster}]

      """
    )
    let region = try #require(dataset.graph.node(id: "region:葫芦岛市"))
    for (set, cluster) in zip(sets(pack, dataset), dataset.graph.clustersWithChain()) {
      var options = QuestionOptions()
      options.cluster = cluster
      let request = QuestionRequest(.region, of: [region], options: options)
      let view = try? dataset.view(request, language: .zh)
      #expect(set.pictures[0].picture.cards.count == view?.picture.cards.count ?? 1)
    }
  }

  @Test func `clusters whose names are one to a file system have folders of their own`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    let names = [
      "a/b", "a\\b", "A:b", "..", ".x", String(repeating: "长", count: 10_000), "a\u{0}b",
      String(repeating: "长", count: 10_001),
    ]
    for (number, name) in names.enumerated() {
      let cluster = builder.addNode(
        .cluster,
        name: name,
        id: "cluster:\(number)",
        origin: .industryKnowledge
      )
      let segment = builder.addNode(.segment, name: "环\(number)", origin: .industryKnowledge)
      builder.addRelation(
        RelationKind("partOf"),
        from: segment,
        to: cluster,
        origin: .industryKnowledge
      )
    }
    let dataset = Dataset(
      title: BilingualText(same: "甲"),
      jurisdiction: "市",
      language: .zh,
      date: try #require(CalendarDate(parsing: "2024")),
      documents: [],
      graph: try builder.finish()
    )
    let pack = try pack("title: 甲\nfor: each-cluster\npictures: [{file: 图}]\n")
    let folders = sets(pack, dataset).compactMap(\.folder)
    #expect(folders.prefix(5) == ["a_b", "a_b 2", "A_b 3", "_..", "_.x"], "\(folders.prefix(5))")
    #expect(folders.count == 8 && Set(folders.map { $0.lowercased() }).count == 8)
    for folder in folders {
      #expect(folder.utf8.count < 255 && !folder.contains("/") && !folder.hasPrefix("."))
    }
  }
}

import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import GraphKernel
import ProgressLoop
import TestSupport
import Testing

@testable import ChainExchange
@testable import ChainTestSupport

/// What a database of SQLite holds, read with SQLite.
struct DatabaseTests {
  private static func bytes(
    _ dataset: Dataset,
    _ progress: ReportedProgress? = nil,
    in language: Language = .zh
  ) throws -> [UInt8] {
    var options = ExchangeOptions(language: language)
    options.progress = progress
    var bytes: [UInt8] = []
    try dataset.write(as: .sqlite, options: options) { bytes += $0 }
    return bytes
  }

  private static func read(
    _ dataset: Dataset,
    _ progress: ReportedProgress? = nil,
    in language: Language = .zh
  ) throws -> ReadDatabase {
    try #require(ReadDatabase(try bytes(dataset, progress, in: language)))
  }

  private static func count(_ database: ReadDatabase, _ rows: String) -> Int? {
    database.rows("SELECT count(*) FROM \(rows)")?.first?.first??.isEmpty == false
      ? Int(database.rows("SELECT count(*) FROM \(rows)")?[0][0] ?? "") : nil
  }

  @Test func `it holds what the graph holds under every filter, and no reference leads nowhere`()
    throws
  {
    for seed in UInt64(0)..<60 {
      let whole = try RandomDataset.make(seed: seed)
      let part = whole.keeping(RandomDataset.filter(of: whole.graph, seed: seed))
      let graph = part.graph
      let read = try Self.read(part)
      #expect(read.rows("PRAGMA foreign_key_check") == [], "seed \(seed)")
      #expect(read.rows("PRAGMA integrity_check") == [["ok"]], "seed \(seed)")
      let place = { (origin: Origin) -> [String?] in
        [
          origin.basis.rawValue, origin.document.map { graph.id(of: $0) },
          origin.document == nil ? nil : origin.place,
        ]
      }
      #expect(
        read.rows("SELECT * FROM nodes ORDER BY rowid")
          == graph.nodes.map { node in
            [graph.id(of: node), graph.kind(of: node).name, graph.name(of: node)]
              + place(graph.origin(of: node))
          },
        "seed \(seed)"
      )
      #expect(
        Set(read.rows("SELECT node, position, alias FROM aliases") ?? [])
          == Set(
            graph.nodes.flatMap { node in
              graph.aliases(of: node).enumerated().map {
                [graph.id(of: node), String($0.offset), $0.element]
              }
            }
          )
      )
      let relations = RelationColumns(of: graph)
      #expect(
        read.rows(
          "SELECT kind, source, target, basis, document, place, open, first_day, last_day FROM relations ORDER BY id"
        )
          == (0..<relations.count).map { position in
            let relation = relations.relation(position, in: graph)
            return [
              relation.kind.name, graph.id(of: relation.source), graph.id(of: relation.target),
            ] + place(relation.origin) + [
              relation.isOpen ? "1" : "0", relation.period.from?.firstDay.description,
              relation.period.until?.lastDay.description,
            ]
          },
        "seed \(seed)"
      )
    }
  }

  @Test func `the same data set gives the same bytes, and says what made them`() throws {
    let dataset = try RandomDataset.make(seed: 5)
    let bytes = try Self.bytes(dataset)
    #expect(try Self.bytes(dataset) == bytes)
    let read = try #require(ReadDatabase(bytes))
    #expect(read.rows("PRAGMA application_id") == [["1282307189"]])
    #expect(read.rows("PRAGMA user_version") == [["1"]])
    #expect(read.rows("SELECT value FROM dataset WHERE key = 'title_zh'") == [["题<\"&"]])
  }

  @Test(arguments: Language.allCases)
  func `every view opens, and leaves out no row and gives none twice`(language: Language) throws {
    let (dataset, progress) = try Self.reported()
    let read = try Self.read(dataset, progress, in: language)
    let views: [(zh: String, en: String, table: String)] = [
      ("对象", "all nodes", "nodes"), ("属性", "all attributes", "attributes"),
      ("关系", "all relations", "relations"), ("事项", "items", "status"),
      ("责任", "responsibilities", "owners"), ("亮灯原因", "reasons of lights", "status_reasons"),
      ("计划", "plans", "plan"), ("台账", "journal lines", "journal"),
    ]
    let names = views.map { BilingualText(zh: $0.zh, en: $0.en)[language] }
    #expect(
      Set(read.rows("SELECT name FROM sqlite_schema WHERE type = 'view'")?.compactMap(\.[0]) ?? [])
        == Set(names)
    )
    for (name, view) in zip(names, views) {
      let count = Self.count(read, "\"\(name)\"")
      #expect(count == Self.count(read, view.table), "\(name)")
      #expect(count ?? 0 > 0, "\(name)")
    }
  }

  @Test func `an attribute keeps what was written, its number, its unit and its days`() throws {
    let text = """
      project:
        - {name: 甲, basis: industry-knowledge, capacity: 0.1 亿元, status: building, count: 7}
      survey:
        - {name: 摸排, basis: industry-knowledge, date: 2024-02, validUntil: 2024}
      """
    let loaded = try Self.load(text)
    let read = try Self.read(loaded)
    #expect(
      read.rows(
        "SELECT attribute, value, amount, unit, first_day, last_day FROM attributes "
          + "ORDER BY attribute"
      ) == [
        ["capacity", "0.1 亿元", "0.1", "亿元", nil, nil],
        ["count", "7", "7", nil, nil, nil],
        ["date", "2024-02", nil, nil, "2024-02-01", "2024-02-29"],
        ["status", "building", nil, nil, nil, nil],
        ["validUntil", "2024", nil, nil, "2024-01-01", "2024-12-31"],
      ]
    )
    #expect(read.rows("SELECT 值 FROM 属性 WHERE 属性 = '状态'") == [["在建"]])
  }

  @Test func `plan, journal and lights are those of the loop, of a part as of the whole`() throws {
    let (dataset, progress) = try Self.reported()
    let read = try Self.read(dataset, progress)
    #expect(read.rows("PRAGMA foreign_key_check") == [])
    let loop = progress.loop
    let wanted = loop.world.items.indices.map { item -> [String?] in
      let status = loop.status(of: item, at: progress.day)
      return [
        loop.world.items[item].id, status.light.rawValue, status.period?.description,
        status.value?.number.description, status.investment?.behind.shown,
      ]
    }
    let query = "SELECT item, light, period, amount, behind FROM status ORDER BY rowid"
    #expect(read.rows(query) == wanted)
    #expect(read.rows("SELECT light FROM status ORDER BY rowid") == [["red"], ["green"]])
    #expect(
      read.rows("SELECT 事项, 灯, 牵头单位, 原因 FROM 事项") == [
        ["甲项目", "红", "市一局", "红：投资落后 38.0 点"], ["乙项目", "绿", "市一局", nil],
      ]
    )
    #expect(
      read.rows("SELECT line, state, amount, unit, party FROM journal ORDER BY id") == [
        ["j1", "corrected", "100", "万元", "department:市一局"],
        ["j3", "standing", "120", "万元", "department:市一局"],
        ["j2", "standing", "600", "万元", "department:市一局"],
      ]
    )
    #expect(read.rows("SELECT count(*), sum(amount) FROM plan") == [["2", "2000"]])

    var filter = GraphFilter()
    let graph = dataset.graph
    filter.nodes = Set(graph.nodes(of: .project).filter { graph.name(of: $0) == "乙项目" })
    let part = try Self.read(dataset.keeping(filter), progress)
    #expect(part.rows("PRAGMA foreign_key_check") == [])
    #expect(part.rows("SELECT item, light FROM status") == [["project:乙项目", "green"]])
    #expect(part.rows("SELECT line, party FROM journal") == [["j2", nil]])
  }

  @Test func `what was not known by a day is not told`() throws {
    let (dataset, progress) = try Self.reported()
    let known = try #require(CalendarDate(parsing: "2024-07-03"))
    let early = ReportedProgress(progress.loop, at: progress.day, known: Day(firstOf: known))
    let read = try Self.read(dataset, early)
    #expect(read.rows("SELECT line, state FROM journal ORDER BY id")?.map(\.[0]) == ["j1", "j2"])
    #expect(read.rows("SELECT value FROM dataset WHERE key = 'known'") == [["2024-07-03"]])
  }

  private static func load(_ text: String) throws -> Dataset {
    let folder = try DatasetFolder()
    try folder.write(
      """
      title: 样例
      jurisdiction: 样例市
      language: zh
      date: 2024-01
      documents: [意见]

      """,
      to: "dataset.yaml"
    )
    try folder.write("document:\n  - {name: 意见, basis: industry-knowledge}\n", to: "documents.yaml")
    try folder.write(text, to: "facts.yaml")
    let loaded = Dataset.load(folder: folder.path)
    return try #require(loaded.dataset, "\(loaded.diagnostics)")
  }

  /// Two projects with a plan, and three lines on them.
  private static func reported() throws -> (Dataset, ReportedProgress) {
    let dataset = try load(
      """
      department:
        - {name: 市一局, aliases: [一局], basis: industry-knowledge}
      project:
        - {name: 甲项目, basis: industry-knowledge, capacity: 1000 万元, lead: 市一局}
        - {name: 乙项目, basis: industry-knowledge}
      """
    )
    func file(_ path: String, _ text: String) -> LoopFiles.File {
      LoopFiles.File(path: path, bytes: Array(text.utf8))
    }
    let files = LoopFiles(
      plans: [
        file(
          "plans/2024.csv",
          """
          line,recorded,item,what,period,value
          p1,2024-01-10,甲项目,投资,2024,1000 万元
          p2,2024-01-10,乙项目,投资,2024,1000 万元
          """
        )
      ],
      journals: [
        file(
          "journal/2024-07.csv",
          """
          line,recorded,by,period,item,type,status,value,corrects,reason
          j1,2024-07-02,市一局,2024-06,甲项目,report,在建,100 万元,,
          j2,2024-07-03,市一局,2024-06,乙项目,report,在建,600 万元,,
          j3,2024-07-04,一局,2024-06,甲项目,report,在建,120 万元,j1,"多算""一笔""。"
          """
        )
      ]
    )
    let reading = files.read(units: dataset.graph.ontology)
    try #require(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    var party = LoopParty(id: "department:市一局", name: "市一局")
    party.aliases = ["一局"]
    let world = LoopWorld(
      items: [
        LoopItem(id: "project:甲项目", name: "甲项目"), LoopItem(id: "project:乙项目", name: "乙项目"),
      ],
      parties: [party],
      statements: ["甲项目", "乙项目"].map {
        LoopStatement(item: "project:\($0)", role: .lead, party: "department:市一局")
      },
      plan: reading.plan,
      journal: reading.journal
    )
    let day = try #require(CalendarDate(parsing: "2024-07-31"))
    return (dataset, ReportedProgress(ClosedLoop(world), at: Day(firstOf: day)))
  }
}

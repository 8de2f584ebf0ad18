import Bilingual
import ChainFiles
import ChainLoop
import ChainModel
import ChainPages
import Diagnostics
import ProgressLoop
import TestSupport
import Testing

/// What stands on the home of a leader or a department.
@Suite("Homes of leaders and departments")
struct HomeTests {
  private static let facts = """
    cluster:
      - {name: 集群, source: 一, level: 市级, accountable: {to: 张三, source: 二/1}, lead: {to: 局, source: 二/2}}
    leader:
      - {name: 张三, source: 一}
    department:
      - {name: 局, source: 一}
      - {name: 别局, source: 一}
      - {name: 闲局, source: 一}
    project:
      - {name: 甲项目, source: 三/1, partOf: 集群}
      - {name: 乙项目, source: 三/2, partOf: 集群, lead: {to: 别局, source: 三/2}}
    """
  private static let progress = [
    "plans/2024.csv": """
    line,recorded,item,what,period,value
    p1,2024-01-15,甲项目,投资,2024,12000
    p2,2024-01-15,甲项目,开工,,2024-02-29
    p3,2024-06-20,甲项目,投资,2024,10000

    """,
    "journal/2024.csv": """
    line,recorded,period,by,item,type,status,value
    j1,2024-05-04,2024-04,局,甲项目,report,在建,1000
    j2,2024-06-04,2024-05,局,甲项目,report,在建,1500
    j3,2024-07-08,2024-05,别局,乙项目,report,在建,100

    """, "reporting.yaml": "start: 2024-04\nreports: [project]\n",
  ]

  private func explorer(hasJournal: Bool, at day: Day? = nil) throws -> Explorer {
    let files = ["facts.yaml": Self.facts].merging(hasJournal ? Self.progress : [:]) { $1 }
    let folder = try DatasetFolder.dataset(files)
    defer { withExtendedLifetime(folder) {} }
    let reading = Dataset.load(folder: folder.path)
    let dataset = try #require(reading.dataset, "\(reading.diagnostics.map(\.message.en))")
    var diagnostics: [Diagnostic] = []
    let progress = LoopFiles(folder: folder.path, diagnostics: &diagnostics)
    try #require(diagnostics.isEmpty)
    return Explorer(dataset, PlanAndJournal(dataset, progress, at: day))
  }

  private func html(
    _ id: String,
    _ language: Language = .zh,
    hasJournal: Bool = true
  ) async throws -> String {
    var address = PageAddress(.home(id))
    address.language = language
    let page = try await explorer(hasJournal: hasJournal).page(at: address, drawing: blank)
    #expect(page.status == 200)
    return page.html
  }

  /// Of the department: its project is red, 40 points behind and begun late; nothing came of June.
  @Test func `it tells of items, lights, what is late, not reported and changed`() async throws {
    let html = try await html("department:局")
    for words in ["badge red", "甲项目", "红灯", "逾期未完成", "开工", "2024-06 未报", "上期以来的变化", "计划调整"] {
      #expect(html.contains(words), "\(words): \(html)")
    }
    let main = html.split(separator: "<main").last.map(String.init) ?? ""
    #expect(!main.contains("乙项目"), "another leads it: \(main)")
  }

  @Test func `a leader's has what follows from his clusters`() async throws {
    let html = try await html("leader:张三", .en)
    for words in [
      "甲项目", "乙项目", "what follows from it", "not reported of 2024-06", "as of 2024-07-08",
    ] {
      #expect(html.contains(words), "\(words): \(html)")
    }
  }

  @Test
  func `without plan and journal it has the items, and says that nothing is known of progress`()
    async throws
  {
    let html = try await html("department:局", hasJournal: false)
    for words in ["集群", "甲项目", "没有计划（plans）和台账（journal）"] {
      #expect(html.contains(words), "\(words): \(html)")
    }
    for words in ["红灯", "未报", "逾期"] { #expect(!html.contains(words), "\(words)") }
    let idle = try await self.html("department:闲局", hasJournal: false)
    #expect(idle.contains("闲局") && idle.contains("没有内容"))
  }

  @Test(arguments: ["project:甲项目", "department:无", "cluster:集群"])
  func `what is no party has no home`(id: String) async throws {
    let explorer = try explorer(hasJournal: true)
    let address = PageAddress(.home(id))
    let page = await explorer.page(at: address, drawing: blank)
    #expect(page.status == 404)
    #expect(throws: PageFault.self) { try explorer.list(at: address) }
  }

  @Test func `a report has every home, with its lists`() async throws {
    let explorer = try explorer(hasJournal: true)
    let html = try await explorer.report(language: .zh, drawing: blank)
    for party in ["department:局", "department:别局", "leader:张三"] {
      let href = PageAddress(.home(party)).href
      #expect(html.contains("data-page=\"\(href)\""), "\(party)")
    }
    #expect(!html.contains(PageAddress(.home("department:闲局")).href), "it answers for nothing")
    #expect(html.contains("2024-06 未报"))
  }
}

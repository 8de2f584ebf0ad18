import ChainFiles
import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport

struct AttributeTests {
  private func value(_ attribute: String, _ kind: String, _ written: String) throws
    -> AttributeValue?
  {
    let loaded = try DatasetFolder.dataset([
      "x.yaml": "\(kind):\n  - name: 甲\n    source: 二\n    \(attribute): \(written)\n"
    ]).load()
    #expect(loaded.diagnostics.map(\.message.en) == [])
    let graph = try #require(loaded.dataset?.graph)
    let node = try #require(graph.node(id: "\(kind):甲"))
    return graph.attribute(AttributeName(attribute), of: node)
  }

  @Test func `a text is kept as it is written, less the space around it`() throws {
    #expect(try value("theme", "task", "品牌 引育") == .text("品牌 引育"))
    #expect(try value("theme", "task", "'  012 '") == .text("012"))
    #expect(try value("theme", "task", "true") == .text("true"))
  }

  @Test(arguments: [("88", 88), ("-3", -3), ("0", 0), ("007", 7)])
  func `an integer is read in tens`(written: String, number: Int) throws {
    #expect(try value("count", "project", written) == .integer(number))
  }

  @Test func `a flag is true or false`() throws {
    #expect(try value("external", "enterprise", "true") == .flag(true))
    #expect(try value("external", "enterprise", "false") == .flag(false))
  }

  @Test(arguments: ["2025", "2025-12", "2023-08-18", "2024-02-29", "2000-02-29"])
  func `a date is as exact as it is written`(written: String) throws {
    let date = try #require(CalendarDate(parsing: written))
    #expect(date.description == written)
    #expect(try value("deadline", "task", written) == .date(date))
  }

  @Test(arguments: [
    ("580 亿元", 58_000_000_000.0, "580 亿元"), ("6 %", 0.06, "6 %"), ("30 万千瓦", 300_000, "30 万千瓦"),
    ("0.5 万吨/年", 5000, "0.5 万吨/年"), ("-1.25 倍", -1.25, "-1.25 倍"), ("40.0 家", 40, "40 家"),
  ])
  func `a quantity keeps its unit and compares in the base unit`(
    written: String,
    base: Double,
    shown: String
  ) throws {
    guard case .quantity(let quantity) = try value("value", "target", "'\(written)'") else {
      Issue.record("no quantity")
      return
    }
    #expect(abs(quantity.baseAmount - base) < abs(base) * 1e-12)
    #expect(quantity.description == shown)
  }

  @Test(arguments: ["hundred", "百亿级", "10-billion tier"])
  func `an option may be written by key or by either label`(written: String) throws {
    guard case .option(let option) = try value("tier", "cluster", written) else {
      Issue.record("no option")
      return
    }
    #expect(option.key == "hundred")
    #expect(option.quantity?.description == "100 亿元")
  }

  @Test func `a list attribute takes a list or one value`() throws {
    #expect(try value("titles", "leader", "[副市长, 局长]") == .list([.text("副市长"), .text("局长")]))
    #expect(try value("titles", "leader", "副市长") == .list([.text("副市长")]))
    // Nothing is listed: it has no value.
    #expect(try value("titles", "leader", "[]") == nil)
  }

  @Test func `aliases take a list or one value`() throws {
    let loaded = try DatasetFolder.dataset([
      "x.yaml":
        "region:\n  - {name: 甲, aliases: 乙, source: 二}\n  - {name: 丙, aliases: [丁, 戊], source: 二}\n"
    ]).load()
    let graph = try #require(loaded.dataset?.graph)
    let regions = graph.nodes(of: NodeKind("region"))
    #expect(regions.map { graph.aliases(of: $0) } == [["乙"], ["丁", "戊"]])
  }

  // MARK: Lists of relations

  private func responsible(_ written: String) throws -> [Relation] {
    let loaded = try DatasetFolder.dataset([
      "x.yaml": """
      department:
        - {name: 市财政局, aliases: [财政局], source: 二}
        - {name: 市科技局, source: 二}
      task:
        - {name: 任务, source: 三, responsible: \(written)}

      """
    ]).load()
    #expect(loaded.diagnostics.map(\.message.en) == [])
    let graph = try #require(loaded.dataset?.graph)
    let task = try #require(graph.node(id: "task:任务"))
    return graph.relations(of: task, at: .target, RelationKind.responsible)
  }

  @Test(arguments: ["市财政局", "[市财政局]", "财政局", "市 财政局", "'department:市财政局'", "{to: 市财政局}"])
  func `one relation may be written in several ways`(written: String) throws {
    let relations = try responsible(written)
    #expect(relations.count == 1)
    #expect(relations.map(\.isOpen) == [false])
    #expect(relations.map(\.origin.place) == ["三"])
  }

  @Test(arguments: ["[市财政局, 等, 市科技局]", "[市财政局, 市科技局, 等]", "[等, 市科技局, 市财政局]", "[市财政局, 市科技局, etc.]"])
  func `等 anywhere leaves the whole list open`(written: String) throws {
    let relations = try responsible(written)
    #expect(relations.map(\.isOpen) == [true, true])
  }

  @Test func `a list without 等 is closed`() throws {
    #expect(try responsible("[市财政局, 市科技局]").map(\.isOpen) == [false, false])
    #expect(try responsible("[]").isEmpty)
  }

  @Test func `等 in one list says nothing of another`() throws {
    let loaded = try DatasetFolder.dataset([
      "x.yaml": """
      department:
        - {name: 市财政局, source: 二}
        - {name: 市科技局, source: 二}
      task:
        - {name: 任务, source: 三, responsible: [市财政局, 等], lead: 市科技局}

      """
    ]).load()
    let graph = try #require(loaded.dataset?.graph)
    let task = try #require(graph.node(id: "task:任务"))
    #expect(graph.relations(of: task, at: .target, RelationKind.lead).map(\.isOpen) == [false])
    #expect(
      graph.relations(of: task, at: .target, RelationKind.responsible).map(\.isOpen) == [true]
    )
  }
}

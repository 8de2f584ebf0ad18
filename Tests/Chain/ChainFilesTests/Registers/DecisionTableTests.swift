import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainFiles

/// Decisions on firms that stand in a table of their own.
@Suite struct DecisionTableTests {
  private static let head = "firm,segment,verdict,by,date,row\n"
  private static let attachment = """
    {register: 名录, date: 2023-08-01, firms: 2, decisions: 名录.csv}

    """
  private static let facts = """
    cluster: [{name: 化工产业集群, level: city, source: 一}]
    segment: [{name: 烧碱, partOf: 化工产业集群, source: 一}]

    """

  private func load(_ table: String?, _ attachment: String = attachment) throws -> Loaded {
    var files = ["facts.yaml": Self.facts, "attachments/名录.yaml": attachment]
    if let table { files["attachments/名录.csv"] = table }
    let folder = try DatasetFolder.dataset(files)
    return withExtendedLifetime(folder) { Dataset.load(folder: folder.path) }
  }

  /// The codes of the errors, each with the line and the column that it names.
  private func faults(_ loaded: Loaded) -> [String] {
    loaded.diagnostics.filter { $0.severity == .error }.map { fault in
      let start = fault.location?.range?.start
      return fault.code + (start.map { " \($0.line):\($0.column)" } ?? "")
    }
  }

  @Test func `every decision comes back from its row, whatever its texts hold`() throws {
    let words = ["甲", "a;b", "c\\", "\"d\"", "e,f", "g\nh", "；", "\\;"]
    let day = try #require(CalendarDate(parsing: "2023-08-01"))
    let decisions = words.enumerated().map { number, word in
      FirmDecision(
        creditCode: "",
        firm: "企业\(number)" + word.replacing("\n", with: ""),
        segment: "segment:\(number)",
        verdict: FirmDecision.Verdict.allCases[number % 3],
        by: "张, 三",
        date: day,
        evidence: FirmDecision.Evidence(
          field: "products",
          words: number == 0 ? [] : Array(words.prefix(number)),
          term: word.replacing("\n", with: ""),
          tier: number == 3 ? nil : number,
          share: number == 4 ? 0.31 : nil,
          row: number,
          text: "0123",
          isPrefilled: number == 5,
          ended: number == 7 ? "注销" : ""
        ),
        pending: number == 6 ? "拆分" : ""
      )
    }
    var log = FaultLog(path: "t.csv")
    var read: [FirmDecision] = []
    let text = DecisionTable.text(decisions)
    let source = DecisionTable.read(Array(text.utf8), path: "t.csv", log: &log) { decision, _, _ in
      read.append(decision)
    }
    #expect(read == decisions && log.diagnostics.isEmpty && source == nil)
  }

  @Test func `headings in Chinese, in any order, are the same table`() throws {
    let loaded = try load("判断,日期,判断人,环节,企业\nyes,2023-08-01,张三,segment:烧碱,甲公司\n")
    let attachment = try #require(loaded.dataset?.attachments.first, "\(loaded.diagnostics)")
    #expect(attachment.decisions.map(\.firm) == ["甲公司"] && attachment.table == "名录.csv")
  }

  @Test(arguments: [
    ("甲,s,maybe,张三,2023-08-01,1\n", "unknown-word 2:5"),
    ("甲,s,no,张三,2023-02-30,1\n", "bad-date 2:11"),
    ("甲,s,no,,2023-08-01,1\n", "missing-field 2:8"),
    ("甲,s,no,张三,2023-08-01,x\n", "bad-integer 2:22"),
    ("甲,s,no,张三,2023-08-01\n", "ragged-row 2:1"),
    ("甲,s,no,张三,2023-08-01,1\n甲,s,yes,李四,2023-08-02,2\n", "decided-twice 3:1"),
    ("甲,s,no,\"张三,2023-08-01,1\n", "csv-syntax 2:8"),
  ])
  func `a row that cannot be read is a fault at its cell`(_ rows: String, _ fault: String) throws {
    let loaded = try load(Self.head + rows)
    #expect(loaded.dataset == nil && faults(loaded) == [fault])
    let source = try #require(loaded.sources.first { $0.key.hasSuffix("名录.csv") })
    #expect(source.value.line(2)?.hasPrefix("甲,s,") == true)
  }

  @Test func `a heading that is missing, unknown or there twice is a fault`() throws {
    #expect(faults(try load("firm,segment,verdict,by\n")) == ["missing-header 1:1"])
    let twice = Self.head.replacing("row", with: "firm")
    #expect(faults(try load(twice)) == ["duplicate-header 1:30"])
    #expect(faults(try load(Self.head.replacing("row", with: "rows"))) == ["unknown-header 1:30"])
    #expect(faults(try load("firm;segment;verdict\n")) == ["other-separator 1:1"])
    #expect(faults(try load("")) == ["missing-header 1:1"])
  }

  @Test func `no decision is lost because its table or its attachment is not there`() throws {
    #expect(faults(try load(nil)) == ["unreadable-file"])
    let alone = Self.attachment.replacing(", decisions: 名录.csv", with: "")
    #expect(faults(try load(Self.head, alone)) == ["stray-table"])
    let outside = Self.attachment.replacing("名录.csv", with: "../名录.csv")
    #expect(faults(try load(Self.head, outside)).first == "not-a-table 1:55")
  }
}

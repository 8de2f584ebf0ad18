import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// Registers that are workbooks, read where tables are.
struct WorkbookTableTests {
  /// A workbook of sheets, each the rows of its texts, with the ranges that are merged.
  private static func workbook(
    _ sheets: [(name: String, rows: [[String]], merged: String?, isHidden: Bool)]
  ) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let ties = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var tabs = ""
    var targets = ""
    var parts: [(name: String, bytes: [UInt8])] = []
    for (number, sheet) in sheets.enumerated() {
      let state = sheet.isHidden ? " state=\"hidden\"" : ""
      tabs +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\"\(state) r:id=\"r\(number)\"/>"
      targets += "<Relationship Id=\"r\(number)\" Type=\"\(ties)/worksheet\" "
      targets += "Target=\"worksheets/s\(number).xml\"/>"
      var rows = ""
      for (line, row) in sheet.rows.enumerated() where !row.isEmpty {
        rows += "<row r=\"\(line + 1)\">"
        for (column, text) in row.enumerated() where !text.isEmpty {
          let place = Self.letters(column) + String(line + 1)
          rows +=
            text.hasPrefix("#")
            ? "<c r=\"\(place)\" t=\"e\"><v>\(text)</v></c>"
            : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        rows += "</row>"
      }
      let merged = sheet.merged.map { "<mergeCells><mergeCell ref=\"\($0)\"/></mergeCells>" } ?? ""
      let text = "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(merged)</worksheet>"
      parts.append(("xl/worksheets/s\(number).xml", Array(text.utf8)))
    }
    let book = "<workbook xmlns=\"\(main)\" xmlns:r=\"\(ties)\"><sheets>\(tabs)</sheets></workbook>"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let root = "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" "
    let rest = "Type=\"\(ties)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    let own = "<Relationships xmlns=\"\(package)\">\(targets)</Relationships>"
    parts.append(("xl/workbook.xml", Array(book.utf8)))
    parts.append(("_rels/.rels", Array((root + rest).utf8)))
    parts.append(("xl/_rels/workbook.xml.rels", Array(own.utf8)))
    return StoredZip.bytes(parts)
  }

  /// The letters of a column, counted from 0.
  private static func letters(_ column: Int) -> String {
    (column >= 26 ? letters(column / 26 - 1) : "")
      + String("ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)[column % 26])
  }

  private func imported(_ bytes: [UInt8], _ mapping: String) -> ImportedGraph {
    let file = ForeignGraph.File(path: "data/名录.xlsx", bytes: bytes)
    return ForeignGraph([file], form: .csv).imported(
      by: ForeignGraph.File(path: "m.yaml", bytes: Array((ImportSample.head + mapping).utf8))
    )
  }

  @Test func `what Excel could not compute is left out and counted`() throws {
    let rows = [["名称", "产品"], ["甲厂", "#N/A"], ["#REF!", "阀门"], ["乙厂;丙厂", "管件"]]
    let imported = imported(
      Self.workbook([("企业", rows, nil, false)]),
      """
      queries:
        - ignore_columns: [产品]
          entities: {e: {kind: enterprise, properties: {name: {column: 名称}}}}
      """
    )
    let graph = try #require(imported.dataset).graph
    #expect(graph.nodes(of: .enterprise).map { graph.name(of: $0) } == ["甲厂", "乙厂;丙厂"])
    #expect(imported.diagnostics.map(\.location?.text) == ["data/名录.xlsx: 企业!B2"])
    #expect(
      imported.diagnostics.map(\.message.en) == [
        "2 cells of the sheet '企业' left out: Excel could not compute, such as #N/A"
      ]
    )
  }

  @Test func `line ends within cells stay, part lists, and are told in names`() throws {
    let rows = [["名称", "产品", "内容"], ["甲\n厂", "特种钢\n轴承钢", "一\n二"]]
    let imported = imported(
      Self.workbook([("企业", rows, nil, false)]),
      """
      queries:
        - entities:
            e: {kind: enterprise, properties: {name: {column: 名称}}}
            p: {kind: segment, each: {column: 产品, split: "\\n"}, properties: {name: {column: $item}}}
            t: {kind: task, properties: {name: {template: "{{名称}}任务"}, content: {column: 内容}}}
      """
    )
    let graph = try #require(imported.dataset).graph
    #expect(graph.nodes(of: .segment).map { graph.name(of: $0) } == ["特种钢", "轴承钢"])
    #expect(graph.nodes(of: .enterprise).map { graph.name(of: $0) } == ["甲厂"])
    let task = try #require(graph.nodes(of: .task).first)
    #expect(graph.attribute(.content, of: task)?.description(in: .zh) == "一\n二")
    #expect(imported.diagnostics.map(\.code) == ["joined-names"])
  }

  @Test func `faults name the sheet and the cell`() throws {
    let rows = [["名称", "投产"], ["甲厂", "昨天"], ["乙\n厂", "前天"]]
    let imported = imported(
      Self.workbook([("企业", rows, nil, false), ("其他", [["x"], ["y"]], nil, false)]),
      """
      queries:
        - csv_url: 企业
          entities:
            e: {kind: document, properties: {name: {column: 名称}, date: {column: 投产}}}
        - {csv_url: 其他, ignore: true}
      """
    )
    let errors = imported.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.location?.text) == ["data/名录.xlsx: 企业!B2", "data/名录.xlsx: 企业!B3"])
  }

  @Test func `the second row of a heading in merged cells is no record`() throws {
    let rows = [["企业", "产值", ""], ["", "2024", "2025"], ["甲厂", "1", "2"]]
    let imported = imported(
      Self.workbook([("企业", rows, "A1:A2", false)]),
      """
      queries:
        - ignore_columns: [产值]
          entities: {e: {kind: enterprise, properties: {name: {column: 企业}}}}
      """
    )
    let graph = try #require(imported.dataset).graph
    #expect(graph.nodes(of: .enterprise).map { graph.name(of: $0) } == ["甲厂"])
    #expect(
      imported.diagnostics.filter { $0.code == "rows-left-out" }.map(\.message.en) == [
        "1 row left out as no records but names of columns again: row 2"
      ]
    )
  }

  @Test func `a sheet with a stray cell far to the right names it`() throws {
    var rows = [["名称"], ["甲厂"]]
    rows[0] += Array(repeating: "", count: 1_030) + ["x"]
    let foreign = ForeignGraph(
      [ForeignGraph.File(path: "a.xlsx", bytes: Self.workbook([("企业", rows, nil, false)]))],
      form: .csv
    )
    #expect(foreign.diagnostics.map(\.location?.text) == ["a.xlsx: 企业!AMR1"])
  }

  @Test func `a sheet is a table, with a title above it and cells merged downwards`() throws {
    let bytes = Self.workbook([
      (
        "企业",
        [
          ["船舶配套企业名录"], ["集群", "企业名称", "主要产品"], ["船舶", "甲厂", "阀门, 管件"], [], ["", "乙厂", "货船"],
        ],
        "A3:A5",
        false
      )
    ])
    let imported = imported(
      bytes,
      """
      queries:
        - csv_url: 名录.xlsx
          source: {template: "第{{$line}}行"}
          entities:
            f: {kind: enterprise, properties: {name: {column: 企业名称}, operatesIn: {entity: p}}}
            p: {kind: segment, each: {column: 主要产品, split: ","}, properties: {name: {column: $item}}}
            c: {kind: cluster, properties: {name: {column: 集群}}}

      """
    )
    #expect(Set(imported.diagnostics.map(\.code)) == ["title-row", "merged-cells"])
    let merged = imported.diagnostics.first { $0.code == "merged-cells" }
    #expect(merged?.location?.text == "data/名录.xlsx: 企业!A5")
    #expect(merged?.message.en == "1 cell that is merged with one above takes its value")
    let facts = try #require(imported.dataset).graph.facts
    #expect(facts.contains("enterprise 甲厂 [名录.xlsx 第3行]"))
    #expect(facts.contains("enterprise 乙厂 [名录.xlsx 第5行]"))
    #expect(facts.contains { $0.hasPrefix("enterprise:甲厂 -operatesIn-> segment:管件") })
    #expect(facts.count { $0.hasPrefix("cluster 船舶") } == 1)
  }

  @Test func `each of several sheets is a table by its name, and a hidden one is told`() throws {
    let bytes = Self.workbook([
      ("企业", [["代码", "名称"], ["1", "甲厂"]], nil, false),
      ("产品", [["企业代码", "产品"], ["1", "阀门"]], nil, false),
      ("草稿", [["x"], ["y"], ["z"]], nil, true),
    ])
    let imported = imported(
      bytes,
      """
      queries:
        - csv_url: 企业
          entities: {f: {kind: enterprise, keys: [代码], properties: {name: {column: 名称}}}}
        - csv_url: 产品
          entities: {p: {kind: segment, properties: {name: {column: 产品}}}}
          relations:
            r: {relation: operatesIn, from: {entity: f, column: 企业代码}, to: {entity: p}}

      """
    )
    #expect(
      imported.diagnostics.map(\.message.en) == ["3 rows of the hidden sheet '草稿' left out"]
    )
    #expect(
      try #require(imported.dataset).graph.facts.contains(
        "enterprise:甲厂 -operatesIn-> segment:阀门 [knowledge]"
      )
    )
  }

  @Test func `what is no workbook of today says what to do`() throws {
    func fault(_ bytes: [UInt8], _ form: ForeignGraph.Form) throws -> Diagnostic {
      let foreign = ForeignGraph([ForeignGraph.File(path: "a", bytes: bytes)], form: form)
      return try #require(foreign.diagnostics.first)
    }
    let old = try fault([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0], .csv)
    #expect(old.code == "old-workbook" && old.help?.en.contains(".xlsx") == true)
    let graph = try fault(Self.workbook([("a", [["b"], ["c"]], nil, false)]), .jsongraph)
    #expect(graph.code == "workbook" && graph.help?.en.contains("import csv") == true)
    let damaged = try fault([0x50, 0x4B, 3, 4, 0, 0], .csv)
    #expect(damaged.severity == .error && damaged.code != "invalid-utf8")
  }
}

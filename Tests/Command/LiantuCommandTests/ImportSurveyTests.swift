import Foundation
import TestSupport
import Testing

/// A list to survey by, filled in through openpyxl as through Excel, comes back as surveys and
/// enterprises.
struct ImportSurveyTests {
  /// A copy of the Huludao data, and the swimwear list to survey by with these cells filled in.
  private func filled(_ edits: [(row: String, column: String, to: String)]) throws -> Liantu {
    let liantu = try Liantu()
    let manager = FileManager.default
    let data = liantu.folder.appending(path: "data")
    try manager.removeItem(at: liantu.folder.appending(path: "Data"))
    try manager.copyItem(at: URL(filePath: Liantu.dataset), to: data)
    let list = ["unknown", "泳装", "--dataset", "data", "--lang", "zh", "-o", "list.xlsx"]
    #expect(try liantu.run(list).status == 0)
    let path = liantu.folder.appending(path: "list.xlsx").path
    let json = edits.map { edit in
      #"{"sheet": "摸排清单", "row": "\#(edit.row)", "column": "\#(edit.column)", "to": "\#(edit.to)"}"#
    }
    let bytes = try Python.make(
      with: "edit_workbook.py",
      path,
      "[" + json.joined(separator: ",") + "]"
    )
    try Data(bytes).write(to: URL(filePath: path))
    return liantu
  }

  private func verdicts(_ liantu: Liantu, _ words: [String] = []) throws -> [String: String] {
    let asked = try liantu.run(
      ["layers", "泳装", "--dataset", "data", "--format", "json"] + words
    )
    let object = try JSONSerialization.jsonObject(with: Data(asked.text.utf8)) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[String: Any]])
    return Dictionary(
      rows.map { ($0["name"] as? String ?? "", $0["verdict"] as? String ?? "") },
      uniquingKeysWith: { $1 }
    )
  }

  private let answers = [
    (row: "氨纶", column: "结果", to: "无"), (row: "氨纶", column: "日期", to: "2023-08-10"),
    (row: "氨纶", column: "依据", to: "走访"),
    (row: "泳装辅料", column: "结果", to: "有"), (row: "泳装辅料", column: "企业", to: "甲辅料、乙辅料"),
    (row: "泳装辅料", column: "日期", to: "2023-08-10"), (row: "泳装会展", column: "结果", to: "不足"),
    (row: "泳装会展", column: "日期", to: "2023-08-10"),
  ]

  @Test func `what was found changes the verdicts, and nothing else`() throws {
    let liantu = try filled(answers)
    defer { liantu.remove() }
    let before = try verdicts(liantu)
    let shown = try liantu.run(["import", "workbook", "list.xlsx", "-o", "data", "--lang", "zh"])
    #expect(shown.status == 0 && shown.text.contains("尚未写入"), "\(shown.errors)")
    #expect(try verdicts(liantu) == before)
    let written = try liantu.run(
      ["import", "workbook", "list.xlsx", "-o", "data", "--write", "--lang", "zh"]
    )
    #expect(written.status == 0, "\(written.errors)")
    var expected = before
    for (name, verdict) in [("氨纶", "missing"), ("泳装辅料", "many"), ("泳装会展", "short")] {
      #expect(before[name] == "unknown")
      expected[name] = verdict
    }
    #expect(try verdicts(liantu) == expected)
    // Asked about a day before the survey, nobody has looked yet.
    let earlier = try verdicts(liantu, ["--at", "2023-08-01"])
    #expect(earlier["氨纶"] == before["氨纶"])
  }

  @Test func `a list that is read again changes nothing, and a correction takes the place`() throws
  {
    let liantu = try filled(answers)
    defer { liantu.remove() }
    let words = ["import", "workbook", "list.xlsx", "-o", "data", "--write", "--lang", "zh"]
    #expect(try liantu.run(words).status == 0)
    let once = try verdicts(liantu)
    let again = try liantu.run(words)
    #expect(again.status == 0 && again.text.contains("一致"), "\(again.text)\(again.errors)")
    // The same people, the same day: one enterprise is none, what was missing is there after all.
    let path = liantu.folder.appending(path: "list.xlsx").path
    let corrections = [("泳装辅料", "企业", "甲辅料"), ("氨纶", "结果", "有")].map { edit in
      #"{"sheet": "摸排清单", "row": "\#(edit.0)", "column": "\#(edit.1)", "to": "\#(edit.2)"}"#
    }
    let bytes = try Python.make(
      with: "edit_workbook.py",
      path,
      "[" + corrections.joined(separator: ",") + "]"
    )
    try Data(bytes).write(to: URL(filePath: path))
    let corrected = try liantu.run(words)
    #expect(corrected.status == 0, "\(corrected.errors)")
    var expected = once
    (expected["泳装辅料"], expected["氨纶"]) = ("single", "unnamed")
    #expect(try verdicts(liantu) == expected)
  }

  @Test func `a list of enterprises that ends in 等 closes nothing, and a late survey is told`()
    throws
  {
    let liantu = try filled([
      (row: "氨纶", column: "结果", to: "有"), (row: "氨纶", column: "企业", to: "甲厂、乙厂等"),
      (row: "氨纶", column: "日期", to: "2023年8月5日"), (row: "氨纶", column: "调查人", to: "张三"),
      (row: "泳装辅料", column: "结果", to: "无"), (row: "泳装辅料", column: "日期", to: "2026/3/5"),
      (row: "泳装辅料", column: "调查人", to: "张三"), (row: "泳装会展", column: "结果", to: "有"),
      (row: "泳装会展", column: "日期", to: "2026-03-05"), (row: "泳装会展", column: "调查人", to: "张 三"),
    ])
    defer { liantu.remove() }
    let before = try verdicts(liantu)
    let words = ["import", "workbook", "list.xlsx", "-o", "data", "--write", "--lang", "zh"]
    let written = try liantu.run(words)
    #expect(written.status == 0 && written.errors.contains("[survey-ahead]"), "\(written.errors)")
    let after = try verdicts(liantu)
    #expect(after["氨纶"] == "many" && after["泳装辅料"] == before["泳装辅料"])
    // Spaces do not make another surveyor: one survey of that day.
    let found = try liantu.run(
      ["query", "kind(survey)", "--dataset", "data", "--output", "count"]
    )
    #expect(found.text.trimmingCharacters(in: .whitespacesAndNewlines) == "2", "\(found.text)")
    let later = try verdicts(liantu, ["--at", "2026-04-01"])
    #expect(later["泳装辅料"] == "missing" && later["泳装会展"] == "unnamed")
    let shown = try liantu.run(["enterprises", "泳装", "--dataset", "data", "--format", "json"])
    #expect(!shown.text.contains("乙厂等") && shown.text.contains("乙厂"))
  }

  @Test func `what people wrote themselves into a record of a survey stays`() throws {
    let liantu = try filled(answers)
    defer { liantu.remove() }
    let words = ["import", "workbook", "list.xlsx", "-o", "data", "--write", "--lang", "zh"]
    #expect(try liantu.run(words).status == 0)
    let own = """
      segment:
        - {name: 自写环节, source: {document: 摸排记录 2023-08-10, place: 附表}, supplies: 氨纶}

      """
    let file = liantu.folder.appending(path: "data/own.yaml")
    try Data(own.utf8).write(to: file)
    let again = try liantu.run(words)
    #expect(again.status == 0 && again.text.contains("一致"), "\(again.text)\(again.errors)")
    #expect(try String(contentsOf: file, encoding: .utf8) == own)
  }

  /// Edits of `list.xlsx`, as ``Python`` makes them.
  private func edit(_ liantu: Liantu, _ edits: String) throws {
    let path = liantu.folder.appending(path: "list.xlsx").path
    let bytes = try Python.make(with: "edit_workbook.py", path, edits)
    try Data(bytes).write(to: URL(filePath: path))
  }

  private let importing = [
    "import", "workbook", "list.xlsx", "-o", "data", "--write", "--lang", "zh",
  ]

  /// The file of the data in which `text` stands.
  private func file(with text: String, in liantu: Liantu) throws -> URL {
    let folder = liantu.folder.appending(path: "data")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let files = names.filter { $0.hasSuffix(".yaml") }.map { folder.appending(path: $0) }
    return try #require(
      files.first { (try? String(contentsOf: $0, encoding: .utf8))?.contains(text) ?? false }
    )
  }

  private func replace(_ text: String, by other: String, in liantu: Liantu) throws {
    let file = try file(with: text, in: liantu)
    let before = try String(contentsOf: file, encoding: .utf8)
    try before.replacingOccurrences(of: text, with: other)
      .write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func `what a colleague wrote beside a list stays when it is read again or corrected`()
    throws
  {
    let liantu = try filled(answers)
    defer { liantu.remove() }
    #expect(try liantu.run(importing).status == 0)
    let own = """
      enterprise:
        - name: 补辅料厂
          source: {document: 摸排记录 2023-08-10, place: 摸排}
          operatesIn: {to: 泳装辅料, source: {document: 摸排记录 2023-08-10, place: 摸排}}

      """
    try liantu.write(own, to: "data/own.yaml")
    let again = try liantu.run(importing)
    #expect(again.status == 0 && again.text.contains("一致"), "\(again.text)\(again.errors)")
    // A correction takes back what the list had said, and that alone.
    try edit(liantu, #"[{"sheet": "摸排清单", "row": "泳装辅料", "column": "企业", "to": "甲辅料"}]"#)
    let corrected = try liantu.run(importing)
    #expect(corrected.status == 0, "\(corrected.errors)")
    #expect(corrected.text.contains("乙辅料") && !corrected.text.contains("补辅料厂"))
    #expect(
      try String(contentsOf: liantu.folder.appending(path: "data/own.yaml"), encoding: .utf8) == own
    )
    let shown = try liantu.run(["enterprises", "泳装", "--dataset", "data", "--format", "json"])
    #expect(shown.text.contains("补辅料厂") && shown.text.contains("甲辅料"))
  }

  @Test func `an enterprise that was renamed since keeps its relation`() throws {
    let liantu = try filled(answers)
    defer { liantu.remove() }
    #expect(try liantu.run(importing).status == 0)
    try replace("name: 甲辅料", by: "name: 甲辅料股份", in: liantu)
    let again = try liantu.run(importing)
    #expect(again.status == 0 && again.text.contains("一致"), "\(again.text)\(again.errors)")
    #expect(again.errors.contains("[survey-moved-on]") && again.errors.contains("甲辅料"))
    let shown = try liantu.run(["enterprises", "泳装", "--dataset", "data", "--format", "json"])
    #expect(shown.text.contains("甲辅料股份"))
  }

  @Test
  func `nothing found where enterprises are known is warned of, and so is a name much like one`()
    throws
  {
    let liantu = try filled(answers)
    defer { liantu.remove() }
    #expect(try liantu.run(importing).status == 0)
    try edit(
      liantu,
      #"""
      [{"sheet": "摸排清单", "row": "泳装辅料", "column": "结果", "to": "无"},
       {"sheet": "摸排清单", "row": "泳装辅料", "column": "企业", "to": ""},
       {"sheet": "摸排清单", "row": "泳装辅料", "column": "依据", "to": "名录"},
       {"sheet": "摸排清单", "row": "泳装辅料", "column": "日期", "to": "2023-08-11"},
       {"sheet": "摸排清单", "row": "氨纶", "column": "结果", "to": "有"},
       {"sheet": "摸排清单", "row": "氨纶", "column": "企业", "to": "乙辅料公司"}]
      """#
    )
    let read = try liantu.run(importing)
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.errors.contains("[survey-contradicts]") && read.errors.contains("甲辅料"))
    #expect(read.errors.contains("[similar-enterprise]") && read.errors.contains("乙辅料公司"))
  }

  @Test func `a new enterprise goes to the file of the segment that it operates in`() throws {
    let liantu = try filled(answers)
    defer { liantu.remove() }
    #expect(try liantu.run(importing).status == 0)
    let segment = try file(with: "name: 泳装辅料", in: liantu)
    let enterprise = try file(with: "name: 甲辅料", in: liantu)
    #expect(enterprise.lastPathComponent == segment.lastPathComponent)
  }

  @Test func `a column that is missing, or is nobody's, is told`() throws {
    let liantu = try filled(answers)
    defer { liantu.remove() }
    try edit(liantu, #"[{"sheet": "摸排清单", "add": "备注", "beside": "结果"}]"#)
    #expect(!(try liantu.run(importing).errors.contains("[survey-column-unread]")))
    try edit(liantu, #"[{"sheet": "摸排清单", "row": "氨纶", "column": "备注", "to": "再查"}]"#)
    let told = try liantu.run(importing)
    #expect(told.status == 0 && told.errors.contains("[survey-column-unread]"), "\(told.errors)")
    #expect(told.errors.contains("备注"))
    try edit(liantu, #"[{"sheet": "摸排清单", "drop": "日期"}]"#)
    let refused = try liantu.run(importing)
    #expect(refused.status == 1 && refused.errors.contains("[survey-without-column]"))
    #expect(refused.errors.contains("日期"), "\(refused.errors)")
  }

  @Test
  func `a fault is told in the language of the answer, and what to write in that of the sheet`()
    throws
  {
    let liantu = try filled([(row: "氨纶", column: "结果", to: "大概")])
    defer { liantu.remove() }
    let chinese = try liantu.run(["import", "workbook", "list.xlsx", "-o", "data"])
    #expect(chinese.status == 1 && chinese.errors.contains("看不懂的结果"), "\(chinese.errors)")
    let english = try liantu.run(["import", "workbook", "list.xlsx", "-o", "data", "--lang", "en"])
    #expect(english.errors.contains("write '有', '不足' or '无'"), "\(english.errors)")
  }

  @Test(
    arguments: [
      ([(row: "氨纶", column: "结果", to: "大概")], "unknown-finding"),
      ([(row: "氨纶", column: "结果", to: "无")], "survey-without-date"),
      ([(row: "氨纶", column: "企业", to: "甲厂")], "survey-without-result"),
      (
        [
          (row: "氨纶", column: "结果", to: "无"), (row: "氨纶", column: "企业", to: "甲厂"),
          (row: "氨纶", column: "日期", to: "2023-08-10"),
        ], "enterprises-of-nothing"
      ),
      (
        [
          (row: "氨纶", column: "结果", to: "无"), (row: "氨纶", column: "日期", to: "2023-08-10"),
        ], "survey-without-source"
      ),
      (
        [
          (row: "氨纶", column: "结果", to: "有"), (row: "氨纶", column: "企业", to: "暂无"),
          (row: "氨纶", column: "日期", to: "2023-08-10"),
        ], "no-enterprise"
      ),
      (
        [
          (row: "氨纶", column: "结果", to: "有"), (row: "氨纶", column: "企业", to: "共3家：甲、乙、丙"),
          (row: "氨纶", column: "日期", to: "2023-08-10"),
        ], "no-enterprise"
      ),
      (
        [
          (row: "没有的环节", column: "结果", to: "有"), (row: "没有的环节", column: "日期", to: "2023-08-10"),
        ], "unknown-reference"
      ), ([], "empty-survey"),
    ]
  )
  func `a list that cannot be read is told at its cell, and nothing is written`(
    _ edits: [(row: String, column: String, to: String)],
    _ code: String
  ) throws {
    let liantu = try filled(edits)
    defer { liantu.remove() }
    let refused = try liantu.run(
      ["import", "workbook", "list.xlsx", "-o", "data", "--write", "--lang", "zh"]
    )
    #expect(refused.status == 1 && refused.errors.contains("[\(code)]"), "\(refused.errors)")
    #expect(edits.isEmpty || refused.errors.contains("摸排清单!"))
  }
}

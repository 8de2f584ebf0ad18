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

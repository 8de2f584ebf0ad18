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
          (row: "没有的环节", column: "结果", to: "无"), (row: "没有的环节", column: "日期", to: "2023-08-10"),
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

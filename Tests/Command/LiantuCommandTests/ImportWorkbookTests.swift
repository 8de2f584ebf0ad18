import Foundation
import TestSupport
import Testing

/// `liantu import workbook` as people use it: the workbook goes through openpyxl as through Excel.
struct ImportWorkbookTests {
  /// A copy of the Huludao data that may be changed, and its workbook.
  private func folder() throws -> Liantu {
    let liantu = try Liantu()
    let manager = FileManager.default
    let data = liantu.folder.appending(path: "data")
    try manager.removeItem(at: liantu.folder.appending(path: "Data"))
    try manager.copyItem(at: URL(filePath: Liantu.dataset), to: data)
    let written = try liantu(
      "export",
      "workbook",
      "--dataset",
      "data",
      "--lang",
      "zh",
      "-o",
      "a.xlsx"
    )
    #expect(written.status == 0)
    return liantu
  }

  private func edit(_ liantu: Liantu, _ edits: String) throws {
    let path = liantu.folder.appending(path: "a.xlsx").path
    let bytes = try Python.make(with: "edit_workbook.py", path, edits)
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func files(_ liantu: Liantu, _ folder: String = "data") throws -> [String: Data] {
    let root = liantu.folder.appending(path: folder)
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appending(path: name)
      if (try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true { continue }
      files[name] = try Data(contentsOf: file)
    }
    return files
  }

  /// The lines that a file lost and won.
  private func lines(_ old: Data?, _ new: Data?) -> (lost: [String], won: [String]) {
    func lines(_ data: Data?) -> [String] {
      String(decoding: data ?? Data(), as: UTF8.self).components(separatedBy: "\n")
    }
    let difference = lines(new).difference(from: lines(old))
    func text(_ change: CollectionDifference<String>.Change) -> String {
      switch change {
      case .insert(_, let line, _), .remove(_, let line, _): line
      }
    }
    return (difference.removals.map(text), difference.insertions.map(text))
  }

  @Test func `a workbook that nobody changed changes nothing`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    let before = try files(liantu)
    try edit(liantu, "[]")
    for words in [[], ["--write"]] {
      let outcome = try liantu.run(
        ["import", "workbook", "a.xlsx", "-o", "data", "--lang", "zh"] + words
      )
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      #expect(outcome.text == "工作簿与数据集一致\n")
      #expect(try files(liantu) == before)
    }
  }

  @Test func `a change is shown first, then written into its own lines`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    let before = try files(liantu)
    try edit(
      liantu,
      """
      [{"sheet": "项目", "row": "锦西石化技改项目", "column": "状态", "to": "已投产"},
       {"sheet": "企业", "row": "新星泳装", "column": "属于", "to": "泳装产业集群"},
       {"sheet": "企业", "row": "新星泳装", "column": "从事", "to": "泳装成衣；泳装面料【行业常识】"},
       {"sheet": "企业", "row": "新星泳装", "column": "出处", "to": "二/(六)/3"},
       {"replace": "王健", "by": "王建"},
       {"sheet": "项目", "row": "辽宁优创大型农药精细化工项目"},
       {"replace": "辽宁优创大型农药精细化工项目"}]
      """
    )
    let words = ["import", "workbook", "a.xlsx", "-o", "data", "--lang", "zh"]
    let shown = try liantu.run(words + ["--diff"])
    #expect(shown.status == 0 && shown.errors.isEmpty)
    for text in [
      "新增  企业", "删除  项目", "在建  已投产", "王健  王建", "-    status: 在建\n+    status: 已投产", "--write",
    ] { #expect(shown.text.contains(text), "\(text)") }
    #expect(try files(liantu) == before)

    #expect(try liantu.run(words + ["--write"]).status == 0)
    let after = try files(liantu)
    let changed = after.keys.filter { after[$0] != before[$0] }.sorted()
    #expect(
      changed == [
        "clusters/01-chemicals.yaml", "clusters/06-swimwear.yaml", "leaders.yaml",
      ]
    )
    let swimwear = lines(before[changed[1]], after[changed[1]])
    #expect(swimwear.lost.isEmpty)
    #expect(
      swimwear.won == [
        "  - name: 新星泳装", "    source: 二/(六)/3", "    partOf: 泳装产业集群",
        "    operatesIn: [泳装成衣, {to: 泳装面料, basis: industry-knowledge}]",
      ]
    )
    // Where others name the leader, the old name still means them.
    #expect(
      lines(before[changed[2]], after[changed[2]]).won == [
        "  - name: 王建", "    id: leader:王健", "    aliases: 王健", "    formerly: 王健",
      ]
    )
    #expect(try liantu("check", "--dataset", "data").status == 0)
    #expect(try liantu.run(words).text == "工作簿与数据集一致\n")
  }

  @Test func `a new folder comes back as the same workbook, and that as the same folder`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    let first = try liantu("import", "workbook", "a.xlsx", "-o", "new")
    #expect(first.status == 0 && first.text.contains("--write"))
    #expect(try liantu.leftBehind() == ["a.xlsx", "data"])
    #expect(try liantu("import", "workbook", "a.xlsx", "-o", "new", "--write").status == 0)
    #expect(
      try liantu("export", "workbook", "--dataset", "new", "--lang", "zh", "-o", "b.xlsx").status
        == 0
    )
    let books = try ["a.xlsx", "b.xlsx"].map {
      try Data(contentsOf: liantu.folder.appending(path: $0))
    }
    #expect(books[0] == books[1])
    #expect(try liantu("import", "workbook", "b.xlsx", "-o", "newer", "--write").status == 0)
    #expect(try files(liantu, "new") == files(liantu, "newer"))
  }

  @Test func `faults name the cell, and nothing is written`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    let before = try files(liantu)
    try edit(liantu, #"[{"sheet": "项目", "row": "锦西石化技改项目", "column": "状态", "to": "再建"}]"#)
    let outcome = try liantu(
      "import",
      "workbook",
      "a.xlsx",
      "-o",
      "data",
      "--write",
      "--lang",
      "zh"
    )
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("a.xlsx: 项目!C2: 错误[unknown-value]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("在建"))
    #expect(try files(liantu) == before)
    let missing = try liantu("import", "workbook", "no.xlsx", "-o", "data")
    #expect(missing.status == 3 && missing.errors.contains("no.xlsx"))
  }

  @Test func `a folder of something else is left alone, and tables are not edited`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    try liantu.write("mine\n", to: "other/notes.txt")
    for words in [[], ["--write"]] {
      let other = try liantu.run(["import", "workbook", "a.xlsx", "-o", "other"] + words)
      #expect(other.status == 2 && other.errors.contains("other") && other.output.isEmpty)
    }
    #expect(try files(liantu, "other").count == 1)
    #expect(try liantu("export", "csv", "--dataset", "data", "-o", "tables").status == 0)
    let tables = try liantu("import", "workbook", "a.xlsx", "-o", "tables", "--write")
    #expect(tables.status == 1 && tables.errors.contains("nodes.csv"))
  }
}

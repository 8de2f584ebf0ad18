import Foundation
import TestSupport
import Testing

/// `liantu import workbook` where somebody else was there first.
struct StaleWorkbookTests {
  private static let facts = """
    document: [{name: 文, source: 一}]
    project:
      - name: 甲项目
        status: 在建   # 年底完工
        source: 一
      - name: 乙项目
        status: 谋划
        source: 二
      - name: 丙项目
        status: 谋划
        source: 三

    """

  private let words = ["import", "workbook", "a.xlsx", "-o", "data", "--lang", "zh"]

  private func exported() throws -> Liantu {
    let liantu = try Liantu(.nothing)
    try liantu.write(Liantu.manifest, to: "data/dataset.yaml")
    try liantu.write(Self.facts, to: "data/facts.yaml")
    let written = try liantu("export", "workbook", "--dataset", "data", "-o", "a.xlsx")
    #expect(written.status == 0, "\(written.errors)")
    return liantu
  }

  private func edit(_ liantu: Liantu, _ edits: String) throws {
    let path = liantu.folder.appending(path: "a.xlsx").path
    let bytes = try Python.make(with: "edit_workbook.py", path, edits)
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func facts(_ liantu: Liantu) throws -> String {
    try String(contentsOf: liantu.folder.appending(path: "data/facts.yaml"), encoding: .utf8)
  }

  @Test func `newer edits stay, older ones come in, and what meets is refused until chosen`() throws
  {
    let liantu = try exported()
    defer { liantu.remove() }
    let now = Self.facts.replacingOccurrences(of: "status: 在建", with: "status: 已投产")
      .replacingOccurrences(of: "source: 三", with: "source: 九")
    try liantu.write(now, to: "data/facts.yaml")
    try edit(
      liantu,
      """
      [{"sheet": "项目", "row": "甲项目", "column": "状态", "to": "谋划"},
       {"sheet": "项目", "row": "乙项目", "column": "状态", "to": "在建"}]
      """
    )
    let shown = try liantu.run(words)
    #expect(shown.status == 1)
    for text in ["导出时", "工作簿", "数据集", "两边不同", "待选择", "--write"] {
      #expect(shown.text.contains(text), "\(text): \(shown.text)")
    }
    for text in [
      "a.xlsx: 项目!C2: 错误[edit-conflict]", "data/facts.yaml:3", "--mine project:甲项目", "1 行两边改得不同",
    ] { #expect(shown.errors.contains(text), "\(text): \(shown.errors)") }
    #expect(try facts(liantu) == now)

    #expect(try liantu.run(words + ["--write"]).status == 1)
    let part = now.replacingOccurrences(
      of: "乙项目\n    status: 谋划",
      with: "乙项目\n    status: 在建"
    )
    #expect(try facts(liantu) == part)
    #expect(try liantu.run(words + ["--write", "--theirs", "项目:2"]).status == 0)
    #expect(try facts(liantu) == part)
    #expect(try liantu.run(words + ["--write", "--mine", "project:甲项目"]).status == 0)
    #expect(
      try facts(liantu) == part.replacingOccurrences(of: "status: 已投产", with: "status: 谋划")
    )
    let odd = try liantu.run(words + ["--mine", "project:戊"])
    #expect(odd.status == 2 && odd.errors.contains("project:戊"))
  }

  @Test func `a row renamed keeps its identity, and the first sheet shows the fingerprint`() throws
  {
    let liantu = try exported()
    defer { liantu.remove() }
    try edit(liantu, #"[{"sheet": "项目", "row": "乙项目", "column": "名称", "to": "新项目"}]"#)
    let shown = try liantu.run(words + ["--write"])
    #expect(shown.status == 0 && shown.errors.isEmpty, "\(shown.errors)")
    let written = try facts(liantu)
    #expect(
      written
        == Self.facts.replacingOccurrences(
          of: "  - name: 乙项目\n    status: 谋划\n",
          with: """
              - name: 新项目
                id: project:乙项目
                aliases: 乙项目
                status: 谋划
                formerly: 乙项目

            """
        ),
      "\(written)"
    )
    #expect(try liantu.run(words).text == "工作簿与数据集一致\n")
    #expect(try liantu("check", "--dataset", "a.xlsx").status == 0)
    let checked = try liantu("find", "乙项目", "--dataset", "data")
    #expect(checked.status == 0 && checked.text.contains("新项目"))
    try edit(liantu, #"[{"sheet": "数据集", "row": "指纹"}]"#)
    #expect(try liantu.run(words).status == 0)
  }
}

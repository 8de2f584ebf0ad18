import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainWorkbooks

/// A workbook comes back to a data set that has moved on.
struct StaleWorkbookTests {
  @Test func `a workbook that nobody edited undoes nothing`() throws {
    var merge = try MergeCase()
    #expect(try merge.joined().ground == .current)
    #expect(try merge.lines().isEmpty && merge.changes().isEmpty)
    merge.change("status: 在建", to: "status: 已投产")
    merge.change("operatesIn: [环节一, 环节二]", to: "operatesIn: [环节三]")
    merge.change("  - {name: 丙局, source: 一}\n", to: "")
    merge.change("  - name: 项目二", to: "  - {name: 项目三, source: 五}\n  - name: 项目二")
    let joined = try merge.joined()
    #expect(joined.ground == .exported && joined.remark != nil)
    #expect(try merge.lines().isEmpty)
    #expect(try merge.conflicts().isEmpty)
    #expect(
      try merge.changes() == [
        "theirs 项目一 status", "theirs 项目三 ", "theirs 丙局 ", "theirs 乙厂 → 环节一 operatesIn",
        "theirs 乙厂 → 环节二 operatesIn", "theirs 乙厂 → 环节三 operatesIn",
      ]
    )
  }

  @Test func `what each side edits alone is in the result, also in one row and in one list`() throws
  {
    var merge = try MergeCase()
    merge.change("capacity: 3 万吨", to: "capacity: 5 万吨")
    merge.change("responsible: [甲局, 乙局]", to: "responsible: [甲局, 乙局, 丙局]")
    merge.change("  - name: 项目二\n    status: 谋划\n    source: 四\n", to: "")
    try merge.set("项目", "项目一", "状态", "已投产")
    try merge.set("项目", "项目一", "责任单位", "甲局")
    try merge.set("企业", "甲厂", "别名", "甲；第一厂")
    try merge.add("品牌", ["名称": "牌子", "出处": "六", "属于": ""])
    #expect(try merge.conflicts().isEmpty)
    let lines = try merge.lines()
    #expect(lines.contains("-    status: 在建   # 年底完工"))
    #expect(lines.contains("+    status: 已投产   # 年底完工"))
    #expect(lines.contains("+    responsible: [甲局, 丙局]"), "\(lines)")
    #expect(lines.contains("+    aliases: [甲, 第一厂]"))
    #expect(lines.contains("+  - name: 牌子"))
    #expect(!lines.contains { $0.contains("万吨") || $0.contains("项目二") })
  }

  @Test func `what both sides made alike is no conflict and nothing to write`() throws {
    var merge = try MergeCase()
    merge.change("status: 谋划", to: "status: 在建")
    try merge.set("项目", "项目二", "状态", "在建")
    #expect(try merge.changes() == ["both 项目二 status"])
    #expect(try merge.conflicts().isEmpty && merge.lines().isEmpty)
  }

  @Test func `a row that both sides changed differently waits for a choice`() throws {
    var merge = try MergeCase()
    merge.change("status: 在建", to: "status: 谋划")
    try merge.set("项目", "项目一", "状态", "已投产")
    try merge.set("项目", "项目一", "规模", "4 万吨")
    try merge.set("项目", "项目二", "状态", "在建")
    #expect(
      try merge.conflicts() == [
        "x.xlsx: 项目!C2 “项目一”的“状态”两边不同：导出时“在建”，工作簿“已投产”，数据集“谋划” (memory/facts.yaml:15:11)"
      ]
    )
    // What does not conflict is written; the row waits as a whole.
    let waiting = ["-    status: 谋划", "+    status: 在建"]
    #expect(try merge.lines() == waiting)
    #expect(try merge.joined().refused(choosing: [:]) == 1)
    let mine = [
      "-    status: 谋划   # 年底完工", "-    capacity: 3 万吨", "+    status: 已投产   # 年底完工",
      "+    capacity: 4 万吨",
    ]
    for word in ["project:项目一", "项目:2", "项目!C2", "项目!2", "all", "全部"] {
      #expect(try merge.lines(mine: [word]) == mine + waiting, "\(word)")
      #expect(try merge.conflicts(mine: [word]).isEmpty)
      let theirs = ["-    capacity: 3 万吨", "+    capacity: 4 万吨"]
      #expect(try merge.lines(theirs: [word]) == theirs + waiting, "\(word)")
      #expect(try merge.conflicts(theirs: [word]).isEmpty)
    }
    // One row may differ from all others.
    #expect(try merge.lines(mine: ["all"], theirs: ["project:项目一"]).contains("+    capacity: 4 万吨"))
  }

  @Test func `a choice of no row, or for both sides, is refused`() throws {
    var merge = try MergeCase()
    merge.change("status: 在建", to: "status: 谋划")
    try merge.set("项目", "项目一", "状态", "已投产")
    #expect(throws: WorkbookMerge.ChoiceFault.unknown("项目九", rows: ["project:项目一"])) {
      try merge.conflicts(mine: ["项目九"])
    }
    #expect(throws: WorkbookMerge.ChoiceFault.twice("project:项目一")) {
      try merge.conflicts(mine: ["项目:2"], theirs: ["project:项目一"])
    }
    // A row that nobody contests any more may be named, so that a command can be given again.
    #expect(try merge.conflicts(mine: ["enterprise:甲厂", "企业:3"]).count == 1)
  }

  @Test func `what was written once is no conflict the next time`() throws {
    var merge = try MergeCase()
    merge.change("status: 在建", to: "status: 谋划")
    try merge.set("项目", "项目一", "状态", "已投产")
    let joined = try merge.joined()
    let choices = try joined.choices(mine: ["all"], theirs: [])
    let edit = try merge.folder.edited(
      by: try joined.merge.merged(choosing: choices).difference
    )
    for file in edit.files { merge.files[file.name] = String(decoding: file.after, as: UTF8.self) }
    #expect(try merge.conflicts().isEmpty && merge.lines().isEmpty)
  }

  @Test func `who removes what the other edited, or refers to, is asked`() throws {
    var merge = try MergeCase()
    merge.change("    status: 谋划\n", to: "    status: 在建\n")
    merge.change("operatesIn: [环节一]", to: "operatesIn: [环节一, 环节三]")
    try merge.remove("项目", "项目二")
    try merge.remove("产业链环节", "环节三")
    let conflicts = try merge.conflicts()
    #expect(conflicts.count == 2)
    // What was there is told, and what the other side did to it.
    #expect(conflicts.allSatisfy { $0.contains("导出时“有”，工作簿“删除”，数据集“") }, "\(conflicts)")
    #expect(conflicts.contains { $0.contains("数据集“状态 谋划 → 在建”") }, "\(conflicts)")
    #expect(conflicts.contains { $0.contains("数据集“新增 从事 甲厂 → 环节三”") }, "\(conflicts)")
    #expect(try merge.lines().isEmpty)
    #expect(try merge.lines(theirs: ["all"]).isEmpty)
    #expect(
      try merge.lines(mine: ["project:项目二"]) == [
        "-  - name: 项目二", "-    status: 在建", "-    source: 四",
      ]
    )
    #expect(
      try merge.lines(mine: ["segment:环节三"]) == [
        "-    operatesIn: [环节一, 环节三]", "+    operatesIn: [环节一]", "-  - {name: 环节三, source: 一}",
      ]
    )
  }

  @Test func `who edits what the other removed is asked, and gets it back with its relations`()
    throws
  {
    var merge = try MergeCase()
    merge.change(
      "  - name: 丙厂\n    source: 二\n    operatesIn: [环节二]\n",
      to: ""
    )
    try merge.set("企业", "丙厂", "出处", "七")
    let conflicts = try merge.conflicts()
    #expect(conflicts.count == 1 && conflicts[0].hasPrefix("x.xlsx: 企业!A4 "), "\(conflicts)")
    #expect(try merge.lines().isEmpty)
    #expect(try merge.lines(theirs: ["企业:4"]).isEmpty)
    let lines = try merge.lines(mine: ["企业:4"])
    #expect(lines.contains("+  - name: 丙厂") && lines.contains("+    source: 七"))
    #expect(lines.contains("+    operatesIn: 环节二"), "\(lines)")
  }

  @Test func `an item that both sides replaced, each by another, waits for a choice`() throws {
    var merge = try MergeCase()
    merge.change("operatesIn: [环节一]", to: "operatesIn: [环节二]")
    try merge.set("企业", "甲厂", "从事", "环节三")
    let conflicts = try merge.conflicts()
    #expect(conflicts.count == 2 && conflicts.allSatisfy { $0.hasPrefix("x.xlsx: 企业!") })
    #expect(try merge.lines().isEmpty && merge.lines(theirs: ["all"]).isEmpty)
    #expect(
      try merge.lines(mine: ["all"]) == ["-    operatesIn: [环节二]", "+    operatesIn: [环节三]"]
    )
  }

  @Test func `a new row of one name on both sides is one`() throws {
    var merge = try MergeCase()
    merge.change("  - name: 项目二", to: "  - {name: 项目三, source: 五, status: 在建}\n  - name: 项目二")
    try merge.add("项目", ["名称": "项目三", "出处": "五", "状态": "谋划"])
    let conflicts = try merge.conflicts()
    #expect(conflicts.count == 1 && conflicts[0].contains("导出时无，工作簿“谋划”，数据集“在建”"))
    #expect(try merge.lines().isEmpty)
    #expect(try merge.lines(mine: ["all"]).count == 2)
  }

  @Test func `the data set as a whole and its queries are merged alike`() throws {
    var merge = try MergeCase()
    let manifest = merge.files["dataset.yaml"]
    merge.files["dataset.yaml"] = manifest?.replacing("2023-08-18", with: "2024-01-01")
    try merge.set("数据集", "日期", "内容", "2025-01-01")
    try merge.set("数据集", "地区", "内容", "另一市")
    try merge.add("查询", ["名称": "项目", "表达式": "kind(project)"])
    #expect(try merge.conflicts().count == 1)
    #expect(try merge.lines().contains("+    expression: kind(project)"))
    let lines = try merge.lines(mine: ["dataset"])
    #expect(lines.contains("+date: 2025-01-01") && lines.contains("+jurisdiction: 另一市"))
  }

  @Test func `edits that make no data set together are refused`() throws {
    var merge = try MergeCase(
      """
      segment:
        - {name: 环节一, source: 一}
        - {name: 环节二, source: 一}

      """
    )
    merge.change("{name: 环节一, source: 一}", to: "{name: 环节一, source: 一, partOf: 环节二}")
    try merge.set("产业链环节", "环节二", "属于", "环节一")
    #expect(throws: MergeFault.self) { try merge.lines() }
  }

  @Test func `a workbook without its base makes every difference a conflict`() throws {
    var merge = try MergeCase()
    merge.change("status: 在建", to: "status: 谋划")
    try merge.set("企业", "甲厂", "别名", "")
    merge.grids.removeAll { $0.name == "导出时" }
    #expect(try merge.joined().ground == .lost)
    #expect(try merge.conflicts().count == 2)
    #expect(try merge.lines().isEmpty)
    #expect(try merge.lines(mine: ["enterprise:甲厂"]) == ["-    aliases: [甲]"])
  }

  @Test func `a workbook without a fingerprint is compared with the data set as it is`() throws {
    var merge = try MergeCase()
    try merge.forget()
    merge.change("status: 在建", to: "status: 谋划")
    let joined = try merge.joined()
    #expect(joined.ground == .unstated && joined.remark != nil)
    #expect(
      try merge.lines() == ["-    status: 谋划   # 年底完工", "+    status: 在建   # 年底完工"]
    )
  }

  @Test func `a part that was exported brings back its edits alone`() throws {
    var merge = try MergeCase(
      MergeCase.facts.replacing("  - name: 项目二", with: "  - {name: 无据, basis: 行业常识}\n  - name: 项目二")
    )
    try merge.export(part: true)
    // Unedited, it says what that part says, and nobody changed anything.
    #expect(try merge.joined().ground == .current)
    #expect(try merge.joined().remark == nil && merge.changes().isEmpty && merge.lines().isEmpty)
    try merge.set("项目", "项目二", "状态", "在建")
    #expect(try merge.lines() == ["-    status: 谋划", "+    status: 在建"])
    #expect(try merge.list() == ["mine 项目 项目二 状态 written"])
    // What the data set changed since is told, and what was left out is not.
    merge.change("capacity: 3 万吨", to: "capacity: 5 万吨")
    #expect(try merge.joined().ground == .exported)
    #expect(
      try merge.list() == ["theirs 项目 项目一 规模 there", "mine 项目 项目二 状态 written"]
    )
    // The fingerprint alone tells the part, too.
    merge.change("capacity: 5 万吨", to: "capacity: 3 万吨")
    merge.grids.removeAll { $0.name == "导出时" }
    #expect(try merge.joined().ground == .current)
  }

  @Test func `the workbook of another data set is refused with both names`() throws {
    var merge = try MergeCase()
    let manifest = merge.files["dataset.yaml"] ?? ""
    merge.files["dataset.yaml"] = manifest.replacing(
      "jurisdiction: 葫芦岛市",
      with: "jurisdiction: 另一市"
    )
    let isElsewhere = merge.files["dataset.yaml"] != manifest
    #expect(isElsewhere)
    // The same facts under another name are the same data set, with another name.
    #expect(try merge.conflicts().isEmpty)
    merge.files["facts.yaml"] = """
      enterprise:
        - {name: 子厂, source: 一}
        - {name: 丑厂, source: 一}

      """
    #expect(throws: MergeFault.foreign(mine: .init(same: "葫芦岛市"), theirs: .init(same: "另一市"))) {
      try merge.joined()
    }
    merge.grids.removeAll { $0.name == "导出时" }
    #expect(throws: MergeFault.self) { try merge.joined() }
  }

  @Test func `two nodes of one name, one from each side, are refused`() throws {
    var merge = try MergeCase()
    merge.change("  - name: 乙厂\n", to: "  - {name: 戊厂, source: 二}\n  - name: 乙厂\n")
    try merge.set("企业", "甲厂", "名称", "戊厂")
    #expect(throws: MergeFault.self) { try merge.lines() }
    // A name that is another name of somebody else is told.
    merge = try MergeCase()
    try merge.set("企业", "丙厂", "名称", "甲")
    let joined = try merge.joined()
    let warnings = joined.warnings(of: try joined.merge.merged())
    #expect(warnings.map(\.code) == ["shared-name"])
    #expect(warnings[0].message.zh.contains("“甲厂”、“丙厂”"), "\(warnings[0].message.zh)")
    #expect(warnings[0].location?.text == "x.xlsx: 企业!A4", "\(warnings[0])")
    #expect(try MergeCase().joined().warnings(of: MergeCase().joined().merge.merged()).isEmpty)
  }

  @Test func `more conflicts than one can use are counted`() throws {
    let rows = (1...70).map { "  - {name: 项目\($0), source: 一, status: 谋划}\n" }.joined()
    var merge = try MergeCase("project:\n" + rows)
    merge.change("status: 谋划", to: "status: 在建")
    for number in 1...70 { try merge.set("项目", "项目\(number)", "状态", "已投产") }
    let conflicts = try merge.conflicts()
    #expect(conflicts.count == 51 && conflicts.contains { $0.contains("还有 20 处") })
    #expect(try merge.lines(mine: ["all"]).count == 140)
  }
}

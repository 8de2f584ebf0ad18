import ChainModel
import TestSupport
import Testing

@testable import ChainWorkbooks

/// A row that gets another name is whom it was.
struct RenameTests {
  private static let renamed = [
    "-  - name: 甲厂   # 老厂", "+  - name: 第一厂   # 老厂", "+    id: enterprise:甲厂",
    "-    aliases: [甲]", "+    aliases: [甲, 甲厂]", "+    formerly: 甲厂",
  ]

  private func renamed(_ merge: MergeCase) throws -> [String] {
    // The order of lost and won lines is of no interest.
    try merge.lines().sorted()
  }

  @Test func `it keeps its identity, and its old name as an alias`() throws {
    var merge = try MergeCase()
    try merge.set("企业", "甲厂", "名称", "第一厂")
    #expect(try renamed(merge) == Self.renamed.sorted())
  }

  @Test func `also when the sheet was sorted`() throws {
    var merge = try MergeCase()
    try merge.set("企业", "甲厂", "名称", "第一厂")
    try merge.arrange("企业") { $0.reverse() }
    #expect(try renamed(merge) == Self.renamed.sorted())
    // And in the workbook of an older version, where all else of it is as it was.
    try merge.forget()
    #expect(try renamed(merge) == Self.renamed.sorted())
  }

  @Test func `also when everything else of the row changed, and the data set moved on`() throws {
    var merge = try MergeCase()
    merge.change("  - name: 乙厂\n", to: "  - name: 乙厂\n    external: true\n")
    try merge.set("企业", "甲厂", "从事", "环节三")
    try merge.set("企业", "甲厂", "出处", "九")
    try merge.set("企业", "甲厂", "名称", "第一厂")
    try merge.arrange("企业") { $0.reverse() }
    let lines = try merge.lines()
    #expect(lines.contains("+    id: enterprise:甲厂") && lines.contains("+    aliases: [甲, 甲厂]"))
    #expect(!lines.contains { $0.contains("乙厂") || $0.contains("external") }, "\(lines)")
  }

  @Test func `references by the old name still mean it`() throws {
    var merge = try MergeCase()
    try merge.set("产业链环节", "环节一", "名称", "环节甲")
    let lines = try merge.lines()
    #expect(
      lines == [
        "-  - {name: 环节一, source: 一}",
        "+  - {name: 环节甲, id: segment:环节一, aliases: 环节一, formerly: 环节一, source: 一}",
      ],
      "\(lines)"
    )
    try merge.set("企业", "甲厂", "从事", "环节甲")
    #expect(try merge.lines() == lines)
  }

  @Test func `rows that are swapped, sorted or copied rename nothing`() throws {
    var merge = try MergeCase()
    try merge.arrange("企业") { $0.swapAt(0, 1) }
    #expect(try merge.lines().isEmpty)
    // A sheet sorted without its hidden column: names are what people mean.
    try merge.arrange("企业") { rows in
      let marks = rows.map { $0.last ?? .empty }
      for row in rows.indices { rows[row][rows[row].count - 1] = marks[(row + 1) % rows.count] }
    }
    #expect(try merge.lines().isEmpty)
    try merge.arrange("企业") { rows in
      var copy = rows[0]
      copy[0] = .text("丁厂")
      rows.insert(copy, at: 1)
    }
    let lines = try merge.lines()
    #expect(lines.contains("+  - name: 丁厂") && !lines.contains { $0.contains("id:") }, "\(lines)")
  }

  @Test func `two names that are swapped go with their rows, whoever else edited these`() throws {
    var merge = try MergeCase()
    merge.change("  - name: 项目二\n", to: "  - name: 项目二   # 勿删\n    capacity: 1 万吨\n")
    try merge.set("项目", "项目一", "名称", "项目零")
    try merge.set("项目", "项目二", "名称", "项目一")
    try merge.set("项目", "项目零", "名称", "项目二")
    let lines = try merge.lines()
    #expect(
      lines.sorted()
        == [
          "-  - name: 项目一", "-  - name: 项目二   # 勿删", "+  - name: 项目二", "+    id: project:项目一",
          "+    formerly: 项目一", "+    formerly: 项目二", "+  - name: 项目一   # 勿删",
          "+    id: project:项目二",
        ].sorted(),
      "\(lines)"
    )
  }

  @Test func `names that move on in a chain go with their rows, and references with them`() throws {
    var merge = try MergeCase()
    merge.change("  - name: 乙厂\n", to: "  - name: 乙厂   # 老厂, 勿删\n    external: true\n")
    try merge.set("企业", "乙厂", "名称", "丁厂")
    try merge.set("企业", "甲厂", "名称", "乙厂")
    let lines = try merge.lines()
    #expect(lines.contains("+  - name: 丁厂   # 老厂, 勿删") && lines.contains("+    id: enterprise:乙厂"))
    #expect(lines.contains("+  - name: 乙厂   # 老厂") && lines.contains("+    id: enterprise:甲厂"))
    #expect(!lines.contains { $0.contains("external") }, "\(lines)")
    #expect(try merge.conflicts().isEmpty)
  }

  @Test func `references in other sheets mean whom they meant when a name moves on`() throws {
    let facts = MergeCase.facts.replacing("{name: 环节二, source: 一}", with: "{name: 环节二, source: 九}")
    var merge = try MergeCase(facts)
    try merge.set("产业链环节", "环节二", "名称", "环节丁")
    try merge.set("产业链环节", "环节一", "名称", "环节二")
    #expect(merge.faults.isEmpty, "\(merge.faults)")
    let list = try merge.list()
    #expect(!list.contains { $0.contains("从事") }, "\(list)")
    // Who edits such a cell, where the name stood before, is asked.
    try merge.set("企业", "丙厂", "从事", "环节二；环节三")
    #expect(merge.faults == ["moved-name x.xlsx: 企业!R4"], "\(merge.faults)")
    // Who writes the name where it did not stand means whoever has it.
    try merge.set("企业", "丙厂", "从事", "环节三")
    try merge.set("企业", "甲厂", "从事", "环节二")
    #expect(merge.faults.isEmpty, "\(merge.faults)")
    #expect(try !merge.list().contains { $0.contains("甲厂 →") })
  }

  @Test func `a name that moved to a row like its own is asked for`() throws {
    let facts = """
      segment:
        - {name: 环节一, source: 一}
        - {name: 环节二, source: 一}
        - {name: 环节三, source: 一}

      """
    var merge = try MergeCase(facts)
    try merge.set("产业链环节", "环节二", "名称", "环节丁")
    try merge.set("产业链环节", "环节一", "名称", "环节二")
    #expect(merge.faults.contains { $0.hasPrefix("doubtful-row") }, "\(merge.faults)")
    // Names that only changed places were sorted.
    merge = try MergeCase(facts)
    try merge.set("产业链环节", "环节一", "名称", "环节零")
    try merge.set("产业链环节", "环节二", "名称", "环节一")
    try merge.set("产业链环节", "环节零", "名称", "环节二")
    #expect(try merge.lines().isEmpty)
  }

  @Test func `a name that is given back is no other name beside, and no other identity`() throws {
    var merge = try MergeCase(
      MergeCase.facts.replacing(
        "  - name: 甲厂   # 老厂\n    source: 一\n    aliases: [甲]\n",
        with: "  - name: 第一厂\n    id: enterprise:甲厂\n    source: 一\n    aliases: [甲, 甲厂]\n"
      )
    )
    try merge.set("企业", "第一厂", "名称", "甲厂")
    let lines = try merge.lines()
    #expect(lines.contains("+    aliases: [甲, 第一厂]"), "\(lines)")
    #expect(
      try merge.list() == [
        "mine 企业 第一厂 名称 written", "mine 企业 第一厂 别名 written", "mine 企业 第一厂 曾用名 written",
      ]
    )
  }

  @Test func `a name that somebody else gets is no alias`() throws {
    var merge = try MergeCase()
    try merge.set("企业", "甲厂", "名称", "第一厂")
    try merge.add("企业", ["名称": "甲厂", "出处": "八"])
    let lines = try merge.lines()
    // The row called 甲厂 is 甲厂, whoever typed it.
    #expect(!lines.contains { $0.contains("id:") }, "\(lines)")
    #expect(lines.contains("+  - name: 第一厂"))
  }

  @Test func `who renames what the other renamed is asked`() throws {
    var merge = try MergeCase()
    merge.change(
      "  - name: 甲厂   # 老厂\n",
      to: "  - name: 老一厂   # 老厂\n    id: enterprise:甲厂\n"
    )
    try merge.set("企业", "甲厂", "名称", "第一厂")
    let conflicts = try merge.conflicts()
    #expect(conflicts.count == 1 && conflicts[0].hasPrefix("x.xlsx: 企业!A2 "), "\(conflicts)")
    #expect(try merge.lines().isEmpty)
    let lines = try merge.lines(mine: ["enterprise:甲厂"])
    #expect(lines.contains("+  - name: 第一厂   # 老厂"), "\(lines)")
    #expect(!lines.contains { $0.contains("id:") })
  }

  @Test func `an alias that is taken out again stays out`() throws {
    var merge = try MergeCase()
    merge = try MergeCase(
      MergeCase.facts.replacing(
        "  - name: 甲厂   # 老厂\n    source: 一\n    aliases: [甲]\n",
        with: "  - name: 第一厂\n    id: enterprise:甲厂\n    source: 一\n    aliases: [甲, 甲厂]\n"
      )
    )
    #expect(try merge.lines().isEmpty)
    try merge.set("企业", "第一厂", "别名", "甲")
    #expect(try merge.lines() == ["-    aliases: [甲, 甲厂]", "+    aliases: [甲]"])
  }
}

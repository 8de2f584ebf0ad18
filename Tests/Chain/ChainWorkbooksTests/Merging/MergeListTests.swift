import ChainModel
import TestSupport
import Testing

@testable import ChainWorkbooks

/// What is told of a merge is what it writes.
struct MergeListTests {
  @Test func `a relation that goes with its node is told as removed, whoever made it`() throws {
    var merge = try MergeCase()
    merge.change("    status: 谋划\n", to: "    status: 谋划\n    builder: 乙厂\n")
    try merge.remove("企业", "乙厂")
    #expect(
      try merge.list() == [
        "conflict 企业 乙厂 refused", "theirs 建设 乙厂 → 项目二 there",
        "mine 从事 乙厂 → 环节一 refused", "mine 从事 乙厂 → 环节二 refused",
      ]
    )
    #expect(
      try merge.list(mine: ["all"]) == [
        "conflict 企业 乙厂 removed", "theirs 建设 乙厂 → 项目二 removed",
        "mine 从事 乙厂 → 环节一 removed", "mine 从事 乙厂 → 环节二 removed",
      ]
    )
    #expect(
      try merge.list(theirs: ["all"]) == [
        "conflict 企业 乙厂 givenUp", "theirs 建设 乙厂 → 项目二 there",
        "mine 从事 乙厂 → 环节一 givenUp", "mine 从事 乙厂 → 环节二 givenUp",
      ]
    )
    let conflicts = try merge.conflicts()
    #expect(conflicts.count == 1 && conflicts[0].contains("数据集“新增 建设 乙厂 → 项目二”"), "\(conflicts)")
  }

  @Test func `edits of other rows that hang on a choice for theirs are told as given up`() throws {
    var merge = try MergeCase()
    merge.change("{name: 环节二, source: 一}", to: "{name: 环节二, source: 五}")
    try merge.remove("产业链环节", "环节二")
    try merge.set("企业", "乙厂", "从事", "环节一")
    try merge.set("企业", "丙厂", "从事", "")
    #expect(try merge.lines(theirs: ["all"]).isEmpty)
    #expect(
      try merge.list(theirs: ["all"]) == [
        "conflict 产业链环节 环节二 givenUp", "mine 从事 乙厂 → 环节二 givenUp", "mine 从事 丙厂 → 环节二 givenUp",
      ]
    )
    #expect(
      try merge.list(mine: ["all"]) == [
        "conflict 产业链环节 环节二 removed", "mine 从事 乙厂 → 环节二 removed", "mine 从事 丙厂 → 环节二 removed",
      ]
    )
  }

  @Test func `what comes back with a node that theirs removed is told`() throws {
    var merge = try MergeCase()
    merge.change("  - {name: 环节二, source: 一}\n", to: "")
    merge.change("[环节一, 环节二]", to: "[环节一]")
    merge.change("    operatesIn: [环节二]\n", to: "")
    try merge.set("企业", "甲厂", "从事", "环节一；环节二")
    let theirs = try merge.list(theirs: ["all"])
    #expect(
      theirs == [
        "conflict 产业链环节 环节二 givenUp", "mine 从事 甲厂 → 环节二 givenUp",
      ],
      "\(theirs)"
    )
    #expect(try merge.lines(theirs: ["all"]).isEmpty)
    let mine = try merge.list(mine: ["all"])
    #expect(
      mine == [
        "conflict 产业链环节 环节二 chosen", "mine 从事 甲厂 → 环节二 written",
        "theirs 从事 乙厂 → 环节二 restored", "theirs 从事 丙厂 → 环节二 restored",
      ],
      "\(mine)"
    )
  }

  @Test func `other names that both sides changed are put together, told, and can be chosen`()
    throws
  {
    var merge = try MergeCase()
    merge.change("aliases: [甲]", to: "aliases: [甲, 甲乙]")
    try merge.set("企业", "甲厂", "别名", "甲；甲丙")
    #expect(try merge.joined().merge.hasMovedOn && merge.joined().remark != nil)
    #expect(try merge.conflicts().isEmpty)
    #expect(try merge.list() == ["joined 企业 甲厂 别名 joined"])
    #expect(try merge.lines().contains("+    aliases: [甲, 甲乙, 甲丙]"))
    for word in ["all", "enterprise:甲厂", "企业:2"] {
      #expect(try merge.list(theirs: [word]) == ["joined 企业 甲厂 别名 givenUp"])
      #expect(try merge.lines(theirs: [word]).isEmpty)
      #expect(try merge.list(mine: [word]) == ["joined 企业 甲厂 别名 chosen"])
      #expect(try merge.lines(mine: [word]).contains("+    aliases: [甲, 甲丙]"))
    }
  }

  @Test func `without the state nothing is said of what was exported`() throws {
    var merge = try MergeCase()
    merge.change("status: 在建", to: "status: 谋划")
    merge.grids.removeAll { $0.name == "导出时" }
    let conflicts = try merge.conflicts()
    #expect(conflicts.count == 1 && conflicts[0].contains("导出时不详，"), "\(conflicts)")
  }

  @Test func `an identity that follows from another name is not told beside it`() throws {
    var merge = try MergeCase()
    merge.change("  - name: 甲厂   # 老厂\n", to: "  - name: 老一厂   # 老厂\n")
    try merge.set("企业", "甲厂", "别名", "")
    let list = try merge.list()
    #expect(list == ["theirs 企业 甲厂 名称 there", "mine 企业 甲厂 别名 written"], "\(list)")
  }
}

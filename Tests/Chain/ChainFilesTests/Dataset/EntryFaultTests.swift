import TestSupport
import Testing

@testable import ChainTestSupport

struct EntryFaultTests {
  // MARK: Shape

  @Test func `a file that is no mapping is shown`() throws {
    try expectFaults("wrong-shape", in: "⟦-⟧ region")
    try expectFaults("wrong-shape", in: "⟦兴城市⟧")
  }

  @Test func `a kind that holds no list is shown`() throws {
    try expectFaults("wrong-shape", in: "region:\n  ⟦n⟧ame: 兴城市")
    try expectFaults("wrong-shape", in: "region: ⟦兴城市⟧")
    try expectFaults("wrong-shape", in: "region:⟦⟧")
  }

  @Test func `an entry that is no mapping is shown`() throws {
    try expectFaults(
      "wrong-shape",
      "wrong-shape",
      "wrong-shape",
      in: "region:\n  - ⟦兴城市⟧\n  -⟦⟧\n  - ⟦[⟧绥中县]"
    )
  }

  @Test func `a key that is no text is shown`() throws {
    try expectFaults(
      "wrong-shape",
      in: "region:\n  - name: 兴城市\n    source: 二\n    ? ⟦[⟧a, b]\n    : c"
    )
  }

  @Test func `a list where one value is wanted is shown`() throws {
    try expectFaults(
      "wrong-shape",
      "wrong-shape",
      in: "region:\n  - name: 兴城市\n    level: ⟦[⟧市]\n    source: ⟦[⟧二, 三]"
    )
    try expectFaults("wrong-shape", in: "region:\n  - name: ⟦{⟧zh: 兴城市}\n    source: 二")
    try expectFaults("wrong-shape", in: "region:\n  - {name: 兴城市, id: ⟦[⟧a], source: 二}")
    try expectFaults("wrong-shape", in: "region:\n  - {name: 兴城市, basis: ⟦[⟧document], source: 二}")
    try expectFaults("wrong-shape", in: "region:\n  - {name: 兴城市, partOf: [⟦[⟧意见]], source: 二}")
  }

  // MARK: Names of things

  @Test func `an unknown kind is shown with the one that was meant`() throws {
    try expectFaults(
      .init("unknown-kind", didYouMean: "enterprise"),
      in: "⟦enterprize⟧:\n  - name: 英华\n    source: 二"
    )
  }

  @Test func `an unknown kind like no other is shown with all there are`() throws {
    try expectFaults("unknown-kind", in: "⟦大学⟧: []")
  }

  @Test func `a misspelt word for defaults is shown`() throws {
    try expectFaults(.init("unknown-kind", didYouMean: "defaults"), in: "⟦default⟧: {}")
  }

  @Test func `an unknown field is shown with the one that was meant`() throws {
    try expectFaults(
      .init("unknown-field", didYouMean: "level"),
      .init("unknown-field", didYouMean: "partOf"),
      in: """
        region:
          - name: 兴城市
            ⟦levle⟧: 市
            source: 二
            ⟦part-of⟧: 兴城市
        """
    )
  }

  @Test func `an attribute of another kind is an unknown field`() throws {
    try expectFaults("unknown-field", in: "region:\n  - {name: 兴城市, source: 二, ⟦tier⟧: 百亿级}")
  }

  @Test func `a relation that a kind cannot have is an unknown field`() throws {
    try expectFaults("unknown-field", in: "region:\n  - {name: 兴城市, source: 二, ⟦supplies⟧: 兴城市}")
  }

  @Test func `an unknown field of a relation's item is shown`() throws {
    try expectFaults(
      .init("unknown-field", didYouMean: "source"),
      in: "region:\n  - {name: 兴城市, source: 二, partOf: {to: 意见, ⟦sourse⟧: 三}}"
    )
  }

  @Test func `an unknown field of a source is shown`() throws {
    try expectFaults(
      .init("unknown-field", didYouMean: "place"),
      in: "region:\n  - {name: 兴城市, source: {document: 意见, place: 三, ⟦plase⟧: 四}}"
    )
  }

  // MARK: What is missing

  @Test func `an entry without a name is shown where it begins`() throws {
    try expectFaults("missing-field", in: "region:\n  - ⟦s⟧ource: 二\n    level: 市")
    try expectFaults("missing-field", in: "region:\n  - ⟦{⟧source: 二}")
  }

  @Test func `what else is wrong with an entry without a name is shown as well`() throws {
    try expectFaults(
      "missing-field",
      .init("unknown-field", didYouMean: "name"),
      "unknown-value",
      "unknown-reference",
      "unknown-word",
      in: """
        region:
          - {name: 甲, source: 二}
          - ⟦{⟧⟦nmae⟧: 乙, level: ⟦村⟧, partOf: ⟦太平洋沿岸经济带⟧, basis: ⟦听说⟧}
        """
    )
  }

  @Test func `an empty text is shown`() throws {
    try expectFaults("empty-text", in: "region:\n  - {name: ⟦''⟧, source: 二}")
    try expectFaults("empty-text", in: "region:\n  - {name: ⟦'  '⟧, source: 二}")
    try expectFaults("empty-text", in: "region:\n  - name: 兴城市\n    source:⟦⟧\n    level: 市")
    try expectFaults("empty-text", in: "region:\n  - {name: 兴城市, source: 二, aliases: [⟦''⟧]}")
    try expectFaults("empty-text", in: "region:\n  - name: 兴城市\n    source: 二\n    partOf:⟦⟧")
  }

  @Test func `a relation's item without a name is shown`() throws {
    try expectFaults(
      "missing-field",
      in: "region:\n  - {name: 兴城市, source: 二, partOf: ⟦{⟧source: 三}}"
    )
  }

  @Test func `a source that names no place, or no document, is shown`() throws {
    try expectFaults(
      "missing-field",
      "missing-field",
      in: """
        region:
          - {name: 兴城市, source: ⟦{⟧document: 意见}}
          - {name: 绥中县, source: ⟦{⟧place: 二}}
        """
    )
  }

  @Test func `an entry without a source is shown at its name`() throws {
    try expectFaults("missing-source", in: "region:\n  - name: ⟦兴城市⟧\n    level: 市")
    try expectFaults("missing-source", in: "region:\n  - {name: ⟦兴城市⟧, basis: document}")
  }

  @Test func `an entry without a source is shown once, whatever it relates to`() throws {
    try expectFaults(
      "missing-source",
      in: """
        region:
          - {name: ⟦兴城市⟧, partOf: [绥中县, 意见]}
          - {name: 绥中县, source: 二}
        """
    )
  }

  @Test func `a relation that the document states needs its place`() throws {
    try expectFaults(
      "missing-source",
      in: "region:\n  - {name: 兴城市, source: 二, partOf: {to: ⟦意见⟧, basis: document}}"
    )
  }

  // MARK: What is twice

  @Test func `a key that is written twice is shown the second time`() throws {
    try expectFaults(
      "duplicate-key",
      "duplicate-key",
      in: """
        region:
          - name: 兴城市
            source: 二
            level: 市
            ⟦level⟧: 省
        leader: []
        ⟦region⟧: []
        """
    )
  }

  @Test func `an identity that is declared twice is shown the second time`() throws {
    try expectFaults(
      ["duplicate-identity"],
      in: [
        "a.yaml": "region:\n  - {name: 兴城市, source: 二}\n",
        "b.yaml": "region:\n  - {name: ⟦兴城市⟧, source: 三}\n",
      ]
    )
    try expectFaults(
      "duplicate-identity",
      in: """
        region:
          - {name: 兴城市, id: a, source: 二}
          - {name: ⟦绥中县⟧, id: a, source: 二}
        """
    )
  }

  @Test func `the fault of a second declaration says where the first is`() throws {
    let folder = try DatasetFolder.dataset([
      "x.yaml": "region:\n  - {name: 兴城市, source: 二}\n  - {name: 兴城市, source: 三}\n"
    ])
    let fault = try #require(folder.load().diagnostics.first)
    #expect(fault.message.en.hasSuffix("/x.yaml:2:12"))
    #expect(fault.message.zh.contains("/x.yaml:2:12"))
  }

  // MARK: Values

  @Test func `an unknown option is shown with the one that was meant`() throws {
    try expectFaults(
      .init("unknown-value", didYouMean: "百亿级"),
      in: "cluster:\n  - {name: 泳装, source: 二, tier: ⟦百亿及⟧}"
    )
    try expectFaults(
      .init("unknown-value", didYouMean: "five-hundred"),
      in: "cluster:\n  - {name: 泳装, source: 二, tier: ⟦five-hundreds⟧}"
    )
    try expectFaults("unknown-value", in: "cluster:\n  - {name: 泳装, source: 二, tier: ⟦很大⟧}")
  }

  @Test(arguments: [
    "2025年", "2025-13", "2025-00", "2025-1", "25", "2023-02-29", "2023-04-31", "2025-12-1", "０２２５",
    "2025/12", "0000", "2025-", "明年", "-2025", "2100-02-29",
  ])
  func `a date that no calendar has is shown`(date: String) throws {
    try expectFaults("bad-date", in: "task:\n  - {name: 任务, source: 二, deadline: ⟦\(date)⟧}")
  }

  @Test(arguments: [
    "580亿元", "五百 亿元", "580", "亿元", "1.2.3 亿元", "1,000 亿元", "- 亿元", "1e3 亿元", "0x10 亿元",
    "inf 亿元", "--1 亿元", "约 580 亿元", ". 亿元",
  ])
  func `a quantity of another form is shown`(quantity: String) throws {
    try expectFaults(
      "bad-quantity",
      in: "target:\n  - {name: 目标, source: 二, value: ⟦'\(quantity)'⟧}"
    )
  }

  @Test func `an unknown unit is shown with the one that was meant`() throws {
    try expectFaults(
      .init("unknown-unit", didYouMean: "万千瓦"),
      in: "project:\n  - {name: 项目, source: 二, capacity: ⟦30 万千瓦时⟧}"
    )
    try expectFaults(
      "unknown-unit",
      in: "project:\n  - {name: 项目, source: 二, capacity: ⟦30 桶⟧}"
    )
    // What was left half is meant, not what differs in a letter.
    try expectFaults(
      .init("unknown-unit", didYouMean: "亿元"),
      in: "project:\n  - {name: 项目, source: 二, capacity: ⟦30 亿⟧}"
    )
    try expectFaults(
      .init("unknown-unit", didYouMean: "亿元"),
      in: "project:\n  - {name: 项目, source: 二, capacity: ⟦30  亿元⟧}"
    )
  }

  @Test(arguments: ["八十八", "8.5", "88个", "1e3", "99999999999999999999", "0x10", "８８"])
  func `what is no whole number is shown`(number: String) throws {
    try expectFaults("bad-integer", in: "project:\n  - {name: 项目, source: 二, count: ⟦\(number)⟧}")
  }

  @Test func `what is neither true nor false is shown`() throws {
    try expectFaults(
      .init("bad-flag", didYouMean: "true"),
      in: "enterprise:\n  - {name: 英华, source: 二, external: ⟦treu⟧}"
    )
    try expectFaults("bad-flag", in: "enterprise:\n  - {name: 英华, source: 二, external: ⟦yes⟧}")
    try expectFaults("bad-flag", in: "enterprise:\n  - {name: 英华, source: 二, external: ⟦True⟧}")
    try expectFaults("bad-flag", in: "enterprise:\n  - {name: 英华, source: 二, external: ⟦是⟧}")
  }

  @Test func `an unknown basis is shown, and the source is not missed as well`() throws {
    try expectFaults(
      .init("unknown-word", didYouMean: "industry-knowledge"),
      "unknown-word",
      in: """
        region:
          - {name: 兴城市, basis: ⟦industry knowlege⟧}
          - {name: 绥中县, source: 二, partOf: {to: 兴城市, basis: ⟦听说⟧}}
        """
    )
  }

  @Test func `a list of an attribute is checked item by item`() throws {
    try expectFaults(
      "wrong-shape",
      "empty-text",
      in: "leader:\n  - {name: 柳晓东, source: 二, titles: [副市长, ⟦[⟧局长], ⟦''⟧]}"
    )
  }

  // MARK: Names that cannot be shown

  @Test(arguments: ["\\x01甲", "甲\\x1f", "\\e[31m甲", "\\0"])
  func `a control character at the end of a name is not taken for space`(name: String) throws {
    try expectFaults("unprintable-text", in: "region:\n  - {name: ⟦\"\(name)\"⟧, source: 二}")
  }

  @Test(arguments: ["\\x01", "\\e[31m", "\\x7f", "\\u0085x", "\\n二", "\\t二", "\\uFFFE"])
  func `a name with a control character is shown`(escape: String) throws {
    try expectFaults("unprintable-text", in: "region:\n  - {name: ⟦\"兴\(escape)城\"⟧, source: 二}")
    try expectFaults(
      "unprintable-text",
      "unprintable-text",
      in: "region:\n  - {name: 兴城, id: ⟦\"a\(escape)b\"⟧, aliases: [⟦\"a\(escape)b\"⟧], source: 二}"
    )
  }
}

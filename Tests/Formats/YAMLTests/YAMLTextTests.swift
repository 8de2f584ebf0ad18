import Diagnostics
import TestSupport
import Testing
import YAML

struct YAMLTextTests {
  private static let pieces: [String] = [
    "甲", "市发展改革委", "a", "Z9", "0", "12.5", "-", "--- ", "...", "?", ": ", ":", " #", "#", "&a",
    "*a",
    "!", "!!str", "|", ">", "%", "@", "`", "'", "\"", "\\", "\\n", "\t", "\n", "\r\n", "\r", " ",
    "  ",
    "{", "}", "[", "]", ",", "~", "null", "true", "no", "=", "<<", "\u{0}", "\u{7}", "\u{1B}",
    "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
    "\u{FFFD}", "\u{1F600}", "\u{1FFFF}", "\u{10FFFF}", "“", "《", "〔2023〕", "、", "；", "：",
    "e\u{301}",
    "\u{3000}", "enterprise:", "等",
  ]

  private static func text(_ random: inout SplitMix64) -> String {
    (0...random.number(below: 6)).map { _ in pieces[random.number(below: pieces.count)] }.joined()
  }

  private static func read(_ text: String) throws -> EntryNode {
    try #require(try YAMLReader.read(Array(text.utf8), path: "a.yaml"), "\(text.debugDescription)")
  }

  private static func same(_ a: String?, _ b: String) -> Bool {
    a.map { Array($0.unicodeScalars) == Array(b.unicodeScalars) } ?? false
  }

  @Test(arguments: [YAMLText.Plainness.usual, .careful])
  func `any text reads back scalar for scalar, wherever it stands`(
    plainness: YAMLText.Plainness
  ) throws {
    var random = SplitMix64(seed: 11)
    for round in Fuzzing.rounds(20_000) {
      let (a, b) = (Self.text(&random), Self.text(&random))
      let (first, second) = (YAMLText.scalar(a, plainness), YAMLText.scalar(b, plainness))
      let yaml = """
        top:
          - \(first)
          - key: \(first)
            list: \(YAMLText.list([first, second]))
            flow: \(YAMLText.mapping([("x", second), ("y", first)]))
          - \(second)
        \(first): \(second)

        """
      let root = try Self.read(yaml)
      guard case .mapping(let pairs) = root.content, pairs.count == 2,
        case .sequence(let items) = pairs[0].value.content, items.count == 3,
        case .mapping(let fields) = items[1].content, fields.count == 3,
        case .sequence(let list) = fields[1].value.content, list.count == 2,
        case .mapping(let flow) = fields[2].value.content, flow.count == 2
      else {
        Issue.record("round \(round): \(yaml.debugDescription)")
        return
      }
      let firsts = [items[0], fields[0].value, list[0], flow[1].value, pairs[1].key]
      let seconds = [items[2], list[1], flow[0].value, pairs[1].value]
      let isSame =
        firsts.allSatisfy { Self.same($0.scalar, a) }
        && seconds.allSatisfy { Self.same($0.scalar, b) }
      #expect(isSame, "round \(round): \(yaml.debugDescription)")
      if !isSame { return }
    }
  }

  @Test func `texts that no reader could mistake stand without quotes`() {
    for text in ["锦西石化", "2025", "580 亿元", "二/(五)/2", "葫芦岛市实施意见(2023—2025年)", "“卡脖子”技术"] {
      #expect(YAMLText.scalar(text) == text)
    }
    for text in ["LNG船", "enterprise:锦西石化", "Huludao"] {
      #expect(YAMLText.scalar(text, .usual) == text)
      #expect(YAMLText.scalar(text) == "\"\(text)\"")
    }
    for text in ["no", "True", "y", "a: b", "a #b", "甲, 乙", "", " ", "- 甲", "甲 "] {
      #expect(YAMLText.scalar(text, .usual) == "\"\(text)\"")
    }
  }

  @Test func `an entry is a list item in block form and in braces`() {
    var entry = YAMLEntry(name: "甲")
    entry.add("aliases", ["乙", "a, b"])
    entry.add("source", nil)
    entry.add("status", "")
    entry.add("partOf", items: ["丙"])
    #expect(
      entry.item(indent: 4)
        == ["    - name: 甲", "      aliases: [乙, \"a, b\"]", "      partOf: 丙"]
    )
    #expect(entry.flow == "{name: 甲, aliases: [乙, \"a, b\"], partOf: 丙}")
    #expect(
      YAMLText.file("注", [("task", [entry]), ("park", [])]).hasPrefix("# 注\ntask:\n  - name: 甲\n")
    )
  }
}

import RegisterReader
import Testing
import TestSupport

struct StreamedFirmTests {
  private func read(_ line: String) throws(StreamFault) -> StreamedFirm? {
    let bytes = Array(line.utf8)
    return try bytes.withUnsafeBufferPointer { bytes throws(StreamFault) in
      try StreamedFirm.read(bytes)
    }
  }

  private func fault(_ line: String) -> String {
    do throws(StreamFault) {
      return try read(line) == nil ? "nothing" : "a firm"
    } catch {
      return error.code
    }
  }

  @Test func `a line says a firm`() throws {
    let firm = try read(
      #"""
      {"id": "7", "name": "甲\u5316工\n\"有限\"公司\ud83d\ude00", "creditCode": "91", "industryCode": "2614",
       "scope": "烧碱；", "x": {"y": [1, -2.5e3, true, null, "z"]}, "products": [
       {"name": "烧碱", "share": 0.31, "unit": "t"}, {"name": "液氯", "share": null}]}
      """#
    )
    var wanted = StreamedFirm(id: "7", name: "甲化工\n\"有限\"公司😀")
    wanted.creditCode = "91"
    wanted.industryCode = "2614"
    wanted.scope = "烧碱；"
    wanted.products = [.init(name: "烧碱", share: 0.31), .init(name: "液氯")]
    #expect(firm == wanted)
  }

  @Test(arguments: [
    ("", "nothing"), (" \t\r", "nothing"), (#"{"id": "1", "name": "甲"}"#, "a firm"),
    (#"{"id": "1", "name": "甲"} "#, "a firm"), (#"{"id": "1", "name": "甲"} x"#, "json-syntax"),
    (#"{"id": "1"}"#, "missing-field"), (#"{"name": "甲"}"#, "missing-field"),
    (#"{"id": "1", "name": " "}"#, "missing-field"), (#"{"id": 1, "name": "甲"}"#, "wrong-type"),
    (#"{"id": "1", "name": "甲", "industryCode": 2614}"#, "wrong-type"),
    (#"{"id": "1", "name": "甲", "products": "烧碱"}"#, "wrong-type"),
    (#"{"id": "1", "name": "甲", "products": ["烧碱"]}"#, "wrong-type"),
    (#"{"id": "1", "name": "甲", "products": [{"name": "a", "share": "1"}]}"#, "wrong-type"),
    (#"{"id": "1", "name": "甲", "products": [{"share": 1}]}"#, "missing-field"),
    (#"{"id": "1", "name": "甲", "name": "乙"}"#, "repeated-field"),
    (#"{"id": "1", "name": "甲", "scope": null}"#, "a firm"), (#"["甲"]"#, "json-syntax"),
    (#"{"id": "1", "name": "甲""#, "json-syntax"), (#"{"id": "1" "name": "甲"}"#, "json-syntax"),
    (#"{"id": "1", "name": "甲\x"}"#, "json-syntax"),
    (#"{"id": "1", "name": "\ud800"}"#, "json-syntax"),
    ("{\"id\": \"1\", \"name\": \"a\tb\"}", "json-syntax"),
    (#"{"id": "1", "name": "甲\"#, "json-syntax"),
    (#"{"id": "1", "name": "甲", "x": 01}"#, "json-syntax"), (#"{"x": nul}"#, "json-syntax"),
    (#"{"id": "1", "name": "甲", "x": 1e999}"#, "json-syntax"),
    (String(repeating: #"{"a":"#, count: 100), "too-deep"),
  ])
  func `a line that says none is a fault of its kind`(_ line: String, _ wanted: String) {
    #expect(fault(line) == wanted)
  }

  @Test func `bytes that are not UTF-8 are a fault`() {
    let bytes = Array(#"{"id": "1", "name": ""#.utf8) + [0xFF] + Array("\"}".utf8)
    let error = #expect(throws: StreamFault.self) {
      try bytes.withUnsafeBufferPointer { try StreamedFirm.read($0) }
    }
    #expect(error?.code == "invalid-utf8")
    #expect(error?.message.zh.isEmpty == false)
  }

  @Test func `random firms come back as they were written`() throws {
    let pieces = [
      ("甲", "甲"), ("a", "a"), ("\n", "\\n"), ("\"", "\\\""), ("\\", "\\\\"), ("/", "\\/"),
      ("😀", "\\ud83d\\ude00"),
      ("é", "\\u00E9"), (" ", " "), ("}", "}"), (",", ","),
    ]
    for seed in Fuzzing.seeds(2_000) {
      var random = SplitMix64(seed: seed)
      var line = "{"
      func text() -> String {
        var said = ""
        line += "\""
        for _ in 0..<random.number(below: 20) {
          guard let (plain, written) = pieces.randomElement(using: &random) else { continue }
          said += plain
          line += written
        }
        line += "\""
        return said
      }
      line += "\"name\":\"n\",\"id\":\"i\",\"scope\" : "
      var wanted = StreamedFirm(id: "i", name: "n")
      wanted.scope = text()
      line += ",\"products\":["
      for number in 0..<random.number(below: 4) {
        line += (number == 0 ? "" : ",") + "{\"name\":\"p\(number)\",\"share\":"
        let share = Double(random.number(below: 2_000_001) - 1_000_000) / 100_000
        line += "\(share)}"
        wanted.products.append(.init(name: "p\(number)", share: share))
      }
      line += "]}"
      let firm = try read(line)
      #expect(firm == wanted, "seed \(seed): \(line)")
    }
  }

  @Test func `a register may be lines of objects`() {
    let text = #"""
      {"id": "a", "name": "甲公司", "industryCode": "2614", "地址": "某路"}

      {"name": "乙公司"}
      """#
    let read = reading(text, path: "名录.jsonl")
    #expect(read.rows.map(\.name) == ["甲公司", "乙公司"])
    #expect(read.rows.map(\.number) == [1, 3])
    #expect(read.rows.first?.other == [.init(heading: "id", text: "a")])
    #expect(read.told == ["unread-field 1: 1"])
    let bad = reading("{\"name\": \"甲\"}\n{\"name\": 甲}\n", path: "a.ndjson")
    #expect(bad.errors == ["wrong-type at a.ndjson:2:10"])
    #expect(bad.source.line(2) == "{\"name\": 甲}")
  }
}

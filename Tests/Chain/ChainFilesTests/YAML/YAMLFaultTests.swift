import TestSupport
import Testing

@testable import ChainTestSupport

struct YAMLFaultTests {
  @Test func `a quote that is never closed is shown where it opens`() throws {
    try expectFaults("yaml-syntax", in: "region:\n  - name: ⟦\"⟧兴城市\n    source: 二")
  }

  @Test func `a colon too many is shown where it stands`() throws {
    try expectFaults("yaml-syntax", in: "region:\n  - name: 兴城市⟦:⟧ 县")
  }

  @Test func `a bracket that is never closed is shown where the next thing begins`() throws {
    try expectFaults(
      "yaml-syntax",
      in: "region:\n  - name: 兴城市\n    aliases: [兴城, 宁远\n    source⟦:⟧ 二"
    )
  }

  @Test func `a fault at the end of a file without a line end is shown on its last line`() throws {
    try expectFaults(["yaml-syntax"], in: ["x.yaml": "region:\n  - name: 兴城市\n  sauce⟦⟧"])
  }

  @Test func `a wrong indent is shown`() throws {
    try expectFaults("yaml-syntax", in: "region:\n  - name: 兴城市\n   ⟦s⟧ource: 二")
  }

  @Test func `a tab for indent is shown`() throws {
    try expectFaults("yaml-syntax", in: "region:\n⟦\t⟧- name: 兴城市")
  }

  @Test func `a control character is shown where it stands`() throws {
    try expectFaults("yaml-syntax", in: "region:\n  - name: 兴城⟦\u{1}⟧市")
  }

  @Test func `an alias that nothing is called is shown`() throws {
    try expectFaults("yaml-syntax", in: "region:\n  - name: ⟦*nobody⟧")
  }

  @Test func `an alias inside what it names is shown`() throws {
    try expectFaults("yaml-syntax", in: "region: &all\n  - name: 兴城市\n    aliases: [⟦*all⟧]")
  }

  @Test func `a tag is shown`() throws {
    try expectFaults("yaml-tag", in: "region:\n  - name: ⟦!!binary 5YW0⟧")
    try expectFaults("yaml-tag", in: "region:\n  - ⟦!⟧thing\n    name: 兴城市")
    try expectFaults("yaml-tag", in: "region: ⟦!!set [⟧a]")
  }

  @Test func `a second document is shown where it begins`() throws {
    try expectFaults(
      "several-documents",
      in: "---\nregion:\n  - {name: 兴城市, source: 二}\n⟦---⟧\nregion: []"
    )
  }

  @Test func `one document may be opened by its marker`() throws {
    let loaded = try DatasetFolder.dataset([
      "x.yaml": "%YAML 1.1\n---\nregion:\n  - {name: 兴城市, source: 二}\n..." + "\n"
    ]).load()
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.dataset?.graph.node(id: "region:兴城市") != nil)
  }

  @Test func `a byte that is not UTF-8 is shown where it stands`() throws {
    let folder = try DatasetFolder.dataset([:])
    try folder.write(Array("region:\n  - name: 兴城".utf8) + [0xB3, 0xC7] + [0x0A], to: "x.yaml")
    let fault = try #require(folder.load().diagnostics.first)
    #expect(fault.code == "invalid-utf8")
    #expect(fault.location?.range?.start == .init(line: 2, column: 13))
    expectTold(fault)
  }

  @Test(arguments: ["\r", "\r\n", "\u{85}", "\u{2028}", "\n\n"])
  func `the line shown is the line of the fault, however lines end`(end: String) throws {
    let text = "region:" + end + "  - name: 兴城市" + end + "    sauce: 二" + end
    let folder = try DatasetFolder.dataset(["x.yaml": text])
    let loaded = folder.load()
    let fault = try #require(loaded.diagnostics.first { $0.code == "unknown-field" })
    let location = try #require(fault.location)
    let start = try #require(location.range?.start)
    #expect(start.column == 5)
    #expect(loaded.sources[location.path]?.line(start.line) == "    sauce: 二")
  }

  @Test func `a byte order mark is no part of the first key`() throws {
    let folder = try DatasetFolder.dataset([
      "x.yaml": "\u{FEFF}region:\n  - {name: 兴城市, source: 二}\n"
    ])
    #expect(folder.load().diagnostics.isEmpty)
  }

  @Test func `what looks like another type stays text`() throws {
    let loaded = try DatasetFolder.dataset([
      "x.yaml": "region:\n"
        + ["no", "012", "1e3", "~", "null", "2023-08-18", "true"]
        .map { "  - {name: \($0), source: 1}\n" }.joined()
    ]).load()
    let graph = try #require(loaded.dataset?.graph)
    #expect(
      graph.nodes(of: .init("region")).map { graph.name(of: $0) }
        == ["no", "012", "1e3", "~", "null", "2023-08-18", "true"]
    )
  }

  @Test func `an anchor stands for its value wherever an alias repeats it`() throws {
    let loaded = try DatasetFolder.dataset([
      "x.yaml": """
      region:
        - name: 兴城市
          source: &place 二/(七)/1
        - name: 绥中县
          source: *place

      """
    ]).load()
    let graph = try #require(loaded.dataset?.graph)
    let node = try #require(graph.node(id: "region:绥中县"))
    #expect(graph.origin(of: node).place == "二/(七)/1")
  }

  @Test func `a fault inside what an alias repeats is shown where it is written`() throws {
    try expectFaults(
      "unknown-field",
      in: """
        region:
          - &one
            name: 兴城市
            ⟦sauce⟧: 二
            source: 二
        """
    )
  }
}

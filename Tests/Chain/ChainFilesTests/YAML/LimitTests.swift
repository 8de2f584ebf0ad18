import ChainFiles
import Foundation
import TestSupport
import Testing

@testable import ChainTestSupport

/// A file made to harm meets an error.
struct LimitTests {
  private func faults(_ text: String) throws -> [String] {
    let loaded = try DatasetFolder.dataset(["x.yaml": text]).load()
    #expect(loaded.dataset == nil)
    for diagnostic in loaded.diagnostics { expectTold(diagnostic) }
    return loaded.diagnostics.map(\.code)
  }

  @Test func `a file of more than 16 MiB is not read`() throws {
    let folder = try DatasetFolder.dataset([:])
    let path = folder.path + "/x.yaml"
    try #require(FileManager.default.createFile(atPath: path, contents: nil))
    try #require(truncate(path, 16 << 20 + 1) == 0)
    let loaded = folder.load()
    #expect(loaded.diagnostics.map(\.code) == ["file-too-large"])
    #expect(loaded.sources[path] == nil)
  }

  @Test func `a link does not hide the size of its file`() throws {
    let folder = try DatasetFolder.dataset([:])
    let path = folder.path + "/big"
    try #require(FileManager.default.createFile(atPath: path, contents: nil))
    try #require(truncate(path, 16 << 20 + 1) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/x.yaml",
      withDestinationPath: "big"
    )
    #expect(folder.load().diagnostics.map(\.code) == ["file-too-large"])
  }

  @Test func `a file of zeros is an error`() throws {
    #expect(try faults(String(repeating: "\0", count: 1 << 16)) == ["yaml-syntax"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
  func `100,000 things inside one another are an error`(opening: String) throws {
    #expect(try faults(String(repeating: opening, count: 100_000)) == ["too-deep"])
  }

  @Test func `deep indents are an error`() throws {
    let lines = (0..<2000).map { String(repeating: " ", count: $0) + "a:" }
    #expect(try faults(lines.joined(separator: "\n")) == ["too-deep"])
  }

  @Test func `nesting is an error where it passes the limit and not before`() throws {
    let allowed = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(try faults(allowed) == ["wrong-shape"])
    let loaded = try DatasetFolder.dataset(["x.yaml": "[" + allowed + "]"]).load()
    let fault = try #require(loaded.diagnostics.first)
    #expect(fault.code == "too-deep")
    #expect(fault.location?.range?.start == .init(line: 1, column: 33))
  }

  @Test func `aliases that multiply are an error`() throws {
    var text = "a: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(try faults(text) == ["too-many-nodes"])
  }

  @Test func `aliases of mappings that multiply are an error`() throws {
    var text = "- &a0 {k: v}\n"
    for level in 1...40 {
      text += "- &a\(level) {a: *a\(level - 1), b: *a\(level - 1)}\n"
    }
    #expect(try faults(text) == ["too-many-nodes"])
  }

  @Test func `many anchors of one name are no harm`() throws {
    let text = "region:\n" + (0..<2000).map { "  - &a {name: 甲\($0), source: 二}\n" }.joined()
    #expect(try DatasetFolder.dataset(["x.yaml": text]).load().diagnostics.isEmpty)
  }

  @Test func `many documents are an error at the second`() throws {
    let text = String(repeating: "---\nregion: []\n", count: 10_000)
    let loaded = try DatasetFolder.dataset(["x.yaml": text]).load()
    #expect(loaded.diagnostics.map(\.code) == ["several-documents"])
    #expect(loaded.diagnostics.first?.location?.range?.start == .init(line: 3, column: 1))
  }

  // MARK: Very many faults

  private func expectCut(_ files: [String: String]) throws {
    let loaded = try DatasetFolder.dataset(files).load()
    let cuts = loaded.diagnostics.filter { $0.code == "too-many-faults" }
    #expect(loaded.dataset == nil)
    #expect(cuts.count == 1)
    #expect(loaded.diagnostics.count == 501)
    for diagnostic in cuts { expectTold(diagnostic) }
    // What was not looked at is not said to be wrong.
    #expect(Set(loaded.diagnostics.map(\.code)).count == 2)
  }

  @Test func `after 500 unknown fields the rest is not checked`() throws {
    let fields = (0..<20_000).map { "    field\($0): x\n" }.joined()
    try expectCut(["x.yaml": "region:\n  - name: 甲\n    source: 二\n" + fields])
  }

  @Test func `after 500 unknown kinds the rest is not checked`() throws {
    try expectCut(["x.yaml": (0..<20_000).map { "kind\($0): []\n" }.joined()])
  }

  @Test func `after 500 bad entries the rest is not checked`() throws {
    let entries = (0..<5000).map { "  - {name: 甲\($0), source: 二, levle: 市}\n" }.joined()
    try expectCut(["x.yaml": "region:\n" + entries])
  }

  @Test func `after 500 unknown references the rest is not checked`() throws {
    let entries = (0..<1000).map { "  - {name: 甲\($0), source: 二, partOf: 乙\($0)}\n" }.joined()
    try expectCut(["x.yaml": "region:\n" + entries])
  }

  @Test func `after 500 unknown references of one entry the rest is not checked`() throws {
    let names = (0..<20_000).map { "乙\($0)" }.joined(separator: ", ")
    try expectCut(["x.yaml": "region:\n  - {name: 甲, source: 二, partOf: [\(names)]}\n"])
  }

  @Test func `after 500 duplicates the rest is not checked`() throws {
    let entries = String(repeating: "  - {name: 甲, source: 二}\n", count: 5000)
    try expectCut(["x.yaml": "region:\n" + entries])
  }

  @Test func `after 500 keys that stand twice the rest is not checked`() throws {
    try expectCut(["x.yaml": String(repeating: "region: []\n", count: 5000)])
  }

  @Test func `the limit on faults is one for all files`() throws {
    let text = (0..<100).map { "kind\($0): []\n" }.joined()
    try expectCut(Dictionary(uniqueKeysWithValues: (0..<50).map { ("\($0).yaml", text) }))
  }

  @Test func `a fault of a default that many entries take counts once`() throws {
    let entries = (0..<600).map { "  - {name: 甲\($0), source: 二}\n" }.joined()
    try expectFaults(
      "unknown-value",
      .init("unknown-reference"),
      in: "defaults: {region: {level: ⟦村⟧, partOf: ⟦太平洋沿岸经济带⟧}}\nregion:\n" + entries
    )
  }
}

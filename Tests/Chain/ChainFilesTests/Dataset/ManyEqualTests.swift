import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// Data sets in which one thing stands very often: reading takes time in proportion to their size, and
/// what is reported is cut with a count.
///
/// Each took minutes when every next one was compared with all before it.
@Suite struct ManyEqualTests {
  private static let count = 20_000

  private func faults(_ facts: String) throws -> [Diagnostic] {
    try DatasetFolder.dataset(["x.yaml": facts]).load().diagnostics
  }

  private func list(_ entry: (Int) -> String) -> String {
    (0..<Self.count).map { "  - {\(entry($0)), source: 一}\n" }.joined()
  }

  private func expectCut(_ faults: [Diagnostic], _ code: String, more: Int) {
    #expect(faults.count == 501)
    #expect(faults.count { $0.code == code } == 500)
    let last = faults.first { $0.code == "too-many-faults" }
    #expect(last?.message.en == "more than 500 faults; \(more) more are not listed")
    #expect(last?.message.zh.contains("另有 \(more) 个未列出") == true)
  }

  @Test(.timeLimit(.minutes(6)))
  func `one name`() throws {
    let faults = try faults("segment:\n" + list { _ in "name: x" })
    expectCut(faults, "duplicate-identity", more: Self.count - 501)
  }

  @Test(.timeLimit(.minutes(6)))
  func `one identity`() throws {
    let faults = try faults("segment:\n" + list { "name: x\($0), id: i" })
    expectCut(faults, "duplicate-identity", more: Self.count - 501)
  }

  @Test(.timeLimit(.minutes(6)))
  func `one name behind as many that have identities of their own`() throws {
    let facts = "segment:\n" + list { "name: x, id: i\($0)" } + list { _ in "name: x" }
    expectCut(try faults(facts), "duplicate-identity", more: Self.count - 501)
  }

  @Test(.timeLimit(.minutes(6)))
  func `one alias, and references to the only node of a kind that bears it`() throws {
    let facts =
      "segment:\n" + list { "name: s\($0), aliases: [x], id: i\($0)" }
      + "cluster:\n  - {name: x, source: 一}\n"
      + "enterprise:\n" + list { "name: e\($0), anchors: x" }
    #expect(try faults(facts).isEmpty)
  }

  @Test(.timeLimit(.minutes(6)))
  func `references to a name that all bear name the first of them`() throws {
    let facts =
      "segment:\n" + list { "name: x, id: i\($0)" } + "enterprise:\n"
      + list { "name: e\($0), operatesIn: x" }
    let faults = try faults(facts)
    #expect(faults.count { $0.code == "ambiguous-reference" } == 500)
    let told = try #require(faults.first { $0.code == "ambiguous-reference" })
    #expect(told.message.en.hasSuffix("i11 and \(Self.count - 12) more"))
  }

  @Test(.timeLimit(.minutes(6)))
  func `one relation`() throws {
    let targets = Array(repeating: "y", count: Self.count).joined(separator: ", ")
    let facts =
      "segment:\n  - {name: y, source: 一}\n  - {name: x, source: 一, supplies: [\(targets)]}\n"
    expectCut(try faults(facts), "duplicate-relation", more: Self.count - 501)
  }

  @Test(.timeLimit(.minutes(6)))
  func `a circle of many parts names the first of them`() throws {
    let facts = "segment:\n" + list { "name: s\($0), partOf: s\(($0 + 1) % Self.count)" }
    let faults = try faults(facts)
    #expect(faults.map(\.code) == ["containment-cycle"])
    #expect(faults[0].message.en.contains("… \(Self.count - 12) more → "))
  }

  @Test(.timeLimit(.minutes(6)))
  func `references by identity to all that bear one name are written`() throws {
    let facts =
      "segment:\n" + list { "name: x, id: i\($0)" } + "enterprise:\n"
      + list { "name: e\($0), operatesIn: i\($0)" }
    let dataset = try #require(try DatasetFolder.dataset(["x.yaml": facts]).load().dataset)
    let text = try dataset.yamlFiles().map(\.text).joined()
    #expect(text.contains("operatesIn: i\(Self.count - 1)"))
  }

  // MARK: Tables

  private static let rows = 100_000

  private func faults(nodes: String, edges: String) throws -> [Diagnostic] {
    let folder = try DatasetFolder.tables(
      nodes: "id:ID,:LABEL,name\n" + nodes,
      edges: ":START_ID,:END_ID,:TYPE\n" + edges
    )
    return Dataset.load(folder: folder.path).diagnostics
  }

  @Test(.timeLimit(.minutes(6)))
  func `one row of nodes`() throws {
    let rows = String(repeating: "n1,segment,制浆\n", count: Self.rows)
    let faults = try faults(nodes: rows, edges: "")
    expectCut(faults, "duplicate-identity", more: Self.rows - 501)
    let first = faults.first { $0.code == "duplicate-identity" }
    #expect(first?.location?.range?.start.line == 3)
  }

  @Test(.timeLimit(.minutes(6)))
  func `rows of nodes once more in the other order`() throws {
    let rows = (0..<Self.rows / 2).map { "n\($0),segment,制浆\n" }
    let faults = try faults(nodes: rows.joined() + rows.reversed().joined(), edges: "")
    expectCut(faults, "duplicate-identity", more: Self.rows / 2 - 500)
    let first = faults.first { $0.code == "duplicate-identity" }
    #expect(first?.message.en.contains("nodes.csv:\(Self.rows / 2 + 1):1") == true)
  }

  @Test(.timeLimit(.minutes(6)))
  func `one row of relations`() throws {
    let rows = String(repeating: "n1,n2,supplies\n", count: Self.rows)
    let faults = try faults(nodes: "n1,segment,a\nn2,segment,b\n", edges: rows)
    expectCut(faults, "duplicate-relation", more: Self.rows - 501)
  }

  @Test(.timeLimit(.minutes(6)))
  func `one name in rows of their own identity`() throws {
    let rows = (0..<Self.rows).map { "n\($0),segment,制浆\n" }.joined()
    #expect(try faults(nodes: rows, edges: "").isEmpty)
  }
}

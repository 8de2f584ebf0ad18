import ChainModel
import TestSupport
import Testing

import ChainQueries

@testable import ChainFiles
@testable import ChainTestSupport

/// Relations that hold for some days: read, written and compared, each period one of its own.
@Suite struct PeriodTests {
  private static let facts = """
    leader:
      - {name: 张, source: 一}
      - {name: 李, source: 一}
    cluster:
      - name: 甲
        source: 一
        accountable:
          - {to: 张, until: 2023-12-31}
          - {to: 李, from: 2024-01-01, until: 2024-06}
          - {to: 张, source: 二, from: 2024-07}

    """

  private func load(_ facts: String = facts) throws -> Loaded {
    let folder = try DatasetFolder.dataset(["facts.yaml": facts])
    return withExtendedLifetime(folder) { Dataset.load(folder: folder.path) }
  }

  private func dataset(_ facts: String = facts) throws -> Dataset {
    let loaded = try load(facts)
    return try #require(loaded.dataset, "\(loaded.diagnostics)")
  }

  /// Each relation of responsibility with its days, in the order of the list.
  private func stated(_ graph: ChainGraph) throws -> [String] {
    let item = try #require(graph.bearers(of: "甲").first)
    return graph.relations(of: item, at: .target, .accountable).map {
      "\(graph.name(of: $0.source)) \($0.period) \($0.origin.place)"
    }
  }

  private static let told = ["张 2023-12-31止 一", "李 2024-01-01至2024-06 一", "张 2024-07起 二"]

  @Test func `a relation may hold in several periods`() throws {
    #expect(try stated(dataset().graph) == Self.told)
  }

  @Test(arguments: [
    ("until: 2023-12-31", "until: 2024-07-01", ["duplicate-relation"]),
    (", from: 2024-07", "", ["duplicate-relation"]),
    ("from: 2024-01-01, until: 2024-06", "from: 2024-07, until: 2024-06", ["empty-period"]),
    ("until: 2023-12-31", "until: 2023-02-30", ["bad-date"]),
    ("until: 2023-12-31", "until: 2023-12-31, since: 2023", ["unknown-field"]),
  ])
  func `periods that overlap, are empty or are none are faults`(
    _ old: String,
    _ new: String,
    _ codes: [String]
  ) throws {
    let faults = try load(Self.facts.replacing(old, with: new)).diagnostics
      .filter { $0.severity == .error }
    #expect(faults.map(\.code) == codes, "\(faults)")
    #expect(faults.allSatisfy { $0.location?.path.hasSuffix("facts.yaml") == true })
  }

  @Test func `a day of the end and one of the beginning are both in the period`() throws {
    let period = try #require(
      Origin.Period(from: CalendarDate(parsing: "2024-02"), until: CalendarDate(parsing: "2024"))
    )
    let days = ["2024-01-31", "2024-02-01", "2024-12-31", "2025-01-01"].map {
      CalendarDate(parsing: $0).map { period.contains($0) }
    }
    #expect(days == [false, true, true, false])
  }

  @Test(arguments: [
    "2024-04-01起", "2024-03-31止", "2023-08-18至2024-03-31", "2024起", "2024-02至2024-03",
  ])
  func `a note is read back as it was written, in both languages`(_ text: String) throws {
    let period = try #require(try Origin.Period(parsing: text))
    #expect(period.description == text)
    #expect(try Origin.Period(parsing: period.label.en) == period)
  }

  @Test(arguments: [
    ("自2024-04-01起", "2024-04-01起"), ("2024-04-01至今", "2024-04-01起"),
    ("截至2024-03-31", "2024-03-31止"), ("2023-08-18—2024-03-31", "2023-08-18至2024-03-31"),
    ("2023年8月18日到2024年3月", "2023-08-18至2024-03"),
  ])
  func `a note is read as people write it`(_ written: String, _ meant: String) throws {
    #expect(try Origin.Period(parsing: written)?.description == meant)
  }

  @Test(arguments: [
    "附件/二/(四)", "二至三", "二到三", "自行起", "一～三", "3—5", "等", "", "起", "止", "缘起",
  ])
  func `what only looks like a period is a place`(_ text: String) throws {
    #expect(try Origin.Period(parsing: text) == nil)
  }

  @Test func `what is written, as a folder, a snapshot or tables, reads back the same`() throws {
    let before = try dataset()
    let folder = try DatasetFolder()
    for file in try before.yamlFiles() { try folder.write(file.text, to: file.name) }
    let written = try #require(Dataset.load(folder: folder.path).dataset)
    let snapshot = try TemporaryFile(SnapshotSamples.bytes(of: before))
    let opened = try #require(Dataset.open(snapshot: snapshot.path).dataset)
    for after in [written, opened] {
      #expect(try stated(after.graph) == Self.told)
      let difference = DatasetDifference(from: before, to: after)
      #expect(difference.isEmpty, "\(difference.firstChange)")
    }
  }

  @Test func `tables have columns for the days, also of what is general knowledge`() throws {
    let facts = Self.facts.replacing("source: 二, from", with: "basis: industry-knowledge, from")
    let before = try dataset(facts)
    let writer = try BulkWriter(before.graph)
    var (nodes, edges): ([UInt8], [UInt8]) = ([], [])
    try writer.writeNodes { nodes += $0 }
    try writer.writeEdges { edges += $0 }
    let folder = try DatasetFolder([
      "dataset.yaml": DatasetFolder.base["dataset.yaml"] ?? "",
      "nodes.csv": String(decoding: nodes, as: UTF8.self),
      "edges.csv": String(decoding: edges, as: UTF8.self),
    ])
    let loaded = Dataset.load(folder: folder.path)
    let after = try #require(loaded.dataset, "\(loaded.diagnostics)")
    #expect(try stated(after.graph) == stated(before.graph))
    let bad = String(decoding: edges, as: UTF8.self).replacing("2024-07", with: "2024-13")
    let faulty = try DatasetFolder([
      "dataset.yaml": DatasetFolder.base["dataset.yaml"] ?? "",
      "nodes.csv": String(decoding: nodes, as: UTF8.self), "edges.csv": bad,
    ])
    #expect(Dataset.load(folder: faulty.path).diagnostics.map(\.code) == ["bad-date"])
  }

  @Test func `a relation that ends sooner is changed; one that begins otherwise is another`() throws
  {
    let before = try dataset()
    func difference(_ old: String, _ new: String) throws -> DatasetDifference {
      DatasetDifference(from: before, to: try dataset(Self.facts.replacing(old, with: new)))
    }
    let ended = try difference("until: 2024-06", "until: 2024-05")
    #expect(ended.changedRelations.map { $0.fields.map(\.field) } == [["until"]])
    #expect(ended.addedRelations.isEmpty && ended.removedRelations.isEmpty)
    let begun = try difference("from: 2024-07", "from: 2024-08")
    #expect(begun.addedRelations.count == 1 && begun.removedRelations.count == 1)
  }

  @Test func `what succeeds another kind, and what ends before it begins, is warned of`() throws {
    let facts =
      Self.facts + "department:\n  - {name: 局, source: 一, from: 2024, until: 2023, succeeds: 张}\n"
    let codes = try load(facts).dataset?.warnings { _ in nil }.map(\.code) ?? []
    #expect(codes.contains("unlike-successor") && codes.contains("empty-period"), "\(codes)")
  }
}

import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// Sorts of a relation, written as a word beside what it leads to: `{to: 乙, kind: 装备}`.
struct RelationSortTests {
  private static func load(_ text: String) throws -> Dataset {
    let loaded = try DatasetFolder.dataset(["x.yaml": text + "\n"]).load()
    #expect(loaded.diagnostics.map(\.message.en) == [])
    return try #require(loaded.dataset)
  }

  /// A segment of these fields, and others that it may name.
  private static func text(_ fields: String, defaults: String = "{}") -> String {
    let others = ["乙", "丙", "丁", "戊", "己", "庚"].map { "  - {name: \($0), source: 二}\n" }
    return "defaults: \(defaults)\nsegment:\n  - {name: 甲, source: 二, \(fields)}\n"
      + others.joined()
  }

  /// What leads from the first segment, as `kind target place`, by what the relations mean.
  private static func flows(_ dataset: Dataset) throws -> Set<String> {
    let graph = dataset.graph
    let segment = try #require(graph.node(id: "segment:甲"))
    return Set(
      [Semantics.flow, .return].flatMap { graph.relations(of: segment, at: .source, $0) }
        .map { "\($0.kind.name) \(graph.name(of: $0.target)) \($0.origin.place)" }
    )
  }

  @Test(
    arguments: [
      ["物料", "装备", "服务", "能源", "回用"],
      ["material", "equipment", "service", "energy", "return"],
      ["supplies", "equips", "serves", "powers", "returns"],
    ]
  )
  func `a word in either language, or the name of the sort, tells which flow it is`(
    _ words: [String]
  ) throws {
    let items = zip(["乙", "丙", "丁", "戊", "己"], words).map { "{to: \($0), kind: \($1)}" }
    let list = items.joined(separator: ", ")
    let dataset = try Self.load(Self.text("supplies: [\(list), 庚]"))
    #expect(
      try Self.flows(dataset) == [
        "supplies 乙 二", "equips 丙 二", "serves 丁 二", "powers 戊 二", "returns 己 二", "supplies 庚 二",
      ]
    )
    // What returns is no flow.
    let graph = dataset.graph
    let segment = try #require(graph.node(id: "segment:甲"))
    #expect(graph.relations(of: segment, at: .source, .flow).count == 5)
    #expect(graph.relations(of: segment, at: .source, .return).count == 1)
  }

  @Test func `the sort is told from the other end too, beside an origin and an open mark`() throws {
    let inverse = try Self.load(
      "segment:\n  - {name: 甲, source: 二}\n"
        + "  - {name: 乙, source: 二, suppliedBy: [{to: 甲, kind: 回用, source: 三, open: true}]}"
    )
    #expect(try Self.flows(inverse) == ["returns 乙 三"])
    let segment = try #require(inverse.graph.node(id: "segment:甲"))
    #expect(inverse.graph.relations(of: segment, at: .source, .return).map(\.isOpen) == [true])
    let own = try Self.load(Self.text("equips: 乙, returnedFrom: 丙, servedBy: [丁]"))
    #expect(try Self.flows(own) == ["equips 乙 二"])
  }

  @Test func `a sort that is told twice is the same relation twice, two sorts are two`() throws {
    try expectFaults(
      "duplicate-relation",
      in: Self.text("supplies: [{to: 乙, kind: 装备}], equips: ⟦乙⟧")
    )
    let two = try Self.load(Self.text("supplies: [乙, {to: 乙, kind: 装备}]"))
    #expect(try Self.flows(two) == ["supplies 乙 二", "equips 乙 二"])
  }

  @Test func `a word that is no sort is shown at its place`() throws {
    try expectFaults(
      .init("unknown-word", didYouMean: "equipment"),
      in: Self.text("supplies: [{to: 乙, kind: ⟦equipmant⟧}, {to: 丙, kind: 装备}]")
    )
    try expectFaults("unknown-word", in: Self.text("supplies: [{to: 乙, kind: ⟦铁路⟧}]"))
    try expectFaults("wrong-shape", in: Self.text("supplies: [{to: 乙, kind: ⟦[⟧装备]}]"))
    // A relation without sorts has no word for one.
    try expectFaults("unknown-word", in: Self.text("partOf: [{to: 乙, kind: ⟦物料⟧}]"))
    // A sort has no sorts of its own.
    try expectFaults("unknown-word", in: Self.text("equips: [{to: 乙, kind: ⟦物料⟧}]"))
  }

  @Test func `a wrong sort among defaults is shown once, taken or not`() throws {
    try expectFaults(
      .init("unknown-word", didYouMean: "service"),
      in: "defaults: {supplies: {kind: ⟦servise⟧}}"
    )
    try expectFaults(
      "unknown-word",
      in: Self.text("supplies: [乙, 丙]", defaults: "{supplies: {kind: ⟦铁路⟧}}")
    )
  }

  @Test(arguments: ["装备", "equipment", "equips"])
  func `a file may say which sort its flows are, and an item another`(_ word: String) throws {
    let dataset = try Self.load(
      Self.text(
        "supplies: [乙, {to: 丙, kind: 物料}, {to: 丁, kind: 回用}]",
        defaults: "{supplies: {kind: \(word)}}"
      )
    )
    #expect(try Self.flows(dataset) == ["equips 乙 二", "supplies 丙 二", "returns 丁 二"])
  }

  @Test func `a sort takes its own default origin, else that of the relation`() throws {
    let fields = "supplies: [乙, {to: 丙, kind: 装备}, {to: 丁, kind: 回用, source: 六}]"
    let general = try Self.load(Self.text(fields, defaults: "{supplies: {source: 四}}"))
    #expect(try Self.flows(general) == ["supplies 乙 四", "equips 丙 四", "returns 丁 六"])
    let own = try Self.load(
      Self.text(fields, defaults: "{supplies: {source: 四}, equips: {source: 五}}")
    )
    #expect(try Self.flows(own) == ["supplies 乙 四", "equips 丙 五", "returns 丁 六"])
  }

  @Test(arguments: ["zh", "en"])
  func `what is written anew has the same sorts`(_ language: String) throws {
    let text = Self.text(
      "supplies: [乙, {to: 丙, kind: 装备, source: 三}, {to: 丁, kind: service, open: true}, "
        + "{to: 戊, kind: 能源}, {to: 己, kind: 回用}, {to: 乙, kind: 回用}]",
      defaults: "{supplies: {kind: 物料}}"
    )
    let manifest = DatasetFolder.base["dataset.yaml", default: ""]
      .replacing("language: zh", with: "language: \(language)")
    let loaded = try DatasetFolder.dataset(["dataset.yaml": manifest, "x.yaml": text]).load()
    let original = try #require(loaded.dataset, "\(loaded.diagnostics)")
    let read = try DatasetSameness.read(original.yamlFiles())
    DatasetSameness.expectSame(original, read, "\(language)")
    #expect(try Self.flows(read).count == 6)
  }
}

import ChainModel
import ChainQueries
import Diagnostics
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// Names that are equal though their bytes differ, and names that only look equal.
@Suite struct EqualNameTests {
  /// 音樂 with the ideograph that is typed, and with one of those kept for old encodings.
  private static let (typed, kept) = ("音\u{6A02}", "音\u{F914}")
  /// é as one scalar and as two.
  private static let (one, two) = ("caf\u{E9}", "cafe\u{301}")

  private func codes(_ facts: String) throws -> [String] {
    let folder = try DatasetFolder.dataset(["x.yaml": facts])
    return folder.load().diagnostics.map(\.code)
  }

  @Test func `nodes whose names strings call equal are one, and said to stand twice`() throws {
    #expect(Self.typed == Self.kept && Self.one == Self.two)
    for (a, b) in [(Self.typed, Self.kept), (Self.one, Self.two)] {
      let faults = try codes("segment:\n  - {name: \(a), source: 一}\n  - {name: \(b), source: 一}\n")
      #expect(faults == ["duplicate-identity"])
      let ids = try codes(
        "segment:\n  - {name: x, id: \(a), source: 一}\n  - {name: y, id: \(b), source: 一}\n"
      )
      #expect(ids == ["duplicate-identity"])
    }
  }

  @Test func `either form leads to a node, by name, alias, identity and reference, in each file`()
    throws
  {
    let folder = try DatasetFolder.dataset([
      "x.yaml": """
      segment:
        - {name: \(Self.typed), aliases: [\(Self.one)], source: 一}
        - {name: 下, id: n-\(Self.two), source: 一, suppliedBy: [\(Self.kept)]}
        - {name: 上, source: 一, supplies: ['segment:\(Self.kept)', \(Self.two)]}

      """
    ])
    // The last relation names one node twice, by two of its names.
    #expect(folder.load().diagnostics.map(\.code) == ["duplicate-relation"])
    let sound = try DatasetFolder.dataset([
      "x.yaml": """
      segment:
        - {name: \(Self.typed), aliases: [\(Self.one)], source: 一}
        - {name: 下, id: n-\(Self.two), source: 一, suppliedBy: [\(Self.kept)]}

      """
    ])
    let dataset = try #require(sound.load().dataset)
    let file = try TemporaryFile(SnapshotSamples.bytes(of: dataset))
    let opened = try #require(Dataset.open(snapshot: file.path).dataset)
    for graph in [dataset.graph, opened.graph] {
      let node = try #require(graph.node(id: "segment:\(Self.kept)"))
      #expect(graph.name(of: node).utf8.elementsEqual(Self.typed.utf8), "names stay as written")
      for name in [Self.typed, Self.kept, Self.one, Self.two] {
        #expect(graph.lookUp(name) == .found(node))
      }
      #expect(graph.node(id: "n-\(Self.one)") == graph.node(id: "n-\(Self.two)"))
      #expect(graph.node(id: "n-\(Self.one)") != nil)
      #expect(graph.digraph(.flow).arcCount == 1)
    }
  }

  @Test func `tables find and compare identities as strings do`() throws {
    let nodes = "id:ID,:LABEL,name\nn-\(Self.typed),segment,a\nn-\(Self.one),segment,b\n"
    let edges = ":START_ID,:END_ID,:TYPE\nn-\(Self.kept),n-\(Self.two),supplies\n"
    let folder = try DatasetFolder.tables(nodes: nodes, edges: edges)
    let loaded = Dataset.load(folder: folder.path)
    let graph = try #require(loaded.dataset, "\(loaded.diagnostics)").graph
    #expect(graph.digraph(.flow).arcCount == 1)
    #expect(graph.node(id: "n-\(Self.kept)") == NodeIndex(0))
    #expect(graph.node(id: "n-\(Self.two)") == NodeIndex(1))
    let twice = try DatasetFolder.tables(
      nodes: nodes + "n-\(Self.kept),segment,c\n",
      edges: ":START_ID,:END_ID,:TYPE\n"
    )
    #expect(Dataset.load(folder: twice.path).diagnostics.map(\.code) == ["duplicate-identity"])
  }

  // MARK: What turns a line around

  @Test(arguments: [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069])
  func `a name that turns the direction of text is refused, where it stands`(code: UInt32) throws {
    let turn = try #require(Unicode.Scalar(code))
    for entry in ["{name: 甲\(turn)乙, source: 一}", "{name: 甲, aliases: [乙\(turn)], source: 一}"] {
      let folder = try DatasetFolder.dataset(["x.yaml": "segment:\n  - \(entry)\n"])
      let faults = folder.load().diagnostics
      #expect(faults.map(\.code) == ["bidi-control"])
      #expect(faults.first?.location?.range?.start.line == 2)
      let report = DiagnosticRenderer(language: .zh, isColored: false)
        .render(try #require(faults.first), source: folder.load().sources[folder.path + "/x.yaml"])
      #expect(!report.unicodeScalars.contains(turn), "the report does not turn around either")
    }
    let tables = try DatasetFolder.tables(
      nodes: "id:ID,:LABEL,name\nn1,segment,甲\(turn)\nn\(turn),segment,乙\n",
      edges: ":START_ID,:END_ID,:TYPE\n"
    )
    let faults = Dataset.load(folder: tables.path).diagnostics
    #expect(faults.map(\.code) == ["bidi-control", "bidi-control"])
    #expect(faults.map { $0.location?.range?.start.line } == [2, 3])
  }

  // MARK: What looks equal

  @Test func `a name that looks like another is warned of, where it stands`() throws {
    let folder = try DatasetFolder.dataset([
      "x.yaml": """
      segment:
        - {name: 人工智能, source: 一}
        - {name: 人\u{200B}工智能, source: 一}
        - {name: \u{2F08}工智能, source: 一}
        - {name: 造纸\u{FE00}, source: 一}
        - {name: ﾃｽﾄ（甲）, source: 一}
        - {name: '“引号”、《书名》（一）', source: 一}

      """
    ])
    let loaded = folder.load()
    let dataset = try #require(loaded.dataset, "\(loaded.diagnostics)")
    let warnings = dataset.warnings(at: loaded.place).filter { $0.code == "look-alike-name" }
    #expect(warnings.map { $0.location?.range?.start.line } == [3, 4, 5, 6])
    #expect(warnings.map { $0.help == nil } == [false, false, true, true])
    #expect(warnings.first?.message.en.contains("U+200B") == true)
    #expect(warnings[1].message.zh.contains("通常写作 人"))
  }

  @Test func `an alias that looks like a name is warned of where the alias stands`() throws {
    let folder = try DatasetFolder.dataset([
      "x.yaml": "segment:\n  - {name: 甲, source: 一, aliases: [乙, 丙\u{200B}]}\n"
    ])
    let loaded = folder.load()
    let dataset = try #require(loaded.dataset, "\(loaded.diagnostics)")
    let warning = try #require(
      dataset.warnings(at: loaded.place, spelled: loaded.place)
        .first { $0.code == "look-alike-name" }
    )
    #expect(warning.location?.range?.start == SourcePosition(line: 2, column: 39))
    #expect(warning.message.en.hasPrefix("the alias '丙"))
  }

  @Test(
    arguments: [
      ("👨\u{200D}👩\u{200D}👧", false), ("❤\u{FE0F}\u{200D}🔥", false), ("1\u{FE0F}\u{20E3}", false),
      ("🏴\u{E0067}\u{E0062}\u{E007F}", false), ("👩🏽\u{200D}🔬厂", false), ("⚙\u{FE0F}", false),
      ("👨\u{200D}", true), ("甲\u{200D}乙", true), ("甲\u{FE0F}", true), ("1\u{FE0F}", true),
      ("👨\u{200B}👩", true), ("\u{200D}👩", true), ("甲\u{E0067}", true),
    ]
  )
  func `what joins and colours emoji is seen`(name: String, isOdd: Bool) {
    #expect(LookAlike.isOne(name) == isOdd)
  }

  @Test func `warnings of names are cut, and how many more there are is said`() throws {
    let names = (0..<250).map { "  - {name: 甲\u{200B}\($0), source: 一}\n" }.joined()
    let folder = try DatasetFolder.dataset(["x.yaml": "segment:\n" + names])
    let loaded = folder.load()
    let warnings = try #require(loaded.dataset).warnings(at: loaded.place)
      .filter { $0.code == "look-alike-name" }
    #expect(warnings.count == 201)
    #expect(warnings.last?.message.en.hasPrefix("50 more") == true)
  }
}

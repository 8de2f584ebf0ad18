import Bilingual
import ChainModel
import ChainViews
import Diagnostics
import TestSupport
import Testing

/// Faults of a set's file, each at its place.
struct PackFaultTests {
  private func expect(
    _ faults: ExpectedFault...,
    in text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let marked = MarkedText(text + "\n")
    let folder = try DatasetFolder(["set.yaml": marked.text])
    let path = folder.path + "/set.yaml"
    let (pack, diagnostics, source) = Pack.load(path: path)
    #expect(pack == nil, sourceLocation: sourceLocation)
    expectFaults(
      faults,
      at: marked.ranges.map { .init(path: path, range: $0) },
      among: diagnostics,
      sourceLocation: sourceLocation
    )
    expectCarets(diagnostics, source, sourceLocation)
  }

  /// Expects a file that reads well to have faults on the small data set.
  private func expect(
    _ codes: String...,
    onData text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let marked = MarkedText(text + "\n")
    let folder = try DatasetFolder(["set.yaml": marked.text])
    let path = folder.path + "/set.yaml"
    let (pack, faults, source) = Pack.load(path: path)
    let read = try #require(pack, "\(faults.map(\.message.en))", sourceLocation: sourceLocation)
    let (sets, diagnostics) = read.sets(on: try Samples.tiny(), language: .zh)
    #expect(sets.isEmpty, sourceLocation: sourceLocation)
    expectFaults(
      codes.map { ExpectedFault($0) },
      at: marked.ranges.map { .init(path: path, range: $0) },
      among: diagnostics,
      sourceLocation: sourceLocation
    )
    expectCarets(diagnostics, source, sourceLocation)
  }

  private func expectCarets(
    _ diagnostics: [Diagnostic],
    _ source: SourceText?,
    _ sourceLocation: SourceLocation
  ) {
    for diagnostic in diagnostics {
      guard let range = diagnostic.location?.range, range.length > 0 else { continue }
      let text = DiagnosticRenderer(language: .en, isColored: false)
        .render(diagnostic, source: source)
      #expect(
        text.contains("set.yaml:\(range.start.line):\(range.start.column)") && text.contains("^"),
        "\(text)",
        sourceLocation: sourceLocation
      )
    }
  }

  @Test func `a set needs a title, and pictures or lists`() throws {
    try expect("missing-field", in: "⟦t⟧itle: 甲")
    try expect("missing-field", in: "⟦l⟧ists: []")
  }

  @Test func `unknown fields are told at their place`() throws {
    try expect(
      .init("unknown-field", didYouMean: "pictures"),
      in: "title: 甲\n⟦picture⟧: []\nlists: []"
    )
    try expect(
      .init("unknown-field", didYouMean: "within"),
      .init("unknown-field", didYouMean: "view"),
      in: """
        title: 甲
        pictures:
          - {file: 图, view: region, of: $jurisdiction, ⟦witin⟧: $cluster}
        lists:
          - {sheet: 表, fill: [甲], ⟦veiw⟧: gaps}
        """
    )
  }

  @Test func `an unknown view and an unknown repetition say what may have been meant`() throws {
    try expect(
      .init("unknown-word", didYouMean: "each-cluster"),
      .init("unknown-view", didYouMean: "panorama"),
      .init("unknown-view", didYouMean: "缺链图"),
      in: """
        title: 甲
        for: ⟦each-clusters⟧
        pictures:
          - {file: 一, view: ⟦panorma⟧, of: $cluster}
          - {file: 二, view: ⟦缺练图⟧, of: $cluster}
        """
    )
  }

  @Test(arguments: ["../a", "a/b", ".a", "\"a\\0b\"", "\"a/\\u0338\""])
  func `a name that could leave the folder is told`(file: String) throws {
    try expect("bad-name", in: "title: 甲\npictures:\n  - {file: ⟦\(file)⟧, fill: [甲]}")
    try expect("bad-name", in: "title: 甲\nlists:\n  - {sheet: ⟦\(file)⟧, fill: [甲]}")
  }

  @Test func `two files of one name are told, and a picture beside a list is not`() throws {
    try expect(
      "duplicate-key",
      in: "title: 甲\npictures:\n  - {file: 一}\n  - {file: ⟦一⟧, view: overview}"
    )
    let folder = try DatasetFolder([
      "set.yaml": "title: 甲\npictures: [{file: 一}]\nlists: [{sheet: 一}]\n"
    ])
    #expect(Pack.load(path: folder.path + "/set.yaml").pack != nil)
  }

  @Test func `switches and forms that make no sense are told`() throws {
    try expect(
      "bad-flag",
      "missing-field",
      in: """
        title: 甲
        lists:
          - {sheet: 一, view: duties, inherited: ⟦yes⟧}
          - ⟦{⟧sheet: 二, of: 张三}
        """
    )
  }

  @Test func `other shapes are told`() throws {
    try expect("wrong-shape", in: "⟦-⟧ title: 甲")
    try expect("wrong-shape", in: "title: 甲\nlists: [⟦a⟧]")
    try expect("wrong-shape", in: "title: 甲\nlists:\n  - {sheet: 一, view: gaps, of: ⟦{⟧a: b}}")
    try expect("missing-field", in: "title: ⟦{⟧zh: 甲}\nlists: []")
    try expect("yaml-syntax", in: "title: [a\nb⟦:⟧ c")
  }

  // MARK: On a data set

  @Test func `names that mean nothing are told where they stand`() throws {
    try expect(
      "unknown-name",
      "unknown-name",
      "ambiguous-name",
      onData: """
        title: 甲
        pictures:
          - {file: 一, view: panorama, of: ⟦纸业集团⟧}
          - file: 二
            view: paths
            of:
              - 木材
              - ⟦无此环节⟧
          - {file: 三, view: neighborhood, of: ⟦纸⟧}
        """
    )
  }

  @Test func `options that are not heeded, and bad ones, are told where they stand`() throws {
    try expect(
      "bad-option",
      "bad-option",
      "bad-option",
      "unknown-name",
      "bad-option",
      onData: """
        title: 甲
        lists:
          - {sheet: 一, view: gaps, of: 纸业集群, radius: ⟦2⟧}
          - {sheet: 二, view: upstream, of: 造纸, depth: ⟦无⟧}
          - {sheet: 三, view: duties, role: [lead, ⟦leed⟧]}
          - {sheet: 四, view: ontology, title: 词}
          - {sheet: 五, view: gaps, of: ⟦$cluster⟧}
          - {sheet: 六, view: upstream, of: 造纸, depth: [1, ⟦2⟧]}
        """
    )
  }

  @Test func `too few and too many subjects are told at the view and at the subject`() throws {
    try expect(
      "bad-view",
      "too-many-subjects",
      onData: """
        title: 甲
        lists:
          - {sheet: 一, view: ⟦panorama⟧}
          - {sheet: 二, view: gaps, of: [纸业集群, ⟦造纸⟧]}
        """
    )
  }

  @Test func `a fault that every cluster meets is told once`() throws {
    let marked = "title: 甲\nfor: each-cluster\nlists:\n  - {sheet: 一, view: panorama, of: 无此集群}\n"
    let folder = try DatasetFolder(["set.yaml": marked])
    let pack = try #require(Pack.load(path: folder.path + "/set.yaml").pack)
    let (sets, diagnostics) = pack.sets(on: try Samples.large(), language: .zh)
    #expect(sets.isEmpty && diagnostics.count == 1)
  }
}

import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

struct ManifestFaultTests {
  private func expect(
    _ faults: ExpectedFault...,
    in manifest: String,
    and files: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expectFaults(
      faults,
      in: files.merging(["dataset.yaml": manifest + "\n"]) { $1 },
      sourceLocation: sourceLocation
    )
  }

  @Test func `a folder without a manifest is no data set`() throws {
    let folder = try DatasetFolder(["x.yaml": "region: []\n"])
    let loaded = folder.load()
    #expect(loaded.dataset == nil)
    #expect(loaded.diagnostics.map(\.code) == ["missing-file"])
    #expect(loaded.diagnostics.first?.location == .init(path: folder.path, range: nil))
    for diagnostic in loaded.diagnostics { expectTold(diagnostic) }
  }

  @Test func `a folder that does not exist is no data set`() throws {
    let folder = try DatasetFolder()
    let loaded = Dataset.load(folder: folder.path + "/nowhere")
    #expect(loaded.dataset == nil)
    #expect(loaded.diagnostics.map(\.code) == ["missing-file"])
  }

  @Test(arguments: ["", "\n", "# nothing yet\n", "---\n"])
  func `an empty manifest misses every field`(text: String) throws {
    let loaded = try DatasetFolder.dataset(["dataset.yaml": text]).load()
    #expect(loaded.dataset == nil)
    let codes = Set(loaded.diagnostics.map(\.code))
    #expect(!loaded.diagnostics.isEmpty)
    #expect(codes.isSubset(of: ["missing-field", "wrong-shape"]))
  }

  @Test func `each field that is missing is told`() throws {
    let loaded = try DatasetFolder.dataset(["dataset.yaml": "{}\n"]).load()
    #expect(
      Set(loaded.diagnostics.map(\.message.en))
        == Set(
          ["title", "jurisdiction", "language", "date", "documents"]
            .map { "the field '\($0)' is missing" }
        )
    )
  }

  @Test func `a manifest's faults are all shown, and nothing follows from them`() throws {
    try expect(
      .init("unknown-field", didYouMean: "title"),
      "unknown-word",
      "bad-date",
      .init("unknown-reference", didYouMean: "意见"),
      in: """
        title: 试验
        ⟦titel⟧: 试验
        jurisdiction: 葫芦岛市
        language: ⟦de⟧
        date: ⟦去年⟧
        documents: [⟦意见书⟧]
        """
    )
  }

  @Test func `a manifest that YAML cannot read is the only fault`() throws {
    try expect("yaml-syntax", in: "title: 试验\ndocuments: [意见\nlanguage⟦:⟧ zh")
  }

  @Test func `a manifest that is no mapping is shown`() throws {
    try expect("wrong-shape", in: "⟦-⟧ title")
  }

  @Test func `a manifest without a document is shown, and nothing follows from it`() throws {
    let start = "title: 试验\njurisdiction: 葫芦岛市\nlanguage: zh\ndate: 2023\n"
    try expect("empty-text", in: start + "documents: ⟦[⟧]")
    try expect("empty-text", in: start + "documents:⟦⟧")
    try expect("missing-field", in: "⟦t⟧" + start.dropFirst())
  }

  @Test func `a title has both wordings or is one text`() throws {
    let rest = "\njurisdiction: 葫芦岛市\nlanguage: zh\ndate: 2023\ndocuments: 意见"
    try expect("missing-field", in: "title: ⟦{⟧zh: 试验}" + rest)
    try expect("missing-field", in: "title: ⟦{⟧en: trial}" + rest)
    try expect("unknown-field", in: "title: {zh: 试验, en: trial, ⟦fr⟧: essai}" + rest)
    try expect("wrong-shape", in: "title: ⟦[⟧试验]" + rest)
    let loaded = try DatasetFolder.dataset([
      "dataset.yaml": "title: {zh: 试验, en: trial}" + rest + "\n"
    ]).load()
    #expect(loaded.dataset?.title == .init(zh: "试验", en: "trial"))
  }

  @Test func `a sound manifest is read whole`() throws {
    let loaded = try DatasetFolder.dataset([:]).load()
    let dataset = try #require(loaded.dataset)
    #expect(loaded.diagnostics.isEmpty)
    #expect(dataset.title == .init(same: "试验"))
    #expect(dataset.jurisdiction == "葫芦岛市")
    #expect(dataset.language == .zh)
    #expect(dataset.date == CalendarDate(parsing: "2023-08-18"))
    #expect(dataset.documents.map { dataset.graph.name(of: $0) } == ["意见"])
  }
}

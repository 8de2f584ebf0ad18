import ChainQueries
import ChainViews
import Diagnostics
import Foundation
import TestSupport
import Testing

struct GalleryTests {
  private func expect(
    _ faults: ExpectedFault...,
    in text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let marked = MarkedText(text + "\n")
    let folder = try DatasetFolder(["gallery.yaml": marked.text])
    let path = folder.path + "/gallery.yaml"
    let (gallery, diagnostics, source) = Gallery.load(path: path)
    #expect(gallery == nil, sourceLocation: sourceLocation)
    #expect(source?.line(1) != nil, sourceLocation: sourceLocation)
    expectFaults(
      faults,
      at: marked.ranges.map { .init(path: path, range: $0) },
      among: diagnostics,
      sourceLocation: sourceLocation
    )
  }

  @Test func `pictures are read in the order of the file`() throws {
    let marked = MarkedText(
      """
      pictures:
        - {file: swimwear, view: panorama, of: 泳装产业集群}
        - file: all
          view: responsibility

      """
    )
    let folder = try DatasetFolder(["gallery.yaml": marked.text])
    let path = folder.path + "/gallery.yaml"
    let (gallery, diagnostics, _) = Gallery.load(path: path)
    let entries = try #require(gallery?.entries)
    #expect(diagnostics.isEmpty)
    #expect(entries.map(\.name) == ["swimwear", "all"])
    #expect(
      entries.map(\.words)
        == [QuestionWords("panorama", of: ["泳装产业集群"]), QuestionWords("responsibility")]
    )
  }

  @Test func `a gallery without pictures is shown`() throws {
    try expect("missing-field", in: "⟦⟧")
    try expect("missing-field", in: "⟦{⟧}")
  }

  @Test func `an unknown field of a gallery is shown`() throws {
    try expect(.init("unknown-field", didYouMean: "pictures"), in: "pictures: []\n⟦picture⟧: []")
  }

  @Test func `a gallery of another shape is shown`() throws {
    try expect("wrong-shape", in: "⟦-⟧ file: a")
    try expect("wrong-shape", in: "pictures: ⟦a⟧")
    try expect("wrong-shape", in: "pictures:\n  - ⟦a⟧")
    try expect("yaml-syntax", in: "pictures: [a\nb⟦:⟧ c")
  }

  @Test func `faults of an entry are all shown`() throws {
    try expect(
      "missing-field",
      "missing-field",
      .init("unknown-field", didYouMean: "file"),
      "empty-text",
      "wrong-shape",
      in: """
        pictures:
          - ⟦{⟧file: a}
          - ⟦{⟧view: panorama}
          - {file: b, view: panorama, ⟦flie⟧: c}
          - {file: d, view: ⟦''⟧, of: ⟦{⟧泳装: 1}}
        """
    )
  }

  @Test(arguments: ["../a", "a/b", "/a", ".a", "..", "\"a\\nb\"", "\"a\\0b\"", "\"a/\\u0338\""])
  func `a name that could leave the folder is shown`(file: String) throws {
    try expect("bad-name", in: "pictures:\n  - {file: ⟦\(file)⟧, view: panorama}")
  }

  @Test func `two pictures of one name are shown`() throws {
    try expect(
      "duplicate-key",
      in: "pictures:\n  - {file: a, view: panorama}\n  - {file: ⟦a⟧, view: responsibility}"
    )
  }

  @Test func `a gallery that does not exist is a fault`() throws {
    let folder = try DatasetFolder()
    let (gallery, diagnostics, source) = Gallery.load(path: folder.path + "/gallery.yaml")
    #expect(gallery == nil)
    #expect(source == nil)
    #expect(diagnostics.map(\.code) == ["unreadable-file"])
  }
}

import Foundation
import Liantu
import Testing

struct GalleryTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appending(path: "Graphs")

  @Test func `every picture of the gallery comes out as its golden file says`() throws {
    let gallery = try #require(
      Gallery.load(path: Self.folder.appending(path: "gallery.yaml").path).gallery
    )
    let data = Self.root.appending(path: "Data/huludao-2023").path
    let dataset = try #require(Dataset.load(folder: data).dataset)
    #expect(!gallery.entries.isEmpty)
    for entry in gallery.entries {
      let words = try #require(entry.words)
      let picture = try dataset.view(words, language: .zh).picture
      let dot = String(decoding: try picture.render(as: .dot), as: UTF8.self)
      let golden = try String(
        contentsOf: Self.folder.appending(path: "\(entry.name).dot"),
        encoding: .utf8
      )
      #expect(dot == golden, "\(entry.name).dot is not what is drawn; look, then make gallery")
    }
  }

  @Test func `the folder holds the pictures of the list and no others`() throws {
    let gallery = try #require(
      Gallery.load(path: Self.folder.appending(path: "gallery.yaml").path).gallery
    )
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let wanted =
      gallery.entries.flatMap { ["\($0.name).dot", "\($0.name).svg"] } + ["gallery.yaml"]
    #expect(Set(files) == Set(wanted))
  }
}

import Foundation
import Liantu
import Testing

struct GalleryTests {
  @Test func `every picture of the gallery comes out as its golden file says`() throws {
    let pictures = try GalleryPictures.all()
    #expect(!pictures.isEmpty)
    for (file, picture) in pictures {
      let dot = String(decoding: try picture.render(as: .dot), as: UTF8.self)
      let golden = try String(
        contentsOf: GalleryPictures.folder.appending(path: "\(file).dot"),
        encoding: .utf8
      )
      #expect(dot == golden, "\(file).dot is not what is drawn; look, then make gallery")
    }
  }

  @Test func `the folder holds the pictures of the list and no others`() throws {
    let gallery = try #require(
      Gallery.load(path: GalleryPictures.folder.appending(path: "gallery.yaml").path).gallery
    )
    let files = try FileManager.default.contentsOfDirectory(atPath: GalleryPictures.folder.path)
    let wanted =
      gallery.entries.flatMap { ["\($0.name).dot", "\($0.name).svg"] } + ["gallery.yaml"]
    #expect(Set(files) == Set(wanted))
  }
}

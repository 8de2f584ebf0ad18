import Foundation
import Liantu
import TestSupport
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
    // The targets of the package, which are drawn from the manifest.
    let names = gallery.entries.map(\.name) + ["architecture"]
    let drawings = Set(files.filter { $0.hasSuffix(".svg") })
    #expect(drawings.isSubset(of: names.map { "\($0).svg" }))
    #expect(Set(files).subtracting(drawings) == Set(names.map { "\($0).dot" } + ["gallery.yaml"]))
  }

  @Test func `git keeps the drawings that a page shows and no others`() throws {
    func drawings(_ page: String) throws -> Set<String> {
      let text = try String(contentsOf: Repository.url.appending(path: page), encoding: .utf8)
      return Set(text.matches(of: /\]\((Graphs\/[^)]+\.svg)\)/).map { String($0.1) })
    }
    let readme = try drawings("README.md")
    #expect(try drawings("README.zh-CN.md") == readme)
    let ignored = try String(
      contentsOf: Repository.url.appending(path: ".gitignore"),
      encoding: .utf8
    )
    let kept = Set(ignored.matches(of: /(?m)^!\/(Graphs\/.+\.svg)$/).map { String($0.1) })
    #expect(try kept == readme.union(drawings("ARCHITECTURE.md")))
    for file in kept {
      #expect(FileManager.default.fileExists(atPath: Repository.url.appending(path: file).path))
    }
  }
}

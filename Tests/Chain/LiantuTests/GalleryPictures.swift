import Foundation
import Liantu
import Testing

/// The pictures of the gallery in `Graphs`, of the data set that they are drawn from.
enum GalleryPictures {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appending(path: "Graphs")

  static func all() throws -> [(file: String, picture: Picture)] {
    let gallery = try #require(
      Gallery.load(path: folder.appending(path: "gallery.yaml").path).gallery
    )
    let data = root.appending(path: "Data/huludao-2023").path
    let dataset = try #require(Dataset.load(folder: data).dataset)
    return try gallery.entries.map { entry in
      let words = try #require(entry.words)
      return (entry.name, try dataset.view(words, language: .zh).picture)
    }
  }
}

import Foundation
import Liantu
import TestSupport
import Testing

/// The pictures of the gallery in `Graphs`, of the data set that they are drawn from.
enum GalleryPictures {
  static let folder = Repository.url.appending(path: "Graphs")

  static func all() throws -> [(file: String, picture: Picture)] {
    let gallery = try #require(
      Gallery.load(path: folder.appending(path: "gallery.yaml").path).gallery
    )
    let dataset = try #require(Dataset.load(folder: Repository.huludao).dataset)
    return try gallery.entries.map { entry in
      let words = try #require(entry.words)
      return (entry.name, try dataset.view(words, language: .zh).picture)
    }
  }
}

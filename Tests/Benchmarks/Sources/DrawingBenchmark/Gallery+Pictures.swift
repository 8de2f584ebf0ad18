import Foundation
import Liantu

extension Gallery {
  /// The pictures of the package's gallery with their names.
  static func pictures(of root: URL) throws -> [(String, Picture)] {
    let gallery = load(path: root.appending(path: "Graphs/gallery.yaml").path).gallery
    let data = root.appending(path: "Data/huludao-2023").path
    guard let gallery, let dataset = Dataset.load(folder: data).dataset else {
      throw CocoaError(.fileReadNoSuchFile)
    }
    return try gallery.entries.compactMap { entry in
      try entry.words.map { (entry.name, try dataset.view($0, language: .zh).picture) }
    }
  }
}

import Foundation
import Liantu

extension Gallery {
  /// The pictures of the gallery in `Graphs`, of the data set that they are drawn from.
  static func pictures(of root: URL) throws -> [(name: String, picture: Picture)] {
    let gallery = load(path: root.appending(path: "Graphs/gallery.yaml").path).gallery
    let dataset = Dataset.load(folder: root.appending(path: "Data/huludao-2023").path).dataset
    guard let gallery, let dataset else { throw CocoaError(.fileReadNoSuchFile) }
    return try gallery.entries.compactMap { entry in
      guard let view = ViewName(rawValue: entry.view) else { return nil }
      let cluster = entry.subject.flatMap { dataset.graph.node(id: "cluster:\($0)") }
      return (entry.file, try dataset.view(view, of: cluster, language: .zh).picture)
    }
  }
}

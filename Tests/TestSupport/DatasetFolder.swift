import Foundation

/// A folder for one test, filled with files and removed with the value.
public final class DatasetFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes a folder that holds `files`, by name.
  public init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "/liantu-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The folder of a data set that has a manifest and one document to cite, and `files` on top.
  public static func dataset(_ files: [String: String]) throws -> DatasetFolder {
    try DatasetFolder(base.merging(files) { $1 })
  }

  /// A manifest, and one document to cite.
  public static let base = [
    "dataset.yaml": """
    title: 试验
    jurisdiction: 葫芦岛市
    language: zh
    date: 2023-08-18
    documents: [意见]

    """,
    "documents.yaml": """
    document:
      - name: 意见
        source: 序言

    """,
  ]

  /// Writes a file of the folder; folders on the way are made.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file of the folder; folders on the way are made.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }
}

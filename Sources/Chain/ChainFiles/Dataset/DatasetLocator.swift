public import Bilingual
public import Diagnostics
import YAML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds the data set that somebody means without naming one.
public struct DatasetLocator: Sendable {
  /// Why no data set was found.
  public enum Failure: LiantuError, Hashable {
    /// There is none here or above.
    case none
    /// `Data` holds several, and none is named; their folders.
    case several([String])

    /// A stable name.
    public var code: String {
      switch self {
      case .none: "no-dataset"
      case .several: "several-datasets"
      }
    }

    /// What is wrong.
    public var message: BilingualText {
      switch self {
      case .none: BilingualText(zh: "没有找到数据集", en: "no data set found")
      case .several(let folders):
        BilingualText(
          zh: "有多个数据集：\(folders.joined(separator: ", "))",
          en: "several data sets: \(folders.joined(separator: ", "))"
        )
      }
    }

    /// What to do.
    public var help: BilingualText? {
      switch self {
      case .none:
        BilingualText(zh: "用 --dataset 指明文件夹", en: "name its folder with --dataset")
      case .several: BilingualText(zh: "用 --dataset 指明一个", en: "name one with --dataset")
      }
    }

    /// Nobody named one.
    public var cause: ErrorCause { .usage }
  }

  private let currentFolder: String
  private let environment: [String: String]

  /// A locator that looks from a folder, in an environment.
  public init(currentFolder: String, environment: [String: String]) {
    self.currentFolder = currentFolder
    self.environment = environment
  }

  /// The folder or the snapshot of the data set: the one given, else that of `LIANTU_DATASET`, else
  /// the nearest one upward that holds `dataset.yaml` or both tables, else the only one under `Data`,
  /// here or further up.
  public func locate(given: String?) throws(Failure) -> String {
    if let named = given ?? environment["LIANTU_DATASET"], !named.isEmpty {
      return Self.folder(named)
    }
    var folders: [String] = []
    var folder = currentFolder
    while true {
      folders.append(folder)
      guard let slash = folder.lastIndex(of: "/"), folder.count > 1 else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    for folder in folders where Self.isDataset(folder) { return shown(folder) }
    for folder in folders {
      let data = folder + "/Data"
      // The chains beside data sets belong to no city.
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: data)) ?? [])
        .filter { $0 != ChainLibrary.own }
      let found = names.sorted().map { data + "/" + $0 }.filter { Self.isDataset($0) }
      if found.count == 1 { return shown(found[0]) }
      if found.count > 1 { throw .several(found.map { shown($0) }) }
    }
    throw .none
  }

  /// A data set may be named by its folder, or by the `dataset.yaml`, `nodes.csv` or `edges.csv`
  /// in it.
  private static func folder(_ path: String) -> String {
    for file in [FolderListing.manifest, BulkFolder.nodes, BulkFolder.edges] {
      if path == file { return "." }
      if path.hasSuffix("/" + file) { return String(path.dropLast(file.count + 1)) }
    }
    return path
  }

  /// Whether what somebody names is meant as a data set: a folder that holds `dataset.yaml`,
  /// `nodes.csv` or `edges.csv`, or a file, which is a snapshot or is told to be none when it is
  /// opened.
  public static func isMeant(_ path: String) -> Bool {
    hasManifest(path) || BulkFolder.isMeant(path) || isFile(path)
  }

  /// Whether there is a folder or file, or anything else, at `path`.
  package static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Whether `path` is a file, as a snapshot is.
  package static func isFile(_ path: String) -> Bool { YAMLFile.type(of: path) == .typeRegular }

  /// Whether a folder that nobody has named is a data set: one table alone may be anything.
  private static func isDataset(_ folder: String) -> Bool {
    hasManifest(folder) || BulkFolder.isWhole(folder)
  }

  private static func hasManifest(_ folder: String) -> Bool {
    YAMLFile.type(of: folder + "/" + FolderListing.manifest) == .typeRegular
  }

  /// Messages name files as the user would, from where they stand.
  private func shown(_ folder: String) -> String {
    if folder == currentFolder { return "." }
    let prefix = currentFolder + "/"
    return folder.hasPrefix(prefix) ? String(folder.dropFirst(prefix.count)) : folder
  }
}

public import ChainFiles
public import ChainModel
import Diagnostics

extension Dataset {
  /// Reads the data set at `path`: a folder, a snapshot or a workbook; see
  /// `load(folder:progress:)`, `open(snapshot:checking:)` and ``load(workbook:path:)``.
  public static func load(
    _ path: String,
    checking: SnapshotChecking = .now,
    progress: (@Sendable (Double) -> Void)? = nil
  ) -> Loaded {
    guard DatasetLocator.isThere(path) else {
      let place = Diagnostic.Location(path: path, range: nil)
      return Loaded(dataset: nil, diagnostics: [.missingData(path)]) { _ in place }
    }
    guard DatasetLocator.isFile(path) else { return load(folder: path, progress: progress) }
    return load(workbookAt: path) ?? open(snapshot: path, checking: checking)
  }
}

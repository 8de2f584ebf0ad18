public import Foundation

/// The `liantu` that was built with the tests.
public enum BuiltCommand {
  /// Where it stands: beside the bundle of the tests, or a few folders above what runs them; `nil`
  /// where it has not been built.
  public static let executable: URL? = {
    let starts = [Bundle.main.executableURL, CommandLine.arguments.first.map { URL(filePath: $0) }]
    for start in starts {
      var folder = start?.deletingLastPathComponent()
      for _ in 0..<6 {
        guard let here = folder, here.path != "/" else { break }
        let candidate = here.appending(path: "liantu")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return candidate
        }
        folder = here.deletingLastPathComponent()
      }
    }
    return nil
  }()
}

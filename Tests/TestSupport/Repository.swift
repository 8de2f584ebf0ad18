public import Foundation

/// The folder of the package, for tests that read its own files.
public enum Repository {
  /// Its path, without a slash at its end.
  public static let path: String = url.path

  /// The same as an address of a file.
  public static let url: URL = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The data set that is shipped with the package.
  public static let huludao: String = path + "/Data/huludao-2023"

  /// The same city with chains of its own: smaller, and without the library.
  public static let ownChains: String = path + "/Tests/Cities/own-chains"
}

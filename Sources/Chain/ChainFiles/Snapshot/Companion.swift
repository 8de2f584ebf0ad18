/// A file that stands beside the data of a data set and is not data: how its pictures look, which
/// sets of views it hands out.
public struct Companion: Sendable, Hashable {
  /// Its path in the data set's folder: `theme.yaml`, `packs/five.yaml`.
  public let path: String
  /// What it holds.
  public let bytes: [UInt8]

  /// A file that is known as `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

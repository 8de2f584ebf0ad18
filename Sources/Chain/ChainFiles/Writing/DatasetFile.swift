/// A file of a data set's folder, as it is to be written.
public struct DatasetFile: Sendable, Hashable {
  /// Where it stands below the folder.
  public let name: String
  /// What it holds.
  public let text: String

  /// The file called `name` that holds `text`.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

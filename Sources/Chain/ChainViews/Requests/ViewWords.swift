/// A view as people write it: on a command line, in a gallery, in a pack, in an address.
public struct ViewWords: Sendable, Hashable {
  /// The name of the view.
  public var view: String
  /// What it is of, by name; `all` stands for everything where a view can be of everything.
  public var subjects: [String]
  /// The options given, each with its values; a flag has none.
  public var options: [ViewOption: [String]]

  /// The view `view` of `subjects`.
  public init(
    _ view: String,
    of subjects: [String] = [],
    options: [ViewOption: [String]] = [:]
  ) {
    self.view = view
    self.subjects = subjects
    self.options = options
  }
}

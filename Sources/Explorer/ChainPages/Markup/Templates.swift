import Mustache

/// The templates that come with the program.
enum Templates {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("page", PackageResources.page_mustache), ("frame", PackageResources.frame_mustache),
    ("inner", PackageResources.inner_mustache), ("tree", PackageResources.tree_mustache),
    ("view", PackageResources.view_mustache),
    ("list", PackageResources.list_mustache), ("panel", PackageResources.panel_mustache),
    ("search", PackageResources.search_mustache), ("lists", PackageResources.lists_mustache),
    ("fault", PackageResources.fault_mustache), ("home", PackageResources.home_mustache),
    ("report", PackageResources.report_mustache),
  ]

  private static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for file in files {
      do {
        try library.register(String(decoding: file.bytes, as: UTF8.self), named: file.name)
      } catch {
        preconditionFailure("the template \(file.name) cannot be read: \(error)")
      }
    }
    return library
  }()

  static func render(_ name: String, _ content: Content) -> Markup {
    Markup(html: library.render(content, withTemplate: name) ?? "")
  }
}

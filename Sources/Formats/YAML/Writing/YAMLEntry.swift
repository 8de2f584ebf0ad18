/// One entry of a data file: fields in the order in which they are added.
package struct YAMLEntry {
  /// The fields, each with a value that is YAML already.
  package private(set) var fields: [(field: String, value: String)] = []
  private let plainness: YAMLText.Plainness

  /// An entry without fields, whose texts are written with `plainness`.
  package init(_ plainness: YAMLText.Plainness = .careful) { self.plainness = plainness }

  /// An entry that begins with a name.
  package init(name: String, _ plainness: YAMLText.Plainness = .careful) {
    self.init(plainness)
    add("name", yaml: YAMLText.scalar(name, plainness))
  }

  /// The lines, without indentation or line ends.
  package var lines: [String] { fields.map { "\($0.field): \($0.value)" } }

  /// The entry on one line, within braces.
  package var flow: String { YAMLText.mapping(fields) }

  /// The lines of the entry as an item of a list whose minus sign stands after `indent` spaces.
  package func item(indent: Int = 2) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return lines.enumerated().map { margin + ($0 == 0 ? "- " : "  ") + $1 }
  }

  /// Adds a value that is YAML already.
  package mutating func add(_ field: String, yaml value: String) { fields.append((field, value)) }

  /// Adds a text; nothing for `nil` or an empty one.
  package mutating func add(_ field: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    add(field, yaml: YAMLText.scalar(text, plainness))
  }

  /// Adds a list; nothing for an empty one.
  package mutating func add(_ field: String, _ list: [String]) {
    add(field, items: list.map { YAMLText.scalar($0, plainness) })
  }

  /// Adds a list whose items are YAML already; one alone stands without brackets, none is nothing.
  package mutating func add(_ field: String, items: [String]) {
    guard let first = items.first else { return }
    add(field, yaml: items.count == 1 ? first : YAMLText.list(items))
  }
}

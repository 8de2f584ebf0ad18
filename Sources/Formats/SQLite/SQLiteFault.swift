/// What SQLite, or the file below it, refuses.
package struct SQLiteFault: Error, Hashable, Sendable {
  /// In SQLite's words.
  package let text: String

  init(_ text: String) { self.text = text }
}

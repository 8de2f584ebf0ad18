import Escapes

/// What a request or a link asks for: the path cut at its slashes and the query cut at its signs,
/// each part decoded once.
///
/// The cutting comes before the decoding, so that `%2F` in a name is a character of the name.
package struct RequestTarget: Sendable, Hashable {
  /// One `name=value` of a query; the value is empty where there is no sign of equality.
  package struct Item: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// Why a text is no target.
  package enum Fault: Error, Hashable {
    /// It does not begin with a slash.
    case noPath
    /// The path, or this item of the query, does not decode to UTF-8.
    case unreadable(String)
  }

  /// The path as it was sent.
  package let rawPath: String
  /// The query as it was sent.
  private let query: String
  /// The parts of the path; empty for `/`.
  package let path: [String]
  /// The items of the query, in their order.
  package let items: [Item]

  /// The target that `text` writes; a fragment is left out.
  package init(_ text: String) throws(Fault) {
    let (path, query) = Self.cut(text.prefix { $0 != "#" }, at: "?")
    try self.init(path: String(path), query: String(query ?? ""))
  }

  /// The target of a path and a query, both percent-encoded.
  package init(path: String, query: String) throws(Fault) {
    guard path.utf8.first == UInt8(ascii: "/") else { throw .noPath }
    (rawPath, self.query) = (path, query)
    var items: [Item] = []
    for part in query.split(separator: "&") {
      let (name, value) = Self.cut(part, at: "=")
      guard let name = PercentEncoding.decoded(name, plusIsSpace: true),
        let value = PercentEncoding.decoded(value ?? "", plusIsSpace: true)
      else { throw .unreadable(String(part)) }
      items.append(Item(name: name, value: value))
    }
    self.items = items
    var parts: [String] = []
    for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let decoded = PercentEncoding.decoded(part) else { throw .unreadable(path) }
      parts.append(decoded)
    }
    self.path = parts == [""] ? [] : parts
  }

  /// The target as it was sent, without a fragment.
  package var text: String { rawPath + (query.isEmpty ? "" : "?" + query) }

  /// The first value under `name`.
  package func value(_ name: String) -> String? { items.first { $0.name == name }?.value }

  /// The target without the items called `name`, the others as they were sent.
  package func without(_ name: String) -> String {
    let kept = query.split(separator: "&").filter { part in
      PercentEncoding.decoded(Self.cut(part, at: "=").0, plusIsSpace: true) != name
    }
    return rawPath + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  private static func cut(_ text: Substring, at sign: Character) -> (Substring, Substring?) {
    guard let place = text.firstIndex(of: sign) else { return (text, nil) }
    return (text[..<place], text[text.index(after: place)...])
  }
}

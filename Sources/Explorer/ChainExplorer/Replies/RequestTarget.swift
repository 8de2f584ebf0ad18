/// What a request asks for: the path cut at its slashes and the query cut at its signs, each part
/// decoded once.
///
/// The cutting comes before the decoding, so that `%2F` in a name is a letter of the name.
struct RequestTarget: Sendable, Hashable {
  /// One `name=value` of a query; the value is empty where there is no sign of equality.
  struct Item: Sendable, Hashable {
    let name: String
    let value: String
  }

  /// The target as it was sent, without a fragment.
  let text: String
  /// The path as it was sent.
  let rawPath: String
  /// The query as it was sent.
  let query: String
  /// The parts of the path; empty for `/`.
  let path: [String]
  /// The items of the query, in their order.
  let items: [Item]

  /// The target that `text` writes; `nil` when it is no path, or does not decode to UTF-8.
  init?(_ text: String) {
    let whole = text.prefix { $0 != "#" }
    guard whole.utf8.first == UInt8(ascii: "/") else { return nil }
    self.text = String(whole)
    let (path, query) = Self.cut(whole, at: "?")
    rawPath = String(path)
    self.query = String(query ?? "")
    var parts: [String] = []
    for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let decoded = Self.decoded(part) else { return nil }
      parts.append(decoded)
    }
    self.path = parts == [""] ? [] : parts
    var items: [Item] = []
    for part in (query ?? "").split(separator: "&") {
      let (name, value) = Self.cut(part, at: "=")
      guard let name = Self.decoded(name, plusIsSpace: true),
        let value = Self.decoded(value ?? "", plusIsSpace: true)
      else { return nil }
      items.append(Item(name: name, value: value))
    }
    self.items = items
  }

  /// The first value under `name`.
  func value(_ name: String) -> String? { items.first { $0.name == name }?.value }

  /// The target without the items called `name`.
  func without(_ name: String) -> String {
    let (path, query) = Self.cut(text[...], at: "?")
    let kept = (query ?? "").split(separator: "&").filter { part in
      Self.decoded(Self.cut(part, at: "=").0, plusIsSpace: true) != name
    }
    return path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  private static func cut(_ text: Substring, at sign: Character) -> (Substring, Substring?) {
    guard let place = text.firstIndex(of: sign) else { return (text, nil) }
    return (text[..<place], text[text.index(after: place)...])
  }

  /// Browsers and forms write a space of a query as `+`; an addition must come as `%2B`.
  private static func decoded(_ text: Substring, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(hexDigit),
          let low = rest.popFirst().flatMap(hexDigit)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// The part of an address that names a machine: a name, or an address in digits.
struct HostName: Sendable, Hashable {
  /// In small letters, without port and brackets.
  let text: String
  private let isBracketed: Bool

  /// The host of a `Host` field or of an option; `nil` when it is none.
  init?(_ field: String) {
    var name = field[...]
    isBracketed = name.first == "["
    if isBracketed {
      guard let end = name.firstIndex(of: "]") else { return nil }
      let port = name[name.index(after: end)...]
      guard port.isEmpty || Self.isPort(port) else { return nil }
      name = name[..<end].dropFirst()
    } else if let colon = name.firstIndex(of: ":"), name.lastIndex(of: ":") == colon {
      guard Self.isPort(name[colon...]) else { return nil }
      name = name[..<colon]
    }
    guard !name.isEmpty else { return nil }
    text = name.lowercased()
  }

  /// Whether it is an address in digits: a page of a stranger can make its own name lead here, but
  /// not an address.
  var isInDigits: Bool {
    if text.contains(":") { return text.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." } }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil && $0.first != "+" }
  }

  /// Whether only this machine can reach it.
  var isLoopback: Bool {
    text == "localhost" || text == "::1" || (isInDigits && text.hasPrefix("127."))
  }

  /// Whether an option's text is a name or an address, with a port or without, and nothing else: what
  /// no request can have in its `Host` field would never let anybody in.
  static func isPlain(_ text: String) -> Bool {
    guard let host = HostName(text) else { return false }
    if host.text.contains(":") { return host.isInDigits }
    return host.text.allSatisfy { $0.isLetter || $0.isNumber || "-._".contains($0) }
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.first == ":" && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }
}

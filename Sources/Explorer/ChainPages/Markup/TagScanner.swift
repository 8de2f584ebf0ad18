/// Reads well-formed XML piece by piece: as much of it as an SVG of Graphviz holds.
struct TagScanner {
  /// A piece; texts and values are as they stand, still escaped.
  enum Piece {
    case text(String)
    case open(String, [(name: String, value: String)], isEmpty: Bool)
    case close(String)
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next piece; prologue, comments and the type of the document are passed over.
  mutating func next() -> Piece? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return .text(text()) }
      if starts("<!--") {
        skip(past: "-->")
      } else if starts("<!") || starts("<?") {
        skip(past: ">")
      } else {
        return tag()
      }
    }
    return nil
  }

  private func starts(_ prefix: String) -> Bool { bytes[position...].starts(with: prefix.utf8) }

  private mutating func skip(past end: String) {
    let end = Array(end.utf8)
    while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
    position = min(position + end.count, bytes.count)
  }

  private mutating func text() -> String {
    take { $0 != UInt8(ascii: "<") }
  }

  private mutating func take(while condition: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, condition(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private mutating func tag() -> Piece {
    position += 1
    let isEnd = position < bytes.count && bytes[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    let name = take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    var attributes: [(name: String, value: String)] = []
    var isEmpty = false
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      _ = take { Self.isSpace($0) }
      guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else { break }
      if bytes[position] == UInt8(ascii: "/") {
        isEmpty = true
        position += 1
        continue
      }
      let key = take { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
      guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
      let quote = bytes[position + 1]
      position += 2
      let value = take { $0 != quote }
      position = min(position + 1, bytes.count)
      attributes.append((key, value))
    }
    position = min(position + 1, bytes.count)
    return isEnd ? .close(name) : .open(name, attributes, isEmpty: isEmpty)
  }

  /// A text without the entities that XML has.
  static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ";") else { break }
      let name = rest[rest.index(after: rest.startIndex)..<end]
      result += character(name) ?? String(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { String($0) }
    }
  }
}

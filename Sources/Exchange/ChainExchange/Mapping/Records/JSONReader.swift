import Bilingual
import Diagnostics

/// A value of a JSON text, and the bytes that write it.
struct JSONValue {
  enum Content {
    case null
    case string(String)
    /// A number or a truth value, as it is written.
    case word(String)
    case array([JSONValue])
    case object([Member])
  }

  struct Member {
    let key: String
    let keyRange: Range<Int>
    let value: JSONValue
  }

  let content: Content
  let range: Range<Int>

  /// The value under `key`; `nil` when there is none, or this is no object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// Whether it holds no other values.
  var isLeaf: Bool {
    switch content {
    case .null, .string, .word: true
    case .array, .object: false
    }
  }

  /// The text of a string, a number or a truth value.
  var text: String? {
    switch content {
    case .string(let text), .word(let text): text
    case .null, .array, .object: nil
    }
  }
}

/// Reads a JSON text as RFC 8259 has it, with the place of every value.
///
/// Not as the subset of YAML that it nearly is: YAML knows no surrogate pairs, folds rare line ends
/// in strings and takes commas and quotes less strictly.
struct JSONReader {
  private static let deepest = 64
  private static let mostValues = 10_000_000

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var values = 0
  /// What Python writes for numbers that are none, read as nothing.
  private var notNumbers: (count: Int, range: Range<Int>)?

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of a text in UTF-8, with a byte order mark or without one.
  static func read(_ bytes: [UInt8]) throws(RecordFault) -> JSONValue {
    let values = try values(bytes).values
    guard values.count > 1 else { return values[0] }
    throw RecordFault(
      code: "json-syntax",
      at: values[1].range,
      BilingualText(
        zh: "JSON 语法错误：JSON 结束之后还有内容",
        en: "JSON syntax: something follows the end of the JSON text"
      )
    )
  }

  /// The value of a text as ``read(_:)`` gives it, or those of JSON Lines: objects, each on a line
  /// of its own; and how many NaN and Infinity there are, which JSON does not know, and the first.
  static func values(
    _ bytes: [UInt8]
  ) throws(RecordFault) -> (values: [JSONValue], notNumbers: (count: Int, range: Range<Int>)?) {
    if let offset = SourceText.firstInvalidByte(in: bytes) {
      throw RecordFault(offset..<offset + 1) { .invalidUTF8(at: $0) }
    }
    var reader = JSONReader(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    var values = [try reader.value()]
    while true {
      let end = reader.position
      reader.skipSpace()
      guard reader.position < bytes.count else { return (values, reader.notNumbers) }
      guard case .object = values[0].content, bytes[reader.position] == UInt8(ascii: "{"),
        bytes[end..<reader.position].contains(where: { $0 == 0x0A || $0 == 0x0D })
      else {
        throw reader.fault(zh: "JSON 结束之后还有内容", en: "something follows the end of the JSON text")
      }
      values.append(try reader.value())
    }
  }

  /// The texts of an array that a text holds; `nil` when it is none, or holds more than texts.
  static func texts(_ text: String) -> [String]? {
    guard text.hasPrefix("["), let value = try? read(Array(text.utf8)),
      case .array(let items) = value.content, items.allSatisfy(\.isLeaf)
    else { return nil }
    return items.compactMap(\.text)
  }

  private func fault(zh: String, en: String, at start: Int? = nil) -> RecordFault {
    let start = min(start ?? position, max(0, bytes.count - 1))
    var end = start + 1
    // A caret stands under a whole letter.
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return RecordFault(
      code: "json-syntax",
      at: start..<min(end, bytes.count),
      BilingualText(zh: "JSON 语法错误：\(zh)", en: "JSON syntax: \(en)")
    )
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(RecordFault) -> JSONValue {
    skipSpace()
    guard position < bytes.count else {
      throw fault(zh: "缺少内容", en: "the text ends where a value is needed")
    }
    let start = position
    values += 1
    guard values <= Self.mostValues else {
      throw RecordFault(start..<start + 1) { .tooManyNodes(limit: Self.mostValues, at: $0) }
    }
    switch bytes[position] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      guard depth <= Self.deepest else {
        throw RecordFault(start..<start + 1) { .tooDeep(limit: Self.deepest, at: $0) }
      }
      let isObject = bytes[position] == UInt8(ascii: "{")
      position += 1
      let content: JSONValue.Content = isObject ? .object(try members()) : .array(try items())
      depth -= 1
      return JSONValue(content: content, range: start..<position)
    case UInt8(ascii: "\""):
      let text = try string()
      return JSONValue(content: .string(text), range: start..<position)
    default:
      return JSONValue(content: try word(), range: start..<position)
    }
  }

  private mutating func items() throws(RecordFault) -> [JSONValue] {
    if take(UInt8(ascii: "]")) { return [] }
    var items: [JSONValue] = []
    while true {
      items.append(try value())
      if take(UInt8(ascii: "]")) { return items }
      guard take(UInt8(ascii: ",")) else {
        throw fault(zh: "此处应为逗号或 ]", en: "a comma or ] is needed here")
      }
    }
  }

  private mutating func members() throws(RecordFault) -> [JSONValue.Member] {
    if take(UInt8(ascii: "}")) { return [] }
    var members: [JSONValue.Member] = []
    var seen: Set<String> = []
    while true {
      skipSpace()
      let start = position
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw fault(zh: "此处应为加双引号的名称", en: "a name in double quotes is needed here")
      }
      let key = try string()
      let range = start..<position
      guard seen.insert(key).inserted else {
        throw RecordFault(range) { .duplicateKey(key, at: $0) }
      }
      guard take(UInt8(ascii: ":")) else {
        throw fault(zh: "此处应为冒号", en: "a colon is needed here")
      }
      members.append(JSONValue.Member(key: key, keyRange: range, value: try value()))
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else {
        throw fault(zh: "此处应为逗号或 }", en: "a comma or } is needed here")
      }
    }
  }

  private mutating func word() throws(RecordFault) -> JSONValue.Content {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        position += 1
        continue
      default: break
      }
      break
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true", "false": return .word(word)
    case "NaN", "Infinity", "-Infinity":
      notNumbers = ((notNumbers?.count ?? 0) + 1, notNumbers?.range ?? start..<position)
      return .null
    default:
      guard Self.isNumber(bytes[start..<position]) else {
        let shown = word.isEmpty ? "" : "“\(word)”"
        throw fault(
          zh: "此处应为 JSON 的值，不能是\(shown.isEmpty ? "这个字符" : shown)",
          en: word.isEmpty ? "a value is needed here" : "'\(word)' is no value of JSON",
          at: start
        )
      }
      return .word(word)
    }
  }

  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let leading = rest.first
    let count = digits(&rest)
    guard count > 0, count == 1 || leading != 0x30 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard digits(&rest) > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  // MARK: Strings

  /// Reads a string from its first quote to behind its last.
  private mutating func string() throws(RecordFault) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while true {
      let from = position
      while position < bytes.count, bytes[position] >= 0x20, bytes[position] != 0x22,
        bytes[position] != 0x5C
      {
        position += 1
      }
      guard position < bytes.count else {
        throw fault(zh: "字符串没有结束", en: "no quote ends this string", at: start)
      }
      if bytes[position] == 0x22 {
        position += 1
        // Most strings hold no escape and are copied once.
        if text.isEmpty { return String(decoding: bytes[from..<position - 1], as: UTF8.self) }
        text += bytes[from..<position - 1]
        return String(decoding: text, as: UTF8.self)
      }
      guard bytes[position] == 0x5C else {
        throw fault(
          zh: "字符串中有未转义的控制字符",
          en: "a control character in a string must be escaped"
        )
      }
      text += bytes[from..<position]
      try escape(into: &text)
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(RecordFault) {
    let start = position
    position += 1
    guard position < bytes.count else {
      throw fault(zh: "字符串没有结束", en: "no quote ends this string", at: start)
    }
    let mark = bytes[position]
    position += 1
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = scalar() else {
        throw fault(
          zh: "\\u 之后应为四位十六进制数，代理项须成对",
          en: "\\u needs four hexadecimal digits, and surrogates come in pairs",
          at: start
        )
      }
      text += Array(String(Character(scalar)).utf8)
    default: throw fault(zh: "未知的转义", en: "unknown escape", at: start)
    }
  }

  /// The scalar of `\u` and the four digits that follow, or of a pair of these.
  private mutating func scalar() -> Unicode.Scalar? {
    guard let high = hexadecimal() else { return nil }
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) }
    guard position + 1 < bytes.count, bytes[position] == 0x5C,
      bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    position += 2
    guard let low = hexadecimal(), (0xDC00...0xDFFF).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    position += 4
    return value
  }
}

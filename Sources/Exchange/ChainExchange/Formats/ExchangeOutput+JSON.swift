import Bilingual

extension ExchangeOutput {
  /// Writes a text of JSON, in quotes.
  mutating func write(json text: String) {
    write(UInt8(ascii: "\""))
    write(text, escaping: JSONText.escape)
    write(UInt8(ascii: "\""))
  }

  /// Writes a value of JSON.
  mutating func write(json value: ExchangeValue) {
    switch value {
    case .text(let text): write(json: text)
    default: write(value.json)
    }
  }

  /// Writes both wordings.
  mutating func write(json text: BilingualText) {
    write("{\"zh\": ")
    write(json: text.zh)
    write(", \"en\": ")
    write(json: text.en)
    write("}")
  }
}

extension ExchangeValue {
  /// The value as JSON.
  var json: String {
    switch self {
    case .text(let text): JSONText.quoted(text)
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): "[" + values.map(\.json).joined(separator: ", ") + "]"
    }
  }
}

/// Texts of JSON, which are texts of YAML too.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, let escaped = escape(UInt8(scalar.value)) {
        quoted += escaped
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// What stands for a character below U+0080; `nil` for itself.
  static func escape(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x09: "\\t"
    case 0..<0x10: "\\u000" + String(byte, radix: 16)
    case 0x10..<0x20, 0x7F: "\\u00" + String(byte, radix: 16)
    default: nil
    }
  }
}

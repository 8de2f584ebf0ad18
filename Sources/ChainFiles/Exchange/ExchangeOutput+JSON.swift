import Bilingual

extension ExchangeOutput {
  /// Writes a text of JSON, in quotes.
  mutating func write(json text: String) {
    write(UInt8(ascii: "\""))
    write(text) { byte in
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
    write(UInt8(ascii: "\""))
  }

  /// Writes a value of JSON.
  mutating func write(json value: ExchangeValue) {
    switch value {
    case .text(let text): write(json: text)
    case .integer(let number): write(String(number))
    case .decimal(let number): write(String(number))
    case .flag(let flag): write(flag ? "true" : "false")
    case .list(let values):
      write("[")
      for (position, value) in values.enumerated() {
        if position > 0 { write(", ") }
        write(json: value)
      }
      write("]")
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

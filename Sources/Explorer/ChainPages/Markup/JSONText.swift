/// JSON that may stand in a script element: no `<`, no `&` and nothing that ends a line in a script.
enum JSONText {
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case UInt32(UInt8(ascii: "\"")): result += "\\\""
      case UInt32(UInt8(ascii: "\\")): result += "\\\\"
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, UInt32(UInt8(ascii: "<")),
        UInt32(UInt8(ascii: ">")), UInt32(UInt8(ascii: "&")):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { string($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }
}

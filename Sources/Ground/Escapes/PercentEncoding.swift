/// Text in an address, and back (RFC 3986): bytes of UTF-8 as a percent sign and two digits.
///
/// ```swift
/// PercentEncoding.identity.encoded("锂/1")  // %E9%94%82%2F1
/// PercentEncoding.decoded("%E9%94%82")      // 锂
/// ```
package struct PercentEncoding: Sendable {
  private let isKept: [Bool]
  private let keepsEscapes: Bool

  /// Identities in a path, a query or an IRI: unreserved characters stay, and the colon that parts
  /// a kind from a name.
  package static let identity = PercentEncoding(keeping: "-._~:")

  /// - Parameters:
  ///   - marks: what stays besides the letters and digits of ASCII.
  ///   - keepsEscapes: whether a percent sign before two digits is an escape already.
  package init(keeping marks: String, keepsEscapes: Bool = false) {
    let marks = Array(marks.utf8)
    isKept = (0...255).map { (byte: UInt8) in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: marks.contains(byte)
      }
    }
    self.keepsEscapes = keepsEscapes
  }

  /// The text with everything else percent-encoded.
  package func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3)
    for (place, byte) in bytes.enumerated() {
      if isKept[Int(byte)] || (keepsEscapes && Self.isEscape(bytes[place...])) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 0xF)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text that was encoded; `nil` for half an escape and for bytes that are no UTF-8.
  ///
  /// - Parameter plusIsSpace: whether `+` is a space, as forms write it in a query; an addition
  ///   comes as `%2B` there.
  package static func decoded(
    _ text: some StringProtocol,
    plusIsSpace: Bool = false
  ) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(value), let low = rest.popFirst().flatMap(value)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: "%") && bytes.count >= 3
      && bytes.dropFirst().prefix(2).allSatisfy { value($0) != nil }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

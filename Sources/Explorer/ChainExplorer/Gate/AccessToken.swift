internal import HTTPTypes

/// The word that a reader must know where the explorer is open to other machines.
public struct AccessToken: Sendable {
  /// The fewest characters, so that guessing is hopeless.
  public static let fewestCharacters = 16

  /// The most characters: every request carries it, beside all else that its head may hold.
  public static let mostCharacters = 256

  private let bytes: [UInt8]

  /// The token `text`; `nil` when it is short or long, or holds more than letters, digits and `-._~`, which
  /// need no encoding anywhere.
  public init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-._~".utf8.contains(byte)
      }
    }
    guard isPlain, (Self.fewestCharacters...Self.mostCharacters).contains(text.utf8.count) else {
      return nil
    }
    bytes = Array(text.utf8)
  }

  /// Whether `text` is the token; takes as long for a near miss as for any other of its length.
  func matches(_ text: some StringProtocol) -> Bool {
    let given = Array(text.utf8)
    var difference = given.count ^ bytes.count
    for (position, byte) in bytes.enumerated() {
      difference |= Int(byte ^ (position < given.count ? given[position] : 0))
    }
    return difference == 0
  }

  static let cookie = "liantu-token"
  static let parameter = "token"

  /// Whether a request's fields carry it: `Authorization: Bearer` or the cookie.
  func isCarried(by fields: HTTPFields) -> Bool {
    if let field = fields[.authorization], field.lowercased().hasPrefix("bearer ") {
      return matches(field.dropFirst("bearer ".count).drop { $0 == " " })
    }
    let cookies = fields[values: .cookie].flatMap { $0.split(separator: ";") }
    return cookies.contains { pair in
      let pair = pair.drop { $0 == " " }
      return pair.hasPrefix(Self.cookie + "=") && matches(pair.dropFirst(Self.cookie.count + 1))
    }
  }

  /// The field that makes a browser send it from now on; a link from elsewhere still works.
  var setCookie: String {
    "\(Self.cookie)=\(String(decoding: bytes, as: UTF8.self)); Path=/; HttpOnly; SameSite=Lax"
  }
}

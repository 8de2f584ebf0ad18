internal import Bilingual
internal import NIOHTTP1

/// Bytes that are no request of HTTP/1, and why.
///
/// Nobody has told a language yet, so people are told in both.
enum MalformedRequest: String, Sendable {
  /// The fields of its head take too much.
  case largeHead = "large-head"
  /// A version of HTTP that is not spoken here.
  case unknownVersion = "unknown-version"
  /// It is not written as HTTP is.
  case malformed = "malformed-request"

  init(_ error: HTTPParserError) {
    self =
      switch error {
      case .headerOverflow: .largeHead
      case .invalidVersion: .unknownVersion
      default: .malformed
      }
  }

  var status: HTTPResponseStatus {
    switch self {
    case .largeHead: .requestHeaderFieldsTooLarge
    case .unknownVersion: .httpVersionNotSupported
    case .malformed: .badRequest
    }
  }

  var message: BilingualText {
    switch self {
    case .largeHead:
      BilingualText(zh: "请求的头部太大", en: "the head of the request is too large")
    case .unknownVersion:
      BilingualText(
        zh: "只支持 HTTP/1.0 和 HTTP/1.1",
        en: "HTTP/1.0 and HTTP/1.1 are understood, no other"
      )
    case .malformed:
      BilingualText(
        zh: "这不是 HTTP 请求；网址中的汉字和空格要写成 %…（curl 用 -G --data-urlencode）",
        en:
          "this is no request of HTTP; what is not ASCII in an address, and spaces, are written as %… "
          + "(curl -G --data-urlencode)"
      )
    }
  }

  /// The reply.
  var text: String { "\(rawValue)\n\(message.zh)\n\(message.en)\n" }
}

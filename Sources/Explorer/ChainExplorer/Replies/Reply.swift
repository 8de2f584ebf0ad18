internal import Escapes
internal import HTTPTypes
internal import HummingbirdCore
internal import JSON

/// What the explorer says to a request, before it is known how the reader wants it.
struct Reply: Sendable {
  /// How long others may keep it.
  enum Keeping: String, Sendable {
    /// Kept, and asked about each time: an unchanged one costs a few bytes.
    case revalidated = "private, no-cache"
    /// Not kept.
    case never = "no-store"
  }

  var status: HTTPResponse.Status
  var type: String
  var body: [UInt8]
  var keeping: Keeping
  var headers: HTTPFields = [:]

  init(
    _ status: HTTPResponse.Status = .ok,
    type: String,
    body: [UInt8],
    keeping: Keeping = .revalidated
  ) {
    self.status = status
    self.type = type
    self.body = body
    self.keeping = status == .ok ? keeping : .never
  }

  init(_ status: HTTPResponse.Status = .ok, json: JSONValue, keeping: Keeping = .revalidated) {
    self.init(status, type: MIMEType.json, body: Array(json.text.utf8), keeping: keeping)
  }

  /// Whether it says the same each time, as long as the data is the same.
  var isKept: Bool { status == .ok && keeping == .revalidated }

  /// The reply with a name for the file that a reader may save; a download is saved at once.
  ///
  /// - Parameter plainName: For readers that take no other characters than those of ASCII.
  func named(_ name: String, orPlainly plainName: String, isDownload: Bool) -> Reply {
    var reply = self
    let ascii = String(plainName.map { $0.isASCII && Self.isPlain($0) ? $0 : "_" })
    reply.headers[.contentDisposition] =
      "\(isDownload ? "attachment" : "inline"); filename=\"\(ascii)\"; "
      + "filename*=UTF-8''\(Self.fileName.encoded(name))"
    return reply
  }

  /// Names of files in a header (RFC 8187).
  private static let fileName = PercentEncoding(keeping: "-_.")

  private static func isPlain(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_.".contains(character)
  }
}

/// The media types that are served.
enum MIMEType {
  static let json = "application/json; charset=utf-8"
  static let html = "text/html; charset=utf-8"
  static let css = "text/css; charset=utf-8"
  static let script = "text/javascript; charset=utf-8"
  static let csv = "text/csv; charset=utf-8"
  static let text = "text/plain; charset=utf-8"
  static let metrics = "text/plain; version=0.0.4; charset=utf-8"
  static let svg = "image/svg+xml"
  static let png = "image/png"
  static let pdf = "application/pdf"
  static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// Whether gzip makes it shorter; the others are compressed already.
  static func isCompressible(_ type: String) -> Bool { ![png, pdf, workbook].contains(type) }
}

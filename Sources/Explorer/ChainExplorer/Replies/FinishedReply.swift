internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// A reply as it goes over the wire, in both encodings, made once and sent many times.
struct FinishedReply: Sendable {
  let status: HTTPResponse.Status
  private let headers: HTTPFields
  private let plain: ByteBuffer
  private let compressed: ByteBuffer?
  private let tag: EntityTag?

  init(_ reply: Reply) {
    status = reply.status
    plain = ByteBuffer(bytes: reply.body)
    compressed =
      MIMEType.isCompressible(reply.type)
      ? Gzip.compressed(reply.body).map { ByteBuffer(bytes: $0) } : nil
    tag = reply.isKept ? EntityTag(of: reply.body) : nil
    var headers = reply.headers
    headers[.contentType] = reply.type
    headers[.cacheControl] = reply.keeping.rawValue
    if compressed != nil { headers[.vary] = "Accept-Encoding" }
    self.headers = headers
  }

  /// How much memory it holds.
  var byteCount: Int { plain.readableBytes + (compressed?.readableBytes ?? 0) + 1_024 }

  /// The response to a reader who sent `fields`; a reader who has it already is told so.
  func response(to fields: HTTPFields, isHead: Bool) -> Response {
    var headers = headers
    let body = compressed.flatMap { Self.takesGzip(fields) ? $0 : nil }
    if body != nil { headers[.contentEncoding] = "gzip" }
    if let tag {
      let written = tag.written(isCompressed: body != nil)
      headers[.eTag] = written
      if let known = fields[.ifNoneMatch], EntityTag.isListed(written, in: known) {
        headers[.contentType] = nil
        return Response(status: .notModified, headers: headers)
      }
    }
    let sent = body ?? plain
    guard !isHead else {
      headers[.contentLength] = String(sent.readableBytes)
      return Response(status: status, headers: headers)
    }
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: sent))
  }

  /// Whether `Accept-Encoding` lists gzip, or anything, and does not give it the weight 0.
  private static func takesGzip(_ fields: HTTPFields) -> Bool {
    guard let accepted = fields[.acceptEncoding] else { return false }
    var isStarred = false
    for offer in accepted.split(separator: ",") {
      let parts = offer.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard let name = parts.first else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
        Double($0.dropFirst(2))
      }
      let isWanted = (weight ?? 1) > 0
      if name == "gzip" { return isWanted }
      if name == "*" { isStarred = isWanted }
    }
    return isStarred
  }
}

/// A name for the bytes of a reply that changes when they do.
struct EntityTag: Sendable, Hashable {
  private let digest: String

  /// - Complexity: O(bytes).
  init(of bytes: [UInt8]) {
    // FNV-1a: the bytes are ours, so nobody can choose them to collide.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    digest = String(hash, radix: 16) + "-" + String(bytes.count, radix: 16)
  }

  /// The tag as a header has it; each encoding has its own.
  func written(isCompressed: Bool) -> String { "\"\(digest)\(isCompressed ? "-gz" : "")\"" }

  /// Whether `If-None-Match` names `tag`, weakly or not, or anything.
  static func isListed(_ tag: String, in list: String) -> Bool {
    list.split(separator: ",").contains { entry in
      let entry = entry.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      let text = String(entry)
      return text == "*" || text == tag || text == "W/" + tag
    }
  }
}

import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOEmbedded
import Testing

@testable import ChainExplorer

/// What came back for a request.
struct TestResponse: Sendable {
  let head: HTTPResponse
  let body: ByteBuffer

  var status: HTTPResponse.Status { head.status }
  var headers: HTTPFields { head.headerFields }
  var text: String { String(buffer: body) }

  /// The object that the body holds.
  func object() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(body.readableBytesView))
    return try #require(object as? [String: Any])
  }
}

/// Sends requests: to the responder itself, or over sockets.
struct Asking: Sendable {
  /// The port that is listened at; none where requests are answered in this process.
  let port: Int?
  private let answer: @Sendable (HTTPRequest, ByteBuffer) async throws -> TestResponse

  /// Asks in this process, on a connection that is none.
  init(_ responder: ExplorerResponder) {
    port = nil
    answer = { head, body in
      let response = await responder.respond(
        to: Request(head: head, body: RequestBody(buffer: body)),
        on: Connection(NIOAsyncTestingChannel())
      )
      let written = Shared(ByteBuffer())
      try await response.body.write(BodyCollector(written: written))
      return TestResponse(head: response.head, body: written.value)
    }
  }

  /// Asks over sockets, each request on a connection of its own.
  init(port: Int) {
    self.port = port
    answer = { head, body in
      let fields = head.headerFields.map { "\($0.name.rawName): \($0.value)\r\n" }
      let socket = try LoopbackSocket(port: port)
      try socket.send(
        "\(head.method.rawValue) \(head.path ?? "/") HTTP/1.1\r\nHost: localhost\r\n"
          + "Connection: close\r\n\(fields.joined())\r\n\(String(buffer: body))"
      )
      return try TestResponse(reply: await socket.bytes(seconds: 60))
    }
  }

  func callAsFunction(
    _ target: String,
    _ method: HTTPRequest.Method = .get,
    _ headers: HTTPFields = [:],
    body: ByteBuffer? = nil
  ) async throws -> TestResponse {
    var head = HTTPRequest(
      method: method,
      scheme: "http",
      authority: "localhost",
      path: target,
      headerFields: headers
    )
    if let body { head.headerFields[.contentLength] = String(body.readableBytes) }
    return try await answer(head, body ?? ByteBuffer())
  }

  /// The text of an answer that must be 200.
  func text(_ target: String) async throws -> String {
    let response = try await self(target)
    try #require(response.status == .ok, "\(target): \(response.text)")
    return response.text
  }

  /// Asks again and again until an answer is as it should be, for at most ten seconds.
  func until(_ target: String, _ isRight: (TestResponse) -> Bool) async throws {
    for _ in 0..<400 {
      if isRight(try await self(target)) { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    Issue.record("\(target) never came to be as it should")
  }
}

/// Keeps what a response writes.
private struct BodyCollector: ResponseBodyWriter {
  let written: Shared<ByteBuffer>

  func write(_ buffer: ByteBuffer) async throws {
    written.change { _ = $0.writeImmutableBuffer(buffer) }
  }

  consuming func finish(_ trailers: HTTPFields?) async throws {}
}

extension TestResponse {
  /// A whole reply of HTTP/1.1 as it came, its body up to the end of the connection.
  fileprivate init(reply: [UInt8]) throws {
    let end = try #require(Data(reply).range(of: Data("\r\n\r\n".utf8)), "no end of the head")
    let lines = String(decoding: reply[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let status = try #require(Int(lines[0].split(separator: " ").dropFirst().first ?? ""))
    var fields = HTTPFields()
    for line in lines.dropFirst() {
      let colon = try #require(line.firstIndex(of: ":"), "\(line)")
      let name = try #require(HTTPField.Name(String(line[..<colon])), "\(line)")
      let value = line[colon...].dropFirst().trimmingCharacters(in: .whitespaces)
      fields.append(HTTPField(name: name, value: value))
    }
    try #require(fields[.transferEncoding] == nil, "a reply in chunks is not read here")
    head = HTTPResponse(status: .init(code: status), headerFields: fields)
    body = ByteBuffer(bytes: reply[end.upperBound...])
    let length = try #require(fields[.contentLength].flatMap(Int.init))
    try #require(body.readableBytes == length, "the reply is cut short")
  }
}

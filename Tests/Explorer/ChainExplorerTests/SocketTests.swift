import Foundation
import Testing

@testable import ChainExplorer

/// What can only be seen on a real connection: the letters of HTTP themselves.
@Suite(.serialized) struct SocketTests {
  private static let head = "Host: localhost\r\n"

  /// Sends letters over one connection and reads until the other end closes, or a minute is over.
  private func exchange(
    _ text: String,
    to site: Site
  ) async throws -> String {
    try await site.serving { ask in
      let port = try #require(ask.port)
      let socket = try LoopbackSocket(port: port)
      try socket.send(text)
      return String(decoding: await socket.bytes(seconds: 60), as: UTF8.self)
    }
  }

  @Test func `a body that is announced too large is refused at once`() async throws {
    let text = "GET /health HTTP/1.1\r\n\(Self.head)Content-Length: 999999999\r\n\r\n"
    let reply = try await exchange(text, to: Site())
    #expect(reply.hasPrefix("HTTP/1.1 413 ") && reply.lowercased().contains("connection: close"))
  }

  @Test func `a body that grows too large is refused`() async throws {
    let chunk = "1000\r\n" + String(repeating: "x", count: 4_096) + "\r\n"
    let text = "GET /health HTTP/1.1\r\n\(Self.head)Transfer-Encoding: chunked\r\n\r\n"
    let reply = try await exchange(text + String(repeating: chunk, count: 40), to: Site())
    #expect(reply.hasPrefix("HTTP/1.1 413 "))
  }

  @Test func `a body that never comes is not waited for`() async throws {
    let site = try Site { $0.limits.bodyTime = .milliseconds(100) }
    let text = "GET /health HTTP/1.1\r\n\(Self.head)Content-Length: 10\r\n\r\nabc"
    #expect(try await exchange(text, to: site).hasPrefix("HTTP/1.1 408 "))
  }

  @Test func `a small body is passed over, and the connection goes on`() async throws {
    let get = "GET /health HTTP/1.1\r\n\(Self.head)"
    let text = get + "Content-Length: 3\r\n\r\nabc" + get + "Connection: close\r\n\r\n"
    let reply = try await exchange(text, to: Site())
    #expect(reply.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
  }

  @Test func `a head that never ends is closed`() async throws {
    let site = try Site { $0.limits.idleTime = .milliseconds(200) }
    let reply = try await exchange("GET /health HTTP/1.1\r\nHost: loc", to: site)
    #expect(reply.isEmpty)
  }

  @Test func `a head that is too large is refused`() async throws {
    let field = "X-Long: " + String(repeating: "x", count: 300_000) + "\r\n"
    let reply = try await exchange("GET /health HTTP/1.1\r\n\(Self.head)\(field)\r\n", to: Site())
    #expect(reply.isEmpty || reply.hasPrefix("HTTP/1.1 4"))
  }

  @Test(arguments: [
    "GET /health HTTP/1.1\r\n\r\n",
    "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", "\r\n\r\n", "\0\0\0\0", "GET\r\n\r\n",
    "GET /锂 HTTP/1.1\r\nHost: localhost\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
  ])
  func `letters that are no sound request are met with a refusal`(text: String) async throws {
    let site = try Site { $0.limits.idleTime = .milliseconds(200) }
    let reply = try await exchange(text, to: site)
    #expect(reply.isEmpty || reply.hasPrefix("HTTP/1.1 4"), "\(reply)")
  }

  @Test func `pictures over real sockets come whole, many at a time`() async throws {
    let target = "/view/panorama.svg?of=" + "泳装".encoded
    try await Site().serving { ask in
      let whole = try await ask(target).body
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<40 { group.addTask { try await ask(target).body == whole } }
        for try await isWhole in group { #expect(isWhole) }
      }
    }
  }
}

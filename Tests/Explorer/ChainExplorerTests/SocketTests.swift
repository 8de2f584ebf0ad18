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

  @Test(arguments: [
    ("GET /api/v1/gaps?scope=泳装 HTTP/1.1\r\nHost: localhost\r\n\r\n", "400", "malformed-request"),
    ("GET / HTTP/3.0\r\nHost: localhost\r\n\r\n", "505", "unknown-version"),
    ("garbage\r\n\r\n", "400", "malformed-request"),
    ("GET /health HTTP/1.1\r\n\r\n", "400", "has no Host field"),
  ])
  func `what is no request is told why, and counted in the log`(
    text: String,
    status: String,
    code: String
  ) async throws {
    let site = try Site()
    let reply = try await exchange(text, to: site)
    #expect(reply.hasPrefix("HTTP/1.1 \(status) ") && reply.contains(code), "\(reply)")
    #expect(!reply.lowercased().contains("content-length: 0"), "\(reply)")
    #expect(code.contains(" ") || site.log.contains(code), "\(site.log)")
  }

  @Test(arguments: ["", "Connection: keep-alive\r\n"])
  func `a request of HTTP 1.0 is answered and closed`(field: String) async throws {
    let site = try Site { $0.limits.idleTime = .seconds(120) }
    let reply = try await exchange("GET /health HTTP/1.0\r\n\(Self.head)\(field)\r\n", to: site)
    #expect(reply.hasPrefix("HTTP/1.1 200 ") && reply.hasSuffix("}\n"), "\(reply)")
    #expect(reply.lowercased().contains("connection: close"))
  }

  @Test(arguments: ["Close", "CLOSE", "foo, close"])
  func `who asks for the end gets it, in whatever letters`(word: String) async throws {
    let site = try Site { $0.limits.idleTime = .seconds(120) }
    let text = "GET /health HTTP/1.1\r\n\(Self.head)Connection: \(word)\r\n\r\n"
    #expect(try await exchange(text, to: site).hasPrefix("HTTP/1.1 200 "))
  }

  @Test(arguments: ["localhost", "evil.example"])
  func `two Host fields are refused and closed`(second: String) async throws {
    let site = try Site { $0.limits.idleTime = .seconds(120) }
    let text = "GET /health HTTP/1.1\r\n\(Self.head)hOST: \(second)\r\n\r\n"
    let reply = try await exchange(text, to: site)
    #expect(reply.hasPrefix("HTTP/1.1 400 ") && reply.lowercased().contains("connection: close"))
  }

  #if os(Linux)
    @Test func `idle connections of one client lock nobody out, not even himself`() async throws {
      let site = try Site {
        $0.limits.connections = 60
        $0.limits.connectionsPerAddress = 40
        $0.limits.idleTime = .seconds(120)
      }
      try await site.serving { ask in
        let port = try #require(ask.port)
        var crowd: [LoopbackSocket] = []
        for number in 0..<300 {
          let socket = try LoopbackSocket(port: port)
          // Half of them have begun a request that never ends.
          if number.isMultiple(of: 2) { try? socket.send("GET /health HTTP/1.1\r\nHost: loc") }
          crowd.append(socket)
        }
        for source in [LoopbackSocket.Source.second, .first] {
          let socket = try LoopbackSocket(port: port, from: source)
          try socket.send("GET /health HTTP/1.1\r\n\(Self.head)Connection: close\r\n\r\n")
          let reply = String(decoding: await socket.bytes(seconds: 20), as: UTF8.self)
          #expect(reply.hasPrefix("HTTP/1.1 200 "), "\(source): \(reply)")
        }
        withExtendedLifetime(crowd) {}
      }
      let lines = site.log.split(separator: "\n").filter { $0.contains("\"refused\"") }
      #expect(lines.count == 1 && lines[0].contains("connections-of-one-address"), "\(lines)")
    }

    @Test func `one whose reply is not read gives up his place in time`() async throws {
      let site = try Site { $0.limits.idleTime = .milliseconds(300) }
      try await site.serving { ask in
        let socket = try LoopbackSocket(port: try #require(ask.port))
        let get = "GET /api/v1/openapi.json HTTP/1.1\r\n\(Self.head)\r\n"
        // More than the buffers of both ends hold.
        try socket.send(String(repeating: get, count: 400))
        try await ask.until("/metrics") { $0.text.contains("liantu_connections 1\n") }
      }
    }
  #endif

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

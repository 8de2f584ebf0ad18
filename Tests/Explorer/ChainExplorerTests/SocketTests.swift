import Foundation
import HummingbirdTesting
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
      let port = try #require(ask.client.port)
      let socket = try LoopbackSocket(port: port)
      try socket.send(text)
      return await offThread { socket.read(seconds: 60) }
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

/// A connection to this machine, letter by letter.
final class LoopbackSocket: Sendable {
  private let file: Int32

  struct Failure: Error {}

  init(port: Int) throws {
    #if canImport(Glibc)
      file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      file = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let file = file
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Failure() }
  }

  deinit { close(file) }

  func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
        let flags = Int32(MSG_NOSIGNAL)
      #else
        let flags: Int32 = 0
      #endif
      let count = rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.send(file, bytes.baseAddress, bytes.count, flags)
        #else
          Darwin.send(file, bytes.baseAddress, bytes.count, flags)
        #endif
      }
      guard count > 0 else { throw Failure() }
      rest = rest.dropFirst(count)
    }
  }

  /// What comes until the other end closes or the time is over.
  func read(seconds: Int) -> String {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = recv(file, &buffer, buffer.count, 0)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += buffer[..<count]
    }
  }
}

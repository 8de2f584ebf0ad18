import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import ChainExplorer

@Suite struct GateTests {
  @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace])
  func `nothing but reading is allowed`(method: HTTPRequest.Method) async throws {
    try await Site().asking { ask in
      let response = try await ask("/health", method)
      #expect(response.status == .methodNotAllowed && response.headers[.allow] == "GET, HEAD")
    }
  }

  @Test(arguments: [
    ("localhost", true), ("localhost:8080", true), ("127.0.0.1:1", true), ("[::1]:8080", true),
    ("192.168.1.7", true), ("LOCALHOST", true), ("chain.example", true), ("evil.example", false),
    ("localhost.evil.example", false), ("127.0.0.1.evil.example", false), ("", false),
    ("localhost:80:80", false), ("localhost:x", false), ("[::1", false),
  ])
  func `a request must name this machine`(host: String, isAdmitted: Bool) throws {
    let gate = Gate(.unlimited, token: nil, hosts: ["chain.example"])
    let head = HTTPRequest(method: .get, scheme: "http", authority: host, path: "/")
    switch gate.admit(head, from: .nowhere) {
    case .success: #expect(isAdmitted)
    case .failure(let refusal):
      #expect(!isAdmitted)
      #expect(refusal.status == (host.isEmpty ? .badRequest : .misdirectedRequest))
    }
  }

  @Test func `every reply forbids scripts of others, frames and guessing of types`() async throws {
    try await Site().asking { ask in
      for target in ["/health", "/api/v1/stats", "/nothing", "/api/v1/nothing"] {
        let headers = try await ask(target).headers
        let policy = headers[.contentSecurityPolicy] ?? ""
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'"))
        #expect(!policy.contains("unsafe") && policy.contains("frame-ancestors 'none'"))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(HTTPField.Name("Referrer-Policy").map { headers[$0] } == "no-referrer")
      }
    }
  }

  @Test func `addresses that are too long or cannot be decoded are refused`() async throws {
    try await Site().asking { ask in
      let long = try await ask("/api/v1/find/" + String(repeating: "a", count: 17_000))
      #expect(long.status == .uriTooLong)
      #expect(try long.object()["error"] != nil)
      #expect(try await ask("/api/v1/find/%FF").status == .badRequest)
    }
  }

  private static let word = "0123456789abcdef"

  @Test func `without the token nothing is told, and with it everything`() async throws {
    let site = try Site { $0.token = AccessToken(Self.word) }
    try await site.asking { ask in
      for target in ["/", "/health", "/metrics", "/api/v1/stats", "/view/gaps.svg", "/nothing"] {
        let response = try await ask(target)
        #expect(response.status == .unauthorized && !response.text.contains("葫芦岛"))
      }
      let bearer = { (word: String) in
        [HTTPField.Name.authorization: "Bearer \(word)"] as HTTPFields
      }
      #expect(try await ask("/health", .get, bearer(Self.word)).status == .ok)
      for wrong in ["", "0123456789abcdeg", "0123456789abcdef0", "0123456789abcde"] {
        #expect(try await ask("/health", .get, bearer(wrong)).status == .unauthorized)
        #expect(try await ask("/health?token=\(wrong)").status == .unauthorized)
      }
      let cookie: HTTPFields = [.cookie: "other=1; liantu-token=\(Self.word)"]
      #expect(try await ask("/health", .get, cookie).status == .ok)
    }
  }

  @Test func `a token in the address moves into a cookie`() async throws {
    let site = try Site { $0.token = AccessToken(Self.word) }
    try await site.asking { ask in
      let response = try await ask("/health?a=1&token=\(Self.word)&b=2")
      #expect(response.status == .seeOther)
      #expect(response.headers[.location] == "/health?a=1&b=2")
      let cookie = try #require(response.headers[.setCookie])
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
      let away = try await ask("//evil.example/?token=\(Self.word)")
      #expect(away.headers[.location] == "/evil.example/")
    }
  }

  @Test func `a token leaves the address also of a reader who is known`() async throws {
    let site = try Site { $0.token = AccessToken(Self.word) }
    try await site.asking { ask in
      let cookie: HTTPFields = [.cookie: "liantu-token=\(Self.word)"]
      for word in [Self.word, "another"] {
        let response = try await ask("/?token=\(word)", .get, cookie)
        #expect(response.status == .seeOther && response.headers[.location] == "/")
      }
    }
  }

  @Test(arguments: [
    "/health?token=\(word)", "/health?a=1&%74oken=\(word)", "/nothing?token=\(word)&b=2",
    "/health?%zz&token=\(word)", "health?token=\(word)", "/health?token=\(word)#token=\(word)",
  ])
  func `no log holds a token, however it came`(target: String) async throws {
    let site = try Site(level: .trace) { $0.token = AccessToken(Self.word) }
    try await site.asking { ask in
      _ = try await ask(target)
      _ = try await ask(target, .get, [.authorization: "Bearer \(Self.word)"])
      _ = try await ask(target, .get, [.cookie: "liantu-token=\(Self.word)"])
    }
    #expect(site.log.contains("\"answered\"") && !site.log.contains(Self.word), "\(site.log)")
  }

  @Test(arguments: ["localhost", "evil.example", ""])
  func `a second Host field is refused`(second: String) throws {
    let gate = Gate(.unlimited, token: nil, hosts: [])
    var head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/")
    head.headerFields[try #require(HTTPField.Name("host"))] = second
    guard case .failure(let refusal) = gate.admit(head, from: .nowhere) else {
      Issue.record("it was let in")
      return
    }
    #expect(refusal.status == .badRequest && refusal.endsConnection)
  }

  @Test(arguments: ["", "short", "0123456789 abcdef", "0123456789abcde;"])
  func `a token is long and plain`(word: String) {
    #expect(AccessToken(word) == nil)
  }

  @Test func `another address than this machine's needs a token`() throws {
    #expect(throws: ExplorerFailure.self) { try Site { $0.host = "0.0.0.0" } }
    #expect(throws: ExplorerFailure.self) { try Site { $0.host = "chain.example" } }
    for host in ["localhost", "127.0.0.2", "::1"] { _ = try Site { $0.host = host } }
    _ = try Site {
      $0.host = "0.0.0.0"
      $0.token = AccessToken(Self.word)
    }
  }

  @Test func `an address may ask so often, and then must wait`() throws {
    let limiter = RateLimiter(rate: 2, burst: 3)
    let start = ContinuousClock.now
    for _ in 0..<3 { #expect(limiter.secondsToWait(for: .v4("10.0.0.1"), at: start) == nil) }
    #expect(limiter.secondsToWait(for: .v4("10.0.0.1"), at: start) == 1)
    #expect(limiter.secondsToWait(for: .v4("10.0.0.2"), at: start) == nil)
    let later = start + .milliseconds(600)
    #expect(limiter.secondsToWait(for: .v4("10.0.0.1"), at: later) == nil)
    #expect(limiter.secondsToWait(for: .v4("10.0.0.1"), at: later) == 1)
  }

  @Test func `a flood of addresses does not grow the table beyond its bound`() {
    let limiter = RateLimiter(rate: 1, burst: 1)
    let start = ContinuousClock.now
    let refused = (0..<20_000).count {
      limiter.secondsToWait(for: .v4("10.0.\($0 >> 8).\($0 & 255)"), at: start) != nil
    }
    #expect(refused == 10_000)
    #expect(limiter.secondsToWait(for: .v4("10.1.0.1"), at: start + .seconds(2)) == nil)
  }

  @Test func `too many requests are told when to come again`() async throws {
    let site = try Site {
      $0.limits.requestsPerSecond = 1
      $0.limits.burst = 2
    }
    try await site.asking { ask in
      // A machine under load may take so long for one that another is due.
      var responses: [TestResponse] = []
      for _ in 0..<200 { responses.append(try await ask("/api/v1/nothing")) }
      #expect(responses.prefix(2).allSatisfy { $0.status == .notFound })
      let refused = try #require(responses.first { $0.status == .tooManyRequests })
      #expect(refused.headers[.retryAfter] == "1")
      #expect(try refused.object()["error"] != nil)
    }
  }
}

extension ClientAddress {
  static let nowhere = ClientAddress(nil)
  static func v4(_ digits: String) -> Self { Self(try? SocketAddress(ipAddress: digits, port: 1)) }
}

extension ExplorerLimits {
  static var unlimited: Self {
    var limits = Self()
    limits.requestsPerSecond = 0
    return limits
  }
}

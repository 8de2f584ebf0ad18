internal import Bilingual
internal import ChainPages
internal import HTTPTypes
internal import HummingbirdCore

/// What is looked at before anybody works on a request: who sends it, to whom, how, and how much.
struct Gate: Sendable {
  private let limits: ExplorerLimits
  private let token: AccessToken?
  private let hosts: Set<String>
  private let rates: RateLimiter

  /// - Parameter hosts: Names under which the explorer is known, besides `localhost` and addresses.
  init(_ limits: ExplorerLimits, token: AccessToken?, hosts: [String]) {
    self.limits = limits
    self.token = token
    self.hosts = Set(hosts.compactMap { HostName($0)?.text } + ["localhost"])
    rates = RateLimiter(rate: limits.requestsPerSecond, burst: limits.burst)
  }

  /// What a request asks for, or why it may not.
  func admit(_ head: HTTPRequest, from address: ClientAddress) -> Result<RequestTarget, Refusal> {
    if let seconds = rates.secondsToWait(for: address) { return .failure(.tooMany(seconds)) }
    guard head.method == .get || head.method == .head else { return .failure(.readOnly) }
    let path = head.path ?? ""
    guard path.utf8.count <= limits.targetBytes else { return .failure(.longTarget) }
    // The first `Host` is the authority; only further ones are among the fields. Who stands between
    // could go by one of them, and this server by the other.
    guard !head.headerFields.contains(where: { $0.name.canonicalName == "host" }) else {
      return .failure(.twoHosts)
    }
    guard let authority = head.authority, !authority.isEmpty else { return .failure(.noHost) }
    guard let host = HostName(authority),
      host.isInDigits || hosts.contains(host.text)
    else { return .failure(.foreignHost) }
    if let length = head.headerFields[.contentLength], Int(length) ?? .max > limits.bodyBytes {
      return .failure(.largeBody)
    }
    guard let target = try? RequestTarget(path) else { return .failure(.badTarget) }
    guard let token else { return .success(target) }
    let given = target.value(AccessToken.parameter)
    let isKnown = token.isCarried(by: head.headerFields)
    guard isKnown || given.map({ token.matches($0) }) == true else {
      return .failure(.unknownReader)
    }
    // Also of one who is known: what stands in the address goes into histories and pages.
    guard given == nil else {
      return .failure(.welcome(token, to: target.without(AccessToken.parameter)))
    }
    return .success(target)
  }

  /// Takes in a body that nobody asked for.
  func swallowBody(of request: Request) async -> Refusal? {
    let fields = request.headers
    guard fields[.transferEncoding] != nil || fields[.contentLength] ?? "0" != "0" else {
      return nil
    }
    let (limit, time) = (limits.bodyBytes, limits.bodyTime)
    return await withTaskGroup(of: Refusal?.self) { group in
      group.addTask {
        do {
          _ = try await request.body.collect(upTo: limit)
          return nil
        } catch {
          return error is CancellationError ? .slowBody : .largeBody
        }
      }
      group.addTask {
        try? await Task.sleep(for: time)
        return .slowBody
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}

/// Why a request is not answered.
struct Refusal: Error, Sendable {
  let status: HTTPResponse.Status
  let code: String
  let message: BilingualText
  var headers: HTTPFields = [:]
  /// Whether nothing more can be read from the connection.
  var endsConnection = false

  /// Whether it lets the reader in by another address.
  var isWelcome: Bool { status == .seeOther }

  static func tooMany(_ seconds: Int) -> Self {
    Refusal(
      status: .tooManyRequests,
      code: "too-many-requests",
      message: BilingualText(
        zh: "请求太频繁；请等 \(seconds) 秒",
        en: "too many requests; wait \(seconds) s"
      ),
      headers: [.retryAfter: String(seconds)]
    )
  }

  static let readOnly = Refusal(
    status: .methodNotAllowed,
    code: "read-only",
    message: BilingualText(zh: "只能查阅（GET、HEAD）", en: "this can only be read (GET, HEAD)"),
    headers: [.allow: "GET, HEAD"]
  )

  static let longTarget = Refusal(
    status: .uriTooLong,
    code: "long-address",
    message: BilingualText(zh: "网址太长", en: "the address is too long")
  )

  static let noHost = Refusal(
    status: .badRequest,
    code: "no-host",
    message: BilingualText(
      zh: "请求没有写明发给谁（Host）",
      en: "the request has no Host field, which says to whom it is sent"
    )
  )

  static let foreignHost = Refusal(
    status: .misdirectedRequest,
    code: "foreign-host",
    message: BilingualText(
      zh: "请求不是发给这里的（Host）；用 --host 或 --known-as 指明本机的名称",
      en: "the request names another host; tell this machine's name by --host or --known-as"
    )
  )

  static let twoHosts = Refusal(
    status: .badRequest,
    code: "two-hosts",
    message: BilingualText(
      zh: "请求写了不止一个 Host",
      en: "the request has more than one Host field"
    ),
    endsConnection: true
  )

  static let badTarget = Refusal(
    status: .badRequest,
    code: "bad-address",
    message: BilingualText(zh: "网址无法解读", en: "the address cannot be decoded")
  )

  static let largeBody = Refusal(
    status: .contentTooLarge,
    code: "large-request",
    message: BilingualText(zh: "请求太大", en: "the request is too large"),
    endsConnection: true
  )

  static let slowBody = Refusal(
    status: .requestTimeout,
    code: "slow-request",
    message: BilingualText(zh: "请求没有及时发完", en: "the request did not arrive in time"),
    endsConnection: true
  )

  static let unknownReader = Refusal(
    status: .unauthorized,
    code: "unknown-reader",
    message: BilingualText(
      zh: "需要口令：在网址后加 ?token=口令，或发送 Authorization: Bearer",
      en: "a token is needed: add ?token=… to the address, or send Authorization: Bearer"
    ),
    headers: [.wwwAuthenticate: "Bearer realm=\"liantu\""]
  )

  /// The token came in the address: it goes into a cookie, and out of the address and of histories.
  static func welcome(_ token: AccessToken, to target: String) -> Self {
    Refusal(
      status: .seeOther,
      code: "welcome",
      message: BilingualText(zh: "口令已记住", en: "the token is remembered"),
      // An address that begins with two slashes would lead to another machine.
      headers: [
        .location: "/" + target.drop { $0 == "/" || $0 == "\\" }, .setCookie: token.setCookie,
      ]
    )
  }
}

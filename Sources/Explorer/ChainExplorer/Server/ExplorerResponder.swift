internal import Bilingual
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging

/// Answers every request: lets it in, looks whether the reply is there already, else has it made.
struct ExplorerResponder: Sendable {
  private let gate: Gate
  private let keeper: StateKeeper
  private let metrics: Metrics
  private let logger: Logger
  private let refusals: RefusalLog
  private let routes: Routes

  init(
    _ options: ExplorerOptions,
    keeper: StateKeeper,
    workshop: PictureWorkshop,
    metrics: Metrics,
    logger: Logger,
    refusals: RefusalLog,
    connections: @escaping @Sendable () -> Int
  ) {
    gate = Gate(options.limits, token: options.token, hosts: [options.host] + options.names)
    self.keeper = keeper
    self.metrics = metrics
    self.logger = logger
    self.refusals = refusals
    routes = Routes(
      workshop: workshop,
      metrics: metrics,
      version: options.version,
      connections: connections,
      answering: AsyncSemaphore(
        places: max(2, options.pictures.processes),
        mostWaiting: options.limits.waitingAnswers
      ),
      paging: AsyncSemaphore(
        places: options.pictures.processes + options.pictures.waiting,
        mostWaiting: options.limits.waitingAnswers
      )
    )
  }

  func respond(to request: Request, on connection: Connection) async -> Response {
    let start = ContinuousClock.now
    var (route, response) = await answer(request, connection)
    for field in Self.protections { response.headers[field.name] = field.value }
    response.headers[.date] = HTTPDate.now
    if request.headers[.connection] == "close" { response.headers[.connection] = "close" }
    let time = ContinuousClock.now - start
    metrics.answered(route.rawValue, status: response.status.code, in: time)
    logger.debug(
      "answered",
      metadata: [
        "method": "\(request.method)", "target": "\(LoggedTarget(request.head.path ?? ""))",
        "status": "\(response.status.code)", "seconds": "\(time / .seconds(1))",
      ]
    )
    return response
  }

  private func answer(
    _ request: Request,
    _ connection: Connection
  ) async -> (Route, Response) {
    let (head, isHead) = (request.head, request.method == .head)
    switch gate.admit(head, from: connection.address) {
    case .failure(let refusal):
      return (.refused, await reply(to: refusal, request, connection))
    case .success(let target):
      if let refusal = await gate.swallowBody(of: request) {
        return (.refused, await reply(to: refusal, request, connection))
      }
      let route = Route(target)
      let state = await keeper.state
      let key = ReplyKey(target: target.text, refusal: state.refused?.time)
      let replies = state.current.replies
      if route.isKept, let known = replies[key] {
        metrics.count(.replyKept)
        return (route, known.response(to: head.headerFields, isHead: isHead))
      }
      let reply = await routes.reply(route, target, state)
      let finished = await offThread { FinishedReply(reply) }
      if route.isKept, reply.isKept {
        replies.keep(finished, bytes: finished.byteCount + key.target.utf8.count, for: key)
      }
      return (route, finished.response(to: head.headerFields, isHead: isHead))
    }
  }

  private func reply(
    to refusal: Refusal,
    _ request: Request,
    _ connection: Connection
  ) async -> Response {
    if refusal.endsConnection { connection.stopReading() }
    if !refusal.isWelcome { refusals.note(refusal.code, from: connection.address) }
    let path = request.head.path ?? ""
    let language = await keeper.state.current.language
    var reply: Reply
    if path.hasPrefix("/api/") {
      reply = APIFault(refusal.status, refusal.code, refusal.message).reply(in: language)
    } else {
      let text = refusal.message.zh + "\n" + refusal.message.en + "\n"
      reply = Reply(refusal.status, type: MIMEType.text, body: Array(text.utf8))
    }
    reply.headers = refusal.headers
    if refusal.endsConnection { reply.headers[.connection] = "close" }
    return FinishedReply(reply).response(to: [:], isHead: request.method == .head)
  }

  /// What keeps a browser from being used against its user.
  private static let protections: HTTPFields = {
    var fields: HTTPFields = [
      .contentSecurityPolicy: [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
      ].joined(separator: "; "),
      .xContentTypeOptions: "nosniff",
    ]
    let more = [
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
    for (name, value) in more {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return fields
  }()
}

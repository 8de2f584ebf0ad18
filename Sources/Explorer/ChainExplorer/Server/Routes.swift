internal import Bilingual
internal import ChainModel
internal import ChainPages
internal import HTTPTypes
internal import JSON

/// What stands at which address.
struct Routes: Sendable {
  let workshop: PictureWorkshop
  let metrics: Metrics
  let version: String
  /// The connections that are open.
  let connections: @Sendable () -> Int
  /// Lets a number of answers be worked out at a time.
  let answering: AsyncSemaphore
  /// Lets a larger number of pages be made at a time, which mostly wait for their pictures.
  let paging: AsyncSemaphore

  func reply(_ route: Route, _ target: RequestTarget, _ state: StateKeeper.State) async -> Reply {
    switch route {
    case .health: return await health(state)
    case .metrics: return await figures(state)
    case .api: return await api(target, state.current)
    case .view, .page, .search: return await Pages(routes: self, state: state).reply(to: target)
    case .style: return Reply(type: MIMEType.css, body: Explorer.styleSheet)
    case .icon: return Reply(type: MIMEType.svg, body: Explorer.icon)
    case .script: return Reply(type: MIMEType.script, body: Explorer.script)
    case .refused: return Self.nothing
    }
  }

  /// Works something out when its turn comes, without keeping others from theirs.
  func workedOut<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) async -> Result? {
    try? await answering.pass { await offThread(work) }
  }

  private func api(_ target: RequestTarget, _ current: DataState) async -> Reply {
    let language = current.language
    guard target.path.dropFirst().first == "v1" else {
      return APIFault.unknownPath(target.rawPath).reply(in: language)
    }
    let api = API(current: current, version: version)
    let reply = await workedOut { api.reply(to: target.path.dropFirst(2), target) }
    return reply ?? Self.busyAnswering(language)
  }

  private static func busyAnswering(_ language: Language) -> Reply {
    var reply = APIFault(
      .serviceUnavailable,
      "busy",
      BilingualText(zh: "问题太多，请稍后再试", en: "too much is being asked at once; try again soon")
    ).reply(in: language)
    reply.headers[.retryAfter] = "2"
    return reply
  }

  private static let nothing = Reply(.notFound, type: MIMEType.text, body: [])

  private func health(_ state: StateKeeper.State) async -> Reply {
    let (current, figures) = (state.current, await workshop.figures)
    let language = current.language
    let refused: JSONValue =
      state.refused.map { refused in
        .object([
          ("at", .string(refused.time.formatted(.iso8601))),
          ("report", .string(refused.report(in: language))),
          ("diagnostics", .array(refused.diagnostics.map { $0.json(in: language) })),
        ])
      } ?? .null
    let body = JSONValue.object([
      ("status", .string(state.refused == nil ? "ok" : "stale")), ("version", .string(version)),
      (
        "data",
        .object([
          ("title", .string(current.dataset.title[language])),
          ("state", .integer(current.number)),
          ("readAt", .string(current.time.formatted(.iso8601))),
          ("nodes", .integer(current.dataset.graph.nodes.count)),
        ])
      ),
      ("refused", refused),
      (
        "pictures",
        .object([("drawing", .integer(figures.busy)), ("waiting", .integer(figures.waiting))])
      ),
    ])
    return Reply(json: body, keeping: .never)
  }

  private func figures(_ state: StateKeeper.State) async -> Reply {
    let pictures = await workshop.figures
    var gauges = [
      ("liantu_data_state", "Number of the state of the data.", state.current.number),
      ("liantu_data_stale", "1 while newer data is refused.", state.refused == nil ? 0 : 1),
      ("liantu_pictures_drawing", "Pictures being drawn.", pictures.busy),
      ("liantu_pictures_waiting", "Pictures that wait.", pictures.waiting),
      ("liantu_picture_cache_bytes", "Bytes of pictures kept.", pictures.bytes),
      ("liantu_reply_cache_bytes", "Bytes of replies kept.", state.current.replies.byteCount),
    ]
    gauges.append(("liantu_connections", "Connections that are open.", connections()))
    if let bytes = ProcessMemory.residentBytes {
      gauges.append(("process_resident_memory_bytes", "Resident memory in bytes.", bytes))
    }
    let text = metrics.text(gauges: gauges.map { (name: $0.0, help: $0.1, value: $0.2) })
    return Reply(type: MIMEType.metrics, body: Array(text.utf8), keeping: .never)
  }
}

internal import ChainDrawing
internal import HummingbirdCore
public import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The explorer of one data set, served over HTTP.
///
/// Pictures are drawn by processes of their own: the program that is named, which gives what it reads
/// to ``PictureChild/draw(_:)`` and writes what comes of it.
///
/// ```swift
/// let pictures = PictureWork(executable: program, arguments: ["draw"], processes: 2)
/// let options = ExplorerOptions(path: folder, pictures: pictures, version: "1.0")
/// let server = try ExplorerServer(options, logger: Logger(label: "explorer"))
/// try await server.run { address in print(address) }
/// ```
public struct ExplorerServer: Sendable {
  let options: ExplorerOptions
  let keeper: StateKeeper
  let responder: ExplorerResponder
  let watcher: DatasetWatcher
  private let logger: Logger
  private let connections: ConnectionTable
  private let refusals: RefusalLog

  /// Reads the data set; nothing is listened at yet.
  ///
  /// - Throws: ``ExplorerFailure/needsToken(host:)``, ``ExplorerFailure/noName(_:)`` and
  ///   ``ExplorerFailure/refused(_:)``.
  public init(_ options: ExplorerOptions, logger: Logger) throws(ExplorerFailure) {
    guard options.token != nil || !options.isOpenToOthers else {
      throw .needsToken(host: options.host)
    }
    if let name = options.names.first(where: { !HostName.isPlain($0) }) { throw .noName(name) }
    self.options = options
    self.logger = logger
    let metrics = Metrics()
    let refusals = RefusalLog(logger, pause: options.limits.refusalPause)
    let connections = Self.table(options.limits, metrics, refusals, logger)
    self.connections = connections
    self.refusals = refusals
    let fingerprint = DataFingerprint(of: options.path)
    let source = DataSource(
      path: options.path,
      language: options.language,
      isStatedAlone: options.isStatedAlone,
      replyBytes: options.limits.replyBytes
    )
    let current: DataState
    do {
      current = try DataState.read(source, number: 1)
    } catch {
      throw .refused(error)
    }
    keeper = StateKeeper(
      current,
      source: source,
      logger: logger,
      metrics: metrics
    )
    watcher = DatasetWatcher(
      path: options.path,
      keeper: keeper,
      first: fingerprint,
      interval: options.interval
    )
    responder = ExplorerResponder(
      options,
      keeper: keeper,
      workshop: PictureWorkshop(
        options.pictures,
        keeping: options.limits.pictureBytes,
        logger: logger,
        metrics: metrics
      ),
      metrics: metrics,
      logger: logger,
      refusals: refusals,
      connections: { connections.count }
    )
  }

  /// What watches the folder and what listens, not running yet.
  ///
  /// - Parameter started: Told the port once it is listened at.
  func services(
    started: @escaping @Sendable (Int) async -> Void = { _ in }
  ) throws -> [any Service] {
    let limits = options.limits
    let listener = try HTTPServerBuilder { [connections, refusals] responder in
      let configuration = HTTP1Channel.Configuration(
        idleTimeout: .init(limits.idleTime),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: limits.headerBytes,
          maxHeaderListSize: limits.headerBytes,
          maxHeaderFieldCount: 100
        )
      )
      return WatchedHTTPChannel(
        http: HTTP1Channel(responder: responder, configuration: configuration),
        table: connections,
        patience: limits.idleTime
      ) { fault, address in refusals.note(fault.rawValue, from: address) }
    }.buildServer(
      configuration: ServerConfiguration(address: .hostname(options.host, port: options.port)),
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      logger: logger,
      responder: { [responder] request, writer, channel in
        let response = await responder.respond(to: request, on: Connection(channel))
        try await writer.write(response: response.head, body: response.body)
      },
      onServerRunning: { channel in await started(channel.localAddress?.port ?? 0) }
    )
    return [watcher, listener]
  }

  private static func table(
    _ limits: ExplorerLimits,
    _ metrics: Metrics,
    _ refusals: RefusalLog,
    _ logger: Logger
  ) -> ConnectionTable {
    let places = OpenFiles.room(for: limits.connections)
    if places < limits.connections {
      logger.warning("the system allows few open files", metadata: ["connections": "\(places)"])
    }
    return ConnectionTable(
      places: places,
      // However few there are, one address may not have them all.
      share: min(limits.connectionsPerAddress, max(1, places / 2)),
      patience: limits.replyTime
    ) { bound, address in
      metrics.count(.connectionDropped)
      refusals.note(bound.rawValue, from: address)
    }
  }

  /// Serves until the process is asked to end by SIGINT or SIGTERM; replies that have been begun are
  /// finished first.
  ///
  /// - Parameter started: Told the address once it is listened at.
  public func run(started: @escaping @Sendable (String) -> Void) async throws(ExplorerFailure) {
    let host = options.host.contains(":") ? "[\(options.host)]" : options.host
    do {
      let group = ServiceGroup(
        configuration: .init(
          services: try services { started("http://\(host):\($0)/") },
          gracefulShutdownSignals: [.sigint, .sigterm],
          logger: logger
        )
      )
      try await group.run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw .addressTaken(host: options.host, port: options.port)
    } catch {
      throw .cannotListen(
        String(describing: error),
        host: options.host,
        port: options.port
      )
    }
  }
}

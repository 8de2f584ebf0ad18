import ChainExplorer
import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

@testable import ChainExplorer

/// An explorer for one test: its options, its log, and ways to ask it.
final class Site: Sendable {
  static let huludao = Repository.ownChains

  /// The explorer of the Huludao data, for tests that only look things up.
  static func shared() throws -> Site { try common.get() }

  private static let common = Result { try Site() }

  let server: ExplorerServer
  private let lines: Shared<String>
  private let logger: Logger

  /// The explorer of a folder; `change` may change its options.
  init(
    _ folder: String = Site.huludao,
    level: Logger.Level = .info,
    change: (inout ExplorerOptions) -> Void = { _ in }
  ) throws {
    let command = try #require(BuiltCommand.executable, "the command has not been built").path
    var options = ExplorerOptions(
      path: folder,
      pictures: PictureWork(executable: command, arguments: ["render-picture"], processes: 2),
      version: "1.2.3"
    )
    options.port = 0
    options.interval = .milliseconds(30)
    // Other tests share the machine.
    options.pictures.time = .seconds(120)
    options.limits.requestsPerSecond = 0
    change(&options)
    let lines = Shared("")
    self.lines = lines
    var logger = Logger(label: "test") { _ in
      LineLogHandler(.json) { line in lines.change { $0 += line } }
    }
    logger.logLevel = level
    self.logger = logger
    server = try ExplorerServer(options, logger: logger)
  }

  /// What has been logged.
  var log: String { lines.value }

  /// Asks in this process, without sockets, while the folder is watched.
  func asking<Result: Sendable>(
    _ body: @Sendable (Asking) async throws -> Result
  ) async throws -> Result {
    try await running([server.watcher]) {
      try await body(Asking(server.responder))
    }
  }

  /// Asks over sockets, any number at a time, while the folder is watched.
  func serving<Result: Sendable>(
    _ body: @Sendable (Asking) async throws -> Result
  ) async throws -> Result {
    let ports = AsyncStream<Int>.makeStream()
    let services = try server.services { ports.continuation.yield($0) }
    return try await running(services, ended: { ports.continuation.finish() }) {
      let port = await ports.stream.first { _ in true }
      return try await body(Asking(port: try #require(port, "nothing is listened at")))
    }
  }

  /// Runs `body` while services run, and ends them with it.
  private func running<Result: Sendable>(
    _ services: [any Service],
    ended: @escaping @Sendable () -> Void = {},
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    let started = AsyncStream<Void>.makeStream()
    let beacon = Beacon(started: started.continuation)
    let group = ServiceGroup(
      configuration: .init(services: services + [beacon], logger: logger)
    )
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer {
          started.continuation.finish()
          ended()
        }
        try await group.run()
      }
      // A group that is told to end before it runs would never do either.
      await started.stream.first { true }
      do {
        let result = try await body()
        await group.triggerGracefulShutdown()
        return result
      } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
    }
  }
}

/// Tells that the services of a group run.
private struct Beacon: Service {
  let started: AsyncStream<Void>.Continuation

  func run() async throws {
    started.finish()
    try? await gracefulShutdown()
  }
}

extension String {
  /// As a part of an address.
  var encoded: String {
    addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? self
  }
}

/// A value that several tasks read and change.
final class Shared<Value: Sendable>: Sendable {
  private let held: Mutex<Value>

  init(_ value: Value) { held = Mutex(value) }

  var value: Value { held.withLock { $0 } }

  func change(_ body: @Sendable (inout Value) -> Void) { held.withLock { body(&$0) } }
}

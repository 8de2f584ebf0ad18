import ChainExplorer
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import TestSupport
import Testing

@testable import ChainExplorer

/// An explorer for one test: its options, its log, and ways to ask it.
final class Site: Sendable {
  static let huludao = Repository.huludao

  /// The explorer of the Huludao data, for tests that only look things up.
  static func shared() throws -> Site { try common.get() }

  private static let common = Result { try Site() }

  let server: ExplorerServer
  private let lines: Shared<String>

  /// The explorer of a folder; `change` may change its options.
  init(
    _ folder: String = Site.huludao,
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
    let logger = Logger(label: "test") { _ in
      LineLogHandler(.json) { line in lines.change { $0 += line } }
    }
    server = try ExplorerServer(options, logger: logger)
  }

  /// What has been logged.
  var log: String { lines.value }

  /// Asks in this process, without sockets, while the folder is watched.
  func asking<Result: Sendable>(
    _ body: @Sendable (Asking) async throws -> Result
  ) async throws -> Result {
    try await server.application().test(.router) { try await body(Asking(client: $0)) }
  }

  /// Asks over sockets, any number at a time, while the folder is watched.
  func serving<Result: Sendable>(
    _ body: @Sendable (Asking) async throws -> Result
  ) async throws -> Result {
    try await server.application().test(.ahc(.http)) { try await body(Asking(client: $0)) }
  }
}

/// Sends requests.
struct Asking: Sendable {
  let client: any TestClientProtocol

  func callAsFunction(
    _ target: String,
    _ method: HTTPRequest.Method = .get,
    _ headers: HTTPFields = [:],
    body: ByteBuffer? = nil
  ) async throws -> TestResponse {
    try await client.execute(uri: target, method: method, headers: headers, body: body) { $0 }
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

extension TestResponse {
  var text: String { String(buffer: body) }

  /// The object that the body holds.
  func object() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(
      with: Data(buffer: body, byteTransferStrategy: .copy)
    )
    return try #require(object as? [String: Any])
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

internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// Connections of HTTP/1 that a ``ConnectionTable`` watches over.
struct WatchedHTTPChannel: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  let http: HTTP1Channel
  let table: ConnectionTable
  /// How long a reply may make no progress.
  let patience: Duration
  /// Told what was no request, and from where it came.
  let refused: @Sendable (MalformedRequest, ClientAddress) -> Void

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    http.setup(channel: channel, logger: logger).flatMapThrowing {
      [table, patience, refused] value in
      let pipeline = channel.pipeline.syncOperations
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      try pipeline.addHandler(
        ConnectionHandler(table, patience: patience, refused: refused),
        position: .after(decoder)
      )
      return value
    }
  }

  func handle(value: Value, logger: Logger) async {
    await http.handle(value: value, logger: logger)
  }
}

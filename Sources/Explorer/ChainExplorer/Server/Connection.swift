internal import NIOCore

/// The connection that a request came over.
struct Connection: Sendable {
  private let channel: any Channel

  init(_ channel: any Channel) { self.channel = channel }

  /// Whom the request is counted for.
  var address: ClientAddress { ClientAddress(channel.remoteAddress) }

  /// Reads nothing more; what is being written still goes out.
  func stopReading() { channel.close(mode: .input, promise: nil) }
}

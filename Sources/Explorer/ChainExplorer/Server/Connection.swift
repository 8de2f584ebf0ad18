internal import NIOCore

/// The connection that a request came over.
struct Connection: Sendable {
  private let channel: any Channel

  init(_ channel: any Channel) { self.channel = channel }

  /// The address that the request came from, without its port.
  var address: String { channel.remoteAddress?.ipAddress ?? "" }

  /// Reads nothing more; what is being written still goes out.
  func stopReading() { channel.close(mode: .input, promise: nil) }
}

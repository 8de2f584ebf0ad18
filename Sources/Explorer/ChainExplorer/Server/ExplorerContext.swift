internal import Hummingbird
internal import NIOCore

/// A request's connection.
struct ExplorerContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// The address that the request came from, without its port.
  var address: String { channel.remoteAddress?.ipAddress ?? "" }

  /// Reads nothing more; what is being written still goes out.
  func stopReading() { channel.close(mode: .input, promise: nil) }
}

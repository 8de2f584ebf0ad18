internal import NIOCore
internal import NIOHTTP1

/// Sits on a connection where requests come out of the bytes: has it taken into the table or closed,
/// keeps the table told, and ends what would otherwise be held open.
///
/// - HTTP/1.0, and whoever writes `Connection: close` in any way, is answered and closed.
/// - A reply that is not being read is given up after a time without progress.
/// - What is no request of HTTP is answered with the reason, and counted.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let table: ConnectionTable
  private let patience: TimeAmount
  private let refused: @Sendable (MalformedRequest, ClientAddress) -> Void
  private var ticket: ConnectionTable.Ticket?
  /// Requests that are not answered whole, and those of them of which a reply is on the way: a client
  /// may send several behind each other.
  private var requests = 0
  private var replies = 0
  private var watch: Scheduled<Void>?

  /// - Parameters:
  ///   - patience: How long a reply may make no progress.
  ///   - refused: Told what was no request, and from where it came.
  init(
    _ table: ConnectionTable,
    patience: Duration,
    refused: @escaping @Sendable (MalformedRequest, ClientAddress) -> Void
  ) {
    self.table = table
    self.refused = refused
    self.patience = TimeAmount(patience)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { admit(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    admit(context)
    context.fireChannelActive()
    if ticket == nil { context.close(promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    leave()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { leave() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data) else {
      return context.fireChannelRead(data)
    }
    requests += 1
    note(.answering)
    if head.version != .http1_1 || !head.isKeepAlive {
      head.headers.replaceOrAdd(name: "Connection", value: "close")
    }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  /// The decoder closes the connection right after, so the answer is written at once.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // Who left, or was closed, before a request was whole has asked nothing that could be refused.
    guard let error = error as? HTTPParserError, context.channel.isActive else {
      return context.fireErrorCaught(error)
    }
    let fault = MalformedRequest(error)
    refused(fault, ClientAddress(context.channel.remoteAddress))
    // A reply that has been begun, or is owed to a request before it, is not mixed with another.
    guard requests == 0 else { return context.fireErrorCaught(error) }
    let body = ByteBuffer(string: fault.text)
    let head = HTTPResponseHead(
      version: .http1_1,
      status: fault.status,
      headers: [
        "Connection": "close", "Content-Type": "text/plain; charset=utf-8",
        "X-Content-Type-Options": "nosniff", "Content-Length": "\(body.readableBytes)",
      ]
    )
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head:
      replies += 1
      note(.sending)
      watchProgress(context)
      context.write(data, promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      let written = promise ?? context.eventLoop.makePromise(of: Void.self)
      written.futureResult.assumeIsolated().whenComplete { _ in self.finishReply() }
      context.write(data, promise: written)
    }
  }

  private func admit(_ context: ChannelHandlerContext) {
    guard ticket == nil else { return }
    let channel = context.channel
    ticket = table.admit(ClientAddress(channel.remoteAddress)) { channel.close(promise: nil) }
  }

  private func leave() {
    watch?.cancel()
    watch = nil
    if let ticket { table.leave(ticket) }
    ticket = nil
  }

  private func finishReply() {
    requests -= 1
    replies -= 1
    guard replies == 0 else { return }
    watch?.cancel()
    watch = nil
    note(requests > 0 ? .answering : .waiting)
  }

  private func note(_ activity: ConnectionTable.Activity) {
    if let ticket { table.note(activity, of: ticket) }
  }

  /// Looks from time to time whether the system has taken more of the reply.
  private func watchProgress(_ context: ChannelHandlerContext, last: Int? = nil) {
    watch?.cancel()
    watch = context.eventLoop.assumeIsolated().scheduleTask(in: patience) {
      let options = context.channel.syncOptions
      let rest = (try? options?.getOption(.bufferedWritableBytes)) ?? nil
      if let rest, rest > 0, rest == last {
        context.close(promise: nil)
      } else {
        self.watchProgress(context, last: rest)
      }
    }
  }
}

@available(*, unavailable)
extension ConnectionHandler: Sendable {}

/// How much the explorer takes in, does and keeps, before it says no.
public struct ExplorerLimits: Sendable, Hashable {
  /// The most bytes of an address with its query.
  public var targetBytes = 16 << 10
  /// The most bytes of all header fields together, and of one.
  public var headerBytes = 256 << 10
  /// The most bytes of a body; nothing is ever done with one.
  public var bodyBytes = 64 << 10
  /// How long a body may take to arrive.
  public var bodyTime: Duration = .seconds(10)
  /// How long a connection may be silent, or take to send the head of a request.
  public var idleTime: Duration = .seconds(30)
  /// The most connections at a time; fewer where the system allows fewer open files.
  public var connections = 1_024
  /// The most connections at a time of one address, or of one network of IPv6.
  public var connectionsPerAddress = 256
  /// How long a reply may be on the way before its connection may have to make room for another.
  public var replyTime: Duration = .seconds(10)
  /// How often refusals are logged, those between together.
  public var refusalPause: Duration = .seconds(60)
  /// The requests a second that one address may send over a longer time; 0 for no limit.
  public var requestsPerSecond = 100
  /// The requests that one address may send at once.
  public var burst = 400
  /// The most answers that wait for others to be worked out.
  public var waitingAnswers = 256
  /// The most bytes of finished replies that are kept for each state of the data.
  public var replyBytes = 64 << 20
  /// The most bytes of pictures that are kept.
  public var pictureBytes = 128 << 20

  /// The usual limits.
  public init() {}
}

internal import Logging
internal import Synchronization

/// Tells of refusals at most once in a while, however many there are: the first at once, those that
/// follow together, with their numbers.
final class RefusalLog: Sendable {
  private struct Tally {
    var reasons: [String: Int] = [:]
    var addresses: [String: Int] = [:]
    /// Whether a line has been written within the pause.
    var isPaused = false

    /// The counts, as a log has them.
    var metadata: Logger.Metadata {
      [
        "refusals": "\(reasons.values.reduce(0, +))",
        "reasons": "\(Self.written(reasons))",
        "addresses": "\(Self.written(addresses))",
      ]
    }

    /// The largest counts, the larger first.
    private static func written(_ counts: [String: Int]) -> String {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostNamed)
        .map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }

    private static let mostNamed = 5
  }

  /// A flood of addresses must not fill the memory.
  private static let mostAddresses = 1_000

  private let tally = Mutex(Tally())
  private let logger: Logger
  private let pause: Duration

  init(_ logger: Logger, pause: Duration = .seconds(60)) {
    (self.logger, self.pause) = (logger, pause)
  }

  /// Notes that somebody was refused, for a reason with a stable name.
  func note(_ reason: String, from address: ClientAddress) {
    let first: Logger.Metadata? = tally.withLock { tally in
      tally.reasons[reason, default: 0] += 1
      let name = address.description
      if tally.addresses[name] != nil || tally.addresses.count < Self.mostAddresses {
        tally.addresses[name, default: 0] += 1
      }
      guard !tally.isPaused else { return nil }
      let metadata = tally.metadata
      tally = Tally(isPaused: true)
      return metadata
    }
    guard let first else { return }
    write(first)
    Task { [weak self, pause] in
      while true {
        try? await Task.sleep(for: pause)
        guard let self, self.writeRest() else { return }
      }
    }
  }

  /// Writes what came within the pause; `false` when nothing did.
  private func writeRest() -> Bool {
    let rest: Logger.Metadata? = tally.withLock { tally in
      let metadata = tally.reasons.isEmpty ? nil : tally.metadata
      tally = Tally(isPaused: metadata != nil)
      return metadata
    }
    if let rest { write(rest) }
    return rest != nil
  }

  private func write(_ metadata: Logger.Metadata) {
    logger.warning("refused", metadata: metadata)
  }
}

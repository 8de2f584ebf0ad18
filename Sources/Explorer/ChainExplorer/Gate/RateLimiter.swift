internal import Synchronization

/// A bucket of tokens for each address: it fills steadily, and each request takes one.
final class RateLimiter: Sendable {
  private struct Bucket {
    var tokens: Double
    var time: ContinuousClock.Instant
  }

  private static let mostAddresses = 10_000

  private let rate: Double
  private let burst: Double
  private let table = Mutex(Table())

  private struct Table {
    var buckets: [ClientAddress: Bucket] = [:]
    /// When it may be gone through again: a flood of addresses must not have it done for each.
    var nextClearing = ContinuousClock.now
  }

  /// `rate` requests a second, `burst` at once; a rate of 0 sets no limit.
  init(rate: Int, burst: Int) {
    self.rate = Double(rate)
    self.burst = Double(max(1, burst))
  }

  /// Takes a token; the seconds to wait where there is none.
  ///
  /// - Complexity: O(1); O(addresses) once a second when there are too many of them.
  func secondsToWait(for address: ClientAddress, at now: ContinuousClock.Instant = .now) -> Int? {
    guard rate > 0 else { return nil }
    return table.withLock { table in
      if table.buckets.count >= Self.mostAddresses, table.buckets[address] == nil {
        if now >= table.nextClearing {
          table.buckets = table.buckets.filter { filled($0.value, at: now) < burst }
          table.nextClearing = now + .seconds(1)
        }
        // All are busy: the table may not grow, and a stranger waits.
        guard table.buckets.count < Self.mostAddresses else { return 1 }
      }
      var bucket = table.buckets[address] ?? Bucket(tokens: burst, time: now)
      let tokens = filled(bucket, at: now)
      bucket.time = now
      bucket.tokens = tokens >= 1 ? tokens - 1 : tokens
      table.buckets[address] = bucket
      return tokens >= 1 ? nil : max(1, Int(((1 - tokens) / rate).rounded(.up)))
    }
  }

  private func filled(_ bucket: Bucket, at now: ContinuousClock.Instant) -> Double {
    let seconds = (now - bucket.time) / .seconds(1)
    return min(burst, bucket.tokens + max(0, seconds) * rate)
  }
}

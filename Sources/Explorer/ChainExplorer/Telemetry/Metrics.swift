internal import Synchronization

/// Counts of what happened, written in the text format of Prometheus.
final class Metrics: Sendable {
  /// Something that is counted.
  enum Event: String, Sendable, CaseIterable {
    case reloaded
    case refused
    case pictureKept
    case replyKept
    case connectionDropped
  }

  private struct Requests: Hashable {
    let route: String
    let status: Int
  }

  private struct Histogram {
    static let bounds: [Double] = [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10]
    var counts = [Int](repeating: 0, count: bounds.count)
    var sum = 0.0
    var count = 0

    mutating func add(_ time: Duration) {
      let seconds = time / .seconds(1)
      for (position, bound) in Self.bounds.enumerated() where seconds <= bound {
        counts[position] += 1
      }
      sum += seconds
      count += 1
    }
  }

  private struct Counts {
    var events: [Event: Int] = [:]
    var requests: [Requests: Int] = [:]
    var requestTimes = Histogram()
    var pictureTimes = Histogram()
    var pictureFailures: [String: Int] = [:]
  }

  private let counts = Mutex(Counts())

  func count(_ event: Event) { counts.withLock { $0.events[event, default: 0] += 1 } }

  func answered(_ route: String, status: Int, in time: Duration) {
    counts.withLock { counts in
      counts.requests[Requests(route: route, status: status), default: 0] += 1
      counts.requestTimes.add(time)
    }
  }

  func pictureDrawn(in time: Duration) { counts.withLock { $0.pictureTimes.add(time) } }

  func pictureFailed(_ reason: String) {
    counts.withLock { $0.pictureFailures[reason, default: 0] += 1 }
  }

  /// The counts and `gauges`, what holds at this moment, as text.
  func text(gauges: [(name: String, help: String, value: Int)]) -> String {
    let counts = counts.withLock { $0 }
    var page = MetricsPage()
    page.begin("liantu_http_requests_total", "counter", "Requests by route and status.")
    let requests = counts.requests.sorted {
      ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
    }
    for (key, number) in requests {
      page.add([("route", key.route), ("status", String(key.status))], number)
    }
    page.add("liantu_http_request_seconds", "Time from request to reply.", counts.requestTimes)
    page.add("liantu_picture_seconds", "Time to draw a picture.", counts.pictureTimes)
    page.begin(
      "liantu_picture_failures_total",
      "counter",
      "Pictures that were not drawn, by reason."
    )
    for (reason, number) in counts.pictureFailures.sorted(by: { $0.key < $1.key }) {
      page.add([("reason", reason)], number)
    }
    page.begin("liantu_data_reloads_total", "counter", "Changes of the data, by what came of them.")
    page.add([("result", "taken")], counts.events[.reloaded] ?? 0)
    page.add([("result", "refused")], counts.events[.refused] ?? 0)
    page.begin("liantu_cache_hits_total", "counter", "What did not have to be made again.")
    page.add([("cache", "pictures")], counts.events[.pictureKept] ?? 0)
    page.add([("cache", "replies")], counts.events[.replyKept] ?? 0)
    page.begin(
      "liantu_connections_dropped_total",
      "counter",
      "Connections closed or refused to leave room for others."
    )
    page.add([], counts.events[.connectionDropped] ?? 0)
    for gauge in gauges {
      page.begin(gauge.name, "gauge", gauge.help)
      page.add([], gauge.value)
    }
    return page.text
  }

  private struct MetricsPage {
    var text = ""
    private var name = ""

    mutating func begin(_ name: String, _ type: String, _ help: String) {
      self.name = name
      text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func add(_ labels: [(String, String)], _ value: Int, suffix: String = "") {
      let words = labels.map { "\($0)=\"\($1)\"" }.joined(separator: ",")
      text += name + suffix + (words.isEmpty ? "" : "{\(words)}") + " \(value)\n"
    }

    mutating func add(_ name: String, _ help: String, _ histogram: Histogram) {
      begin(name, "histogram", help)
      for (bound, count) in zip(Histogram.bounds, histogram.counts) {
        add([("le", String(bound))], count, suffix: "_bucket")
      }
      add([("le", "+Inf")], histogram.count, suffix: "_bucket")
      text += "\(name)_sum \(histogram.sum)\n"
      add([], histogram.count, suffix: "_count")
    }
  }
}

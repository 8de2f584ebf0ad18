import Logging
import NIOCore
import Testing

@testable import ChainExplorer

/// Who keeps a connection when there are too many.
@Suite struct ConnectionTests {
  private final class Crowd: Sendable {
    let table: ConnectionTable
    private let closed = Shared<[String]>([])
    private let told: Shared<[String]>

    init(places: Int, share: Int) {
      let told = Shared<[String]>([])
      self.told = told
      table = ConnectionTable(places: places, share: share, patience: .seconds(10)) { bound, who in
        told.change { $0.append("\(bound.rawValue) \(who)") }
      }
    }

    func admit(
      _ name: String,
      _ address: String,
      at seconds: Int
    ) -> ConnectionTable.Ticket? {
      table.admit(.v4(address), at: Self.start + .seconds(seconds)) { [closed] in
        closed.change { $0.append(name) }
      }
    }

    func note(_ activity: ConnectionTable.Activity, _ ticket: ConnectionTable.Ticket?, at time: Int)
    {
      if let ticket { table.note(activity, of: ticket, at: Self.start + .seconds(time)) }
    }

    var left: [String] { closed.value }
    var log: [String] { told.value }

    private static let start = ContinuousClock.now
  }

  @Test func `who has his share loses what he left idle the longest`() {
    let crowd = Crowd(places: 10, share: 2)
    let first = crowd.admit("first", "10.0.0.1", at: 0)
    _ = crowd.admit("second", "10.0.0.1", at: 1)
    crowd.note(.answering, first, at: 2)
    crowd.note(.waiting, first, at: 3)
    #expect(crowd.admit("third", "10.0.0.1", at: 4) != nil)
    #expect(crowd.left == ["second"])
    _ = crowd.admit("other", "10.0.0.2", at: 5)
    #expect(crowd.left == ["second"] && crowd.table.count == 3)
    #expect(crowd.log == ["connections-of-one-address 10.0.0.1"])
  }

  @Test func `what is being answered stays, and a reply that is not read goes after the idle ones`()
  {
    let crowd = Crowd(places: 10, share: 3)
    let busy = crowd.admit("busy", "10.0.0.1", at: 0)
    crowd.note(.answering, busy, at: 0)
    let slow = crowd.admit("slow", "10.0.0.1", at: 0)
    crowd.note(.sending, slow, at: 0)
    let idle = crowd.admit("idle", "10.0.0.1", at: 15)
    let fourth = crowd.admit("fourth", "10.0.0.1", at: 20)
    #expect(crowd.left == ["idle"])
    crowd.note(.answering, fourth, at: 20)
    let fifth = crowd.admit("fifth", "10.0.0.1", at: 20)
    #expect(crowd.left == ["idle", "slow"])
    crowd.note(.answering, fifth, at: 20)
    #expect(crowd.admit("sixth", "10.0.0.1", at: 20) == nil)
    #expect(crowd.left == ["idle", "slow"] && crowd.table.count == 3)
    // One that made room has no place to free.
    if let idle { crowd.table.leave(idle) }
    #expect(crowd.table.count == 3)
    if let busy { crowd.table.leave(busy) }
    #expect(crowd.admit("seventh", "10.0.0.1", at: 21) != nil)
  }

  @Test func `when all places are taken, who has the most gives one up`() {
    let crowd = Crowd(places: 4, share: 3)
    for number in 0..<3 { _ = crowd.admit("greedy \(number)", "10.0.0.1", at: number) }
    _ = crowd.admit("modest", "10.0.0.2", at: 0)
    #expect(crowd.admit("late", "10.0.0.3", at: 9) != nil)
    #expect(crowd.left == ["greedy 0"] && crowd.table.count == 4)
    #expect(crowd.log == ["connections 10.0.0.1"])
  }

  @Test(arguments: [
    ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
    ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
    ("::1", "0:0:0:0::/64"),
  ])
  func `a network of IPv6 counts as one address`(digits: String, name: String) {
    #expect(ClientAddress.v4(digits).description == name)
  }

  @Test func `refusals are told at once, and then together`() async throws {
    let lines = Shared<[String]>([])
    var logger = Logger(label: "test") { _ in
      LineLogHandler(.text) { line in lines.change { $0.append(line) } }
    }
    logger.logLevel = .info
    let log = RefusalLog(logger, pause: .milliseconds(200))
    for _ in 0..<1_000 { log.note("too-many-requests", from: .v4("10.0.0.1")) }
    log.note("foreign-host", from: .v4("10.0.0.2"))
    #expect(lines.value.count == 1)
    for _ in 0..<400 where lines.value.count < 2 { try await Task.sleep(for: .milliseconds(25)) }
    #expect(lines.value.count == 2)
    let rest = try #require(lines.value.last)
    #expect(rest.contains("refusals=1000"), "\(rest)")
    #expect(rest.contains("too-many-requests: 999, foreign-host: 1"), "\(rest)")
    #expect(rest.contains("10.0.0.1: 999, 10.0.0.2: 1"), "\(rest)")
    // Nothing more to tell: the next one is told at once again.
    try await Task.sleep(for: .milliseconds(600))
    log.note("foreign-host", from: .v4("10.0.0.2"))
    #expect(lines.value.count == 3)
  }
}

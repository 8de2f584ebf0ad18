internal import Synchronization

/// The open connections: every client address has a share of them, and what waits or is slow makes
/// room for what comes.
///
/// A newcomer beyond the share of its address takes the place of a connection of that address, a
/// newcomer beyond all places one of the address that has the most. The connection that has waited
/// for a request the longest goes first, then one whose reply is not being read; one that is being
/// answered never goes, and where nothing else is left the newcomer is refused.
final class ConnectionTable: Sendable {
  /// One connection in the table.
  struct Ticket: Sendable, Hashable {
    fileprivate let number: Int
  }

  /// What a connection is at.
  enum Activity: Sendable {
    /// It has not sent the whole head of a request.
    case waiting
    /// Its request is being worked on.
    case answering
    /// Its reply is on the way.
    case sending
  }

  /// Which bound a connection went beyond; the raw value names it in logs.
  enum Bound: String, Sendable {
    case share = "connections-of-one-address"
    case places = "connections"
  }

  private struct Entry {
    let address: ClientAddress
    let close: @Sendable () -> Void
    var activity = Activity.waiting
    var since: ContinuousClock.Instant
  }

  private struct Table {
    var entries: [Ticket: Entry] = [:]
    var tickets: [ClientAddress: Set<Ticket>] = [:]
    var next = 0
  }

  private let table = Mutex(Table())
  private let places: Int
  private let share: Int
  private let patience: Duration
  private let dropped: @Sendable (Bound, ClientAddress) -> Void

  /// - Parameters:
  ///   - places: The most connections.
  ///   - share: The most of one address.
  ///   - patience: How long a reply may be on the way before its connection counts as slow.
  ///   - dropped: Told of each connection that was closed or refused, and of whom.
  init(
    places: Int,
    share: Int,
    patience: Duration,
    dropped: @escaping @Sendable (Bound, ClientAddress) -> Void
  ) {
    (self.places, self.share) = (max(1, places), max(1, share))
    (self.patience, self.dropped) = (patience, dropped)
  }

  /// The connections at this moment.
  var count: Int { table.withLock { $0.entries.count } }

  /// Takes a connection in, at the expense of another where it must; `nil` where it must not be
  /// taken.
  ///
  /// - Parameter close: Closes the connection; may be called from any thread.
  /// - Complexity: O(1) below the bounds; beyond them O(share) or O(connections).
  func admit(
    _ address: ClientAddress,
    at now: ContinuousClock.Instant = .now,
    close: @escaping @Sendable () -> Void
  ) -> Ticket? {
    var isFull: Bound?
    var victim: Entry?
    let ticket: Ticket? = table.withLock { table in
      let own = table.tickets[address] ?? []
      if own.count >= share {
        isFull = .share
        victim = remove(slowest(of: own, in: table, at: now), from: &table)
      } else if table.entries.count >= places {
        isFull = .places
        for crowd in table.tickets.values.sorted(by: { $0.count > $1.count }) {
          victim = remove(slowest(of: crowd, in: table, at: now), from: &table)
          if victim != nil { break }
        }
      }
      guard isFull == nil || victim != nil else { return nil }
      let ticket = Ticket(number: table.next)
      table.next += 1
      table.entries[ticket] = Entry(address: address, close: close, since: now)
      table.tickets[address, default: []].insert(ticket)
      return ticket
    }
    victim?.close()
    if let isFull { dropped(isFull, victim?.address ?? address) }
    return ticket
  }

  /// Notes what a connection is at from now on.
  func note(
    _ activity: Activity,
    of ticket: Ticket,
    at now: ContinuousClock.Instant = .now
  ) {
    table.withLock { table in
      table.entries[ticket]?.activity = activity
      table.entries[ticket]?.since = now
    }
  }

  /// Frees the place of a connection that has ended; one that made room has none any more.
  func leave(_ ticket: Ticket) { table.withLock { _ = remove(ticket, from: &$0) } }

  /// Who goes first.
  private func slowest(
    of tickets: Set<Ticket>,
    in table: borrowing Table,
    at now: ContinuousClock.Instant
  ) -> Ticket? {
    var first: (ticket: Ticket, rank: Int, since: ContinuousClock.Instant)?
    for ticket in tickets {
      guard let entry = table.entries[ticket] else { continue }
      let rank: Int
      switch entry.activity {
      case .waiting: rank = 0
      case .sending where now - entry.since >= patience: rank = 1
      case .sending, .answering: continue
      }
      if let known = first {
        let isBefore =
          (rank, entry.since, ticket.number) < (known.rank, known.since, known.ticket.number)
        guard isBefore else { continue }
      }
      first = (ticket, rank, entry.since)
    }
    return first?.ticket
  }

  private func remove(_ ticket: Ticket?, from table: inout Table) -> Entry? {
    guard let ticket, let entry = table.entries.removeValue(forKey: ticket) else { return nil }
    table.tickets[entry.address]?.remove(ticket)
    if table.tickets[entry.address]?.isEmpty == true { table.tickets[entry.address] = nil }
    return entry
  }
}
